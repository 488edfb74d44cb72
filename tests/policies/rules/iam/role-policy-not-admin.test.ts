import { rolePolicyNotAdmin } from "../../../../policies/rules/iam/role-policy-not-admin";
import { describeResourceRule } from "../../rule-harness";
import { ADMIN_CASES } from "./permission-cases";

describeResourceRule(rolePolicyNotAdmin, ADMIN_CASES);
