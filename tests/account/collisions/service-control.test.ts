import assert from "node:assert/strict";
import type { ServiceControlLevel } from "../../../account/collisions/observed";
import { serviceControlCollisions } from "../../../account/collisions/service-control";
import { applies, readStatements } from "../../../account/collisions/service-control-statements";
import { declaredResources } from "../../../account/collisions/declared";
import { type OrganizationPolicy, organizationPolicies } from "../../../components/documents/organization/policies";
import { stackState } from "../../support/prod-state";
import { ACCOUNT, DENIED, HOME, account, declared } from "./observed";

const ALL = { Effect: "Allow", Action: "*", Resource: "*" };
const RECORDER = declared("aws:cfg/recorder:Recorder", "baseline-recorder");
const TRAIL = declared("aws:cloudtrail/trail:Trail", "baseline-trail", {
  arn: `arn:aws:cloudtrail:eu-central-1:${ACCOUNT}:trail/baseline-trail`,
});

function level(target: string, ...statements: readonly object[]): ServiceControlLevel {
  const document = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  return { target, policies: [{ id: "p-1", name: "guardrail", document }] };
}

function found(resources: readonly (typeof RECORDER)[], ...levels: readonly ServiceControlLevel[]) {
  const observed = account({ serviceControl: { seen: { levels } } });
  const { collisions, undecided } = serviceControlCollisions(resources, observed, HOME);
  return {
    refused: collisions.map(({ where, observed: by, explanation }) => `${where}: ${by}: ${explanation}`),
    settings: collisions.flatMap(({ settings }) => settings),
    open: undecided.map(({ what, why }) => `${what}: ${why}`),
  };
}

function isServiceControl({ type }: OrganizationPolicy): boolean {
  return type === "SERVICE_CONTROL_POLICY";
}

const NOTHING = { refused: [], settings: [], open: [] };

/** As AWS's guide to Control Tower shows it. */
const CONTROL_TOWER = {
  Sid: "GRCONFIGENABLED",
  Effect: "Deny",
  Action: ["config:DeleteConfigurationRecorder", "config:PutConfigurationRecorder"],
  Resource: "*",
  Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:*:iam::*:role/AWSControlTowerExecution" } },
};

/** As AWS's example denies what is not in a list of regions. */
const REGIONS_ONLY = {
  Sid: "DenyAllOutsideEU",
  Effect: "Deny",
  NotAction: ["iam:*", "organizations:*"],
  Resource: "*",
  Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] } },
};

describe("service control policies", () => {
  it("refuse nothing where there are none, or everything is allowed at every level", () => {
    assert.deepEqual(found([RECORDER, TRAIL]), NOTHING);
    assert.deepEqual(found([RECORDER, TRAIL], level("r-1", ALL), level(ACCOUNT, ALL)), NOTHING);
  });

  it("refuse what a statement denies to whoever deploys", () => {
    assert.deepEqual(found([RECORDER, TRAIL], level("r-1", ALL, CONTROL_TOWER), level(ACCOUNT, ALL)).refused, [
      "eu-central-1: GRCONFIGENABLED of guardrail (p-1): At r-1 of the organization it refuses config:PutConfigurationRecorder.",
    ]);
  });

  it("refuse what no policy of a level allows", () => {
    const some = { Effect: "Allow", Action: "cloudtrail:*", Resource: "*" };
    assert.deepEqual(found([RECORDER, TRAIL], level("r-1", ALL), level("ou-1", some)).refused, [
      "eu-central-1: no policy allows it: At ou-1 of the organization it refuses config:PutConfigurationRecorder.",
    ]);
  });

  it("refuse a region as a whole, which then is not governed", () => {
    const there = { ...RECORDER, region: "us-east-1" };
    const { refused, settings } = found([RECORDER, there], level("r-1", ALL, REGIONS_ONLY));
    assert.deepEqual(refused, [
      "us-east-1: DenyAllOutsideEU of guardrail (p-1): At r-1 of the organization it refuses config:PutConfigurationRecorder.",
    ]);
    assert.deepEqual(settings, [{ path: ["governedRegions"], value: ["eu-central-1"] }]);
  });

  it("judge global services by the one region in which they answer", () => {
    const role = declared("aws:iam/role:Role", "baseline-role", { region: "global" });
    const everything = { ...REGIONS_ONLY, NotAction: ["organizations:*"] };
    assert.deepEqual(found([role], level("r-1", ALL, REGIONS_ONLY)), NOTHING);
    assert.deepEqual(found([role], level("r-1", ALL, everything)).refused, [
      "us-east-1: DenyAllOutsideEU of guardrail (p-1): At r-1 of the organization it refuses iam:CreateRole, iam:TagRole.",
    ]);
  });

  it("leave open what depends on something that nobody knows beforehand", () => {
    const tagged = { ...CONTROL_TOWER, Condition: { StringEquals: { "aws:ResourceTag/managed": "central" } } };
    assert.deepEqual(found([RECORDER], level("r-1", ALL, tagged)).open, [
      "service control policy: GRCONFIGENABLED of guardrail (p-1): At r-1 of the organization it may refuse config:PutConfigurationRecorder, depending on conditions that cannot be known beforehand.",
    ]);
  });

  it("leave open what a document that nobody can read says", () => {
    const broken = { target: "r-1", policies: [{ id: "p-2", name: "broken", document: "{" }] };
    const { refused, open } = found([RECORDER], level("r-0", ALL), broken);
    assert.deepEqual(refused, []);
    assert.match(open.join(), /^service control policy: broken \(p-2\), which is not a policy document/);
  });

  it("that this project writes let the role deploy that they except, and no other", async function () {
    this.timeout(120_000);
    const { policies } = organizationPolicies({
      governedRegions: ["eu-central-1", "us-east-1"],
      approvedModels: ["anthropic.claude-*"],
      deployers: ["arn:aws:iam::*:role/baseline-deployer"],
      organizationId: "o-a1b2c3d4e5",
    });
    const all = JSON.stringify({ Version: "2012-10-17", Statement: [ALL] });
    const documents = [all, ...policies.filter(isServiceControl).map(({ content }) => content)];
    assert.equal(documents.length, 7);
    const levels = [
      { target: "r-1", policies: documents.map((document, index) => ({ id: `p-${index}`, name: "ours", document })) },
    ];
    const prod = declaredResources(await stackState("prod"), HOME);
    const by = (role: string) =>
      serviceControlCollisions(
        prod,
        account({
          serviceControl: { seen: { levels } },
          caller: `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/ci`,
        }),
        HOME,
      );
    assert.deepEqual(by("baseline-deployer"), { collisions: [], undecided: [] });
    assert.ok(by("administrator").collisions.length > 5);
  });

  it("are undecided where they cannot be read", () => {
    const observed = account({ serviceControl: { unreadable: DENIED } });
    assert.deepEqual(serviceControlCollisions([RECORDER], observed, HOME).undecided, [
      { what: "service control policies", where: "global", ...DENIED },
    ]);
  });
});

describe("a statement", () => {
  const CALL = {
    action: "s3:PutBucketPolicy",
    region: "eu-central-1",
    resource: "arn:aws:s3:::baseline-bucket",
  };
  const SESSION = { account: ACCOUNT, arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Deployer/session` };

  function applied(statement: object, call: Partial<typeof CALL> = {}, principal = SESSION) {
    const [read] =
      readStatements(JSON.stringify({ Statement: { Effect: "Deny", Action: "*", Resource: "*", ...statement } })) ?? [];
    return read === undefined ? undefined : applies(read, { ...CALL, ...call }, principal);
  }

  it("takes actions in any case, with wildcards, or all but some", () => {
    assert.equal(applied({ Action: "S3:put*policy" }), true);
    assert.equal(applied({ Action: ["s3:PutBucketPolic?"] }), true);
    assert.equal(applied({ Action: ["s3:PutObject"] }), false);
    assert.equal(applied({ Action: undefined, NotAction: "s3:Get*" }), true);
    assert.equal(applied({ Action: undefined, NotAction: ["s3:Put*"] }), false);
  });

  it("takes resources by their ARNs, and is open where the ARN is not known", () => {
    assert.equal(applied({ Resource: "arn:aws:s3:::baseline-*" }), true);
    assert.equal(applied({ Resource: "arn:aws:s3:::other" }), false);
    assert.equal(applied({ Resource: undefined, NotResource: "arn:aws:s3:::baseline-*" }), false);
    const unknown = { action: "s3:PutBucketPolicy", region: "eu-central-1" };
    const [read] =
      readStatements('{"Statement":[{"Effect":"Deny","Action":"*","Resource":["arn:aws:s3:::other"]}]}') ?? [];
    const [other] = readStatements('{"Statement":[{"Effect":"Deny","Action":"*","Resource":["arn:aws:sns:*"]}]}') ?? [];
    assert.ok(read !== undefined && other !== undefined);
    assert.equal(applies(read, unknown, SESSION), "unknown");
    assert.equal(applies(other, unknown, SESSION), false);
  });

  it("knows the role of a session, but not the path that it may have", () => {
    const principal = (value: string) => applied({ Condition: { ArnLike: { "aws:PrincipalARN": value } } });
    assert.equal(principal(`arn:aws:iam::${ACCOUNT}:role/Deployer`), true);
    assert.equal(principal("arn:aws:iam::*:role/*"), true);
    assert.equal(principal(`arn:aws:iam::${ACCOUNT}:role/Other`), false);
    assert.equal(principal("arn:aws:iam::*:role/team/Deployer"), "unknown");
    assert.equal(principal("arn:aws:iam::*:role/team/Other"), false);
  });

  it("compares as its operator does, negated or not, whether the key must be there or not", () => {
    const inRegion = (operator: string, ...values: readonly string[]) =>
      applied({ Condition: { [operator]: { "aws:RequestedRegion": values } } });
    assert.equal(inRegion("StringEquals", "eu-central-1"), true);
    assert.equal(inRegion("StringEquals", "EU-CENTRAL-1"), false);
    assert.equal(inRegion("StringEqualsIgnoreCase", "EU-CENTRAL-1"), true);
    assert.equal(inRegion("StringLike", "eu-*"), true);
    assert.equal(inRegion("StringNotLike", "us-*", "eu-*"), false);
    assert.equal(inRegion("StringNotEqualsIfExists", "us-east-1"), true);
    assert.equal(inRegion("Bool", "true"), "unknown");
  });

  it("applies when all its conditions do, and not when one does not, whatever the others", () => {
    const conditions = { StringEquals: { "aws:RequestedRegion": "us-east-1", "aws:PrincipalOrgID": "o-1" } };
    assert.equal(applied({ Condition: conditions }), false);
    const open = { StringEquals: { "aws:RequestedRegion": "eu-central-1", "aws:PrincipalOrgID": "o-1" } };
    assert.equal(applied({ Condition: open }), "unknown");
    const account = { StringEquals: { "aws:PrincipalAccount": ACCOUNT } };
    assert.equal(applied({ Condition: account }), true);
  });
});
