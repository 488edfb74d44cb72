import { APPLICATION_ALARMS, APPLICATION_ALARM_IDS, APPLICATION_METRICS } from "../../../facts/telemetry/signals";
import { ACCOUNT_BASELINE } from "../../resources";
import { stackRule } from "../../rule";
import { watchedEverywhere } from "../../stack/usage-alarms";

export const cloudwatchAccountApplicationAlarmsExist = stackRule(ACCOUNT_BASELINE, {
  id: "cloudwatch-account-application-alarms-exist",
  title: "AWS accounts alarm on what their applications say of bad answers, escalations and unexpected actions",
  severity: "low",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "That an answer was bad, that a person had to take over, or that an agent tried what it is not meant to do, only the application " +
    "knows. What it says of it in its log is read by nobody in time unless something alarms.",
  remediation: "Declare ApplicationAlarms in the region, or alarms of your own on these metrics, each with an action.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Alarms.html",
  ],
  checkEach: (baseline, { stack }) => watchedEverywhere(stack, baseline, WATCHED, "ApplicationAlarms"),
});

const WATCHED = APPLICATION_ALARM_IDS.map((id) => APPLICATION_METRICS[APPLICATION_ALARMS[id].metric]);
