import { type Judgements, all, mustBe, mustBeWithin } from "../../judgement";
import { type PropertyMap, at } from "../../properties";
import { resourceRule } from "../../rule";
import { BUCKET_OBJECT_LOCK } from "./bucket";

const RETENTION = "rule.defaultRetention";

export const bucketObjectLockRetained = resourceRule({
  id: "bucket-object-lock-retained",
  title: "An Object Lock keeps every new object for a least time",
  severity: "high",
  type: BUCKET_OBJECT_LOCK,
  property: `${RETENTION}.mode`,
  rationale:
    "A lock without a default retention locks nothing by itself: services that deliver logs set none of their own.",
  fix: "Set rule.defaultRetention with mode GOVERNANCE or COMPLIANCE, and days (or years) of the minimum or more.",
  links: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"],
  covers: {
    prowler: ["s3_bucket_object_lock"],
    securityHub: ["S3.15"],
    config: ["S3_BUCKET_DEFAULT_LOCK_ENABLED"],
  },
  config: {
    minimumDays: { type: "integer", minimum: 1, default: 90, description: "Least default retention, in days." },
  },
  judge: ({ properties }, { minimumDays }) =>
    all(
      mustBe(properties, `${RETENTION}.mode`, ["GOVERNANCE", "COMPLIANCE"]),
      mustLast(properties, Number(minimumDays)),
    ),
});

/** S3 takes days or years, never both. */
function mustLast(properties: PropertyMap, minimumDays: number): Judgements {
  return at(properties, `${RETENTION}.years`) === undefined
    ? mustBeWithin(properties, `${RETENTION}.days`, { minimum: minimumDays })
    : mustBeWithin(properties, `${RETENTION}.years`, { minimum: Math.ceil(minimumDays / 365) });
}
