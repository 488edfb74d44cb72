import assert from "node:assert/strict";

import { approvedRunbook, fixingRunbook } from "../../../components/documents/automation";

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

describe("A runbook that changes something after people agree", () => {
  const approval = {
    approvers: ["arn:aws:iam::123456789012:role/data-governance"],
    minimum: 1,
    topicArn: "arn:aws:sns:eu-central-1:123456789012:Automation-responses",
    message: "Enables a key.",
    roleArn: "arn:aws:iam::123456789012:role/enable-key",
  };
  const parameters = { KeyId: "{{ KeyId }}" };
  const read = {
    service: "kms",
    api: "DescribeKey",
    parameters,
    selector: "$.KeyMetadata.KeyState",
    type: "String",
  } as const;
  const cancel = {
    name: "CancelKeyDeletion",
    service: "kms",
    api: "CancelKeyDeletion",
    parameters,
    mayBeRefused: true,
  } as const;
  const enable = { name: "EnableKey", service: "kms", api: "EnableKey", parameters } as const;
  const target = { name: "KeyId", description: "The key's ARN", allowed: { values: ["one"] } };
  const description = "Enables a key.";
  const reading = {
    action: "aws:executeAwsApi",
    inputs: { Service: "kms", Api: "DescribeKey", KeyId: "{{ KeyId }}" },
    outputs: [{ Name: "State", Selector: "$.KeyMetadata.KeyState", Type: "String" }],
    onFailure: "Continue",
    isCritical: false,
  };

  it("reads, asks, changes in turn and reads again, by its own role", () => {
    assert.deepEqual(JSON.parse(approvedRunbook({ description, target, read, changes: [cancel, enable] }, approval)), {
      schemaVersion: "0.3",
      description: "Enables a key.",
      assumeRole: "arn:aws:iam::123456789012:role/enable-key",
      parameters: {
        KeyId: { type: "String", description: "The key's ARN", allowedValues: ["one"], default: "one" },
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
            Choices: [{ NextStep: "Approve", Variable: "{{ DryRun }}", StringEquals: "false" }],
            Default: "After",
          },
        },
        {
          name: "Approve",
          action: "aws:approve",
          timeoutSeconds: 86400,
          onFailure: "Abort",
          inputs: {
            NotificationArn: "arn:aws:sns:eu-central-1:123456789012:Automation-responses",
            Message: "Enables a key.",
            MinRequiredApprovals: 1,
            Approvers: ["arn:aws:iam::123456789012:role/data-governance"],
          },
          nextStep: "CancelKeyDeletion",
        },
        {
          name: "CancelKeyDeletion",
          action: "aws:executeAwsApi",
          inputs: { Service: "kms", Api: "CancelKeyDeletion", KeyId: "{{ KeyId }}" },
          onFailure: "Continue",
          isCritical: false,
          nextStep: "EnableKey",
        },
        {
          name: "EnableKey",
          action: "aws:executeAwsApi",
          inputs: { Service: "kms", Api: "EnableKey", KeyId: "{{ KeyId }}" },
          nextStep: "After",
        },
        { name: "After", ...reading, isEnd: true },
      ],
      outputs: ["Before.State", "After.State"],
    });
  });

  it("asks for what it is about by a form, by a choice without a default, or not at all", () => {
    const parametersOf = (allowed: NonNullable<Parameters<typeof approvedRunbook>[0]["target"]>["allowed"]): unknown =>
      formOf({ description, target: { ...target, allowed }, read, changes: [enable] })["KeyId"];
    assert.deepEqual(parametersOf({ pattern: "^k$" }), {
      type: "String",
      description: "The key's ARN",
      allowedPattern: "^k$",
    });
    assert.deepEqual(parametersOf({ values: ["one", "two"] }), {
      type: "String",
      description: "The key's ARN",
      allowedValues: ["one", "two"],
    });
    assert.deepEqual(Object.keys(formOf({ description, read, changes: [enable] })), ["DryRun"]);
  });

  function formOf(fix: Parameters<typeof approvedRunbook>[0]): Readonly<Record<string, unknown>> {
    // As the test of the whole has it.
    return (JSON.parse(approvedRunbook(fix, approval)) as { readonly parameters: Readonly<Record<string, unknown>> })
      .parameters;
  }
});
