/** The IAM action and resource of a call to AWS, as far as a policy can be held against them. */
import type { FrontCall } from "./front";

export interface CalledAction {
  readonly action: string;
  /** ARN; absent where the call does not name its resource. */
  readonly resource?: string;
}

/** The prefix of a service's actions, where its signature has another. */
const PREFIXES: Readonly<Record<string, string>> = { monitoring: "cloudwatch" };

/** How S3's API calls the parts of a bucket in a query, and IAM in its actions. */
const BUCKET_PARTS: Readonly<Record<string, string>> = {
  accelerate: "AccelerateConfiguration",
  acl: "BucketAcl",
  cors: "BucketCORS",
  encryption: "EncryptionConfiguration",
  lifecycle: "LifecycleConfiguration",
  location: "BucketLocation",
  logging: "BucketLogging",
  notification: "BucketNotification",
  "object-lock": "BucketObjectLockConfiguration",
  ownershipControls: "BucketOwnershipControls",
  policy: "BucketPolicy",
  publicAccessBlock: "BucketPublicAccessBlock",
  replication: "ReplicationConfiguration",
  requestPayment: "BucketRequestPayment",
  tagging: "BucketTagging",
  versioning: "BucketVersioning",
  website: "BucketWebsite",
};

/** Parts whose removal has an action of its own; the others are removed with the permission to put them. */
const REMOVED_BY_DELETE = ["policy"];

export function calledAction({ service, operation, method, url, body, region }: FrontCall): CalledAction {
  if (service === "s3") {
    return bucketAction(method, new URL(url, "http://localhost"));
  }
  const action = `${PREFIXES[service] ?? service}:${byPath(service, method, url) ?? operation}`;
  const resource = RESOURCES[service]?.(body, region);
  return resource === undefined ? { action } : { action, resource };
}

type Paths = readonly (readonly [path: RegExp, methods: Readonly<Record<string, string>>])[];

const TAGS: Paths[number] = [/^\/tags\//, { GET: "ListTagsForResource", POST: "TagResource", DELETE: "UntagResource" }];

/** Services that are called by methods on paths. */
const PATHS: Readonly<Record<string, Paths>> = {
  "access-analyzer": [
    [/^\/analyzer$/, { GET: "ListAnalyzers", PUT: "CreateAnalyzer" }],
    [/^\/analyzer\/[^/]+$/, { GET: "GetAnalyzer", PUT: "UpdateAnalyzer", DELETE: "DeleteAnalyzer" }],
    TAGS,
  ],
  bedrock: [
    [
      /^\/logging\/modelinvocations$/,
      {
        GET: "GetModelInvocationLoggingConfiguration",
        PUT: "PutModelInvocationLoggingConfiguration",
        DELETE: "DeleteModelInvocationLoggingConfiguration",
      },
    ],
    [/^\/guardrails\/?$/, { GET: "ListGuardrails", POST: "CreateGuardrail" }],
    [
      /^\/guardrails\/[^/]+$/,
      { GET: "GetGuardrail", POST: "CreateGuardrailVersion", PUT: "UpdateGuardrail", DELETE: "DeleteGuardrail" },
    ],
    [/^\/listTagsForResource$/, { POST: "ListTagsForResource" }],
    [/^\/tagResource$/, { POST: "TagResource" }],
    [/^\/untagResource$/, { POST: "UntagResource" }],
  ],
  guardduty: [
    [/^\/detector$/, { GET: "ListDetectors", POST: "CreateDetector" }],
    [/^\/detector\/[^/]+$/, { GET: "GetDetector", POST: "UpdateDetector", DELETE: "DeleteDetector" }],
    TAGS,
  ],
  inspector2: [
    [/^\/enable$/, { POST: "Enable" }],
    [/^\/disable$/, { POST: "Disable" }],
    [/^\/status\/batch\/get$/, { POST: "BatchGetAccountStatus" }],
  ],
  account: [
    [/^\/putAlternateContact$/, { POST: "PutAlternateContact" }],
    [/^\/getAlternateContact$/, { POST: "GetAlternateContact" }],
    [/^\/deleteAlternateContact$/, { POST: "DeleteAlternateContact" }],
  ],
  lambda: [
    [/^\/2015-03-31\/functions$/, { GET: "ListFunctions", POST: "CreateFunction" }],
    [/^\/2015-03-31\/functions\/[^/]+$/, { GET: "GetFunction", DELETE: "DeleteFunction" }],
    [
      /^\/2015-03-31\/functions\/[^/]+\/configuration$/,
      { GET: "GetFunctionConfiguration", PUT: "UpdateFunctionConfiguration" },
    ],
    [/^\/2015-03-31\/functions\/[^/]+\/code$/, { PUT: "UpdateFunctionCode" }],
    [/^\/2015-03-31\/functions\/[^/]+\/versions$/, { GET: "ListVersionsByFunction", POST: "PublishVersion" }],
    [/^\/2015-03-31\/functions\/[^/]+\/policy$/, { GET: "GetPolicy", POST: "AddPermission" }],
    [/^\/2015-03-31\/functions\/[^/]+\/policy\/[^/]+$/, { DELETE: "RemovePermission" }],
    [
      /^\/2017-10-31\/functions\/[^/]+\/concurrency$/,
      { PUT: "PutFunctionConcurrency", DELETE: "DeleteFunctionConcurrency" },
    ],
    [/^\/2019-09-30\/functions\/[^/]+\/concurrency$/, { GET: "GetFunctionConcurrency" }],
    [/^\/2020-06-30\/functions\/[^/]+\/code-signing-config$/, { GET: "GetFunctionCodeSigningConfig" }],
    [/^\/2017-03-31\/tags\//, { GET: "ListTags", POST: "TagResource", DELETE: "UntagResource" }],
  ],
  backup: [
    [/^\/backup-vaults$/, { GET: "ListBackupVaults" }],
    [/^\/backup-vaults\/[^/]+$/, { GET: "DescribeBackupVault", PUT: "CreateBackupVault", DELETE: "DeleteBackupVault" }],
    [
      /^\/backup-vaults\/[^/]+\/access-policy$/,
      {
        GET: "GetBackupVaultAccessPolicy",
        PUT: "PutBackupVaultAccessPolicy",
        DELETE: "DeleteBackupVaultAccessPolicy",
      },
    ],
    [
      /^\/backup-vaults\/[^/]+\/vault-lock$/,
      { PUT: "PutBackupVaultLockConfiguration", DELETE: "DeleteBackupVaultLockConfiguration" },
    ],
    [/^\/backup\/plans\/?$/, { GET: "ListBackupPlans", PUT: "CreateBackupPlan" }],
    [/^\/backup\/plans\/[^/]+\/?$/, { GET: "GetBackupPlan", POST: "UpdateBackupPlan", DELETE: "DeleteBackupPlan" }],
    [/^\/backup\/plans\/[^/]+\/selections\/?$/, { GET: "ListBackupSelections", PUT: "CreateBackupSelection" }],
    [/^\/backup\/plans\/[^/]+\/selections\/[^/]+$/, { GET: "GetBackupSelection", DELETE: "DeleteBackupSelection" }],
    [/^\/tags\//, { GET: "ListTags", POST: "TagResource" }],
    [/^\/untag\//, { POST: "UntagResource" }],
  ],
  macie2: [
    [/^\/macie$/, { GET: "GetMacieSession", POST: "EnableMacie", PATCH: "UpdateMacieSession", DELETE: "DisableMacie" }],
    [/^\/jobs$/, { POST: "CreateClassificationJob" }],
    [/^\/jobs\/list$/, { POST: "ListClassificationJobs" }],
    [/^\/jobs\/[^/]+$/, { GET: "DescribeClassificationJob", PATCH: "UpdateClassificationJob" }],
    [
      /^\/classification-export-configuration$/,
      { GET: "GetClassificationExportConfiguration", PUT: "PutClassificationExportConfiguration" },
    ],
  ],
  securityhub: [
    [
      /^\/accounts$/,
      {
        GET: "DescribeHub",
        POST: "EnableSecurityHub",
        PATCH: "UpdateSecurityHubConfiguration",
        DELETE: "DisableSecurityHub",
      },
    ],
    [/^\/standards\/register$/, { POST: "BatchEnableStandards" }],
    [/^\/standards\/deregister$/, { POST: "BatchDisableStandards" }],
    [/^\/standards\/get$/, { POST: "GetEnabledStandards" }],
  ],
};

function byPath(service: string, method: string, url: string): string | undefined {
  const { pathname } = new URL(url, "http://localhost");
  return PATHS[service]?.find(([form]) => form.test(pathname))?.[1][method];
}

function bucketAction(method: string, { pathname, searchParams }: URL): CalledAction {
  const [, bucket = ""] = pathname.split("/");
  const resource = `arn:aws:s3:::${bucket}`;
  const part = Object.keys(BUCKET_PARTS).find((name) => searchParams.has(name));
  if (part === undefined) {
    const whole: Readonly<Record<string, string>> = { PUT: "s3:CreateBucket", DELETE: "s3:DeleteBucket" };
    return { action: whole[method] ?? "s3:ListBucket", resource };
  }
  const verb = method === "GET" ? "Get" : method === "DELETE" && REMOVED_BY_DELETE.includes(part) ? "Delete" : "Put";
  return { action: `s3:${verb}${BUCKET_PARTS[part] ?? ""}`, resource };
}

const ACCOUNT = "111122223333";

/** Where a call names its resource. */
const RESOURCES: Readonly<Record<string, (body: string, region: string) => string | undefined>> = {
  iam: (body) => named(query(body, "RoleName"), (name) => `arn:aws:iam::${ACCOUNT}:role/${pathOf(name)}${name}`),
  sns: (body, region) =>
    query(body, "TopicArn") ?? named(query(body, "Name"), (name) => `arn:aws:sns:${region}:${ACCOUNT}:${name}`),
  logs: (body, region) =>
    named(json(body, "logGroupName"), (name) => {
      const group = `arn:aws:logs:${region}:${ACCOUNT}:log-group:${name}`;
      const stream = json(body, "logStreamName");
      return stream === undefined ? group : `${group}:log-stream:${stream}`;
    }),
  cloudtrail: (body, region) =>
    named(json(body, "Name") ?? json(body, "TrailName"), (name) =>
      name.startsWith("arn:") ? name : `arn:aws:cloudtrail:${region}:${ACCOUNT}:trail/${name}`,
    ),
};

/** IAM is asked for a service-linked role by its name, and judges by its ARN, which has a path. */
function pathOf(role: string): string {
  return role.startsWith("AWSServiceRoleFor") ? "aws-service-role/config.amazonaws.com/" : "";
}

function named(name: string | undefined, arn: (name: string) => string): string | undefined {
  return name === undefined ? undefined : arn(name);
}

function query(body: string, name: string): string | undefined {
  return new URLSearchParams(body).get(name) ?? undefined;
}

function json(body: string, name: string): string | undefined {
  const value = (JSON.parse(body === "" ? "{}" : body) as Readonly<Record<string, unknown>>)[name]; // an object, by protocol
  return typeof value === "string" ? value : undefined;
}
