/** Trails: what they log, where to, and whether they can deliver. */
import type { AdvancedFieldSelector } from "@aws-sdk/client-cloudtrail";
import type * as aws from "@pulumi/aws";
import type { WireMap } from "../../pulumi/stack-state";
import { type Problem, type Properties, type Subject, camelCased, observer, textOf } from "../observer";
import type { Reader } from "../reader";

export const trailObserver = observer<aws.cloudtrail.TrailArgs>({
  type: "aws:cloudtrail/trail:Trail",
  check: "verify-cloudtrail-trail-as-declared",
  checks: {
    enableLogFileValidation: "verify-cloudtrail-log-file-validation-as-declared",
    kmsKeyId: "verify-cloudtrail-encryption-as-declared",
    cloudWatchLogsGroupArn: "verify-cloudtrail-log-group-as-declared",
    cloudWatchLogsRoleArn: "verify-cloudtrail-log-group-as-declared",
    snsTopicName: "verify-cloudtrail-notifications-as-declared",
    eventSelectors: "verify-cloudtrail-selectors-as-declared",
    advancedEventSelectors: "verify-cloudtrail-selectors-as-declared",
    insightSelectors: "verify-cloudtrail-insights-as-declared",
  },
  parts: [
    {
      properties: [
        "name",
        "s3BucketName",
        "s3KeyPrefix",
        "snsTopicName",
        "includeGlobalServiceEvents",
        "isMultiRegionTrail",
        "isOrganizationTrail",
        "enableLogFileValidation",
        "cloudWatchLogsGroupArn",
        "cloudWatchLogsRoleArn",
        "kmsKeyId",
      ],
      read: readTrail,
    },
    {
      properties: ["enableLogging"],
      read: async (reader, { id, region }) => {
        const status = await reader.read("cloudtrail:GetTrailStatus", region, { Name: id });
        return status && { enableLogging: status.IsLogging === true };
      },
    },
    { properties: ["eventSelectors", "advancedEventSelectors"], read: readSelectors },
    {
      properties: ["insightSelectors"],
      read: async (reader, { id, region }) => {
        const insights = await reader.read("cloudtrail:GetInsightSelectors", region, { TrailName: id });
        // A trail without Insights is an error to this operation.
        return { insightSelectors: camelCased(insights?.InsightSelectors) };
      },
    },
  ],
  defaults: {
    enableLogging: true,
    enableLogFileValidation: false,
    includeGlobalServiceEvents: true,
    isMultiRegionTrail: false,
    isOrganizationTrail: false,
    s3KeyPrefix: null,
    snsTopicName: null,
    kmsKeyId: null,
    cloudWatchLogsGroupArn: null,
    cloudWatchLogsRoleArn: null,
    insightSelectors: null,
  },
  conditions: [{ check: "verify-cloudtrail-delivery-healthy", read: deliveryProblems }],
});

async function readTrail(reader: Reader, { id, region, inputs }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("cloudtrail:GetTrail", region, { Name: id });
  const trail = found?.Trail;
  if (trail === undefined) {
    return undefined;
  }
  // A topic may be declared by its name or by its ARN.
  const byArn = textOf(inputs["snsTopicName"]).startsWith("arn:");
  return {
    name: trail.Name,
    s3BucketName: trail.S3BucketName,
    s3KeyPrefix: trail.S3KeyPrefix,
    snsTopicName: byArn ? trail.SnsTopicARN : trail.SnsTopicARN?.split(":").at(-1),
    includeGlobalServiceEvents: trail.IncludeGlobalServiceEvents,
    isMultiRegionTrail: trail.IsMultiRegionTrail,
    isOrganizationTrail: trail.IsOrganizationTrail ?? false,
    enableLogFileValidation: trail.LogFileValidationEnabled,
    cloudWatchLogsGroupArn: trail.CloudWatchLogsLogGroupArn,
    cloudWatchLogsRoleArn: trail.CloudWatchLogsRoleArn,
    kmsKeyId: trail.KmsKeyId,
  };
}

async function readSelectors(reader: Reader, { id, region }: Subject): Promise<Properties | undefined> {
  const found = await reader.read("cloudtrail:GetEventSelectors", region, { TrailName: id });
  return (
    found && {
      advancedEventSelectors: found.AdvancedEventSelectors?.map(({ Name, FieldSelectors = [] }) => ({
        ...(Name === undefined ? {} : { name: Name }),
        fieldSelectors: FieldSelectors.map(fieldSelector),
      })),
      // A trail with advanced selectors has no basic ones.
      eventSelectors: found.AdvancedEventSelectors?.length ? undefined : camelCased(found.EventSelectors),
    }
  );
}

/** Pulumi has the names of lists in the plural. */
const PLURALS: Readonly<Record<string, string>> = {
  Field: "field",
  Equals: "equals",
  NotEquals: "notEquals",
  StartsWith: "startsWiths",
  NotStartsWith: "notStartsWiths",
  EndsWith: "endsWiths",
  NotEndsWith: "notEndsWiths",
};

function fieldSelector(selector: AdvancedFieldSelector): WireMap {
  const set = Object.entries(selector).filter(([, value]) => (value as unknown) !== undefined);
  return Object.fromEntries(set.map(([name, value]) => [PLURALS[name] ?? name, camelCased(value) ?? null]));
}

/** The errors of GetTrailStatus, each with what it keeps from arriving. */
const DELIVERIES = {
  LatestDeliveryError: "log files to the bucket",
  LatestDigestDeliveryError: "digest files to the bucket",
  LatestCloudWatchLogsDeliveryError: "events to the log group",
  LatestNotificationError: "notifications to the topic",
} as const;

async function deliveryProblems(reader: Reader, { id, region }: Subject): Promise<readonly Problem[]> {
  const status = await reader.read("cloudtrail:GetTrailStatus", region, { Name: id });
  return (Object.keys(DELIVERIES) as (keyof typeof DELIVERIES)[]) // Object.keys loses the key types
    .filter((field) => (status?.[field] ?? "") !== "")
    .map((field) => ({
      result: "fail",
      property: field,
      message: `is ${status?.[field] ?? ""}: the trail failed to deliver ${DELIVERIES[field]}`,
    }));
}
