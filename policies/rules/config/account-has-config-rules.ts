import { type Judgements, fail, pass, undecided } from "../../judgement";
import { UNKNOWN, at, show } from "../../properties";
import { ACCOUNT_BASELINE, stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { inGovernedRegions } from "../governed-regions";
import { eachOf, isInGovernedRegion } from "../subjects";
import { type Truth, every, is, some } from "../truth";
import { CONFIG_RULE } from "./recorder";

/** Rules on the evidence itself that AWS Config offers in every region. */
const REQUIRED_IDENTIFIERS = [
  "CLOUD_TRAIL_ENABLED",
  "MULTI_REGION_CLOUD_TRAIL_ENABLED",
  "CLOUD_TRAIL_ENCRYPTION_ENABLED",
  "CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED",
  "CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED",
  "CLOUDWATCH_LOG_GROUP_ENCRYPTED",
];

export const accountHasConfigRules = stackRule({
  id: "account-has-config-rules",
  title: "An account is watched by the required Config rules in every region that it governs",
  severity: "medium",
  type: ACCOUNT_BASELINE,
  property: "governedRegions",
  rationale:
    "This pack judges what the program declares; only a rule in the account sees that somebody has changed the trail or a " +
    "log group since.",
  fix: "Declare the missing managed rules of AWS Config in the region.",
  links: ["https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html"],
  covers: {},
  config: {
    identifiers: {
      type: "array",
      items: { type: "string" },
      default: REQUIRED_IDENTIFIERS,
      description: "Identifiers of the managed rules that each governed region must have.",
    },
  },
  judge: (stack, { identifiers }) =>
    eachOf(stack, ACCOUNT_BASELINE, (baseline) =>
      inGovernedRegions(
        baseline,
        (region, { path, governed }) =>
          judgeRegion(path, region, watched(stack, region, governed, identifiers as readonly string[])), // by the schema
      ),
    ),
});

function judgeRegion(path: string, region: string, watches: ReadonlyMap<string, Truth>): Judgements {
  const missing = [...watches].filter(([, present]) => present === false).map(([identifier]) => identifier);
  if (missing.length > 0) {
    return fail(path, `is ${show(region)}, which lacks the Config rules ${missing.join(", ")}; it must have them`);
  }
  return [...watches.values()].includes(UNKNOWN) ? undecided(path) : pass;
}

/** A Config rule, as far as it is in the region. */
interface Candidate {
  readonly rule: StackResource;
  readonly isThere: Truth;
}

/** Whether each identifier has a rule in the region. */
function watched(
  stack: Stack,
  region: string,
  governed: readonly unknown[],
  identifiers: readonly string[],
): ReadonlyMap<string, Truth> {
  const there = stack
    .ofType(CONFIG_RULE)
    .map((rule): Candidate => ({ rule, isThere: isInGovernedRegion(stack, rule, region, governed) }))
    .filter(({ isThere }) => isThere !== false);
  return new Map(
    identifiers.map((identifier) => [
      identifier,
      some(there.map(({ rule, isThere }) => every([isThere, isManaged(rule, identifier)]))),
    ]),
  );
}

function isManaged({ properties }: StackResource, identifier: string): Truth {
  return every([is(at(properties, "source.owner"), "AWS"), is(at(properties, "source.sourceIdentifier"), identifier)]);
}
