import assert from "node:assert/strict";
import { UNKNOWN } from "../../../../policies/properties";
import { cloudwatchEventRuleEnabled } from "../../../../policies/rules/cloudwatch/cloudwatch-event-rule-enabled";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeResourceRule } from "../../rule-harness";

const pattern = (source: string, type = "AWS API Call via CloudTrail") =>
  JSON.stringify({ source: [source], "detail-type": [type] });
const WITH_READS = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

describeResourceRule(cloudwatchEventRuleEnabled, {
  example: { eventPattern: pattern("aws.cloudtrail"), state: "ENABLED" },
  fails: [
    {
      title: "a rule that is disabled",
      set: { state: "DISABLED" },
      message: `is "DISABLED"; set it to "ENABLED" or "${WITH_READS}"`,
    },
    {
      title: "a rule that is switched off by the older property",
      set: { isEnabled: false },
      remove: ["state"],
      property: "isEnabled",
      message: "is false; set it to true",
    },
  ],
  passes: [
    { title: "a rule that says nothing of its state", remove: ["state"] },
    { title: "a rule on calls that only read", set: { state: WITH_READS } },
    { title: "an enabled rule whose pattern is not known yet", set: { eventPattern: UNKNOWN_VALUE } },
  ],
  unknown: ["state", { path: "isEnabled", property: "isEnabled" }],
  notApplicable: [
    { title: "a disabled rule on another service", set: { eventPattern: pattern("aws.ec2"), state: "DISABLED" } },
    {
      title: "a disabled rule on other events",
      set: { eventPattern: pattern("aws.kms", "KMS CMK Rotation"), state: "DISABLED" },
    },
    { title: "a disabled rule with a schedule", set: { state: "DISABLED" }, remove: ["eventPattern"] },
    { title: "a pattern that cannot be read", set: { eventPattern: "{", state: "DISABLED" } },
  ],
});

describe("a disabled EventBridge rule whose pattern is not known yet", () => {
  it("is undecided", () => {
    const [type] = cloudwatchEventRuleEnabled.types;
    const result = cloudwatchEventRuleEnabled.check({
      urn: `urn:pulumi:prod::example::${type}::rule`,
      name: "rule",
      type,
      properties: { eventPattern: UNKNOWN, state: "DISABLED" },
      protect: false,
    });
    assert.deepEqual(result, {
      status: "undecided",
      property: "eventPattern",
      message: "is not known before the update",
    });
  });
});
