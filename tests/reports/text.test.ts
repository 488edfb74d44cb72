import assert from "node:assert/strict";
import fc from "fast-check";
import { cut, oneLine, resourceText, shortType, visible } from "../../reports/text";
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

  it("escape what takes no ink: ignored, private, unassigned and blank characters", () => {
    for (const code of [
      ...[0x00ad, 0x034f, 0x061c, 0x115f, 0x17b4, 0x180b, 0x200d, 0x2028, 0x2066, 0x2800, 0x3164, 0xe000, 0xfe0f],
      ...[0xfeff, 0xffa0, 0xfff9, 0x1d173, 0xe0001, 0xe0041, 0xe0100, 0xe01ef, 0xffffe],
    ]) {
      assert.equal(visible(`a${String.fromCodePoint(code)}b`), `a\\u{${code.toString(16)}}b`);
    }
    assert.equal(visible("é ü 日本 \u0301 ✅"), "é ü 日本 \u0301 ✅");
  });

  it("escape marks that pile up on a letter, after the fourth", () => {
    assert.equal(visible(`a${"\u0301".repeat(6)}`), `a${"\u0301".repeat(4)}\\u{301}\\u{301}`);
  });

  it("are cut where nobody would read on, with the number of characters left out", () => {
    assert.equal(cut("abc", 3), "abc");
    assert.equal(cut("abcd", 3), "abc... (1 characters more)");
    assert.equal(cut("ab😀", 3), "ab... (2 characters more)");
    const absurd = "x".repeat(1_000_000);
    assert.equal(oneLine(absurd).length, 4000 + "... (996000 characters more)".length);
    assert.equal(
      resourceText(`urn:pulumi:s::p::${absurd}::${absurd}`),
      Array(2)
        .fill(`${"x".repeat(300)}... (999700 characters more)`)
        .join(" "),
    );
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
