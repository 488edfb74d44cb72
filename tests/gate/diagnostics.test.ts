import assert from "node:assert/strict";
import fc from "fast-check";
import { type Reading, readDiagnostic } from "../../gate/diagnostics";
import type { EnforcementLevel } from "../../gate/finding";

const DESCRIPTION = "Keys rotate. A key that never rotates protects everything.";
const CHECKS = ["checkov:CKV_AWS_53", "checkov:CKV_AWS_54"];
const own = (message: string, level: EnforcementLevel = "advisory"): Reading =>
  readDiagnostic(message, level, { id: "p", description: DESCRIPTION, ownWording: true, relatedChecks: CHECKS });
const foreign = (message: string, level: EnforcementLevel = "advisory"): Reading =>
  readDiagnostic(message, level, { id: "p", description: DESCRIPTION, ownWording: false, relatedChecks: [] });

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
  it("that is mandatory is a failure, whatever mark it bears", () => {
    for (const message of [
      "[exempt] kmsKeyId is not set",
      "[undecided] kmsKeyId is not set",
      `${DESCRIPTION}\n[exempt] kmsKeyId is not set`,
    ]) {
      const text = message.replace(`${DESCRIPTION}\n`, "");
      assert.deepEqual(own(message, "mandatory"), { result: "fail", message: text });
    }
    const unknown = "can't run policy 'p' from policy pack 'k' during preview: who knows";
    assert.equal(own(unknown, "mandatory").result, "fail");
  });
  it("bears its mark at the beginning, and nowhere else", () => {
    for (const message of [
      "tags.Name is [exempt] kmsKeyId is not set",
      "tags.Name is x\n[exempt] kmsKeyId is not set",
      " [exempt] kmsKeyId is not set",
      "[EXEMPT] kmsKeyId is not set",
      "[exempt]\u00A0kmsKeyId is not set",
      "[exempt]kmsKeyId is not set",
    ]) {
      assert.equal(own(message).result, "fail", message);
    }
  });
  it("about an unknown value speaks of its own policy", () => {
    assert.equal(foreign("can't run policy 'q' from policy pack 'k' during preview: who knows").result, "fail");
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
        const rule = { id: "p", description, ownWording, relatedChecks: [] };
        const { result } = readDiagnostic(message, "advisory", rule);
        assert.ok(["fail", "undecided", "exempt"].includes(result));
        assert.equal(readDiagnostic(message, "mandatory", rule).result, "fail");
      }),
    );
  });
});
