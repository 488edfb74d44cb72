import { PROMPT_ATTACK } from "../../../facts/bedrock/guardrails";
import { type Value, at, isList } from "../../properties";
import { decide } from "../../requirements";
import { GUARDRAIL } from "../../resources";
import { resourceRule } from "../../rule";
import { type Truth, every, is, must, not, some } from "../../truth";

export const bedrockGuardrailPromptAttackFiltered = resourceRule(GUARDRAIL, {
  id: "bedrock-guardrail-prompt-attack-filtered",
  title: "Bedrock guardrails block prompt attacks at high strength",
  severity: "high",
  enforcementLevel: "advisory",
  property: "contentPolicyConfig.filtersConfigs",
  rationale:
    "A jailbreak or an injected instruction turns the model against its own rules, and every filter behind it. At a lower strength " +
    "only what is plainly an attack is stopped.",
  remediation: `Add a content filter of type ${PROMPT_ATTACK} with inputStrength HIGH and outputStrength NONE.`,
  references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-prompt-attack.html"],
  related: { prowler: ["bedrock_guardrail_prompt_attack_filter_enabled"] },
  requires: (properties, property) =>
    decide(properties, property, (filters) =>
      must(
        some((isList(filters) ? filters : []).map(blocksAttacks)),
        property,
        `has no filter of type ${PROMPT_ATTACK} that blocks; add one with inputStrength HIGH`,
      ),
    ),
});

function blocksAttacks(filter: Value): Truth {
  return every([
    is(at(filter, "type"), PROMPT_ATTACK),
    is(at(filter, "inputStrength"), "HIGH"),
    not(is(at(filter, "inputEnabled"), false)),
    not(is(at(filter, "inputAction"), "NONE")),
  ]);
}
