import { UNKNOWN, at } from "../../properties";
import { found } from "../../requirements";
import { INVOCATION_LOGGING_CONFIGURATION, LOG_DATA_PROTECTION_POLICY, LOG_GROUP } from "../../resources";
import { type Results, fail, notApplicable, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResource, StackResourceOf } from "../../stack/stack";
import { comesAfter, inSameRegion } from "../../stack/subjects";
import { type Truth, every, is, some } from "../../truth";
import { LOG_GROUP_NAME, decideDelivery } from "./invocation-logging";

const MASKED_GROUP = LOG_DATA_PROTECTION_POLICY.path("logGroupName");

export const bedrockInvocationLoggingMaskedFirst = stackRule(INVOCATION_LOGGING_CONFIGURATION, {
  id: "bedrock-invocation-logging-masked-first",
  title: "Redacted Bedrock model invocation logs are masked before the first record arrives",
  severity: "critical",
  property: LOG_GROUP_NAME,
  rationale:
    "A data protection policy masks only what is ingested after it is set. Whatever arrives before it stays " +
    "readable, including prompts with personal data.",
  remediation: "Declare a LogDataProtectionPolicy on the log group and make the logging configuration depend on it.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html"],
  checkEach: (configuration, { stack }) =>
    decideDelivery(configuration.properties, ({ modes }) =>
      modes.includes("redacted")
        ? checkMasking(stack, configuration)
        : notApplicable("the content mode is not redacted"),
    ),
});

function checkMasking(stack: Stack, configuration: StackResource): Results {
  const policies = stack.ofType(LOG_DATA_PROTECTION_POLICY).map((policy) => ({
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
    return undecided(LOG_GROUP_NAME);
  }
  const group = found(at(configuration.properties, LOG_GROUP_NAME));
  const problem =
    late === undefined
      ? "which has no data protection policy; declare one and make the configuration depend on it"
      : `whose data protection policy ${late.policy.name} may come later; make the configuration depend on that policy`;
  return fail(LOG_GROUP_NAME, `${group}, ${problem}`);
}

function masksTheLogOf(
  stack: Stack,
  configuration: StackResource,
  policy: StackResourceOf<typeof LOG_DATA_PROTECTION_POLICY>,
): Truth {
  const logged = stack.references(configuration, LOG_GROUP_NAME, LOG_GROUP);
  const masked = stack.references(policy, MASKED_GROUP, LOG_GROUP);
  const linked =
    logged.found === "resources" &&
    masked.found === "resources" &&
    logged.resources.some((group) => masked.resources.includes(group));
  const name = at(configuration.properties, LOG_GROUP_NAME);
  const named = typeof name === "string" ? is(policy.properties.logGroupName, name) : name === UNKNOWN && UNKNOWN;
  return every([some([linked, named]), inSameRegion(stack, configuration, policy)]);
}
