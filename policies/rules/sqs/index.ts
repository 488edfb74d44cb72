export { sqsQueueEncrypted } from "./sqs-queue-encrypted";
export { sqsQueuePolicyTlsOnly } from "./sqs-queue-policy-tls-only";
