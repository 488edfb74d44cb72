import { iamRoleTrustNamed } from "../../../../policies/rules/iam/iam-role-trust-named";
import { describeResourceRule } from "../../rule-harness";
import { namedCases } from "../named-grants";

describeResourceRule(iamRoleTrustNamed, namedCases("assumeRolePolicy", "sts:AssumeRole"));
