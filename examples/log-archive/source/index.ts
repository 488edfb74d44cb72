/** An account that delivers its trail and its configuration history to the archive account. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import {
  AuditTrail,
  ConfigRecorder,
  CustomerManagedKey,
  keyAdministration,
  logGroupsUseKey,
  NotificationTopic,
  policyJson,
  publishersUseKey,
  RetainedLogGroup,
} from "../../../components";

/** The archive names the trail by this name, before it exists. */
const TRAIL = "evidence";
const LOG_GROUP = `/aws/cloudtrail/${TRAIL}`;
const TOPIC = `${TRAIL}-deliveries`;

const archive = new pulumi.Config();
const place = pulumi
  .all([aws.getPartitionOutput().partition, aws.getCallerIdentityOutput().accountId, aws.getRegionOutput().region])
  .apply(([partition, accountId, region]) => ({ partition, accountId, region }));
const publishers = place.apply(({ partition, accountId, region }) => [
  { service: "cloudtrail" as const, trailArn: `arn:${partition}:cloudtrail:${region}:${accountId}:trail/${TRAIL}` },
]);

// The archive's key is for its bucket. What stays in this account is encrypted with a key of this account.
const key = new CustomerManagedKey(`${TRAIL}-key`, {
  description: `Encrypts the log group and the notifications of the trail ${TRAIL}`,
  policy: pulumi
    .all([place, publishers])
    .apply(([where, who]) =>
      policyJson([
        keyAdministration(where),
        logGroupsUseKey(where, [LOG_GROUP]),
        ...publishersUseKey(where, TOPIC, who),
      ]),
    ),
});
const logGroup = new RetainedLogGroup(`${TRAIL}-log-group`, {
  logGroupName: LOG_GROUP,
  retentionClass: "audit",
  keyArn: key.keyArn,
});
const topic = new NotificationTopic(`${TRAIL}-topic`, { topicName: TOPIC, keyArn: key.keyArn, publishers });

new AuditTrail(
  TRAIL,
  {
    bucket: { existing: { name: archive.require("trailBucket") } },
    key: { existing: { arn: archive.require("trailKey") } },
    logGroup: { existing: { name: logGroup.logGroupName, arn: logGroup.logGroupArn } },
    topic: { existing: { name: topic.topicName, arn: topic.topicArn } },
  },
  // CloudTrail tries its topic when the trail is created.
  { dependsOn: [topic] },
);

new ConfigRecorder("history", {
  recordGlobalResourceTypes: true,
  bucket: { existing: { name: archive.require("configBucket") } },
  key: { existing: { arn: archive.require("configKey") } },
});
