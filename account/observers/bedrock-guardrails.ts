/** Guardrails, their versions, and whether one is enforced. */
import type { GetGuardrailResponse, GuardrailSummary } from "@aws-sdk/client-bedrock";
import type * as aws from "@pulumi/aws";
import type { WireMap, WireValue } from "../../pulumi/stack-state";
import { isWireMap } from "../../pulumi/wire";
import { type Problem, type Properties, type Subject, camelCased, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const guardrailObserver = observer<aws.bedrock.GuardrailArgs>({
  type: "aws:bedrock/guardrail:Guardrail",
  check: "verify-bedrock-guardrail-as-declared",
  parts: [
    {
      properties: [
        "name",
        "description",
        "blockedInputMessaging",
        "blockedOutputsMessaging",
        "kmsKeyArn",
        "contentPolicyConfig",
        "contextualGroundingPolicyConfig",
        "crossRegionConfig",
        "sensitiveInformationPolicyConfig",
        "topicPolicyConfig",
        "wordPolicyConfig",
      ],
      read: readGuardrail,
    },
  ],
  notCompared: { timeouts: "It says how long the provider waits; the account does not know it." },
  defaults: {
    kmsKeyArn: null,
    contentPolicyConfig: null,
    contextualGroundingPolicyConfig: null,
    crossRegionConfig: null,
    sensitiveInformationPolicyConfig: null,
    topicPolicyConfig: null,
    wordPolicyConfig: null,
  },
  conditions: [{ check: "verify-bedrock-guardrail-enforced", read: enforcementProblems }],
});

/** The provider's id is `ID,DRAFT`; what is adopted is named by its ARN. */
function identifierOf(id: string): string {
  return id.split(",")[0] ?? "";
}

async function readGuardrail(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  const guardrail = await reader.read("bedrock:GetGuardrail", region, {
    guardrailIdentifier: identifierOf(id),
    guardrailVersion: "DRAFT",
  });
  return guardrail && propertiesOf(guardrail);
}

/** The answer in the provider's form: a list has the provider's name, and what acts both ways is not said. */
function propertiesOf(guardrail: GetGuardrailResponse): Properties {
  const { contentPolicy, contextualGroundingPolicy, sensitiveInformationPolicy, topicPolicy, wordPolicy } = guardrail;
  const { guardrailProfileArn } = guardrail.crossRegionDetails ?? {};
  return {
    name: guardrail.name,
    description: guardrail.description,
    blockedInputMessaging: guardrail.blockedInputMessaging,
    blockedOutputsMessaging: guardrail.blockedOutputsMessaging,
    kmsKeyArn: guardrail.kmsKeyArn,
    ...policy("contentPolicyConfig", {
      filtersConfigs: contentPolicy?.filters,
      tierConfigs: tierOf(contentPolicy?.tier),
    }),
    ...policy("contextualGroundingPolicyConfig", { filtersConfigs: contextualGroundingPolicy?.filters }),
    ...policy("sensitiveInformationPolicyConfig", {
      piiEntitiesConfigs: sensitiveInformationPolicy?.piiEntities,
      regexesConfigs: sensitiveInformationPolicy?.regexes,
    }),
    ...policy("topicPolicyConfig", { topicsConfigs: topicPolicy?.topics, tierConfigs: tierOf(topicPolicy?.tier) }),
    ...policy("wordPolicyConfig", {
      managedWordListsConfigs: wordPolicy?.managedWordLists,
      wordsConfigs: wordPolicy?.words,
    }),
    crossRegionConfig:
      guardrailProfileArn === undefined ? undefined : { guardrailProfileIdentifier: guardrailProfileArn },
  };
}

function tierOf(tier: { readonly tierName: string | undefined } | undefined): readonly object[] | undefined {
  return tier === undefined ? undefined : [tier];
}

function policy(name: string, lists: Readonly<Record<string, readonly object[] | undefined>>): Properties {
  const filled = Object.entries(lists).flatMap(([list, items = []]) =>
    items.length === 0 ? [] : [[list, items.map(plainEntry)] as const],
  );
  return filled.length === 0 ? {} : { [name]: Object.fromEntries(filled) };
}

/** What AWS says of an entry that nobody has said otherwise of: that it acts, both ways. */
const UNLESS_SAID: Readonly<Record<string, readonly WireValue[]>> = {
  inputEnabled: [true],
  outputEnabled: [true],
  enabled: [true],
  inputModalities: [["TEXT"]],
  outputModalities: [["TEXT"]],
};
const ACTIONS = ["inputAction", "outputAction"];

function plainEntry(entry: object): WireMap {
  const data = camelCased(entry);
  const map = isWireMap(data) ? data : {};
  const usual = textOf(map["action"]) || "BLOCK";
  // Grounding has an action for its own sake, which the provider has no argument for.
  const isGrounding = map["threshold"] !== undefined;
  return Object.fromEntries(
    Object.entries(map).filter(([name, value]) => {
      const said = UNLESS_SAID[name]?.some((one) => JSON.stringify(one) === JSON.stringify(value)) ?? false;
      return (
        !said &&
        !(ACTIONS.includes(name) && value === usual) &&
        !(isGrounding && name === "action" && value === "BLOCK")
      );
    }),
  );
}

/** What the component says of itself: `set-by-api` has the guardrail filter every call of a model in the region. */
async function enforcementProblems(reader: Reader, { id, region, component }: Subject): Promise<readonly Problem[]> {
  if (component["enforcement"] !== "set-by-api") {
    return [];
  }
  const answer = await reader.read("bedrock:ListEnforcedGuardrailsConfiguration", region, {});
  const enforced = answer?.guardrailsConfig?.[0];
  const property = "guardrailArn";
  const wanted = identifierOf(id);
  return enforced?.guardrailArn?.endsWith(`guardrail/${wanted}`) === true
    ? []
    : [
        {
          result: "fail",
          property,
          message: `is ${enforced?.guardrailArn ?? "not set"} in what is enforced in ${region}; the stack enforces ${wanted}`,
        },
      ];
}

export const guardrailVersionObserver = observer<aws.bedrock.GuardrailVersionArgs>({
  type: "aws:bedrock/guardrailVersion:GuardrailVersion",
  check: "verify-bedrock-guardrail-version-as-declared",
  parts: [{ properties: ["guardrailArn", "description"], read: readVersion }],
  notCompared: {
    skipDestroy: "It says what a destruction does; the account does not know it.",
    timeouts: "It says how long the provider waits; the account does not know it.",
  },
});

/** AWS numbers versions, so that one is known by what it says of itself: the newest with the declared description. */
async function readVersion(reader: Reader, { region, inputs }: Subject): Promise<Properties | undefined> {
  const guardrailArn = textOf(inputs["guardrailArn"]);
  const versions = await guardrailsOf(reader, region, { guardrailIdentifier: guardrailArn });
  const numbered = versions.filter(({ version }) => version !== "DRAFT");
  const described = numbered.find(({ description }) => description === inputs["description"]) ?? numbered.at(-1);
  return described && { guardrailArn: described.arn, description: described.description };
}

/** The drafts of all guardrails of a region, or all versions of one. */
export async function guardrailsOf(
  reader: Reader,
  region: string,
  asked: { readonly guardrailIdentifier?: string },
): Promise<readonly GuardrailSummary[]> {
  const pages = await reader.readPages("bedrock:ListGuardrails", region, asked, ({ nextToken }) =>
    nextToken === undefined ? undefined : { ...asked, nextToken },
  );
  return pages.flatMap(({ guardrails = [] }) => guardrails);
}
