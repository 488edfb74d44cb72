/** What has the names that a stack declares. */
import { partitionOf } from "../../facts/regions";
import { type Declared, GLOBAL } from "../collisions/declared";
import { clusterOf } from "../collisions/names";
import { type Existing, type Reading, namedKey } from "../collisions/observed";
import { guardrailsOf } from "../observers/bedrock-guardrails";
import { ReadError, type Reader } from "../reader";
import { reading, seenAs } from "./sighting";

/** The account that is asked. */
interface Account {
  readonly reader: Reader;
  /** 12 digits. */
  readonly id: string;
}

type NamedResource = Declared & { readonly name: string };

/** How a kind of name is looked for. */
const SEARCHES: Readonly<Record<string, (account: Account, resource: NamedResource) => Promise<Existing | undefined>>> =
  {
    "aws:bedrock/guardrail:Guardrail": findGuardrail,
    "aws:cfg/configurationAggregator:ConfigurationAggregator": findAggregator,
    "aws:athena/workgroup:Workgroup": findWorkgroup,
    "aws:backup/vault:Vault": findBackupVault,
    "aws:cloudwatch/dashboard:Dashboard": findDashboard,
    "aws:cloudwatch/eventApiDestination:EventApiDestination": findApiDestination,
    "aws:cloudwatch/eventConnection:EventConnection": findConnection,
    "aws:cloudwatch/eventRule:EventRule": findEventRule,
    "aws:cloudwatch/logAccountPolicy:LogAccountPolicy": findDataProtection,
    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": findDeliveryDestination,
    "aws:cloudwatch/logDeliverySource:LogDeliverySource": findDeliverySource,
    "aws:cloudwatch/logGroup:LogGroup": findLogGroup,
    "aws:cloudwatch/metricAlarm:MetricAlarm": findAlarm,
    "aws:glue/catalogDatabase:CatalogDatabase": findDatabase,
    "aws:iam/role:Role": findRole,
    "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": findDeliveryStream,
    "aws:kms/alias:Alias": findAlias,
    "aws:lambda/function:Function": findFunction,
    "aws:s3/bucket:Bucket": findBucket,
    "aws:sns/topic:Topic": findTopic,
    "aws:sqs/queue:Queue": findQueue,
    "aws:ssm/document:Document": findDocument,
  };

/** @param regions the regions that can be asked. */
export async function observeNames(
  account: Account,
  declared: readonly Declared[],
  regions: readonly string[],
): Promise<ReadonlyMap<string, Reading<Existing | undefined>>> {
  const asked = declared.filter(
    (resource): resource is NamedResource =>
      resource.name !== undefined && (resource.region === GLOBAL || regions.includes(resource.region)),
  );
  const found = await Promise.all(
    asked.map(async (resource) => {
      const search = SEARCHES[resource.type];
      const { type, region, name } = resource;
      return search === undefined
        ? undefined
        : ([namedKey(type, region, name), await reading(() => search(account, resource))] as const);
    }),
  );
  return new Map(found.filter((entry) => entry !== undefined));
}

/** Whatever its name: a region has room for one. */
async function findDataProtection({ reader }: Account, { region }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("logs:DescribeAccountPolicies", region, { policyType: "DATA_PROTECTION_POLICY" });
  const [policy] = answer?.accountPolicies ?? [];
  return policy && { id: policy.policyName ?? "without a name" };
}

async function findLogGroup({ reader }: Account, resource: NamedResource): Promise<Existing | undefined> {
  const { region, name } = resource;
  const pages = await reader.readPages(
    "logs:DescribeLogGroups",
    region,
    { logGroupNamePrefix: name },
    ({ nextToken }) => (nextToken === undefined ? undefined : { logGroupNamePrefix: name, nextToken }),
  );
  const group = pages.flatMap(({ logGroups = [] }) => logGroups).find(({ logGroupName }) => logGroupName === name);
  if (group === undefined) {
    return undefined;
  }
  const { retentionInDays, kmsKeyId } = group;
  const kept = retentionInDays === undefined ? "kept for ever" : `kept ${retentionInDays} days`;
  const cluster = clusterOf(resource);
  const sends = cluster === undefined ? [] : [await logTypesOf(reader, region, cluster)];
  return {
    id: group.logGroupArn ?? name,
    detail: [
      kept,
      kmsKeyId === undefined ? "without a customer managed key" : `encrypted by ${kmsKeyId}`,
      ...sends,
    ].join(", "),
  };
}

/** What its cluster sends, in words. That it cannot be read keeps nobody from seeing that the log group is there. */
async function logTypesOf(reader: Reader, region: string, name: string): Promise<string> {
  const cluster = await reading(() => reader.read("eks:DescribeCluster", region, { name }));
  const words = seenAs(cluster, (answer) => {
    const logging = answer?.cluster?.logging?.clusterLogging ?? [];
    const types = logging.filter(({ enabled }) => enabled === true).flatMap(({ types: each = [] }) => each);
    return answer === undefined
      ? "though there is no such cluster"
      : `and the cluster sends ${types.length === 0 ? "no log types" : types.join(", ")}`;
  });
  return "seen" in words ? words.seen : `what the cluster sends cannot be read (${words.unreadable.action})`;
}

async function findAlarm({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("cloudwatch:DescribeAlarms", region, {
    AlarmNames: [name],
    AlarmTypes: ["MetricAlarm", "CompositeAlarm"],
  });
  const [alarm] = [...(answer?.MetricAlarms ?? []), ...(answer?.CompositeAlarms ?? [])];
  return alarm === undefined ? undefined : { id: alarm.AlarmArn ?? name };
}

async function findAggregator({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("config:DescribeConfigurationAggregators", region, {
    ConfigurationAggregatorNames: [name],
  });
  const [aggregator] = answer?.ConfigurationAggregators ?? [];
  return aggregator === undefined ? undefined : { id: aggregator.ConfigurationAggregatorArn ?? name };
}

async function findDashboard({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("cloudwatch:GetDashboard", region, { DashboardName: name });
  return answer === undefined ? undefined : { id: answer.DashboardArn ?? name };
}

async function findApiDestination({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("events:DescribeApiDestination", region, { Name: name });
  return answer === undefined ? undefined : { id: answer.ApiDestinationArn ?? name };
}

async function findConnection({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("events:DescribeConnection", region, { Name: name });
  return answer === undefined ? undefined : { id: answer.ConnectionArn ?? name };
}

async function findEventRule({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("events:DescribeRule", region, { Name: name });
  return answer === undefined ? undefined : { id: answer.Arn ?? name };
}

async function findWorkgroup({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("athena:GetWorkGroup", region, { WorkGroup: name });
  return answer?.WorkGroup === undefined ? undefined : { id: name };
}

async function findBackupVault({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("backup:DescribeBackupVault", region, { BackupVaultName: name });
  return answer?.BackupVaultName === undefined ? undefined : { id: name };
}

async function findDeliveryDestination(
  { reader }: Account,
  { region, name }: NamedResource,
): Promise<Existing | undefined> {
  const answer = await reader.read("logs:GetDeliveryDestination", region, { name });
  return answer?.deliveryDestination === undefined ? undefined : { id: name };
}

async function findDeliverySource({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("logs:GetDeliverySource", region, { name });
  return answer?.deliverySource === undefined ? undefined : { id: name };
}

async function findDeliveryStream({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("firehose:DescribeDeliveryStream", region, { DeliveryStreamName: name });
  const stream = answer?.DeliveryStreamDescription;
  return stream === undefined ? undefined : { id: stream.DeliveryStreamARN ?? name };
}

async function findDatabase({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("glue:GetDatabase", region, { Name: name });
  return answer?.Database === undefined ? undefined : { id: name };
}

async function findGuardrail({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const drafts = await guardrailsOf(reader, region, {});
  const guardrail = drafts.find((draft) => draft.name === name);
  return guardrail === undefined ? undefined : { id: guardrail.arn ?? name };
}

async function findFunction({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("lambda:GetFunction", region, { FunctionName: name });
  return answer === undefined ? undefined : { id: answer.Configuration?.FunctionArn ?? name };
}

async function findQueue({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("sqs:GetQueueUrl", region, { QueueName: name });
  return answer === undefined ? undefined : { id: answer.QueueUrl ?? name };
}

async function findDocument({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("ssm:DescribeDocument", region, { Name: name });
  return answer?.Document === undefined ? undefined : { id: name };
}

async function findRole({ reader }: Account, { name }: NamedResource): Promise<Existing | undefined> {
  const answer = await reader.read("iam:GetRole", reader.homeRegion, { RoleName: name });
  return answer === undefined ? undefined : { id: answer.Role?.Arn ?? name };
}

async function findAlias({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const pages = await reader.readPages("kms:ListAliases", region, {}, ({ NextMarker }) =>
    NextMarker === undefined ? undefined : { Marker: NextMarker },
  );
  const alias = pages.flatMap(({ Aliases = [] }) => Aliases).find(({ AliasName }) => AliasName === name);
  return alias === undefined ? undefined : { id: alias.AliasArn ?? name };
}

async function findTopic({ reader, id }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const arn = `arn:${partitionOf(region).id}:sns:${region}:${id}:${name}`;
  const answer = await reader.read("sns:GetTopicAttributes", region, { TopicArn: arn });
  return answer === undefined ? undefined : { id: arn };
}

/** S3 answers who may not see a bucket as it answers who does not own it, so the account's own buckets are listed too. */
async function findBucket({ reader }: Account, { region, name }: NamedResource): Promise<Existing | undefined> {
  const exists = await bucketExists(reader, region, name);
  if (!exists) {
    return undefined;
  }
  const pages = await reader.readPages("s3:ListBuckets", reader.homeRegion, {}, ({ ContinuationToken }) =>
    ContinuationToken === undefined ? undefined : { ContinuationToken },
  );
  const own = pages.flatMap(({ Buckets = [] }) => Buckets).some(({ Name }) => Name === name);
  return { id: name, foreign: !own };
}

async function bucketExists(reader: Reader, region: string, name: string): Promise<boolean> {
  try {
    return (await reader.read("s3:HeadBucket", region, { Bucket: name })) !== undefined;
  } catch (error) {
    if (error instanceof ReadError && (error.obstacle === "access-denied" || error.obstacle === "refused")) {
      // Forbidden, or in another region: either way, there is one.
      return true;
    }
    throw error;
  }
}
