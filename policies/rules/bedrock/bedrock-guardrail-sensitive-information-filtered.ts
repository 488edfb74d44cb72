import { isList } from "../../properties";
import { decide } from "../../requirements";
import { GUARDRAIL } from "../../resources";
import { fail, pass } from "../../result";
import { resourceRule } from "../../rule";

const TYPES = GUARDRAIL.path("sensitiveInformationPolicyConfig.piiEntitiesConfigs");
const PATTERNS = GUARDRAIL.path("sensitiveInformationPolicyConfig.regexesConfigs");

export const bedrockGuardrailSensitiveInformationFiltered = resourceRule(GUARDRAIL, {
  id: "bedrock-guardrail-sensitive-information-filtered",
  title: "Bedrock guardrails filter sensitive information",
  severity: "high",
  enforcementLevel: "advisory",
  property: "sensitiveInformationPolicyConfig",
  rationale:
    "Prompts carry keys, card numbers and personal data that the model, its logs and its callers then have. Unless a guardrail blocks or " +
    "masks them, nothing does.",
  remediation: "Add the types of sensitive information, or patterns, that are blocked or masked.",
  references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-sensitive-filters.html"],
  related: { prowler: ["bedrock_guardrail_sensitive_information_filter_enabled"] },
  // That what is listed acts is another rule's requirement.
  requires: (properties, property) =>
    decide(properties, TYPES, (types) =>
      decide(properties, PATTERNS, (patterns) =>
        [types, patterns].some((entries) => isList(entries) && entries.length > 0)
          ? pass
          : fail(property, "has neither types nor patterns; add what is blocked or masked"),
      ),
    ),
});
