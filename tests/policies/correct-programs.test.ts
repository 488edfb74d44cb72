/** What AWS's own pages recommend, in the forms that a careless rule would refuse: no mandatory rule fails any of it. */
import assert from "node:assert/strict";
import { RULES } from "../../policies/catalogue";
import type { ResourceState, WireMap } from "../../pulumi/stack-state";
import { asInputs, asStack } from "./rule-harness";
import { ACCOUNT, documentOf } from "./rules/policy-documents";
import { declared } from "./rules/stack-resources";
import { emptyStack } from "./state-changes";

const ROLE = "aws:iam/role:Role";
const ISSUER = "oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E";

/** "RULE on PROPERTY" for each failure of a mandatory rule. */
function failures(...resources: readonly ResourceState[]): readonly string[] {
  const stack = asStack([...emptyStack(), ...resources]);
  const present = new Set(stack.resources.map(({ type }) => type));
  return RULES.filter(
    ({ enforcementLevel, types }) => enforcementLevel !== "advisory" && types.some((type) => present.has(type)),
  ).flatMap((rule) =>
    (rule.kind === "stack"
      ? [rule.check(stack)].flat()
      : resources.filter(({ type }) => rule.types.includes(type)).flatMap((resource) => rule.check(asInputs(resource)))
    ).flatMap((result) => (result.status === "fail" ? [`${rule.id} on ${result.property}: ${result.message}`] : [])),
  );
}

const role = (statement: WireMap): ResourceState =>
  declared(ROLE, "workload", { name: "workload", assumeRolePolicy: documentOf({ Effect: "Allow", ...statement }) });

const part = (name: string, properties: WireMap): ResourceState =>
  declared(`aws:s3/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`, name, { bucket: "b", ...properties });

/** A bucket with all that it needs and the ownership that S3 gives a new one. */
const bucket = (sseAlgorithm: string, ...statements: readonly WireMap[]): readonly ResourceState[] => [
  declared("aws:s3/bucket:Bucket", "b", { bucket: "b", arn: "arn:aws:s3:::b" }),
  part("BucketPublicAccessBlock", {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  }),
  part("BucketServerSideEncryptionConfiguration", {
    rules: [
      {
        applyServerSideEncryptionByDefault: {
          sseAlgorithm,
          ...(sseAlgorithm === "AES256" ? {} : { kmsMasterKeyId: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1` }),
        },
        bucketKeyEnabled: true,
      },
    ],
  }),
  part("BucketVersioning", { versioningConfiguration: { status: "Enabled" } }),
  part("BucketLifecycleConfiguration", {
    rules: [
      {
        status: "Enabled",
        expiration: { days: 400 },
        noncurrentVersionExpiration: { noncurrentDays: 90 },
        abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
      },
    ],
  }),
  part("BucketPolicy", {
    policy: documentOf(
      {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: ["arn:aws:s3:::b", "arn:aws:s3:::b/*"],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
      ...statements,
    ),
  }),
];

const DELIVERS = { Effect: "Allow", Action: "s3:PutObject", Resource: `arn:aws:s3:::b/AWSLogs/${ACCOUNT}/*` };

describe("what is right", () => {
  it("is a bucket with SSE-S3 into which a load balancer of an older region delivers", () => {
    const access = { ...DELIVERS, Principal: { AWS: "arn:aws:iam::054676820928:root" } };
    assert.deepEqual(failures(...bucket("AES256", access)), []);
  });

  it("is a bucket with SSE-S3 into which a load balancer delivers as a service", () => {
    const access = {
      ...DELIVERS,
      Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      Condition: {
        ArnLike: { "aws:SourceArn": `arn:aws:elasticloadbalancing:eu-central-1:${ACCOUNT}:loadbalancer/*` },
      },
    };
    assert.deepEqual(failures(...bucket("AES256", access)), []);
  });

  it("is a bucket with SSE-S3 that a load balancer of the stack names", () => {
    const balancer = declared("aws:lb/loadBalancer:LoadBalancer", "lb", { accessLogs: { bucket: "b", enabled: true } });
    assert.deepEqual(failures(...bucket("AES256"), balancer), []);
  });

  it("is not a bucket with SSE-S3 that keeps the trail as well", () => {
    const access = { ...DELIVERS, Principal: { AWS: "arn:aws:iam::054676820928:root" } };
    const trail = declared("aws:cloudtrail/trail:Trail", "t", { s3BucketName: "b" });
    assert.ok(
      failures(...bucket("AES256", access), trail).some((failure) =>
        failure.startsWith("s3-bucket-sse-s3-for-access-logs-only"),
      ),
    );
  });

  it("is the role of a service account, for one issuer, audience and subject", () => {
    const trust = {
      Principal: { Federated: `arn:aws:iam::${ACCOUNT}:oidc-provider/${ISSUER}` },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: {
          [`${ISSUER}:sub`]: "system:serviceaccount:jobs:worker",
          [`${ISSUER}:aud`]: "sts.amazonaws.com",
        },
      },
    };
    assert.deepEqual(failures(role(trust)), []);
  });

  it("is the role of a pod identity, in the form of AWS's page", () => {
    const trust = { Principal: { Service: "pods.eks.amazonaws.com" }, Action: ["sts:AssumeRole", "sts:TagSession"] };
    assert.deepEqual(failures(role(trust)), []);
  });

  it("is a bucket that one distribution reads by its origin access control", () => {
    const access = {
      Effect: "Allow",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::b/*",
      Condition: { StringEquals: { "AWS:SourceArn": `arn:aws:cloudfront::${ACCOUNT}:distribution/EDFDVBD6EXAMPLE` } },
    };
    const others = failures(...bucket("aws:kms", access)).filter((failure) => !failure.includes("BucketLogging"));
    assert.deepEqual(others, []);
  });

  it("is a role that works on its own bucket, queue and model", () => {
    const policy = documentOf(
      {
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
        Resource: "arn:aws:s3:::jobs-data/*",
      },
      { Effect: "Allow", Action: "sqs:*", Resource: `arn:aws:sqs:eu-central-1:${ACCOUNT}:jobs` },
      {
        Effect: "Allow",
        Action: "bedrock:InvokeModel",
        Resource: "arn:aws:bedrock:*::foundation-model/amazon.nova-pro-v1:0",
      },
      { Effect: "Allow", Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: "*" },
    );
    assert.deepEqual(failures(declared("aws:iam/rolePolicy:RolePolicy", "p", { role: "jobs", policy })), []);
  });

  it("is a wide Allow beneath a Deny of what takes evidence away", () => {
    const policy = documentOf(
      { Effect: "Allow", Action: ["cloudtrail:*", "config:*"], Resource: "*" },
      {
        Effect: "Deny",
        NotAction: ["cloudtrail:Get*", "cloudtrail:Describe*", "config:Get*", "config:Describe*"],
        Resource: "*",
      },
    );
    const found = failures(declared("aws:iam/userPolicy:UserPolicy", "p", { user: "auditor", policy }));
    assert.deepEqual(found, []);
  });
});
