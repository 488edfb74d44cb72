/**
 * Which resources of a stack hold evidence, or protect what does: all that this project's components declare, and what a trail, a
 * recorder, invocation logging, captured inference data or a cluster's log is delivered to, whoever declares it.
 */
import { BUCKET_PARTS } from "../bucket-parts";
import { grouped } from "../groups";
import { type Value, at, isList } from "../properties";
import type { ResourceType } from "../resource-type";
import {
  BUCKET,
  BUCKET_ENCRYPTION,
  BUCKET_LOGGING,
  CLUSTER,
  DELIVERY_CHANNEL,
  DELIVERY_STREAM,
  ENDPOINT_CONFIGURATION,
  INVOCATION_LOGGING_CONFIGURATION,
  KEY,
  KEY_POLICY,
  LOG_DATA_PROTECTION_POLICY,
  LOG_GROUP,
  QUEUE,
  QUEUE_POLICY,
  RECORDER,
  ROLE,
  SUBSCRIPTION_FILTER,
  TOPIC,
  TOPIC_POLICY,
  TRAIL,
} from "../resources";
import { referenced } from "./references";
import type { Stack, StackResource } from "./stack";

/** A property by which one resource names another. */
type Reference = readonly [from: ResourceType, property: string, to: ResourceType];

/** What collects evidence by its nature. */
const COLLECTORS: readonly ResourceType[] = [
  TRAIL,
  DELIVERY_CHANNEL,
  RECORDER,
  INVOCATION_LOGGING_CONFIGURATION,
  ENDPOINT_CONFIGURATION,
];

/** Where a holder of evidence delivers it, by which role, and the key that encrypts it. */
const DELIVERS_TO: readonly Reference[] = [
  [TRAIL, TRAIL.path("s3BucketName"), BUCKET],
  [TRAIL, TRAIL.path("cloudWatchLogsGroupArn"), LOG_GROUP],
  [TRAIL, TRAIL.path("snsTopicName"), TOPIC],
  [TRAIL, TRAIL.path("kmsKeyId"), KEY],
  [DELIVERY_CHANNEL, DELIVERY_CHANNEL.path("s3BucketName"), BUCKET],
  [DELIVERY_CHANNEL, DELIVERY_CHANNEL.path("snsTopicArn"), TOPIC],
  [DELIVERY_CHANNEL, DELIVERY_CHANNEL.path("s3KmsKeyArn"), KEY],
  [
    INVOCATION_LOGGING_CONFIGURATION,
    INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.s3Config.bucketName"),
    BUCKET,
  ],
  [
    INVOCATION_LOGGING_CONFIGURATION,
    INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config.bucketName"),
    BUCKET,
  ],
  [
    INVOCATION_LOGGING_CONFIGURATION,
    INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.cloudwatchConfig.logGroupName"),
    LOG_GROUP,
  ],
  [ENDPOINT_CONFIGURATION, ENDPOINT_CONFIGURATION.path("dataCaptureConfig.destinationS3Uri"), BUCKET],
  [ENDPOINT_CONFIGURATION, ENDPOINT_CONFIGURATION.path("dataCaptureConfig.kmsKeyId"), KEY],
  [SUBSCRIPTION_FILTER, SUBSCRIPTION_FILTER.path("destinationArn"), DELIVERY_STREAM],
  [DELIVERY_STREAM, DELIVERY_STREAM.path("extendedS3Configuration.bucketArn"), BUCKET],
  [DELIVERY_STREAM, DELIVERY_STREAM.path("extendedS3Configuration.kmsKeyArn"), KEY],
  [DELIVERY_STREAM, DELIVERY_STREAM.path("serverSideEncryption.keyArn"), KEY],
  [LOG_GROUP, LOG_GROUP.path("kmsKeyId"), KEY],
  [TOPIC, TOPIC.path("kmsMasterKeyId"), KEY],
  [QUEUE, QUEUE.path("kmsMasterKeyId"), KEY],
  [BUCKET_ENCRYPTION, BUCKET_ENCRYPTION.path("rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId"), KEY],
  [BUCKET_LOGGING, BUCKET_LOGGING.path("targetBucket"), BUCKET],
  [TRAIL, TRAIL.path("cloudWatchLogsRoleArn"), ROLE],
  [RECORDER, RECORDER.path("roleArn"), ROLE],
  [
    INVOCATION_LOGGING_CONFIGURATION,
    INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.cloudwatchConfig.roleArn"),
    ROLE,
  ],
  [SUBSCRIPTION_FILTER, SUBSCRIPTION_FILTER.path("roleArn"), ROLE],
  [DELIVERY_STREAM, DELIVERY_STREAM.path("extendedS3Configuration.roleArn"), ROLE],
];

/** What is a part of another resource, or takes from it, and so holds evidence where that one does. */
const PARTS: readonly Reference[] = [
  ...BUCKET_PARTS.map((part): Reference => [part, "bucket", BUCKET]),
  [KEY_POLICY, KEY_POLICY.path("keyId"), KEY],
  [LOG_DATA_PROTECTION_POLICY, LOG_DATA_PROTECTION_POLICY.path("logGroupName"), LOG_GROUP],
  [SUBSCRIPTION_FILTER, SUBSCRIPTION_FILTER.path("logGroup"), LOG_GROUP],
  [TOPIC_POLICY, TOPIC_POLICY.path("arn"), TOPIC],
  [QUEUE_POLICY, QUEUE_POLICY.path("queueUrl"), QUEUE],
];

/** The types of this project's components, which declare what holds evidence and what watches over it. */
const COMPONENTS = "ai-governance-baseline:";

const KNOWN = new WeakMap<Stack, ReadonlySet<string>>();

/** Whether the resource holds evidence, or protects what does. */
export function holdsEvidence(stack: Stack, { urn }: Pick<StackResource, "urn">): boolean {
  const known = KNOWN.get(stack) ?? evidenceHolders(stack);
  KNOWN.set(stack, known);
  return known.has(urn);
}

/** URNs of what holds evidence: whatever can be reached from what collects it. */
function evidenceHolders(stack: Stack): ReadonlySet<string> {
  const holders = new Set<string>();
  const open = [
    ...stack.subjects().filter((resource) => isOfComponent(stack, resource)),
    ...COLLECTORS.flatMap((type) => stack.ofType(type)),
    ...clusterLogGroups(stack),
  ];
  const next = linksIn(stack);
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    if (!holders.has(holder.urn)) {
      holders.add(holder.urn);
      holders.add(stack.declaredAs(holder.urn, "").urn);
      open.push(...(next.get(holder.urn) ?? []));
    }
  }
  return holders;
}

/** URN of a holder -> what holds evidence because it does. */
function linksIn(stack: Stack): ReadonlyMap<string, readonly StackResource[]> {
  const between = ([from, property, to]: Reference) =>
    stack
      .ofType(from)
      .flatMap((source) => referenced(stack, source, property, to).map((target) => [source, target] as const));
  return grouped([
    ...DELIVERS_TO.flatMap(between).map(([holder, target]) => [holder.urn, target] as const),
    ...PARTS.flatMap(between).map(([part, whole]) => [whole.urn, part] as const),
  ]);
}

function isOfComponent(stack: Stack, resource: StackResource): boolean {
  for (let here: StackResource | undefined = resource; here !== undefined;) {
    if (here.type.startsWith(COMPONENTS)) {
      return true;
    }
    here = here.parent === undefined ? undefined : stack.withUrn(here.parent);
  }
  return false;
}

/** The log groups into which EKS puts the logs of the stack's clusters, which it finds by their names. */
function clusterLogGroups(stack: Stack): readonly StackResource[] {
  const names = stack
    .ofType(CLUSTER)
    .filter(({ properties }) => logsAnything(at(properties, CLUSTER.path("enabledClusterLogTypes"))))
    .map(({ properties: { name } }) => (typeof name === "string" ? `/aws/eks/${name}/cluster` : undefined));
  return stack.ofType(LOG_GROUP).filter(({ properties: { name } }) => typeof name === "string" && names.includes(name));
}

function logsAnything(types: Value | undefined): boolean {
  return !isList(types) || types.length > 0;
}
