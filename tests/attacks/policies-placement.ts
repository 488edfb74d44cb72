/** A violation stands where no rule on one type alone would look for it. */
import assert from "node:assert/strict";
import { RULES } from "../../policies/catalogue";
import type { RuleId } from "../../policies/catalogue";
import type { ResourceState, WireMap } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../pulumi/wire";
import { asStack } from "../policies/rule-harness";
import { emptyStack } from "../policies/state-changes";
import { ACCOUNT, allow, documentOf } from "../policies/rules/policy-documents";
import { declared, urnOf } from "../policies/rules/stack-resources";
import type { Attack } from "./attack";

/** What is planted, and the rule that has to say so. */
interface Planted extends Pick<Attack, "id" | "attack" | "outcome" | "remains"> {
  readonly resources: readonly ResourceState[];
  readonly rule: RuleId;
  /** What the rule says. @default "fail" */
  readonly found?: "fail" | "undecided";
  /** The property that it names. @default - any */
  readonly property?: string;
}

/** The rule, asked as the pack asks it, says of one of the planted resources what is expected, and nothing worse is missed. */
function planted({ resources, rule: id, found = "fail", property, ...told }: Planted): Attack {
  return {
    ...told,
    class: "policies",
    run: () => {
      const rule = RULES.find((candidate) => candidate.id === id) ?? assert.fail(`there is no rule ${id}`);
      const stack = asStack([...emptyStack(), ...resources]);
      const results =
        rule.kind === "stack"
          ? [rule.check(stack)].flat()
          : rule.types.flatMap((type) => stack.ofToken(type)).flatMap((resource) => rule.check(resource));
      assert.ok(
        results.some(
          (result) =>
            result.status === found &&
            (property === undefined || ("property" in result && result.property === property)),
        ),
        `${id} says ${JSON.stringify(results)}`,
      );
    },
  };
}

const grants = (Action: string | readonly string[], rest: WireMap = {}): string =>
  documentOf({ Effect: "Allow", Action, Resource: "*", ...rest });

const ROLE = "aws:iam/role:Role";
const ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
const POLICY = "aws:iam/policy:Policy";
const BUCKET = "aws:s3/bucket:Bucket";
const PUBLIC = documentOf(allow("*"));
const SHARED_ARN = `arn:aws:iam::${ACCOUNT}:policy/shared`;
const PERMISSION_SET = "arn:aws:sso:::permissionSet/ssoins-1/ps-1";

const shared = (document: string) => declared(POLICY, "shared", { name: "shared", arn: SHARED_ARN, policy: document });
const rolePolicy = (document: string) => [
  declared(ROLE, "worker", { name: "worker", arn: `arn:aws:iam::${ACCOUNT}:role/worker` }),
  declared(ROLE_POLICY, "worker-policy", { role: "worker", policy: document }),
];

const EVIDENCE = [
  declared(BUCKET, "logs", { bucket: "acme-audit", arn: "arn:aws:s3:::acme-audit" }),
  declared("aws:cloudtrail/trail:Trail", "trail", { s3BucketName: "acme-audit" }),
];

const bucketsOf = (letters: string): readonly string[] => Array.from(letters, (letter) => `arn:aws:s3:::${letter}*`);

const modelsOf = (letters: string): readonly string[] =>
  Array.from(letters, (letter) => `arn:aws:bedrock:*::foundation-model/${letter}*`);

export const PLACEMENT_ATTACKS: readonly Attack[] = [
  planted({
    id: "stop-trail-by-user-policy",
    attack: "A user's inline policy allows stopping the trail, where rules look at the policies of roles.",
    outcome: "Every principal is judged with all of its policies, wherever they stand.",
    resources: [
      declared("aws:iam/userPolicy:UserPolicy", "p", { user: "ann", policy: grants("cloudtrail:StopLogging") }),
    ],
    rule: "iam-no-trail-tampering",
  }),
  planted({
    id: "stop-trail-by-group",
    attack: "A group's policy allows deleting the trail, and a membership puts a user into the group.",
    outcome: "A user is judged with the policies of its groups.",
    resources: [
      declared("aws:iam/groupPolicy:GroupPolicy", "p", { group: "staff", policy: grants("cloudtrail:Delete*") }),
      declared("aws:iam/groupMembership:GroupMembership", "m", { group: "staff", users: ["ann"] }),
    ],
    rule: "iam-no-trail-tampering",
  }),
  planted({
    id: "admin-by-permission-set",
    attack: "A permission set of IAM Identity Center allows everything.",
    outcome: "Permission sets are principals like roles and users.",
    resources: [
      declared("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", "p", {
        permissionSetArn: PERMISSION_SET,
        inlinePolicy: grants("*"),
      }),
    ],
    rule: "iam-principal-not-admin",
  }),
  planted({
    id: "admin-policy-by-name-in-permission-set",
    attack:
      "A permission set is given a customer managed policy by its name, which allows redirecting invocation logs.",
    outcome: "The name leads to the policy of the stack, which is judged.",
    resources: [
      shared(grants("bedrock:Put*")),
      declared("aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment", "a", {
        permissionSetArn: PERMISSION_SET,
        customerManagedPolicyReference: { name: "shared" },
      }),
    ],
    rule: "iam-no-invocation-logging-tampering",
  }),
  planted({
    id: "administrator-access-by-exclusive-list",
    attack: "AdministratorAccess stands in the list of all attachments of a role.",
    outcome: "Each way to attach a policy is read, and AWS's own are told by their ARNs.",
    resources: [
      declared("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "a", {
        roleName: "worker",
        policyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"],
      }),
    ],
    rule: "iam-principal-no-broad-managed-policy",
  }),
  planted({
    id: "administrator-access-of-user",
    attack: "AdministratorAccess is attached to a user and a group at once.",
    outcome: "Each way to attach a policy is read, and AWS's own are told by their ARNs.",
    resources: [
      declared("aws:iam/policyAttachment:PolicyAttachment", "a", {
        users: ["ann"],
        groups: ["staff"],
        policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
      }),
    ],
    rule: "iam-principal-no-broad-managed-policy",
  }),
  planted({
    id: "job-function-that-stops-recorder",
    attack: "A role has the AWS managed policy SystemAdministrator, which allows stopping the trail and the recorder.",
    outcome: "The list of broad policies was made by holding AWS's documents against the actions on evidence.",
    resources: [
      declared("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", {
        role: "worker",
        policyArn: "arn:aws:iam::aws:policy/job-function/SystemAdministrator",
      }),
    ],
    rule: "iam-role-no-broad-managed-policy",
  }),
  planted({
    id: "policy-of-another-stack",
    attack:
      "A role is given a customer managed policy that another stack declares, so that nobody sees what it allows.",
    outcome: "The attachment is reported as not judged.",
    remains: "What the policy allows is judged where it is declared; run with --undecided fail to refuse it here.",
    resources: [
      declared("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", { role: "worker", policyArn: SHARED_ARN }),
    ],
    rule: "iam-principal-no-broad-managed-policy",
    found: "undecided",
  }),
  planted({
    id: "unattached-policy",
    attack: "A policy allows deleting locked evidence, and is attached to nobody in this program.",
    outcome: "A policy that nobody has is judged as if anybody had it.",
    resources: [shared(grants("s3:BypassGovernanceRetention"))],
    rule: "iam-no-evidence-deletion",
  }),
  planted({
    id: "inline-on-role-of-another-stack",
    attack: "The program adds a policy to a role that it does not declare, to lift masking.",
    outcome: "The holder is known by the name that the policy gives it.",
    resources: [declared(ROLE_POLICY, "p", { role: "readers", policy: grants("logs:Un*") })],
    rule: "iam-no-unmasking",
  }),
  planted({
    id: "split-actions",
    attack: "Actions are written with a wildcard in the middle and in capitals: KMS:Sche*Deletion.",
    outcome: "Actions are compared as IAM does, in any case and with wildcards anywhere.",
    resources: rolePolicy(grants("KMS:Sche*Deletion")),
    rule: "iam-no-evidence-key-removal",
  }),
  planted({
    id: "not-action-leaves-recorder",
    attack: "A policy allows everything but IAM by NotAction, and so stopping the recorder.",
    outcome: "NotAction allows all that it does not name.",
    resources: rolePolicy(documentOf({ Effect: "Allow", NotAction: "iam:*", Resource: "*" })),
    rule: "iam-no-recorder-tampering",
  }),
  planted({
    id: "evidence-bucket-by-name",
    attack: "A policy allows deleting objects of one named bucket, which happens to be the trail's.",
    outcome:
      "What a trail, a recorder or invocation logging delivers to is known, and held against the resources of a policy.",
    resources: [...EVIDENCE, ...rolePolicy(grants("s3:DeleteObject", { Resource: "arn:aws:s3:::acme-au*/*" }))],
    rule: "iam-no-evidence-deletion",
  }),
  planted({
    id: "every-bucket-by-letters",
    attack: "A policy names every bucket by one pattern for each letter and digit, and no pattern is a star.",
    outcome: "Patterns that together are everything count as everything.",
    resources: rolePolicy(
      grants("s3:DeleteObject", {
        Resource: Array.from("abcdefghijklmnopqrstuvwxyz0123456789", (letter) => `arn:aws:s3:::${letter}*`),
      }),
    ),
    rule: "iam-no-evidence-deletion",
  }),
  planted({
    id: "every-model-by-two-policies",
    attack: "Two policies of one role name the models of one half of the letters each, by different actions.",
    outcome: "All that an identity is allowed counts together, wherever its parts stand.",
    resources: [
      ...rolePolicy(grants("bedrock:Invoke*", { Resource: modelsOf("abcdefghijklm") })),
      declared(ROLE_POLICY, "other-policy", {
        role: "worker",
        policy: grants("bedrock:InvokeModel", { Resource: modelsOf("nopqrstuvwxyz") }),
      }),
    ],
    rule: "iam-no-wildcard-model-invocation",
  }),
  planted({
    id: "every-key-by-digits",
    attack: "A policy names every key by one pattern for each digit that an id can begin with.",
    outcome: "What a name can begin with depends on the service that gives it: the ids of keys are hexadecimal.",
    resources: rolePolicy(
      grants("kms:ScheduleKeyDeletion", {
        Resource: Array.from("0123456789abcdef", (digit) => `arn:aws:kms:*:${ACCOUNT}:key/${digit}*`),
      }),
    ),
    rule: "iam-no-evidence-key-removal",
  }),
  planted({
    id: "wildcard-over-segments",
    attack:
      "A resource has a wildcard in the place of the service and of its colons, so that no part of the ARN can be compared.",
    outcome: "A wildcard reaches beyond colons, as it does in IAM.",
    resources: [...EVIDENCE, ...rolePolicy(grants("s3:DeleteObject", { Resource: "arn:aws:s3*acme-audit/*" }))],
    rule: "iam-no-evidence-deletion",
  }),
  planted({
    id: "deny-in-another-account",
    attack: "A policy allows stopping every trail, and refuses it for the trails of an account that is not the role's.",
    outcome: "A Deny counts only where it takes in what the holder can reach.",
    resources: rolePolicy(
      documentOf(
        { Effect: "Allow", Action: "cloudtrail:*", Resource: "*" },
        { Effect: "Deny", Action: "cloudtrail:*", Resource: "arn:aws:cloudtrail:*:444455556666:trail/*" },
      ),
    ),
    rule: "iam-no-trail-tampering",
  }),
  planted({
    id: "deny-of-all-but-every-letter",
    attack: "A Deny leaves out one pattern for each letter that the name of a bucket can begin with.",
    outcome: "What a Deny leaves out is compared like what an Allow names: all of it together.",
    resources: rolePolicy(
      documentOf(
        { Effect: "Allow", Action: "s3:*", Resource: "*" },
        {
          Effect: "Deny",
          Action: "s3:*",
          NotResource: bucketsOf("abcdefghijklmnopqrstuvwxyz0123456789"),
        },
      ),
    ),
    rule: "iam-no-evidence-deletion",
  }),
  planted({
    id: "unattached-policy-that-leaves-roles-out",
    attack: "A policy that is attached to nobody here refuses its own actions to all but roles, which will have it.",
    outcome: "A policy's own ARN is nobody's, so that the Deny is not taken for a refusal of the policy's holders.",
    resources: [
      shared(
        documentOf(
          { Effect: "Allow", Action: "cloudtrail:StopLogging", Resource: "*" },
          {
            Effect: "Deny",
            Action: "*",
            Resource: "*",
            Condition: { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/*` } },
          },
        ),
      ),
    ],
    rule: "iam-no-trail-tampering",
    found: "undecided",
    remains: "Who has the policy is not known here; run with --undecided fail to refuse it.",
  }),
  planted({
    id: "deny-that-leaves-itself-out",
    attack:
      "A Deny refuses stopping the trail to all but break-glass principals, and names the role itself among them.",
    outcome: "A Deny counts only for a holder that it refuses.",
    resources: rolePolicy(
      documentOf(
        { Effect: "Allow", Action: "cloudtrail:*", Resource: "*" },
        {
          Effect: "Deny",
          Action: "cloudtrail:*",
          Resource: "*",
          Condition: { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/*` } },
        },
      ),
    ),
    rule: "iam-no-trail-tampering",
  }),
  planted({
    id: "every-model",
    attack: "A role may invoke every foundation model, by a pattern of its ARN.",
    outcome: "Permissions to invoke models have to name them.",
    resources: rolePolicy(grants("bedrock:InvokeModel*", { Resource: "arn:aws:bedrock:*::foundation-model/*" })),
    rule: "iam-no-wildcard-model-invocation",
  }),
  planted({
    id: "key-policy-apart",
    attack: "The key has a good policy, and a resource of its own replaces it by one that is open to everyone.",
    outcome: "Key policies apart from keys are judged like those on keys.",
    resources: [declared("aws:kms/keyPolicy:KeyPolicy", "p", { keyId: "k", policy: PUBLIC })],
    rule: "iam-resource-policy-not-public",
  }),
  planted({
    id: "replica-key-open",
    attack: "A replica of the key in another region is open to everyone.",
    outcome: "Replicas and external keys are judged like keys.",
    resources: [declared("aws:kms/replicaKey:ReplicaKey", "k", { primaryKeyArn: "k", policy: PUBLIC })],
    rule: "iam-resource-policy-not-public",
  }),
  planted({
    id: "grant-to-another-account",
    attack: "A grant lets another account decrypt with the key, past its policy.",
    outcome: "Grants are for principals of the key's own account.",
    resources: [
      declared("aws:kms/grant:Grant", "g", {
        keyId: `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`,
        granteePrincipal: "arn:aws:iam::444455556666:root",
        operations: ["Decrypt"],
      }),
    ],
    rule: "kms-grant-own-account",
  }),
  planted({
    id: "access-point-open",
    attack: "An access point opens the bucket to everyone, whose own policy is good.",
    outcome: "Policies of access points are judged like those of buckets.",
    resources: [declared("aws:s3control/accessPointPolicy:AccessPointPolicy", "p", { policy: PUBLIC })],
    rule: "iam-resource-policy-not-public",
  }),
  planted({
    id: "bucket-of-older-type",
    attack: "The bucket is a BucketV2, which makes the same bucket and is of no type that the rules name.",
    outcome: "The provider's older types are judged like the current ones.",
    resources: [
      declared(
        "aws:s3/bucketV2:BucketV2",
        "b",
        { bucket: "b", acl: "public-read" },
        { propertyDependencies: { bucket: [], acl: [] } },
      ),
    ],
    rule: "s3-bucket-acl-not-public",
  }),
  planted({
    id: "bucket-acl-apart",
    attack: "An ACL of its own lets everyone read the bucket.",
    outcome: "ACLs that let in anybody but the owner are refused.",
    resources: [declared("aws:s3/bucketAcl:BucketAcl", "a", { bucket: "b", acl: "public-read" })],
    rule: "s3-bucket-acl-not-public",
  }),
  planted({
    id: "bucket-policy-inline",
    attack: "The bucket has a good BucketPolicy, and an argument policy on itself that is open to everyone.",
    outcome: "What stands on the bucket itself is judged there.",
    resources: [
      declared(BUCKET, "b", { bucket: "b", policy: PUBLIC }, { propertyDependencies: { bucket: [], policy: [] } }),
    ],
    rule: "s3-bucket-policy-not-public",
  }),
  planted({
    id: "second-lifecycle",
    attack: "A second lifecycle of the same bucket, which expires everything in a day, replaces the good one.",
    outcome: "Two resources for one part of a bucket are refused.",
    resources: [
      declared(BUCKET, "b", { bucket: "b" }),
      ...[3650, 1].map((days) =>
        declared("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", `keep-${days}`, {
          bucket: "b",
          rules: [{ status: "Enabled", expiration: { days } }],
        }),
      ),
    ],
    rule: "s3-bucket-parts-declared-once",
  }),
  planted({
    id: "topic-policy-inline-and-apart",
    attack: "A topic has a policy as its own argument, which the policy apart from it replaces, or is replaced by.",
    outcome: "What the program gave the topic itself counts as one of the two.",
    resources: [
      declared(
        "aws:sns/topic:Topic",
        "t",
        { arn: "arn:aws:sns:eu-central-1:111122223333:t", policy: PUBLIC },
        { propertyDependencies: { policy: [] } },
      ),
      declared("aws:sns/topicPolicy:TopicPolicy", "p", {
        arn: "arn:aws:sns:eu-central-1:111122223333:t",
        policy: "{}",
      }),
    ],
    rule: "iam-resource-policy-declared-once",
  }),
  planted({
    id: "overlapping-lifecycle-rule",
    attack: "Beside the good lifecycle rule, a second one for the whole bucket expires everything in a day.",
    outcome: "Where rules overlap, the shortest counts, as it does for S3.",
    resources: [
      declared("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "l", {
        bucket: "b",
        rules: [
          {
            status: "Enabled",
            expiration: { days: 400 },
            noncurrentVersionExpiration: { noncurrentDays: 90 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
          { status: "Enabled", filter: { prefix: "" }, expiration: { days: 1 } },
        ],
      }),
    ],
    rule: "s3-bucket-lifecycle-bounded",
  }),
  planted({
    id: "lifecycle-for-the-delivered-folder",
    attack: "Beside the good lifecycle rule, one for the folder AWSLogs/ alone expires in a day what Bedrock delivers.",
    outcome: "A rule that takes in what a service delivers is held to the period that its evidence has to stay.",
    resources: [
      declared(BUCKET, "b", { bucket: "b" }),
      declared("aws:bedrockmodel/invocationLoggingConfiguration:InvocationLoggingConfiguration", "logging", {
        loggingConfig: { s3Config: { bucketName: "b" } },
      }),
      declared("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "l", {
        bucket: "b",
        rules: [
          { status: "Enabled", expiration: { days: 400 } },
          { status: "Enabled", filter: { prefix: "AWSLogs/" }, expiration: { days: 1 } },
        ],
      }),
    ],
    rule: "bedrock-invocation-logging-retention",
    property: "loggingConfig.s3Config.bucketName",
  }),
  planted({
    id: "companion-of-another-bucket",
    attack: "Every protection of the bucket names another one, whose name is made of the bucket's own.",
    outcome: "A reference counts only where the value is an identity of the bucket, or holds one whole.",
    resources: [
      declared(BUCKET, "b", { bucket: "b" }),
      ...[
        "PublicAccessBlock",
        "ServerSideEncryptionConfiguration",
        "Versioning",
        "LifecycleConfiguration",
        "Logging",
      ].map((part) => declared(`aws:s3/bucket${part}:Bucket${part}`, part, { bucket: "b" })),
      declared(
        "aws:s3/bucketPolicy:BucketPolicy",
        "p",
        { bucket: "b-copy", policy: "{}" },
        { propertyDependencies: { bucket: [urnOf(BUCKET, "b")] } },
      ),
    ],
    rule: "s3-bucket-hardening-complete",
    property: "policy",
  }),
  planted({
    id: "aws-managed-key-behind-look-up",
    attack: "The key of the log group is looked up by alias/aws/logs, so that its name is nowhere in the program.",
    outcome: "A key that comes from a look-up is reported as undecided.",
    remains: "Before the update nobody can tell which key it is; run with --undecided fail, or have the key named.",
    resources: [declared("aws:cloudwatch/logGroup:LogGroup", "g", { kmsKeyId: UNKNOWN_VALUE })],
    rule: "kms-key-reference-known",
    found: "undecided",
  }),
  planted({
    id: "queue-policy-apart",
    attack: "A queue's policy lets everyone read what the alarms say.",
    outcome: "Queue policies are judged, on the queue and apart from it.",
    resources: [declared("aws:sqs/queuePolicy:QueuePolicy", "p", { queueUrl: "q", policy: PUBLIC })],
    rule: "iam-resource-policy-not-public",
  }),
  planted({
    id: "topic-policy-inline",
    attack: "The topic's policy stands on the topic itself, and is open to everyone.",
    outcome: "Topic policies are judged, on the topic and apart from it.",
    resources: [declared("aws:sns/topic:Topic", "t", { policy: PUBLIC })],
    rule: "iam-resource-policy-not-public",
  }),
  planted({
    id: "alarm-on-metric-that-nobody-writes",
    attack: "The alarm watches a metric whose name differs by a letter from the one that the filter writes.",
    outcome: "An alarm in the namespace of a metric filter has to watch a metric that one writes.",
    remains: "Whether a filter's pattern ever matches is not judged.",
    resources: [
      declared("aws:cloudwatch/logMetricFilter:LogMetricFilter", "f", {
        metricTransformation: { namespace: "Security", name: "TrailStopped" },
      }),
      declared("aws:cloudwatch/metricAlarm:MetricAlarm", "a", { namespace: "Security", metricName: "TrailStoped" }),
    ],
    rule: "cloudwatch-alarm-can-go-off",
  }),
  planted({
    id: "filter-in-other-letters",
    attack:
      "A metric filter counts the events whose $.eventname is StopLogging; no record of CloudTrail has such a field.",
    outcome: "A pattern that names a field of CloudTrail in other letters fails.",
    resources: [
      declared("aws:cloudwatch/logMetricFilter:LogMetricFilter", "f", { pattern: "{ $.eventname = StopLogging }" }),
    ],
    rule: "cloudwatch-metric-filter-can-match",
  }),
  planted({
    id: "filter-that-contradicts-itself",
    attack: "A metric filter asks for two calls at once, where it means either.",
    outcome: "A pattern that no event can meet fails.",
    remains: "A pattern that events could meet, and do not in fact, is not told from one that they do.",
    resources: [
      declared("aws:cloudwatch/logMetricFilter:LogMetricFilter", "f", {
        pattern: "{ $.eventName = StopLogging && $.eventName = DeleteTrail }",
      }),
    ],
    rule: "cloudwatch-metric-filter-can-match",
  }),
  planted({
    id: "event-rule-without-read-only-calls",
    attack: "An EventBridge rule alerts on calls of models, in the state that keeps read-only calls away.",
    outcome: "A rule that may not get what its pattern asks for is undecided; one on other read-only calls fails.",
    resources: [
      declared("aws:cloudwatch/eventRule:EventRule", "r", {
        eventPattern: JSON.stringify({
          "detail-type": ["AWS API Call via CloudTrail"],
          detail: { eventSource: ["bedrock.amazonaws.com"], eventName: ["InvokeModel", "Converse"] },
        }),
      }),
    ],
    rule: "cloudwatch-event-rule-can-match",
    found: "undecided",
    property: "state",
  }),
  planted({
    id: "element-twice",
    attack: "A bucket's policy names the effect of a statement twice, Allow and then Deny, and a check reads the last.",
    outcome: "A document in which a name stands twice says nothing certain, and fails.",
    resources: [
      declared("aws:s3/bucketPolicy:BucketPolicy", "p", {
        bucket: "b",
        policy: '{"Statement":{"Effect":"Allow","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}}',
      }),
    ],
    rule: "s3-bucket-policy-not-public",
  }),
  planted({
    id: "provider-of-a-simulator",
    attack:
      "The evidence is declared through a provider whose endpoints are those of a simulator, so that nothing of it is ever in AWS.",
    outcome: "A provider with an endpoint that is none of AWS fails.",
    remains:
      "An endpoint that the environment of the update names is not declared. Deploy in an environment of your own.",
    resources: [
      declared("pulumi:providers:aws", "p", { endpoints: JSON.stringify([{ cloudtrail: "http://localhost:4566" }]) }),
    ],
    rule: "providers-aws-endpoints",
  }),
  planted({
    id: "bucket-by-cloud-control",
    attack: "A public bucket is declared through Cloud Control, whose properties no rule reads.",
    outcome: "A resource of a type that can hold the same is named as not judged.",
    remains: "It is an advisory; run with --undecided fail to refuse such resources.",
    resources: [
      declared("aws:cloudcontrol/resource:Resource", "b", { typeName: "AWS::S3::Bucket", desiredState: "{}" }),
    ],
    rule: "providers-equivalents-not-judged",
    found: "undecided",
  }),
  planted({
    id: "command-that-stops-trail",
    attack: "A command resource runs the AWS CLI at the update and stops the trail.",
    outcome: "A resource that runs what it likes is named as not judged.",
    remains: "It is an advisory; run with --undecided fail to refuse such resources.",
    resources: [declared("command:local:Command", "c", { create: "aws cloudtrail stop-logging --name t" })],
    rule: "providers-equivalents-not-judged",
    found: "undecided",
  }),
  planted({
    id: "dynamic-resource-as-own-flag",
    attack: "A dynamic resource that does something else poses as the flag of this project's component.",
    outcome: "Only a resource with a region and a truth value below the component is taken for the flag.",
    remains:
      "The code of a dynamic resource is not read: one with the same inputs passes. Run the update as a role that may do no more.",
    resources: [
      declared("ai-governance-baseline:index:InvocationLogging", "logging", {}),
      declared(
        "pulumi-nodejs:dynamic:Resource",
        "logging-audio",
        { region: "us-east-1", enabled: true, command: "stop" },
        { parent: urnOf("ai-governance-baseline:index:InvocationLogging", "logging") },
      ),
    ],
    rule: "providers-equivalents-not-judged",
    found: "undecided",
  }),
];
