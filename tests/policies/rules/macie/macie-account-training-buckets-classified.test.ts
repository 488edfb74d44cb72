import { macieAccountTrainingBucketsClassified } from "../../../../policies/rules/macie/macie-account-training-buckets-classified";
import type { ResourceState, WireMap, WireValue } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { adoptedCase, beside, declinedCase, saying } from "../account-modes";
import { JOB, MACIE } from "./prod-names";

type Change = (stack: readonly ResourceState[]) => readonly ResourceState[];

const notLookedInto = (index: number, name: string) => ({
  name: "baseline",
  property: `lineageBuckets.${index}`,
  message: `is "${name}" in "eu-central-1", where no scheduled job of Macie looks into it; declare SensitiveDataDiscovery for it`,
});
const TUNING = { kind: "training", name: "acme-fine-tuning", region: "eu-central-1" };
const NEITHER = [notLookedInto(0, "acme-training-data"), notLookedInto(1, "acme-fine-tuning")] as const;
const WANTED = {
  type: MACIE.type,
  capability: "macie",
  words: "Amazon Macie",
  region: "eu-central-1",
  property: "lineageBuckets.0",
  id: "eu-central-1",
};
const missing: Change = (stack) => without(stack, JOB);
const job =
  (set: WireMap): Change =>
  (stack) =>
    changeAll(stack, JOB, { set });
const bucketsOfJob = (...buckets: readonly WireValue[]) =>
  job({ s3JobDefinition: { bucketDefinitions: [{ accountId: "111122223333", buckets }] } });
const oneBucket = (change: Change): Change => saying({ lineageBuckets: [TUNING] }, change);

describeStackRule(macieAccountTrainingBucketsClassified, {
  fails: [
    { title: "training buckets that no job looks into", change: missing, findings: NEITHER },
    { title: "a region without Macie", change: (stack) => without(stack, MACIE), findings: NEITHER },
    { title: "a job in another region", change: job({ region: "us-east-1" }), findings: NEITHER },
    { title: "a job that runs once", change: job({ jobType: "ONE_TIME" }), findings: NEITHER },
    { title: "a job that is paused", change: job({ jobStatus: "USER_PAUSED" }), findings: NEITHER },
    { title: "a job that is cancelled", change: job({ jobStatus: "CANCELLED" }), findings: NEITHER },
    {
      title: "one bucket of two that is left out",
      change: bucketsOfJob("acme-training-data"),
      findings: [notLookedInto(1, "acme-fine-tuning")],
    },
    {
      title: "Macie that is adopted or left out elsewhere",
      change: oneBucket(saying(beside(WANTED), missing)),
      findings: [notLookedInto(0, "acme-fine-tuning")],
    },
    {
      title: "a training bucket of no region",
      change: saying({ lineageBuckets: [{ kind: "training", name: "acme-fine-tuning" }] }, (stack) => stack),
      findings: [
        {
          name: "baseline",
          property: "lineageBuckets.0",
          message:
            'is {"kind":"training","name":"acme-fine-tuning"}; set it to a bucket\'s kind (training, model, artifact), name and region',
        },
      ],
    },
  ],
  passes: [
    { title: "an account without training buckets", change: saying({ lineageBuckets: [] }, missing) },
    {
      title: "an account with models and artifacts alone",
      change: saying(
        {
          lineageBuckets: [
            { ...TUNING, kind: "model" },
            { ...TUNING, kind: "artifact" },
          ],
        },
        missing,
      ),
    },
    { title: "a job that looks into more", change: bucketsOfJob("acme-training-data", "acme-fine-tuning", "more") },
  ],
  unknown: [
    {
      title: "which buckets there are",
      change: saying({ lineageBuckets: UNKNOWN_VALUE }, missing),
      property: "lineageBuckets",
    },
    {
      title: "the region of a bucket",
      change: saying({ lineageBuckets: [{ ...TUNING, region: UNKNOWN_VALUE }] }, (stack) => stack),
      property: "lineageBuckets.0",
    },
    {
      title: "whether the job runs",
      change: oneBucket(job({ jobStatus: UNKNOWN_VALUE })),
      property: "lineageBuckets.0",
    },
    {
      title: "what the job looks into",
      change: oneBucket(bucketsOfJob(UNKNOWN_VALUE)),
      property: "lineageBuckets.0",
    },
    {
      title: "what the job is defined by",
      change: oneBucket(job({ s3JobDefinition: { bucketDefinitions: UNKNOWN_VALUE } })),
      property: "lineageBuckets.0",
    },
    adoptedCase(WANTED, oneBucket(missing)),
  ],
  exempt: [declinedCase(WANTED, oneBucket(missing))],
});
