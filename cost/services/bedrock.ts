/** What guardrails cost: each policy, by the text that it evaluates. */
import { TEXT_UNIT_CHARACTERS } from "../../facts/prices/bedrock";
import type { PriceId } from "../../facts/prices/prices";
import { at, type Declared, listAt } from "../declared";
import { everyMonth, ofType, type Usage, type UsagesOf } from "../usage";
import type { VolumeName } from "../volumes";

/** The policies that are charged, with the lists that switch them on. */
const POLICIES: readonly { readonly price: PriceId; readonly what: string; readonly list: readonly string[] }[] = [
  {
    price: "bedrock.contentFilters",
    what: "text for content filters",
    list: ["contentPolicyConfig", "filtersConfigs"],
  },
  { price: "bedrock.deniedTopics", what: "text for denied topics", list: ["topicPolicyConfig", "topicsConfigs"] },
  {
    price: "bedrock.sensitiveInformation",
    what: "text for sensitive information",
    list: ["sensitiveInformationPolicyConfig", "piiEntitiesConfigs"],
  },
];

const COMPONENT = "ai-governance-baseline:index:BaselineGuardrail";

export const bedrockUsages: UsagesOf = (account) => {
  const { modelInvocationsPerRegionPerMonth, promptAndAnswerBytes, guardedInvocationsPercent } = account.volumes;
  const unitsOfCall = Math.ceil(promptAndAnswerBytes / TEXT_UNIT_CHARACTERS);
  const all = modelInvocationsPerRegionPerMonth * unitsOfCall;
  return ofType(account, "aws:bedrock/guardrail:Guardrail").flatMap((guardrail) => {
    const enforced = ofType(account, COMPONENT).some((component) => enforces(component, guardrail));
    const drivers: readonly VolumeName[] = ["modelInvocationsPerRegionPerMonth", "promptAndAnswerBytes"];
    return POLICIES.filter(({ list }) => listAt(guardrail.properties, ...list).length > 0).map(
      ({ price, what }): Usage => ({
        price,
        what,
        resource: guardrail,
        quantity: everyMonth(enforced ? all : (all * guardedInvocationsPercent) / 100),
        drivers: enforced ? drivers : [...drivers, "guardedInvocationsPercent"],
        bound: { setting: "guardrails", nothing: "callers decide how much is evaluated" },
        note: "grounding is charged too, where callers give a source; it is not counted here",
      }),
    );
  });
};

/** A component's own resource has its name. */
function enforces({ name, properties }: Declared, guardrail: Declared): boolean {
  return name === guardrail.name && at(properties, "enforcement") === "set-by-api";
}
