/** The review as a whole, and what of IAM and of a stack it is made of. */
import assert from "node:assert/strict";
import { identitiesOf } from "../../../account/access/identities";
import { reviewOf } from "../../../account/access/review";
import { declaredStores } from "../../../account/access/stores";
import type { ResourceState } from "../../../pulumi/stack-state";
import { ACCOUNT, BUCKET, KEY, LEFT_TO_IAM, LOG_GROUP, allow, bucket, key, policy, role, store, user } from "./sample";

const OTHER = "444455556666";

describe("an access review", () => {
  it("lists whoever may do something once, by id, and counts the others", () => {
    const reads = allow(["logs:GetLogEvents", "s3:GetObject"], "*");
    const review = reviewOf(
      [role("reader", [reads], { lastUsed: "2026-11-01T00:00:00.000Z" }), user("ana", [reads]), role("nobody", [])],
      [
        store("log group", LOG_GROUP),
        bucket([allow("s3:GetObject", `${BUCKET}/*`, { Principal: { AWS: OTHER } })], { keyArn: KEY }),
        key([LEFT_TO_IAM]),
      ],
      ACCOUNT,
    );
    assert.deepEqual(review.holders, [
      { kind: "account", id: OTHER, outside: true, trusts: [] },
      {
        kind: "role",
        id: `arn:aws:iam::${ACCOUNT}:role/reader`,
        outside: false,
        trusts: [],
        lastUsed: "2026-11-01T00:00:00.000Z",
      },
      { kind: "user", id: `arn:aws:iam::${ACCOUNT}:user/ana`, outside: false, trusts: [] },
    ]);
    assert.deepEqual(
      review.access.map(({ holder, store: of, withKey }) => [holder.split("/").at(-1), of, withKey]),
      [
        ["reader", LOG_GROUP, undefined],
        ["reader", BUCKET, false],
        ["ana", LOG_GROUP, undefined],
        ["ana", BUCKET, false],
        [OTHER, BUCKET, undefined],
      ],
    );
    assert.equal(review.identities, 3);
  });
});

describe("the stores of a stack", () => {
  const resource = (type: string, more: Partial<ResourceState> = {}): ResourceState => ({
    urn: `urn:pulumi:prod::program::${type}::one`,
    type,
    custom: true,
    inputs: {},
    outputs: {},
    ...more,
  });
  const regionOf = () => "eu-central-1";

  it("are its log groups, buckets, keys, workgroups and trails, by their ARNs", () => {
    const declared = declaredStores(
      [
        resource("aws:cloudwatch/logGroup:LogGroup", { id: "invocations", outputs: { arn: `${LOG_GROUP}:*` } }),
        resource("aws:s3/bucket:Bucket", { id: "evidence", outputs: { arn: BUCKET } }),
        resource("aws:kms/key:Key", { id: "1a2b3c4d", outputs: { arn: KEY } }),
        resource("aws:athena/workgroup:Workgroup", { id: "evidence" }),
        resource("aws:cloudtrail/trail:Trail", { id: `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/baseline` }),
        resource("aws:sns/topic:Topic", { id: `arn:aws:sns:eu-central-1:${ACCOUNT}:topic` }),
      ],
      regionOf,
      ACCOUNT,
    );
    assert.deepEqual(
      declared.map(({ kind, name, arn }) => [kind, name, arn]),
      [
        ["log group", "invocations", LOG_GROUP],
        ["bucket", "evidence", BUCKET],
        ["key", KEY.split("/").at(-1), KEY],
        ["workgroup", "evidence", `arn:aws:athena:eu-central-1:${ACCOUNT}:workgroup/evidence`],
        ["trail", "baseline", `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/baseline`],
      ],
    );
  });

  it("are what it adopts too, each once, and in the partition of its region", () => {
    const adopted = [
      { type: "aws:s3/bucket:Bucket", region: "cn-north-1", id: "company-logs" },
      { type: "aws:cloudwatch/logGroup:LogGroup", region: "cn-north-1", id: "/company/invocations" },
      { type: "aws:cloudwatch/logGroup:LogGroup", region: "cn-north-1", id: "/company/invocations" },
      { type: "aws:cfg/recorder:Recorder", region: "cn-north-1", id: "default" },
    ];
    const baseline = resource("ai-governance-baseline:index:AccountBaseline", { custom: false, inputs: { adopted } });
    assert.deepEqual(
      declaredStores([baseline], regionOf, ACCOUNT).map(({ arn, region }) => [arn, region]),
      [
        ["arn:aws-cn:s3:::company-logs", "cn-north-1"],
        [`arn:aws-cn:logs:cn-north-1:${ACCOUNT}:log-group:/company/invocations`, "cn-north-1"],
      ],
    );
  });
});

describe("the identities of an account", () => {
  const encoded = encodeURIComponent(policy(allow("s3:GetObject", "*")));
  const trust = encodeURIComponent(
    policy(
      { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com", AWS: OTHER }, Action: "sts:AssumeRole" },
      { Effect: "Deny", Principal: { AWS: "555566667777" }, Action: "sts:AssumeRole" },
    ),
  );
  const managed = {
    Arn: `arn:aws:iam::${ACCOUNT}:policy/edge`,
    PolicyVersionList: [
      { Document: encodeURIComponent(policy()), IsDefaultVersion: false },
      { Document: encoded, IsDefaultVersion: true },
    ],
  };

  it("have inline and managed policies in their default version, those of their groups, a boundary, a last use and a trust", () => {
    const [first, second, ...more] = identitiesOf({
      roles: [
        {
          Arn: `arn:aws:iam::${ACCOUNT}:role/evidence/reader`,
          RoleName: "reader",
          Path: "/evidence/",
          RoleId: "AROAREADER",
          AssumeRolePolicyDocument: trust,
          RolePolicyList: [{ PolicyName: "own", PolicyDocument: encoded }],
          AttachedManagedPolicies: [{ PolicyArn: managed.Arn }, { PolicyArn: "arn:aws:iam::aws:policy/Unread" }],
          PermissionsBoundary: { PermissionsBoundaryArn: managed.Arn },
          RoleLastUsed: { LastUsedDate: new Date("2026-11-01T00:00:00Z") },
        },
      ],
      users: [{ Arn: `arn:aws:iam::${ACCOUNT}:user/ana`, UserName: "ana", GroupList: ["analysts"] }],
      groups: [
        { GroupName: "analysts", GroupPolicyList: [{ PolicyName: "query", PolicyDocument: encoded }] },
        { GroupName: "others", GroupPolicyList: [{ PolicyName: "all", PolicyDocument: encoded }] },
      ],
      policies: [managed],
    });
    const document = policy(allow("s3:GetObject", "*"));
    assert.deepEqual(more, []);
    assert.deepEqual(first, {
      kind: "role",
      arn: `arn:aws:iam::${ACCOUNT}:role/evidence/reader`,
      name: "reader",
      path: "/evidence/",
      uniqueId: "AROAREADER",
      policies: [
        { name: "own", document },
        { name: managed.Arn, document },
        { name: "arn:aws:iam::aws:policy/Unread", document: undefined },
      ],
      boundary: { name: managed.Arn, document },
      trusts: [OTHER, "lambda.amazonaws.com"],
      lastUsed: "2026-11-01T00:00:00.000Z",
    });
    assert.deepEqual(second?.policies, [{ name: "query of group analysts", document }]);
    assert.equal(second.lastUsed, undefined);
  });
});
