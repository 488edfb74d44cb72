import { at } from "../../properties";
import { QUEUE } from "../../resources";
import { equals } from "../../requirements";
import { pass } from "../../result";
import { resourceRule } from "../../rule";

const isEncryptedBySqs = equals(true, { byDefault: true });

export const sqsQueueEncrypted = resourceRule(QUEUE, {
  id: "sqs-queue-encrypted",
  title: "SQS queues are encrypted at rest",
  severity: "medium",
  elsewhere: "evidence",
  property: "sqsManagedSseEnabled",
  rationale:
    "A queue holds events until somebody fetches them, for two weeks at most. With encryption switched off they lie there as they came.",
  remediation: "Leave sqsManagedSseEnabled out, or name a customer managed key as kmsMasterKeyId.",
  references: [
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
  ],
  related: {
    checkov: ["CKV_AWS_27"],
    prowler: ["sqs_queues_server_side_encryption_enabled"],
    securityHub: ["SQS.1"],
  },
  check: ({ properties }, { property }) => {
    const key = at(properties, "kmsMasterKeyId");
    return key !== undefined && key !== "" ? pass : isEncryptedBySqs(properties, property);
  },
});
