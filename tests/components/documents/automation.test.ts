import assert from "node:assert/strict";

import { fixingRunbook } from "../../../components/documents/automation";

describe("A runbook that puts a setting right", () => {
  const runbook: unknown = JSON.parse(
    fixingRunbook({
      description: "Enables the rotation of a key.",
      target: { name: "KeyId", description: "The key's id", pattern: "^[a-z]+$" },
      read: {
        service: "kms",
        api: "GetKeyRotationStatus",
        parameters: { KeyId: "{{ KeyId }}" },
        selector: "$.KeyRotationEnabled",
        type: "Boolean",
      },
      change: { service: "kms", api: "EnableKeyRotation", parameters: { KeyId: "{{ KeyId }}" } },
    }),
  );
  const reading = {
    action: "aws:executeAwsApi",
    inputs: { Service: "kms", Api: "GetKeyRotationStatus", KeyId: "{{ KeyId }}" },
    outputs: [{ Name: "State", Selector: "$.KeyRotationEnabled", Type: "Boolean" }],
    onFailure: "Continue",
    isCritical: false,
  };

  it("reads it, changes it if it is told to, and reads it again", () => {
    assert.deepEqual(runbook, {
      schemaVersion: "0.3",
      description: "Enables the rotation of a key.",
      assumeRole: "{{ AutomationAssumeRole }}",
      parameters: {
        AutomationAssumeRole: {
          type: "String",
          description: "The ARN of the role by which the runbook reads and changes the setting",
          allowedPattern: "^arn:[a-z-]+:iam::\\d{12}:role/[\\w+=,.@/-]+$",
        },
        KeyId: { type: "String", description: "The key's id", allowedPattern: "^[a-z]+$" },
        DryRun: {
          type: "String",
          description: "true reads the setting and changes nothing",
          allowedValues: ["true", "false"],
          default: "true",
        },
      },
      mainSteps: [
        { name: "Before", ...reading, nextStep: "WhetherToChange" },
        {
          name: "WhetherToChange",
          action: "aws:branch",
          inputs: {
            Choices: [{ NextStep: "Change", Variable: "{{ DryRun }}", StringEquals: "false" }],
            Default: "After",
          },
        },
        {
          name: "Change",
          action: "aws:executeAwsApi",
          inputs: { Service: "kms", Api: "EnableKeyRotation", KeyId: "{{ KeyId }}" },
          nextStep: "After",
        },
        { name: "After", ...reading, isEnd: true },
      ],
      outputs: ["Before.State", "After.State"],
    });
  });
});
