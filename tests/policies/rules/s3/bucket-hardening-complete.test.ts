import {
  BUCKET,
  BUCKET_ENCRYPTION,
  BUCKET_LIFECYCLE,
  BUCKET_LOGGING,
  BUCKET_OWNERSHIP,
  BUCKET_POLICY,
  BUCKET_PUBLIC_ACCESS_BLOCK,
  BUCKET_VERSIONING,
} from "../../../../policies/rules/s3/bucket";
import { bucketHardeningComplete } from "../../../../policies/rules/s3/bucket-hardening-complete";
import type { ResourceState } from "../../../../state/stack-state";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { type FailingStackCase, describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared, urnOf } from "../stack-resources";

const NAME = "baseline-trail-bucket";
const TARGET = "baseline-trail-access-logs";
const TARGET_BUCKET = "baseline-trail-access-logs-111122223333-eu-central-1";

const COMPANIONS = [
  ["publicAccessBlock", BUCKET_PUBLIC_ACCESS_BLOCK, "public-access-block"],
  ["encryption", BUCKET_ENCRYPTION, "encryption"],
  ["tlsPolicy", BUCKET_POLICY, "policy"],
  ["versioning", BUCKET_VERSIONING, "versioning"],
  ["ownership", BUCKET_OWNERSHIP, "ownership"],
  ["lifecycle", BUCKET_LIFECYCLE, "lifecycle"],
] as const;
const ACCESS_LOGGING = ["accessLogging", BUCKET_LOGGING, "access-logging"] as const;
type Companion = (typeof COMPANIONS)[number] | typeof ACCESS_LOGGING;

const lacking = (name: string, [property, type]: Companion) => ({
  name,
  property,
  message: `is absent; a ${type.split(":").at(-1)} must lead to this bucket`,
});
const bucketWithout = (companion: Companion, name: string): FailingStackCase => ({
  title: `${name} without its ${companion[2]}`,
  change: (stack) => without(stack, { type: companion[1], name: `${name}-${companion[2]}` }),
  findings: [lacking(name, companion)],
});
/** A stack of one bucket and what leads to it. */
const alone = (...companions: readonly ResourceState[]) => [
  ...emptyStack(),
  declared(BUCKET, "alone", { bucket: "alone" }),
  ...companions,
];
const servedBy = (reference: string, propertyDependencies?: Readonly<Record<string, readonly string[]>>) =>
  [...COMPANIONS, ACCESS_LOGGING].map(([property, type]) =>
    declared(type, property, { bucket: reference }, propertyDependencies === undefined ? {} : { propertyDependencies }),
  );

const [first, ...others] = COMPANIONS;

describeStackRule(bucketHardeningComplete, {
  fails: [
    bucketWithout(first, NAME),
    ...others.map((companion) => bucketWithout(companion, NAME)),
    {
      title: `${NAME} without its access-logging`,
      change: (stack) =>
        without(stack, { type: BUCKET_LOGGING, name: `${NAME}-access-logging` }).concat(
          declared(BUCKET_LOGGING, "of-another", { bucket: "another", targetBucket: TARGET_BUCKET }),
        ),
      findings: [lacking(NAME, ACCESS_LOGGING)],
    },
    {
      title: "a bucket with nothing",
      change: () => alone(),
      findings: [lacking("alone", first), ...[...others, ACCESS_LOGGING].map((one) => lacking("alone", one))],
    },
    {
      title: "a bucket whose companions serve another",
      change: () => alone(...servedBy("another")),
      findings: [lacking("alone", first), ...[...others, ACCESS_LOGGING].map((one) => lacking("alone", one))],
    },
    {
      title: "two buckets, each found by itself",
      change: (stack) =>
        without(without(stack, { type: BUCKET_POLICY, name: `${NAME}-policy` }), {
          type: BUCKET_POLICY,
          name: `${TARGET}-policy`,
        }),
      findings: [lacking(TARGET, COMPANIONS[2]), lacking(NAME, COMPANIONS[2])],
    },
    {
      title: "a bucket for access logs into which none are delivered any more",
      change: (stack) => without(stack, { type: BUCKET_LOGGING, name: `${NAME}-access-logging` }),
      findings: [lacking(TARGET, ACCESS_LOGGING), lacking(NAME, ACCESS_LOGGING)],
    },
  ],
  passes: [
    { title: "companions that name the bucket by a plain string", change: () => alone(...servedBy("alone")) },
    {
      title: "companions that depend on a bucket whose name is not known yet",
      change: () =>
        changeAll(
          alone(...servedBy(UNKNOWN_VALUE, { bucket: [urnOf(BUCKET, "alone")] })),
          { type: BUCKET },
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
          { type: BUCKET_LOGGING, name: "baseline-eu-central-1-recorder-bucket-access-logging" },
          {
            set: { targetBucket: "of-another-stack" },
          },
        ).concat(
          declared(BUCKET_LOGGING, "second", {
            bucket: "other",
            targetBucket: "baseline-eu-central-1-access-logs-111122223333-eu-central-1",
          }),
        ),
    },
  ],
  unknown: [
    {
      title: "a companion that may be the bucket's or another's",
      change: (stack) =>
        without(stack, { type: BUCKET_VERSIONING, name: `${NAME}-versioning` }).concat(
          declared(BUCKET_VERSIONING, "imported", { bucket: UNKNOWN_VALUE }),
        ),
      property: "versioning",
    },
    {
      title: "an access log that may be delivered into the bucket",
      change: (stack) =>
        without(stack, { type: BUCKET_LOGGING, name: "baseline-eu-central-1-recorder-bucket-access-logging" }).concat(
          declared(BUCKET_LOGGING, "imported", { bucket: "other", targetBucket: UNKNOWN_VALUE }),
        ),
      property: "accessLogging",
    },
  ],
});
