import { BUCKET, BUCKET_ENCRYPTION, BUCKET_LOGGING } from "../../../../policies/resources";
import { s3BucketSseS3ForAccessLogsOnly } from "../../../../policies/rules/s3/s3-bucket-sse-s3-for-access-logs-only";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared } from "../stack-resources";

const NAME = "baseline-trail-bucket";
const TARGET = "baseline-trail-access-logs";
const ENCRYPTION = { type: BUCKET_ENCRYPTION.token, name: `${NAME}-encryption` };
const LOGGING = { type: BUCKET_LOGGING.token, name: `${NAME}-access-logging` };
const ALGORITHM = "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm";

const sseS3 = (name: string) =>
  [
    {
      name,
      message:
        'has the sseAlgorithm "AES256"; set it to aws:kms or aws:kms:dsse, because no access logs are delivered into this bucket',
    },
  ] as const;

describeStackRule(s3BucketSseS3ForAccessLogsOnly, {
  fails: [
    {
      title: "a bucket of evidence with SSE-S3",
      change: (stack) => changeAll(stack, ENCRYPTION, { set: { [ALGORITHM]: "AES256" } }),
      findings: sseS3(NAME),
    },
    {
      title: "a bucket for access logs into which none are delivered any more",
      change: (stack) => without(stack, LOGGING),
      findings: sseS3(TARGET),
    },
    {
      title: "a bucket for access logs whose deliveries go elsewhere",
      change: (stack) => changeAll(stack, LOGGING, { set: { targetBucket: "of-another-stack" } }),
      findings: sseS3(TARGET),
    },
  ],
  passes: [
    {
      title: "DSSE-KMS",
      change: (stack) => changeAll(stack, ENCRYPTION, { set: { [ALGORITHM]: "aws:kms:dsse" } }),
    },
    {
      title: "a bucket for access logs, whatever else is unknown",
      change: (stack) =>
        stack.concat(declared(BUCKET_LOGGING.token, "imported", { bucket: "other", targetBucket: UNKNOWN_VALUE })),
    },
    {
      title: "a bucket without a declared encryption, which is another rule's finding",
      change: () => emptyStack().concat(declared(BUCKET.token, "plain", { bucket: "plain" })),
    },
  ],
  unknown: [
    {
      title: "an algorithm that is not known yet",
      change: (stack) => changeAll(stack, ENCRYPTION, { set: { [ALGORITHM]: UNKNOWN_VALUE } }),
      property: "serverSideEncryptionConfiguration",
    },
    {
      title: "rules that are not known yet",
      change: (stack) => changeAll(stack, ENCRYPTION, { set: { rules: UNKNOWN_VALUE } }),
      property: "serverSideEncryptionConfiguration",
    },
    {
      title: "a delivery of access logs that may be into the bucket",
      change: (stack) =>
        without(stack, LOGGING).concat(
          declared(BUCKET_LOGGING.token, "imported", { bucket: "other", targetBucket: UNKNOWN_VALUE }),
        ),
      property: "serverSideEncryptionConfiguration",
    },
  ],
});
