import { s3AccessLogBucketAllowsDelivery } from "../../../../policies/rules/s3/s3-access-log-bucket-allows-delivery";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { allow, documentOf } from "../policy-documents";

const LOGGING = { type: "aws:s3/bucketLogging:BucketLogging", name: "baseline-trail-bucket-access-logging" };
const POLICY = { type: "aws:s3/bucketPolicy:BucketPolicy", name: "baseline-trail-access-logs-policy" };
const TARGET = "arn:aws:s3:::baseline-trail-access-logs-111122223333-eu-central-1";
const NOT_ALLOWED = [
  {
    name: LOGGING.name,
    message:
      "references the bucket baseline-trail-access-logs, whose policy does not allow logging.s3.amazonaws.com s3:PutObject here; allow it",
  },
] as const;

function granting(rest: WireMap) {
  const statement = allow(
    { Service: "logging.s3.amazonaws.com" },
    { Action: "s3:PutObject", Resource: `${TARGET}/*`, ...rest },
  );
  return (stack: readonly ResourceState[]) => changeAll(stack, POLICY, { set: { policy: documentOf(statement) } });
}

describeStackRule(s3AccessLogBucketAllowsDelivery, {
  fails: [
    { title: "a bucket without a policy", change: (stack) => without(stack, POLICY), findings: NOT_ALLOWED },
    {
      title: "a policy for another prefix",
      change: granting({ Resource: `${TARGET}/other/*` }),
      findings: NOT_ALLOWED,
    },
    {
      title: "a policy for another bucket's logs",
      change: granting({ Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::other" } } }),
      findings: NOT_ALLOWED,
    },
    {
      title: "a prefix that the policy does not allow",
      change: (stack) => changeAll(stack, LOGGING, { set: { targetPrefix: "elsewhere/" } }),
      findings: NOT_ALLOWED,
    },
  ],
  passes: [{ title: "a policy for every prefix", change: granting({}) }],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: UNKNOWN_VALUE } }),
      property: "targetBucket",
    },
    {
      title: "a prefix that is not known yet",
      change: (stack) => changeAll(stack, LOGGING, { set: { targetPrefix: UNKNOWN_VALUE } }),
      property: "targetBucket",
    },
    {
      title: "a bucket of another stack",
      change: (stack) => without(stack, { type: "aws:s3/bucket:Bucket", name: "baseline-trail-access-logs" }),
      property: "targetBucket",
    },
  ],
});
