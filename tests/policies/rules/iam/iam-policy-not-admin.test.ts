import { iamPolicyNotAdmin } from "../../../../policies/rules/iam/iam-policy-not-admin";
import { describeResourceRule } from "../../rule-harness";
import { ADMIN_CASES, GOOD_POLICY } from "./permission-cases";

describeResourceRule(iamPolicyNotAdmin, { example: GOOD_POLICY, ...ADMIN_CASES });
