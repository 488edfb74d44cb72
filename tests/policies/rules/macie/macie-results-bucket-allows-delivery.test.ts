import { macieResultsBucketAllowsDelivery } from "../../../../policies/rules/macie/macie-results-bucket-allows-delivery";
import type { ResourceState, WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { allow, documentOf } from "../policy-documents";
import { BUCKET_NAME, RESULTS } from "./prod-names";

const POLICY = { type: "aws:s3/bucketPolicy:BucketPolicy", name: "baseline-eu-central-1-macie-bucket-policy" };
const BUCKET = `arn:aws:s3:::${BUCKET_NAME}`;
const SERVICE = { Service: "macie.amazonaws.com" };
const OF_ACCOUNT = { StringEquals: { "aws:SourceAccount": "111122223333" } };
const find = allow(SERVICE, { Action: "s3:GetBucketLocation", Resource: BUCKET, Condition: OF_ACCOUNT });
const write = (rest: WireMap): WireMap =>
  allow(SERVICE, { Action: "s3:PutObject", Resource: `${BUCKET}/*`, Condition: OF_ACCOUNT, ...rest });

function having(...statements: readonly WireMap[]) {
  const policy = documentOf(...statements);
  return (stack: readonly ResourceState[]) => changeAll(stack, POLICY, { set: { policy } });
}

function denied(action: string) {
  return {
    name: RESULTS.name,
    message: `references the bucket baseline-eu-central-1-macie-bucket, whose policy does not allow macie.amazonaws.com ${action} here; allow it`,
  };
}

describeStackRule(macieResultsBucketAllowsDelivery, {
  fails: [
    {
      title: "a bucket without a policy",
      change: (stack) => without(stack, POLICY),
      findings: [denied("s3:GetBucketLocation"), denied("s3:PutObject")],
    },
    { title: "a policy that does not allow writing", change: having(find), findings: [denied("s3:PutObject")] },
    {
      title: "a policy for Macie of another account",
      change: having(find, write({ Condition: { StringEquals: { "aws:SourceAccount": "444455556666" } } })),
      findings: [denied("s3:PutObject")],
    },
    {
      title: "a policy for jobs of another region",
      change: having(
        find,
        write({
          Condition: { ArnLike: { "aws:SourceArn": "arn:aws:macie2:us-east-1:111122223333:classification-job/*" } },
        }),
      ),
      findings: [denied("s3:PutObject")],
    },
  ],
  passes: [{ title: "a policy with just what is needed", change: having(find, write({})) }],
  unknown: [
    {
      title: "a policy that is not known yet",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: UNKNOWN_VALUE } }),
      property: "s3Destination.bucketName",
    },
    {
      title: "a region that is not known yet",
      change: (stack) => changeAll(stack, RESULTS, { set: { region: UNKNOWN_VALUE } }),
      property: "s3Destination.bucketName",
    },
  ],
});
