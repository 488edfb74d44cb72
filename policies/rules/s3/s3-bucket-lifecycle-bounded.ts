import { type PropertyMap, type Value, UNKNOWN, at, isList, isMap } from "../../properties";
import { decide, found } from "../../requirements";
import { BUCKET_LIFECYCLE } from "../../resources";
import { all } from "../../result";
import { resourceRule } from "../../rule";
import { wholeNumber } from "../../settings";
import { type Truth, every, is, must, some } from "../../truth";

export const s3BucketLifecycleBounded = resourceRule(BUCKET_LIFECYCLE, {
  id: "s3-bucket-lifecycle-bounded",
  title: "S3 bucket lifecycles expire every object within bounds",
  severity: "medium",
  elsewhere: "evidence",
  property: "rules",
  rationale:
    "Objects that never expire are kept beyond their purpose, which data protection law forbids for prompts. " +
    "Objects that expire too soon are no evidence. Noncurrent versions and incomplete uploads do not show in the " +
    "bucket and stay forever by default.",
  remediation:
    "Set expiration.days (within the bounds), noncurrentVersionExpiration.noncurrentDays and " +
    "abortIncompleteMultipartUpload.daysAfterInitiation in an enabled rule without a filter.",
  references: [
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html",
  ],
  related: {
    prowler: ["s3_bucket_lifecycle_enabled"],
    checkov: ["CKV_AWS_300"],
    config: ["S3_LIFECYCLE_POLICY_CHECK", "S3_VERSION_LIFECYCLE_POLICY_CHECK"],
  },
  settings: {
    minimumDays: wholeNumber({
      minimum: 1,
      default: 30,
      description: "Least age at which objects expire, in days.",
    }),
    maximumDays: wholeNumber({
      minimum: 1,
      default: 3653,
      description: "Greatest age at which objects, noncurrent versions and incomplete uploads expire, in days.",
    }),
  },
  check: ({ properties }, { property, settings: { minimumDays, maximumDays } }) =>
    decide(properties, property, (rules) => {
      const limits: readonly Limit[] = [
        { field: "expiration.days", minimum: minimumDays, maximum: maximumDays },
        { field: "noncurrentVersionExpiration.noncurrentDays", minimum: 1, maximum: maximumDays },
        { field: "abortIncompleteMultipartUpload.daysAfterInitiation", minimum: 1, maximum: maximumDays },
      ];
      const readers = isList(rules) ? rules.map((_, index) => readerOf(properties, index)) : [];
      const met = limits.map((limit) => some(readers.map((read) => isMet(read, limit))));
      const missing = limits.filter((_, index) => met[index] === false).map(inWords);
      const message = `has no enabled rule for the whole bucket with ${missing.join(", ")}; add one`;
      return all(
        must(every(met), property, message),
        // Where rules overlap, S3 takes the shortest: a good one beside it changes nothing.
        ...(met[0] === false ? [] : readers).map((read, index) =>
          must(
            !expiresTooSoon(read, minimumDays),
            `${property}.${index}.expiration`,
            `${found(read("expiration"))} on the whole bucket, and counts before any longer one; set days from ${minimumDays}`,
          ),
        ),
      );
    }),
});

type DaysField =
  | "expiration.days"
  | "noncurrentVersionExpiration.noncurrentDays"
  | "abortIncompleteMultipartUpload.daysAfterInitiation";

/** Bounds of a field that a rule for the whole bucket has to set, in days. */
interface Limit {
  readonly field: DaysField;
  readonly minimum: number;
  readonly maximum: number;
}

/** Reads a field of one lifecycle rule. */
type Reader = (
  field: DaysField | "status" | "prefix" | "filter" | "filter.prefix" | "expiration" | "expiration.date",
) => Value | undefined;

function readerOf(properties: PropertyMap, rule: number): Reader {
  return (field) => at(properties, BUCKET_LIFECYCLE.path(`rules.${rule}.${field}`));
}

function isMet(read: Reader, { field, minimum, maximum }: Limit): Truth {
  return every([is(read("status"), "Enabled"), isForWholeBucket(read), isWithinDays(read(field), minimum, maximum)]);
}

/** Before the least age, or on a date, whatever the age; what is not known is the other requirement's finding. */
function expiresTooSoon(read: Reader, minimumDays: number): boolean {
  const days = read("expiration.days");
  const isEarly = read("expiration.date") !== undefined || (typeof days === "number" && days < minimumDays);
  return isEarly && every([is(read("status"), "Enabled"), isForWholeBucket(read)]) === true;
}

function inWords({ field, minimum, maximum }: Limit): string {
  return `${field} from ${minimum} to ${maximum}`;
}

function isWithinDays(days: Value | undefined, minimum: number, maximum: number): Truth {
  return days === UNKNOWN ? UNKNOWN : typeof days === "number" && days >= minimum && days <= maximum;
}

/** A rule without a filter, or with an empty prefix as its only one, applies to every object. */
function isForWholeBucket(read: Reader): Truth {
  const filter = read("filter");
  const narrowing = isMap(filter) ? Object.keys(filter).filter((field) => field !== "prefix") : [];
  return every([
    filter === UNKNOWN ? UNKNOWN : narrowing.length === 0,
    isEmpty(read("filter.prefix")),
    isEmpty(read("prefix")),
  ]);
}

function isEmpty(prefix: Value | undefined): Truth {
  return prefix === UNKNOWN ? UNKNOWN : prefix === undefined || prefix === "";
}
