/**
 * The roles by which a log group's events reach a bucket through Firehose: pure functions on plain strings.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#FirehoseExample
 * @see https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-s3
 */
import { EVIDENCE_TABLES } from "../../facts/athena/evidence-tables";
import { BUCKET_ACTIONS, DAY_OF_ARRIVAL, SUBSCRIPTION_ACTIONS } from "../../facts/firehose/log-export";
import { principalSuffix } from "../../facts/regions";
import { type AccountRegion, type Statement, trustService } from "./iam";
import { logStreamArn } from "./logs";
import { bucketArn } from "./s3";

/** Tables of evidence whose records are events of a log group. */
export type ExportedTable = "model_invocations" | "kubernetes_audit";

/** What a stream delivers to and reports to. */
export interface ExportDestination {
  readonly bucketName: string;
  readonly keyArn: string;
  readonly logGroupName: string;
}

/** The stream of the log group in which Firehose tells of what it could not deliver. */
export const DELIVERY_ERRORS_STREAM = "S3Delivery";

/** The ARN of a Firehose stream. */
export function deliveryStreamArn(place: AccountRegion, streamName: string): string {
  return `arn:${place.partition}:firehose:${place.region}:${place.accountId}:deliverystream/${streamName}`;
}

/** The prefix, in Firehose's expressions, by which objects lie where the table looks for them. */
export function exportPrefix(table: ExportedTable, { accountId, region }: AccountRegion): string {
  const values: Readonly<Record<string, string>> = { account: accountId, region, day: DAY_OF_ARRIVAL };
  return `${EVIDENCE_TABLES[table].layout.replaceAll(/\{(\w+)\}/g, (_, part: string) => values[part] ?? "")}/`;
}

/** The trust policy of the role by which CloudWatch Logs sends: from log groups of this account and region. */
export function subscriptionRoleTrust(place: AccountRegion): readonly Statement[] {
  return [
    trustService("CloudWatchLogsAssumesRole", "logs.amazonaws.com", {
      ArnLike: { "aws:SourceArn": `arn:${place.partition}:logs:${place.region}:${place.accountId}:*` },
    }),
  ];
}

/** What that role may do: send to the one stream. */
export function subscriptionRoleStatements(place: AccountRegion, streamName: string): readonly Statement[] {
  return [
    {
      Sid: "SendToStream",
      Effect: "Allow",
      Action: SUBSCRIPTION_ACTIONS,
      Resource: deliveryStreamArn(place, streamName),
    },
  ];
}

/**
 * The trust policy of the role by which Firehose delivers. Firehose says for which account it acts as the external ID; no page says
 * that it sends aws:SourceArn or aws:SourceAccount.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateFirehoseStream.html
 */
export function deliveryRoleTrust({ accountId }: AccountRegion): readonly Statement[] {
  return [
    trustService("FirehoseAssumesRole", "firehose.amazonaws.com", {
      StringEquals: { "sts:ExternalId": accountId },
    }),
  ];
}

/** What that role may do: write to the bucket, with its key by S3 alone, and tell of errors. */
export function deliveryRoleStatements(
  place: AccountRegion,
  { bucketName, keyArn, logGroupName }: ExportDestination,
): readonly Statement[] {
  const bucket = bucketArn(place, bucketName);
  return [
    { Sid: "FindBucket", Effect: "Allow", Action: BUCKET_ACTIONS.bucket, Resource: bucket },
    { Sid: "WriteObjects", Effect: "Allow", Action: BUCKET_ACTIONS.objects, Resource: `${bucket}/*` },
    {
      Sid: "EncryptObjects",
      Effect: "Allow",
      Action: BUCKET_ACTIONS.key,
      Resource: keyArn,
      Condition: {
        StringEquals: { "kms:ViaService": `s3.${place.region}.${principalSuffix(place.partition)}` },
        // With an S3 bucket key the encryption context is the bucket, else the object.
        ArnLike: { "kms:EncryptionContext:aws:s3:arn": [bucket, `${bucket}/*`] },
      },
    },
    {
      Sid: "TellOfErrors",
      Effect: "Allow",
      Action: "logs:PutLogEvents",
      Resource: logStreamArn(place, logGroupName, DELIVERY_ERRORS_STREAM),
    },
  ];
}
