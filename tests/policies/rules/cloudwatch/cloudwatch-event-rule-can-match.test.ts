import { cloudwatchEventRuleCanMatch } from "../../../../policies/rules/cloudwatch/cloudwatch-event-rule-can-match";
import type { WireMap } from "../../../../pulumi/stack-state";
import { type FailingCase, type ResourceCase, describeResourceRule } from "../../rule-harness";

const STOPPED = {
  source: ["aws.cloudtrail"],
  "detail-type": ["AWS API Call via CloudTrail"],
  detail: { eventSource: ["cloudtrail.amazonaws.com"], eventName: ["StopLogging", "DeleteTrail"] },
};

const MODELS = {
  ...STOPPED,
  source: ["aws.bedrock"],
  detail: { eventSource: ["bedrock.amazonaws.com"], eventName: ["InvokeModel"] },
};

const pattern = (value: object): string => JSON.stringify(value);

const fails = (title: string, value: object, message: string): FailingCase => ({
  title,
  set: { eventPattern: pattern(value) },
  message,
});

const passes = (title: string, value: object, more: WireMap = {}): ResourceCase => ({
  title,
  set: { eventPattern: pattern(value), ...more },
});

const detail = (more: object): object => ({ ...STOPPED, detail: { ...STOPPED.detail, ...more } });

describeResourceRule(cloudwatchEventRuleCanMatch, {
  example: { eventPattern: pattern(STOPPED) },
  fails: [
    fails(
      "a field of the record in other letters",
      detail({ eventname: ["StopLogging"] }),
      "asks for detail.eventname, which no event has; the field is detail.eventName",
    ),
    fails(
      "a field of the event in other letters",
      { ...STOPPED, Source: ["aws.cloudtrail"] },
      "asks for Source, which no event has; the field is source",
    ),
    fails(
      "a field of the event without its hyphen",
      { source: ["aws.bedrock"], detailType: ["Model Customization Job State Change"] },
      "asks for detailType, which no event has; the field is detail-type",
    ),
    fails(
      "a call in other letters",
      detail({ eventName: ["stopLogging"] }),
      "asks for the call stopLogging, which CloudTrail records as StopLogging",
    ),
    fails(
      "the source of another service",
      { ...STOPPED, source: ["aws.s3"] },
      "asks for calls of cloudtrail.amazonaws.com from aws.s3, which no event combines; set source to aws.cloudtrail",
    ),
    fails("a pattern that is a list", [STOPPED], "is not a JSON object that names each field once; correct it"),
    {
      title: "a field twice",
      set: { eventPattern: '{"source":["aws.s3"],"source":["aws.kms"]}' },
      message: "is not a JSON object that names each field once; correct it",
    },
    {
      title: "calls of a model in the plain state",
      set: { eventPattern: pattern(MODELS) },
      property: "state",
      message: "keeps InvokeModel away, which are read-only; set it to ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
    },
    {
      title: "read-only calls in the plain state",
      set: { eventPattern: pattern(detail({ eventName: ["StopLogging", "DescribeTrails"] })), state: "ENABLED" },
      property: "state",
      message:
        "keeps DescribeTrails away, which are read-only; set it to ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
    },
    {
      title: "a disabled rule",
      set: { state: "DISABLED" },
      property: "state",
      message: "disables the rule; set state to ENABLED",
    },
    {
      title: "a rule that the older argument disables",
      set: { isEnabled: false },
      property: "isEnabled",
      message: "disables the rule; set state to ENABLED",
    },
  ],
  passes: [
    passes("a pattern without a source", { ...STOPPED, source: undefined }),
    passes("a source by its beginning", { ...STOPPED, source: [{ prefix: "aws." }] }),
    passes("one source of two that is right", { ...STOPPED, source: ["aws.s3", "aws.cloudtrail"] }),
    passes("calls of a model in the state that gets them", MODELS, {
      state: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
    }),
    passes("data events that begin with Get", {
      ...STOPPED,
      source: ["aws.s3"],
      detail: { eventSource: ["s3.amazonaws.com"], eventName: ["GetObject"] },
    }),
    passes("a service's own events", { source: ["aws.guardduty"], "detail-type": ["GuardDuty Finding"] }),
    passes(
      "an application's own events, disabled",
      { source: ["shop"], detail: { eventname: ["sold"] } },
      { state: "DISABLED" },
    ),
    passes("a field that is to be null", detail({ errorCode: [null] })),
  ],
  unknown: ["eventPattern", { path: "state", property: "state" }, { path: "isEnabled", property: "isEnabled" }],
  notApplicable: [
    { title: "a rule by a schedule", remove: ["eventPattern"], set: { scheduleExpression: "rate(1 day)" } },
  ],
});
