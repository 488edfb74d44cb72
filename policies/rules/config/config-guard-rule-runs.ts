import { type Judgements, all, decide, fail, mustBe, notApplicable, pass, undecided } from "../../judgement";
import { type PropertyMap, UNKNOWN, at, isList, show } from "../../properties";
import { resourceRule } from "../../rule";
import { CONFIG_RULE } from "./recorder";

const SOURCE_DETAILS = "source.sourceDetails";
const POLICY_RUNTIME = "source.customPolicyDetails.policyRuntime";
const POLICY_TEXT = "source.customPolicyDetails.policyText";
const RESOURCE_TYPES = "scope.complianceResourceTypes";

const MESSAGES = ["ConfigurationItemChangeNotification", "OversizedConfigurationItemChangeNotification"];
const LONGEST_POLICY_TEXT = 10_000;

/** Types that AI workloads have and AWS Config does not record. */
const UNRECORDED_TYPES = ["AWS::Logs::LogGroup", "AWS::Bedrock::Agent"];

export const configGuardRuleRuns = resourceRule({
  id: "config-guard-rule-runs",
  title: "A custom policy rule of AWS Config can run",
  severity: "medium",
  type: CONFIG_RULE,
  property: SOURCE_DETAILS,
  rationale:
    "A Guard rule without its two triggers, without text, or on a type that is not recorded is never evaluated, and a " +
    "rule that is never evaluated has no findings.",
  fix: `Trigger the rule by ${MESSAGES.join(" and ")}, with runtime guard-2.x.x, a rule block, and recorded resource types.`,
  links: [
    "https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_cfn-guard.html",
    "https://docs.aws.amazon.com/config/latest/APIReference/API_Source.html",
  ],
  covers: {},
  judge: ({ properties }) =>
    decide(properties, "source.owner", (owner) =>
      owner === "CUSTOM_POLICY"
        ? all(
            judgeTriggers(properties),
            mustBe(properties, POLICY_RUNTIME, "guard-2.x.x"),
            judgeText(properties),
            judgeScope(properties),
          )
        : notApplicable("the rule is not a custom policy rule"),
    ),
});

function judgeTriggers(properties: PropertyMap): Judgements {
  return decide(properties, SOURCE_DETAILS, (details) => {
    const messages = isList(details) ? details.map((detail) => at(detail, "messageType")) : [];
    if (messages.includes(UNKNOWN)) {
      return undecided(SOURCE_DETAILS);
    }
    const exact = messages.length === MESSAGES.length && MESSAGES.every((message) => messages.includes(message));
    const got = messages.length === 0 ? "no message" : messages.map(show).join(" and ");
    return exact ? pass : fail(SOURCE_DETAILS, `is triggered by ${got}; it must be ${MESSAGES.join(" and ")}`);
  });
}

function judgeText(properties: PropertyMap): Judgements {
  return decide(properties, POLICY_TEXT, (text) => {
    const length = typeof text === "string" ? text.length : 0;
    if (length > LONGEST_POLICY_TEXT) {
      return fail(POLICY_TEXT, `is ${length} characters long; it must be at most ${LONGEST_POLICY_TEXT}`);
    }
    return typeof text === "string" && /^\s*rule\s+\w+/m.test(text)
      ? pass
      : fail(POLICY_TEXT, `is ${show(text)}; it must hold a rule block`);
  });
}

function judgeScope(properties: PropertyMap): Judgements {
  return decide(properties, RESOURCE_TYPES, (types) => {
    const unrecorded = UNRECORDED_TYPES.filter((type) => isList(types) && types.includes(type));
    if (unrecorded.length > 0) {
      return fail(RESOURCE_TYPES, `has ${unrecorded.join(", ")}; it must name types that AWS Config records`);
    }
    return isList(types) && types.includes(UNKNOWN) ? undecided(RESOURCE_TYPES) : pass;
  });
}
