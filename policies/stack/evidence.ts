/** What of a stack holds evidence: what a trail, a recorder or invocation logging delivers to, and what a component says is kept. */
import { CONSOLE_NAMES, type TamperedResource } from "../../facts/iam/evidence-tampering";
import { at } from "../properties";
import type { ResourceType } from "../resource-type";
import {
  BUCKET,
  BUCKET_ENCRYPTION,
  CLUSTER,
  CUSTOMER_MANAGED_KEY,
  DELIVERY_CHANNEL,
  EVIDENCE_BUCKET,
  INVOCATION_LOGGING_CONFIGURATION,
  KEY,
  LOG_GROUP,
  RETAINED_LOG_GROUP,
  TRAIL,
} from "../resources";
import { UNWRITTEN } from "../wildcards";
import { referenced } from "./references";
import type { Stack, StackResource } from "./stack";

/** What permissions may reach that is evidence. */
export interface EvidenceTarget {
  /** Pattern of the ARN, with the partition, region and account left out. */
  readonly arn: string;
  /**
   * `each` is evidence, whichever of them it is; `within` is what is kept in something that the stack declares, of which nobody knows
   * what there is; `any` is whatever there is of the kind; `usual` is what AWS's consoles name so, which may be there or not.
   */
  readonly is: "each" | "within" | "any" | "usual";
  /** Pattern of the ARN of what it is kept in. */
  readonly keeper?: string;
}

/** What a kind of evidence is delivered by, and the component that says of itself that it keeps some. */
interface Kept {
  readonly type: ResourceType;
  readonly component: ResourceType;
  readonly by: readonly (readonly [ResourceType, string])[];
}

const BUCKETS: Kept = {
  type: BUCKET,
  component: EVIDENCE_BUCKET,
  by: [
    [TRAIL, TRAIL.path("s3BucketName")],
    [DELIVERY_CHANNEL, DELIVERY_CHANNEL.path("s3BucketName")],
    [INVOCATION_LOGGING_CONFIGURATION, INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.s3Config.bucketName")],
    [
      INVOCATION_LOGGING_CONFIGURATION,
      INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.cloudwatchConfig.largeDataDeliveryS3Config.bucketName"),
    ],
  ],
};

const LOG_GROUPS: Kept = {
  type: LOG_GROUP,
  component: RETAINED_LOG_GROUP,
  by: [
    [TRAIL, TRAIL.path("cloudWatchLogsGroupArn")],
    [
      INVOCATION_LOGGING_CONFIGURATION,
      INVOCATION_LOGGING_CONFIGURATION.path("loggingConfig.cloudwatchConfig.logGroupName"),
    ],
  ],
};

/** The buckets that hold evidence. */
function evidenceBuckets(stack: Stack): readonly StackResource[] {
  return kept(stack, BUCKETS);
}

/** The log groups that hold evidence. */
function evidenceLogGroups(stack: Stack): readonly StackResource[] {
  const clusters = stack.ofType(CLUSTER).map(({ properties: { name } }) => (typeof name === "string" ? name : ""));
  const written = clusters.map((name) => `/aws/eks/${name}/cluster`);
  const ofClusters = stack
    .ofType(LOG_GROUP)
    .filter(({ properties: { name } }) => typeof name === "string" && written.includes(name));
  return [...new Set([...kept(stack, LOG_GROUPS), ...ofClusters])];
}

/** The keys that encrypt evidence, or what collects it. */
function evidenceKeys(stack: Stack): readonly StackResource[] {
  const encryptions = evidenceBuckets(stack).flatMap((bucket) =>
    stack.referencing(bucket, BUCKET_ENCRYPTION, "bucket"),
  );
  const used = [
    ...stack.ofType(TRAIL).map((trail) => [trail, "kmsKeyId"] as const),
    ...evidenceLogGroups(stack).map((group) => [group, "kmsKeyId"] as const),
    ...encryptions.map(
      (encryption) => [encryption, "rules.0.applyServerSideEncryptionByDefault.kmsMasterKeyId"] as const,
    ),
  ].flatMap(([resource, property]) => referenced(stack, resource, property, KEY));
  const own = stack.ofType(KEY).filter((key) => isChildOf(stack, key, CUSTOMER_MANAGED_KEY));
  return [...new Set([...own, ...used])];
}

/** The buckets into which a trail, a recorder or invocation logging delivers. */
export function deliveredBuckets(stack: Stack): readonly StackResource[] {
  return delivered(stack, BUCKETS);
}

function delivered(stack: Stack, { type, by }: Kept): readonly StackResource[] {
  return by.flatMap(([source, property]) =>
    stack.ofType(source).flatMap((resource) => referenced(stack, resource, property, type)),
  );
}

function kept(stack: Stack, evidence: Kept): readonly StackResource[] {
  const own = stack.ofType(evidence.type).filter((resource) => isChildOf(stack, resource, evidence.component));
  return [...new Set([...own, ...delivered(stack, evidence)])];
}

function isChildOf(stack: Stack, { parent }: StackResource, component: ResourceType): boolean {
  return parent !== undefined && stack.withUrn(parent)?.type === component.token;
}

/** Stack -> kind -> its evidence, because every statement is held against it. */
const KNOWN = new WeakMap<Stack, Map<TamperedResource, readonly EvidenceTarget[]>>();

/** What there is of a kind that an action can be called on. */
export function evidenceOf(stack: Stack, kind: TamperedResource): readonly EvidenceTarget[] {
  const ofStack = KNOWN.get(stack) ?? new Map<TamperedResource, readonly EvidenceTarget[]>();
  KNOWN.set(stack, ofStack);
  const known = ofStack.get(kind) ?? findEvidence(stack, kind);
  ofStack.set(kind, known);
  return known;
}

function findEvidence(stack: Stack, kind: TamperedResource): readonly EvidenceTarget[] {
  switch (kind) {
    case "bucket":
      return [...evidenceIn(stack, "bucket").map(each), ...CONSOLE_BUCKETS.map(usual), whatever("arn::s3:::*")];
    case "object":
      return [
        ...evidenceIn(stack, "bucket").map((bucket) => within(bucket, "/*")),
        ...CONSOLE_BUCKETS.map((bucket) => usual(`${bucket}/*`)),
        whatever("arn::s3:::*/*"),
      ];
    case "log-group": {
      // A group's ARN is written with `:*` behind it, as a text, or without.
      const forms = (group: string): readonly string[] => [group, `${group}:${UNWRITTEN}`];
      return [
        ...evidenceIn(stack, "log-group").flatMap(forms).map(each),
        ...CONSOLE_LOG_GROUPS.flatMap(forms).map(usual),
        ...forms("arn::logs:::log-group:*").map(whatever),
      ];
    }
    case "log-stream":
      return [
        ...evidenceIn(stack, "log-group").map((group) => within(group, ":log-stream:*")),
        ...CONSOLE_LOG_GROUPS.map((group) => usual(`${group}:log-stream:*`)),
        whatever("arn::logs:::log-group:*:log-stream:*"),
      ];
    case "key":
      return [
        ...namesOf(evidenceKeys(stack), "keyId").map((id) => each(`arn::kms:::key/${id}`)),
        whatever("arn::kms:::key/*"),
      ];
    case "model":
      return MODELS.map(whatever);
    // Each is called, whichever a statement names.
    case "any-model":
      return MODELS.map(each);
    // Whatever its name: each of these collects evidence.
    case "trail":
      return [each("arn::cloudtrail:::trail/*")];
    case "event-data-store":
      return [each("arn::cloudtrail:::eventdatastore/*")];
    case "recorder":
      return [each("arn::config:::configuration-recorder/*")];
    case "config-rule":
      return [each("arn::config:::config-rule/*")];
    case "none":
      return [each(UNWRITTEN)];
  }
}

const MODELS = ["foundation-model", "inference-profile", "custom-model"].map((type) => `arn::bedrock:::${type}/*`);
const CONSOLE_BUCKETS = CONSOLE_NAMES.buckets.map((name) => `arn::s3:::${name}*`);
const CONSOLE_LOG_GROUPS = CONSOLE_NAMES.logGroups.map((name) => `arn::logs:::log-group:${name}*`);

/** The ARNs of what the stack declares that holds evidence. */
function evidenceIn(stack: Stack, kind: "bucket" | "log-group"): readonly string[] {
  return kind === "bucket"
    ? namesOf(evidenceBuckets(stack), "bucket").map((name) => `arn::s3:::${name}`)
    : namesOf(evidenceLogGroups(stack), "name").map((name) => `arn::logs:::log-group:${name}`);
}

function namesOf(resources: readonly StackResource[], property: string): readonly string[] {
  return resources
    .map(({ properties }) => at(properties, property) ?? at(properties, "id"))
    .filter((name) => typeof name === "string");
}

const each = (arn: string): EvidenceTarget => ({ arn, is: "each" });
const within = (keeper: string, parts: string): EvidenceTarget => ({ arn: `${keeper}${parts}`, is: "within", keeper });
const whatever = (arn: string): EvidenceTarget => ({ arn, is: "any" });
const usual = (arn: string): EvidenceTarget => ({ arn, is: "usual" });
