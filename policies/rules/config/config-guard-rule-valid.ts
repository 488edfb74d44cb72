import { GUARD, UNRECORDED_RESOURCE_TYPES } from "../../../facts/config/limits";
import { type PropertyMap, UNKNOWN, at, isList, show } from "../../properties";
import { decide, equals, found } from "../../requirements";
import { CONFIG_RULE } from "../../resources";
import { type Results, all, fail, notApplicable, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";

const SOURCE_DETAILS = CONFIG_RULE.path("source.sourceDetails");
const POLICY_RUNTIME = CONFIG_RULE.path("source.customPolicyDetails.policyRuntime");
const POLICY_TEXT = CONFIG_RULE.path("source.customPolicyDetails.policyText");
const RESOURCE_TYPES = CONFIG_RULE.path("scope.complianceResourceTypes");

export const configGuardRuleValid = resourceRule(CONFIG_RULE, {
  id: "config-guard-rule-valid",
  title: "AWS Config custom policy rules can be evaluated",
  severity: "medium",
  property: SOURCE_DETAILS,
  rationale:
    "A Guard rule without its two message types, without a rule block, or on a type that is not recorded is never " +
    "evaluated, and so never reports a finding.",
  remediation:
    `Trigger the rule by ${GUARD.messages.join(" and ")}, with the runtime ${GUARD.runtime}, a rule block, and recorded ` +
    "resource types.",
  references: [
    "https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_cfn-guard.html",
    "https://docs.aws.amazon.com/config/latest/APIReference/API_Source.html",
  ],
  check: ({ properties }) =>
    decide(properties, CONFIG_RULE.path("source.owner"), (owner) =>
      owner === "CUSTOM_POLICY"
        ? all(
            checkTriggers(properties),
            equals(GUARD.runtime)(properties, POLICY_RUNTIME),
            checkText(properties),
            checkScope(properties),
          )
        : notApplicable("the rule is not a custom policy rule"),
    ),
});

function checkTriggers(properties: PropertyMap): Results {
  return decide(properties, SOURCE_DETAILS, (details) => {
    const messages = isList(details) ? details.map((detail) => at(detail, "messageType")) : [];
    if (messages.includes(UNKNOWN)) {
      return undecided(SOURCE_DETAILS);
    }
    const exact =
      messages.length === GUARD.messages.length && GUARD.messages.every((message) => messages.includes(message));
    const got =
      messages.length === 0 ? "has no message type" : `has the message types ${messages.map(show).join(", ")}`;
    return exact ? pass : fail(SOURCE_DETAILS, `${got}; set exactly ${GUARD.messages.join(" and ")}`);
  });
}

function checkText(properties: PropertyMap): Results {
  return decide(properties, POLICY_TEXT, (text) => {
    const length = typeof text === "string" ? text.length : 0;
    if (length > GUARD.longestText) {
      return fail(POLICY_TEXT, `has ${length} characters; shorten it to at most ${GUARD.longestText}`);
    }
    return typeof text === "string" && /^\s*rule\s+\w+/m.test(text)
      ? pass
      : fail(POLICY_TEXT, `${found(text)}; set it to Guard text with a rule block`);
  });
}

function checkScope(properties: PropertyMap): Results {
  return decide(properties, RESOURCE_TYPES, (types) => {
    const unrecorded = UNRECORDED_RESOURCE_TYPES.filter((type) => isList(types) && types.includes(type));
    if (unrecorded.length > 0) {
      const message = `has ${unrecorded.join(", ")}, which AWS Config does not record; name recorded types only`;
      return fail(RESOURCE_TYPES, message);
    }
    return isList(types) && types.includes(UNKNOWN) ? undecided(RESOURCE_TYPES) : pass;
  });
}
