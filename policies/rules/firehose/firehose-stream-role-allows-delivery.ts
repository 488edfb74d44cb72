import { BUCKET_ACTIONS } from "../../../facts/firehose/log-export";
import { principalSuffix } from "../../../facts/regions";
import { mustBeAssumable, mustBePermitted } from "../../iam/deliveries";
import { at } from "../../properties";
import { DELIVERY_STREAM, KEY, LOG_GROUP, ROLE } from "../../resources";
import { type Results, all, undecided } from "../../result";
import { stackRule } from "../../rule";
import { followed } from "../../stack/references";
import type { Stack, StackResource, StackResourceOf } from "../../stack/stack";

const ROLE_ARN = DELIVERY_STREAM.path("extendedS3Configuration.roleArn");
const BUCKET_ARN = DELIVERY_STREAM.path("extendedS3Configuration.bucketArn");
const KEY_ARN = DELIVERY_STREAM.path("extendedS3Configuration.kmsKeyArn");
const LOG_GROUP_NAME = DELIVERY_STREAM.path("extendedS3Configuration.cloudwatchLoggingOptions.logGroupName");
const LOG_STREAM_NAME = DELIVERY_STREAM.path("extendedS3Configuration.cloudwatchLoggingOptions.logStreamName");

export const firehoseStreamRoleAllowsDelivery = stackRule(DELIVERY_STREAM, {
  id: "firehose-stream-role-allows-delivery",
  title: "The roles of Firehose streams allow delivery to S3",
  severity: "high",
  property: ROLE_ARN,
  rationale:
    "A stream takes records whether or not it can deliver them, and drops them after a day. Its role has to write to the bucket and to use the bucket's key.",
  remediation:
    "Let firehose.amazonaws.com assume the role, and allow the role what AWS's page lists, on the bucket, its objects, the key and the log stream.",
  references: ["https://docs.aws.amazon.com/firehose/latest/dev/controlling-access.html#using-iam-s3"],
  checkEach: (stream, { stack }) => followed(stack, stream, ROLE_ARN, ROLE, (role) => checkRole(stack, stream, role)),
});

function checkRole(stack: Stack, stream: StackResource, role: StackResourceOf<typeof ROLE>): Results {
  const streamArn = at(stream.properties, "arn");
  const bucketArn = at(stream.properties, BUCKET_ARN);
  if (typeof streamArn !== "string" || typeof bucketArn !== "string") {
    return undecided(ROLE_ARN);
  }
  const [, partition = "", , region = "", account = ""] = streamArn.split(":");
  const byS3 = {
    "kms:viaservice": `s3.${region}.${principalSuffix(partition)}`,
    "kms:encryptioncontext:aws:s3:arn": bucketArn,
  };
  return all(
    mustBeAssumable(ROLE_ARN, role, { service: "firehose.amazonaws.com", context: { "sts:externalid": account } }),
    mustBePermitted(stack, ROLE_ARN, role, [
      ...BUCKET_ACTIONS.bucket.map((action) => ({ action, resource: bucketArn })),
      ...BUCKET_ACTIONS.objects.map((action) => ({ action, resource: `${bucketArn}/object` })),
    ]),
    followed(stack, stream, KEY_ARN, KEY, ({ properties: { arn } }) =>
      typeof arn === "string"
        ? mustBePermitted(
            stack,
            ROLE_ARN,
            role,
            BUCKET_ACTIONS.key.map((action) => ({ action, resource: arn, context: byS3 })),
          )
        : undecided(ROLE_ARN),
    ),
    followed(stack, stream, LOG_GROUP_NAME, LOG_GROUP, ({ properties: { arn } }) => {
      const name = at(stream.properties, LOG_STREAM_NAME);
      return typeof arn === "string" && typeof name === "string"
        ? mustBePermitted(stack, ROLE_ARN, role, [
            { action: "logs:PutLogEvents", resource: `${arn}:log-stream:${name}` },
          ])
        : undecided(ROLE_ARN);
    }),
  );
}
