import type { incident } from "../../../runbooks/categories/incident";
import { ACCOUNT, ANN, APPROVED, CORRELATED, asked, call, invocation, model, times, type Cases } from "./case";

const APPLICATION = {
  type: "AssumedRole",
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/app/1`,
  sessionContext: { sessionIssuer: { type: "Role", arn: `arn:aws:iam::${ACCOUNT}:role/app` } },
};

export const incidentCases: Cases<typeof incident> = {
  "agent-tool-abuse": {
    table: "cloudtrail_events",
    given: { callsPerHour: 3 },
    finds: times(3, { record: call("bedrock-agentcore", "InvokeGateway") }),
    leaves: [
      ...times(2, { record: call("bedrock", "InvokeAgent") }),
      ...times(3, { record: call("bedrock-agentcore", "ListGateways") }),
      ...[1, 2, 3].map((hour) => ({
        record: call("bedrock", "InvokeFlow", { eventTime: `2026-11-11T0${hour}:00:00Z` }),
      })),
    ],
    rows: [
      {
        caller: ANN.arn,
        eventsource: "bedrock-agentcore.amazonaws.com",
        eventname: "InvokeGateway",
        hour: "2026-11-11T00",
        calls: "3",
        failed: "0",
        latest: "2026-11-11T00:00:00Z",
        eventid: "find-2",
      },
    ],
  },
  "conversation-reconstructed": {
    table: "cloudtrail_events",
    given: { conversations: [CORRELATED.conversation_id] },
    finds: [
      {
        record: call("bedrock", "Converse", {
          ...model(APPROVED),
          requestID: "r-1",
          eventTime: "2026-11-11T08:00:00Z",
        }),
      },
    ],
    leaves: [
      { record: call("bedrock", "Converse", { requestID: "r-2" }) },
      { record: call("bedrock", "Converse") },
      { record: call("bedrock", "Converse", { requestID: "r-1" }), daysAgo: 8 },
    ],
    beside: {
      model_invocations: [
        { record: invocation({ requestId: "r-1", requestMetadata: CORRELATED, timestamp: "2026-11-11T08:00:01Z" }) },
        { record: invocation({ requestId: "r-2", requestMetadata: { conversation_id: "conversation-2" } }) },
        { record: invocation({ requestId: "r-3" }) },
      ],
    },
    rows: [
      {
        time: "2026-11-11T08:00:00Z",
        log: "CloudTrail",
        what: "Converse",
        who: ANN.arn,
        subject: APPROVED,
        guardrail: null,
        asked: null,
        answered: null,
        eventid: "find-0",
      },
      {
        time: "2026-11-11T08:00:01Z",
        log: "Invocation log",
        what: "Converse",
        who: ANN.arn,
        subject: APPROVED,
        guardrail: "end_turn",
        asked: '{"messages":[]}',
        answered: '{"stopReason":"end_turn"}',
        eventid: "r-1",
      },
    ],
  },
  "identities-recorded": {
    table: "config_items",
    finds: [{ record: { configurationItemStatus: "OK", resourceType: "AWS::IAM::Role" } }],
    leaves: [
      { record: { configurationItemStatus: "OK", resourceType: "AWS::S3::Bucket" } },
      { record: { configurationItemStatus: "OK", resourceType: "AWS::IAM::Role" }, daysAgo: 8 },
    ],
  },
  "application-denied": {
    table: "cloudtrail_events",
    finds: times(2, {
      record: call("s3", "GetObject", {
        userIdentity: APPLICATION,
        errorCode: "AccessDenied",
        errorMessage: "no identity-based policy allows it",
      }),
    }),
    leaves: [
      { record: call("s3", "GetObject", { userIdentity: APPLICATION }) },
      {
        record: call("s3", "GetObject", {
          userIdentity: { ...APPLICATION, type: "IAMUser" },
          errorCode: "AccessDenied",
        }),
      },
    ],
    rows: [
      {
        role: APPLICATION.sessionContext.sessionIssuer.arn,
        eventsource: "s3.amazonaws.com",
        eventname: "GetObject",
        error: "no identity-based policy allows it",
        hour: "2026-11-11T00",
        refusals: "2",
        earliest: "2026-11-11T00:00:00Z",
        eventid: "find-0",
      },
    ],
  },
  "threat-detection-silenced": {
    table: "cloudtrail_events",
    finds: [{ record: call("guardduty", "DeleteDetector") }, { record: call("access-analyzer", "CreateArchiveRule") }],
    leaves: [{ record: call("guardduty", "GetDetector") }, { record: call("macie2", "DeleteDetector") }],
  },
  "evidence-queried": {
    table: "cloudtrail_events",
    finds: [
      { record: call("logs", "StartQuery", asked({ logGroupName: "trail", queryString: "fields @message" })) },
      { record: call("athena", "StartQueryExecution", asked({ workGroup: "queries" })) },
    ],
    leaves: [{ record: call("logs", "DescribeLogGroups") }, { record: call("cloudtrail", "DescribeTrails") }],
  },
  "network-opened": {
    table: "cloudtrail_events",
    finds: [
      {
        record: call(
          "ec2",
          "AuthorizeSecurityGroupIngress",
          asked({ groupId: "sg-1", ipPermissions: { items: [{ ipRanges: { items: [{ cidrIp: "0.0.0.0/0" }] } }] } }),
        ),
      },
      { record: call("ec2", "DeleteVpcEndpoints") },
    ],
    leaves: [
      {
        record: call(
          "ec2",
          "AuthorizeSecurityGroupIngress",
          asked({ groupId: "sg-1", ipPermissions: { items: [{ ipRanges: { items: [{ cidrIp: "10.0.0.0/8" }] } }] } }),
        ),
      },
      { record: call("ec2", "DescribeVpcEndpoints") },
    ],
  },
};
