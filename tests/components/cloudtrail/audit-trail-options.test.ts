import assert from "node:assert/strict";

import { type AuditTrailArgs, resolveAuditTrail } from "../../../components/cloudtrail/audit-trail";

const KEY = { existing: { arn: "arn:aws:kms:eu-central-1:123456789012:key/1" } };
const BUCKET = { existing: { name: "company-trail" } };
const LOG_GROUP = {
  existing: { name: "/company/trail", arn: "arn:aws:logs:eu-central-1:123456789012:log-group:/company/trail" },
};
const TOPIC = { existing: { arn: "arn:aws:sns:eu-central-1:123456789012:company" } };

describe("The options of an AuditTrail", () => {
  it("may all be left out, and are complete then", () => {
    const { selectors: _selectors, ...options } = resolveAuditTrail("audit", {});
    assert.deepEqual(options, {
      trailName: "audit",
      dataTrailName: undefined,
      organization: undefined,
      key: undefined,
      logFileKey: undefined,
      bucket: undefined,
      logGroup: undefined,
      logDeliveryRole: undefined,
      topic: undefined,
      subscribers: [],
      auditRetention: 400,
      bucketRetentionDays: 2557,
      bucketStorageClasses: [],
      objectLock: undefined,
      insights: ["ApiCallRateInsight", "ApiErrorRateInsight"],
      readers: [],
    });
  });

  for (const auditRetention of [365, 3653] as const) {
    it(`may keep events for ${auditRetention} days`, () => {
      assert.equal(resolveAuditTrail("audit", { auditRetention }).auditRetention, auditRetention);
    });
  }

  it("are told by their own path what is wrong with the retention of events", () => {
    assert.throws(() => resolveAuditTrail("audit", { auditRetention: 180 }), {
      message: /^AuditTrail "audit": auditRetention is 180\. Allowed: 365, 400, /,
    });
  });

  it("may lock log files for exactly as long as the bucket keeps them", () => {
    resolveAuditTrail("audit", { bucketRetentionDays: 400, objectLock: { mode: "COMPLIANCE", days: 400 } });
  });

  it("may keep log files for any whole number of days when they are not locked", () => {
    resolveAuditTrail("audit", { bucketRetentionDays: 1, objectLock: "none" });
  });

  for (const trailName of ["abc", "a.b-c_d", "a".repeat(128)]) {
    it(`may name the trail ${trailName.slice(0, 10)} (${trailName.length} characters)`, () => {
      resolveAuditTrail("audit", { trailName });
    });
  }

  for (const trailName of ["ab", "a".repeat(129), "-abc", "abc.", "a..b", "a b c", ""]) {
    it(`may not name the trail ${JSON.stringify(trailName.slice(0, 10))} (${trailName.length} characters)`, () => {
      assert.throws(() => resolveAuditTrail("audit", { trailName }), {
        message: `AuditTrail "audit": trailName is ${JSON.stringify(trailName)}. Allowed: 3 to 128 letters, digits and single . _ - between them. Choose a name of that form.`,
      });
    });
  }

  const refused: readonly [string, AuditTrailArgs, string][] = [
    [
      "retention one day shorter than the lock",
      { bucketRetentionDays: 364 },
      "bucketRetentionDays is 364. Allowed: 365 days (objectLock.days) or more. Raise bucketRetentionDays or lower objectLock.days: an object cannot expire while it is locked.",
    ],
    [
      "half a day",
      { bucketRetentionDays: 400.5 },
      "bucketRetentionDays is 400.5. Allowed: a whole number of days from 1 to 36500. Set bucketRetentionDays to a value in that range, or leave it out for the default.",
    ],
    [
      "an organization's id of another form",
      { organization: { id: "r-abcd", managementAccountId: "123456789012" } },
      'organization.id is "r-abcd". Allowed: o- and 10 to 32 lower-case letters and digits. Take the id that AWS Organizations shows.',
    ],
    [
      "an account id of eleven digits",
      { organization: { id: "o-abcdefghij", managementAccountId: "12345678901" } },
      'organization.managementAccountId is "12345678901". Allowed: twelve digits. Take the id of the organization\'s management account.',
    ],
    [
      "no resource type",
      { dataEvents: [] },
      'dataEvents is []. Allowed: "all-ai", "none-i-accept-the-gap", or one or more different types of AI_RESOURCE_TYPES. Correct the list, or leave dataEvents out to log every AI resource type.',
    ],
    [
      "a resource type twice",
      { dataEvents: ["AWS::Bedrock::Model", "AWS::Bedrock::Model"] },
      'dataEvents is ["AWS::Bedrock::Model","AWS::Bedrock::Model"]. Allowed: "all-ai", "none-i-accept-the-gap", or one or more different types of AI_RESOURCE_TYPES. Correct the list, or leave dataEvents out to log every AI resource type.',
    ],
    [
      "buckets that the accepted gap would ignore",
      { dataEvents: "none-i-accept-the-gap", dataEventBucketArns: ["arn:aws:s3:::training"] },
      'dataEventBucketArns is ["arn:aws:s3:::training"]. Allowed: nothing with dataEvents "none-i-accept-the-gap", which would ignore it. Remove dataEventBucketArns or choose other dataEvents.',
    ],
    [
      "functions that the accepted gap would ignore",
      { dataEvents: "none-i-accept-the-gap", lambdaFunctionArns: [] },
      'lambdaFunctionArns is []. Allowed: nothing with dataEvents "none-i-accept-the-gap", which would ignore it. Remove lambdaFunctionArns or choose other dataEvents.',
    ],
    [
      "a choice of what CloudWatch Logs gets that the accepted gap would ignore",
      { dataEvents: "none-i-accept-the-gap", cloudWatchCopy: "management-only" },
      'cloudWatchCopy is "management-only". Allowed: nothing with dataEvents "none-i-accept-the-gap", which would ignore it. Remove cloudWatchCopy or choose other dataEvents.',
    ],
    [
      "readers that a key of the user's would ignore",
      { key: KEY, readers: ["arn:aws:iam::123456789012:role/auditor"] },
      'readers is ["arn:aws:iam::123456789012:role/auditor"]. Allowed: nothing with key.existing, which would ignore it. Remove readers or leave key out.',
    ],
    [
      "break-glass principals that a key of the user's would ignore",
      { key: KEY, breakGlassPrincipals: ["arn:aws:iam::123456789012:role/break-glass"] },
      'breakGlassPrincipals is ["arn:aws:iam::123456789012:role/break-glass"]. Allowed: nothing with key.existing, which would ignore it. Remove breakGlassPrincipals or leave key out.',
    ],
    [
      "a key for log files that is no key",
      { logFileKey: { existing: { arn: "alias/archive" } } },
      'logFileKey.existing.arn is "alias/archive". Allowed: the ARN of a KMS key, not of an alias. Give the key\'s own ARN, such as arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-4000-8000-000000000000.',
    ],
    [
      "a retention that a bucket of the user's would ignore",
      { bucket: BUCKET, bucketRetentionDays: 2557 },
      "bucketRetentionDays is 2557. Allowed: nothing with bucket.existing, which would ignore it. Remove bucketRetentionDays or leave bucket out.",
    ],
    [
      "a lock that a bucket of the user's would ignore",
      { bucket: BUCKET, objectLock: "none" },
      'objectLock is "none". Allowed: nothing with bucket.existing, which would ignore it. Remove objectLock or leave bucket out.',
    ],
    [
      "a retention that a log group of the user's would ignore",
      { logGroup: LOG_GROUP, auditRetention: 400 },
      "auditRetention is 400. Allowed: nothing with logGroup.existing, which would ignore it. Remove auditRetention or leave logGroup out.",
    ],
    [
      "subscribers that a topic of the user's would ignore",
      { topic: TOPIC, subscribers: [{ protocol: "sqs", endpoint: "arn:aws:sqs:eu-central-1:123456789012:trail" }] },
      'subscribers is [{"protocol":"sqs","endpoint":"arn:aws:sqs:eu-central-1:123456789012:trail"}]. Allowed: nothing with topic.existing, which would ignore it. Remove subscribers or leave topic out.',
    ],
    [
      "an empty list of functions",
      { lambdaFunctionArns: [] },
      'lambdaFunctionArns is []. Allowed: one or more function ARNs, or "none". Name the functions to log, or leave lambdaFunctionArns out to log every function.',
    ],
  ];
  for (const [what, args, message] of refused) {
    it(`may not have ${what}`, () => {
      assert.throws(() => resolveAuditTrail("audit", args), { message: `AuditTrail "audit": ${message}` });
    });
  }
});
