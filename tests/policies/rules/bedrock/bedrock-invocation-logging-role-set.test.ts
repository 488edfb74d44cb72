import { bedrockInvocationLoggingRoleSet } from "../../../../policies/rules/bedrock/bedrock-invocation-logging-role-set";
import { describeResourceRule } from "../../rule-harness";

const ROLE = "loggingConfig.cloudwatchConfig.roleArn";

describeResourceRule(bedrockInvocationLoggingRoleSet, {
  fails: [
    { title: "a log group without a role", remove: [ROLE], message: "is not set; set it to the ARN of a role" },
    { title: "an empty role", set: { [ROLE]: "" }, message: 'is ""; set it to the ARN of a role' },
    {
      title: "the name of a role",
      set: { [ROLE]: "delivery" },
      message: 'is "delivery"; set it to the ARN of a role',
    },
    {
      title: "the ARN of something else",
      set: { [ROLE]: "arn:aws:iam::111122223333:user/somebody" },
      message: 'is "arn:aws:iam::111122223333:user/somebody"; set it to the ARN of a role',
    },
  ],
  passes: [
    {
      title: "a role of another partition, with a path",
      set: { [ROLE]: "arn:aws-us-gov:iam::111122223333:role/ai/delivery" },
    },
  ],
  unknown: [ROLE, "loggingConfig.cloudwatchConfig"],
  notApplicable: [{ title: "delivery to a bucket alone", set: { loggingConfig: { s3Config: { bucketName: "raw" } } } }],
});
