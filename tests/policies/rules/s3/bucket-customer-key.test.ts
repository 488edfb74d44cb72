import { BUCKET, BUCKET_ENCRYPTION, BUCKET_LOGGING } from "../../../../policies/rules/s3/bucket";
import { bucketCustomerKey } from "../../../../policies/rules/s3/bucket-customer-key";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, emptyStack, without } from "../../state-changes";
import { declared } from "../stack-resources";

const NAME = "baseline-trail-bucket";
const TARGET = "baseline-trail-access-logs";
const ENCRYPTION = { type: BUCKET_ENCRYPTION, name: `${NAME}-encryption` };
const LOGGING = { type: BUCKET_LOGGING, name: `${NAME}-access-logging` };
const ALGORITHM = "rules.0.applyServerSideEncryptionByDefault.sseAlgorithm";

const ownKeys = (name: string) =>
  [
    {
      name,
      message: 'is "AES256"; it must be aws:kms or aws:kms:dsse, because no access logs are delivered here',
    },
  ] as const;

describeStackRule(bucketCustomerKey, {
  fails: [
    {
      title: "a bucket of evidence with S3's own keys",
      change: (stack) => changeAll(stack, ENCRYPTION, { set: { [ALGORITHM]: "AES256" } }),
      findings: ownKeys(NAME),
    },
    {
      title: "a bucket for access logs into which none are delivered any more",
      change: (stack) => without(stack, LOGGING),
      findings: ownKeys(TARGET),
    },
    {
      title: "a bucket for access logs whose deliveries go elsewhere",
      change: (stack) => changeAll(stack, LOGGING, { set: { targetBucket: "of-another-stack" } }),
      findings: ownKeys(TARGET),
    },
  ],
  passes: [
    {
      title: "two layers of KMS",
      change: (stack) => changeAll(stack, ENCRYPTION, { set: { [ALGORITHM]: "aws:kms:dsse" } }),
    },
    {
      title: "a bucket for access logs, whatever else is unknown",
      change: (stack) =>
        stack.concat(declared(BUCKET_LOGGING, "imported", { bucket: "other", targetBucket: UNKNOWN_VALUE })),
    },
    {
      title: "a bucket without a declared encryption, which is another rule's finding",
      change: () => emptyStack().concat(declared(BUCKET, "plain", { bucket: "plain" })),
    },
  ],
  unknown: [
    {
      title: "an algorithm that is not known yet",
      change: (stack) => changeAll(stack, ENCRYPTION, { set: { [ALGORITHM]: UNKNOWN_VALUE } }),
      property: "encryption",
    },
    {
      title: "rules that are not known yet",
      change: (stack) => changeAll(stack, ENCRYPTION, { set: { rules: UNKNOWN_VALUE } }),
      property: "encryption",
    },
    {
      title: "a delivery of access logs that may be into the bucket",
      change: (stack) =>
        without(stack, LOGGING).concat(
          declared(BUCKET_LOGGING, "imported", { bucket: "other", targetBucket: UNKNOWN_VALUE }),
        ),
      property: "encryption",
    },
  ],
});
