import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { csvCell, csvReport } from "../../reports/csv";
import { oneLine } from "../../reports/text";
import { hostileReport, hostileText } from "./hostile";
import { emptyReport, sampleReport } from "./sample";

const HEAD =
  "control,title,framework,clause,status,rules,components,config rules,alarms,checks,failures,account,read at,read by,configuration\r\n";

/** The text without the apostrophes that stand before what would be a formula. */
function withoutApostrophes(text: string): string {
  return text.replace(/'(?=[=+\-@＝＋－＠])/g, "");
}

describe("The CSV report", () => {
  it("has one line for each clause of a control, and one for a control without clauses", () => {
    const failure = '"trail-validates: audit-trail: is false, it must be true"';
    const rest = `violated,trail-validates; bucket-locked,AuditTrail,CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED,,verify-cloudtrail-trail-as-declared,${failure},,,,`;
    assert.equal(
      csvReport(sampleReport),
      [
        HEAD,
        `AIG-01,Records cannot be altered unseen,EU AI Act 2024/1689,Art. 12(1),${rest}\r\n`,
        `AIG-01,Records cannot be altered unseen,CIS AWS 3.0.0,3.2,${rest}\r\n`,
        "AIG-02,Evidence is private,,,satisfied,bucket-private,EvidenceBucket,,ModelInvocationLogsS3DeliveryFailure,,,,,,\r\n",
      ].join(""),
    );
  });

  it("contains only the header if there are no controls", () => {
    assert.equal(csvReport(emptyReport), HEAD);
  });

  it("has no cell that starts like a formula", () => {
    for (const start of ["=", "+", "-", "@", "＝", "＋", "－", "＠"]) {
      for (const before of ["", " ", "\t", "\r\n", "a;", "a; ", 'a,"', "a\n; "]) {
        assert.match(csvCell(`${before}${start}1`), /(^|[;," ])'[^']1/, JSON.stringify(before + start));
      }
      assert.match(csvCell(`${start}1`), /^'/, JSON.stringify(start));
    }
    assert.equal(csvCell("1=1"), "1=1");
    assert.equal(csvCell('=HYPERLINK("x")'), `"'=HYPERLINK(""x"")"`);
  });

  it("parses back to the visible texts", () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 2, maxLength: 5 }), (texts) => {
        const [row] = parse(`${texts.map(csvCell).join(",")}\r\n`, { record_delimiter: "\r\n" });
        assert.deepEqual(
          row?.map(withoutApostrophes),
          texts.map((text) => withoutApostrophes(oneLine(text, Infinity))),
        );
      }),
    );
  });

  it("keeps its columns for any text", () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const rows: string[][] = parse(csvReport(report), { record_delimiter: "\r\n" });
        assert.equal(rows.length, 1 + report.controls.length);
        assert.deepEqual(new Set(rows.map((row) => row.length)), new Set([15]));
      }),
    );
  });
});
