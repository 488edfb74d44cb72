import { LOG_EVENT_PROCESSORS } from "../../../facts/firehose/log-export";
import { UNKNOWN, at, isList, show } from "../../properties";
import {
  ACCOUNT_BASELINE,
  DELIVERY_STREAM,
  INVOCATION_LOGGING_CONFIGURATION,
  type LOG_GROUP,
  SUBSCRIPTION_FILTER,
} from "../../resources";
import { all, pass } from "../../result";
import { stackRule } from "../../rule";
import { declined } from "../../stack/account-modes";
import { inGovernedRegions } from "../../stack/governed-regions";
import { keptLogGroups } from "../../stack/sampled-invocations";
import type { Stack, StackResource, StackResourceOf } from "../../stack/stack";
import { isInGovernedRegion } from "../../stack/subjects";
import { type Truth, every, is, must, some } from "../../truth";

const PROCESSING = DELIVERY_STREAM.path("extendedS3Configuration.processingConfiguration");
const BUCKET_ARN = DELIVERY_STREAM.path("extendedS3Configuration.bucketArn");

export const logsAccountLogExportExists = stackRule(ACCOUNT_BASELINE, {
  id: "logs-account-log-export-exists",
  title: "AWS accounts copy their logs of model invocations to a bucket as events arrive",
  severity: "medium",
  property: "governedRegions",
  rationale:
    "Whoever may delete a log group, or shorten its retention to a day, takes the only record of what models were asked. A locked bucket keeps the copy, and is read by programs that go on where they stopped.",
  remediation:
    "Declare LogExport for the log group, or a subscription of its events to a Firehose stream that decompresses them.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#FirehoseExample",
    "https://docs.aws.amazon.com/firehose/latest/dev/writing-with-cloudwatch-logs.html",
  ],
  checkEach: (baseline, { stack }) =>
    inGovernedRegions(baseline, (region, { path, governed }) => {
      const excused = declined(baseline, { name: "logExport", region }, path);
      if (excused !== undefined) {
        return excused;
      }
      const groups = invocationLogGroups(stack).filter(
        (group) => isInGovernedRegion(stack, group, region, governed) !== false,
      );
      return groups.length === 0
        ? pass
        : all(
            ...groups.map((group) =>
              must(
                some(
                  stack.referencing(group, SUBSCRIPTION_FILTER, "logGroup").map((filter) => exportsAll(stack, filter)),
                ),
                path,
                `is ${show(region)}, where no subscription sends every event of the log group ${show(at(group.properties, "name") ?? group.name)} through a Firehose stream that takes events apart to a bucket; declare LogExport for it`,
              ),
            ),
          );
    }),
});

function invocationLogGroups(stack: Stack): readonly StackResourceOf<typeof LOG_GROUP>[] {
  const configurations = stack.ofType(INVOCATION_LOGGING_CONFIGURATION);
  return [...new Set(configurations.flatMap((configuration) => keptLogGroups(stack, configuration)))];
}

function exportsAll(stack: Stack, filter: StackResourceOf<typeof SUBSCRIPTION_FILTER>): Truth {
  const reference = stack.references(filter, "destinationArn", DELIVERY_STREAM);
  if (reference.found === "unknown") {
    return UNKNOWN;
  }
  const streams = reference.found === "resources" ? reference.resources : [];
  return every([is(filter.properties.filterPattern, ""), some(streams.map(deliversLines))]);
}

function deliversLines(stream: StackResource): Truth {
  const processors = at(stream.properties, `${PROCESSING}.processors`);
  const bucket = at(stream.properties, BUCKET_ARN);
  return every([
    bucket === UNKNOWN || (bucket !== undefined && bucket !== ""),
    is(at(stream.properties, `${PROCESSING}.enabled`), true),
    ...LOG_EVENT_PROCESSORS.map(({ type }) => {
      if (processors === UNKNOWN) {
        return UNKNOWN;
      }
      return isList(processors) && some(processors.map((_, index) => is(at(processors, `${index}.type`), type)));
    }),
  ]);
}
