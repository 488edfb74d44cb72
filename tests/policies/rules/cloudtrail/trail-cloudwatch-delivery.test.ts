import { trailCloudwatchDelivery } from "../../../../policies/rules/cloudtrail/trail-cloudwatch-delivery";
import { UNKNOWN_VALUE } from "../../../../state/wire";
import { describeResourceRule } from "../../rule-harness";

const GROUP = "it must name a log group, by its ARN followed by :*";
const ROLE = "it must name a role that may write to the log group";

describeResourceRule(trailCloudwatchDelivery, {
  fails: [
    { title: "a trail without a log group", remove: ["cloudWatchLogsGroupArn"], message: `is absent; ${GROUP}` },
    { title: "a trail with an empty log group", set: { cloudWatchLogsGroupArn: "" }, message: `is ""; ${GROUP}` },
    {
      title: "a trail without a role",
      remove: ["cloudWatchLogsRoleArn"],
      property: "cloudWatchLogsRoleArn",
      message: `is absent; ${ROLE}`,
    },
    {
      title: "a trail with an empty role",
      set: { cloudWatchLogsRoleArn: "" },
      property: "cloudWatchLogsRoleArn",
      message: `is ""; ${ROLE}`,
    },
  ],
  passes: [
    {
      title: "a log group and a role that are yet to be created",
      set: { cloudWatchLogsGroupArn: UNKNOWN_VALUE, cloudWatchLogsRoleArn: UNKNOWN_VALUE },
    },
  ],
  unknown: [],
});
