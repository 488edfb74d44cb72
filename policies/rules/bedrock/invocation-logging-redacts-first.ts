import { type Judgements, fail, notApplicable, pass, undecided } from "../../judgement";
import { UNKNOWN, at, show } from "../../properties";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack";
import { LOG_GROUP } from "../log-group";
import { comesAfter, eachOf, inSameRegion } from "../subjects";
import { type Truth, every, is, some } from "../truth";
import { CLOUDWATCH_CONFIG, INVOCATION_LOGGING_CONFIGURATION, decideDelivery } from "./invocation-logging";

const DATA_PROTECTION_POLICY = "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy";
const GROUP = `${CLOUDWATCH_CONFIG}.logGroupName`;

export const invocationLoggingRedactsFirst = stackRule({
  id: "invocation-logging-redacts-first",
  title: "Redacted invocation logs are masked before the first record arrives",
  severity: "critical",
  type: INVOCATION_LOGGING_CONFIGURATION,
  property: GROUP,
  rationale:
    "A data-protection policy masks only what is ingested after it: whatever arrives before it stays readable, prompts " +
    "with personal data included.",
  fix: "Put a LogDataProtectionPolicy on the log group and let the logging configuration depend on it.",
  links: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html"],
  covers: {},
  judge: (stack) =>
    eachOf(stack, INVOCATION_LOGGING_CONFIGURATION, (configuration) =>
      decideDelivery(configuration.properties, ({ mode }) =>
        mode === "redacted" ? judgeMasking(stack, configuration) : notApplicable("the content mode is not redacted"),
      ),
    ),
});

function judgeMasking(stack: Stack, configuration: StackResource): Judgements {
  const policies = stack.ofType(DATA_PROTECTION_POLICY).map((policy) => ({
    policy,
    masks: masksTheLogOf(stack, configuration, policy),
  }));
  const certain = policies.filter(({ masks }) => masks === true);
  if (certain.some(({ policy }) => comesAfter(stack, configuration, policy))) {
    return pass;
  }
  const [late] = certain;
  // What is unknown may be a policy in time, but only one that the configuration waits for.
  if (policies.some(({ policy, masks }) => masks === UNKNOWN && comesAfter(stack, configuration, policy))) {
    return undecided(GROUP);
  }
  const group = show(at(configuration.properties, GROUP));
  return late === undefined
    ? fail(GROUP, `is ${group}, which has no data-protection policy; it must have one before logging starts`)
    : fail(GROUP, `is ${group}, whose policy ${late.policy.name} may come later; logging must depend on that policy`);
}

function masksTheLogOf(stack: Stack, configuration: StackResource, policy: StackResource): Truth {
  const logged = stack.behind(configuration, GROUP, LOG_GROUP);
  const masked = stack.behind(policy, "logGroupName", LOG_GROUP);
  const linked =
    logged.found === "resources" &&
    masked.found === "resources" &&
    logged.resources.some((group) => masked.resources.includes(group));
  const name = at(configuration.properties, GROUP);
  const named =
    typeof name === "string" ? is(at(policy.properties, "logGroupName"), name) : name === UNKNOWN && UNKNOWN;
  return every([some([linked, named]), inSameRegion(stack, configuration, policy)]);
}
