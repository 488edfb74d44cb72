import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { OptionError } from "../../../components/base/options";
import {
  EvidenceReaders,
  type EvidenceReadersArgs,
  resolveEvidenceReaders,
} from "../../../components/readers/evidence-readers";
import { EVIDENCE_TAMPERING, type TamperingActions } from "../../../facts/iam/evidence-tampering";
import { isLetThrough, type SimulatedCall } from "../../support/iam-simulator";
import { PLACE, record, type Recording } from "../recorder";

const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/rolePolicy:RolePolicy";
const ACCOUNT = PLACE.accountId;
const COLLEAGUE = `arn:aws:iam::${ACCOUNT}:role/compliance`;
const OUTSIDER = "arn:aws:iam::999988887777:role/auditor";
const KEY = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/1`;
const LOG_GROUP = `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:/aws/cloudtrail/baseline-trail`;
const QUEUE = `arn:aws:sqs:eu-central-1:${ACCOUNT}:log-files`;

const ARGS: EvidenceReadersArgs = {
  auditors: [COLLEAGUE, OUTSIDER],
  ingestion: [COLLEAGUE],
  externalId: "a1b2",
  buckets: [pulumi.output("baseline-trail-1"), "baseline-config-1"],
  ingestedBuckets: ["baseline-trail-1"],
  logGroups: [LOG_GROUP],
  keys: [pulumi.output(KEY)],
  queues: [QUEUE],
};

function made(args: Partial<EvidenceReadersArgs> = {}): Promise<Recording> {
  return record(() => new EvidenceReaders("readers", { ...ARGS, ...args }));
}

describe("EvidenceReaders", () => {
  it("are a role and its policy for each kind of reader that is named", async () => {
    const ofKind = (kind: string) => [`${ROLE} readers-${kind}`, `${POLICY} readers-${kind}-policy`];
    const component = "ai-governance-baseline:index:EvidenceReaders readers";
    assert.deepEqual((await made()).children(), [component, ...ofKind("auditor"), ...ofKind("ingestion")].sort());
    assert.deepEqual((await made({ ingestion: [] })).children(), [component, ...ofKind("auditor")].sort());
    assert.deepEqual((await made({ auditors: [] })).children(), [component, ...ofKind("ingestion")].sort());
    const { name, description } = (await made()).inputs(ROLE, "readers-auditor");
    assert.deepEqual([name, description], ["readers-auditor", "Reads evidence, masked, and how it is collected"]);
  });

  it("trust principals of the account, and others by the external id", async () => {
    const trust = (await made()).document(ROLE, "readers-auditor", "assumeRolePolicy");
    assert.deepEqual(trust, {
      Version: "2012-10-17",
      Statement: [
        { Sid: "ReadersAssumeRole", Effect: "Allow", Principal: { AWS: COLLEAGUE }, Action: "sts:AssumeRole" },
        {
          Sid: "OutsidersAssumeRole",
          Effect: "Allow",
          Principal: { AWS: OUTSIDER },
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "sts:ExternalId": "a1b2" } },
        },
      ],
    });
  });

  it("are taken on by those who are named, and by no other account", async () => {
    const resourcePolicy = (await made()).document(ROLE, "readers-auditor", "assumeRolePolicy");
    const assumes = (principal: string, externalId?: string) =>
      isLetThrough({
        principal,
        action: "sts:AssumeRole",
        resource: `arn:aws:iam::${ACCOUNT}:role/readers-auditor`,
        resourcePolicy,
        ...(externalId === undefined ? {} : { context: { "sts:ExternalId": externalId } }),
      });
    assert.equal(await assumes(COLLEAGUE), true);
    assert.equal(await assumes(OUTSIDER, "a1b2"), true);
    assert.equal(await assumes(OUTSIDER), false);
    assert.equal(await assumes(OUTSIDER, "other"), false);
    assert.equal(await assumes("arn:aws:iam::999988887777:role/other", "a1b2"), false);
  });

  it("read evidence, decrypted by the service that keeps it", async () => {
    const may = await asker("auditor");
    for (const [action, resource] of [
      ["s3:GetObject", "arn:aws:s3:::baseline-trail-1/AWSLogs/1.gz"],
      ["s3:GetObjectVersion", "arn:aws:s3:::baseline-config-1/AWSLogs/1.gz"],
      ["s3:ListBucket", "arn:aws:s3:::baseline-config-1"],
      ["s3:GetBucketObjectLockConfiguration", "arn:aws:s3:::baseline-trail-1"],
      ["logs:GetLogEvents", `${LOG_GROUP}:log-stream:one`],
      ["logs:FilterLogEvents", `${LOG_GROUP}:*`],
      ["logs:StartQuery", `${LOG_GROUP}:*`],
      ["cloudtrail:LookupEvents", "*"],
      ["config:GetResourceConfigHistory", "*"],
    ] as const) {
      assert.equal(await may({ action, resource }), true, action);
    }
    const decrypt = (via: string | undefined) =>
      may({
        action: "kms:Decrypt",
        resource: KEY,
        ...(via === undefined ? {} : { context: { "kms:ViaService": via } }),
      });
    assert.equal(await decrypt("s3.eu-central-1.amazonaws.com"), true);
    assert.equal(await decrypt("logs.eu-central-1.amazonaws.com"), true);
    assert.equal(await decrypt("secretsmanager.eu-central-1.amazonaws.com"), false);
    assert.equal(await decrypt(undefined), false);
  });

  it("read nothing else", async () => {
    const may = await asker("auditor");
    assert.equal(await may({ action: "s3:GetObject", resource: "arn:aws:s3:::team/a" }), false);
    const group = `arn:aws:logs:eu-central-1:${ACCOUNT}:log-group:/team/app:log-stream:one`;
    assert.equal(await may({ action: "logs:GetLogEvents", resource: group }), false);
    assert.equal(await may({ action: "sqs:ReceiveMessage", resource: QUEUE }), false);
  });

  it("unmask, write and delete nothing, even if everything else is granted to them", async () => {
    const everything = {
      Version: "2012-10-17",
      Statement: [{ Sid: "All", Effect: "Allow", Action: "*", Resource: "*" }],
    };
    const { models: _, ...evidence } = EVIDENCE_TAMPERING;
    const actions = Object.values(evidence).flatMap((of: TamperingActions) => Object.entries(of));
    assert.ok(actions.length > 10);
    for (const role of ["auditor", "ingestion"] as const) {
      const may = await asker(role, [everything]);
      for (const [resource, names] of actions) {
        for (const action of names) {
          assert.equal(await may({ action, resource: RESOURCES[resource] ?? "*" }), false, `${role} ${action}`);
        }
      }
      assert.equal(await may({ action: "s3:PutObject", resource: "arn:aws:s3:::baseline-trail-1/a" }), false);
    }
  });

  it("of programs fetch messages and log files, and nothing besides", async () => {
    const may = await asker("ingestion");
    for (const action of ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]) {
      assert.equal(await may({ action, resource: QUEUE }), true, action);
    }
    const via = { "kms:ViaService": "s3.eu-central-1.amazonaws.com" };
    assert.equal(await may({ action: "s3:GetObject", resource: "arn:aws:s3:::baseline-trail-1/a" }), true);
    assert.equal(await may({ action: "kms:Decrypt", resource: KEY, context: via }), true);
    assert.equal(await may({ action: "s3:GetObject", resource: "arn:aws:s3:::baseline-config-1/a" }), false);
    assert.equal(await may({ action: "logs:GetLogEvents", resource: `${LOG_GROUP}:log-stream:one` }), false);
    assert.equal(await may({ action: "sqs:SendMessage", resource: QUEUE }), false);
    const withoutQueues = await made({ queues: [] });
    const { Statement } = withoutQueues.document(POLICY, "readers-ingestion-policy", "policy") as {
      Statement: { Sid: string }[];
    };
    assert.ok(!Statement.some(({ Sid }) => Sid === "ReceiveNotifications"));
  });

  it("refuse an outsider without an external id, once the account is known", async () => {
    const { externalId: _, ...withoutIt } = ARGS;
    assert.throws(
      () => resolveEvidenceReaders("readers", withoutIt).requireExternalId(PLACE),
      /externalId is undefined\. Allowed: an external id, because arn:aws:iam::999988887777:role\/auditor is of another account/,
    );
    resolveEvidenceReaders("readers", ARGS).requireExternalId(PLACE);
    const own = await record(() => new EvidenceReaders("readers", { ...withoutIt, auditors: [COLLEAGUE] }));
    assert.equal(own.children().length, 5);
  });

  const REFUSED: readonly (readonly [string, Partial<EvidenceReadersArgs>, RegExp])[] = [
    ["nobody", { auditors: [], ingestion: [] }, /auditors is \[\]\. Allowed: at least one principal/],
    [
      "an account",
      { auditors: ["111122223333"] },
      /auditors\[0\] is "111122223333"\. Allowed: the ARN of an IAM role or user/,
    ],
    ["a wildcard", { ingestion: [`${COLLEAGUE}*`] }, /ingestion\[0\] is/],
    ["a short external id", { externalId: "a" }, /externalId is "a"\. Allowed: 2 to 1224 letters/],
  ];
  for (const [title, change, message] of REFUSED) {
    it(`refuse ${title}`, () => {
      assert.throws(
        () => new EvidenceReaders("readers", { ...ARGS, ...change }),
        (error: unknown) => error instanceof OptionError && message.test(error.message),
      );
    });
  }
});

/** A resource of each kind. */
const RESOURCES: Readonly<Record<string, string>> = {
  trail: `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/baseline-trail`,
  "event-data-store": `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:eventdatastore/1`,
  recorder: `arn:aws:config:eu-central-1:${ACCOUNT}:configuration-recorder/a/1`,
  "config-rule": `arn:aws:config:eu-central-1:${ACCOUNT}:config-rule/config-rule-1`,
  "log-group": LOG_GROUP,
  "log-stream": `${LOG_GROUP}:log-stream:one`,
  key: KEY,
  bucket: "arn:aws:s3:::baseline-trail-1",
  object: "arn:aws:s3:::baseline-trail-1/a",
};

/** Asks what the role may do. */
async function asker(
  role: "auditor" | "ingestion",
  more: readonly unknown[] = [],
): Promise<(call: SimulatedCall) => Promise<boolean>> {
  const policy = (await made()).document(POLICY, `readers-${role}-policy`, "policy");
  const principal = `arn:aws:iam::${ACCOUNT}:role/readers-${role}`;
  return (call) => isLetThrough({ principal, identityPolicies: [policy, ...more], ...call });
}
