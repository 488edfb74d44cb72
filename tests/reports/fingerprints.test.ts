import assert from "node:assert/strict";
import { FINGERPRINT, fingerprints, shortFingerprints } from "../../reports/fingerprints";
import { BUCKET, finding } from "./sample";

describe("Fingerprints", () => {
  it("are the same in every run, whatever lines, messages and results do", () => {
    const moved = finding({ source: { file: "other.ts", line: 99, column: 1 }, message: "is so", result: "undecided" });
    assert.equal(fingerprints()(finding({})), fingerprints()(moved));
  });

  it("are others for another rule, resource or property", () => {
    const others = [{}, { rule: "bucket-private" }, { urn: BUCKET }, { property: "name" }];
    assert.equal(new Set(others.map((more) => fingerprints()(finding(more)))).size, others.length);
  });

  it("number what has the same rule, resource and property", () => {
    const fingerprint = fingerprints();
    const one = fingerprint(finding({}));
    const two = fingerprint(finding({}));
    assert.deepEqual([one.split(":")[1], two.split(":")[1]], ["1", "2"]);
    assert.equal(one.split(":")[0], two.split(":")[0]);
  });

  it("are told apart by beginnings, which are of eight digits at least", () => {
    const [one, two] = [`${"a".repeat(32)}:1`, `${"a".repeat(32)}:2`];
    const near = `${"a".repeat(9)}b${"a".repeat(22)}:1`;
    const far = `${"c".repeat(32)}:1`;
    assert.deepEqual(shortFingerprints([far, one, near, two]), ["c".repeat(8), one, near.slice(0, 10), two]);
    assert.deepEqual(shortFingerprints([far]), ["c".repeat(8)]);
  });

  it("have a form of which a beginning can be told", () => {
    const whole = fingerprints()(finding({}));
    for (const length of [1, 6, 32, 33, whole.length]) {
      assert.match(whole.slice(0, length), FINGERPRINT);
    }
    for (const other of ["", ":1", "trail-validates", `${whole}x`, `0${whole}`]) {
      assert.doesNotMatch(other, FINGERPRINT);
    }
  });
});
