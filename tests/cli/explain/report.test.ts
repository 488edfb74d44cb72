import assert from "node:assert/strict";
import * as path from "node:path";
import { parseReport, readReport } from "../../../cli/explain/report";
import { jsonDocument, jsonReport } from "../../../reports/json";
import { NOT_CHECKED_FORMATS } from "../../../reports/not-checked";
import { emptyReport, sampleReport } from "../../reports/sample";
import { removeTemporaryFolders, temporaryFile, temporaryFolder } from "../command";

describe("The report that findings are explained from", () => {
  after(removeTemporaryFolders);

  it("is what a check writes", () => {
    const file = temporaryFile("findings.json", jsonReport(sampleReport));
    assert.deepEqual(readReport(path.dirname(file)), {
      file,
      project: "governance",
      stack: "prod",
      findings: jsonDocument(sampleReport).findings,
    });
    assert.deepEqual(parseReport(jsonReport(emptyReport), "findings.json").findings, []);
  });

  it("names the organization's policy", () => {
    const configuration = [
      { kind: "exemptions", path: "exemptions.json", sha256: "00" },
      { kind: "organization policy", path: "organization.yml", sha256: "00" },
    ] as const;
    const read = parseReport(jsonReport({ ...sampleReport, configuration }), "findings.json");
    assert.equal(read.organizationPolicy, "organization.yml");
  });

  it("is refused where there is none, with how one comes about", () => {
    const folder = temporaryFolder();
    assert.throws(() => readReport(folder), new RegExp(`no report in ${folder}: it has no findings.json.*--out`));
  });

  it("is refused where its run came to no result, with the reason", () => {
    const text = NOT_CHECKED_FORMATS.json({ command: "baseline check", reason: "The program fails.", exitCode: 3 });
    assert.throws(() => parseReport(text, "findings.json"), /came to no result: The program fails\.$/);
  });

  it("is refused in any other form, with the place", () => {
    const { findings, ...document } = jsonDocument(sampleReport);
    const older = findings.map(({ fingerprint: _, ...finding }) => finding);
    for (const [text, said] of [
      ["{", /findings\.json is no report of this version: .*--out/],
      ["[]", /is no report of this version/],
      [JSON.stringify({ ...document, findings: older }), /at findings\.0\.fingerprint/],
      [JSON.stringify({ ...document, findings: [{ ...findings[0], result: "good" }] }), /at findings\.0\.result/],
    ] as const) {
      assert.throws(() => parseReport(text, "findings.json"), said);
    }
  });
});
