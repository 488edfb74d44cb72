/** Who may read, by identity policies, boundaries and the policies of resources; held against another project's evaluator. */
import assert from "node:assert/strict";
import * as fc from "fast-check";
import type { Access, EvidenceStore, Identity } from "../../../account/access/access";
import { accessOf, parsedIdentity, parsedStore } from "../../../account/access/decision";
import { READING_ACTIONS } from "../../../facts/iam/evidence-reading";
import { isLetThrough } from "../../support/iam-simulator";
import {
  ACCOUNT,
  BUCKET,
  KEY,
  LEFT_TO_IAM,
  LOG_GROUP,
  type StatementText,
  allow,
  bucket,
  key,
  policy,
  role,
  store,
  user,
} from "./sample";

function access(identity: Identity, of: EvidenceStore, keyStore?: EvidenceStore): Access | undefined {
  return accessOf(parsedIdentity(identity), parsedStore(of), keyStore && parsedStore(keyStore));
}

function actions(identity: Identity, of: EvidenceStore): readonly string[] {
  return access(identity, of)?.actions ?? [];
}

const deny = (action: string, more: StatementText = {}): StatementText => ({
  ...allow(action, "*"),
  Effect: "Deny",
  ...more,
});

describe("what a role or user may read", () => {
  const group = store("log group", LOG_GROUP);

  it("is told with the actions, the policies and that nothing narrows it", () => {
    const auditor = role("auditor", [allow(["logs:FilterLogEvents", "logs:Unmask"], `${LOG_GROUP}:*`)]);
    assert.deepEqual(access(auditor, group), {
      holder: auditor.arn,
      store: LOG_GROUP,
      kinds: ["read", "unmask"],
      actions: ["logs:FilterLogEvents", "logs:Unmask"],
      by: ["own"],
      conditional: false,
      certain: true,
    });
  });

  it("is nothing of another log group, another region or another action", () => {
    for (const statement of [
      allow("logs:FilterLogEvents", `${LOG_GROUP}-other:*`),
      allow("logs:FilterLogEvents", `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:invocations:*`),
      allow("logs:DescribeLogStreams", `${LOG_GROUP}:*`),
      allow("logs:PutLogEvents", "*"),
    ]) {
      assert.equal(access(role("near", [statement]), group), undefined, JSON.stringify(statement));
    }
  });

  it("counts a policy that names the group with or without its ending, and one that names its streams", () => {
    assert.deepEqual(actions(role("one", [allow("logs:FilterLogEvents", LOG_GROUP)]), group), ["logs:FilterLogEvents"]);
    assert.deepEqual(actions(role("two", [allow("logs:GetLogEvents", `${LOG_GROUP}:log-stream:web`)]), group), [
      "logs:GetLogEvents",
    ]);
  });

  it("is nothing where a Deny takes it away for certain, and stays where a Deny may not apply", () => {
    const read = allow("logs:FilterLogEvents", "*");
    assert.equal(access(role("denied", [read, deny("logs:*")]), group), undefined);
    const elsewhere = { Condition: { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } } };
    assert.deepEqual(actions(role("from-office", [read, deny("logs:*", elsewhere)]), group), ["logs:FilterLogEvents"]);
    const others = { Condition: { StringNotEquals: { "aws:PrincipalAccount": ACCOUNT } } };
    assert.deepEqual(actions(role("of-account", [read, deny("logs:*", others)]), group), ["logs:FilterLogEvents"]);
    const nobody = { Condition: { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/break-glass` } } };
    assert.equal(access(role("not-break-glass", [read, deny("logs:*", nobody)]), group), undefined);
    assert.deepEqual(actions(role("break-glass", [read, deny("logs:*", nobody)]), group), ["logs:FilterLogEvents"]);
  });

  it("is under conditions where only statements with conditions give it", () => {
    const withMfa = allow("logs:GetLogEvents", "*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } });
    assert.equal(access(role("mfa", [withMfa]), group)?.conditional, true);
    assert.equal(access(role("both", [withMfa, allow("logs:StartQuery", "*")]), group)?.conditional, false);
  });

  it("is at most what the permissions boundary allows", () => {
    const all = [allow("*", "*")];
    const boundary = { name: "edge", document: policy(allow("logs:StartQuery", "*")) };
    assert.deepEqual(actions(role("bounded", all, { boundary }), group), ["logs:StartQuery"]);
    const closed = { name: "edge", document: policy(allow("ec2:*", "*")) };
    assert.equal(access(role("bounded", all, { boundary: closed }), group), undefined);
  });

  it("is uncertain where a policy or a boundary could not be read", () => {
    const open = { name: "arn:aws:iam::aws:policy/Unread", document: undefined };
    assert.equal(access(role("open", [], { policies: [open] }), group)?.certain, false);
    assert.equal(access(role("bounded", [allow("*", "*")], { boundary: open }), group)?.certain, false);
    assert.equal(access(role("nothing", [], { boundary: open }), group), undefined);
  });

  it("is also what groups of a user and several policies give, each of which is named", () => {
    const document = policy(allow("logs:StartQuery", "*"));
    const ana = user("ana", [allow("logs:GetLogEvents", "*")]);
    const found = access({ ...ana, policies: [...ana.policies, { name: "query of group analysts", document }] }, group);
    assert.deepEqual(found?.actions, ["logs:GetLogEvents", "logs:StartQuery"]);
    assert.deepEqual(found.by, ["own", "query of group analysts"]);
  });

  it("is all events of the trail for whoever may look them up, which no resource narrows", () => {
    const trail = store("trail", `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/baseline`);
    assert.deepEqual(actions(role("looks", [allow("cloudtrail:LookupEvents", "*")]), trail), [
      "cloudtrail:LookupEvents",
    ]);
    assert.equal(access(role("settings", [allow("cloudtrail:GetTrail", "*")]), trail), undefined);
  });

  describe("of a bucket", () => {
    const reads = allow("s3:GetObject", `${BUCKET}/*`);

    it("is given by its policy too, and taken away by it", () => {
      const reader = role("reader", []);
      const granted = bucket([{ ...reads, Principal: { AWS: reader.arn } }]);
      assert.deepEqual(access(reader, granted)?.by, ["bucket policy"]);
      assert.equal(access(role("other", []), granted), undefined);
      const denied = bucket([deny("s3:*", { Principal: "*" })]);
      assert.equal(access(role("allowed", [reads]), denied), undefined);
      const onlyPlainHttp = { Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } };
      assert.deepEqual(actions(role("allowed", [reads]), bucket([deny("s3:*", onlyPlainHttp)])), ["s3:GetObject"]);
    });

    it("is not given by a policy that leaves it to the account", () => {
      const left = bucket([{ ...reads, Principal: { AWS: ACCOUNT } }]);
      assert.equal(access(role("anybody", []), left), undefined);
    });

    it("is given by a star to everyone in the account, unless its conditions are about others", () => {
      const open = (Condition: StatementText) => bucket([{ ...reads, Principal: "*", Condition }]);
      const reader = role("anybody", []);
      assert.deepEqual(actions(reader, open({ StringEquals: { "aws:PrincipalAccount": ACCOUNT } })), ["s3:GetObject"]);
      assert.equal(access(reader, open({ StringEquals: { "aws:PrincipalAccount": "444455556666" } })), undefined);
      assert.equal(access(reader, open({ StringEquals: { "aws:SourceAccount": ACCOUNT } })), undefined);
    });

    it("names a role by its sessions and its unique id as well", () => {
      const reader = role("reader", []);
      for (const AWS of [`arn:aws:sts::${ACCOUNT}:assumed-role/reader/ana`, reader.uniqueId]) {
        assert.deepEqual(actions(reader, bucket([{ ...reads, Principal: { AWS } }])), ["s3:GetObject"]);
      }
    });

    it("is bounded for a role that the policy names, and not for a user", () => {
      const boundary = { name: "edge", document: policy(allow("ec2:*", "*")) };
      const granted = (arn: string) => bucket([{ ...reads, Principal: { AWS: arn } }]);
      const [bounded, free] = [role("bounded", [], { boundary }), user("free", [], { boundary })];
      assert.equal(access(bounded, granted(bounded.arn)), undefined);
      assert.deepEqual(actions(free, granted(free.arn)), ["s3:GetObject"]);
    });

    it("excepts from a Deny whom NotPrincipal names", () => {
      const [kept, refused] = [role("kept", [reads]), role("refused", [reads])];
      const of = bucket([deny("s3:*", { NotPrincipal: { AWS: kept.arn } })]);
      assert.deepEqual(actions(kept, of), ["s3:GetObject"]);
      assert.equal(access(refused, of), undefined);
    });

    it("says whether the reader may use the key", () => {
      const withKey = allow("kms:Decrypt", KEY);
      assert.equal(access(role("opens", [reads, withKey]), bucket([]), key([LEFT_TO_IAM]))?.withKey, true);
      assert.equal(access(role("sealed", [reads]), bucket([]), key([LEFT_TO_IAM]))?.withKey, false);
      assert.equal(access(role("keyless", [reads]), bucket([]))?.withKey, undefined);
    });
  });

  describe("by a key", () => {
    const decrypts = allow("kms:Decrypt", "*");

    it("takes IAM and a key policy that leaves the key to it", () => {
      const reader = role("reader", [decrypts]);
      assert.deepEqual(actions(reader, key([LEFT_TO_IAM])), ["kms:Decrypt"]);
      assert.equal(access(reader, key([])), undefined);
      assert.equal(access(role("nobody", []), key([LEFT_TO_IAM])), undefined);
      const onlyGrants = { ...LEFT_TO_IAM, Action: ["kms:CreateGrant", "kms:DescribeKey"] };
      assert.equal(access(reader, key([onlyGrants])), undefined);
    });

    it("is given by the key policy alone to whom it names", () => {
      const named = role("named", []);
      const found = access(named, key([{ ...decrypts, Principal: { AWS: named.arn } }]));
      assert.deepEqual(found?.by, ["key policy"]);
      assert.equal(access(role("other", [decrypts]), key([{ ...decrypts, Principal: { AWS: named.arn } }])), undefined);
    });

    it("is given by a grant, with its constraint as a condition", () => {
      const holder = role("holder", []);
      const granted = (conditional: boolean) =>
        key([LEFT_TO_IAM], {
          grants: [{ id: "g1", grantee: holder.arn, actions: ["kms:Decrypt"], conditional }],
        });
      assert.deepEqual(access(holder, granted(false)), {
        holder: holder.arn,
        store: KEY,
        kinds: ["read"],
        actions: ["kms:Decrypt"],
        by: ["grant g1"],
        conditional: false,
        certain: true,
      });
      assert.equal(access(holder, granted(true))?.conditional, true);
      assert.equal(access(role("other", []), granted(false)), undefined);
    });
  });

  it("is what another evaluator lets through, whatever the policies", async () => {
    const resource = fc.constantFrom("*", `${BUCKET}/*`, `${BUCKET}/trail/*`, "arn:aws:s3:::other/*", `${BUCKET}-2/*`);
    const action = fc.constantFrom("s3:*", "s3:GetObject", "s3:Get*", "s3:PutObject", "*", "s3:GetObjectVersion");
    const statement = fc.record({ Effect: fc.constantFrom("Allow", "Deny"), Action: action, Resource: resource });
    const principal = fc.constantFrom<unknown>(
      "*",
      { AWS: `arn:aws:iam::${ACCOUNT}:role/reader` },
      { AWS: `arn:aws:iam::${ACCOUNT}:role/other` },
      { AWS: `arn:aws:iam::${ACCOUNT}:root` },
    );
    const statements = fc.array(statement, { minLength: 1, maxLength: 3 });
    const resourceStatements = fc.array(fc.tuple(statement, principal), { minLength: 1, maxLength: 3 });
    const seen = new Set<boolean>();
    await fc.assert(
      fc.asyncProperty(statements, resourceStatements, async (own, ofBucket) => {
        const bucketPolicy = ofBucket.map(([one, Principal], index) => ({ Sid: `B${index}`, ...one, Principal }));
        const reader = role("reader", own);
        const found = actions(reader, bucket(bucketPolicy));
        for (const { action: asked } of READING_ACTIONS.bucket) {
          const allowed = await Promise.all(
            ["trail/file", "elsewhere/file"].map((name) =>
              isLetThrough({
                principal: reader.arn,
                action: asked,
                resource: `${BUCKET}/${name}`,
                owner: ACCOUNT,
                identityPolicies: [{ Version: "2012-10-17", Statement: own }],
                resourcePolicy: { Version: "2012-10-17", Statement: bucketPolicy },
              }),
            ),
          );
          seen.add(allowed.includes(true));
          assert.equal(found.includes(asked), allowed.includes(true), asked);
        }
      }),
      { numRuns: 300 },
    );
    assert.equal(seen.size, 2);
  });
});
