/** Breakages of guardrails. */
import { type Breakage, type Clients } from "./breakage";

const GUARDRAIL = "baseline-eu-central-1-guardrail";

/** The guardrail of the home region, its draft, and what puts the draft back. */
async function guardrailOf({ bedrock }: Clients) {
  const { guardrails = [] } = await bedrock.listGuardrails({});
  const guardrailIdentifier = guardrails.find(({ name }) => name === GUARDRAIL)?.id ?? "";
  const draft = await bedrock.getGuardrail({ guardrailIdentifier });
  const { name = "", description, blockedInputMessaging = "", blockedOutputsMessaging = "", kmsKeyArn } = draft;
  const { contentPolicy, contextualGroundingPolicy, sensitiveInformationPolicy, wordPolicy } = draft;
  const content = {
    ...{ guardrailIdentifier, name, blockedInputMessaging, blockedOutputsMessaging },
    ...(description === undefined ? {} : { description }),
    ...(kmsKeyArn === undefined ? {} : { kmsKeyId: kmsKeyArn }),
    contextualGroundingPolicyConfig: { filtersConfig: contextualGroundingPolicy?.filters },
    sensitiveInformationPolicyConfig: { piiEntitiesConfig: sensitiveInformationPolicy?.piiEntities },
    wordPolicyConfig: { managedWordListsConfig: wordPolicy?.managedWordLists },
  };
  const filters = contentPolicy?.filters ?? [];
  const update = (filtersConfig: typeof filters) =>
    bedrock.updateGuardrail({ ...content, contentPolicyConfig: { filtersConfig } });
  return { guardrailIdentifier, filters, update };
}

export const guardrailBreakages: readonly Breakage[] = [
  {
    what: "a guardrail filters prompt attacks less",
    control: "MODEL-01",
    act: async (aws) => {
      const { filters, update } = await guardrailOf(aws);
      await update(
        filters.map((filter) => (filter.type === "PROMPT_ATTACK" ? { ...filter, inputStrength: "LOW" } : filter)),
      );
      return () => update(filters);
    },
    says: [
      "verify-bedrock-guardrail-as-declared",
      GUARDRAIL,
      "contentPolicyConfig.filtersConfigs",
      /inputStrength|PROMPT_ATTACK/,
    ],
    more: true,
  },
];
