/** The patterns of EventBridge, put to the account's own TestEventPattern. */
import assert from "node:assert/strict";
import { EventBridgeClient, TestEventPatternCommand } from "@aws-sdk/client-eventbridge";
import { GovernanceEvents, servicesRecorded } from "../../components/events/governance-events";
import { TAMPER_EVENTS } from "../../facts/cloudtrail/tamper-events";
import type { PropertyMap } from "../../policies/properties";
import { record } from "../components/recorder";
import { EVENT_MATCHES } from "../policies/patterns/event-matches";
import { requireSimulatedAccount } from "../support/account-tools";
import { emptyAccount } from "../support/accounts";

const ACCOUNT = "111122223333";
const REGION = "us-east-1";

describe("a pattern of EventBridge, in the simulated account,", () => {
  let stop = () => Promise.resolve();
  let matches: (pattern: string, event: PropertyMap) => Promise<boolean>;

  before(async function () {
    requireSimulatedAccount(this);
    const account = await emptyAccount(ACCOUNT);
    stop = () => account.stop();
    const client = new EventBridgeClient(account.clientSettings(REGION));
    matches = async (pattern, event) => {
      const answer = await client.send(
        new TestEventPatternCommand({ EventPattern: pattern, Event: JSON.stringify({ ...ENVELOPE, ...event }) }),
      );
      return answer.Result === true;
    };
  });

  after(() => stop());

  for (const { title, pattern, event, matches: expected } of EVENT_MATCHES) {
    it(`${expected ? "takes in" : "leaves out"} ${title}, as the pack has it`, async () => {
      assert.equal(await matches(JSON.stringify(pattern), event), expected);
    });
  }

  it("of GovernanceEvents takes in the calls of its service, refused ones too, and no others", async () => {
    const made = await record(
      () => void new GovernanceEvents("events", { topicArn: `arn:aws:sns:${REGION}:${ACCOUNT}:alerts`, calls: "all" }),
    );
    const services = servicesRecorded({ calls: "all" });
    const patterns = services.map((service) =>
      String(made.inputs("aws:cloudwatch/eventRule:EventRule", `events-${service}`)["eventPattern"]),
    );
    for (const [index, service] of services.entries()) {
      const [other = ""] = patterns.filter((_, place) => place !== index);
      const own = patterns[index] ?? "";
      for (const name of TAMPER_EVENTS[service]) {
        assert.equal(await matches(own, callOf(service, name)), true, `${service}:${name}`);
        assert.equal(await matches(own, callOf(service, name, "AccessDenied")), true, `${service}:${name} refused`);
        assert.equal(await matches(other, callOf(service, name)), false, `${service}:${name} of another service`);
      }
      assert.equal(await matches(own, callOf(service, "DescribeSomething")), false, `${service}:DescribeSomething`);
    }
  });
});

const ENVELOPE = { version: "0", id: "7bf73129-1428-4cd3-a780-95db273d1602", account: ACCOUNT, region: REGION };

/** An event with a record of CloudTrail. */
function callOf(service: string, eventName: string, errorCode?: string): PropertyMap {
  return {
    source: `aws.${service}`,
    "detail-type": "AWS API Call via CloudTrail",
    time: "2026-11-26T12:00:00Z",
    resources: [],
    detail: {
      eventVersion: "1.11",
      userIdentity: { type: "AssumedRole", arn: `arn:aws:sts::${ACCOUNT}:assumed-role/engineer/anna` },
      eventTime: "2026-11-26T12:00:00Z",
      eventSource: `${service}.amazonaws.com`,
      eventName,
      awsRegion: REGION,
      sourceIPAddress: "192.0.2.7",
      eventID: "2f9b5c1e-0c2a-4f0f-9d3a-1f2e3d4c5b6a",
      readOnly: false,
      managementEvent: true,
      ...(errorCode === undefined ? {} : { errorCode }),
    },
  };
}
