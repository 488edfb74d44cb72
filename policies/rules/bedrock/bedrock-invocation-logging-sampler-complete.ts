import { UNKNOWN, at } from "../../properties";
import { decide, found } from "../../requirements";
import {
  FUNCTION_PERMISSION,
  FUNCTION_RETRIES,
  INVOCATION_LOGGING,
  INVOCATION_LOGGING_CONFIGURATION,
} from "../../resources";
import { type Results, all, fail, notApplicable, undecided } from "../../result";
import { stackRule } from "../../rule";
import { type Sampler, samplersOf } from "../../stack/sampled-invocations";
import type { Stack, StackResource } from "../../stack/stack";
import { about, comesAfter } from "../../stack/subjects";
import { type Truth, every, is, must, not, some } from "../../truth";
import { LOG_GROUP_NAME } from "./invocation-logging";

const FAILURES = FUNCTION_RETRIES.path("destinationConfig.onFailure.destination");

export const bedrockInvocationLoggingSamplerComplete = stackRule(INVOCATION_LOGGING, {
  id: "bedrock-invocation-logging-sampler-complete",
  title:
    "Sampled Bedrock model invocation logs send every record to their sampling function, and keep what it cannot write",
  severity: "high",
  property: "content",
  rationale:
    "Whole records are deleted after a day. What does not reach the function by then, or what it gives up without a destination for failures, is in no log group any more.",
  remediation:
    "Use InvocationLogging with content sampled, or declare a subscription of every event to the function, the permission for CloudWatch Logs to call it, and a destination on failure, and make the logging configuration depend on the subscription.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample",
    "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
  ],
  checkEach: (component, { stack, property }) =>
    decide(component.properties, property, (content) =>
      content === "sampled"
        ? stack
            .ofType(INVOCATION_LOGGING_CONFIGURATION)
            .filter(({ parent }) => parent === component.urn)
            .flatMap((configuration) => about(configuration, checkSamplers(stack, configuration)))
        : notApplicable("the content mode is not sampled"),
    ),
});

function checkSamplers(stack: Stack, configuration: StackResource): Results {
  const samplers = samplersOf(stack, configuration);
  if (samplers.length > 0) {
    return all(...samplers.map((sampler) => checkSampler(stack, configuration, sampler)));
  }
  const group = at(configuration.properties, LOG_GROUP_NAME);
  return group === UNKNOWN
    ? undecided(LOG_GROUP_NAME)
    : fail(
        LOG_GROUP_NAME,
        `${found(group)}, from which no subscription sends records to a sampling function; declare one`,
      );
}

function checkSampler(stack: Stack, configuration: StackResource, { sampler, subscription }: Sampler): Results {
  const permissions = stack.referencing(sampler, FUNCTION_PERMISSION, "function");
  const destinations = stack.referencing(sampler, FUNCTION_RETRIES, "functionName");
  const ofFunction = `the function ${sampler.name}`;
  return all(
    must(
      is(subscription.properties.filterPattern, ""),
      LOG_GROUP_NAME,
      `is the log group of the subscription ${subscription.name}, whose filterPattern leaves records out; set it to ""`,
    ),
    must(
      comesAfter(stack, configuration, subscription),
      LOG_GROUP_NAME,
      `is the log group of the subscription ${subscription.name}, which may come later than the first record; make the configuration depend on it`,
    ),
    must(
      some(
        permissions.map(({ properties: { principal, action } }) =>
          every([is(principal, "logs.amazonaws.com"), is(action, "lambda:InvokeFunction")]),
        ),
      ),
      LOG_GROUP_NAME,
      `is sampled by ${ofFunction}, which no permission lets logs.amazonaws.com call; declare one`,
    ),
    must(
      some(destinations.map(hasDestination)),
      LOG_GROUP_NAME,
      `is sampled by ${ofFunction}, which has no destination on failure, so that what it cannot write is lost; declare one`,
    ),
  );
}

function hasDestination({ properties }: StackResource): Truth {
  const destination = at(properties, FAILURES);
  return every([destination !== undefined, not(is(destination, ""))]);
}
