import { cloudwatchAccountLineageDeletionsTold } from "../../../../policies/rules/cloudwatch/cloudwatch-account-lineage-deletions-told";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { ALERTING, declinedCase, saying } from "../account-modes";

type Change = (stack: readonly ResourceState[]) => readonly ResourceState[];

const RULE = { type: "aws:cloudwatch/eventRule:EventRule", name: "baseline-eu-central-1-lineage-deletions" };
const TARGET = {
  type: "aws:cloudwatch/eventTarget:EventTarget",
  name: "baseline-eu-central-1-lineage-deletions-alert",
};
const MODELS = { kind: "model", name: "acme-models", region: "eu-central-1" };
const ARTIFACTS = { kind: "artifact", name: "acme-artifacts", region: "eu-central-1" };

const untold = (index: number, name: string) =>
  ({
    name: "baseline",
    property: `lineageBuckets.${index}`,
    message: `is "${name}" in "eu-central-1", where nobody is told of deleted objects; declare rules on them, with a target`,
  }) as const;
const ALL = [untold(0, "acme-training-data"), untold(1, "acme-fine-tuning"), untold(2, "acme-models")] as const;
const missing: Change = (stack) => without(stack, RULE);
const set =
  (properties: WireMap): Change =>
  (stack) =>
    changeAll(stack, RULE, { set: properties });
const pattern = (detail: object) =>
  set({ eventPattern: JSON.stringify({ source: ["aws.s3"], "detail-type": ["Object Deleted"], detail }) });
const oneBucket = (change: Change): Change => saying({ lineageBuckets: [MODELS] }, change);
const EXCUSED = { type: RULE.type, region: "eu-central-1", property: "lineageBuckets.0", id: "acme-models" };

describeStackRule(cloudwatchAccountLineageDeletionsTold, {
  fails: [
    { title: "an account without a rule on deletions", change: missing, findings: ALL },
    { title: "a rule without a target", change: (stack) => without(stack, TARGET), findings: ALL },
    { title: "a rule that is disabled", change: set({ state: "DISABLED" }), findings: ALL },
    { title: "a rule in another region", change: set({ region: "us-east-1" }), findings: ALL },
    { title: "a rule on what expires", change: pattern({ reason: ["Lifecycle Expiration"] }), findings: ALL },
    {
      title: "a rule on objects that are gone for good alone",
      change: pattern({ "deletion-type": ["Permanently Deleted"] }),
      findings: ALL,
    },
    {
      title: "a rule that leaves a bucket out",
      change: pattern({ bucket: { name: ["acme-training-data", "acme-models"] } }),
      findings: [untold(1, "acme-fine-tuning")],
    },
  ],
  passes: [
    { title: "an account with artifacts alone", change: saying({ lineageBuckets: [ARTIFACTS] }, missing) },
    { title: "a rule on every deletion in every bucket", change: set({ eventPattern: '{"source":["aws.s3"]}' }) },
  ],
  unknown: [
    {
      title: "what the rule takes in",
      change: oneBucket(set({ eventPattern: UNKNOWN_VALUE })),
      property: "lineageBuckets.0",
    },
    {
      title: "which buckets there are",
      change: saying({ lineageBuckets: UNKNOWN_VALUE }, missing),
      property: "lineageBuckets",
    },
  ],
  exempt: [
    declinedCase(
      {
        ...EXCUSED,
        capability: "bucketLineage",
        words: "events and access logs of its training, model and artifact buckets",
      },
      oneBucket(missing),
    ),
    {
      ...declinedCase({ ...ALERTING, ...EXCUSED }, oneBucket(missing)),
      title: "an account that alerts of nothing, for its own reason",
    },
  ],
});
