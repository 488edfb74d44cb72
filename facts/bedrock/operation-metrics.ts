/** What CloudWatch counts of models and guardrails, and of which of it somebody should be alerted. */
import type { UsageAlarm, WatchedMetric } from "../alerting/usage-alarms";
import type { Source } from "../source";
import { BEDROCK_NAMESPACE } from "./delivery-metrics";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-runtime-metrics.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-guardrails-cw-metrics.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-mantle-metrics.html",
    readOn: "2026-11-26",
    secondary: "the names and dimensions, as they were read from the page before",
  },
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Anomaly_Detection.html",
    readOn: "2026-11-26",
  },
];

export const GUARDRAILS_NAMESPACE = "AWS/Bedrock/Guardrails";
export const MANTLE_NAMESPACE = "AWS/BedrockMantle";

/** A metric of Bedrock's. @default dimensions - across all models */
export interface OperationMetric extends WatchedMetric {
  readonly namespace: typeof BEDROCK_NAMESPACE | typeof GUARDRAILS_NAMESPACE | typeof MANTLE_NAMESPACE;
}

const ofModels = (name: string): OperationMetric => ({ namespace: BEDROCK_NAMESPACE, name });
const ofGuardrails = (name: string): OperationMetric => ({
  namespace: GUARDRAILS_NAMESPACE,
  name,
  dimensions: { Operation: "ApplyGuardrail" },
});
const ofMantle = (name: string): OperationMetric => ({ namespace: MANTLE_NAMESPACE, name });

export const OPERATION_METRICS = {
  invocations: ofModels("Invocations"),
  latency: ofModels("InvocationLatency"),
  throttles: ofModels("InvocationThrottles"),
  clientErrors: ofModels("InvocationClientErrors"),
  serverErrors: ofModels("InvocationServerErrors"),
  inputTokens: ofModels("InputTokenCount"),
  outputTokens: ofModels("OutputTokenCount"),
  guardrailInvocations: ofGuardrails("Invocations"),
  guardrailInterventions: ofGuardrails("InvocationsIntervened"),
  guardrailErrors: ofGuardrails("InvocationClientErrors"),
  guardrailThrottles: ofGuardrails("InvocationThrottles"),
  guardrailTextUnits: ofGuardrails("TextUnitCount"),
  mantleInferences: ofMantle("Inferences"),
  mantleErrors: ofMantle("InferenceClientErrors"),
  mantleInputTokens: ofMantle("TotalInputTokens"),
  mantleOutputTokens: ofMantle("TotalOutputTokens"),
} as const satisfies Readonly<Record<string, OperationMetric>>;

export type OperationMetricId = keyof typeof OPERATION_METRICS;

export type ModelAlarm = UsageAlarm<OperationMetricId>;

const FIVE_MINUTES = 300;
const HOUR = 3600;

/** What an account is used to differs from one to the next, so that only what should never happen has a threshold. */
export const MODEL_ALARMS = {
  "model-throttles": {
    what: "Calls to models are throttled for a quarter of an hour",
    severity: "ticket",
    metric: "throttles",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 3,
    bound: { kind: "threshold", atLeast: 1 },
  },
  "model-server-errors": {
    what: "Models fail for a quarter of an hour",
    severity: "ticket",
    metric: "serverErrors",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 3,
    bound: { kind: "threshold", atLeast: 1 },
  },
  "model-client-errors": {
    what: "More calls to models are refused or malformed than this account is used to",
    severity: "ticket",
    metric: "clientErrors",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 3,
    bound: { kind: "anomaly", deviations: 3 },
  },
  "model-latency": {
    what: "Models answer more slowly than this account is used to",
    severity: "ticket",
    metric: "latency",
    statistic: "p90",
    period: FIVE_MINUTES,
    periods: 3,
    bound: { kind: "anomaly", deviations: 3 },
  },
  "model-input-tokens": {
    what: "Models are sent more tokens than this account is used to: a change of use, or stolen credentials",
    severity: "mail",
    metric: "inputTokens",
    statistic: "Sum",
    period: HOUR,
    periods: 1,
    bound: { kind: "anomaly", deviations: 4 },
  },
  "model-output-tokens": {
    what: "Models produce more tokens than this account is used to: a change of use, or stolen credentials",
    severity: "mail",
    metric: "outputTokens",
    statistic: "Sum",
    period: HOUR,
    periods: 1,
    bound: { kind: "anomaly", deviations: 4 },
  },
  "guardrail-interventions": {
    what: "Guardrails intervene more than this account is used to: an attack, or a change of a guardrail",
    severity: "mail",
    metric: "guardrailInterventions",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 3,
    bound: { kind: "anomaly", deviations: 3 },
  },
  "guardrail-throttles": {
    what: "Guardrails are throttled, and what they should check waits or fails",
    severity: "mail",
    metric: "guardrailThrottles",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 3,
    bound: { kind: "threshold", atLeast: 1 },
  },
  "mantle-inferences": {
    what: "Models are called by the endpoint bedrock-mantle, whose prompts and answers no invocation log holds",
    severity: "mail",
    metric: "mantleInferences",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 1,
    bound: { kind: "threshold", atLeast: 1 },
  },
} as const satisfies Readonly<Record<string, ModelAlarm>>;

export type ModelAlarmId = keyof typeof MODEL_ALARMS;

export const MODEL_ALARM_IDS = Object.keys(MODEL_ALARMS) as readonly ModelAlarmId[]; // Object.keys loses the key types
