/** What a team might write without audits in mind: the record of all model invocations, kept for a week in a log group without a key. */
import { InvocationLoggingConfiguration } from "@pulumi/aws/bedrockmodel";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Bucket } from "@pulumi/aws/s3";

const conversations = new LogGroup("conversations", { name: "/assistant/conversations", retentionInDays: 7 });
new InvocationLoggingConfiguration("invocations", {
  loggingConfig: {
    textDataDeliveryEnabled: true,
    cloudwatchConfig: {
      logGroupName: conversations.name,
      roleArn: "arn:aws:iam::111122223333:role/invocation-logging",
    },
  },
});

/** Holds no evidence, so nothing is asked of it that an application's own data does not need. */
export const uploads = new Bucket("uploads").bucket;
