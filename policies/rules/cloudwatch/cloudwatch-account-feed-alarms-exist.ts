import { OPERATION_METRICS } from "../../../facts/bedrock/operation-metrics";
import { CONFIG_FAILURE_METRICS } from "../../../facts/config/failure-metrics";
import { EKS_LOG_GROUP_NAME } from "../../../facts/eks/log-types";
import { UNKNOWN, show } from "../../properties";
import { ACCOUNT_BASELINE, INVOCATION_LOGGING_CONFIGURATION, LOG_GROUP, METRIC_ALARM, RECORDER } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { declined } from "../../stack/account-modes";
import { isOf, tellsOfSilentGroup, tellsOfTheFirst, tellsOfUnlogged } from "../../stack/alarms";
import { inGovernedRegions } from "../../stack/governed-regions";
import { keptLogGroups } from "../../stack/sampled-invocations";
import type { Stack, StackResource, StackResourceOf } from "../../stack/stack";
import { isInGovernedRegion } from "../../stack/subjects";
import { type Truth, every, not, some } from "../../truth";

type Alarm = StackResourceOf<typeof METRIC_ALARM>;
type LogGroup = StackResourceOf<typeof LOG_GROUP>;

export const cloudwatchAccountFeedAlarmsExist = stackRule(ACCOUNT_BASELINE, {
  id: "cloudwatch-account-feed-alarms-exist",
  title: "AWS accounts alarm on logs that fall silent and on configuration records that do not arrive",
  severity: "medium",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "A log that receives nothing looks like one in which nothing happened. That a cluster stopped auditing, that models are called and " +
    "nothing is logged, or that AWS Config cannot deliver is otherwise found when the evidence is asked for, and then it is not there.",
  remediation:
    "Declare FeedAlarms in the region, or alarms of your own, each with an action: on IncomingLogEvents of each cluster's log group, by an " +
    "expression on those of the log of invocations and Bedrock's Invocations, and on the failures of AWS Config.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Monitoring-CloudWatch-Metrics.html",
    "https://docs.aws.amazon.com/config/latest/developerguide/viewing-the-aws-config-dashboard.html",
  ],
  checkEach: (baseline, { stack }) => {
    const feeds = feedsOf(stack);
    return inGovernedRegions(baseline, (region, { path, governed }) => {
      const excused = declined(baseline, { name: "alerting", region }, path);
      if (excused !== undefined) {
        return excused;
      }
      const isHere = (resource: StackResource): Truth => isInGovernedRegion(stack, resource, region, governed);
      const alarms = stack.ofType(METRIC_ALARM).map((alarm): Candidate => ({ alarm, isHere: isHere(alarm) }));
      const watched = feeds.map((feed) => ({
        ...feed,
        isWatched: some([not(every([feed.isFeed, isHere(feed.resource)])), isToldByOne(alarms, feed)]),
      }));
      const missing = new Set(watched.filter(({ isWatched }) => isWatched === false).map(({ name }) => name));
      if (missing.size > 0) {
        return fail(
          path,
          `is ${show(region)}, where no alarm tells of ${[...missing].join(", ")}; declare FeedAlarms there`,
        );
      }
      return watched.some(({ isWatched }) => isWatched === UNKNOWN) ? undecided(path) : pass;
    });
  },
});

interface Candidate {
  readonly alarm: Alarm;
  readonly isHere: Truth;
}

function isToldByOne(alarms: readonly Candidate[], { isTold }: Feed): Truth {
  return some(alarms.map(({ alarm, isHere }) => every([isHere, isTold(alarm)])));
}

/** What should not stop, or fail, unnoticed. */
interface Feed {
  readonly resource: StackResource;
  /** Whether it is one: a log group shows it by its name. */
  readonly isFeed: Truth;
  /** As a message names what is told of it. */
  readonly name: string;
  readonly isTold: (alarm: Alarm) => Truth;
}

function feedsOf(stack: Stack): readonly Feed[] {
  return [
    ...stack.ofType(LOG_GROUP).map(clusterFeed),
    ...stack
      .ofType(INVOCATION_LOGGING_CONFIGURATION)
      .flatMap((configuration) => keptLogGroups(stack, configuration))
      .map(invocationFeed),
    ...stack.ofType(RECORDER).flatMap(recorderFeeds),
  ];
}

function clusterFeed(group: LogGroup): Feed {
  const groupName = group.properties.name;
  return {
    resource: group,
    isFeed: groupName === UNKNOWN ? UNKNOWN : typeof groupName === "string" && EKS_LOG_GROUP_NAME.test(groupName),
    name: `the silence of the log group ${show(groupName)}`,
    isTold: (alarm) => tellsOfSilentGroup(alarm, group),
  };
}

function invocationFeed(group: LogGroup): Feed {
  return {
    resource: group,
    isFeed: true,
    name: `model calls of which the log group ${show(group.properties.name ?? group.name)} receives nothing`,
    isTold: (alarm) => tellsOfUnlogged(alarm, group, OPERATION_METRICS.invocations),
  };
}

function recorderFeeds(recorder: StackResource): readonly Feed[] {
  return Object.values(CONFIG_FAILURE_METRICS).map((metric) => ({
    resource: recorder,
    isFeed: true,
    name: `${metric.namespace} ${metric.name}`,
    isTold: (alarm) => every([isOf(alarm.properties, metric), tellsOfTheFirst(alarm)]),
  }));
}
