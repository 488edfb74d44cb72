import { cloudtrailBucketObjectLock } from "../../../../policies/rules/cloudtrail/cloudtrail-bucket-object-lock";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";

const TRAIL = { type: "aws:cloudtrail/trail:Trail" };
const BUCKET = { type: "aws:s3/bucket:Bucket", name: "baseline-trail-bucket" };
const LOCK = {
  type: "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
  name: "baseline-trail-bucket-object-lock",
};
const VERSIONING = { type: "aws:s3/bucketVersioning:BucketVersioning", name: "baseline-trail-bucket-versioning" };

const lacking = (what: string) => ({
  name: "baseline-trail",
  message: `references the bucket baseline-trail-bucket, which has no ${what}`,
});
const unlocked = [lacking("Object Lock with a default retention; set its mode and period")] as const;
const unversioned = [lacking("versioning enabled; enable it")] as const;

describeStackRule(cloudtrailBucketObjectLock, {
  fails: [
    { title: "a bucket without Object Lock", change: (stack) => without(stack, LOCK), findings: unlocked },
    {
      title: "a lock without a default retention",
      change: (stack) => changeAll(stack, LOCK, { remove: ["rule"] }),
      findings: unlocked,
    },
    {
      title: "a lock without a mode",
      change: (stack) => changeAll(stack, LOCK, { remove: ["rule.defaultRetention.mode"] }),
      findings: unlocked,
    },
    {
      title: "a lock without a period",
      change: (stack) => changeAll(stack, LOCK, { remove: ["rule.defaultRetention.days"] }),
      findings: unlocked,
    },
    {
      title: "a lock for no days",
      change: (stack) => changeAll(stack, LOCK, { set: { "rule.defaultRetention.days": 0 } }),
      findings: unlocked,
    },
    { title: "a bucket without versioning", change: (stack) => without(stack, VERSIONING), findings: unversioned },
    {
      title: "a bucket whose versioning is suspended",
      change: (stack) => changeAll(stack, VERSIONING, { set: { "versioningConfiguration.status": "Suspended" } }),
      findings: unversioned,
    },
    {
      title: "a bucket with neither",
      change: (stack) => without(without(stack, LOCK), VERSIONING),
      findings: [...unlocked, ...unversioned],
    },
  ],
  passes: [
    {
      title: "a lock in governance mode for one day",
      change: (stack) => changeAll(stack, LOCK, { set: { "rule.defaultRetention": { mode: "GOVERNANCE", days: 1 } } }),
    },
    {
      title: "a lock for years",
      change: (stack) => changeAll(stack, LOCK, { set: { "rule.defaultRetention": { mode: "COMPLIANCE", years: 1 } } }),
    },
    {
      title: "a bucket with both in its own properties",
      change: (stack) =>
        changeAll(without(without(stack, LOCK), VERSIONING), BUCKET, {
          set: {
            "objectLockConfiguration.rule.defaultRetention": { mode: "COMPLIANCE", days: 365 },
            "versioning.enabled": true,
          },
        }),
    },
  ],
  unknown: [
    {
      title: "the mode of the lock",
      change: (stack) => changeAll(stack, LOCK, { set: { "rule.defaultRetention.mode": UNKNOWN_VALUE } }),
      property: "s3BucketName",
    },
    {
      title: "the period of the lock",
      change: (stack) => changeAll(stack, LOCK, { set: { "rule.defaultRetention.days": UNKNOWN_VALUE } }),
      property: "s3BucketName",
    },
    {
      title: "the bucket's versioning",
      change: (stack) => changeAll(stack, VERSIONING, { set: { versioningConfiguration: UNKNOWN_VALUE } }),
      property: "s3BucketName",
    },
    {
      title: "a bucket of another stack",
      change: (stack) => changeAll(without(stack, BUCKET), TRAIL, { set: { s3BucketName: "acme-log-archive" } }),
      property: "s3BucketName",
    },
    {
      title: "a bucket that is not known yet",
      change: (stack) => changeAll(without(stack, BUCKET), TRAIL, { set: { s3BucketName: UNKNOWN_VALUE } }),
      property: "s3BucketName",
    },
  ],
});
