/**
 * The policies around an AWS Config recorder and its delivery channel.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
 * @see https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html
 */
import { bucketArn } from "./s3";
import { type AccountRegion, allowService, type Condition, type Statement } from "./iam";

/** The principal by which AWS Config acts. */
export const CONFIG_SERVICE = "config.amazonaws.com";

function deliveredObjects(place: AccountRegion, bucketName: string): string {
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

/** Lets AWS Config inspect the bucket and deliver to it. */
export function configBucketStatements(place: AccountRegion, bucketName: string): readonly Statement[] {
  const bucket = bucketArn(place, bucketName);
  const fromAccount: Condition = { StringEquals: { "aws:SourceAccount": place.accountId } };
  return [
    allowService({
      sid: "ConfigReadsBucketAcl",
      service: CONFIG_SERVICE,
      actions: "s3:GetBucketAcl",
      resource: bucket,
      condition: fromAccount,
    }),
    allowService({
      sid: "ConfigListsBucket",
      service: CONFIG_SERVICE,
      actions: "s3:ListBucket",
      resource: bucket,
      condition: fromAccount,
    }),
    allowService({
      sid: "ConfigDeliversConfiguration",
      service: CONFIG_SERVICE,
      actions: "s3:PutObject",
      resource: deliveredObjects(place, bucketName),
      condition: {
        StringEquals: { "aws:SourceAccount": place.accountId, "s3:x-amz-acl": "bucket-owner-full-control" },
      },
    }),
  ];
}

/** The policy of the key that encrypts what is delivered. */
export function configKeyStatements(place: AccountRegion): readonly Statement[] {
  return [
    allowService({
      sid: "ConfigEncryptsConfiguration",
      service: CONFIG_SERVICE,
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resource: "*",
      condition: { StringEquals: { "aws:SourceAccount": place.accountId } },
    }),
  ];
}
