import { TAMPER_EVENTS, TAMPER_SERVICES } from "../../../facts/cloudtrail/tamper-events";
import type { loggingTampering } from "../../../runbooks/categories/logging-tampering";
import { ACCOUNT, ANN, asked, call, invocation, request, type Cases } from "./case";

const KEY = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1234`;

export const loggingTamperingCases: Cases<typeof loggingTampering> = {
  "evidence-tampered-with": {
    table: "cloudtrail_events",
    finds: [
      ...TAMPER_SERVICES.flatMap((service) => TAMPER_EVENTS[service].map((name) => ({ record: call(service, name) }))),
      { record: call("cloudtrail", "StopLogging", { errorCode: "AccessDenied" }) },
    ],
    leaves: [
      { record: call("cloudtrail", "StartLogging") },
      { record: call("cloudtrail", "DisableKey") },
      { record: call("kms", "EnableKey") },
      { record: call("cloudtrail", "StopLogging"), daysAgo: 8 },
    ],
  },
  "trail-tampered-with": {
    table: "cloudtrail_events",
    finds: [
      { record: call("cloudtrail", "StopLogging", asked({ name: "audit" })), daysAgo: 30 },
      { record: call("cloudtrail", "PutEventSelectors", asked({ trailName: "audit" })) },
    ],
    leaves: [
      { record: call("cloudtrail", "StartLogging", asked({ name: "audit" })) },
      { record: call("config", "StopLogging") },
      { record: call("cloudtrail", "StopLogging"), daysAgo: 31 },
    ],
  },
  "invocation-logging-changed": {
    table: "cloudtrail_events",
    finds: [
      { record: call("bedrock", "DeleteModelInvocationLoggingConfiguration") },
      {
        record: call("bedrock", "PutModelInvocationLoggingConfiguration", { requestParameters: { loggingConfig: {} } }),
        daysAgo: 30,
      },
    ],
    leaves: [
      { record: call("bedrock", "GetModelInvocationLoggingConfiguration") },
      { record: call("bedrock", "DeleteModelInvocationLoggingConfiguration"), daysAgo: 31 },
    ],
  },
  "retention-shortened": {
    table: "cloudtrail_events",
    finds: [
      { record: call("logs", "PutRetentionPolicy", asked({ logGroupName: "trail", retentionInDays: 364 })) },
      { record: call("logs", "DeleteRetentionPolicy", asked({ logGroupName: "trail" })) },
      { record: call("s3", "PutBucketLifecycle", asked({ bucketName: "trail" })) },
      { record: call("config", "PutRetentionConfiguration", asked({ retentionPeriodInDays: 30 })) },
    ],
    leaves: [
      { record: call("logs", "PutRetentionPolicy", asked({ logGroupName: "trail", retentionInDays: 365 })) },
      { record: call("logs", "PutRetentionPolicy", asked({ logGroupName: "trail", retentionInDays: "soon" })) },
      { record: call("config", "PutRetentionConfiguration", asked({ retentionPeriodInDays: 365 })) },
      { record: call("s3", "PutBucketTagging", asked({ bucketName: "trail" })) },
    ],
  },
  "masking-removed": {
    table: "cloudtrail_events",
    finds: [
      { record: call("logs", "DeleteDataProtectionPolicy", asked({ logGroupIdentifier: "trail" })) },
      { record: call("logs", "DeleteAccountPolicy", asked({ policyType: "DATA_PROTECTION_POLICY" })) },
      { record: call("logs", "FilterLogEvents", asked({ logGroupName: "trail", unmask: true })) },
      { record: call("logs", "StartQuery", asked({ queryString: "fields unmask(@message)" })) },
    ],
    leaves: [
      { record: call("logs", "DeleteAccountPolicy", asked({ policyType: "SUBSCRIPTION_FILTER_POLICY" })) },
      { record: call("logs", "FilterLogEvents", asked({ logGroupName: "trail", unmask: false })) },
      { record: call("logs", "FilterLogEvents", asked({ logGroupName: "trail" })) },
      { record: call("logs", "StartQuery", asked({ queryString: "fields @message" })) },
    ],
  },
  "alerts-switched-off": {
    table: "cloudtrail_events",
    finds: [
      { record: call("events", "DisableRule", asked({ name: "tamper" })) },
      { record: call("monitoring", "DeleteAlarms", asked({ alarmNames: ["silence"] })) },
      { record: call("sns", "Unsubscribe", asked({ subscriptionArn: "arn" })) },
    ],
    leaves: [
      { record: call("events", "EnableRule", asked({ name: "tamper" })) },
      { record: call("monitoring", "DescribeAlarms") },
      { record: call("sqs", "Unsubscribe") },
    ],
  },
  "recorder-stopped": {
    table: "cloudtrail_events",
    finds: [{ record: call("config", "StopConfigurationRecorder", asked({ configurationRecorderName: "default" })) }],
    leaves: [
      { record: call("config", "StartConfigurationRecorder", asked({ configurationRecorderName: "default" })) },
      { record: call("cloudtrail", "StopConfigurationRecorder") },
    ],
  },
  "keys-disabled": {
    table: "cloudtrail_events",
    finds: [
      { record: call("kms", "DisableKey", { requestParameters: { keyId: "k" } }) },
      { record: call("kms", "ScheduleKeyDeletion", { requestParameters: { keyId: "k", pendingWindowInDays: 7 } }) },
    ],
    leaves: [
      { record: call("kms", "EnableKey") },
      { record: call("kms", "CancelKeyDeletion") },
      { record: call("kms", "Decrypt") },
    ],
  },
  "keys-used": {
    table: "cloudtrail_events",
    finds: [
      { record: call("kms", "Decrypt", { resources: [{ ARN: KEY, accountId: ACCOUNT, type: "AWS::KMS::Key" }] }) },
      {
        record: call("kms", "Decrypt", {
          resources: [{ ARN: KEY, accountId: ACCOUNT, type: "AWS::KMS::Key" }],
          errorCode: "AccessDenied",
        }),
        daysAgo: 2,
      },
    ],
    leaves: [
      { record: call("kms", "DescribeKey", { resources: [{ ARN: KEY, accountId: ACCOUNT, type: "AWS::KMS::Key" }] }) },
      { record: call("kms", "Decrypt", { resources: [] }) },
      { record: call("kms", "Decrypt") },
    ],
    rows: [
      {
        key: KEY,
        caller: ANN.arn,
        eventname: "Decrypt",
        calls: "2",
        failed: "1",
        latest: "2026-11-11T00:00:00Z",
        eventid: "find-1",
      },
    ],
  },
  "feeds-silent": {
    table: "cloudtrail_events",
    given: { silentHours: 3 },
    finds: [
      { record: call("s3", "ListBuckets", { eventTime: "2026-11-11T00:10:00Z" }) },
      { record: call("s3", "ListBuckets", { eventTime: "2026-11-11T04:00:00Z" }) },
      { record: call("s3", "ListBuckets", { eventTime: "2026-11-11T07:59:59Z" }) },
    ],
    leaves: [
      // Two whole hours between are no three.
      { record: call("s3", "ListBuckets", { eventTime: "2026-11-11T10:00:00Z" }) },
      { record: call("s3", "ListBuckets", { eventTime: "later" }) },
    ],
    beside: {
      kubernetes_audit: [
        { record: request("ann", "get", {}, { requestReceivedTimestamp: "2026-11-11T06:30:00.123456Z" }) },
      ],
    },
    rows: [
      {
        feed: "CloudTrail 111122223333",
        silent_since: "2026-11-11T00",
        heard_again: "2026-11-11T04",
        silent_hours: "3",
        eventid: "find-0",
      },
      {
        feed: "Kubernetes",
        silent_since: "2026-11-11T06",
        heard_again: null,
        silent_hours: "3",
        eventid: "kubernetes_audit-0",
      },
    ],
  },
  "calls-not-logged": {
    table: "cloudtrail_events",
    finds: [{ record: call("bedrock", "Converse", { requestID: "r-1" }) }],
    leaves: [
      { record: call("bedrock", "Converse", { requestID: "r-2" }) },
      { record: call("bedrock", "Converse", { requestID: "r-3", errorCode: "AccessDenied" }) },
      { record: call("bedrock", "ListGuardrails", { requestID: "r-4" }) },
      { record: call("bedrock", "Converse") },
    ],
    beside: { model_invocations: [{ record: invocation({ requestId: "r-2" }) }] },
  },
  "log-files-not-verified": { table: "cloudtrail_events", finds: [], leaves: [] },
  "resources-deleted": {
    table: "config_items",
    finds: [
      { record: { configurationItemStatus: "ResourceDeleted", resourceType: "AWS::KMS::Key" } },
      {
        record: {
          configurationItemStatus: "ResourceDeletedNotRecorded",
          resourceType: "AWS::BedrockAgentCore::Runtime",
        },
        // The 5th: AWS Config writes no zero before it.
        daysAgo: 7,
      },
      { record: { configurationItemStatus: "ResourceDeleted", resourceType: "AWS::Logs::LogGroup" }, daysAgo: 0 },
    ],
    leaves: [
      { record: { configurationItemStatus: "OK", resourceType: "AWS::KMS::Key" } },
      { record: { configurationItemStatus: "ResourceDeleted", resourceType: "AWS::EC2::Instance" } },
      { record: { configurationItemStatus: "ResourceDeleted", resourceType: "AWS::KMS::Key" }, daysAgo: 8 },
    ],
  },
};
