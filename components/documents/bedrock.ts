/**
 * The policies around Bedrock's model invocation logging, and around guardrails.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/guardrails-permissions-kms.html
 */
import { bucketArn } from "./s3";
import { type AccountRegion, allowService, type Condition, oneOrMany, type Statement, trustService } from "./iam";
import { logGroupArn, logGroupsUseKey, logStreamArn, writeLogStreams } from "./logs";

const BEDROCK = "bedrock.amazonaws.com";

/** The one stream that Bedrock writes to. */
export const INVOCATION_LOG_STREAM = "aws/bedrock/modelinvocations";

/** Where large bodies lie in their bucket; Bedrock appends `/AWSLogs/ACCOUNT/BedrockModelInvocationLogs/`. */
export const LARGE_DATA_PREFIX = "large-data";

/** Where invocation logs go, as the delivery role and the readers' policy need to know it. */
export interface InvocationLoggingPlace extends AccountRegion {
  readonly logGroupName: string;
}

/**
 * What Bedrock delivers, and where: the configuration of a region in the names of Bedrock's API.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_LoggingConfig.html
 */
export interface DeliveredInvocations {
  readonly cloudWatchConfig: {
    readonly logGroupName: string;
    /** Of the role that Bedrock delivers with. */
    readonly roleArn: string;
    readonly largeDataDeliveryS3Config?: { readonly bucketName: string; readonly keyPrefix: string };
  };
  readonly textDataDeliveryEnabled: boolean;
  readonly imageDataDeliveryEnabled: boolean;
  readonly embeddingDataDeliveryEnabled: boolean;
  readonly videoDataDeliveryEnabled: boolean;
  /** @default - Bedrock decides */
  readonly audioDataDeliveryEnabled?: boolean;
}

/** Who and what uses the key of invocation logging. */
export interface InvocationKeyUse extends AccountRegion {
  /** The log group that the key encrypts. Absent when none is. */
  readonly logGroupName?: string | undefined;
  /** Further log groups that it encrypts and that readers read. @default - none */
  readonly otherReadLogGroupNames?: readonly string[];
  /** Further log groups that it encrypts and that readers do not read. @default - none */
  readonly unreadLogGroupNames?: readonly string[];
  /** The bucket for large bodies that the key encrypts. Absent when none is. */
  readonly bucketName?: string | undefined;
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
export function invocationKeyStatements(use: InvocationKeyUse): readonly Statement[] {
  const { unreadLogGroupNames = [], bucketName, readers } = use;
  const logGroupNames = [...readLogGroupNames(use), ...unreadLogGroupNames];
  return [
    ...(logGroupNames.length === 0 ? [] : [logGroupsUseKey(use, logGroupNames)]),
    ...(bucketName === undefined
      ? []
      : [
          allowService({
            sid: "BedrockEncryptsLargeData",
            service: BEDROCK,
            actions: "kms:GenerateDataKey",
            resource: "*",
            condition: fromBedrockOf(use),
          }),
        ]),
    ...(readers.length === 0 ? [] : readerDecryption(use)),
  ];
}

function readLogGroupNames({ logGroupName, otherReadLogGroupNames = [] }: InvocationKeyUse): readonly string[] {
  return [...(logGroupName === undefined ? [] : [logGroupName]), ...otherReadLogGroupNames];
}

function readerDecryption(use: InvocationKeyUse): readonly Statement[] {
  const { bucketName, readers } = use;
  const logGroupNames = readLogGroupNames(use);
  const decrypt = (sid: string, condition: Condition): Statement => ({
    Sid: sid,
    Effect: "Allow",
    Principal: { AWS: oneOrMany(readers) },
    Action: "kms:Decrypt",
    Resource: "*",
    Condition: condition,
  });
  return [
    ...(logGroupNames.length === 0
      ? []
      : [
          decrypt("ReadersDecryptRecords", {
            ArnEquals: {
              "kms:EncryptionContext:aws:logs:arn": oneOrMany(logGroupNames.map((name) => logGroupArn(use, name))),
            },
          }),
        ]),
    ...(bucketName === undefined
      ? []
      : [
          // With an S3 bucket key the encryption context is the bucket, not the object.
          decrypt("ReadersDecryptLargeData", {
            ArnEquals: { "kms:EncryptionContext:aws:s3:arn": bucketArn(use, bucketName) },
          }),
        ]),
  ];
}

/**
 * Lets those who name a guardrail decrypt it, in the policy of its key. Whoever makes one needs more, which IAM gives.
 *
 * @param users ARNs of IAM roles and users
 */
export function guardrailUsersDecrypt(users: readonly string[]): readonly Statement[] {
  return users.length === 0
    ? []
    : [
        {
          Sid: "GuardrailUsersDecrypt",
          Effect: "Allow",
          Principal: { AWS: oneOrMany(users) },
          Action: "kms:Decrypt",
          Resource: "*",
        },
      ];
}

/**
 * An identity policy for the readers of the log group.
 *
 * @param masked whether reading unmasked text is refused, whatever another policy of the same principal allows
 * @param otherLogGroupNames further log groups that they read
 */
export function invocationReaderStatements(
  place: InvocationLoggingPlace,
  masked: boolean,
  otherLogGroupNames: readonly string[] = [],
): readonly Statement[] {
  const groups = [place.logGroupName, ...otherLogGroupNames].map((name) => logGroupArn(place, name));
  return [
    {
      Sid: "ReadRecords",
      Effect: "Allow",
      Action: ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery"],
      Resource: groups.flatMap((group) => [group, `${group}:*`]),
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
