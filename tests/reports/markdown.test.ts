import assert from "node:assert/strict";
import fc from "fast-check";
import { markdownReport } from "../../reports/markdown";
import { markdownCode, markdownText } from "../../reports/markdown-text";
import { hostileReport, hostileText } from "./hostile";
import { emptyReport, finding, reportWithRulesLeftOut, sampleReport } from "./sample";

const marked = import("marked");
type Marked = Awaited<typeof marked>;

/** The number of cells in each row of each table, including headers. */
function tables({ parse }: Marked, markdown: string): readonly (readonly number[])[] {
  const html = parse(markdown, { async: false });
  const pieces = (text: string, tag: RegExp): readonly string[] => text.split(tag).slice(1);
  return pieces(html, /<table>/).map((table) => pieces(table, /<tr>/).map((row) => pieces(row, /<t[hd]>/).length));
}

describe("The Markdown report", () => {
  it("shows the verdict, counts, findings, controls and passes", () => {
    assert.equal(
      markdownReport(sampleReport),
      `## ❌ FAIL: 1 mandatory failure, 1 advisory failure, 1 undecided, 1 exempt

governance/prod, account 111122223333, eu-central-1. 4 resources checked by 4 rules (1 more disabled) of ai-governance-baseline 0.1.0 in 2.3 s: 1 pass, 11 not applicable.

| Result | Severity | Rule and resource | Finding |
| --- | --- | --- | --- |
| **FAIL** | high | <code>trail-validates</code><br><code>aws:cloudtrail:Trail audit-trail</code> | enableLogFileValidation is false; it must be true<br><code>index.ts:12</code> |
| WARN | critical | <code>bucket-owned</code><br><code>aws:s3:Bucket audit-bucket</code> | has &#124; no owner |
| UNDECIDED | medium | <code>preview-complete</code><br><code>AuditTrail audit</code> | The component runs in a plugin. |
| EXEMPT | medium | <code>bucket-locked</code><br><code>aws:s3:Bucket audit-bucket</code> | objectLockEnabled is absent (exempt until 2030-01-31, owner data, approved by ciso: a copy is kept elsewhere)<br><code>components/evidence bucket.ts:40</code> |

**Controls satisfied: 1 of 2**

<details>
<summary>1 open control</summary>

| Control | Title | Status | Clauses |
| --- | --- | --- | --- |
| <code>AIG-01</code> | Records cannot be altered unseen | violated | EU AI Act 2024/1689 Art. 12(1); CIS AWS 3.0.0 3.2 |

</details>

<details>
<summary>1 rule passed everywhere</summary>

| Rule | Passes |
| --- | --- |
| <code>bucket-private</code> | 1 |

</details>
`,
    );
  });

  it("names the Config rules that a region does not have", () => {
    const details = `
<details>
<summary>AWS Config lacks 2 chosen rules in us-west-1</summary>

| AWS Config rule |
| --- |
| <code>bedrock-guardrail-ready</code> |
| <code>key-policy &#124; checked</code> |

</details>

<details>
<summary>1 rule passed everywhere</summary>
`;
    assert.ok(markdownReport(reportWithRulesLeftOut).includes(details));
    assert.equal(markdownReport(reportWithRulesLeftOut).includes("in eu-central-1</summary>"), false);
  });

  it("has no tables for an empty evaluation", () => {
    assert.equal(
      markdownReport(emptyReport),
      `## ⚠️ NOT CHECKED: no rule came to a result, no resource was checked

governance/prod, account 000000000000 (a placeholder: the settings name none), eu-central-1. 0 resources checked by 0 rules of empty in 0.0 s: 0 passes, 0 not applicable.
`,
    );
  });

  it("creates no mentions and no links", async () => {
    const { parseInline } = await marked;
    assert.equal(markdownText("ask @ops, see #12"), "ask <code>&#64;</code>ops, see <code>&#35;</code>12");
    assert.equal(markdownCode("@ops"), "<code>&#64;ops</code>");
    assert.doesNotMatch(
      parseInline(markdownText("https://example.com www.example.com [a](b) ![c](d) <b>e</b> a@b.example"), {
        async: false,
      }),
      /<(?!\/?code>|wbr>)/,
    );
  });

  it("lets long names go on in the next line where a part of them ends, and others alone", () => {
    assert.equal(
      markdownCode("arn:aws:sts::111122223333:assumed_role/auditor/session"),
      "<code>arn:aws:sts::111122223333:<wbr>assumed&#95;role/auditor/session</code>",
    );
    assert.equal(markdownCode("x".repeat(31)), `<code>${"x".repeat(30)}<wbr>x</code>`);
    const rule = "logs-log-group-customer-managed-key";
    assert.equal(markdownCode(rule), `<code>${rule}</code>`, "a hyphen is a place to go on by itself");
  });

  it("shows texts literally", async () => {
    const { parseInline } = await marked;
    fc.assert(
      fc.property(hostileText, (text) => {
        assert.doesNotMatch(parseInline(markdownText(text), { async: false }), /<(?!\/?code>|wbr>)/);
        assert.doesNotMatch(markdownText(text), /[|\n]/);
      }),
    );
  });

  it("keeps the columns and rows of its tables for any text", async () => {
    const parser = await marked;
    fc.assert(
      fc.property(hostileReport, (report) => {
        const shown = report.evaluation.findings.filter(({ result }) => result !== "pass").length;
        const found = tables(parser, markdownReport({ ...report, controls: [] }, { rows: 1000 })).filter(
          ([head]) => head === 4,
        );
        assert.deepEqual(found, shown === 0 ? [] : [Array.from({ length: shown + 1 }, () => 4)]);
      }),
    );
  });

  it("stays within the size limit of a comment, and counts the omitted rows", async () => {
    const findings = Array.from({ length: 1000 }, (_, index) =>
      finding({ rule: `rule-${index}`, message: "x".repeat(2000) }),
    );
    const report = { ...sampleReport, evaluation: { ...sampleReport.evaluation, findings } };
    const markdown = markdownReport(report, { rows: 1000 });
    assert.ok(markdown.length < 65_536);
    const rows = (tables(await marked, markdown)[0]?.length ?? 0) - 1;
    assert.ok(rows > 50);
    assert.match(markdown, new RegExp(`^${1000 - rows} more: see the other reports\\.$`, "m"));
  });

  it("is short: it shows the worst findings, and counts the rest", () => {
    const findings = [
      ...Array.from({ length: 25 }, (_, index) => finding({ rule: `advice-${index}`, level: "advisory" })),
      finding({ rule: "the-failure" }),
    ];
    const of = (count: number): string =>
      markdownReport({ ...sampleReport, evaluation: { ...sampleReport.evaluation, findings: findings.slice(-count) } });
    assert.doesNotMatch(of(25), /more: see the other reports/);
    const [first = "", ...others] = of(26)
      .split("\n")
      .filter((line) => /the-failure|advice-/.test(line));
    assert.match(first, /^\| \*\*FAIL\*\* .*the-failure/);
    assert.equal(others.length, 24);
    assert.match(of(26), /^1 more: see the other reports\.$/m);
  });

  it("fits into 900 pixels, however long its words are", async () => {
    const parser = await marked;
    fc.assert(
      fc.property(fc.stringMatching(/^[\w:/.-]{1,150}$/), (name) => {
        const urn = `urn:pulumi:prod::${name}::aws:s3/bucket:Bucket::${name}`;
        const findings = [
          finding({ rule: name, urn, message: `${name} ${urn}`, source: { file: name, line: 1, column: 1 } }),
        ];
        const markdown = markdownReport({ ...sampleReport, evaluation: { ...sampleReport.evaluation, findings } });
        const [table = ""] = parser.parse(markdown, { async: false }).split("<table>").slice(1);
        const width = narrowest(table.split("</table>")[0] ?? "");
        assert.ok(width > 0 && width <= 900, String(width));
      }),
    );
  });
});

/** GitHub's cells have 13 pixels on either side, and a border; a character of code is 7.2 pixels wide, and of bold text less than 9. */
const CELL_PIXELS = 27;
const CHARACTER_PIXELS = 9;

/** The least width of a table in pixels: the longest words of its columns next to each other. */
function narrowest(table: string): number {
  const rows = table
    .split("<tr>")
    .slice(1)
    .map((row) => row.split(/<t[hd]>/).slice(1));
  const words = (cell: string): readonly string[] =>
    cell.split(/<wbr>|<br>|\s+|(?<=-)(?=[a-z])/i).map((word) => word.replace(/<[^>]*>/g, "").replace(/&[#\w]+;/g, "x"));
  const longest = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.flatMap((row) => words(row[column] ?? "").map(({ length }) => length))),
  );
  return longest.reduce((sum, length) => sum + length * CHARACTER_PIXELS + CELL_PIXELS, 0);
}
