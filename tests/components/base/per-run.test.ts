import assert from "node:assert/strict";

import { perRun } from "../../../components/base/per-run";
import { record } from "../recorder";

describe("State of a run", () => {
  it("is one within a run, and another in the next", async () => {
    const state = perRun(() => new Set<string>());
    const seen: Set<string>[] = [];
    for (const _run of [1, 2]) {
      await record(() => void seen.push(state(), state()));
    }
    const [first, again, second] = seen;
    assert.equal(first, again);
    assert.notEqual(first, second);
  });
});
