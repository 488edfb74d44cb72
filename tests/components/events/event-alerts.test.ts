import assert from "node:assert/strict";

import { type RecordedCalls, eventAlerts } from "../../../components/events/event-alerts";
import {
  GOVERNANCE_CALLS,
  GOVERNANCE_CALLS_IDS,
  type GovernanceCalls,
} from "../../../facts/cloudtrail/governance-events";
import { TAMPER_EVENTS } from "../../../facts/cloudtrail/tamper-events";
import { matchesEvent } from "../../../policies/patterns/event-matching";
import { parseEventPattern } from "../../../policies/patterns/event-pattern";
import type { PropertyMap } from "../../../policies/properties";
import { callOf, serviceEvent } from "./sample-events";

const ACCOUNTS = { accountId: "111122223333", trustedAccountIds: ["444455556666"] };

/** The ids of the alerts that take the event in. */
function takenInBy(event: PropertyMap, calls: RecordedCalls = "all"): readonly string[] {
  return eventAlerts(calls)
    .filter(({ pattern }) => matchesEvent(parseEventPattern(JSON.stringify(pattern(ACCOUNTS))), event))
    .map(({ id }) => id);
}

describe("The alerts on events", () => {
  it("are those of tampering, of changes, of callers and of the services themselves", () => {
    assert.deepEqual(
      eventAlerts("all").map(({ id, severity, state }) => `${id} ${severity} ${state}`),
      [
        ...Object.keys(TAMPER_EVENTS).map((service) => `${service} page ENABLED`),
        "model-access mail ENABLED",
        "model-provisioning ticket ENABLED",
        "agent-provisioning ticket ENABLED",
        "training-data ticket ENABLED",
        "resource-sharing mail ENABLED",
        "identity-changes mail ENABLED",
        "model-callers mail ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
        "foreign-role-sessions mail ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS",
        "key-loss page ENABLED",
        "non-compliance ticket ENABLED",
        "backup-jobs mail ENABLED",
        "model-jobs ticket ENABLED",
        "training-jobs ticket ENABLED",
        "model-versions ticket ENABLED",
        "model-endpoints ticket ENABLED",
        "trusted-advisor ticket ENABLED",
      ],
    );
  });

  it("name what a backup job is about as its events do, which have no resources where it fails", () => {
    const { notification } = eventAlerts("regional").find(({ id }) => id === "backup-jobs") ?? assert.fail();
    assert.equal(notification.inputPaths["resource"], "$.detail.resourceArn");
  });

  it("are about IAM and Trusted Advisor alone where a region is there for that", () => {
    assert.deepEqual(
      eventAlerts("global").map(({ id }) => id),
      ["iam", "identity-changes", "trusted-advisor"],
    );
    const both = [...eventAlerts("regional"), ...eventAlerts("global")].map(({ id }) => id);
    assert.deepEqual(
      both.sort(),
      eventAlerts("all")
        .map(({ id }) => id)
        .sort(),
    );
  });

  for (const id of GOVERNANCE_CALLS_IDS) {
    const { calls }: GovernanceCalls = GOVERNANCE_CALLS[id];
    it(`${id} take in their calls, refused ones too, and no call of that name of another service`, () => {
      for (const [service, names] of Object.entries(calls)) {
        for (const name of names) {
          assert.ok(takenInBy(callOf(service, name)).includes(id), name);
          assert.ok(takenInBy(callOf(service, name, { errorCode: "AccessDenied" })).includes(id), name);
          assert.deepEqual(takenInBy(callOf("ec2", name)), []);
        }
      }
    });
  }

  const assumed = (accountId: string, type = "AWSAccount") =>
    callOf("sts", "AssumeRole", { userIdentity: { type, accountId } });
  const invoked = (userIdentity: PropertyMap) => callOf("bedrock", "InvokeModel", { userIdentity, readOnly: true });
  const ofSageMaker = (subject: string, detail: PropertyMap) =>
    serviceEvent("aws.sagemaker", `SageMaker ${subject} State Change`, detail);
  const trainingJob = (status: string) => ofSageMaker("Training Job", { TrainingJobStatus: status });
  const modelVersion = (status: string) => ofSageMaker("Model Package", { ModelApprovalStatus: status });
  const endpoint = (status: string) => ofSageMaker("Endpoint", { EndpointStatus: status });
  const backupJob = (state: string) => serviceEvent("aws.backup", "Backup Job State Change", { state });
  const advisorCheck = (status: string) =>
    serviceEvent("aws.trustedadvisor", "Trusted Advisor Check Item Refresh Notification", { status });
  const cases: readonly (readonly [title: string, event: PropertyMap, ids: readonly string[]])[] = [
    ["a model call by the root user", invoked({ type: "Root", accountId: "111122223333" }), ["model-callers"]],
    [
      "a model call by a long-term API key",
      invoked({ type: "IAMUser", userName: "BedrockAPIKey-x1", accountId: "111122223333" }),
      ["model-callers"],
    ],
    [
      "a model call by a user whose name ends like that",
      invoked({ type: "IAMUser", userName: "my-BedrockAPIKey-x1", accountId: "111122223333" }),
      [],
    ],
    [
      "a model call from an unknown account",
      invoked({ type: "AWSAccount", accountId: "999999999999" }),
      ["model-callers"],
    ],
    ["a model call from a trusted account", invoked({ type: "AWSAccount", accountId: "444455556666" }), []],
    ["a model call with a role of the account", invoked({ type: "AssumedRole", accountId: "111122223333" }), []],
    ["a model call by an AWS service", invoked({ type: "AWSService", invokedBy: "bedrock.amazonaws.com" }), []],
    ["a role that an unknown account takes on", assumed("999999999999"), ["foreign-role-sessions"]],
    ["a role that a trusted account takes on", assumed("444455556666"), []],
    ["a role that a principal of the account takes on", assumed("111122223333", "IAMUser"), []],
    ["a key that was deleted", serviceEvent("aws.kms", "KMS CMK Deletion"), ["key-loss"]],
    ["a key that was rotated", serviceEvent("aws.kms", "KMS CMK Rotation"), []],
    [
      "a finding of AWS Config that something does not comply",
      serviceEvent("aws.config", "Config Rules Compliance Change", {
        newEvaluationResult: { complianceType: "NON_COMPLIANT" },
      }),
      ["non-compliance"],
    ],
    [
      "a finding of AWS Config that something complies again",
      serviceEvent("aws.config", "Config Rules Compliance Change", {
        newEvaluationResult: { complianceType: "COMPLIANT" },
        oldEvaluationResult: { complianceType: "NON_COMPLIANT" },
      }),
      [],
    ],
    [
      "a customization job that ended",
      serviceEvent("aws.bedrock", "Model Customization Job State Change"),
      ["model-jobs"],
    ],
    ["a backup job that failed", backupJob("FAILED"), ["backup-jobs"]],
    ["a backup job that did not begin in time", backupJob("EXPIRED"), ["backup-jobs"]],
    ["a backup job that was stopped", backupJob("ABORTED"), ["backup-jobs"]],
    ["a backup job that ended well", backupJob("COMPLETED"), []],
    ["a backup job that goes on", backupJob("RUNNING"), []],
    ["a copy of a backup that failed", serviceEvent("aws.backup", "Copy Job State Change", { state: "FAILED" }), []],
    ["a training job that ended", trainingJob("Completed"), ["training-jobs"]],
    ["a training job that goes on", trainingJob("InProgress"), []],
    ["a version of a model that was approved", modelVersion("Approved"), ["model-versions"]],
    ["a version of a model that was rejected", modelVersion("Rejected"), ["model-versions"]],
    ["a version of a model that waits for approval", modelVersion("PendingManualApproval"), []],
    ["an endpoint that went into service", endpoint("IN_SERVICE"), ["model-endpoints"]],
    ["an endpoint that is deleted", endpoint("DELETING"), ["model-endpoints"]],
    ["an endpoint that is created", endpoint("CREATING"), []],
    ["a check of Trusted Advisor that asks to act", advisorCheck("ERROR"), ["trusted-advisor"]],
    ["a check of Trusted Advisor that asks to look", advisorCheck("WARN"), []],
  ];
  for (const [title, event, ids] of cases) {
    it(`${ids.length === 0 ? "leave out" : "take in"} ${title}`, () => {
      assert.deepEqual(takenInBy(event), ids);
    });
  }
});
