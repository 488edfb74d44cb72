import { bedrockInvocationLoggingBucketObjectLock } from "../../../../policies/rules/bedrock/bedrock-invocation-logging-bucket-object-lock";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared } from "../stack-resources";
import { CONFIGURATION } from "./prod-names";

const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const LARGE_DATA = "loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config.bucketName";
const S3 = "loggingConfig.s3Config.bucketName";

function delivering(loggingConfig: WireMap): readonly ResourceState[] {
  return [
    ...emptyStack(),
    declared("aws:s3/bucket:Bucket", "prompts", { bucket: "prompts" }),
    declared(LOCK, "lock", { bucket: "prompts", rule: { defaultRetention: { mode: "GOVERNANCE", days: 365 } } }),
    declared(CONFIGURATION.type, "logging", { loggingConfig }),
  ];
}

const toLargeData = { cloudwatchConfig: { logGroupName: "g", largeDataDeliveryS3Config: { bucketName: "prompts" } } };
const message = "references the bucket prompts, which has no Object Lock with a default retention; configure one";

describeStackRule(bedrockInvocationLoggingBucketObjectLock, {
  example: () => delivering(toLargeData),
  fails: [
    {
      title: "a bucket for large bodies without a lock",
      change: (stack) => without(stack, { type: LOCK }),
      findings: [{ name: "logging", message }],
    },
    {
      title: "a lock without a default retention",
      change: (stack) => changeAll(stack, { type: LOCK }, { remove: ["rule"] }),
      findings: [{ name: "logging", message }],
    },
    {
      title: "a bucket for every body without a lock",
      change: () => without(delivering({ s3Config: { bucketName: "prompts" } }), { type: LOCK }),
      findings: [{ name: "logging", property: S3, message }],
    },
  ],
  passes: [
    { title: "a bucket for every body with a lock", change: () => delivering({ s3Config: { bucketName: "prompts" } }) },
  ],
  unknown: [
    {
      title: "a lock that is not known yet",
      change: (stack) => changeAll(stack, { type: LOCK }, { set: { "rule.defaultRetention.mode": UNKNOWN_VALUE } }),
      property: LARGE_DATA,
    },
    {
      title: "a bucket of another stack",
      change: (stack) => without(stack, { type: "aws:s3/bucket:Bucket" }),
      property: LARGE_DATA,
    },
  ],
  notApplicable: [
    { title: "logging into a log group alone", change: () => delivering({ cloudwatchConfig: { logGroupName: "g" } }) },
  ],
});
