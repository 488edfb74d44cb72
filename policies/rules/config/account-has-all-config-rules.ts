import { type Judgements, all, fail, pass, undecided } from "../../judgement";
import { UNKNOWN, at, isList, show } from "../../properties";
import { ACCOUNT_BASELINE, stackRule } from "../../rule";
import type { StackResource } from "../../stack";
import { inGovernedRegions } from "../governed-regions";
import { eachOf, isInGovernedRegion } from "../subjects";
import { type Truth, every, is, some } from "../truth";
import { CONFIG_RULE } from "./recorder";
import { WATCHING_POLICIES, type WatchingPolicy, watchingRules } from "./watching-rules";

export const accountHasAllConfigRules = stackRule({
  id: "account-has-all-config-rules",
  title: "An account is watched by every Config rule of the baseline that a region offers",
  severity: "low",
  type: ACCOUNT_BASELINE,
  property: "governedRegions",
  rationale:
    "Buckets, keys, notebooks, endpoints and agents that no program declares are watched by these rules and by nothing else.",
  fix: "Declare the missing rules of AWS Config in the region, or exclude them by the rule's setting and say why there.",
  links: ["https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html"],
  covers: {},
  config: {
    exclude: {
      type: "array",
      items: { type: "string" },
      default: [],
      description: "Identifiers of managed rules that need not be there.",
    },
  },
  judge: (stack, { exclude }) =>
    eachOf(stack, ACCOUNT_BASELINE, (baseline) =>
      inGovernedRegions(baseline, (region, { path, governed }) => {
        const rules = stack
          .ofType(CONFIG_RULE)
          .map((rule): Candidate => ({ rule, isThere: isInGovernedRegion(stack, rule, region, governed) }));
        const has = (isMeant: (rule: StackResource) => Truth): Truth =>
          some(rules.map(({ rule, isThere }) => every([isThere, isMeant(rule)])));
        const wanted = watchingRules(region).filter(
          (identifier) => !(exclude as readonly string[]).includes(identifier),
        ); // by the schema
        return judgeRegion(path, region, [
          ...wanted.map((name): Watch => ({ name, isThere: has((rule) => isManaged(rule, name)) })),
          ...WATCHING_POLICIES.map((policy): Watch => ({
            name: nameOf(policy),
            isThere: has((rule) => asks(rule, policy)),
          })),
        ]);
      }),
    ),
});

/** A Config rule, as far as it is in the region. */
interface Candidate {
  readonly rule: StackResource;
  readonly isThere: Truth;
}

interface Watch {
  readonly name: string;
  readonly isThere: Truth;
}

function judgeRegion(path: string, region: string, watches: readonly Watch[]): Judgements {
  const missing = watches.filter(({ isThere }) => isThere === false).map(({ name }) => name);
  if (missing.length > 0) {
    return fail(path, `is ${show(region)}, which lacks the Config rules ${missing.join(", ")}; it must have them`);
  }
  return all(watches.some(({ isThere }) => isThere === UNKNOWN) ? undecided(path) : pass);
}

function isManaged({ properties }: StackResource, identifier: string): Truth {
  return every([is(at(properties, "source.owner"), "AWS"), is(at(properties, "source.sourceIdentifier"), identifier)]);
}

/** Whether the custom policy rule looks at the type, and its text at the property. */
function asks({ properties }: StackResource, { resourceType, property }: WatchingPolicy): Truth {
  const types = at(properties, "scope.complianceResourceTypes");
  const text = at(properties, "source.customPolicyDetails.policyText");
  return every([
    is(at(properties, "source.owner"), "CUSTOM_POLICY"),
    types === UNKNOWN ? UNKNOWN : isList(types) && types.includes(resourceType),
    text === UNKNOWN ? UNKNOWN : typeof text === "string" && text.includes(`configuration.${property} `),
  ]);
}

function nameOf({ resourceType, property }: WatchingPolicy): string {
  return `on ${property} of ${resourceType}`;
}
