/**
 * For each core rule a resource that breaks it: what the prod stack declares with one thing changed, or, for a type that
 * it does not declare, an example. Judged by themselves, without the stack around them.
 */
import assert from "node:assert/strict";
import type { RuleId } from "../../policies/catalogue";
import { type ResourceState, type WireMap, urnParts } from "../../state/stack-state";
import type { Change } from "../policies/rule-harness";
import { changed } from "../policies/state-changes";
import { prodResources } from "../support/prod-state";
import type { Declared } from "./workspace";

/** What kind of thing a rule guards. */
export type Family =
  | "trail"
  | "log group"
  | "key"
  | "bucket"
  | "role"
  | "topic"
  | "invocation logging"
  | "recorder"
  | "config rule"
  | "eks";

interface BadResource extends Change {
  readonly rule: RuleId;
  readonly family: Family;
  readonly type: string;
  /** Inputs that are changed. @default those of the first of the type in the prod stack, without `set` and `remove` */
  readonly example?: WireMap;
  /** Further rules that it cannot but break. */
  readonly also?: readonly RuleId[];
}

const TRAIL = "aws:cloudtrail/trail:Trail";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const KEY = "aws:kms/key:Key";
const BUCKET = "aws:s3/bucket:Bucket";
const BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const ROLE = "aws:iam/role:Role";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const TOPIC_POLICY = "aws:sns/topicPolicy:TopicPolicy";
const INVOCATION_LOGGING = "aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration";
const RECORDER = "aws:cfg/recorder:Recorder";
const CONFIG_RULE = "aws:cfg/rule:Rule";
const CLUSTER = "aws:eks/cluster:Cluster";

/** A resource policy that lets in what it is told to, over TLS only. */
function policy(...statements: readonly WireMap[]): string {
  const tlsOnly = {
    Effect: "Deny",
    Principal: "*",
    Action: "*",
    Resource: "*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [tlsOnly, ...statements] });
}

const allow = (Principal: WireMap | string, Action: string): WireMap => ({
  Effect: "Allow",
  Principal,
  Action,
  Resource: "*",
});
const cloudTrailMay = (action: string): string => policy(allow({ Service: "cloudtrail.amazonaws.com" }, action));
const everyoneMay = (action: string): string => policy(allow("*", action));
const grant = (Action: string): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource: "*" }] });
const trust = (Principal: WireMap | string): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal, Action: "sts:AssumeRole" }] });

const EXAMPLE_CLUSTER: WireMap = {
  name: "inference",
  enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
  encryptionConfig: { provider: { keyArn: "arn:aws:kms:eu-central-1:111122223333:key/k" }, resources: ["secrets"] },
  roleArn: "arn:aws:iam::111122223333:role/cluster",
  vpcConfig: { endpointPrivateAccess: true, endpointPublicAccess: false, subnetIds: ["subnet-1", "subnet-2"] },
};

type Breaking = Pick<BadResource, "set" | "remove" | "protect" | "also">;

const trailCase = (rule: RuleId, change: Breaking): BadResource => ({ rule, family: "trail", type: TRAIL, ...change });
const groupCase = (rule: RuleId, change: Breaking): BadResource => ({
  rule,
  family: "log group",
  type: LOG_GROUP,
  ...change,
});
const keyCase = (rule: RuleId, change: Breaking): BadResource => ({ rule, family: "key", type: KEY, ...change });
const bucketCase = (rule: RuleId, part: string, change: Breaking): BadResource => ({
  rule,
  family: "bucket",
  type: part === BUCKET ? BUCKET : `aws:s3/${part.charAt(0).toLowerCase()}${part.slice(1)}:${part}`,
  ...change,
});
const bucketPolicyCase = (rule: RuleId, document: string): BadResource => ({
  rule,
  family: "bucket",
  type: BUCKET_POLICY,
  set: { policy: document },
});
const roleCase = (rule: RuleId, type: string, change: Breaking): BadResource => ({
  rule,
  family: "role",
  type,
  ...change,
});
const loggingCase = (rule: RuleId, change: Breaking): BadResource => ({
  rule,
  family: "invocation logging",
  type: INVOCATION_LOGGING,
  ...change,
});

export const BAD_RESOURCES: readonly BadResource[] = [
  trailCase("trail-log-file-validation", { set: { enableLogFileValidation: false } }),
  trailCase("trail-encrypted-with-customer-key", { remove: ["kmsKeyId"] }),
  trailCase("trail-multi-region", { set: { isMultiRegionTrail: false } }),
  trailCase("trail-logging-enabled", { set: { enableLogging: false } }),
  trailCase("trail-global-service-events", { set: { includeGlobalServiceEvents: false } }),
  trailCase("trail-management-events", { remove: ["advancedEventSelectors.0"] }),
  trailCase("trail-ai-data-events", { remove: ["advancedEventSelectors.1"] }),
  trailCase("trail-lambda-data-events", {
    remove: ["advancedEventSelectors"],
    also: ["trail-ai-data-events"],
  }),
  trailCase("trail-insights", { remove: ["insightSelectors"] }),
  trailCase("trail-cloudwatch-delivery", { remove: ["cloudWatchLogsGroupArn"] }),
  trailCase("trail-delivery-notice", { remove: ["snsTopicName"] }),
  trailCase("trail-protected", { protect: false }),

  groupCase("log-group-retention-bounded", { remove: ["retentionInDays"] }),
  groupCase("log-group-customer-key", { remove: ["kmsKeyId"] }),
  groupCase("log-group-deletion-protected", { remove: ["deletionProtectionEnabled"] }),
  groupCase("log-group-class-queryable", { set: { logGroupClass: "INFREQUENT_ACCESS" } }),
  {
    rule: "data-protection-complete",
    family: "log group",
    type: "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
    set: { policyDocument: '{"Name":"mask","Version":"2021-06-01","Statement":[]}' },
  },

  keyCase("key-rotation-enabled", { set: { enableKeyRotation: false } }),
  keyCase("key-policy-declared", { remove: ["policy"] }),
  keyCase("key-policy-not-public", { set: { policy: everyoneMay("kms:*") } }),
  keyCase("key-service-grants-bound", { set: { policy: cloudTrailMay("kms:GenerateDataKey*") } }),
  keyCase("key-deletion-window", { set: { deletionWindowInDays: 7 } }),
  keyCase("key-enabled", { set: { isEnabled: false } }),
  keyCase("key-lockout-check-kept", { set: { bypassPolicyLockoutSafetyCheck: true } }),
  keyCase("key-protected", { protect: false }),

  bucketCase("bucket-public-access-blocked", "BucketPublicAccessBlock", { set: { blockPublicPolicy: false } }),
  bucketCase("bucket-encrypted-with-customer-key", "BucketServerSideEncryptionConfiguration", {
    set: { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }] },
  }),
  bucketCase("bucket-versioning-enabled", "BucketVersioning", {
    set: { "versioningConfiguration.status": "Suspended" },
  }),
  bucketCase("bucket-ownership-enforced", "BucketOwnershipControls", {
    set: { "rule.objectOwnership": "ObjectWriter" },
  }),
  bucketCase("bucket-lifecycle-bounded", "BucketLifecycleConfiguration", { remove: ["rules.0.expiration"] }),
  bucketCase("bucket-object-lock-retained", "BucketObjectLockConfiguration", { remove: ["rule"] }),
  bucketCase("bucket-force-destroy-off", BUCKET, { set: { forceDestroy: true } }),
  bucketPolicyCase("bucket-policy-tls-only", grant("s3:GetObject")),
  bucketPolicyCase("bucket-policy-not-public", everyoneMay("s3:GetObject")),
  bucketPolicyCase("bucket-service-grants-bound", cloudTrailMay("s3:PutObject")),

  roleCase("role-trust-bound", ROLE, { set: { assumeRolePolicy: trust({ Service: "cloudtrail.amazonaws.com" }) } }),
  roleCase("role-trust-not-public", ROLE, { set: { assumeRolePolicy: trust("*") } }),
  roleCase("role-permissions-apart", ROLE, { set: { inlinePolicies: [{ name: "p", policy: grant("s3:GetObject") }] } }),
  roleCase("role-policy-not-admin", ROLE_POLICY, { set: { policy: grant("*") }, also: ["role-policy-no-unmask"] }),
  roleCase("role-policy-no-unmask", ROLE_POLICY, { set: { policy: grant("logs:Unmask") } }),
  roleCase("role-no-broad-managed-policy", "aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
    set: { policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
  }),

  { rule: "topic-customer-key", family: "topic", type: "aws:sns/topic:Topic", remove: ["kmsMasterKeyId"] },
  { rule: "topic-policy-not-public", family: "topic", type: TOPIC_POLICY, set: { policy: everyoneMay("sns:Publish") } },
  {
    rule: "topic-service-grants-bound",
    family: "topic",
    type: TOPIC_POLICY,
    set: { policy: cloudTrailMay("sns:Publish") },
  },

  loggingCase("invocation-logging-content-mode", { set: { "loggingConfig.imageDataDeliveryEnabled": true } }),
  loggingCase("invocation-logging-has-destination", { set: { loggingConfig: { textDataDeliveryEnabled: true } } }),
  loggingCase("invocation-logging-protected", { protect: false }),
  loggingCase("invocation-logging-role-set", { remove: ["loggingConfig.cloudwatchConfig.roleArn"] }),

  {
    rule: "recorder-records-everything",
    family: "recorder",
    type: RECORDER,
    set: { "recordingGroup.allSupported": false },
  },
  { rule: "recorder-protected", family: "recorder", type: RECORDER, protect: false },
  {
    rule: "recorder-enabled",
    family: "recorder",
    type: "aws:cfg/recorderStatus:RecorderStatus",
    set: { isEnabled: false },
  },
  {
    rule: "delivery-channel-encrypted",
    family: "recorder",
    type: "aws:cfg/deliveryChannel:DeliveryChannel",
    remove: ["s3KmsKeyArn"],
  },
  {
    rule: "config-retention-bounded",
    family: "recorder",
    type: "aws:cfg/retentionConfiguration:RetentionConfiguration",
    set: { retentionPeriodInDays: 30 },
  },

  {
    rule: "config-rule-parameters-legal",
    family: "config rule",
    type: CONFIG_RULE,
    set: { inputParameters: '{"maxAccessKeyAge":90}' },
  },
  {
    rule: "config-guard-rule-runs",
    family: "config rule",
    type: CONFIG_RULE,
    example: { name: "guard", source: { owner: "CUSTOM_POLICY", customPolicyDetails: { policyText: "rule r {}" } } },
  },

  {
    rule: "eks-control-plane-logging",
    family: "eks",
    type: CLUSTER,
    example: EXAMPLE_CLUSTER,
    set: { enabledClusterLogTypes: ["api"] },
  },
  {
    rule: "eks-secrets-encrypted",
    family: "eks",
    type: CLUSTER,
    example: EXAMPLE_CLUSTER,
    remove: ["encryptionConfig"],
  },
];

/** The first rule of each family. */
export const ONE_OF_EACH_FAMILY: readonly RuleId[] = BAD_RESOURCES.filter(
  ({ family }, index) => BAD_RESOURCES.findIndex((other) => other.family === family) === index,
).map(({ rule }) => rule);

/** A bad resource as a program declares it; its name is that of the rule that it breaks. */
export async function badResource(rule: RuleId): Promise<Declared> {
  const bad = BAD_RESOURCES.find((candidate) => candidate.rule === rule) ?? assert.fail(`no bad resource for ${rule}`);
  return declared(changed(await subjectOf(bad), bad), rule);
}

/** The same resource before it is made bad. */
export async function goodResource(rule: RuleId): Promise<Declared> {
  const bad = BAD_RESOURCES.find((candidate) => candidate.rule === rule) ?? assert.fail(`no bad resource for ${rule}`);
  return declared(await subjectOf(bad), rule);
}

async function subjectOf({ type, example }: BadResource): Promise<ResourceState> {
  if (example !== undefined) {
    return { urn: "", type, custom: true, inputs: example, outputs: example, protect: true };
  }
  const found = (await prodResources()).find((resource) => resource.type === type);
  return found ?? assert.fail(`the prod stack declares no ${type}; give an example`);
}

function declared({ type, inputs, protect }: ResourceState, name: string): Declared {
  return { type, name, inputs, protect: protect ?? false };
}

/** The rule after which a resource is named. */
export function nameIn(urn: string | undefined): string {
  return urnParts(urn ?? "").name;
}
