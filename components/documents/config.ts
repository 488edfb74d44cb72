/**
 * The policies around an AWS Config recorder and its delivery channel.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html
 */
import { logGroupArn } from "./logs";
import { bucketArn } from "./s3";
import { type AccountRegion, allowService, oneOrMany, type Statement } from "./iam";

/** The principal by which AWS Config acts. */
export const CONFIG_SERVICE = "config.amazonaws.com";

function deliveredObjects(place: Pick<AccountRegion, "partition" | "accountId">, bucketName: string): string {
  return `${bucketArn(place, bucketName)}/AWSLogs/${place.accountId}/Config/*`;
}

/**
 * The ARN of AWS Config's service-linked role, of which every account has at most one.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html
 */
export function configServiceLinkedRoleArn(place: Pick<AccountRegion, "partition" | "accountId">): string {
  return `arn:${place.partition}:iam::${place.accountId}:role/aws-service-role/${CONFIG_SERVICE}/AWSServiceRoleForConfig`;
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
      service: CONFIG_SERVICE,
      actions: "s3:GetBucketAcl",
      resource: bucket,
      condition: { StringEquals: fromAccounts },
    }),
    allowService({
      sid: "ConfigListsBucket",
      service: CONFIG_SERVICE,
      actions: "s3:ListBucket",
      resource: bucket,
      condition: { StringEquals: fromAccounts },
    }),
    allowService({
      sid: "ConfigDeliversConfiguration",
      service: CONFIG_SERVICE,
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
    service: CONFIG_SERVICE,
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resource: "*",
    condition: { StringEquals: { "aws:SourceAccount": oneOrMany(accountIds) } },
  });
}

/** The policy of the key that encrypts what is delivered. */
export function configKeyStatements(place: Pick<AccountRegion, "accountId">): readonly Statement[] {
  return [configUsesKey([place.accountId])];
}

/**
 * What the function behind periodic rules may do beside writing its log: read what they are about, and report. Bedrock's configuration
 * and evaluations have no resource in IAM.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsconfig.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html
 */
export function readsForPeriodicChecks(place: AccountRegion): readonly Statement[] {
  return [
    {
      Sid: "ReadInvocationLoggingAndReport",
      Effect: "Allow",
      Action: ["bedrock:GetModelInvocationLoggingConfiguration", "config:PutEvaluations"],
      Resource: "*",
    },
    { Sid: "ListLogGroups", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: logGroupArn(place, "*") },
  ];
}
