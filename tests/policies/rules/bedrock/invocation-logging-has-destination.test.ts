import { invocationLoggingHasDestination } from "../../../../policies/rules/bedrock/invocation-logging-has-destination";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

describeResourceRule(invocationLoggingHasDestination, {
  fails: [
    {
      title: "a configuration without a destination",
      set: { loggingConfig: { textDataDeliveryEnabled: true } },
      message: 'is {"textDataDeliveryEnabled":true}; it must name a log group or a bucket',
    },
    {
      title: "a configuration without settings",
      remove: ["loggingConfig"],
      message: "is absent; it must name a log group or a bucket",
    },
    {
      title: "a log group without a name",
      set: { loggingConfig: { cloudwatchConfig: { logGroupName: "" } } },
      message: 'is {"cloudwatchConfig":{"logGroupName":""}}; it must name a log group or a bucket',
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
