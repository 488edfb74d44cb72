import { backupAccountTrainingBucketsBackedUp } from "../../../../policies/rules/backup/backup-account-training-buckets-backed-up";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { saying } from "../account-modes";
import { SELECTION } from "./prod-names";

type Change = (stack: readonly ResourceState[]) => readonly ResourceState[];

const notBackedUp = (index: number, name: string) => ({
  name: "baseline",
  property: `lineageBuckets.${index}`,
  message: `is "${name}" in "eu-central-1", which no plan of AWS Backup backs up there; name it in the setting backups`,
});
const DATA = "arn:aws:s3:::acme-training-data";
const TUNING = { kind: "training", name: "acme-fine-tuning", region: "eu-central-1" };
const NEITHER = [notBackedUp(0, "acme-training-data"), notBackedUp(1, "acme-fine-tuning")] as const;
const selection =
  (set: WireMap): Change =>
  (stack) =>
    changeAll(stack, SELECTION, { set });
const oneBucket = (change: Change): Change => saying({ lineageBuckets: [TUNING] }, change);

describeStackRule(backupAccountTrainingBucketsBackedUp, {
  fails: [
    {
      title: "training buckets that nothing backs up",
      change: (stack) => without(stack, SELECTION),
      findings: NEITHER,
    },
    { title: "a plan in another region", change: selection({ region: "us-east-1" }), findings: NEITHER },
    {
      title: "one bucket of two that is left out",
      change: selection({ resources: [DATA] }),
      findings: [notBackedUp(1, "acme-fine-tuning")],
    },
    {
      title: "a bucket that is excluded",
      change: selection({ resources: ["arn:aws:s3:::*"], notResources: ["arn:aws:s3:::acme-fine-*"] }),
      findings: [notBackedUp(1, "acme-fine-tuning")],
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
    {
      title: "an account without training buckets",
      change: saying({ lineageBuckets: [] }, (stack) => without(stack, SELECTION)),
    },
    { title: "buckets that are named by a pattern", change: selection({ resources: ["arn:aws:s3:::acme-*"] }) },
    { title: "a plan of everything", change: selection({ resources: ["*"] }) },
  ],
  unknown: [
    {
      title: "which buckets there are",
      change: saying({ lineageBuckets: UNKNOWN_VALUE }, (stack) => stack),
      property: "lineageBuckets",
    },
    {
      title: "the region of a bucket",
      change: saying({ lineageBuckets: [{ ...TUNING, region: UNKNOWN_VALUE }] }, (stack) => stack),
      property: "lineageBuckets.0",
    },
    {
      title: "what is backed up",
      change: oneBucket(selection({ resources: [UNKNOWN_VALUE] })),
      property: "lineageBuckets.0",
    },
    {
      title: "what conditions leave",
      change: oneBucket(selection({ conditions: [{}] })),
      property: "lineageBuckets.0",
    },
  ],
});
