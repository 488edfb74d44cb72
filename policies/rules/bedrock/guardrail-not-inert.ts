import { type Judgement, all, decide, fail, pass } from "../../judgement";
import { type PropertyMap, type Value, UNKNOWN, at, isList } from "../../properties";
import { resourceRule } from "../../rule";
import { type Truth, every, is, must, not, some } from "../truth";

interface Part {
  /** Where the list of such parts stands. */
  readonly list: string;
  readonly acts: (part: Value) => Truth;
  /** What the part would have to be to act. */
  readonly remedy: string;
}

const PARTS: readonly Part[] = [
  {
    list: "contentPolicyConfig.filtersConfigs",
    acts: (part) => some([filters(part, "input"), filters(part, "output")]),
    remedy: "its strength must be above NONE and its action BLOCK, on input or output",
  },
  // A topic has no action of its own: whatever is named is denied.
  {
    list: "topicPolicyConfig.topicsConfigs",
    acts: (part) => is(at(part, "type"), "DENY"),
    remedy: "its type must be DENY",
  },
  {
    list: "wordPolicyConfig.wordsConfigs",
    acts: actsEitherWay,
    remedy: "its action must be BLOCK, on input or output",
  },
  {
    list: "wordPolicyConfig.managedWordListsConfigs",
    acts: actsEitherWay,
    remedy: "its action must be BLOCK, on input or output",
  },
  {
    list: "sensitiveInformationPolicyConfig.piiEntitiesConfigs",
    acts: actsEitherWay,
    remedy: "its action must be BLOCK or ANONYMIZE, on input or output",
  },
  {
    list: "sensitiveInformationPolicyConfig.regexesConfigs",
    acts: actsEitherWay,
    remedy: "its action must be BLOCK or ANONYMIZE, on input or output",
  },
  {
    list: "contextualGroundingPolicyConfig.filtersConfigs",
    acts: (part) => exceedsZero(at(part, "threshold")),
    remedy: "its threshold must be above 0",
  },
];

export const guardrailNotInert = resourceRule({
  id: "guardrail-not-inert",
  title: "Every part of a guardrail acts on what it detects",
  severity: "high",
  type: "aws:bedrock/guardrail:Guardrail",
  property: "contentPolicyConfig",
  rationale:
    "A guardrail exists as soon as it has a name; with no policy, with strength or action NONE, or with a threshold of 0 " +
    "it lets everything through and still looks like protection.",
  fix: "Give the guardrail at least one policy, and every part of it a strength, an action or a threshold that acts.",
  links: ["https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-components.html"],
  covers: {},
  judge: ({ properties }) => {
    const findings = PARTS.flatMap((part) => judgeParts(properties, part));
    return findings.length > 0
      ? findings
      : fail("contentPolicyConfig", "is absent, as is every other policy; there must be at least one that acts");
  },
});

/** One judgement for each part of the list; none when there is no part. */
function judgeParts(properties: PropertyMap, { list, acts, remedy }: Part): readonly Judgement[] {
  const parts = at(properties, list);
  if (parts === undefined) {
    return [];
  }
  const places = isList(parts) ? parts.map((_, index) => `${list}.${index}`) : [list];
  return all(
    ...places.map((place) =>
      decide(properties, place, (part) => (part === undefined ? pass : must(acts(part), place, `is inert; ${remedy}`))),
    ),
  );
}

type Direction = "input" | "output";

function actsEitherWay(part: Value): Truth {
  return some([actsOn(part, "input"), actsOn(part, "output")]);
}

/** A direction is on and its action BLOCK unless the program says otherwise. */
function actsOn(part: Value, direction: Direction): Truth {
  // Sensitive information has one action for both directions, which each direction may override.
  const action = at(part, `${direction}Action`) ?? at(part, "action");
  return every([not(is(at(part, `${direction}Enabled`), false)), not(is(action, "NONE"))]);
}

function filters(part: Value, direction: Direction): Truth {
  const strength = at(part, `${direction}Strength`);
  return every([actsOn(part, direction), not(is(strength ?? "NONE", "NONE"))]);
}

function exceedsZero(threshold: Value | undefined): Truth {
  return threshold === UNKNOWN ? UNKNOWN : typeof threshold === "number" && threshold > 0;
}
