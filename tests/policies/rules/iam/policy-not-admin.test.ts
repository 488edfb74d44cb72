import { policyNotAdmin } from "../../../../policies/rules/iam/policy-not-admin";
import { describeResourceRule } from "../../rule-harness";
import { ADMIN_CASES, GOOD_POLICY } from "./permission-cases";

describeResourceRule(policyNotAdmin, { example: GOOD_POLICY, ...ADMIN_CASES });
