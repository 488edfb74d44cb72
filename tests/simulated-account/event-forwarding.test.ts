/** What the setting eventForwarding declares, applied to a simulated account by the real Terraform AWS provider, and verified there. */
import assert from "node:assert/strict";
import { EventBridge } from "@aws-sdk/client-eventbridge";
import { requireRealProvider } from "../support/account-tools";
import { type AppliedPart, HOME, applyPart } from "../support/real-provider/applied-part";

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
  let part: AppliedPart;
  let events: EventBridge;

  before(async function () {
    requireRealProvider(this);
    part = await applyPart(SETTINGS, ({ urn }) => PARTS.test(urn) && !urn.includes("us-east-1"));
    events = new EventBridge(part.account.clientSettings(HOME));
  });

  after(() => part.close());

  it("are what was declared, by the names of a preview and by those of an exported state", async () => {
    assert.deepEqual(await part.said(part.deployed), []);
    assert.deepEqual(await part.said(part.previewed), []);
  });

  it("are seen to go elsewhere", async () => {
    const name = "baseline-eu-central-1-forwarding";
    await events.updateApiDestination({ Name: name, InvocationEndpoint: "https://elsewhere.example.net" });
    const [finding, ...others] = await part.said(part.deployed);
    assert.deepEqual(others, []);
    assert.match(finding ?? "", /^fail verify-eventbridge-api-destination-as-declared .*elsewhere\.example\.net/);
    await events.updateApiDestination({ Name: name, InvocationEndpoint: "https://ingest.example.com/v1/events" });
    assert.deepEqual(await part.said(part.deployed), []);
  });

  it("are seen to go nowhere where the connection is gone", async () => {
    await events.deleteConnection({ Name: "baseline-eu-central-1-forwarding" });
    const findings = await part.said(part.previewed);
    assert.ok(
      findings.some((text) => text.startsWith("fail verify-eventbridge-connection-as-declared")),
      findings.join("\n"),
    );
  });
});
