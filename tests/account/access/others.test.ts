/** Who else may read: other accounts, everyone, services, and what a grant names. */
import assert from "node:assert/strict";
import type { EvidenceStore } from "../../../account/access/access";
import { parsedStore } from "../../../account/access/decision";
import { othersOf } from "../../../account/access/others";
import { ACCOUNT, BUCKET, KEY, LEFT_TO_IAM, type StatementText, allow, bucket, key, role } from "./sample";

const OTHER = "444455556666";
const READER = role("reader", []);

function others(store: EvidenceStore) {
  return othersOf(parsedStore(store), { account: ACCOUNT, identities: [READER] });
}

function who(store: EvidenceStore): readonly string[] {
  return others(store).map(({ holder }) => `${holder.outside ? "outside " : ""}${holder.kind} ${holder.id}`);
}

const reads = (Principal: unknown, Condition?: StatementText): StatementText =>
  allow(["s3:GetObject", "s3:PutObject"], `${BUCKET}/*`, {
    Principal,
    ...(Condition === undefined ? {} : { Condition }),
  });

describe("who else may read", () => {
  it("is another account, with what the statement gives and where it stands", () => {
    assert.deepEqual(others(bucket([reads({ AWS: `arn:aws:iam::${OTHER}:root` })])), [
      {
        holder: { kind: "account", id: `arn:aws:iam::${OTHER}:root`, outside: true, trusts: [] },
        access: {
          holder: `arn:aws:iam::${OTHER}:root`,
          store: BUCKET,
          kinds: ["read"],
          actions: ["s3:GetObject"],
          by: ["bucket policy"],
          conditional: false,
          certain: true,
        },
      },
    ]);
    assert.deepEqual(who(bucket([reads({ AWS: OTHER })])), [`outside account ${OTHER}`]);
  });

  it("is nobody by the account's own root, role or user", () => {
    assert.deepEqual(who(bucket([reads({ AWS: [ACCOUNT, READER.arn] })])), []);
    assert.deepEqual(who(key([LEFT_TO_IAM])), []);
  });

  it("is nobody who may only write, list or read another bucket", () => {
    const outsider = { Principal: { AWS: OTHER } };
    assert.deepEqual(who(bucket([allow("s3:PutObject", `${BUCKET}/*`, outsider)])), []);
    assert.deepEqual(who(bucket([allow("s3:ListBucket", BUCKET, outsider)])), []);
    assert.deepEqual(who(bucket([allow("s3:GetObject", `${BUCKET}-2/*`, outsider)])), []);
  });

  it("is everyone by a star, with and without credentials, unless a condition keeps it to the account", () => {
    assert.deepEqual(who(bucket([reads("*")])), [
      "outside everyone every account",
      "outside everyone everyone, without credentials",
    ]);
    assert.deepEqual(who(bucket([reads("*", { StringEquals: { "aws:PrincipalAccount": ACCOUNT } })])), []);
    assert.deepEqual(who(bucket([reads("*", { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } })])), [
      "outside everyone every account if aws:principalorgid stringequals o-abcdefghij",
    ]);
  });

  it("is nobody where the policy refuses everyone", () => {
    const refused = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: `${BUCKET}/*` };
    assert.deepEqual(who(bucket([reads({ AWS: OTHER }), refused])), []);
  });

  it("is a service that the policy names, under conditions where it is bound", () => {
    const bound = { StringEquals: { "aws:SourceAccount": ACCOUNT } };
    const delivery = bucket([reads({ Service: "logging.s3.amazonaws.com" }, bound)]);
    assert.deepEqual(who(delivery), ["service logging.s3.amazonaws.com"]);
    assert.equal(others(delivery)[0]?.access.conditional, true);
    const onlyServices = bucket([reads("*", bound)]);
    assert.deepEqual(who(onlyServices), ["service every service"]);
  });

  it("is a role of the account that is not there any more", () => {
    const gone = `arn:aws:iam::${ACCOUNT}:role/gone`;
    assert.deepEqual(who(bucket([reads({ AWS: gone })])), [`other ${gone}, which the account does not have`]);
  });

  it("is whom a grant of a key names, unless it is the account's own, which is listed with its other access", () => {
    const grant = (grantee: string) =>
      key([], { grants: [{ id: "g1", grantee, actions: ["kms:Decrypt"], conditional: false }] });
    const outsider = `arn:aws:iam::${OTHER}:role/reader`;
    assert.deepEqual(who(grant(outsider)), [`outside other ${outsider}`]);
    assert.deepEqual(who(grant("dynamodb.amazonaws.com")), ["service dynamodb.amazonaws.com"]);
    assert.deepEqual(who(grant(READER.arn)), []);
    assert.deepEqual(others(grant(outsider))[0]?.access.by, ["grant g1"]);
  });

  it("is one holder, whatever number of statements lets it in", () => {
    const conditional = { StringLike: { "s3:prefix": "a" } };
    const [only, ...more] = others(
      key([
        allow("kms:Decrypt", "*", { Principal: { AWS: OTHER }, Condition: conditional }),
        allow("kms:ReEncrypt*", "*", { Principal: { AWS: OTHER }, Condition: conditional }),
      ]),
    );
    assert.deepEqual(more, []);
    assert.deepEqual(only?.access.actions, ["kms:Decrypt", "kms:ReEncryptFrom"]);
    assert.equal(only.access.store, KEY);
    assert.equal(only.access.conditional, true);
  });
});
