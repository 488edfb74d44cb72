/** Names that the stack gives and something in the account has: what AWS does then differs from kind to kind. */
import type { Collision, Consequence, Decided, Undecided } from "./collision";
import type { Declared } from "./declared";
import { type Existing, type ObservedAccount, namedKey } from "./observed";

/** A kind of resource whose names are unique. */
interface NamedKind {
  readonly what: string;
  readonly consequence: Consequence;
  readonly explanation: string;
}

/**
 * The kinds, by type.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 * @see https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigRule.html
 * @see https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationAggregator.html
 * @see https://docs.aws.amazon.com/athena/latest/APIReference/API_CreateWorkGroup.html
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutAccountPolicy.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutDeliverySource.html
 * @see https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html
 * @see https://docs.aws.amazon.com/glue/latest/webapi/API_CreateDatabase.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateDocument.html
 */
export const NAMED_KINDS: Readonly<Record<string, NamedKind>> = {
  "aws:bedrock/guardrail:Guardrail": {
    what: "Guardrail",
    consequence: "collides",
    explanation:
      "There is a guardrail with this name; by its name, callers and `baseline verify` could not tell the two.",
  },
  "aws:cfg/configurationAggregator:ConfigurationAggregator": {
    what: "AWS Config aggregator",
    consequence: "overwritten",
    explanation: "There is an aggregator with this name; its accounts and regions are overwritten.",
  },
  "aws:athena/workgroup:Workgroup": {
    what: "Athena workgroup",
    consequence: "collides",
    explanation: "There is a workgroup with this name; Athena refuses a second one.",
  },
  "aws:backup/vault:Vault": {
    what: "Backup vault",
    consequence: "collides",
    explanation: "There is a vault with this name; AWS Backup refuses a second one.",
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    what: "CloudWatch dashboard",
    consequence: "overwritten",
    explanation: "There is a dashboard with this name; its widgets are overwritten.",
  },
  "aws:cloudwatch/eventApiDestination:EventApiDestination": {
    what: "EventBridge API destination",
    consequence: "collides",
    explanation: "There is an API destination with this name; EventBridge refuses a second one.",
  },
  "aws:cloudwatch/eventConnection:EventConnection": {
    what: "EventBridge connection",
    consequence: "collides",
    explanation: "There is a connection with this name; EventBridge refuses a second one.",
  },
  "aws:cloudwatch/eventRule:EventRule": {
    what: "EventBridge rule",
    consequence: "overwritten",
    explanation: "There is a rule with this name; its pattern and state are overwritten, and its targets stay.",
  },
  "aws:cloudwatch/logAccountPolicy:LogAccountPolicy": {
    what: "Account-level data protection policy",
    consequence: "collides",
    explanation: "The region has such a policy, and CloudWatch Logs has room for one.",
  },
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
    what: "Destination of log deliveries",
    consequence: "overwritten",
    explanation: "There is a destination with this name; the log group to which it delivers is overwritten.",
  },
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": {
    what: "Source of log deliveries",
    consequence: "collides",
    explanation: "There is a source with this name; CloudWatch Logs refuses to make it that of another resource.",
  },
  "aws:cloudwatch/logGroup:LogGroup": {
    what: "Log group",
    consequence: "collides",
    explanation: "There is a log group with this name; CloudWatch Logs refuses a second one.",
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    what: "CloudWatch alarm",
    consequence: "overwritten",
    explanation: "There is an alarm with this name; its metric, threshold and actions are overwritten.",
  },
  "aws:glue/catalogDatabase:CatalogDatabase": {
    what: "Glue database",
    consequence: "collides",
    explanation: "There is a database with this name; Glue refuses a second one.",
  },
  "aws:iam/role:Role": {
    what: "IAM role",
    consequence: "collides",
    explanation: "There is a role with this name; IAM refuses a second one.",
  },
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": {
    what: "Firehose stream",
    consequence: "collides",
    explanation: "There is a stream with this name; Firehose refuses a second one.",
  },
  "aws:kms/alias:Alias": {
    what: "KMS alias",
    consequence: "collides",
    explanation: "There is an alias with this name; KMS refuses a second one.",
  },
  "aws:s3/bucket:Bucket": {
    what: "S3 bucket",
    consequence: "collides",
    explanation: "The account has a bucket with this name; it is not created again.",
  },
  "aws:lambda/function:Function": {
    what: "Lambda function",
    consequence: "collides",
    explanation: "There is a function with this name; Lambda refuses a second one.",
  },
  "aws:sns/topic:Topic": {
    what: "SNS topic",
    consequence: "overwritten",
    explanation: "There is a topic with this name; SNS returns it, and its key and access policy are overwritten.",
  },
  "aws:sqs/queue:Queue": {
    what: "SQS queue",
    consequence: "collides",
    explanation: "There is a queue with this name; SQS refuses a second one with other attributes.",
  },
  "aws:ssm/document:Document": {
    what: "Systems Manager document",
    consequence: "collides",
    explanation: "There is a document with this name; Systems Manager refuses a second one.",
  },
};

const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

/** A log group with this name is made by EKS when a cluster's logging is switched on. */
const CLUSTER_LOG_GROUP = /^\/aws\/eks\/(?<cluster>[^/]+)\/cluster$/;

/** The cluster that writes to a log group, by its name. */
export function clusterOf({ type, name }: Declared): string | undefined {
  return type === LOG_GROUP ? CLUSTER_LOG_GROUP.exec(name ?? "")?.groups?.["cluster"] : undefined;
}

/** A declared name that something in the account has. */
interface Taken {
  readonly resource: Declared;
  readonly kind: NamedKind;
  readonly existing: Existing;
}

export function nameCollisions(declared: readonly Declared[], { named }: ObservedAccount): Decided {
  const taken: Taken[] = [];
  const undecided: Undecided[] = [];
  for (const resource of declared) {
    const kind = NAMED_KINDS[resource.type];
    const { type, region, name } = resource;
    const reading = kind === undefined || name === undefined ? undefined : named.get(namedKey(type, region, name));
    if (kind === undefined || name === undefined || reading === undefined) {
      continue;
    }
    if ("unreadable" in reading) {
      undecided.push({ what: `${kind.what} ${name}`, where: region, ...reading.unreadable });
    } else if (reading.seen !== undefined) {
      taken.push({ resource, kind, existing: reading.seen });
    }
  }
  return { collisions: taken.map(collisionOf), undecided };
}

function collisionOf({ resource, kind, existing }: Taken): Collision {
  const cluster = clusterOf(resource);
  const detail = existing.detail === undefined ? "" : ` It is ${existing.detail}.`;
  const foreign = existing.foreign === true;
  return {
    what: kind.what,
    where: resource.region,
    declared: resource.urn,
    observed: existing.id,
    consequence: foreign ? "refused" : kind.consequence,
    explanation: foreign
      ? "The name belongs to another account, and bucket names are unique over all accounts."
      : `${kind.explanation}${detail}`,
    ...(cluster === undefined
      ? { settings: [], otherwise: foreign ? RENAME : REMOVE, page: "docs/existing-accounts/names.md" }
      : {
          settings: [
            {
              path: ["eksClusters"],
              value: [{ name: cluster, region: resource.region, logGroup: { mode: "existing" } }],
            },
          ],
          otherwise: REMOVE_CLUSTER_LOGS,
          page: "docs/existing-accounts/clusters.md",
        }),
  };
}

const REMOVE = "Delete or rename it, or, if this stack made it, pass the stack's state with --state.";
const RENAME = "Deliver to a bucket of your own archive account instead, or ask the owner of the name.";
const REMOVE_CLUSTER_LOGS = "Or delete the log group, and what it holds, before the first update.";
