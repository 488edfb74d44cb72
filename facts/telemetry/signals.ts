/** What an application says that no metric of AWS's shows: of people who took over, of answers that were bad, and of what agents tried. */
import type { UsageAlarm, WatchedMetric } from "../alerting/usage-alarms";
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://github.com/open-telemetry/semantic-conventions/blob/v1.41.0/docs/gen-ai/gen-ai-events.md",
    readOn: "2026-11-27",
  },
  {
    page: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html",
    readOn: "2026-11-27",
    secondary: "the structure and the limits, as the page's source on GitHub has them",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html",
    readOn: "2026-11-27",
  },
];

/** An attribute that a signal has beside the ids by which records are joined. */
export interface SignalAttribute {
  readonly name: string;
  /** Whether OpenTelemetry names it; the others are this project's. */
  readonly standard: boolean;
  readonly meaning: string;
}

export interface SignalKind {
  /** The event that the log record is. */
  readonly event: string;
  readonly meaning: string;
  /** What is always said of it. */
  readonly attributes: readonly SignalAttribute[];
}

const EVALUATION = "gen_ai.evaluation.result";

const evaluationName: SignalAttribute = {
  name: "gen_ai.evaluation.name",
  standard: true,
  meaning: "What was evaluated, such as `user_feedback` or `output_risk`",
};

const evaluationLabel: SignalAttribute = {
  name: "gen_ai.evaluation.score.label",
  standard: true,
  meaning: "What came of it, such as `thumbs_down`, or the category of risk",
};

/** The kinds of signals, by the value of `ai_governance.signal`. */
export const SIGNALS = {
  escalation: {
    event: "ai_governance.escalation",
    meaning: "A person was asked to take over or to decide",
    attributes: [
      {
        name: "ai_governance.escalation.reason",
        standard: false,
        meaning: "Why, as a short code: no text of the conversation",
      },
    ],
  },
  low_quality_feedback: {
    event: EVALUATION,
    meaning: "A user, a reviewer or an evaluator found an answer bad",
    attributes: [evaluationName, evaluationLabel],
  },
  high_risk_output: {
    event: EVALUATION,
    meaning: "An answer falls into a category that the application counts as high risk",
    attributes: [evaluationName, evaluationLabel],
  },
  unexpected_action: {
    event: "ai_governance.unexpected_action",
    meaning: "An agent tried what it is not meant to do, and was stopped or not",
    attributes: [{ name: "gen_ai.tool.name", standard: true, meaning: "The tool or action that it tried to use" }],
  },
} as const satisfies Readonly<Record<string, SignalKind>>;

export type SignalName = keyof typeof SIGNALS;

/** The attribute that says which signal a record is. */
export const SIGNAL_ATTRIBUTE = "ai_governance.signal";

/** The namespace of the metrics that CloudWatch takes from applications' records. */
export const APPLICATION_NAMESPACE = "AIGovernance/Applications";

/** The dimension by which the metrics are also counted, beside a count of all applications. */
export const APPLICATION_DIMENSION = "service";

/** A metric, and which records count one each. */
export interface ApplicationMetric extends WatchedMetric {
  readonly namespace: typeof APPLICATION_NAMESPACE;
  readonly counts: string;
}

const metric = (name: string, counts: string): ApplicationMetric => ({
  namespace: APPLICATION_NAMESPACE,
  name,
  counts,
});

export const APPLICATION_METRICS = {
  deniedCalls: metric("DeniedCalls", "Calls that were refused for want of permission"),
  toolFailures: metric("ToolFailures", "Calls of tools (`execute_tool`) that failed"),
  retrievalFailures: metric("RetrievalFailures", "Retrievals from a vector store (`retrieval`) that failed"),
  blockedCalls: metric("BlockedCalls", "Calls in which a guardrail intervened"),
  escalations: metric("Escalations", "Signals `escalation`"),
  lowQualityFeedback: metric("LowQualityFeedback", "Signals `low_quality_feedback`"),
  highRiskOutputs: metric("HighRiskOutputs", "Signals `high_risk_output`"),
  unexpectedActions: metric("UnexpectedActions", "Signals `unexpected_action`"),
} as const satisfies Readonly<Record<string, ApplicationMetric>>;

export type ApplicationMetricId = keyof typeof APPLICATION_METRICS;

/**
 * The codes of AWS's errors by which a caller is refused for want of permission.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export const DENIAL = /^(AccessDenied|AccessDeniedException|NotAuthorized)$/;

const FIVE_MINUTES = 300;

/** What never should happen has a threshold; of the rest, each account is used to something else. */
export const APPLICATION_ALARMS = {
  "denied-calls": {
    what: "Applications are refused more calls than this account is used to: a lost permission, or somebody who tries",
    severity: "ticket",
    metric: "deniedCalls",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 3,
    bound: { kind: "anomaly", deviations: 3 },
  },
  "tool-failures": {
    what: "Tools of agents fail for a quarter of an hour",
    severity: "ticket",
    metric: "toolFailures",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 3,
    bound: { kind: "threshold", atLeast: 1 },
  },
  "retrieval-failures": {
    what: "Retrievals from vector stores fail for a quarter of an hour",
    severity: "ticket",
    metric: "retrievalFailures",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 3,
    bound: { kind: "threshold", atLeast: 1 },
  },
  "blocked-calls": {
    what: "Guardrails block more calls of applications than this account is used to",
    severity: "mail",
    metric: "blockedCalls",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 3,
    bound: { kind: "anomaly", deviations: 3 },
  },
  escalations: {
    what: "More people are asked to take over than this account is used to",
    severity: "ticket",
    metric: "escalations",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 3,
    bound: { kind: "anomaly", deviations: 3 },
  },
  "low-quality-feedback": {
    what: "More answers are found bad than this account is used to",
    severity: "ticket",
    metric: "lowQualityFeedback",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 3,
    bound: { kind: "anomaly", deviations: 3 },
  },
  "high-risk-outputs": {
    what: "An application gave an answer of a category that it counts as high risk",
    severity: "mail",
    metric: "highRiskOutputs",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 1,
    bound: { kind: "threshold", atLeast: 1 },
  },
  "unexpected-actions": {
    what: "An agent tried what it is not meant to do",
    severity: "mail",
    metric: "unexpectedActions",
    statistic: "Sum",
    period: FIVE_MINUTES,
    periods: 1,
    bound: { kind: "threshold", atLeast: 1 },
  },
} as const satisfies Readonly<Record<string, UsageAlarm<ApplicationMetricId>>>;

export type ApplicationAlarmId = keyof typeof APPLICATION_ALARMS;

export const APPLICATION_ALARM_IDS = Object.keys(APPLICATION_ALARMS) as readonly ApplicationAlarmId[]; // Object.keys loses the key types
