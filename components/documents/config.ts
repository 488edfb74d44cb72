/**
 * The policies around an AWS Config recorder and its delivery channel.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html
 */
import { bucketArn } from "./s3";
import {
  type AccountRegion,
  allowService,
  type Condition,
  keyAdministration,
  oneOrMany,
  type Statement,
  trustService,
} from "./iam";

const CONFIG = "config.amazonaws.com";

function fromConfigOf(place: AccountRegion): Condition {
  return {
    StringEquals: { "aws:SourceAccount": place.accountId },
    ArnLike: { "aws:SourceArn": `arn:${place.partition}:config:${place.region}:${place.accountId}:*` },
  };
}

function deliveredObjects(place: Pick<AccountRegion, "partition" | "accountId">, bucketName: string): string {
  return `${bucketArn(place, bucketName)}/AWSLogs/${place.accountId}/Config/*`;
}

/** The trust policy of the recorder's role. */
export function configRoleTrust(place: AccountRegion): readonly Statement[] {
  return [trustService("ConfigAssumesRole", CONFIG, fromConfigOf(place))];
}

/** The AWS managed policy with the read permissions that recording takes; AWS extends it with each new resource type. */
export function configManagedPolicyArn(partition: string): string {
  return `arn:${partition}:iam::aws:policy/service-role/AWS_ConfigRole`;
}

/** What the recorder's role may do besides the managed policy: deliver to its bucket, encrypted with its key. */
export function configRoleStatements(place: AccountRegion, bucketName: string, keyArn: string): readonly Statement[] {
  const bucket = bucketArn(place, bucketName);
  return [
    {
      Sid: "InspectBucket",
      Effect: "Allow",
      Action: ["s3:GetBucketAcl", "s3:ListBucket"],
      Resource: bucket,
    },
    {
      Sid: "DeliverConfiguration",
      Effect: "Allow",
      Action: "s3:PutObject",
      Resource: deliveredObjects(place, bucketName),
      Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
    {
      Sid: "EncryptConfiguration",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: keyArn,
    },
  ];
}

/**
 * Lets AWS Config inspect a bucket and deliver to it for accounts, which may be others than the bucket's. The accounts are
 * named, because AWS Config's own page says that conditions on an organization do not work for its service principal, which
 * delivers whenever the recorder has the service-linked role.
 */
export function configDelivers(
  place: Pick<AccountRegion, "partition">,
  bucketName: string,
  accountIds: readonly string[],
): readonly Statement[] {
  const bucket = bucketArn(place, bucketName);
  const fromAccounts = { "aws:SourceAccount": oneOrMany(accountIds) };
  return [
    allowService({
      sid: "ConfigReadsBucketAcl",
      service: CONFIG,
      actions: "s3:GetBucketAcl",
      resource: bucket,
      condition: { StringEquals: fromAccounts },
    }),
    allowService({
      sid: "ConfigListsBucket",
      service: CONFIG,
      actions: "s3:ListBucket",
      resource: bucket,
      condition: { StringEquals: fromAccounts },
    }),
    allowService({
      sid: "ConfigDeliversConfiguration",
      service: CONFIG,
      actions: "s3:PutObject",
      resource: oneOrMany(
        accountIds.map((accountId) => deliveredObjects({ partition: place.partition, accountId }, bucketName)),
      ),
      condition: { StringEquals: { ...fromAccounts, "s3:x-amz-acl": "bucket-owner-full-control" } },
    }),
  ];
}

/** Lets AWS Config inspect its account's bucket and deliver to it. */
export function configBucketStatements(place: AccountRegion, bucketName: string): readonly Statement[] {
  return configDelivers(place, bucketName, [place.accountId]);
}

/**
 * Lets AWS Config encrypt what it delivers for accounts, which may be others than the key's.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-kms-key-policy.html
 */
export function configUsesKey(accountIds: readonly string[]): Statement {
  return allowService({
    sid: "ConfigEncryptsConfiguration",
    service: CONFIG,
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resource: "*",
    condition: { StringEquals: { "aws:SourceAccount": oneOrMany(accountIds) } },
  });
}

/** The policy of the key that encrypts what is delivered. The recorder's role uses it by its own permissions. */
export function configKeyStatements(place: AccountRegion): readonly Statement[] {
  return [keyAdministration(place), configUsesKey([place.accountId])];
}
