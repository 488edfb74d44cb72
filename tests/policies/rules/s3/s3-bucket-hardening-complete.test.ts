import {
  BUCKET,
  BUCKET_ENCRYPTION,
  BUCKET_LIFECYCLE,
  BUCKET_LOGGING,
  BUCKET_POLICY,
  BUCKET_PUBLIC_ACCESS_BLOCK,
  BUCKET_VERSIONING,
} from "../../../../policies/resources";
import type { RelatedChecks } from "../../../../policies/related-checks";
import { s3BucketHardeningComplete } from "../../../../policies/rules/s3/s3-bucket-hardening-complete";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type ExpectedStackFinding, type FailingStackCase, describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared, urnOf } from "../stack-resources";

const NAME = "baseline-trail-bucket";
const TARGET = "baseline-trail-access-logs";
const TARGET_BUCKET = "baseline-trail-access-logs-111122223333-eu-central-1";

interface Part {
  readonly type: string;
  /** What follows the bucket's name in the name of the resource. */
  readonly suffix: string;
  readonly property: string;
  readonly related: RelatedChecks;
}

const BLOCK: Part = {
  type: BUCKET_PUBLIC_ACCESS_BLOCK.token,
  suffix: "public-access-block",
  property: "bucket",
  related: { checkov: ["CKV2_AWS_6"] },
};
const ENCRYPTION: Part = {
  type: BUCKET_ENCRYPTION.token,
  suffix: "encryption",
  property: "serverSideEncryptionConfiguration",
  related: {},
};
const POLICY: Part = { type: BUCKET_POLICY.token, suffix: "policy", property: "policy", related: {} };
const VERSIONING: Part = { type: BUCKET_VERSIONING.token, suffix: "versioning", property: "versioning", related: {} };
const LIFECYCLE: Part = {
  type: BUCKET_LIFECYCLE.token,
  suffix: "lifecycle",
  property: "lifecycleRules",
  related: { checkov: ["CKV2_AWS_61"], securityHub: ["S3.13"] },
};
const ACCESS_LOGGING: Part = {
  type: BUCKET_LOGGING.token,
  suffix: "access-logging",
  property: "logging",
  related: {
    prowler: ["s3_bucket_server_access_logging_enabled"],
    checkov: ["CKV_AWS_18"],
    securityHub: ["S3.9"],
    config: ["S3_BUCKET_LOGGING_ENABLED"],
  },
};
const OTHERS = [ENCRYPTION, POLICY, VERSIONING, LIFECYCLE] as const;

const lacking = (name: string, { property, type, related }: Part) => ({
  name,
  property,
  message: `is not ${property === "bucket" ? "referenced" : "set"} by a ${type.split(":").at(-1)}; declare one`,
  related,
});
const bucketWithout = (part: Part): FailingStackCase => ({
  title: `${NAME} without its ${part.suffix}`,
  change: (stack) => without(stack, { type: part.type, name: `${NAME}-${part.suffix}` }),
  findings: [lacking(NAME, part)],
});
/** A stack of one bucket and what references it. */
const alone = (...parts: readonly ResourceState[]) => [
  ...emptyStack(),
  declared(BUCKET.token, "alone", { bucket: "alone" }),
  ...parts,
];
const allParts = (reference: string, propertyDependencies?: Readonly<Record<string, readonly string[]>>) =>
  [BLOCK, ...OTHERS, ACCESS_LOGGING].map(({ type, suffix }) =>
    declared(type, suffix, { bucket: reference }, propertyDependencies === undefined ? {} : { propertyDependencies }),
  );

const NOTHING: ExpectedStackFinding = {
  name: "alone",
  property: "bucket",
  message:
    "is referenced by no BucketPublicAccessBlock, no BucketServerSideEncryptionConfiguration, no BucketPolicy, no BucketVersioning, " +
    "no BucketLifecycleConfiguration, no BucketLogging; declare them",
  related: {
    ...ACCESS_LOGGING.related,
    checkov: ["CKV2_AWS_6", "CKV2_AWS_61", "CKV_AWS_18"],
    securityHub: ["S3.13", "S3.9"],
  },
};

describeStackRule(s3BucketHardeningComplete, {
  fails: [
    bucketWithout(BLOCK),
    ...OTHERS.map(bucketWithout),
    {
      title: `${NAME} without its access-logging`,
      change: (stack) =>
        without(stack, { type: BUCKET_LOGGING.token, name: `${NAME}-access-logging` }).concat(
          declared(BUCKET_LOGGING.token, "of-another", { bucket: "another", targetBucket: TARGET_BUCKET }),
        ),
      findings: [lacking(NAME, ACCESS_LOGGING)],
    },
    {
      title: "a bucket with nothing",
      change: () => alone(),
      findings: [NOTHING],
    },
    {
      title: "a bucket whose parts reference another",
      change: () => alone(...allParts("another")),
      findings: [NOTHING],
    },
    {
      title: "a bucket whose parts are of another, named after it",
      change: () => alone(...allParts("alone-copy", { bucket: [urnOf(BUCKET.token, "alone")] })),
      findings: [NOTHING],
    },
    {
      title: "two buckets, each with a finding of its own",
      change: (stack) =>
        without(without(stack, { type: BUCKET_POLICY.token, name: `${NAME}-policy` }), {
          type: BUCKET_POLICY.token,
          name: `${TARGET}-policy`,
        }),
      findings: [lacking(TARGET, POLICY), lacking(NAME, POLICY)],
    },
    {
      title: "a bucket for access logs into which none are delivered any more",
      change: (stack) => without(stack, { type: BUCKET_LOGGING.token, name: `${NAME}-access-logging` }),
      findings: [lacking(TARGET, ACCESS_LOGGING), lacking(NAME, ACCESS_LOGGING)],
    },
  ],
  passes: [
    {
      title: "a bucket with the ownership that S3 gives a new one",
      change: (stack) =>
        without(stack, {
          type: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
          name: `${NAME}-ownership`,
        }),
    },
    { title: "parts that name the bucket by a plain string", change: () => alone(...allParts("alone")) },
    {
      title: "parts that depend on a bucket whose name is not known yet",
      change: () =>
        changeAll(
          alone(...allParts(UNKNOWN_VALUE, { bucket: [urnOf(BUCKET.token, "alone")] })),
          { type: BUCKET.token },
          {
            set: { bucket: UNKNOWN_VALUE },
          },
        ),
    },
    {
      title: "a bucket that logs its access elsewhere",
      change: (stack) =>
        changeAll(
          stack,
          { type: BUCKET_LOGGING.token, name: "baseline-eu-central-1-recorder-bucket-access-logging" },
          {
            set: { targetBucket: "of-another-stack" },
          },
        ).concat(
          declared(BUCKET_LOGGING.token, "second", {
            bucket: "other",
            targetBucket: "baseline-eu-central-1-access-logs-111122223333-eu-central-1",
          }),
        ),
    },
  ],
  unknown: [
    {
      title: "a part that may reference this bucket or another",
      change: (stack) =>
        without(stack, { type: BUCKET_VERSIONING.token, name: `${NAME}-versioning` }).concat(
          declared(BUCKET_VERSIONING.token, "imported", { bucket: UNKNOWN_VALUE }),
        ),
      property: "versioning",
    },
    {
      title: "an access log that may be delivered into the bucket",
      change: (stack) =>
        without(stack, {
          type: BUCKET_LOGGING.token,
          name: "baseline-eu-central-1-recorder-bucket-access-logging",
        }).concat(declared(BUCKET_LOGGING.token, "imported", { bucket: "other", targetBucket: UNKNOWN_VALUE })),
      property: "logging",
    },
  ],
});
