import assert from "node:assert/strict";
import fc from "fast-check";
import { type Reading, readDiagnostic } from "../../gate/diagnostics";

const DESCRIPTION = "Keys rotate. A key that never rotates protects everything.";
const CHECKS = ["checkov:CKV_AWS_53", "checkov:CKV_AWS_54"];
const own = (message: string): Reading =>
  readDiagnostic(message, { description: DESCRIPTION, ownWording: true, relatedChecks: CHECKS });
const foreign = (message: string): Reading =>
  readDiagnostic(message, { description: DESCRIPTION, ownWording: false, relatedChecks: [] });

describe("a diagnostic", () => {
  it("of a policy with the baseline's format is split into its parts", () => {
    assert.deepEqual(own(`${DESCRIPTION}\nenableKeyRotation is false; set it to true`), {
      result: "fail",
      property: "enableKeyRotation",
      message: "is false; set it to true",
    });
    assert.deepEqual(own("[undecided] policy.Statement[0].Action is not known"), {
      result: "undecided",
      property: "policy.Statement[0].Action",
      message: "is not known",
    });
    assert.deepEqual(own("[exempt] kmsKeyId is not set"), {
      result: "exempt",
      property: "kmsKeyId",
      message: "is not set",
    });
  });
  it("can list a subset of its rule's related checks, but no others", () => {
    assert.deepEqual(own("blockPublicAcls is false; set it to true [checkov:CKV_AWS_53]"), {
      result: "fail",
      property: "blockPublicAcls",
      message: "is false; set it to true",
      relatedChecks: ["checkov:CKV_AWS_53"],
    });
    assert.deepEqual(own("blockPublicAcls is false [checkov:CKV_AWS_999]"), {
      result: "fail",
      property: "blockPublicAcls",
      message: "is false [checkov:CKV_AWS_999]",
    });
  });
  it("of any other policy is a failure with the whole text as its message", () => {
    for (const message of [
      "Buckets must be private.",
      "[exempt] kmsKeyId is not set",
      "two words: and more",
      "first line\nsecond line",
      "",
    ]) {
      assert.deepEqual(foreign(message), { result: "fail", message });
    }
  });
  it("about an unknown value is undecided, with the value's path", () => {
    const why =
      "can't run policy 'p' from policy pack 'k' during preview: string value at .tags.owner can't be known during preview";
    assert.deepEqual(foreign(why), {
      result: "undecided",
      property: "tags.owner",
      message: "is not known yet: string value at .tags.owner can't be known during preview",
    });
    assert.deepEqual(foreign("can't run policy 'p' from policy pack 'k' during preview: who knows"), {
      result: "undecided",
      message: "who knows",
    });
  });
  it("is never a pass, whatever its text", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (message, description, ownWording) => {
        const { result } = readDiagnostic(message, { description, ownWording, relatedChecks: [] });
        assert.ok(["fail", "undecided", "exempt"].includes(result));
      }),
    );
  });
});
