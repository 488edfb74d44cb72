import { cloudwatchMetricFilterCanMatch } from "../../../../policies/rules/cloudwatch/cloudwatch-metric-filter-can-match";
import type { WireValue } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { emptyStack } from "../../state-changes";
import { beside } from "../iam/forbidden-permissions";
import { declared } from "../stack-resources";

const FILTER = "aws:cloudwatch/logMetricFilter:LogMetricFilter";
/** The group to which the trail of the prod stack delivers. */
const OF_TRAIL = "/aws/cloudtrail/baseline-trail";
const GROUP_ARN = `arn:aws:logs:eu-central-1:111122223333:log-group:${OF_TRAIL}`;

const filter = (pattern: WireValue, logGroupName: WireValue = OF_TRAIL) =>
  beside([declared(FILTER, "filter", { pattern, logGroupName })]);

const fails = (title: string, pattern: string, ...messages: readonly [string, ...string[]]) => {
  const [first, ...rest] = messages.map((message) => ({ name: "filter", message }));
  return { title, change: filter(pattern), findings: [first ?? { message: "" }, ...rest] as const };
};

describeStackRule(cloudwatchMetricFilterCanMatch, {
  example: () => [
    ...emptyStack(),
    declared("aws:cloudwatch/logGroup:LogGroup", "group", { name: OF_TRAIL, arn: GROUP_ARN }),
    declared("aws:cloudtrail/trail:Trail", "trail", { cloudWatchLogsGroupArn: `${GROUP_ARN}:*` }),
    declared(FILTER, "good", { pattern: "{ $.eventName = StopLogging }", logGroupName: OF_TRAIL }),
  ],
  fails: [
    {
      title: "a call in another letter case, in a group of another stack",
      change: filter("{ $.eventname = stopLogging }", "/of/another/stack"),
      findings: [
        { name: "filter", message: "names $.eventname, and no record of CloudTrail has eventname; write eventName" },
      ],
    },
    fails(
      "a field in another letter case",
      "{ $.eventname = StopLogging }",
      "names $.eventname, and no record of CloudTrail has eventname; write eventName",
    ),
    fails(
      "a field in another letter case in one of several alternatives",
      "{ ($.eventName = StopLogging) || ($.EventName = DeleteTrail) }",
      "names $.EventName, and no record of CloudTrail has EventName; write eventName",
    ),
    fails(
      "an event in another letter case",
      "{ $.eventName = stopLogging }",
      "names the event stopLogging, and no record has it; write StopLogging",
    ),
    fails(
      "an event of another source, among good ones",
      '{ $.eventSource = "kms.amazonaws.com" && ($.eventName = DisableKey || $.eventName = StopLogging) }',
      "names the event StopLogging of kms.amazonaws.com, and it is one of cloudtrail.amazonaws.com; name its source",
    ),
    fails(
      "the source of EventBridge",
      "{ $.eventSource = aws.kms }",
      "names the event source aws.kms, which is how EventBridge calls it; write kms.amazonaws.com",
    ),
    fails(
      "two events at once",
      "{ $.eventName = StopLogging && $.eventName = DeleteTrail }",
      'requires $.eventName = "StopLogging" and $.eventName = "DeleteTrail" at once, which no event meets; join them with ||',
    ),
    fails(
      "a field that is to have a value and be absent",
      '{ $.errorCode = "AccessDenied" && $.errorCode NOT EXISTS }',
      'requires $.errorCode = "AccessDenied" and $.errorCode NOT EXISTS at once, which no event meets; join them with ||',
    ),
    {
      title: "two values at once in the group of a program",
      change: filter("{ $.level = 30 && $.level = 50 }", "/app"),
      findings: [
        {
          name: "filter",
          message: "requires $.level = 30 and $.level = 50 at once, which no event meets; join them with ||",
        },
      ],
    },
  ],
  passes: [
    {
      title: "what CIS asks of the use of root",
      change: filter(
        '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
      ),
    },
    {
      title: "what CIS asks of changes to trails",
      change: filter("{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = StopLogging) }"),
    },
    {
      title: "what CIS asks of calls that are refused",
      change: filter('{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }'),
    },
    {
      title: "what CIS asks of changes to AWS Config",
      change: filter(
        "{ ($.eventSource = config.amazonaws.com) && (($.eventName = StopConfigurationRecorder) || ($.eventName = PutDeliveryChannel)) }",
      ),
    },
    {
      title: "alternatives of which some go together with none",
      change: filter(
        "{ ($.eventSource = kms.amazonaws.com || $.eventSource = cloudtrail.amazonaws.com) && ($.eventName = DisableKey || $.eventName = StopLogging) }",
      ),
    },
    {
      title: "another field in the group of a program",
      change: beside([
        declared("aws:cloudwatch/logGroup:LogGroup", "app", { name: "/app" }),
        declared(FILTER, "filter", { pattern: "{ $.eventname = StopLogging }", logGroupName: "/app" }),
      ]),
    },
    {
      title: "an application's own field in a group of another stack",
      change: filter("{ $.eventname = checkout }", "/of/another/stack"),
    },
    { title: "terms", change: filter("?ERROR ?eventname") },
    { title: "a pattern that takes in everything", change: filter("") },
  ],
  unknown: [
    { title: "a pattern that is not known yet", change: filter(UNKNOWN_VALUE), property: "pattern" },
    {
      title: "a pattern that cannot be read",
      change: filter("{ $.eventName }"),
      property: "pattern",
      message: 'cannot be read as a pattern for JSON: it needs a comparison where it has "}"',
    },
    {
      title: "more alternatives than can be compared",
      change: filter(`{ ${Array(11).fill("($.a=1||$.b=2)").join("&&")} }`, "/app"),
      property: "pattern",
      message: "has more alternatives than can be compared; split it into several filters",
    },
    {
      title: "an event that its source may have since",
      change: filter("{ $.eventSource = kms.amazonaws.com && $.eventName = FreezeKey }"),
      property: "pattern",
      message:
        "names the event FreezeKey of kms.amazonaws.com, which has none of that name as far as its events are known; check the name",
    },
  ],
});
