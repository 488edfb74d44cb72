import assert from "node:assert/strict";
import { plainProperties } from "../../policies/properties";

describe("the properties that a rule sees", () => {
  it("lack the note in which a bridged provider lists what it filled in, in every object", () => {
    const checked = {
      filter: { prefix: "", __defaults: ["prefix"] },
      rules: [{ days: 30, __defaults: [] }],
      name: "group-1a2b3c4",
      __defaults: ["name"],
    };
    assert.deepEqual(plainProperties(checked), {
      filter: { prefix: "" },
      rules: [{ days: 30 }],
      name: "group-1a2b3c4",
    });
  });
});
