/** What events on EventBridge look like, as far as event patterns compare by it. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html",
    readOn: "2026-11-21",
  },
  { page: "https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html", readOn: "2026-11-21" },
  { page: "https://docs.aws.amazon.com/eventbridge/latest/ref/events-structure.html", readOn: "2026-11-26" },
  { page: "https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-access-analyzer.html", readOn: "2026-11-26" },
  { page: "https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-bedrock.html", readOn: "2026-11-26" },
  { page: "https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-config.html", readOn: "2026-11-26" },
  { page: "https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-guardduty.html", readOn: "2026-11-26" },
  { page: "https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-inspector2.html", readOn: "2026-11-26" },
  {
    page: "https://docs.aws.amazon.com/macie/latest/user/findings-publish-event-schemas.html",
    readOn: "2026-11-27",
    secondary: "a stored copy of the page",
  },
  {
    page: "https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cwe-event-formats.html",
    readOn: "2026-11-26",
  },
  { page: "https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-kms.html", readOn: "2026-11-26" },
  { page: "https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-s3.html", readOn: "2026-11-27" },
  {
    page: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html",
    readOn: "2026-11-26",
    secondary: "the two lengths as others name them; the page was not at hand",
  },
  {
    page: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html",
    readOn: "2026-11-26",
  },
];

/** The fields at the top of every event. `replay-name` is on what an archive replays. Letter case counts. */
export const EVENT_FIELDS = [
  "account",
  "detail",
  "detail-type",
  "id",
  "region",
  "replay-name",
  "resources",
  "source",
  "time",
  "version",
] as const;

/** The `detail-type` of calls that CloudTrail records. */
export const API_CALL = "AWS API Call via CloudTrail";

/** The characters of a pattern that EventBridge takes by default, and to which the quota can be raised. */
export const PATTERN_CHARACTERS = { byDefault: 2048, most: 4096 } as const;

/** The `source` of events that hold a record of the service. @param service the event source without `.amazonaws.com` */
export function eventSourceOf(service: string): string {
  return `aws.${service}`;
}

/** The `detail-type` of events that hold a record of CloudTrail as their `detail`. */
export const CLOUDTRAIL_DETAIL_TYPES = [
  API_CALL,
  "AWS Console Action via CloudTrail",
  "AWS Console Sign In via CloudTrail",
  "AWS Console Signin via CloudTrail",
  "AWS Insight via CloudTrail",
  "AWS Network Activity Event via CloudTrail",
  "AWS Service Event via CloudTrail",
] as const;

/** `detail-type` -> the only `source` that sends it. */
export const SOURCE_OF_DETAIL_TYPE: Readonly<Record<string, string>> = {
  "Access Analyzer Finding": "aws.access-analyzer",
  "Batch Inference Job State Change": "aws.bedrock",
  "Bedrock Data Automation Job Created": "aws.bedrock",
  "Bedrock Data Automation Job Failed With Client Error": "aws.bedrock",
  "Bedrock Data Automation Job Failed With Service Error": "aws.bedrock",
  "Bedrock Data Automation Job Succeeded": "aws.bedrock",
  "Config Configuration History Delivery Status": "aws.config",
  "Config Configuration Item Change": "aws.config",
  "Config Configuration Snapshot Delivery Status": "aws.config",
  "Config Rules Compliance Change": "aws.config",
  "Config Rules Re-evaluation Status": "aws.config",
  "GuardDuty Finding": "aws.guardduty",
  "Inspector2 Finding": "aws.inspector2",
  "KMS CMK Deletion": "aws.kms",
  "KMS CMK Rotation": "aws.kms",
  "KMS Imported Key Material Expiration": "aws.kms",
  "Macie Finding": "aws.macie",
  "Model Customization Job State Change": "aws.bedrock",
  "Object ACL Updated": "aws.s3",
  "Object Access Tier Changed": "aws.s3",
  "Object Created": "aws.s3",
  "Object Deleted": "aws.s3",
  "Object Restore Completed": "aws.s3",
  "Object Restore Expired": "aws.s3",
  "Object Restore Initiated": "aws.s3",
  "Object Storage Class Changed": "aws.s3",
  "Object Tags Added": "aws.s3",
  "Object Tags Deleted": "aws.s3",
  "Security Hub Findings - Imported": "aws.securityhub",
};

/** The state of a rule by which it also takes in management events that read only. */
export const STATE_WITH_READS = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

/** Event sources whose calls that read are all management events; those of others are partly data events, which every rule gets. */
export const SOURCES_OF_MANAGEMENT_READS = [
  "cloudtrail.amazonaws.com",
  "config.amazonaws.com",
  "iam.amazonaws.com",
  "kms.amazonaws.com",
] as const;

/**
 * Calls of `bedrock.amazonaws.com` that are management events. `readOnly` is true in records of them that others have published,
 * and false in the sample of AWS's page.
 */
export const MODEL_CALLS = ["Converse", "ConverseStream", "InvokeModel", "InvokeModelWithResponseStream"] as const;

/** The verbs by which a management event that reads only is known; EventBridge hands it to rules of {@link STATE_WITH_READS} alone. */
export const READ_ONLY_VERBS = ["Describe", "Get", "List"] as const;
