/** The buckets of a model's lineage: each has one configuration of notifications and one of access logging, which a second PUT replaces. */
import { CLEAR, type Collision, type Decided, type Setting, collide, leaveOpen, together } from "./collision";
import { type Declared, ofType } from "./declared";
import type { ObservedAccount, ObservedBucket } from "./observed";

const NOTIFICATION = "aws:s3/bucketNotification:BucketNotification";
const LOGGING = "aws:s3/bucketLogging:BucketLogging";
const PAGE = "docs/existing-accounts/bucket-lineage.md";

/** A bucket whose configuration the stack sets, and which it does not make. */
export interface TracedBucket {
  readonly name: string;
  readonly region: string;
  /** URN of what would replace the configuration. */
  readonly declared: string;
  /** Where its access would be logged; absent for its notifications. */
  readonly targetBucket?: string;
}

/** Those that a `DataLineage` configures. */
export function tracedBuckets(declared: readonly Declared[]): readonly TracedBucket[] {
  return ofType(declared, NOTIFICATION, LOGGING)
    .filter(({ urn }) => urn.includes(":DataLineage$"))
    .flatMap(({ urn, region, inputs: { bucket, targetBucket } }) =>
      typeof bucket === "string"
        ? [{ name: bucket, region, declared: urn, ...(typeof targetBucket === "string" ? { targetBucket } : {}) }]
        : [],
    );
}

export function bucketLineageCollisions(declared: readonly Declared[], { buckets }: ObservedAccount): Decided {
  return together(
    tracedBuckets(declared).map((bucket) => {
      const observed = buckets.get(bucket.name);
      return observed === undefined ? CLEAR : ofBucket(bucket, observed);
    }),
  );
}

function ofBucket(bucket: TracedBucket, observed: ObservedBucket): Decided {
  const what = bucket.targetBucket === undefined ? "Notifications of a bucket" : "Access logging of a bucket";
  const reading = bucket.targetBucket === undefined ? observed.notified : observed.logged;
  const common = {
    what,
    where: bucket.region,
    declared: bucket.declared,
    settings: leftOut(bucket),
    page: PAGE,
  } as const;
  if ("unreadable" in reading) {
    return leaveOpen({ what: `${what}, ${bucket.name}`, where: bucket.region, ...reading.unreadable });
  }
  if (reading.seen === undefined) {
    return collide({ ...common, ...missing(bucket) });
  }
  const others = reading.seen.filter((target) => target !== bucket.targetBucket);
  return others.length === 0 ? CLEAR : collide({ ...common, ...replaced(bucket, others) });
}

type Said = Pick<Collision, "observed" | "consequence" | "explanation" | "otherwise">;

function missing({ name, region }: TracedBucket): Said {
  return {
    observed: name,
    consequence: "refused",
    explanation: `The account has no bucket ${name} that it may configure.`,
    otherwise: `Or create the bucket in ${region}, or take it out of trainingBuckets, modelBuckets and artifactBuckets.`,
  };
}

function replaced({ name, targetBucket }: TracedBucket, others: readonly string[]): Said {
  const targets = others.join(", ");
  return {
    observed: name,
    consequence: "overwritten",
    explanation:
      targetBucket === undefined
        ? `The bucket notifies ${targets}. It has one configuration of notifications, and S3 replaces it without a word.`
        : `The access logs of the bucket go to ${targets}. It has one configuration of access logging, and S3 replaces it without a word.`,
    otherwise:
      targetBucket === undefined
        ? "Or let a rule of EventBridge notify them, which gets the bucket's events then."
        : "Or let whoever reads the access logs read the baseline's bucket for them.",
  };
}

function leftOut({ region }: TracedBucket): readonly Setting[] {
  return [
    {
      path: ["bucketLineage", "regions", region],
      value: { mode: "off", reason: "The buckets keep the notifications and the access logging that they have" },
    },
  ];
}
