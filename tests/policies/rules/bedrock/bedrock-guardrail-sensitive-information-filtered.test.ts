import { bedrockGuardrailSensitiveInformationFiltered } from "../../../../policies/rules/bedrock/bedrock-guardrail-sensitive-information-filtered";
import { describeResourceRule } from "../../rule-harness";

const TYPES = "sensitiveInformationPolicyConfig.piiEntitiesConfigs";
const message = "has neither types nor patterns; add what is blocked or masked";

describeResourceRule(bedrockGuardrailSensitiveInformationFiltered, {
  fails: [
    { title: "a guardrail without the policy", remove: ["sensitiveInformationPolicyConfig"], message },
    { title: "a policy without entries", set: { [TYPES]: [] }, message },
  ],
  passes: [
    {
      title: "patterns alone",
      set: {
        sensitiveInformationPolicyConfig: { regexesConfigs: [{ name: "id", pattern: "[0-9]{9}", action: "BLOCK" }] },
      },
    },
  ],
  unknown: [TYPES],
});
