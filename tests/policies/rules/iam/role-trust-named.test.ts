import { roleTrustNamed } from "../../../../policies/rules/iam/role-trust-named";
import { describeResourceRule } from "../../rule-harness";
import { namedCases } from "../named-grants";

describeResourceRule(roleTrustNamed, namedCases("assumeRolePolicy", "sts:AssumeRole"));
