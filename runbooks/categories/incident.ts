import { all, any, is, matches } from "../queries/condition";
import { calls, REFUSED, trail, trailCounts } from "../queries/records";
import { CALLER } from "../queries/tables";
import { type Runbook, step } from "../runbook";
import { conversationReconstructed } from "../texts/conversation-reconstructed";

export const incident = {
  "agent-tool-abuse": {
    question: "Which agents used tools, browsers or interpreters far too often in an hour?",
    category: "incident",
    severity: "high",
    days: 7,
    parameters: ["callsPerHour"],
    query: ({ callsPerHour }) =>
      trailCounts({
        where: any(
          calls("bedrock-agentcore", [
            "InvokeGateway",
            "InvokeCodeInterpreter",
            "StartCodeInterpreterSession",
            "StartBrowserSession",
            "InvokeAgentRuntime",
          ]),
          calls("bedrock", ["InvokeAgent", "InvokeInlineAgent", "InvokeFlow", "Retrieve", "RetrieveAndGenerate"]),
        ),
        by: { caller: CALLER, eventsource: "eventSource", eventname: "eventName" },
        hourly: true,
        counted: "calls",
        measures: {
          failed: { of: "present", field: "errorCode" },
          latest: { of: "highest", field: "eventTime" },
          eventid: { of: "highest", field: "eventID" },
        },
        atLeast: callsPerHour,
      }),
    reading:
      "A row is an hour of a caller. A loop of an agent looks the same as an attacker who has found a tool: the application's records tell them apart.",
    response: [
      step("on-call", "Stop the agent's runtime, or take the tool from its gateway."),
      step("security", "Read what the tool did: run calls-by-caller for the tool's role."),
      step("model-owner", "Bound the number of steps of an agent."),
    ],
    keep: ["The trail's data events", "The application's records of the conversations"],
  },
  "conversation-reconstructed": {
    question:
      "What happened in a conversation: who called which model, what was retrieved, stopped, used and answered?",
    category: "incident",
    severity: "informational",
    days: 7,
    parameters: ["conversations"],
    query: ({ conversations }) => conversationReconstructed(conversations),
    reading:
      "Rows are in the order of time. The ids of requests join the application's records, the invocation log and the trail: what an application says nothing of appears in none but the trail, without a conversation. What was said is there only where the content mode keeps it.",
    response: [
      step("on-call", "Follow the caller and the address beyond the conversation: run calls-by-caller."),
      step("data-governance", "Decide whether the answer disclosed what the sources hold."),
    ],
    keep: ["The records of all three logs, with their ids"],
  },
  "identities-recorded": {
    question: "Of which roles, users and policies did AWS Config record a change?",
    category: "incident",
    severity: "informational",
    days: 7,
    parameters: [],
    query: () => ({
      kind: "records",
      tables: ["config_items"],
      where: matches("resourceType", "^AWS::IAM::(Role|User|Group|Policy)$"),
    }),
    reading: "A row is a state that AWS Config has kept: the two around a moment show what changed then.",
    response: [step("on-call", "Compare the items around the first refusal: run application-denied for its time.")],
    keep: ["The configuration items before and after"],
  },
  "application-denied": {
    question: "Which applications were denied something all of a sudden?",
    category: "incident",
    severity: "medium",
    days: 7,
    parameters: [],
    query: () =>
      trailCounts({
        where: all(REFUSED, is("userIdentity.type", "AssumedRole")),
        by: {
          role: "userIdentity.sessionContext.sessionIssuer.arn",
          eventsource: "eventSource",
          eventname: "eventName",
          error: "errorMessage",
        },
        hourly: true,
        counted: "refusals",
        measures: {
          earliest: { of: "lowest", field: "eventTime" },
          eventid: { of: "lowest", field: "eventID" },
        },
      }),
    reading: "The earliest refusal is the moment of the change. The message says which kind of policy refused it.",
    response: [
      step(
        "on-call",
        "Find the change of that moment: run model-permissions-widened, identities-changed and service-control-changed.",
      ),
      step("model-owner", "Restore the permission."),
    ],
    keep: ["The trail's records", "The role's policies as AWS Config recorded them"],
  },
  "threat-detection-silenced": {
    question: "Who switched off or muted the services that detect threats?",
    category: "incident",
    severity: "critical",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        any(
          calls("guardduty", [
            "DeleteDetector",
            "UpdateDetector",
            "DisassociateFromAdministratorAccount",
            "CreateFilter",
            "UpdateFilter",
            "CreateIPSet",
            "ArchiveFindings",
          ]),
          calls("securityhub", [
            "DisableSecurityHub",
            "BatchDisableStandards",
            "UpdateStandardsControl",
            "DeleteInsight",
            "CreateAutomationRule",
          ]),
          calls("macie2", ["DisableMacie", "UpdateMacieSession", "CreateFindingsFilter"]),
          calls("access-analyzer", ["DeleteAnalyzer", "CreateArchiveRule", "UpdateArchiveRule"]),
          calls("inspector2", ["Disable", "CreateFilter", "UpdateFilter"]),
        ),
      ),
    reading:
      "A row is a detection that is gone, or findings that are hidden. Muting what is known to be harmless needs a name.",
    response: [
      step("on-call", "Switch it on again: pulumi up --refresh."),
      step("security", "Look at the findings that were hidden."),
    ],
    keep: ["The trail's records", "The hidden findings"],
  },
  "evidence-queried": {
    question: "Who asked what of the logs?",
    category: "incident",
    severity: "low",
    days: 7,
    parameters: [],
    query: () =>
      trail(
        any(
          calls("logs", ["StartQuery", "FilterLogEvents", "GetLogEvents", "StartLiveTail"]),
          calls("athena", ["StartQueryExecution"]),
          calls("cloudtrail", ["LookupEvents"]),
        ),
        {
          log_group: [
            "requestParameters.logGroupName",
            "requestParameters.logGroupIdentifier",
            "requestParameters.logGroupNames{}",
          ],
          asked: ["requestParameters.queryString", "requestParameters.workGroup", "requestParameters.filterPattern"],
        },
      ),
    reading: "Auditors and the ingestion role ask all day. Somebody who asks what an attacker would is one.",
    response: [step("audit", "Ask for the reason of a question that none of them asked.")],
    keep: ["The trail's records"],
  },
  "network-opened": {
    question: "Who opened networks that model servers and evidence are reached by?",
    category: "incident",
    severity: "medium",
    days: 30,
    parameters: [],
    query: () =>
      trail(
        any(
          all(
            calls("ec2", ["AuthorizeSecurityGroupIngress"]),
            matches("requestParameters.ipPermissions{}", "0[.]0[.]0[.]0/0|::/0"),
          ),
          calls("ec2", ["DeleteVpcEndpoints", "ModifyVpcEndpoint", "DeleteFlowLogs"]),
        ),
        {
          group: "requestParameters.groupId",
          endpoint: ["requestParameters.vpcEndpointId", "requestParameters.DeleteVpcEndpointsRequest{}"],
        },
      ),
    reading: "A row opens something to the internet, or takes away the private way to AWS.",
    response: [step("platform", "Undo it, and look who came in meanwhile by the flow logs.")],
    keep: ["The trail's records", "The flow logs of the time"],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
