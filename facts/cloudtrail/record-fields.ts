import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html",
    readOn: "2026-11-26",
  },
];

/** The top-level fields of a CloudTrail record that say what was called, by whom and from where, in their spelling. */
export const RECORD_FIELDS = [
  "additionalEventData",
  "awsRegion",
  "errorCode",
  "errorMessage",
  "eventCategory",
  "eventID",
  "eventName",
  "eventSource",
  "eventTime",
  "eventType",
  "eventVersion",
  "managementEvent",
  "readOnly",
  "recipientAccountId",
  "requestID",
  "requestParameters",
  "resources",
  "responseElements",
  "serviceEventDetails",
  "sessionCredentialFromConsole",
  "sharedEventID",
  "sourceIPAddress",
  "tlsDetails",
  "userAgent",
  "userIdentity",
  "vpcEndpointAccountId",
  "vpcEndpointId",
] as const;

/** The fields of every event that EventBridge delivers, in their spelling. */
export const ENVELOPE_FIELDS = [
  "account",
  "detail",
  "detail-type",
  "id",
  "region",
  "resources",
  "source",
  "time",
  "version",
] as const;
