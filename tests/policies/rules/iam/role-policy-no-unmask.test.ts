import { rolePolicyNoUnmask } from "../../../../policies/rules/iam/role-policy-no-unmask";
import { describeResourceRule } from "../../rule-harness";
import { UNMASK_CASES } from "./permission-cases";

describeResourceRule(rolePolicyNoUnmask, UNMASK_CASES);
