import { configDeliveryBucketRetention } from "../../../../policies/rules/config/config-delivery-bucket-retention";
import type { WireMap, WireValue } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type FailingStackCase, describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack } from "../../state-changes";
import { declared } from "../stack-resources";
import { CHANNEL } from "./prod-names";

const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const A_DAY = { status: "Enabled", expiration: { days: 1 } };

/** A channel that delivers below `history/`, and the bucket's lifecycle. */
const delivering = (rules: WireValue, channel: WireMap = {}) => [
  ...emptyStack(),
  declared("aws:s3/bucket:Bucket", "history", { bucket: "history" }),
  declared(CHANNEL.type, "channel", { s3BucketName: "history", s3KeyPrefix: "history", ...channel }),
  declared(LIFECYCLE, "lifecycle", { bucket: "history", rules }),
];

const fails = (title: string, rule: WireMap, words: string): FailingStackCase => ({
  title,
  change: () => delivering([rule]),
  findings: [
    {
      name: "channel",
      message: `references the bucket history, whose objects expire ${words}; keep them for at least 365 days`,
    },
  ],
});

const passes = (title: string, rule: WireMap, channel: WireMap = {}) => ({
  title,
  change: () => delivering([rule], channel),
});

const unknown = (title: string, rules: WireValue, channel: WireMap = {}) => ({
  title,
  change: () => delivering(rules, channel),
  property: "s3BucketName",
});

describeStackRule(configDeliveryBucketRetention, {
  fails: [
    fails("histories that expire a day too soon", { status: "Enabled", expiration: { days: 364 } }, "after 364 days"),
    fails(
      "histories that all expire on a date",
      { status: "Enabled", expiration: { date: "2020-01-01T00:00:00Z" } },
      'on "2020-01-01T00:00:00Z"',
    ),
    fails("a rule for what is delivered alone", { ...A_DAY, filter: { prefix: "history/AWSLogs/" } }, "after 1 days"),
    fails(
      "a rule for a part of what is delivered",
      { ...A_DAY, filter: { prefix: "history/AWSLogs/1111" } },
      "after 1 days",
    ),
    fails("a rule for more than what is delivered", { ...A_DAY, prefix: "hist" }, "after 1 days"),
    fails(
      "a rule for what is delivered and large",
      { ...A_DAY, filter: { and: { prefix: "history/", objectSizeGreaterThan: 1 } } },
      "after 1 days",
    ),
  ],
  passes: [
    passes("a year exactly", { status: "Enabled", expiration: { days: 365 } }),
    passes("a rule for something else in the bucket", { ...A_DAY, filter: { prefix: "query-results/" } }),
    passes("a rule for the same folder without the prefix of the channel", {
      ...A_DAY,
      filter: { prefix: "AWSLogs/" },
    }),
    passes("a rule for tagged objects, which nobody delivers", { ...A_DAY, filter: { tag: { key: "a", value: "b" } } }),
    passes("a rule that is disabled", { ...A_DAY, status: "Disabled" }),
    passes("a rule that expires nothing", {
      status: "Enabled",
      abortIncompleteMultipartUpload: { daysAfterInitiation: 1 },
    }),
  ],
  unknown: [
    unknown("rules", UNKNOWN_VALUE),
    unknown("a period", [{ status: "Enabled", expiration: { days: UNKNOWN_VALUE } }]),
    unknown("a date", [{ status: "Enabled", expiration: { date: UNKNOWN_VALUE } }]),
    unknown("a status", [{ ...A_DAY, status: UNKNOWN_VALUE }]),
    unknown("a filter", [{ ...A_DAY, filter: UNKNOWN_VALUE }]),
    unknown("the prefix of a rule", [{ ...A_DAY, filter: { prefix: UNKNOWN_VALUE } }]),
    unknown("the prefix of the channel", [{ ...A_DAY, filter: { prefix: "a" } }], { s3KeyPrefix: UNKNOWN_VALUE }),
    {
      title: "a bucket of another stack",
      change: (stack) => changeAll(stack, CHANNEL, { set: { s3BucketName: "theirs" } }),
      property: "s3BucketName",
    },
  ],
});
