/** Names and bucket policy statements that every evidence bucket needs, as pure functions on plain strings. */
import { allowService, denyWithoutTls, type AccountRegion, oneOrMany, type Statement } from "./iam";

/** What the access-log statement needs to know. Bucket names, not ARNs. */
export interface AccessLogDelivery {
  readonly place: AccountRegion;
  /** The bucket that receives the access logs. */
  readonly accessLogBucket: string;
  /** The buckets whose requests are logged, at least one. An asterisk stands for any characters. */
  readonly sourceBuckets: readonly string[];
}

/** The ARN of a bucket, in any partition. */
export function bucketArn(place: Pick<AccountRegion, "partition">, bucketName: string): string {
  return `arn:${place.partition}:s3:::${bucketName}`;
}

/** The name in a bucket's ARN: `arn:PARTITION:s3:::NAME`. */
export function bucketNameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf(":") + 1);
}

/** The key prefix under which a bucket's access logs lie in the bucket that receives them. */
export function accessLogPrefix(sourceBucket: string): string {
  return `${sourceBucket}/`;
}

/**
 * Refuses every request to the bucket that does not come over TLS.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-ssl-requests-only.html
 */
export function denyInsecureTransport(arn: string): Statement {
  return denyWithoutTls("s3:*", [arn, `${arn}/*`]);
}

/**
 * Lets S3 deliver the access logs of some buckets of the account, under their prefixes.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export function deliverAccessLogs(delivery: AccessLogDelivery): Statement {
  const { place, accessLogBucket, sourceBuckets } = delivery;
  const receiver = bucketArn(place, accessLogBucket);
  return allowService({
    sid: "S3DeliversAccessLogs",
    service: "logging.s3.amazonaws.com",
    actions: "s3:PutObject",
    resource: oneOrMany(sourceBuckets.map((bucket) => `${receiver}/${accessLogPrefix(bucket)}*`)),
    condition: {
      ArnEquals: { "aws:SourceArn": oneOrMany(sourceBuckets.map((bucket) => bucketArn(place, bucket))) },
      StringEquals: { "aws:SourceAccount": place.accountId },
    },
  });
}

/**
 * Lets readers, of whichever account, list a bucket and read its objects and their versions; no statement when there are none.
 * In a bucket without access control lists the policy alone decides, so nobody has to assume a role of the bucket's account.
 *
 * @param arn the bucket's ARN
 * @param readers ARNs of IAM principals
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-sharing-logs.html
 */
export function readersRead(arn: string, readers: readonly string[]): readonly Statement[] {
  if (readers.length === 0) {
    return [];
  }
  const principals = { AWS: oneOrMany(readers) };
  return [
    {
      Sid: "ReadersListBucket",
      Effect: "Allow",
      Principal: principals,
      Action: ["s3:GetBucketLocation", "s3:ListBucket"],
      Resource: arn,
    },
    {
      Sid: "ReadersReadObjects",
      Effect: "Allow",
      Principal: principals,
      Action: ["s3:GetObject", "s3:GetObjectVersion"],
      Resource: `${arn}/*`,
    },
  ];
}
