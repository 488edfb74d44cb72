import { bedrockGuardrailPromptAttackFiltered } from "../../../../policies/rules/bedrock/bedrock-guardrail-prompt-attack-filtered";
import { describeResourceRule } from "../../rule-harness";

const FILTERS = "contentPolicyConfig.filtersConfigs";
/** The place of the filter in what the prod stack declares. */
const FILTER = `${FILTERS}.5`;
const message = "has no filter of type PROMPT_ATTACK that blocks; add one with inputStrength HIGH";

describeResourceRule(bedrockGuardrailPromptAttackFiltered, {
  fails: [
    { title: "a guardrail without content filters", remove: ["contentPolicyConfig"], message },
    { title: "a guardrail with other filters only", set: { [`${FILTER}.type`]: "HATE" }, message },
    { title: "a filter of medium strength", set: { [`${FILTER}.inputStrength`]: "MEDIUM" }, message },
    { title: "a filter that only detects", set: { [`${FILTER}.inputAction`]: "NONE" }, message },
    { title: "a filter that is switched off", set: { [`${FILTER}.inputEnabled`]: false }, message },
  ],
  passes: [
    { title: "a filter that says that it blocks", set: { [`${FILTER}.inputAction`]: "BLOCK" } },
    {
      title: "a filter alone",
      set: { [FILTERS]: [{ type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength: "NONE" }] },
    },
  ],
  unknown: [FILTERS, { path: `${FILTER}.inputStrength`, property: FILTERS }],
});
