import assert from "node:assert/strict";
import fc from "fast-check";
import { readDiagnostic } from "../../gate/diagnostics";

const DESCRIPTION = "Keys rotate. A key that never rotates protects everything.";
const read = (message: string): ReturnType<typeof readDiagnostic> => readDiagnostic(message, DESCRIPTION);

describe("a diagnostic", () => {
  it("in the baseline's form is read into its parts", () => {
    assert.deepEqual(read(`${DESCRIPTION}\nenableKeyRotation: is false. Set it.`), {
      verdict: "fail",
      property: "enableKeyRotation",
      message: "is false. Set it.",
    });
    assert.deepEqual(read("[undecided] policy.Statement[0].Action: is unknown"), {
      verdict: "undecided",
      property: "policy.Statement[0].Action",
      message: "is unknown",
    });
    assert.deepEqual(read("[exempt] kmsKeyId: is absent"), {
      verdict: "exempt",
      property: "kmsKeyId",
      message: "is absent",
    });
  });
  it("of any other pack is a failure, its whole text the message", () => {
    assert.deepEqual(read("Buckets must be private."), { verdict: "fail", message: "Buckets must be private." });
    assert.deepEqual(read("two words: and more"), { verdict: "fail", message: "two words: and more" });
    assert.deepEqual(read("first line\nsecond line"), { verdict: "fail", message: "first line\nsecond line" });
    assert.deepEqual(read(""), { verdict: "fail", message: "" });
  });
  it("about a value that is not known yet is undecided, with the value's path", () => {
    const why =
      "can't run policy 'p' from policy pack 'k' during preview: string value at .tags.owner can't be known during preview";
    assert.deepEqual(read(why), {
      verdict: "undecided",
      property: "tags.owner",
      message: "string value at .tags.owner can't be known during preview",
    });
    assert.deepEqual(read("can't run policy 'p' from policy pack 'k' during preview: who knows"), {
      verdict: "undecided",
      message: "who knows",
    });
  });
  it("is never a pass, whatever it says", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (message, description) => {
        assert.ok(["fail", "undecided", "exempt"].includes(readDiagnostic(message, description).verdict));
      }),
    );
  });
});
