import { GOVERNANCE_CALLS } from "../../facts/cloudtrail/governance-events";
import { all, any, matches } from "../queries/condition";
import { calls, callsOf, REFUSED, trail, trailCounts } from "../queries/records";
import { CALLER } from "../queries/tables";
import { type Runbook, step } from "../runbook";

const NAMES_MODELS = "bedrock|sagemaker|AdministratorAccess|PowerUserAccess";

export const privilege = {
  "model-permissions-widened": {
    question: "Which changes of IAM policies name Bedrock or SageMaker, or grant everything?",
    category: "privilege",
    severity: "high",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        all(
          calls("iam", [
            "PutRolePolicy",
            "PutUserPolicy",
            "PutGroupPolicy",
            "CreatePolicy",
            "CreatePolicyVersion",
            "AttachRolePolicy",
            "AttachUserPolicy",
            "AttachGroupPolicy",
          ]),
          matches(["requestParameters.policyDocument", "requestParameters.policyArn"], NAMES_MODELS),
        ),
        {
          role: [
            "requestParameters.roleName",
            "requestParameters.userName",
            "requestParameters.groupName",
            "requestParameters.policyName",
          ],
          policy: ["requestParameters.policyArn", "requestParameters.policyName"],
          requestparameters: "requestParameters{}",
        },
      ),
    reading: "A row is a policy that names models. Whether it allows or denies stands in requestparameters.",
    response: [
      step("security", "Show the change that the policy belongs to, or take it back."),
      step("model-owner", "Narrow it to the models and the profile that the application uses."),
    ],
    keep: ["The trail's records", "The policy's versions"],
  },
  "identities-changed": {
    question: "Who made users, roles or providers, or took boundaries away?",
    category: "privilege",
    severity: "high",
    days: 30,
    parameters: [],
    query: () =>
      trail(callsOf(GOVERNANCE_CALLS["identity-changes"].calls), {
        identity: [
          "requestParameters.userName",
          "requestParameters.roleName",
          "requestParameters.groupName",
          "requestParameters.url",
        ],
      }),
    reading: "A row is somebody who may do more than before. Roles of deployments carry the path of their tool.",
    response: [step("security", "Show the request that it answers, or undo it.")],
    keep: ["The trail's records"],
  },
  "long-lived-keys-made": {
    question: "Who made access keys, passwords or keys of Amazon Bedrock?",
    category: "privilege",
    severity: "high",
    days: 90,
    parameters: [],
    query: () =>
      trail(
        calls("iam", [
          "CreateAccessKey",
          "CreateLoginProfile",
          "UpdateLoginProfile",
          "CreateServiceSpecificCredential",
        ]),
        { of_user: "requestParameters.userName", service: "requestParameters.serviceName" },
      ),
    reading: "A row is a credential without an end. The user of a key for Amazon Bedrock is named BedrockAPIKey-.",
    response: [step("platform", "Replace it by a role, and delete it.")],
    keep: ["The trail's records"],
  },
  "privileged-roles-assumed": {
    question: "Who assumed roles that administer or break glass?",
    category: "privilege",
    severity: "medium",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        all(
          calls("sts", ["AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity"]),
          matches("requestParameters.roleArn", "admin|break-?glass|OrganizationAccountAccessRole|poweruser"),
        ),
        { role: "requestParameters.roleArn", session: "requestParameters.roleSessionName" },
      ),
    reading: "A row is a session. Break-glass sessions need a ticket.",
    response: [step("security", "Ask for the ticket; look what the session did: run calls-by-caller.")],
    keep: ["The trail's records", "The ticket"],
  },
  "calls-by-caller": {
    question: "What did each caller do?",
    category: "privilege",
    severity: "informational",
    days: 7,
    parameters: [],
    query: () =>
      trailCounts({
        where: all(),
        by: { caller: CALLER, eventsource: "eventSource", eventname: "eventName" },
        counted: "calls",
        measures: {
          failed: { of: "present", field: "errorCode" },
          earliest: { of: "lowest", field: "eventTime" },
          latest: { of: "highest", field: "eventTime" },
          eventid: { of: "highest", field: "eventID" },
        },
      }),
    reading: "A row is a caller and a call. It is the start of an investigation, with a narrow window of time.",
    response: [step("security", "Follow what is unusual for the caller.")],
    keep: ["The answer"],
  },
  "refusals-by-caller": {
    question: "Who was refused what, and how often?",
    category: "privilege",
    severity: "medium",
    days: 7,
    parameters: [],
    query: () =>
      trailCounts({
        where: REFUSED,
        by: { caller: CALLER, eventsource: "eventSource", eventname: "eventName" },
        counted: "refusals",
        measures: {
          earliest: { of: "lowest", field: "eventTime" },
          latest: { of: "highest", field: "eventTime" },
          eventid: { of: "highest", field: "eventID" },
        },
      }),
    reading:
      "An application whose refusals begin at one moment lost a permission then. A person with refusals over many services is looking around.",
    response: [
      step("on-call", "Find the change of that moment: run model-permissions-widened and identities-changed."),
      step("model-owner", "Grant what is missing, and no more."),
    ],
    keep: ["The trail's records"],
  },
  "service-control-changed": {
    question: "Who changed the organization's policies, or an account's place in it?",
    category: "privilege",
    severity: "high",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        any(
          calls("organizations", [
            "CreatePolicy",
            "UpdatePolicy",
            "DeletePolicy",
            "AttachPolicy",
            "DetachPolicy",
            "DisablePolicyType",
            "LeaveOrganization",
            "MoveAccount",
            "RemoveAccountFromOrganization",
          ]),
        ),
        { policy: "requestParameters.policyId", target: ["requestParameters.targetId", "requestParameters.accountId"] },
      ),
    reading:
      "A row loosens or tightens every account beneath the target. Only the management account's trail has them.",
    response: [step("security", "Show the change, or attach the policy again.")],
    keep: ["The trail's records", "The policy before and after"],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
