/** Queues and their policies. */
import type * as aws from "@pulumi/aws";
import { type Subject, observer } from "../observer";
import type { Reader } from "../reader";

export const queueObserver = observer<aws.sqs.QueueArgs>({
  type: "aws:sqs/queue:Queue",
  check: "verify-sqs-queue-as-declared",
  parts: [
    {
      properties: ["name", "fifoQueue", "kmsMasterKeyId", "messageRetentionSeconds", "sqsManagedSseEnabled"],
      read: async (reader, subject) => {
        const attributes = await attributesOf(reader, subject);
        return (
          attributes && {
            name: nameOf(subject),
            fifoQueue: attributes.FifoQueue === "true",
            kmsMasterKeyId: attributes.KmsMasterKeyId,
            messageRetentionSeconds: Number(attributes.MessageRetentionPeriod),
            sqsManagedSseEnabled: attributes.SqsManagedSseEnabled === "true",
          }
        );
      },
    },
  ],
  defaults: { fifoQueue: false, kmsMasterKeyId: null },
});

export const queuePolicyObserver = observer<aws.sqs.QueuePolicyArgs>({
  type: "aws:sqs/queuePolicy:QueuePolicy",
  check: "verify-sqs-queue-policy-as-declared",
  parts: [
    {
      properties: ["queueUrl", "policy"],
      read: async (reader, subject) => {
        const attributes = await attributesOf(reader, subject);
        return attributes && { queueUrl: subject.id, policy: attributes.Policy };
      },
    },
  ],
  forms: { policy: "document" },
});

async function attributesOf(reader: Reader, subject: Subject) {
  const { region } = subject;
  const queue = await reader.read("sqs:GetQueueUrl", region, { QueueName: nameOf(subject) });
  const found =
    queue?.QueueUrl === undefined
      ? undefined
      : await reader.read("sqs:GetQueueAttributes", region, { QueueUrl: queue.QueueUrl, AttributeNames: ["All"] });
  return found?.Attributes;
}

/** The id is the queue's URL, which ends with its name. */
function nameOf({ id }: Subject): string {
  return id.split("/").at(-1) ?? "";
}
