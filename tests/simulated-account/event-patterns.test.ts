/** The patterns of EventBridge, put to the account's own TestEventPattern. */
import assert from "node:assert/strict";
import { EventBridgeClient, TestEventPatternCommand } from "@aws-sdk/client-eventbridge";
import { eventAlerts } from "../../components/events/event-alerts";
import { GOVERNANCE_CALLS, GOVERNANCE_CALLS_IDS, type GovernanceCalls } from "../../facts/cloudtrail/governance-events";
import { TAMPER_EVENTS } from "../../facts/cloudtrail/tamper-events";
import { matchesEvent } from "../../policies/patterns/event-matching";
import { parseEventPattern } from "../../policies/patterns/event-pattern";
import type { PropertyMap } from "../../policies/properties";
import { callOf, serviceEvent } from "../components/events/sample-events";
import { EVENT_MATCHES } from "../policies/patterns/event-matches";
import { requireSimulatedAccount } from "../support/account-tools";
import { emptyAccount } from "../support/accounts";

const ACCOUNT = "111122223333";
const REGION = "us-east-1";
const ENVELOPE = { version: "0", id: "7bf73129-1428-4cd3-a780-95db273d1602", account: ACCOUNT, region: REGION };

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

  for (const { id, pattern } of eventAlerts("all")) {
    it(`of the alert ${id} takes in what the pack's matcher says it does, of every event that any alert is about`, async () => {
      const text = JSON.stringify(pattern(ACCOUNTS));
      const alternatives = parseEventPattern(text);
      for (const event of EVENTS) {
        assert.equal(await matches(text, event), matchesEvent(alternatives, event), JSON.stringify(event));
      }
    });
  }
});

const ACCOUNTS = { accountId: ACCOUNT, trustedAccountIds: ["444455556666"] };

/** What somebody is told of, as it comes from anybody, and what looks like it. */
const EVENTS: readonly PropertyMap[] = [
  ...Object.entries(TAMPER_EVENTS).flatMap(([service, names]) => names.map((name) => callOf(service, name))),
  ...GOVERNANCE_CALLS_IDS.map((id): GovernanceCalls => GOVERNANCE_CALLS[id]).flatMap(({ calls }) =>
    Object.entries(calls).flatMap(([service, names]) =>
      names.flatMap((name) => [callOf(service, name), callOf(service, name, { errorCode: "AccessDenied" })]),
    ),
  ),
  ...[
    { type: "Root", accountId: ACCOUNT },
    { type: "IAMUser", userName: "BedrockAPIKey-x1", accountId: ACCOUNT },
    { type: "AWSAccount", accountId: "999999999999" },
    { type: "AWSAccount", accountId: "444455556666" },
    { type: "AWSService", invokedBy: "bedrock.amazonaws.com" },
  ].flatMap((userIdentity) => [
    callOf("bedrock", "InvokeModel", { userIdentity, readOnly: true }),
    callOf("sts", "AssumeRole", { userIdentity, readOnly: true }),
  ]),
  ...["NON_COMPLIANT", "COMPLIANT"].map((complianceType) =>
    serviceEvent("aws.config", "Config Rules Compliance Change", { newEvaluationResult: { complianceType } }),
  ),
  serviceEvent("aws.kms", "KMS CMK Deletion"),
  serviceEvent("aws.kms", "KMS CMK Rotation"),
  serviceEvent("aws.bedrock", "Batch Inference Job State Change"),
  callOf("bedrock", "DescribeSomething"),
];
