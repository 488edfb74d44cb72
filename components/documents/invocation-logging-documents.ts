/**
 * The policies around Bedrock's model invocation logging.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 */
import { bucketArn } from "./bucket-documents";
import {
  type AccountRegion,
  allowService,
  type Condition,
  keyAdministration,
  oneOrMany,
  type Statement,
  trustService,
} from "./iam";
import { logGroupArn, logGroupsUseKey, logStreamArn, writeLogStreams } from "./log-group-documents";

const BEDROCK = "bedrock.amazonaws.com";

/** The one stream that Bedrock writes to. */
export const INVOCATION_LOG_STREAM = "aws/bedrock/modelinvocations";

/** Where large bodies lie in their bucket; Bedrock appends `/AWSLogs/ACCOUNT/BedrockModelInvocationLogs/`. */
export const LARGE_DATA_PREFIX = "large-data";

/** What the policies of one region's invocation logging need to know. */
export interface InvocationLoggingPlace extends AccountRegion {
  readonly logGroupName: string;
  /** The bucket for large bodies; absent when the mode has none. */
  readonly bucketName?: string;
  /** ARNs of principals that may decrypt what is logged. */
  readonly readers: readonly string[];
}

function fromBedrockOf(place: AccountRegion): Condition {
  return {
    StringEquals: { "aws:SourceAccount": place.accountId },
    ArnLike: { "aws:SourceArn": `arn:${place.partition}:bedrock:${place.region}:${place.accountId}:*` },
  };
}

/** The trust policy of the role that delivers to the log group. */
export function invocationRoleTrust(place: AccountRegion): readonly Statement[] {
  return [trustService("BedrockAssumesRole", BEDROCK, fromBedrockOf(place))];
}

/** What that role may do: write the one stream that Bedrock uses. */
export function invocationRoleStatements(place: InvocationLoggingPlace): readonly Statement[] {
  return [writeLogStreams([logStreamArn(place, place.logGroupName, INVOCATION_LOG_STREAM)])];
}

/** Lets Bedrock write large bodies below {@link LARGE_DATA_PREFIX}, and nothing else. */
export function invocationBucketStatements(place: AccountRegion, bucketName: string): readonly Statement[] {
  return [
    allowService({
      sid: "BedrockDeliversLargeData",
      service: BEDROCK,
      actions: "s3:PutObject",
      resource: `${bucketArn(place, bucketName)}/${LARGE_DATA_PREFIX}/AWSLogs/${place.accountId}/BedrockModelInvocationLogs/*`,
      condition: fromBedrockOf(place),
    }),
  ];
}

/** The policy of the key that encrypts the log group and, where there is one, the bucket. */
export function invocationKeyStatements(place: InvocationLoggingPlace): readonly Statement[] {
  const { bucketName, readers } = place;
  return [
    keyAdministration(place),
    logGroupsUseKey(place, [place.logGroupName]),
    ...(bucketName === undefined
      ? []
      : [
          allowService({
            sid: "BedrockEncryptsLargeData",
            service: BEDROCK,
            actions: "kms:GenerateDataKey",
            resource: "*",
            condition: fromBedrockOf(place),
          }),
        ]),
    ...(readers.length === 0 ? [] : readerDecryption(place, readers)),
  ];
}

function readerDecryption(place: InvocationLoggingPlace, readers: readonly string[]): readonly Statement[] {
  const decrypt = (sid: string, condition: Condition): Statement => ({
    Sid: sid,
    Effect: "Allow",
    Principal: { AWS: oneOrMany(readers) },
    Action: "kms:Decrypt",
    Resource: "*",
    Condition: condition,
  });
  return [
    decrypt("ReadersDecryptRecords", {
      ArnEquals: { "kms:EncryptionContext:aws:logs:arn": logGroupArn(place, place.logGroupName) },
    }),
    ...(place.bucketName === undefined
      ? []
      : [
          // With an S3 bucket key the encryption context is the bucket, not the object.
          decrypt("ReadersDecryptLargeData", {
            ArnEquals: { "kms:EncryptionContext:aws:s3:arn": bucketArn(place, place.bucketName) },
          }),
        ]),
  ];
}

/**
 * An identity policy for the readers of the log group.
 *
 * @param masked whether reading unmasked text is refused, whatever another policy of the same principal allows
 */
export function invocationReaderStatements(place: InvocationLoggingPlace, masked: boolean): readonly Statement[] {
  const group = logGroupArn(place, place.logGroupName);
  return [
    {
      Sid: "ReadRecords",
      Effect: "Allow",
      Action: ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery"],
      Resource: [group, `${group}:*`],
    },
    {
      // These actions take no resource.
      Sid: "FollowQueries",
      Effect: "Allow",
      Action: ["logs:GetQueryResults", "logs:StopQuery"],
      Resource: "*",
    },
    ...(masked ? [DENY_UNMASKING] : []),
  ];
}

/** Not bound to one log group: an unmasked copy elsewhere is as bad. */
const DENY_UNMASKING: Statement = {
  Sid: "DenyUnmasking",
  Effect: "Deny",
  Action: "logs:Unmask",
  Resource: "*",
};
