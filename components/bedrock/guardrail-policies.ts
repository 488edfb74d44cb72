/** What a guardrail filters, as the arguments of the provider: pure functions on plain data. */
import type * as aws from "@pulumi/aws";

import {
  type FilterStrength,
  HARMFUL_CATEGORIES,
  PROMPT_ATTACK,
  type SensitiveType,
} from "../../facts/bedrock/guardrails";

/** A topic that is not talked about. */
export interface DeniedTopic {
  /** 1 to 100 letters, digits, spaces and `-_!?.` */
  readonly name: string;
  /** What belongs to the topic, in a sentence: up to 200 characters, or 1000 with a crossRegionProfile. */
  readonly definition: string;
  /** Prompts about it: up to 5, of up to 100 characters each. @default - none */
  readonly examples?: readonly string[];
}

/** What is filtered, resolved. */
export interface GuardrailFilters {
  readonly contentStrength: FilterStrength;
  readonly blockedTypes: readonly SensitiveType[];
  readonly maskedTypes: readonly SensitiveType[];
  readonly groundingThreshold: number;
  readonly relevanceThreshold: number;
  readonly deniedTopics: readonly DeniedTopic[];
  readonly deniedWords: readonly string[];
  readonly tier: "CLASSIC" | "STANDARD";
}

type Policies = Pick<
  aws.bedrock.GuardrailArgs,
  | "contentPolicyConfig"
  | "contextualGroundingPolicyConfig"
  | "sensitiveInformationPolicyConfig"
  | "topicPolicyConfig"
  | "wordPolicyConfig"
>;

/** The policies of a guardrail with these filters. */
export function guardrailPolicies(filters: GuardrailFilters): Policies {
  const { contentStrength, blockedTypes, maskedTypes, groundingThreshold, relevanceThreshold } = filters;
  const { deniedTopics, deniedWords, tier } = filters;
  const tierConfigs = [{ tierName: tier }];
  return {
    contentPolicyConfig: {
      filtersConfigs: [
        ...HARMFUL_CATEGORIES.map((type) => ({
          type,
          inputStrength: contentStrength,
          outputStrength: contentStrength,
        })),
        { type: PROMPT_ATTACK, inputStrength: "HIGH", outputStrength: "NONE" },
      ],
      tierConfigs,
    },
    contextualGroundingPolicyConfig: {
      filtersConfigs: [
        { type: "GROUNDING", threshold: groundingThreshold },
        { type: "RELEVANCE", threshold: relevanceThreshold },
      ],
    },
    sensitiveInformationPolicyConfig: {
      piiEntitiesConfigs: [
        ...blockedTypes.map((type) => ({ type, action: "BLOCK" })),
        ...maskedTypes.map((type) => ({ type, action: "ANONYMIZE" })),
      ],
    },
    ...(deniedTopics.length === 0
      ? {}
      : {
          topicPolicyConfig: {
            topicsConfigs: deniedTopics.map(({ name, definition, examples }) => ({
              name,
              definition,
              type: "DENY",
              ...(examples === undefined ? {} : { examples: [...examples] }),
            })),
            tierConfigs,
          },
        }),
    wordPolicyConfig: {
      managedWordListsConfigs: [{ type: "PROFANITY" }],
      ...(deniedWords.length === 0 ? {} : { wordsConfigs: deniedWords.map((text) => ({ text })) }),
    },
  };
}
