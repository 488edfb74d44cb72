import { decide } from "../../judgement";
import { type Value, UNKNOWN, at, isList, isMap } from "../../properties";
import { type RuleConfig, resourceRule } from "../../rule";
import { type Truth, every, is, must, some } from "../truth";
import { BUCKET_LIFECYCLE } from "./bucket";

export const bucketLifecycleBounded = resourceRule({
  id: "bucket-lifecycle-bounded",
  title: "Everything in a bucket expires in the end, and not too soon",
  severity: "medium",
  type: BUCKET_LIFECYCLE,
  property: "rules",
  rationale:
    "What never expires is kept beyond its purpose, which data protection law forbids for prompts; what expires too soon is no " +
    "evidence. Old versions and abandoned uploads are not seen in the bucket, and stay for ever by default.",
  fix:
    "Give an enabled rule without a filter the fields expiration.days (within the bounds), " +
    "noncurrentVersionExpiration.noncurrentDays and abortIncompleteMultipartUpload.daysAfterInitiation.",
  links: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html",
  ],
  covers: {
    prowler: ["s3_bucket_lifecycle_enabled"],
    checkov: ["CKV_AWS_300"],
    config: ["S3_LIFECYCLE_POLICY_CHECK", "S3_VERSION_LIFECYCLE_POLICY_CHECK"],
  },
  config: {
    minimumDays: {
      type: "integer",
      minimum: 1,
      default: 30,
      description: "Least age at which objects expire, in days.",
    },
    maximumDays: { type: "integer", minimum: 1, default: 3653, description: "Greatest such age, in days." },
  },
  judge: ({ properties }, config) =>
    decide(properties, "rules", (rules) => {
      const items = isList(rules) ? rules : [];
      const demands = demandsOf(config);
      const missing = demands.filter((demand) => isMet(items, demand) === false).map(describe);
      return must(
        every(demands.map((demand) => isMet(items, demand))),
        "rules",
        `has no enabled rule on the whole bucket with ${missing.join(", ")}; it must have one`,
      );
    }),
});

/** A field that a rule on the whole bucket must have, in days. */
interface Demand {
  readonly field: string;
  readonly minimum: number;
  readonly maximum: number;
}

function demandsOf({ minimumDays, maximumDays }: RuleConfig): readonly Demand[] {
  return [
    { field: "expiration.days", minimum: Number(minimumDays), maximum: Number(maximumDays) },
    { field: "noncurrentVersionExpiration.noncurrentDays", minimum: 1, maximum: Number(maximumDays) },
    { field: "abortIncompleteMultipartUpload.daysAfterInitiation", minimum: 1, maximum: Number(maximumDays) },
  ];
}

function isMet(rules: readonly Value[], { field, minimum, maximum }: Demand): Truth {
  return some(
    rules.map((rule) =>
      every([is(at(rule, "status"), "Enabled"), isOnWholeBucket(rule), isWithin(at(rule, field), minimum, maximum)]),
    ),
  );
}

function describe({ field, minimum, maximum }: Demand): string {
  return `${field} from ${minimum} to ${maximum}`;
}

function isWithin(days: Value | undefined, minimum: number, maximum: number): Truth {
  return days === UNKNOWN ? UNKNOWN : typeof days === "number" && days >= minimum && days <= maximum;
}

/** A rule without a filter, or with an empty prefix as its only one, is on every object. */
function isOnWholeBucket(rule: Value): Truth {
  const filter = at(rule, "filter");
  const narrowing = isMap(filter) ? Object.keys(filter).filter((field) => field !== "prefix") : [];
  return every([
    filter === UNKNOWN ? UNKNOWN : narrowing.length === 0,
    isEmpty(at(filter, "prefix")),
    isEmpty(at(rule, "prefix")),
  ]);
}

function isEmpty(prefix: Value | undefined): Truth {
  return prefix === UNKNOWN ? UNKNOWN : prefix === undefined || prefix === "";
}
