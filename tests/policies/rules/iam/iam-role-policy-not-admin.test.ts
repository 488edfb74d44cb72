import { iamRolePolicyNotAdmin } from "../../../../policies/rules/iam/iam-role-policy-not-admin";
import { describeResourceRule } from "../../rule-harness";
import { ADMIN_CASES } from "./permission-cases";

describeResourceRule(iamRolePolicyNotAdmin, ADMIN_CASES);
