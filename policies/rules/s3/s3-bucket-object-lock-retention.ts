import { at } from "../../properties";
import { equals, isWithin } from "../../requirements";
import { BUCKET_OBJECT_LOCK } from "../../resources";
import { all } from "../../result";
import { resourceRule } from "../../rule";
import { wholeNumber } from "../../settings";

const DAYS = BUCKET_OBJECT_LOCK.path("rule.defaultRetention.days");
const YEARS = BUCKET_OBJECT_LOCK.path("rule.defaultRetention.years");

export const s3BucketObjectLockRetention = resourceRule(BUCKET_OBJECT_LOCK, {
  id: "s3-bucket-object-lock-retention",
  title: "S3 Object Lock configurations retain new objects for a minimum time",
  severity: "high",
  elsewhere: "evidence",
  property: "rule.defaultRetention.mode",
  rationale:
    "Object Lock without a default retention locks nothing by itself: services that deliver logs set no retention.",
  remediation:
    "Set rule.defaultRetention with the mode GOVERNANCE or COMPLIANCE, and with days (or years) of at least the " +
    "minimum.",
  references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"],
  related: {
    prowler: ["s3_bucket_object_lock"],
    securityHub: ["S3.15"],
    config: ["S3_BUCKET_DEFAULT_LOCK_ENABLED"],
  },
  settings: {
    minimumDays: wholeNumber({ minimum: 1, default: 90, description: "Least default retention, in days." }),
  },
  check: ({ properties }, { property, settings: { minimumDays } }) =>
    all(
      equals(["GOVERNANCE", "COMPLIANCE"])(properties, property),
      // S3 takes days or years, never both.
      at(properties, YEARS) === undefined
        ? isWithin({ minimum: minimumDays })(properties, DAYS)
        : isWithin({ minimum: Math.ceil(minimumDays / 365) })(properties, YEARS),
    ),
});
