/** Names and bucket policy statements that every evidence bucket needs, as pure functions on plain strings. */
import { allowService, type AccountRegion, type Statement } from "./iam";

/** What the access-log statement needs to know. Bucket names, not ARNs. */
export interface AccessLogDelivery {
  readonly place: AccountRegion;
  /** The bucket that receives the access logs. */
  readonly accessLogBucket: string;
  /** The bucket whose requests are logged. */
  readonly sourceBucket: string;
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
  return {
    Sid: "DenyInsecureTransport",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}

/**
 * Lets S3 deliver one bucket's access logs, under that bucket's prefix.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
 */
export function deliverAccessLogs(delivery: AccessLogDelivery): Statement {
  const { place, accessLogBucket, sourceBucket } = delivery;
  return allowService({
    sid: "S3DeliversAccessLogs",
    service: "logging.s3.amazonaws.com",
    actions: "s3:PutObject",
    resource: `${bucketArn(place, accessLogBucket)}/${accessLogPrefix(sourceBucket)}*`,
    condition: {
      ArnEquals: { "aws:SourceArn": bucketArn(place, sourceBucket) },
      StringEquals: { "aws:SourceAccount": place.accountId },
    },
  });
}
