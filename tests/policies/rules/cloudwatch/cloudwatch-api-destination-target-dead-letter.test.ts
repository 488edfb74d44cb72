import { cloudwatchApiDestinationTargetDeadLetter } from "../../../../policies/rules/cloudwatch/cloudwatch-api-destination-target-dead-letter";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(cloudwatchApiDestinationTargetDeadLetter, {
  example: {
    rule: "kms",
    targetId: "endpoint",
    arn: "arn:aws:events:eu-central-1:111122223333:api-destination/siem/1234abcd-12ab-34cd-56ef-1234567890ab",
    roleArn: "arn:aws:iam::111122223333:role/siem",
    deadLetterConfig: { arn: "arn:aws:sqs:eu-central-1:111122223333:undelivered" },
  },
  fails: [
    {
      title: "no queue",
      remove: ["deadLetterConfig"],
      message: "is not set; set it to the ARN of an SQS queue that keeps what could not be delivered",
    },
    {
      title: "a configuration without a queue",
      set: { deadLetterConfig: {} },
      message: "is not set; set it to the ARN of an SQS queue that keeps what could not be delivered",
    },
  ],
  // A queue whose ARN is not known yet is one.
  unknown: [],
  notApplicable: [
    { title: "a topic", set: { arn: "arn:aws:sns:eu-central-1:111122223333:alerts" } },
    { title: "an event bus", set: { arn: "arn:aws:events:eu-central-1:111122223333:event-bus/security" } },
  ],
});
