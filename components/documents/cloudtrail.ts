/** The documents around a CloudTrail trail: key, bucket, log delivery role. Pure functions on plain strings. */
import { bucketArn } from "./s3";
import { allowService, oneOrMany, trustService, type AccountRegion, type OneOrMany, type Statement } from "./iam";
import { logGroupsUseKey, logStreamArn, writeLogStreams } from "./logs";
import { publishersUseKey, type TopicPublisher } from "./sns";

/** A trail by its names, before it exists. */
export interface TrailIdentity {
  /** Where the trail's bucket, key, log group and topic are; its region is the trail's home region. */
  readonly place: AccountRegion;
  readonly trailName: string;
  /** The trail of the same home region that logs the data events. Absent where one trail logs all. */
  readonly dataTrailName?: string | undefined;
  /** Present for the trail of an organization, which belongs to the management account. */
  readonly organization?: TrailOrganization | undefined;
}

/** The organization whose every account a trail logs. */
export interface TrailOrganization {
  /** `o-` and 10 to 32 lower-case letters and digits. */
  readonly id: string;
  /** Twelve digits. */
  readonly managementAccountId: string;
}

/** A trail that delivers to a bucket and encrypts with a key, each of which may be of another account. */
export interface DeliveringTrail {
  readonly trailArn: string;
  /** The account that owns the trail; the management account for the trail of an organization. */
  readonly accountId: string;
  /** Present for the trail of an organization. */
  readonly organizationId?: string | undefined;
}

/** Who and what uses the trail's key. */
export interface TrailKeyUse {
  /** The log group that the key encrypts. Absent when none is. */
  readonly logGroupName?: string | undefined;
  /** The topic that the key encrypts and that is told of each delivery. Absent when none is. */
  readonly topicName?: string | undefined;
  /** The ARNs of the IAM principals who may decrypt log files. */
  readonly readers: readonly string[];
}

const CLOUDTRAIL = "cloudtrail.amazonaws.com";
/** The encryption context that CloudTrail sets on every log and digest file. */
const TRAIL_CONTEXT = "kms:EncryptionContext:aws:cloudtrail:arn";

/** The trail's ARN, built from names: the trail's own output would close a cycle with the policies that it needs. */
export function trailArn(trail: TrailIdentity): string {
  return arnOf(trail, trail.trailName);
}

/** The ARNs of the trail and of the one that logs its data events. */
export function trailArns(trail: TrailIdentity): readonly string[] {
  return namesOf(trail).map((name) => arnOf(trail, name));
}

/**
 * What the key of trails grants to CloudTrail: to encrypt, describe and decrypt, for these trails only. The trails may be of
 * other accounts than the key.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function trailsUseKey(
  { partition }: Pick<AccountRegion, "partition">,
  trails: readonly DeliveringTrail[],
): readonly Statement[] {
  return [
    allowService({
      sid: "CloudTrailEncryptsLogs",
      service: CLOUDTRAIL,
      actions: "kms:GenerateDataKey*",
      resource: "*",
      condition: {
        ...fromTrails(trails),
        // The region is open because a trail of all regions encrypts in each of them.
        StringLike: {
          [TRAIL_CONTEXT]: oneOrMany(
            trails.map(({ accountId }) => `arn:${partition}:cloudtrail:*:${accountId}:trail/*`),
          ),
        },
      },
    }),
    allowService({
      sid: "CloudTrailDescribesKey",
      service: CLOUDTRAIL,
      actions: "kms:DescribeKey",
      resource: "*",
      condition: fromTrails(trails),
    }),
    // Without it a trail whose bucket uses an S3 Bucket Key can be neither created nor changed.
    allowService({
      sid: "CloudTrailDecryptsLogs",
      service: CLOUDTRAIL,
      actions: "kms:Decrypt",
      resource: "*",
      condition: fromTrails(trails),
    }),
  ];
}

/**
 * The statements of the trail's key: the account manages it, CloudTrail encrypts, describes and decrypts with it for this
 * trail only, CloudWatch Logs uses it for the trail's log group only, readers decrypt log files and nothing else.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function trailKeyStatements(trail: TrailIdentity, use: TrailKeyUse): readonly Statement[] {
  const { place } = trail;
  return [
    ...trailsUseKey(place, deliveringTrails(trail)),
    ...(use.logGroupName === undefined ? [] : [logGroupsUseKey(place, [use.logGroupName])]),
    ...(use.topicName === undefined ? [] : publishersUseKey(place, use.topicName, [trailsPublish(trail)])),
    ...readersDecryptLogs(use.readers),
  ];
}

/**
 * What a bucket grants to CloudTrail for trails, which may be of other accounts than the bucket.
 *
 * @param bucket the bucket's ARN
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-set-bucket-policy-for-multiple-accounts.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html
 */
export function trailsDeliver(bucket: string, trails: readonly DeliveringTrail[]): readonly Statement[] {
  const organizationIds = trails.flatMap(({ organizationId }) =>
    organizationId === undefined ? [] : [organizationId],
  );
  return [
    allowService({
      sid: "AWSCloudTrailAclCheck20150319",
      service: CLOUDTRAIL,
      actions: "s3:GetBucketAcl",
      resource: bucket,
      condition: fromTrails(trails),
    }),
    // For the trail of an organization too: CloudTrail writes here when it becomes a trail of its account only.
    writeLogFiles(
      trails,
      "AWSCloudTrailWrite20150319",
      trails.map(({ accountId }) => `${bucket}/AWSLogs/${accountId}/*`),
    ),
    ...(organizationIds.length === 0
      ? []
      : [
          writeLogFiles(
            trails,
            "AWSCloudTrailOrganizationWrite20150319",
            organizationIds.map((id) => `${bucket}/AWSLogs/${id}/*`),
          ),
        ]),
  ];
}

/** What the trail's bucket grants to CloudTrail: see {@link trailsDeliver}. */
export function trailBucketStatements(trail: TrailIdentity, bucketName: string): readonly Statement[] {
  return trailsDeliver(bucketArn(trail.place, bucketName), deliveringTrails(trail));
}

/** The trail as the publisher of its topic. */
export function trailsPublish(trail: TrailIdentity): TopicPublisher {
  return { service: "cloudtrail", trailArns: trailArns(trail) };
}

/**
 * Who may assume the role by which CloudTrail writes to the log group. CloudTrail sends neither aws:SourceArn nor
 * aws:SourceAccount when it does: a condition on either stops the delivery.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 */
export function logDeliveryTrust(): Statement {
  return trustService("CloudTrailAssumesRole", CLOUDTRAIL, "unsupported");
}

/**
 * What that role may do: write the trail's own streams.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 */
export function logDeliveryPermissions(trail: TrailIdentity, logGroupName: string): Statement {
  const streams = [
    `${trailAccount(trail)}_CloudTrail_${trail.place.region}*`,
    ...(trail.organization === undefined ? [] : [`${trail.organization.id}_*`]),
  ];
  return writeLogStreams(streams.map((stream) => logStreamArn(trail.place, logGroupName, stream)));
}

function trailAccount(trail: TrailIdentity): string {
  return trail.organization?.managementAccountId ?? trail.place.accountId;
}

function namesOf({ trailName, dataTrailName }: TrailIdentity): readonly string[] {
  return dataTrailName === undefined ? [trailName] : [trailName, dataTrailName];
}

function arnOf(trail: TrailIdentity, name: string): string {
  const { partition, region } = trail.place;
  return `arn:${partition}:cloudtrail:${region}:${trailAccount(trail)}:trail/${name}`;
}

function deliveringTrails(trail: TrailIdentity): readonly DeliveringTrail[] {
  const [accountId, organizationId] = [trailAccount(trail), trail.organization?.id];
  return trailArns(trail).map((arn) => ({ trailArn: arn, accountId, organizationId }));
}

function fromTrails(trails: readonly DeliveringTrail[]): {
  readonly StringEquals: { readonly "aws:SourceArn": OneOrMany };
} {
  return { StringEquals: { "aws:SourceArn": oneOrMany(trails.map((trail) => trail.trailArn)) } };
}

function writeLogFiles(trails: readonly DeliveringTrail[], sid: string, objects: readonly string[]): Statement {
  return allowService({
    sid,
    service: CLOUDTRAIL,
    actions: "s3:PutObject",
    resource: oneOrMany(objects),
    condition: {
      StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", ...fromTrails(trails).StringEquals },
    },
  });
}

/** Lets readers decrypt what CloudTrail encrypted, and nothing else; no statement when there are none. */
export function readersDecryptLogs(readers: readonly string[]): readonly Statement[] {
  if (readers.length === 0) {
    return [];
  }
  return [
    {
      Sid: "ReadersDecryptLogs",
      Effect: "Allow",
      Principal: { AWS: oneOrMany(readers) },
      Action: "kms:Decrypt",
      Resource: "*",
      Condition: { Null: { [TRAIL_CONTEXT]: "false" } },
    },
  ];
}
