/** How a preview's synthesized identities are found in an account. */
import assert from "node:assert/strict";
import { identify, isPreviewed } from "../../account/identities";
import { accountReader } from "../../account/reader";
import { verifyStack } from "../../account/stack";
import type { ResourceState, StackState, WireMap } from "../../pulumi/stack-state";
import { requireSimulatedAccount } from "../support/account-tools";
import { emptyAccount } from "../support/accounts";
import type { SimulatedAccount } from "../support/simulated-account/simulated-account";
import { type Clients, clientsOf } from "./breakages";
import { inEnvironment } from "../support/environment";

const HOME = "eu-central-1";
const SYNTHESIZED_KEY = "00000000-0000-4000-8000-000000000001";
const ALLOW = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "logs:PutLogEvents", Resource: "*" }],
});
const TRUST = JSON.stringify({ Version: "2012-10-17", Statement: [] });

describe("the identities of a previewed stack", function () {
  this.timeout(60_000);
  let account: SimulatedAccount;
  let aws: Clients;

  before(async function () {
    requireSimulatedAccount(this);
    account = await emptyAccount("111122223333");
    aws = clientsOf(account);
  });

  after(() => account.stop());

  const identified = (resources: readonly ResourceState[]) =>
    inEnvironment(account.environment, () => identify(accountReader({ homeRegion: HOME }), resources, () => HOME));

  it("are a key's, by its alias, wherever the key is named", async () => {
    const { KeyMetadata } = await aws.kms.createKey({});
    const keyId = KeyMetadata?.KeyId ?? "";
    await aws.kms.createAlias({ AliasName: "alias/evidence", TargetKeyId: keyId });
    const { resources, unidentified } = await identified([
      key(),
      alias("alias/evidence"),
      resource("aws:sns/topic:Topic", "alarms", {
        name: "alarms",
        kmsMasterKeyId: `arn:aws:kms:x:1:key/${SYNTHESIZED_KEY}`,
      }),
    ]);
    assert.equal(resources[0]?.id, keyId);
    assert.deepEqual(resources[1]?.inputs, { name: "alias/evidence", targetKeyId: keyId });
    assert.equal(resources[2]?.inputs["kmsMasterKeyId"], `arn:aws:kms:x:1:key/${keyId}`);
    assert.deepEqual([...unidentified], []);
  });

  it("are unknown where an alias is missing, so that nothing which names the key passes or fails for it", async () => {
    const topic = resource("aws:sns/topic:Topic", "pages", { name: "pages", kmsMasterKeyId: SYNTHESIZED_KEY });
    const { TopicArn = "" } = await aws.sns.createTopic({ Name: "pages" });
    const state = previewed([key(), alias("alias/none"), { ...topic, id: TopicArn }]);
    const results = await inEnvironment(account.environment, () =>
      verifyStack(accountReader({ homeRegion: HOME }), state),
    );
    const said = results.map(({ check, result, message }) => `${result} ${check}: ${message}`);
    assert.ok(
      said.includes(
        "fail verify-kms-key-usable: is missing in the account: no alias/none leads to a key in eu-central-1",
      ),
    );
    assert.ok(
      said.includes(
        "fail verify-kms-alias-as-declared: is missing in the account; the stack declares it (alias/none in eu-central-1)",
      ),
    );
    assert.ok(
      said.includes(
        "undecided verify-sns-topic-as-declared: is not set in the account; what the stack declares is only known from its exported state",
      ),
    );
  });

  it("are not to be found for a key without an alias", async () => {
    const { unidentified } = await identified([key()]);
    assert.deepEqual(
      [...unidentified.values()],
      [
        {
          result: "undecided",
          message: "has no alias in the stack, and its id is only known from the exported state (--state)",
        },
      ],
    );
  });

  it("are those of a role and of its policy, by the beginnings of their automatic names", async () => {
    await aws.iam.createRole({ RoleName: "delivery-role-0a1b2c3", AssumeRolePolicyDocument: TRUST });
    await aws.iam.createRole({ RoleName: "delivery-role-for-others", AssumeRolePolicyDocument: TRUST });
    await aws.iam.putRolePolicy({
      RoleName: "delivery-role-0a1b2c3",
      PolicyName: "delivery-role-policy-3c2b1a0",
      PolicyDocument: ALLOW,
    });
    const { resources } = await identified([role("delivery-role"), rolePolicy("delivery-role")]);
    assert.equal(resources[0]?.id, "delivery-role-0a1b2c3");
    assert.equal(resources[1]?.id, "delivery-role-0a1b2c3:delivery-role-policy-3c2b1a0");
    assert.equal(resources[1].inputs["role"], "delivery-role-0a1b2c3");
  });

  it("are missing, or several, by name", async () => {
    await aws.iam.createRole({ RoleName: "twin-0a1b2c3", AssumeRolePolicyDocument: TRUST });
    await aws.iam.createRole({ RoleName: "twin-0a1b2c4", AssumeRolePolicyDocument: TRUST });
    const { unidentified } = await identified([role("twin"), role("none"), rolePolicy("none")]);
    assert.deepEqual([...unidentified.values()].map(({ result, message }) => `${result} ${message}`).sort(), [
      "fail is missing in the account: nothing is named none with seven digits after it",
      "undecided belongs to a role that was not found",
      "undecided is one of twin-0a1b2c3, twin-0a1b2c4: verify it from the exported state (--state)",
    ]);
  });

  it("are those that the engine chose for any other type, which only an exported state tells", async () => {
    const { unidentified } = await identified([resource("aws:s3/bucket:Bucket", "evidence", {})]);
    assert.deepEqual(
      [...unidentified.values()],
      [
        {
          result: "undecided",
          message: "has a name that the engine chose: verify it from the exported state (--state)",
        },
      ],
    );
  });

  it("are only looked for where no engine has written the state", () => {
    assert.ok(isPreviewed(previewed([])));
    const exported = { ...previewed([]).deployment, manifest: { time: "", magic: "", version: "v3.260.0" } };
    assert.ok(!isPreviewed({ version: 3, deployment: exported }));
  });
});

function resource(type: string, name: string, inputs: WireMap, more: Partial<ResourceState> = {}): ResourceState {
  return {
    urn: `urn:pulumi:prod::p::${type}::${name}`,
    type,
    custom: true,
    id: name,
    inputs,
    outputs: inputs,
    ...more,
  };
}

function key(): ResourceState {
  return resource("aws:kms/key:Key", "key", {}, { id: SYNTHESIZED_KEY });
}

function alias(name: string): ResourceState {
  return resource("aws:kms/alias:Alias", "alias", { name, targetKeyId: SYNTHESIZED_KEY }, { id: name });
}

/** A role that the engine names, with a name that a preview has synthesized. */
function role(name: string): ResourceState {
  const synthesized = `${name}-fffffff`;
  return resource("aws:iam/role:Role", name, {}, { id: synthesized, outputs: { name: synthesized } });
}

function rolePolicy(of: string): ResourceState {
  const synthesized = `${of}-policy-eeeeeee`;
  return resource(
    "aws:iam/rolePolicy:RolePolicy",
    `${of}-policy`,
    { role: `${of}-fffffff` },
    { id: `${of}-fffffff:${synthesized}`, outputs: { name: synthesized } },
  );
}

function previewed(resources: readonly ResourceState[]): StackState {
  return { version: 3, deployment: { manifest: { time: "", magic: "", version: "" }, resources } };
}
