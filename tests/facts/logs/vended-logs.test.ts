import assert from "node:assert/strict";

import { LOGGED_KINDS, loggedKindOf } from "../../../facts/logs/vended-logs";

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:111122223333:${resource}`;

describe("The kinds of resources whose logs AWS delivers", () => {
  for (const [kind, { service, resource }] of Object.entries(LOGGED_KINDS)) {
    it(`know a ${kind} by its ARN, in every partition`, () => {
      assert.equal(loggedKindOf(arn(service, `${resource}a1b2c3d4e5`)), kind);
      assert.equal(loggedKindOf(arn(service, `${resource}a1b2c3d4e5`).replace("arn:aws:", "arn:aws-us-gov:")), kind);
    });
  }

  it("are told by service and resource together", () => {
    assert.equal(loggedKindOf(arn("bedrock-agentcore", "knowledge-base/ABCDEFGHIJ")), undefined);
    assert.equal(loggedKindOf(arn("bedrock", "memory/tools-a1b2c3d4e5")), undefined);
  });

  it("are no agents, no guardrails, no names and nothing without an account", () => {
    for (const other of [
      arn("bedrock", "agent/ABCDEFGHIJ"),
      arn("bedrock", "guardrail/a1b2c3d4e5f6"),
      "knowledge-base/ABCDEFGHIJ",
      "arn:aws:bedrock:eu-central-1::knowledge-base/ABCDEFGHIJ",
      arn("bedrock", "knowledge-base/"),
    ]) {
      assert.equal(loggedKindOf(other), undefined, other);
    }
  });
});
