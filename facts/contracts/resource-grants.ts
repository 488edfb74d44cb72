/** What AWS services do to buckets, keys, topics, queues and log groups by their own principals. */
import type { Source } from "../source";
import type { ServiceContract } from "./service-contract";

const DOCS = "https://docs.aws.amazon.com";

const PAGES = {
  trailBucket: `${DOCS}/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html`,
  trailKey: `${DOCS}/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html`,
  controlTowerKey: `${DOCS}/controltower/latest/userguide/configure-kms-keys.html`,
  trailTopic: `${DOCS}/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html`,
  invocationLogging: `${DOCS}/bedrock/latest/userguide/model-invocation-logging.html`,
  configBucket: `${DOCS}/config/latest/developerguide/s3-bucket-policy.html`,
  configKey: `${DOCS}/config/latest/developerguide/s3-kms-key-policy.html`,
  logGroupKey: `${DOCS}/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html`,
  vendedLogs: `${DOCS}/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html`,
  accessLogs: `${DOCS}/AmazonS3/latest/userguide/enable-server-access-logging.html`,
  alarmTopic: `${DOCS}/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html`,
  topicKey: `${DOCS}/sns/latest/dg/sns-key-management.html`,
  topicUses: `${DOCS}/sns/latest/dg/sns-access-policy-use-cases.html`,
  eventTargets: `${DOCS}/eventbridge/latest/userguide/eb-use-resource-based.html`,
  queueKey: `${DOCS}/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html`,
  classificationResults: `${DOCS}/macie/latest/user/discovery-results-repository-s3.html`,
  flowLogBucket: `${DOCS}/vpc/latest/userguide/flow-logs-s3-permissions.html`,
} as const;

export const SOURCES: readonly Source[] = Object.values(PAGES).map((page) => ({ page, readOn: "2026-11-25" }));

/** The keys by which AWS tells for whose resource a service acts. */
const SOURCE_KEYS = ["aws:SourceArn", "aws:SourceAccount"] as const;
const OWNER_CONTROL = "s3:x-amz-acl";
const BUCKET = "arn:{partition}:s3:::{bucket}";
const TOPIC = "arn:{partition}:sns:{region}:{account}:{topic}";
const QUEUE = "arn:{partition}:sqs:{region}:{account}:{queue}";
/** In a key policy, the key itself. */
const THIS_KEY = "*";

const CLOUDTRAIL = "cloudtrail.amazonaws.com";
const BEDROCK = "bedrock.amazonaws.com";
const CONFIG = "config.amazonaws.com";
const ALARMS = "cloudwatch.amazonaws.com";
const EVENTBRIDGE = "events.amazonaws.com";
const SNS = "sns.amazonaws.com";
const MACIE = "macie.amazonaws.com";
const LOG_DELIVERY = "delivery.logs.amazonaws.com";

/** The grants of buckets, keys, topics, queues and log groups. */
export const RESOURCE_GRANTS = [
  // CloudTrail: aws:SourceArn is the trail's ARN, of the management account for the trail of an organization. AWS supports
  // aws:SourceAccount too and recommends against it.
  {
    title: "CloudTrail reads the access control list of the trail's bucket",
    principal: CLOUDTRAIL,
    on: "bucket-policy",
    actions: ["s3:GetBucketAcl"],
    resource: BUCKET,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.trailBucket,
    confirmed: true,
  },
  {
    title: "CloudTrail writes log and digest files",
    principal: CLOUDTRAIL,
    on: "bucket-policy",
    actions: ["s3:PutObject"],
    resource: `${BUCKET}/{prefix}AWSLogs/{accountOrOrganization}/*`,
    conditionKeys: [...SOURCE_KEYS, OWNER_CONTROL],
    page: PAGES.trailBucket,
    confirmed: true,
  },
  {
    title: "CloudTrail encrypts log and digest files",
    principal: CLOUDTRAIL,
    on: "key-policy",
    actions: ["kms:GenerateDataKey*"],
    resource: THIS_KEY,
    conditionKeys: [...SOURCE_KEYS, "kms:EncryptionContext:aws:cloudtrail:arn"],
    page: PAGES.trailKey,
    confirmed: true,
    remark: "For the key of an event data store neither aws:SourceArn nor aws:SourceAccount is supported.",
  },
  {
    title: "CloudTrail describes the trail's key",
    principal: CLOUDTRAIL,
    on: "key-policy",
    actions: ["kms:DescribeKey"],
    resource: THIS_KEY,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.trailKey,
    confirmed: true,
  },
  {
    title: "CloudTrail decrypts with the trail's key, as a bucket with an S3 Bucket Key requires",
    principal: CLOUDTRAIL,
    on: "key-policy",
    actions: ["kms:Decrypt"],
    resource: THIS_KEY,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.controlTowerKey,
    confirmed: true,
    remark:
      "CloudTrail's own page asks for aws:SourceArn in the key policy and shows this one statement without it; Control " +
      "Tower's shows it with it.",
  },
  {
    title: "CloudTrail publishes that a log file was delivered",
    principal: CLOUDTRAIL,
    on: "topic-policy",
    actions: ["sns:Publish"],
    resource: TOPIC,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.trailTopic,
    confirmed: true,
  },
  {
    title: "CloudTrail encrypts its notifications with the topic's key",
    principal: CLOUDTRAIL,
    on: "key-policy",
    actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    resource: THIS_KEY,
    conditionKeys: [],
    unprovenKeys: SOURCE_KEYS,
    page: PAGES.trailTopic,
    confirmed: true,
    remark:
      "The page shows no condition. SNS's page asks for both keys on the topic's key in general and refers to each service's " +
      "own page for the details; it names EventBridge as the one that does not support them.",
  },

  // Bedrock: aws:SourceArn is arn:PARTITION:bedrock:REGION:ACCOUNT:*.
  {
    title: "Bedrock delivers model invocation logs and large data",
    principal: BEDROCK,
    on: "bucket-policy",
    actions: ["s3:PutObject"],
    resource: `${BUCKET}/{prefix}AWSLogs/{account}/BedrockModelInvocationLogs/*`,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.invocationLogging,
    confirmed: true,
    remark: "Works only where the bucket's access control lists are disabled.",
  },
  {
    title: "Bedrock encrypts what it delivers to the bucket",
    principal: BEDROCK,
    on: "key-policy",
    actions: ["kms:GenerateDataKey"],
    resource: THIS_KEY,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.invocationLogging,
    confirmed: true,
  },

  // AWS Config: aws:SourceArn is always arn:PARTITION:config:REGION:ACCOUNT:*, so it needs an operator with wildcards.
  {
    title: "AWS Config reads the access control list of its bucket",
    principal: CONFIG,
    on: "bucket-policy",
    actions: ["s3:GetBucketAcl"],
    resource: BUCKET,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.configBucket,
    confirmed: true,
  },
  {
    title: "AWS Config makes sure that its bucket exists",
    principal: CONFIG,
    on: "bucket-policy",
    actions: ["s3:ListBucket"],
    resource: BUCKET,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.configBucket,
    confirmed: true,
  },
  {
    title: "AWS Config delivers history and snapshots",
    principal: CONFIG,
    on: "bucket-policy",
    actions: ["s3:PutObject"],
    resource: `${BUCKET}/{prefix}AWSLogs/{account}/Config/*`,
    conditionKeys: [...SOURCE_KEYS, OWNER_CONTROL],
    page: PAGES.configBucket,
    confirmed: true,
    remark: "The page's policy binds by aws:SourceAccount; copies of it differ on the ending of aws:SourceArn.",
  },
  {
    title: "AWS Config encrypts what it delivers to the bucket",
    principal: CONFIG,
    on: "key-policy",
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resource: THIS_KEY,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.configKey,
    confirmed: true,
    remark: "Needed with a role of one's own too: AWS Config falls back to its own principal when the role is refused.",
  },

  {
    title: "CloudWatch Logs encrypts and decrypts the events of a log group",
    principal: "logs.{region}.{suffix}",
    on: "key-policy",
    actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
    resource: THIS_KEY,
    // No page gives aws:SourceArn or aws:SourceAccount for it.
    conditionKeys: ["kms:EncryptionContext:aws:logs:arn"],
    page: PAGES.logGroupKey,
    confirmed: true,
    remark: "The context is the ARN of the log group, without the trailing colon and asterisk of other APIs.",
  },

  {
    title: "S3 delivers server access logs",
    principal: "logging.s3.amazonaws.com",
    on: "bucket-policy",
    actions: ["s3:PutObject"],
    resource: `${BUCKET}/{prefix}*`,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.accessLogs,
    confirmed: true,
    remark: "aws:SourceArn is the bucket whose requests are logged; it holds no account, so both keys belong together.",
  },

  // CloudWatch alarms: aws:SourceArn is the alarm's ARN.
  {
    title: "A CloudWatch alarm publishes its state",
    principal: ALARMS,
    on: "topic-policy",
    actions: ["sns:Publish"],
    resource: TOPIC,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.alarmTopic,
    confirmed: true,
    remark: "Where an alarm's name has characters beyond ASCII, only aws:SourceAccount may be used.",
  },
  {
    title: "A CloudWatch alarm encrypts its notifications with the topic's key",
    principal: ALARMS,
    on: "key-policy",
    actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    resource: THIS_KEY,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.topicKey,
    confirmed: true,
  },

  // EventBridge: aws:SourceArn is the rule's ARN.
  {
    title: "An EventBridge rule publishes to a topic",
    principal: EVENTBRIDGE,
    on: "topic-policy",
    actions: ["sns:Publish"],
    resource: TOPIC,
    conditionKeys: ["aws:SourceAccount"],
    page: PAGES.topicUses,
    confirmed: true,
    remark:
      "Older copies of EventBridge's page (eb-use-resource-based) said that no Condition block can be used here; the newest " +
      "has dropped the sentence. No page shows aws:SourceArn on a topic.",
  },
  {
    title: "An EventBridge rule encrypts its notifications with the topic's key",
    principal: EVENTBRIDGE,
    on: "key-policy",
    actions: ["kms:Decrypt", "kms:GenerateDataKey*"],
    resource: THIS_KEY,
    conditionKeys: [],
    unprovenKeys: ["kms:EncryptionContext:aws:sns:topicArn"],
    page: PAGES.topicKey,
    confirmed: true,
    remark:
      "The page says that aws:SourceArn, aws:SourceAccount and aws:SourceOrgID are not supported here. That SNS sets the " +
      "topic's ARN as encryption context is in public code and on no page of AWS that was found.",
  },
  {
    title: "An EventBridge rule sends to a queue",
    principal: EVENTBRIDGE,
    on: "queue-policy",
    actions: ["sqs:SendMessage"],
    resource: QUEUE,
    conditionKeys: ["aws:SourceArn"],
    page: PAGES.eventTargets,
    confirmed: true,
  },
  {
    title: "An EventBridge rule encrypts its messages with the queue's key",
    principal: EVENTBRIDGE,
    on: "key-policy",
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resource: THIS_KEY,
    conditionKeys: ["aws:SourceArn"],
    page: PAGES.queueKey,
    confirmed: true,
  },
  {
    title: "EventBridge writes events to a log group",
    principal: EVENTBRIDGE,
    on: "log-resource-policy",
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resource: "arn:{partition}:logs:{region}:{account}:log-group:{logGroup}:*",
    conditionKeys: [],
    page: PAGES.eventTargets,
    confirmed: true,
    remark: "The page shows no condition, and names delivery.logs.amazonaws.com beside it.",
  },
  {
    title: "CloudWatch's log delivery writes EventBridge's events to a log group",
    principal: LOG_DELIVERY,
    on: "log-resource-policy",
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resource: "arn:{partition}:logs:{region}:{account}:log-group:{logGroup}:*",
    conditionKeys: [],
    page: PAGES.eventTargets,
    confirmed: true,
    remark: "The page shows no condition, and names events.amazonaws.com beside it.",
  },

  // CloudWatch's log delivery ("vended logs"): aws:SourceArn is arn:PARTITION:logs:REGION:ACCOUNT:*.
  {
    title: "CloudWatch's log delivery writes the logs of AI resources to a log group",
    principal: LOG_DELIVERY,
    on: "log-resource-policy",
    actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
    resource: "arn:{partition}:logs:{region}:{account}:log-group:{logGroup}:log-stream:*",
    conditionKeys: SOURCE_KEYS,
    page: PAGES.vendedLogs,
    confirmed: true,
    remark: "AWS adds the statement itself where whoever makes the delivery may change resource policies.",
  },

  {
    title: "SNS sends a topic's messages to a queue",
    principal: SNS,
    on: "queue-policy",
    actions: ["sqs:SendMessage"],
    resource: QUEUE,
    conditionKeys: ["aws:SourceArn"],
    page: PAGES.topicUses,
    confirmed: true,
  },
  {
    title: "SNS encrypts a topic's messages with the queue's key",
    principal: SNS,
    on: "key-policy",
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resource: THIS_KEY,
    conditionKeys: ["aws:SourceArn"],
    page: PAGES.queueKey,
    confirmed: true,
  },

  // Macie: aws:SourceArn is arn:PARTITION:macie2:REGION:ACCOUNT:export-configuration:* or :classification-job/*.
  {
    title: "Macie finds the bucket of its results",
    principal: MACIE,
    on: "bucket-policy",
    actions: ["s3:GetBucketLocation"],
    resource: BUCKET,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.classificationResults,
    confirmed: true,
    remark: "Read as six public programs repeat the page's policies; the stored copies of the page end before them.",
  },
  {
    title: "Macie delivers what its jobs say of objects",
    principal: MACIE,
    on: "bucket-policy",
    actions: ["s3:PutObject"],
    resource: `${BUCKET}/{prefix}*`,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.classificationResults,
    confirmed: true,
    remark: "Read in the same way.",
  },
  {
    title: "Macie encrypts what its jobs say of objects",
    principal: MACIE,
    on: "key-policy",
    actions: ["kms:GenerateDataKey", "kms:Encrypt"],
    resource: THIS_KEY,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.classificationResults,
    confirmed: true,
    remark: "Read in the same way.",
  },

  // VPC flow logs come by CloudWatch's log delivery: aws:SourceArn is arn:PARTITION:logs:REGION:ACCOUNT:*.
  {
    title: "CloudWatch's log delivery reads the access control list of the flow logs' bucket",
    principal: LOG_DELIVERY,
    on: "bucket-policy",
    actions: ["s3:GetBucketAcl"],
    resource: BUCKET,
    conditionKeys: SOURCE_KEYS,
    page: PAGES.flowLogBucket,
    confirmed: true,
  },
  {
    title: "CloudWatch's log delivery writes flow logs",
    principal: LOG_DELIVERY,
    on: "bucket-policy",
    actions: ["s3:PutObject"],
    resource: `${BUCKET}/{prefix}AWSLogs/{account}/*`,
    conditionKeys: [...SOURCE_KEYS, OWNER_CONTROL],
    page: PAGES.flowLogBucket,
    confirmed: true,
    remark: "Creating a flow log as the bucket's owner overwrites the bucket's policy.",
  },
] as const satisfies readonly ServiceContract[];
