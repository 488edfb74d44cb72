import assert from "node:assert/strict";
import fc from "fast-check";
import { oneLine, resourceText, shortType, visible } from "../../reports/text";
import { textWidth, wrap } from "../../reports/wrap";
import { hostileText } from "./hostile";

describe("The texts of a report", () => {
  it("shorten types", () => {
    assert.equal(shortType("aws:s3/bucket:Bucket"), "aws:s3:Bucket");
    assert.equal(shortType("aws:cloudwatch/eventRule:EventRule"), "aws:cloudwatch:EventRule");
    assert.equal(shortType("kubernetes:core/v1:ConfigMap"), "kubernetes:core/v1:ConfigMap");
    assert.equal(shortType("ai-governance-baseline:index:AuditTrail"), "AuditTrail");
    assert.equal(shortType("pulumi:providers:aws"), "pulumi:providers:aws");
    assert.equal(shortType("odd"), "odd");
  });

  it("show a resource as the last type in its URN and its name, including colons", () => {
    assert.equal(resourceText("urn:pulumi:s::p::my:index:Parent$aws:s3/bucket:Bucket::a::b"), "aws:s3:Bucket a::b");
    assert.equal(resourceText("no urn"), "no urn");
  });

  it("escape invisible characters", () => {
    assert.equal(visible("a\u001B[31m\u202Eb\u0000\nc\r\nd\te\uD800"), "a\\u{1b}[31m\\u{202e}b\\u{0}\nc\nd e\\u{d800}");
    assert.equal(oneLine(" a\n\n b "), "a b");
  });

  it("wrap at spaces, then after separators in names, then anywhere", () => {
    assert.deepEqual(wrap("one two three", 7), ["one two", "three"]);
    assert.deepEqual(wrap("preview-complete", 14), ["preview-", "complete"]);
    assert.deepEqual(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
    assert.deepEqual(wrap("日本語", 4), ["日本", "語"]);
    assert.deepEqual(wrap("a\nb", 9), ["a", "b"]);
    assert.deepEqual(wrap("", 9), [""]);
  });

  it("lose only spaces when wrapped, and stay within the width", () => {
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 8, max: 80 }), (text, width) => {
        const shown = oneLine(text);
        const lines = wrap(shown, width);
        assert.equal(lines.join("").replaceAll(" ", ""), shown.replaceAll(" ", ""));
        assert.ok(lines.every((line) => textWidth(line) <= width));
      }),
    );
  });
});
