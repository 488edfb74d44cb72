import { sqsQueueEncrypted } from "../../../../policies/rules/sqs/sqs-queue-encrypted";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(sqsQueueEncrypted, {
  fails: [
    { title: "encryption switched off", set: { sqsManagedSseEnabled: false }, message: "is false; set it to true" },
    {
      title: "encryption switched off, and an empty key",
      set: { sqsManagedSseEnabled: false, kmsMasterKeyId: "" },
      message: "is false; set it to true",
    },
  ],
  passes: [
    { title: "a queue that says nothing", remove: ["sqsManagedSseEnabled"] },
    {
      title: "a queue with a key",
      set: { sqsManagedSseEnabled: false, kmsMasterKeyId: "arn:aws:kms:eu-central-1:111122223333:key/1" },
    },
  ],
});
