import { policyNoUnmask } from "../../../../policies/rules/iam/policy-no-unmask";
import { describeResourceRule } from "../../rule-harness";
import { GOOD_POLICY, UNMASK_CASES } from "./permission-cases";

describeResourceRule(policyNoUnmask, { example: GOOD_POLICY, ...UNMASK_CASES });
