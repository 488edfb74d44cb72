/** Declared against deployed: the prod stack, applied by the real AWS provider to a simulated account, and then broken. */
import assert from "node:assert/strict";
import { CHECK_IDS, type CheckId } from "../../account/checks";
import { accountReader } from "../../account/reader";
import { type StackOptions, verifyStack } from "../../account/stack";
import type { CheckResult } from "../../account/verification";
import { CONTROLS } from "../../controls/catalogue";
import { type ResourceState, type StackState, type WireMap, urnParts } from "../../pulumi/stack-state";
import { requireRealProvider } from "../support/account-tools";
import { type DeployedAccount, DEPLOYMENT_TIMEOUT, deployedAccount } from "../support/accounts";
import { stackState } from "../support/prod-state";
import { switchAudioOff } from "./audio";
import { BREAKAGES, type Clients, clientsOf } from "./breakages";
import { inEnvironment } from "../support/environment";

/** Of types that only settings declare which the prod stack has not. Those of EventBridge are made where events are sent on; Audit Manager is not simulated. */
const OF_OTHER_SETTINGS = [
  "verify-auditmanager-assessment-as-declared",
  "verify-config-aggregation-authorization-as-declared",
  "verify-eventbridge-api-destination-as-declared",
  "verify-eventbridge-connection-as-declared",
  "verify-eventbridge-connection-authorized",
  "verify-logs-account-policy-as-declared",
] as const satisfies readonly CheckId[];

describe("verify, on the prod stack in an account", function () {
  this.timeout(DEPLOYMENT_TIMEOUT);
  let deployed: DeployedAccount;
  let aws: Clients;
  let exported: StackState;

  before(async function () {
    requireRealProvider(this);
    deployed = await deployedAccount("prod");
    aws = clientsOf(deployed.account);
    exported = asExported(deployed.state);
    await switchAudioOff(deployed, [HOME, "us-east-1"]);
  });

  const verify = (state: StackState, options: StackOptions = {}): Promise<readonly CheckResult[]> =>
    inEnvironment(deployed.account.environment, () => verifyStack(accountReader({ homeRegion: HOME }), state, options));

  it("finds nothing but what a person has to do, by the exported state", async () => {
    const results = await verify(exported);
    assert.deepEqual(texts(results), UNCONFIRMED);
    assert.ok(results.filter(({ result }) => result === "pass").length > 300);
  });

  it("finds the same by the program, which knows no key and no automatic name", async () => {
    assert.deepEqual(texts(await verify(await stackState("prod"))), UNCONFIRMED);
  });

  it("makes every check", async () => {
    const made = new Set((await verify(exported)).map(({ check }) => check).concat(OF_OTHER_SETTINGS));
    assert.deepEqual(
      CHECK_IDS.filter((id) => !made.has(id)),
      [],
    );
  });

  for (const { what, control, act, says, more } of BREAKAGES) {
    it(`says under ${control} when ${what}`, async () => {
      const [check, name, property, message] = says;
      const wanted = checksOf(control);
      const undo = await act(aws);
      try {
        const broken = (await verify(exported, { wanted, region: HOME })).filter(isNew);
        const found = broken.find(
          (one) => one.check === check && urnParts(one.urn).name === name && (one.property ?? "") === property,
        );
        assert.equal(found?.result, "fail", texts(broken).join("\n"));
        if (typeof message === "string") {
          assert.equal(found.message, message);
        } else {
          assert.match(found.message, message);
        }
        assert.deepEqual(more === true ? [] : broken.filter((one) => one !== found), []);
      } finally {
        await undo();
      }
      assert.deepEqual(texts((await verify(exported, { wanted, region: HOME })).filter(isNew)), []);
    });
  }

  it("follows a repointed alias to the key that the program cannot name, and says what is wrong with it", async () => {
    const breakage = BREAKAGES.find(({ what }) => what === "an alias leads to another key");
    const undo = await breakage?.act(aws);
    try {
      const results = await verify(await stackState("prod"), { wanted: checksOf("KEY-02") });
      assert.ok(texts(results).some((text) => text.includes("baseline-trail-key: policy")));
    } finally {
      await undo?.();
    }
  });

  it("says when a subscription is gone", async () => {
    const gone = withInputs(exported, "aws:sns/topicSubscription:TopicSubscription", { endpoint: "gone@example.com" });
    const results = await verify(gone, { wanted: new Set(["verify-sns-subscription-as-declared"]), region: HOME });
    const names = texts(results).filter((text) => text.includes("alerts-topic-email"));
    assert.match(names.join(), /^fail: verify-sns-subscription-as-declared: \S+: is missing in the account/);
  });

  it("says when a managed policy is detached, and takes it for declared when it is not", async () => {
    const role = exported.deployment.resources.find(({ urn }) => urnParts(urn).name === ROLE);
    const PolicyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    const attachment: ResourceState = {
      urn: `urn:pulumi:prod::ai-governance-baseline::aws:iam/rolePolicyAttachment:RolePolicyAttachment::read-only`,
      type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
      custom: true,
      id: `${ROLE}/${PolicyArn}`,
      inputs: { role: ROLE, policyArn: PolicyArn },
      outputs: {},
      propertyDependencies: { role: [role?.urn ?? ""] },
    };
    const state = {
      ...exported,
      deployment: { ...exported.deployment, resources: [...exported.deployment.resources, attachment] },
    };
    const wanted = checksOf("ACCESS-03");
    assert.deepEqual(texts(await verify(state, { wanted })), [
      `fail: verify-iam-role-policy-attachment-as-declared: read-only: is missing in the account; the stack declares it (${attachment.id ?? ""} in eu-central-1)`,
    ]);
    await aws.iam.attachRolePolicy({ RoleName: ROLE, PolicyArn });
    assert.deepEqual(texts(await verify(state, { wanted })), []);
    await aws.iam.detachRolePolicy({ RoleName: ROLE, PolicyArn });
  });

  it("says what it does not read, and which properties it does not compare", async () => {
    const tracing = withInputs(exported, "aws:sns/topic:Topic", { tracingConfig: "Active" });
    const table = {
      ...tracing.deployment.resources[0],
      type: "aws:dynamodb/table:Table",
      custom: true,
    } as ResourceState; // of one
    const resources = [
      ...tracing.deployment.resources,
      { ...table, urn: "urn:pulumi:prod::p::aws:dynamodb/table:Table::t" },
    ];
    const results = await verify({ ...tracing, deployment: { ...tracing.deployment, resources } }, { region: HOME });
    const unread = texts(results).filter((text) => text.includes("not read by verify"));
    assert.deepEqual(unread, [
      "undecided: verify-complete: t: is not read by verify",
      "undecided: verify-sns-topic-as-declared: baseline-eu-central-1-alerts-topic: tracingConfig is not read by verify",
      "undecided: verify-sns-topic-as-declared: baseline-trail-topic: tracingConfig is not read by verify",
    ]);
  });

  it("reads one region only where it is told to", async () => {
    const results = await verify(exported, { region: "us-east-1", wanted: checksOf("CONFIG-01") });
    const names = results.map(({ urn }) => urnParts(urn).name);
    assert.deepEqual([...new Set(names)].sort(), [
      "baseline-recorder-role",
      "baseline-us-east-1-recorder-recorder",
      "baseline-us-east-1-recorder-status",
    ]);
  });
});

describe("verify, on the sandbox stack in an account", function () {
  this.timeout(DEPLOYMENT_TIMEOUT);

  it("finds nothing wrong, by the exported state and by the program", async function () {
    requireRealProvider(this);
    const deployed = await deployedAccount("sandbox");
    await switchAudioOff(deployed, [HOME]);
    for (const state of [asExported(deployed.state), await stackState("sandbox")]) {
      const results = await inEnvironment(deployed.account.environment, () =>
        verifyStack(accountReader({ homeRegion: HOME }), state),
      );
      assert.deepEqual(texts(results), []);
      assert.ok(results.length > 150, String(results.length));
    }
  });
});

/** Emails that nobody has confirmed. */
const UNCONFIRMED: readonly string[] = ["eu-central-1", "us-east-1"].map(
  (region) =>
    `fail: verify-sns-subscription-confirmed: baseline-${region}-alerts-topic-email-ai-security@example.com: SubscriptionArn is PendingConfirmation: nobody is told before it is confirmed`,
);

const HOME = "eu-central-1";
const ROLE = "baseline-eu-central-1-invocations-role";

/** The state with these inputs in every resource of a type. */
function withInputs(state: StackState, type: string, inputs: WireMap): StackState {
  const resources = state.deployment.resources.map((resource) =>
    resource.type === type ? { ...resource, inputs: { ...resource.inputs, ...inputs } } : resource,
  );
  return { ...state, deployment: { ...state.deployment, resources } };
}

function isNew({ result, check }: CheckResult): boolean {
  return result !== "pass" && check !== "verify-sns-subscription-confirmed";
}

function checksOf(id: string): ReadonlySet<CheckId> {
  return new Set(CONTROLS.filter((control) => control.id === id).flatMap(({ detects }) => detects.checks));
}

/** What did not pass, in one line each. */
function texts(results: readonly CheckResult[]): readonly string[] {
  return results
    .filter(({ result }) => result !== "pass")
    .map(({ check, urn, result, property, message }) =>
      [result, check, urnParts(urn).name, [property ?? "", message].join(" ").trim()].join(": "),
    )
    .sort();
}

/** An engine writes its version into a state that it exports. */
function asExported(state: StackState): StackState {
  const manifest = { ...state.deployment.manifest, version: "v3.260.0" };
  return { ...state, deployment: { ...state.deployment, manifest } };
}
