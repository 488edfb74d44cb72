import { keyServiceGrantsNamed } from "../../../../policies/rules/kms/key-service-grants-named";
import { describeResourceRule } from "../../rule-harness";
import { namedCases } from "../named-grants";

describeResourceRule(keyServiceGrantsNamed, namedCases("policy", "kms:GenerateDataKey"));
