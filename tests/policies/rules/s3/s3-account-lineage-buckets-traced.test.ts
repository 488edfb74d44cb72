import { s3AccountLineageBucketsTraced } from "../../../../policies/rules/s3/s3-account-lineage-buckets-traced";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { beside, declinedCase, saying } from "../account-modes";

type Change = (stack: readonly ResourceState[]) => readonly ResourceState[];

const NOTIFICATION = {
  type: "aws:s3/bucketNotification:BucketNotification",
  name: "baseline-eu-central-1-lineage-acme-models-events",
};
const LOGGING = {
  type: "aws:s3/bucketLogging:BucketLogging",
  name: "baseline-eu-central-1-lineage-acme-models-access-logging",
};
const MODELS = { kind: "model", name: "acme-models", region: "eu-central-1" };
const WANTED = {
  type: NOTIFICATION.type,
  capability: "bucketLineage",
  words: "events and access logs of its training, model and artifact buckets",
  region: "eu-central-1",
  property: "lineageBuckets.0",
  id: "acme-models",
};

const lacks = (what: "sends no events to EventBridge" | "access is not logged", index = 2) =>
  ({
    name: "baseline",
    property: `lineageBuckets.${index}`,
    message: `is "acme-models" in "eu-central-1", ${what === "access is not logged" ? "whose" : "which"} ${what} there; declare DataLineage for it`,
  }) as const;
const set =
  (resource: typeof NOTIFICATION, properties: WireMap): Change =>
  (stack) =>
    changeAll(stack, resource, { set: properties });
const oneBucket = (change: Change): Change => saying({ lineageBuckets: [MODELS] }, change);
const neither: Change = (stack) => without(without(stack, NOTIFICATION), LOGGING);

describeStackRule(s3AccountLineageBucketsTraced, {
  fails: [
    {
      title: "a bucket whose events go nowhere",
      change: (stack) => without(stack, NOTIFICATION),
      findings: [lacks("sends no events to EventBridge")],
    },
    {
      title: "a bucket whose access is not logged",
      change: (stack) => without(stack, LOGGING),
      findings: [lacks("access is not logged")],
    },
    {
      title: "a bucket that has neither",
      change: neither,
      findings: [lacks("sends no events to EventBridge"), lacks("access is not logged")],
    },
    {
      title: "notifications that leave EventBridge out",
      change: set(NOTIFICATION, { eventbridge: false }),
      findings: [lacks("sends no events to EventBridge")],
    },
    {
      title: "notifications that do not say",
      change: (stack) => changeAll(stack, NOTIFICATION, { remove: ["eventbridge"] }),
      findings: [lacks("sends no events to EventBridge")],
    },
    {
      title: "what is in another region",
      change: (stack) => set(LOGGING, { region: "us-east-1" })(set(NOTIFICATION, { region: "us-east-1" })(stack)),
      findings: [lacks("sends no events to EventBridge"), lacks("access is not logged")],
    },
    {
      title: "a bucket whose lineage is left out elsewhere",
      change: oneBucket(saying(beside(WANTED), neither)),
      findings: [lacks("sends no events to EventBridge", 0), lacks("access is not logged", 0)],
    },
    {
      title: "a bucket of no kind",
      change: saying({ lineageBuckets: [{ ...MODELS, kind: "secret" }] }, (stack) => stack),
      findings: [
        {
          name: "baseline",
          property: "lineageBuckets.0",
          message:
            'is {"kind":"secret","name":"acme-models","region":"eu-central-1"}; set it to a bucket\'s kind (training, model, artifact), name and region',
        },
      ],
    },
  ],
  passes: [{ title: "an account without buckets", change: saying({ lineageBuckets: [] }, neither) }],
  unknown: [
    {
      title: "which buckets there are",
      change: saying({ lineageBuckets: UNKNOWN_VALUE }, neither),
      property: "lineageBuckets",
    },
    {
      title: "what a bucket holds",
      change: saying({ lineageBuckets: [{ ...MODELS, kind: UNKNOWN_VALUE }] }, neither),
      property: "lineageBuckets.0",
    },
    {
      title: "whether events are sent",
      change: oneBucket(set(NOTIFICATION, { eventbridge: UNKNOWN_VALUE })),
      property: "lineageBuckets.0",
    },
    {
      title: "of which bucket access is logged",
      change: oneBucket(set(LOGGING, { bucket: UNKNOWN_VALUE })),
      property: "lineageBuckets.0",
    },
    {
      title: "where the bucket's lineage is left out",
      change: saying({ lineageBuckets: [MODELS], declined: UNKNOWN_VALUE }, neither),
      property: "lineageBuckets.0",
    },
  ],
  exempt: [declinedCase(WANTED, oneBucket(neither))],
});
