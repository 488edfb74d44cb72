import { iamRolePolicyNoUnmask } from "../../../../policies/rules/iam/iam-role-policy-no-unmask";
import { describeResourceRule } from "../../rule-harness";
import { UNMASK_CASES } from "./permission-cases";

describeResourceRule(iamRolePolicyNoUnmask, UNMASK_CASES);
