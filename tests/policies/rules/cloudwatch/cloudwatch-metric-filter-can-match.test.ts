import { cloudwatchMetricFilterCanMatch } from "../../../../policies/rules/cloudwatch/cloudwatch-metric-filter-can-match";
import { type FailingCase, type ResourceCase, describeResourceRule } from "../../rule-harness";

const fails = (title: string, pattern: string, message: string): FailingCase => ({ title, set: { pattern }, message });
const passes = (title: string, pattern: string): ResourceCase => ({ title, set: { pattern } });

describeResourceRule(cloudwatchMetricFilterCanMatch, {
  example: {
    logGroupName: "/baseline/trail",
    pattern: '{ ($.eventSource = cloudtrail.amazonaws.com) && ($.eventName = "StopLogging") }',
    metricTransformation: { name: "TrailStopped", namespace: "Security", value: "1" },
  },
  fails: [
    fails(
      "a pattern that asks for two calls at once",
      "{ $.eventName = StopLogging && $.eventName = DeleteTrail }",
      "matches nothing: no event has $.eventName = StopLogging and $.eventName = DeleteTrail; correct it",
    ),
    fails(
      "a pattern that asks for what it excepts",
      '{ $.userIdentity.type = "Root" && $.userIdentity.type != "R*" }',
      "matches nothing: no event has $.userIdentity.type = Root and $.userIdentity.type != R*; correct it",
    ),
    fails(
      "a field in other letters",
      "{ $.eventname = StopLogging }",
      "asks for $.eventname, which no record of CloudTrail has; the field is $.eventName",
    ),
    fails(
      "a field in other letters beside one that is right",
      "{ $.eventSource = kms.amazonaws.com && $.EventName = DisableKey }",
      "asks for $.EventName, which no record of CloudTrail has; the field is $.eventName",
    ),
    fails(
      "a field within one in other letters",
      '{ $.useridentity.type = "Root" && $.eventName = ConsoleLogin }',
      "asks for $.useridentity.type, which no record of CloudTrail has; the field is $.userIdentity",
    ),
    fails(
      "a call in other letters",
      "{ $.eventName = stopLogging }",
      "asks for the call stopLogging, which CloudTrail records as StopLogging",
    ),
  ],
  passes: [
    passes("every event", ""),
    passes("terms", "ERROR -timeout"),
    passes("a pattern of columns", "[ip, user, request, status = 5*]"),
    passes("an application's own field of another spelling", "{ $.eventname = checkout }"),
    passes("an application's own two values of one field", "{ $.a = x || $.a = y }"),
    passes("a call that is none of those by which evidence is taken away", "{ $.eventName = createUser }"),
    passes("an expression", "{ $.eventName = %[Ss]top% }"),
  ],
  unknown: ["pattern"],
});
