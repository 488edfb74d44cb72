import { accessLogBucketUsable } from "../../../../policies/rules/s3/access-log-bucket-usable";
import type { ResourceState, WireMap } from "../../../../state/stack-state";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { allow, documentOf } from "../policy-documents";

const LOGGING = { type: "aws:s3/bucketLogging:BucketLogging", name: "baseline-trail-bucket-access-logging" };
const POLICY = { type: "aws:s3/bucketPolicy:BucketPolicy", name: "baseline-trail-access-logs-policy" };
const TARGET = "arn:aws:s3:::baseline-trail-access-logs-111122223333-eu-central-1";
const REFUSED = [
  {
    name: LOGGING.name,
    message:
      "leads to baseline-trail-access-logs, whose policy refuses s3:PutObject to logging.s3.amazonaws.com here; it must allow it",
  },
] as const;

function granting(rest: WireMap) {
  const statement = allow(
    { Service: "logging.s3.amazonaws.com" },
    { Action: "s3:PutObject", Resource: `${TARGET}/*`, ...rest },
  );
  return (stack: readonly ResourceState[]) => changeAll(stack, POLICY, { set: { policy: documentOf(statement) } });
}

describeStackRule(accessLogBucketUsable, {
  fails: [
    { title: "a bucket without a policy", change: (stack) => without(stack, POLICY), findings: REFUSED },
    { title: "a policy for another prefix", change: granting({ Resource: `${TARGET}/other/*` }), findings: REFUSED },
    {
      title: "a policy for another bucket's logs",
      change: granting({ Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::other" } } }),
      findings: REFUSED,
    },
    {
      title: "a prefix that the policy does not have",
      change: (stack) => changeAll(stack, LOGGING, { set: { targetPrefix: "elsewhere/" } }),
      findings: REFUSED,
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
