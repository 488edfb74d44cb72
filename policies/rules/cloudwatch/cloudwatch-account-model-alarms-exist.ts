import { MODEL_ALARMS, MODEL_ALARM_IDS, OPERATION_METRICS } from "../../../facts/bedrock/operation-metrics";
import { ACCOUNT_BASELINE } from "../../resources";
import { stackRule } from "../../rule";
import { watchedEverywhere } from "../../stack/usage-alarms";

export const cloudwatchAccountModelAlarmsExist = stackRule(ACCOUNT_BASELINE, {
  id: "cloudwatch-account-model-alarms-exist",
  title: "AWS accounts alarm on how their models and guardrails are used, in every governed region",
  severity: "medium",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "Stolen credentials show as tokens that nobody expected, a prompt injection as a guardrail that intervenes more than it did, and " +
    "a failing model as errors and throttles. The metrics are published in any case; without an alarm nobody looks at them in time.",
  remediation: "Declare ModelAlarms in the region, or alarms of your own on these metrics, each with an action.",
  references: [
    "https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html",
    "https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-guardrails-cw-metrics.html",
  ],
  checkEach: (baseline, { stack }) => watchedEverywhere(stack, baseline, WATCHED, "ModelAlarms"),
});

const WATCHED = MODEL_ALARM_IDS.map((id) => OPERATION_METRICS[MODEL_ALARMS[id].metric]);
