import { kmsKeyPolicyServiceGrantsNamed } from "../../../../policies/rules/kms/kms-key-policy-service-grants-named";
import { describeResourceRule } from "../../rule-harness";
import { namedCases } from "../named-grants";

describeResourceRule(kmsKeyPolicyServiceGrantsNamed, namedCases("policy", "kms:GenerateDataKey"));
