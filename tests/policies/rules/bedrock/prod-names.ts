/** What the prod stack's second region is called, by those who change it. */
import type { ResourceState } from "../../../../pulumi/stack-state";

export const CONFIGURATION = {
  type: "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration",
  name: "model-invocation-logging-us-east-1",
};
export const COMPONENT = {
  type: "ai-governance-baseline:index:InvocationLogging",
  name: "baseline-us-east-1-invocations",
};
export const LOG_GROUP = {
  type: "aws:cloudwatch/logGroup:LogGroup",
  name: "baseline-us-east-1-invocations-log-group",
};
export const DATA_PROTECTION = {
  type: "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
  name: "baseline-us-east-1-invocations-log-group-data-protection",
};
export const ALARM = {
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  name: "baseline-us-east-1-invocations-log-delivery-failure",
};
export const BASELINE = { type: "ai-governance-baseline:index:AccountBaseline", name: "baseline" };

export const GROUP_NAME = "/ai-governance/baseline-us-east-1-invocations/model-invocations";

/** The resources of a stack, and one more. */
export function having(...more: readonly ResourceState[]) {
  return (resources: readonly ResourceState[]): readonly ResourceState[] => [...resources, ...more];
}
