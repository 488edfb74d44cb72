import assert from "node:assert/strict";

import { deliveredResources } from "../../../components/account/account-log-deliveries";

const HERE = "eu-central-1:111122223333";

describe("The short names of an account's logged resources", () => {
  it("are their kind and the end of their id, whatever stands beside them in the list", () => {
    const runtime = `arn:aws:bedrock-agentcore:${HERE}:runtime/assistant-a1b2c3d4e5`;
    const alias = `arn:aws:bedrock:${HERE}:agent-alias/ABCDEFGHIJ/KLMNOPQRST`;
    assert.deepEqual(deliveredResources([runtime, alias]), {
      "runtime-a1b2c3d4e5": { kind: "runtime", arn: runtime },
      "agent-alias-KLMNOPQRST": { kind: "agent-alias", arn: alias },
    });
    assert.deepEqual(Object.keys(deliveredResources([alias])), ["agent-alias-KLMNOPQRST"]);
  });

  it("leave out what AWS delivers no logs of", () => {
    assert.deepEqual(deliveredResources([`arn:aws:bedrock:${HERE}:guardrail/a1b2c3d4e5f6`]), {});
  });
});
