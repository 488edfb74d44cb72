import { at } from "../../properties";
import { ACCOUNT_BASELINE, CONFIG_RULE } from "../../resources";
import { stackRule } from "../../rule";
import { declined } from "../../stack/account-modes";
import { inGovernedRegions } from "../../stack/governed-regions";
import { is } from "../../truth";
import { hasRules, type RequiredRule } from "./governed-region-rules";

/** No name or parameter is the same in every team's own rule: that there is a function to ask is what can be seen. */
const ANSWERED_BY_A_FUNCTION: RequiredRule = {
  name: "one that a Lambda function answers",
  matches: ({ properties }) => is(at(properties, CONFIG_RULE.path("source.owner")), "CUSTOM_LAMBDA"),
};

export const configAccountPeriodicChecksExist = stackRule(ACCOUNT_BASELINE, {
  id: "config-account-periodic-checks-exist",
  title: "Accounts have what AWS Config does not record checked by a function, in every governed region",
  severity: "medium",
  enforcementLevel: "advisory",
  property: "governedRegions",
  rationale:
    "AWS Config records neither Bedrock's model invocation logging nor how long every log group keeps its events against both bounds. Somebody who switches the logging off changes nothing that another of its rules looks at.",
  remediation: "Declare PeriodicChecks in the region, or a custom Lambda rule of your own.",
  references: [
    "https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html",
  ],
  checkEach: (baseline, { stack }) =>
    inGovernedRegions(
      baseline,
      (region, place) =>
        declined(baseline, { name: "periodicChecks", region }, place.path) ??
        hasRules(stack, baseline, region, place, [ANSWERED_BY_A_FUNCTION]),
    ),
});
