import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html",
    readOn: "2026-11-26",
    secondary: "CloudTrail Lake's list of columns, which are the same fields, where the page at hand was cut short",
  },
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html",
    readOn: "2026-11-26",
    secondary: "AWS's published sample records",
  },
];

/** The fields at the top of CloudTrail's records, of events of every category. Letter case counts. */
export const RECORD_FIELDS = [
  "addendum",
  "additionalEventData",
  "apiVersion",
  "awsRegion",
  "edgeDeviceDetails",
  "errorCode",
  "errorMessage",
  "eventCategory",
  "eventContext",
  "eventID",
  "eventName",
  "eventSource",
  "eventTime",
  "eventType",
  "eventVersion",
  "insightDetails",
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

/** The fields of `userIdentity`, some of which only some kinds of identity have. */
export const USER_IDENTITY_FIELDS = [
  "accessKeyId",
  "accountId",
  "arn",
  "credentialId",
  "identityProvider",
  "inScopeOf",
  "invokedBy",
  "onBehalfOf",
  "principalId",
  "sessionContext",
  "type",
  "userName",
] as const;
