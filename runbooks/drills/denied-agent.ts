import { SCHEMA_URL } from "../../facts/telemetry/contract";
import { ACCOUNT, at, called, type Drill, type PlantedRecord, REGION, session } from "./drill";

const AGENT = session("claims-agent", "runtime-1");
const CHANGER = session("platform-deploy", "pulumi");
const MESSAGE =
  "User is not authorized to perform: bedrock:Retrieve because no permissions boundary allows the bedrock:Retrieve action";

function refusal(minute: number): readonly PlantedRecord[] {
  const request = `b1b2c3d4-0000-4000-8000-00000000000${minute}`;
  return [
    called(`20000000-0000-4000-8000-00000000000${minute}`, `09:1${minute}:00`, ["bedrock", "Retrieve"], {
      userIdentity: AGENT,
      requestID: request,
      errorCode: "AccessDenied",
      errorMessage: MESSAGE,
      eventCategory: "Data",
    }),
    {
      log: "application",
      record: {
        timestamp: at(`09:1${minute}:00.200`),
        eventName: "gen_ai.client.inference.operation.details",
        severityNumber: 17,
        traceId: "1af7651916cd43dd8448eb211c80319c",
        spanId: "c7ad6b7169203331",
        schemaUrl: SCHEMA_URL,
        resource: { "service.name": "claims-agent" },
        attributes: {
          "gen_ai.operation.name": "retrieval",
          "gen_ai.conversation.id": "conversation-5000",
          "aws.request_id": request,
          "error.type": "AccessDeniedException",
        },
      },
    },
  ];
}

/** A deployment sets a permissions boundary, and an agent can read its sources no more. */
export const deniedAgent: Drill = {
  title: "An agent that is denied what it was allowed",
  story:
    "At ten past nine every retrieval of an agent is refused. Somebody set a permissions boundary on its role a minute before.",
  records: [
    called("20000000-0000-4000-8000-000000000000", "09:10:05", ["iam", "PutRolePermissionsBoundary"], {
      userIdentity: CHANGER,
      awsRegion: "us-east-1",
      requestParameters: {
        roleName: "claims-agent",
        permissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/narrow`,
      },
    }),
    {
      log: "config",
      record: {
        configurationItemVersion: "1.3",
        configurationItemCaptureTime: at("09:10:40"),
        configurationStateId: "1762766000000",
        awsAccountId: ACCOUNT,
        configurationItemStatus: "OK",
        resourceType: "AWS::IAM::Role",
        resourceId: "AROAEXAMPLE",
        resourceName: "claims-agent",
        ARN: `arn:aws:iam::${ACCOUNT}:role/claims-agent`,
        awsRegion: REGION,
      },
    },
    ...[1, 2, 3].flatMap(refusal),
  ],
  expected: [
    {
      what: "The refusals in the application's log",
      runbook: "conversation-reconstructed",
      eventID: "application b1b2c3d4-0000-4000-8000-000000000001",
    },
    {
      what: "The first refusal, and which kind of policy refused it",
      runbook: "application-denied",
      eventID: "20000000-0000-4000-8000-000000000001",
      column: "error",
    },
    {
      what: "The change that preceded it, and by whom",
      runbook: "identities-changed",
      eventID: "20000000-0000-4000-8000-000000000000",
      column: "identity",
    },
    {
      what: "The role as AWS Config recorded it then",
      runbook: "identities-recorded",
      eventID: "1762766000000",
    },
  ],
  given: { conversations: ["conversation-5000"] },
};
