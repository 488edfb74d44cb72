import { bedrockInvocationLoggingDestination } from "../../../../policies/rules/bedrock/bedrock-invocation-logging-destination";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(bedrockInvocationLoggingDestination, {
  fails: [
    {
      title: "a configuration without a destination",
      set: { loggingConfig: { textDataDeliveryEnabled: true } },
      message: 'is {"textDataDeliveryEnabled":true}; set cloudwatchConfig.logGroupName or s3Config.bucketName',
    },
    {
      title: "a configuration without settings",
      remove: ["loggingConfig"],
      message: "is not set; set cloudwatchConfig.logGroupName or s3Config.bucketName",
    },
    {
      title: "a log group without a name",
      set: { loggingConfig: { cloudwatchConfig: { logGroupName: "" } } },
      message: 'is {"cloudwatchConfig":{"logGroupName":""}}; set cloudwatchConfig.logGroupName or s3Config.bucketName',
    },
  ],
  passes: [
    { title: "a bucket alone", set: { loggingConfig: { s3Config: { bucketName: "invocations" } } } },
    {
      title: "a bucket beside an unknown log group",
      set: { loggingConfig: { cloudwatchConfig: UNKNOWN_VALUE, s3Config: { bucketName: "invocations" } } },
    },
  ],
  unknown: ["loggingConfig", { path: "loggingConfig.cloudwatchConfig", property: "loggingConfig" }],
});
