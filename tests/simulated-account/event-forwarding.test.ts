/** What the setting eventForwarding declares, applied to a simulated account by the real Terraform AWS provider, and verified there. */
import assert from "node:assert/strict";
import { EventBridge } from "@aws-sdk/client-eventbridge";
import { accountReader } from "../../account/reader";
import { verifyStack } from "../../account/stack";
import { type StackState, urnParts } from "../../pulumi/stack-state";
import { requireRealProvider } from "../support/account-tools";
import { emptyAccount } from "../support/accounts";
import { inEnvironment } from "../support/environment";
import { stackState } from "../support/prod-state";
import { deployedState } from "../support/real-provider/deployed-state";
import { providerSchema } from "../support/real-provider/provider-schema";
import { ProviderWorkspace, textOf } from "../support/real-provider/provider-workspace";
import type { SimulatedAccount } from "../support/simulated-account/simulated-account";

/** That of the sandbox stack. */
const ACCOUNT = "444455556666";
const HOME = "eu-central-1";
const QUEUE = "arn:aws:sqs:eu-central-1:111122223333:events";
const SETTINGS = {
  eventForwarding: JSON.stringify({
    queues: [{ arn: QUEUE }],
    endpoint: {
      url: "https://ingest.example.com/v1/events",
      authorization: {
        type: "oauth",
        clientId: "baseline",
        tokenUrl: "https://id.example.com/token",
        tokenParameters: { scope: "events" },
      },
    },
  }),
  eventEndpointSecret: "correct-horse",
};

/** Components without which the forwarding, its rules and the topic of these are not. */
const PARTS = /\$ai-governance-baseline:index:(EventForwarding|FindingAlerts|AlertHub)(\$|::)/;

describe("events that are sent on, in an account", function () {
  this.timeout(300_000);
  let account: SimulatedAccount;
  let workspace: ProviderWorkspace;
  let previewed: StackState;
  let deployed: StackState;
  let events: EventBridge;

  before(async function () {
    requireRealProvider(this);
    const whole = await stackState("sandbox", SETTINGS);
    const resources = whole.deployment.resources.filter(
      ({ urn, type }) => !type.startsWith("aws:") || (PARTS.test(urn) && !urn.includes("us-east-1")),
    );
    previewed = { ...whole, deployment: { ...whole.deployment, resources } };
    account = await emptyAccount(ACCOUNT);
    events = new EventBridge(account.clientSettings(HOME));
    workspace = await ProviderWorkspace.open(account);
    const applied = await workspace.apply(previewed);
    assert.deepEqual(applied.rejected.map(textOf), []);
    deployed = deployedState(previewed, applied, await providerSchema());
  });

  after(async () => {
    workspace.close();
    await account.stop();
  });

  const said = (state: StackState) =>
    inEnvironment(account.environment, async () => {
      const results = await verifyStack(accountReader({ homeRegion: HOME }), state);
      return results
        .filter(({ result }) => result !== "pass")
        .map(({ check, result, message, urn }) => `${result} ${check} ${urnParts(urn).name}: ${message}`);
    });

  it("are what was declared, by the names of a preview and by those of an exported state", async () => {
    assert.deepEqual(await said(deployed), []);
    assert.deepEqual(await said(previewed), []);
  });

  it("are seen to go elsewhere", async () => {
    const name = "baseline-eu-central-1-forwarding";
    await events.updateApiDestination({ Name: name, InvocationEndpoint: "https://elsewhere.example.net" });
    const [finding, ...others] = await said(deployed);
    assert.deepEqual(others, []);
    assert.match(finding ?? "", /^fail verify-eventbridge-api-destination-as-declared .*elsewhere\.example\.net/);
    await events.updateApiDestination({ Name: name, InvocationEndpoint: "https://ingest.example.com/v1/events" });
    assert.deepEqual(await said(deployed), []);
  });

  it("are seen to go nowhere where the connection is gone", async () => {
    await events.deleteConnection({ Name: "baseline-eu-central-1-forwarding" });
    const findings = await said(previewed);
    assert.ok(
      findings.some((text) => text.startsWith("fail verify-eventbridge-connection-as-declared")),
      findings.join("\n"),
    );
  });
});
