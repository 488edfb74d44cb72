import { bedrockGuardrailEffective } from "../../../../policies/rules/bedrock/bedrock-guardrail-effective";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const FILTER = "contentPolicyConfig.filtersConfigs.0";
const WORD = "wordPolicyConfig.wordsConfigs.0";
const WORD_LIST = "wordPolicyConfig.managedWordListsConfigs.0";
const PII = "sensitiveInformationPolicyConfig.piiEntitiesConfigs.0";
const PATTERN = "sensitiveInformationPolicyConfig.regexesConfigs.0";
const TOPIC = "topicPolicyConfig.topicsConfigs.0";
const GROUNDING = "contextualGroundingPolicyConfig.filtersConfigs.0";

const WORD_REMEDY = "set its action to BLOCK, on input or output";
const PII_REMEDY = "set its action to BLOCK or ANONYMIZE, on input or output";
const NEITHER_WAY = { inputAction: "NONE", outputAction: "NONE" };

describeResourceRule(bedrockGuardrailEffective, {
  example: {
    blockedInputMessaging: "No.",
    blockedOutputsMessaging: "No.",
    contentPolicyConfig: { filtersConfigs: [{ type: "PROMPT_ATTACK", inputStrength: "HIGH", outputStrength: "NONE" }] },
    topicPolicyConfig: { topicsConfigs: [{ name: "advice", definition: "advice", type: "DENY" }] },
    wordPolicyConfig: { wordsConfigs: [{ text: "secret" }], managedWordListsConfigs: [{ type: "PROFANITY" }] },
    sensitiveInformationPolicyConfig: {
      piiEntitiesConfigs: [{ type: "EMAIL", action: "ANONYMIZE" }],
      regexesConfigs: [{ name: "id", pattern: "[0-9]{9}", action: "BLOCK" }],
    },
    contextualGroundingPolicyConfig: { filtersConfigs: [{ type: "GROUNDING", threshold: 0.7 }] },
  },
  fails: [
    {
      title: "a guardrail without a policy",
      remove: [
        "contentPolicyConfig",
        "topicPolicyConfig",
        "wordPolicyConfig",
        "sensitiveInformationPolicyConfig",
        "contextualGroundingPolicyConfig",
      ],
      message: "has no filters, and no other policy has entries; configure at least one policy",
    },
    {
      title: "a guardrail whose policies are all empty",
      remove: ["topicPolicyConfig", "wordPolicyConfig", "sensitiveInformationPolicyConfig"],
      set: { contentPolicyConfig: {}, contextualGroundingPolicyConfig: { filtersConfigs: [] } },
      message: "has no filters, and no other policy has entries; configure at least one policy",
    },
    {
      title: "a filter with strength NONE",
      set: { [`${FILTER}.inputStrength`]: "NONE" },
      property: FILTER,
      message: "has no effect; set its strength above NONE and its action to BLOCK, on input or output",
    },
    {
      title: "a filter that only detects",
      set: { [`${FILTER}.inputAction`]: "NONE" },
      property: FILTER,
      message: "has no effect; set its strength above NONE and its action to BLOCK, on input or output",
    },
    {
      title: "a filter that is switched off",
      set: { [`${FILTER}.inputEnabled`]: false },
      property: FILTER,
      message: "has no effect; set its strength above NONE and its action to BLOCK, on input or output",
    },
    {
      title: "a topic without a type",
      remove: [`${TOPIC}.type`],
      property: TOPIC,
      message: "has no effect; set its type to DENY",
    },
    {
      title: "a word that is let through",
      set: { [WORD]: NEITHER_WAY },
      property: WORD,
      message: `has no effect; ${WORD_REMEDY}`,
    },
    {
      title: "a word list that is switched off",
      set: { [WORD_LIST]: { inputEnabled: false, outputEnabled: false } },
      property: WORD_LIST,
      message: `has no effect; ${WORD_REMEDY}`,
    },
    {
      title: "personal data that is let through",
      set: { [`${PII}.action`]: "NONE" },
      property: PII,
      message: `has no effect; ${PII_REMEDY}`,
    },
    {
      title: "a pattern that is let through both ways, whatever its general action",
      set: { [PATTERN]: { action: "BLOCK", ...NEITHER_WAY } },
      property: PATTERN,
      message: `has no effect; ${PII_REMEDY}`,
    },
    {
      title: "a grounding threshold of 0",
      set: { [`${GROUNDING}.threshold`]: 0 },
      property: GROUNDING,
      message: "has no effect; set its threshold above 0",
    },
  ],
  passes: [
    { title: "the lowest threshold", set: { [`${GROUNDING}.threshold`]: 0.01 } },
    {
      title: "the lowest strength, on output alone",
      set: { [FILTER]: { inputStrength: "NONE", outputStrength: "LOW" } },
    },
    {
      title: "a word that is blocked on output alone",
      set: { [WORD]: { inputAction: "NONE", outputAction: "BLOCK" } },
    },
    {
      title: "personal data that is masked on output alone",
      set: { [PII]: { action: "NONE", outputAction: "ANONYMIZE" } },
    },
    {
      title: "a filter that acts, whatever its unknown side does",
      set: { [`${FILTER}.outputStrength`]: UNKNOWN_VALUE },
    },
  ],
  unknown: [
    "contentPolicyConfig.filtersConfigs",
    { path: "contentPolicyConfig", property: "contentPolicyConfig.filtersConfigs" },
    FILTER,
    { path: `${FILTER}.inputStrength`, property: FILTER },
    { path: `${TOPIC}.type`, property: TOPIC },
    { path: `${PII}.action`, property: PII },
    { path: `${GROUNDING}.threshold`, property: GROUNDING },
  ],
});
