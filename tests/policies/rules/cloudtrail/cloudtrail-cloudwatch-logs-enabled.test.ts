import { cloudtrailCloudwatchLogsEnabled } from "../../../../policies/rules/cloudtrail/cloudtrail-cloudwatch-logs-enabled";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";
import { ofType, selector } from "./selectors";

const GROUP = "set it to the ARN of a log group followed by :*";
const ONLY_DATA = { advancedEventSelectors: [selector("Data", ofType("AWS::Bedrock::Model"))] };
const ROLE = "set it to the ARN of a role that may write to the log group";

describeResourceRule(cloudtrailCloudwatchLogsEnabled, {
  fails: [
    { title: "a trail without a log group", remove: ["cloudWatchLogsGroupArn"], message: `is not set; ${GROUP}` },
    { title: "a trail with an empty log group", set: { cloudWatchLogsGroupArn: "" }, message: `is ""; ${GROUP}` },
    {
      title: "a trail without a role",
      remove: ["cloudWatchLogsRoleArn"],
      property: "cloudWatchLogsRoleArn",
      message: `is not set; ${ROLE}`,
    },
    {
      title: "a trail with an empty role",
      set: { cloudWatchLogsRoleArn: "" },
      property: "cloudWatchLogsRoleArn",
      message: `is ""; ${ROLE}`,
    },
    {
      title: "a trail of network activity events, which no other trail needs to stand beside",
      remove: ["cloudWatchLogsGroupArn"],
      set: { advancedEventSelectors: [selector("NetworkActivity")] },
      message: `is not set; ${GROUP}`,
    },
  ],
  passes: [
    {
      title: "a log group and a role that are yet to be created",
      set: { cloudWatchLogsGroupArn: UNKNOWN_VALUE, cloudWatchLogsRoleArn: UNKNOWN_VALUE },
    },
  ],
  notApplicable: [
    {
      title: "a trail of data events only, which leaves it to another trail",
      remove: ["cloudWatchLogsGroupArn"],
      set: ONLY_DATA,
    },
  ],
  unknown: [],
});
