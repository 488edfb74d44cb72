import type { WireMap, WireValue } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE, isWireMap } from "../../pulumi/wire";
import { type Child, type KnownComponent, argument, given } from "./component";

const BUCKET_POLICY_STATEMENTS = (arn: string) => [
  {
    Sid: "AWSCloudTrailAclCheck",
    Effect: "Allow",
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: ["s3:GetBucketAcl"],
    Resource: [arn],
  },
  {
    Sid: "AWSCloudTrailWrite",
    Effect: "Allow",
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: ["s3:PutObject"],
    Resource: [`${arn}/*`],
    Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } },
  },
];

/** A trail with a bucket and, where it is asked for, a log group and the role that delivers to it. */
export const AWSX_TRAIL: KnownComponent = {
  type: "awsx:cloudtrail:Trail",
  source: "https://github.com/pulumi/pulumi-awsx/blob/master/awsx/cloudtrail/trail.ts",
  children: (name, inputs) => {
    const { s3Bucket: _, cloudWatchLogsGroup: __, ...ofTrail } = inputs;
    const ownBucket = argument(inputs, "s3Bucket", "existing") === undefined;
    const enabled = argument(inputs, "cloudWatchLogsGroup", "enable");
    const existingGroup = argument(inputs, "cloudWatchLogsGroup", "existing");
    const hasOwnGroup = enabled === true && existingGroup === undefined;
    const bucketName = (outputsOf: (key: string) => WireMap) =>
      ownBucket ? outputsOf("bucket")["bucket"] : nameOfExisting(inputs);
    const group = (outputsOf: (key: string) => WireMap) =>
      hasOwnGroup ? outputsOf("group")["arn"] : argument(inputs, "cloudWatchLogsGroup", "existing", "arn");
    const children: readonly (Child | undefined)[] = [
      ownBucket
        ? {
            key: "bucket",
            type: "aws:s3/bucket:Bucket",
            name,
            inputs: () => ({ forceDestroy: true, ...mapOf(argument(inputs, "s3Bucket", "args")) }),
          }
        : undefined,
      {
        key: "policy",
        type: "aws:s3/bucketPolicy:BucketPolicy",
        name,
        uses: ownBucket ? { bucket: ["bucket"], policy: ["bucket"] } : {},
        inputs: (outputsOf) => {
          const bucket = bucketName(outputsOf);
          const isKnown = typeof bucket === "string" && bucket !== UNKNOWN_VALUE;
          return given({
            bucket,
            policy: isKnown
              ? JSON.stringify({ Version: "2012-10-17", Statement: BUCKET_POLICY_STATEMENTS(`arn:aws:s3:::${bucket}`) })
              : UNKNOWN_VALUE,
          });
        },
      },
      hasOwnGroup
        ? {
            key: "group",
            type: "aws:cloudwatch/logGroup:LogGroup",
            name,
            inputs: () => mapOf(argument(inputs, "cloudWatchLogsGroup", "args")),
          }
        : undefined,
      {
        key: "trail",
        type: "aws:cloudtrail/trail:Trail",
        name,
        uses: {
          ...(ownBucket ? { s3BucketName: ["bucket"] } : {}),
          ...(hasOwnGroup ? { cloudWatchLogsGroupArn: ["group"] } : {}),
        },
        inputs: (outputsOf) => {
          const arn = enabled === true ? (group(outputsOf) ?? UNKNOWN_VALUE) : enabled;
          return given({
            ...ofTrail,
            s3BucketName: bucketName(outputsOf),
            ...(arn === undefined || arn === false
              ? {}
              : {
                  cloudWatchLogsGroupArn: typeof arn === "string" && arn !== UNKNOWN_VALUE ? `${arn}:*` : UNKNOWN_VALUE,
                  cloudWatchLogsRoleArn: UNKNOWN_VALUE,
                }),
          });
        },
      },
    ];
    return children.filter((child) => child !== undefined);
  },
  unseen: "the role that delivers its events to CloudWatch Logs",
};

function nameOfExisting(inputs: WireMap) {
  const arn = argument(inputs, "s3Bucket", "existing", "arn");
  return typeof arn === "string" && arn !== UNKNOWN_VALUE
    ? (arn.split(":::")[1] ?? UNKNOWN_VALUE)
    : (argument(inputs, "s3Bucket", "existing", "name") ?? UNKNOWN_VALUE);
}

/** The arguments of a child, which are left out where nothing is known of them. */
function mapOf(value: WireValue | undefined): WireMap {
  return isWireMap(value) ? value : {};
}
