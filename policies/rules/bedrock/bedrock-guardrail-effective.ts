import { type PropertyMap, type Value, UNKNOWN, at, isList } from "../../properties";
import { decide } from "../../requirements";
import { GUARDRAIL } from "../../resources";
import { type Result, all, fail, pass } from "../../result";
import { resourceRule } from "../../rule";
import { type Truth, every, is, must, not, some } from "../../truth";

/** A list of entries of one policy: filters, topics, words. */
interface Entries {
  /** Path of the list. */
  readonly list: string;
  readonly hasEffect: (entry: Value) => Truth;
  /** What to set on an entry that has no effect. */
  readonly remedy: string;
}

const BLOCK = "set its action to BLOCK, on input or output";
const BLOCK_OR_ANONYMIZE = "set its action to BLOCK or ANONYMIZE, on input or output";

const POLICIES: readonly Entries[] = [
  {
    list: GUARDRAIL.path("contentPolicyConfig.filtersConfigs"),
    hasEffect: (entry) => some([filters(entry, "input"), filters(entry, "output")]),
    remedy: "set its strength above NONE and its action to BLOCK, on input or output",
  },
  // A topic has no action of its own: whatever is named is denied.
  {
    list: GUARDRAIL.path("topicPolicyConfig.topicsConfigs"),
    hasEffect: (entry) => is(at(entry, "type"), "DENY"),
    remedy: "set its type to DENY",
  },
  { list: GUARDRAIL.path("wordPolicyConfig.wordsConfigs"), hasEffect: actsEitherWay, remedy: BLOCK },
  { list: GUARDRAIL.path("wordPolicyConfig.managedWordListsConfigs"), hasEffect: actsEitherWay, remedy: BLOCK },
  {
    list: GUARDRAIL.path("sensitiveInformationPolicyConfig.piiEntitiesConfigs"),
    hasEffect: actsEitherWay,
    remedy: BLOCK_OR_ANONYMIZE,
  },
  {
    list: GUARDRAIL.path("sensitiveInformationPolicyConfig.regexesConfigs"),
    hasEffect: actsEitherWay,
    remedy: BLOCK_OR_ANONYMIZE,
  },
  {
    list: GUARDRAIL.path("contextualGroundingPolicyConfig.filtersConfigs"),
    hasEffect: (entry) => exceedsZero(at(entry, "threshold")),
    remedy: "set its threshold above 0",
  },
];

export const bedrockGuardrailEffective = resourceRule(GUARDRAIL, {
  id: "bedrock-guardrail-effective",
  title: "Bedrock guardrails act on everything that they detect",
  severity: "high",
  property: "contentPolicyConfig",
  rationale:
    "A guardrail needs no policy to exist. Without one, or with a strength or action of NONE or a threshold of 0, it " +
    "lets everything through and still looks like protection.",
  remediation:
    "Configure at least one policy, and give each of its entries a strength, an action or a threshold that acts.",
  references: ["https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-components.html"],
  check: ({ properties }, { property }) => {
    const results = POLICIES.flatMap((entries) => checkEntries(properties, entries));
    return results.length > 0
      ? results
      : fail(property, "has no filters, and no other policy has entries; configure at least one policy");
  },
});

/** One result for each entry of the list; none when there is no entry. */
function checkEntries(properties: PropertyMap, { list, hasEffect, remedy }: Entries): readonly Result[] {
  const entries = at(properties, list);
  if (entries === undefined) {
    return [];
  }
  const places = isList(entries) ? entries.map((_, index) => `${list}.${index}`) : [list];
  return all(
    ...places.map((place) =>
      decide(properties, place, (entry) =>
        entry === undefined ? pass : must(hasEffect(entry), place, `has no effect; ${remedy}`),
      ),
    ),
  );
}

type Direction = "input" | "output";

function actsEitherWay(entry: Value): Truth {
  return some([actsOn(entry, "input"), actsOn(entry, "output")]);
}

/** A direction is on and its action BLOCK unless the program says otherwise. */
function actsOn(entry: Value, direction: Direction): Truth {
  // Sensitive information has one action for both directions, which each direction may override.
  const action = at(entry, `${direction}Action`) ?? at(entry, "action");
  return every([not(is(at(entry, `${direction}Enabled`), false)), not(is(action, "NONE"))]);
}

function filters(entry: Value, direction: Direction): Truth {
  const strength = at(entry, `${direction}Strength`);
  return every([actsOn(entry, direction), not(is(strength ?? "NONE", "NONE"))]);
}

function exceedsZero(threshold: Value | undefined): Truth {
  return threshold === UNKNOWN ? UNKNOWN : typeof threshold === "number" && threshold > 0;
}
