import assert from "node:assert/strict";
import { chosenRules, similarIds } from "../../../cli/rules/choice";
import { PRIVATE, RETAINED, VALIDATES } from "../../reports/rules/sample";

const RULES = [RETAINED, VALIDATES, PRIVATE];

function listed(words: readonly string[], filters: Parameters<typeof chosenRules>[2] = {}): readonly string[] {
  const chosen = chosenRules(RULES, words, filters);
  return chosen.kind === "list" ? chosen.rules.map(({ id }) => id) : [`page of ${chosen.rule.id}`];
}

describe("Which rules are shown", () => {
  it("are all, where nothing is asked", () => {
    assert.deepEqual(
      listed([]),
      RULES.map(({ id }) => id),
    );
  });

  it("is the page of one, where a single word is its id", () => {
    assert.deepEqual(listed(["s3-bucket-private"]), ["page of s3-bucket-private"]);
    assert.deepEqual(listed(["s3-bucket-private", "buckets"]), ["s3-bucket-private"]);
    assert.deepEqual(listed(["s3-bucket-privat"]), ["s3-bucket-private"]);
  });

  it("are those that hold every word in id, title or description, in any case", () => {
    assert.deepEqual(listed(["TRAIL", "Log Groups"]), ["cloudtrail-log-group-retained"]);
    assert.deepEqual(listed(["digest", "validates"]), ["cloudtrail-trail-validates"]);
  });

  it("are those of a framework and of severities, whose words may be none", () => {
    assert.deepEqual(listed([], { framework: "nist-800-53" }), ["cloudtrail-trail-validates"]);
    assert.deepEqual(listed(["trail"], { severity: ["medium", "critical"] }), ["cloudtrail-log-group-retained"]);
    assert.deepEqual(listed([], { severity: ["medium", "critical"] }), [
      "cloudtrail-log-group-retained",
      "s3-bucket-private",
    ]);
  });

  it("are refused where a word finds nothing, with similar ids", () => {
    assert.throws(
      () => listed(["trail", "s3-bucket-privvate"]),
      /No rule has "s3-bucket-privvate" in its id, title or description\. Similar ids: s3-bucket-private\. `baseline rules`/,
    );
    assert.throws(
      () => listed(["xyzzy-plugh-frotz"]),
      /"xyzzy-plugh-frotz" in its id, title or description\. `baseline rules`/,
    );
  });

  it("are refused where the words and options leave none, with all of them", () => {
    assert.throws(
      () => listed(["trail", "digest"], { framework: "hipaa", severity: ["low", "medium"] }),
      /No rule answers to "trail" and "digest", --framework hipaa, --severity low medium\. Take one of them away/,
    );
  });
});

describe("Similar ids", () => {
  const ids = ["cloudtrail-trail-private", "cloudtrail-logging", "s3-bucket-private", "sns-topic"];

  it("are the nearest one, where the whole word is near to it", () => {
    assert.deepEqual(similarIds("s3-bucket-privat", ids), ["s3-bucket-private"]);
  });

  it("are otherwise those whose parts are near to the word's, those with the most first", () => {
    assert.deepEqual(similarIds("cloudtrial", ids), ["cloudtrail-trail-private", "cloudtrail-logging"]);
    assert.deepEqual(similarIds("privat-buckt-s3-xxxxxxxxxxxx-yyyyyyyyyyyy", ids), [
      "s3-bucket-private",
      "cloudtrail-trail-private",
    ]);
  });

  it("are at most five", () => {
    const many = Array.from({ length: 9 }, (_, index) => `cloudtrail-something-number-${index}`);
    assert.equal(similarIds("cloudtrial", many).length, 5);
  });
});
