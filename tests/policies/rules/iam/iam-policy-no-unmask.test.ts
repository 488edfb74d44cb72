import { iamPolicyNoUnmask } from "../../../../policies/rules/iam/iam-policy-no-unmask";
import { describeResourceRule } from "../../rule-harness";
import { GOOD_POLICY, UNMASK_CASES } from "./permission-cases";

describeResourceRule(iamPolicyNoUnmask, { example: GOOD_POLICY, ...UNMASK_CASES });
