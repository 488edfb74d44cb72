import { cloudtrailBucketRetention } from "../../../../policies/rules/cloudtrail/cloudtrail-bucket-retention";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";

const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const LIFECYCLE = {
  type: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  name: "baseline-trail-bucket-lifecycle",
};
const LOCK = { type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration" };

const expires = (days: number) => ({ set: { "rules.0.expiration.days": days } });
const locked = (days: number) => ({ set: { "rule.defaultRetention.days": days } });

describeStackRule(cloudtrailBucketRetention, {
  fails: [
    {
      title: "log files that expire a day too soon",
      change: (stack) => changeAll(stack, LIFECYCLE, expires(364)),
      findings: [
        {
          name: "baseline-trail",
          message:
            "references the bucket baseline-trail-bucket, whose objects expire after 364 days; keep them for at least 365 days",
        },
      ],
    },
    {
      title: "log files that all expire on a date, by a rule for their folder",
      change: (stack) =>
        changeAll(stack, LIFECYCLE, {
          set: { "rules.0.filter": { prefix: "AWSLogs/" }, "rules.0.expiration": { date: "2027-01-01T00:00:00Z" } },
        }),
      findings: [
        {
          name: "baseline-trail",
          message:
            'references the bucket baseline-trail-bucket, whose objects expire on "2027-01-01T00:00:00Z"; keep them for at least 365 days',
        },
      ],
    },
    {
      title: "log files that are locked a day too short",
      change: (stack) => changeAll(stack, LOCK, locked(364)),
      findings: [
        {
          name: "baseline-trail",
          message:
            "references the bucket baseline-trail-bucket, whose objects are locked for 364 days; lock them for at least 365 days",
        },
      ],
    },
    {
      title: "a year where the settings require two",
      change: (stack) => changeAll(stack, LIFECYCLE, expires(365)),
      settings: { minimumDays: 730 },
      findings: [
        {
          name: "baseline-trail",
          message:
            "references the bucket baseline-trail-bucket, whose objects expire after 365 days; keep them for at least 730 days",
        },
      ],
    },
  ],
  passes: [
    {
      title: "a year exactly",
      change: (stack) => changeAll(changeAll(stack, LIFECYCLE, expires(365)), LOCK, locked(365)),
    },
    {
      title: "a rule for a folder into which the trail delivers nothing",
      change: (stack) =>
        changeAll(stack, LIFECYCLE, {
          set: { "rules.0.filter": { prefix: "query-results/" }, "rules.0.expiration.days": 1 },
        }),
    },
    { title: "a bucket in which nothing expires", change: (stack) => without(stack, LIFECYCLE) },
    {
      title: "a lifecycle rule that is disabled",
      change: (stack) =>
        changeAll(changeAll(stack, LIFECYCLE, expires(1)), LIFECYCLE, { set: { "rules.0.status": "Disabled" } }),
    },
    { title: "a bucket without Object Lock, which another rule checks", change: (stack) => without(stack, LOCK) },
    {
      title: "a lock in years",
      change: (stack) => changeAll(stack, LOCK, { set: { "rule.defaultRetention": { mode: "COMPLIANCE", years: 1 } } }),
    },
  ],
  unknown: [
    {
      title: "a period that is not known yet",
      change: (stack) => changeAll(stack, LIFECYCLE, { set: { "rules.0.expiration.days": UNKNOWN_VALUE } }),
      property: "s3BucketName",
    },
    {
      title: "rules that are not known yet",
      change: (stack) => changeAll(stack, LIFECYCLE, { set: { rules: UNKNOWN_VALUE } }),
      property: "s3BucketName",
    },
    {
      title: "a bucket of another stack",
      change: (stack) =>
        changeAll(without(stack, { type: "aws:s3/bucket:Bucket" }), TRAIL, { set: { s3BucketName: "acme" } }),
      property: "s3BucketName",
    },
  ],
});
