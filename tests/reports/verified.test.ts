/** A report on an account says in every format when and as whom it was read. */
import assert from "node:assert/strict";
import { parse as parseCsv } from "csv-parse/sync";
import { csvReport } from "../../reports/csv";
import { jsonDocument } from "../../reports/json";
import { junitReport } from "../../reports/junit";
import { markdownReport } from "../../reports/markdown";
import type { Verified } from "../../reports/report";
import { sarifLog } from "../../reports/sarif";
import { terminalReport } from "../../reports/terminal";
import { sampleReport } from "./sample";

const verified: Verified = {
  at: "2026-11-25T12:00:00.000Z",
  caller: "arn:aws:sts::111122223333:assumed-role/auditor/session",
  accountId: "111122223333",
};
const report = { ...sampleReport, verified };

describe("a report on an account", () => {
  it("says so in JSON, and leaves it out where no account was read", () => {
    assert.deepEqual(jsonDocument(report).summary.verified, verified);
    assert.ok(!("verified" in jsonDocument(sampleReport).summary));
  });

  it("says so on the terminal and in Markdown, on a line of its own", () => {
    const line = `Account ${verified.accountId} read at ${verified.at} by ${verified.caller}`;
    assert.ok(terminalReport(report, { width: 200, color: false }).split("\n").includes(line));
    assert.match(markdownReport(report), /Account 111122223333 read at 2026-11-25T12:00:00\.000Z by <code>arn:aws:sts/);
    assert.doesNotMatch(terminalReport(sampleReport, { width: 200, color: false }), / read at /);
    assert.doesNotMatch(markdownReport(sampleReport), / read at /);
  });

  it("says so in SARIF, by the invocation", () => {
    const [invocation] = sarifLog(report).runs[0]?.invocations ?? [];
    assert.equal(invocation?.endTimeUtc, verified.at);
    assert.equal(invocation.account, verified.caller);
    assert.deepEqual(invocation.properties, { accountId: verified.accountId });
    assert.deepEqual(sarifLog(sampleReport).runs[0]?.invocations, [{ executionSuccessful: true, exitCode: 1 }]);
  });

  it("says so in JUnit, by the properties of each suite", () => {
    const xml = junitReport(report);
    assert.equal(xml.match(/<testsuite /g)?.length, xml.match(/<properties>/g)?.length);
    assert.ok(xml.includes(`<property name="read by" value="${verified.caller}"`));
    assert.doesNotMatch(junitReport(sampleReport), /<properties>/);
  });

  it("says so in CSV, on every line", () => {
    const rows = parseCsv<Record<string, string>>(csvReport(report), { columns: true });
    assert.ok(rows.length > 1);
    for (const row of rows) {
      assert.deepEqual(
        [row["account"], row["read at"], row["read by"]],
        [verified.accountId, verified.at, verified.caller],
      );
    }
    const [first] = parseCsv<Record<string, string>>(csvReport(sampleReport), { columns: true });
    assert.deepEqual([first?.["account"], first?.["checks"]], ["", "verify-cloudtrail-trail-as-declared"]);
  });
});
