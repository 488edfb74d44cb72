import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../policies/properties";
import { cloudwatchEventRuleCanMatch } from "../../../../policies/rules/cloudwatch/cloudwatch-event-rule-can-match";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const ON_TRAIL = {
  source: ["aws.cloudtrail"],
  "detail-type": ["AWS API Call via CloudTrail"],
  detail: { eventSource: ["cloudtrail.amazonaws.com"], eventName: ["StopLogging", "DeleteTrail"] },
};
const WITH_READS = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

const pattern = (detail: object, more: object = {}) => ({
  eventPattern: JSON.stringify({ ...ON_TRAIL, detail, ...more }),
});
const reads = pattern({ eventName: ["GetKeyPolicy"] }, { source: ["aws.kms"] });

describeResourceRule(cloudwatchEventRuleCanMatch, {
  example: { eventPattern: JSON.stringify(ON_TRAIL) },
  fails: [
    {
      title: "a field in another letter case",
      set: pattern({ eventname: ["StopLogging"] }),
      message: "names detail.eventname, and no record of CloudTrail has eventname; write eventName",
    },
    {
      title: "the call of another service",
      set: pattern({ eventName: ["DisableKey"] }),
      message:
        "names the event DisableKey of cloudtrail.amazonaws.com, and it is one of kms.amazonaws.com; name its source",
    },
    {
      title: "the detail-type of another source",
      set: { eventPattern: JSON.stringify({ source: ["aws.cloudtrail"], "detail-type": ["KMS CMK Deletion"] }) },
      message: "names the detail-type KMS CMK Deletion of aws.cloudtrail, and only aws.kms sends it",
    },
    {
      title: "a value that is not in a list",
      set: pattern({ eventName: "StopLogging" }),
      message: 'cannot match: detail.eventName is "StopLogging", not in a list; write the values in a list',
    },
    {
      title: "an empty list",
      set: pattern({ eventName: [] }),
      message: "cannot match: detail.eventName is an empty list, which matches nothing; list a value or leave it out",
    },
    {
      title: "a key that stands twice",
      set: { eventPattern: '{"source":["aws.kms"],"source":["aws.cloudtrail"]}' },
      message: 'cannot match: it names "source" twice in one object, of which a reader may take either',
    },
    { title: "text that is not JSON", set: { eventPattern: "{" }, message: "cannot match: it is not JSON" },
    {
      title: "a pattern that is no text",
      set: { eventPattern: { source: ["aws.kms"] } },
      message: 'cannot match: it is {"source":["aws.kms"]}; set it to a JSON text',
    },
    {
      title: "calls that only read in the usual state",
      set: reads,
      property: "state",
      message: `leaves out calls that only read, such as GetKeyPolicy of the pattern; set it to ${WITH_READS}`,
    },
    {
      title: "calls that only read in a state that leaves them out",
      set: { ...reads, state: "ENABLED" },
      property: "state",
      message: `leaves out calls that only read, such as GetKeyPolicy of the pattern; set it to ${WITH_READS}`,
    },
  ],
  passes: [
    { title: "calls that only read in the state that takes them in", set: { ...reads, state: WITH_READS } },
    { title: "calls that write in a state that is not known yet", set: { state: UNKNOWN_VALUE } },
    {
      title: "events of a program",
      set: { eventPattern: JSON.stringify({ source: ["orders"], "detail-type": ["sold"] }) },
    },
  ],
  notApplicable: [
    { title: "a rule with a schedule", set: { scheduleExpression: "rate(1 day)" }, remove: ["eventPattern"] },
    { title: "an empty pattern", set: { eventPattern: "", scheduleExpression: "rate(1 day)" } },
  ],
});

describe("the state of an EventBridge rule on calls that only read", () => {
  const rule = cloudwatchEventRuleCanMatch;
  const resource = {
    urn: "urn:pulumi:prod::example::aws:cloudwatch/eventRule:EventRule::rule",
    name: "rule",
    type: rule.types[0],
  };

  it("leaves open what is not known yet, and calls of models, of which records differ", () => {
    const ask = (properties: object) => [rule.check({ ...resource, properties, protect: false })].flat();
    assert.deepEqual(ask({ ...reads, state: UNKNOWN }), [
      { status: "undecided", property: "state", message: "is not known before the update" },
    ]);
    assert.deepEqual(ask(pattern({ eventName: ["InvokeModel"] }, { source: ["aws.bedrock"] })), [
      {
        status: "undecided",
        property: "state",
        message: `leaves out calls that only read, as which records of InvokeModel have been seen; set it to ${WITH_READS}`,
      },
    ]);
  });
});
