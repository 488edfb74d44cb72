import assert from "node:assert/strict";
import type { ArtifactReport } from "../../../account/artifact/reports";
import { type ArtifactListing, artifactJson, artifactTerminal, isComplete } from "../../../reports/artifact/report";

const REPORT: ArtifactReport = {
  id: "report-aaaaaaaaaaaaaaa1",
  version: 2,
  name: "SOC 2",
  arn: "arn:aws:artifact:us-east-1::report/report-aaaaaaaaaaaaaaa1:2",
  category: "",
  series: "",
  company: "",
  periodStart: undefined,
  periodEnd: undefined,
  acceptance: "PASSTHROUGH",
};

function listing(more: Partial<ArtifactListing> = {}): ArtifactListing {
  return {
    account: "111122223333",
    caller: "arn:aws:iam::111122223333:user/auditor",
    at: "2026-11-26T12:00:00.000Z",
    reports: [REPORT],
    fetched: [],
    ...more,
  };
}

const terminal = (of: ArtifactListing, folder?: string): string =>
  artifactTerminal(of, { width: 120, color: false, ...(folder === undefined ? {} : { folder }) });

describe("the report on what AWS Artifact has", () => {
  it("lists reports with what AWS says of them, and no more", () => {
    assert.match(terminal(listing()), /^report-a+1 v2, SOC 2\n\s*\n1 report\nAWS Artifact, account 111122223333, /);
    const open = { ...REPORT, periodStart: "2026-01-01T00:00:00.000Z", category: "SOC" };
    assert.match(terminal(listing({ reports: [open] })), /^ {2}SOC, 2026-01-01 to$/m);
  });

  it("says of what was fetched where it is, its digest and whether it was there, and of the rest why not", () => {
    const document = { file: "a.pdf", bytes: 3, sha256: "abc", wasThere: true };
    const of = listing({
      fetched: [
        { report: REPORT, accepted: true, terms: { ...document, file: "a-terms.pdf", wasThere: false }, document },
        { report: REPORT, accepted: false, why: "Its document was refused." },
      ],
    });
    assert.equal(
      terminal(of, "evidence"),
      `FETCHED  report-aaaaaaaaaaaaaaa1 v2, SOC 2
  a.pdf, 3 bytes, SHA-256 abc, which was there already
  terms, accepted by this run: a-terms.pdf, 3 bytes, SHA-256 abc

NOT FETCHED  report-aaaaaaaaaaaaaaa1 v2, SOC 2
  Its document was refused.

1 report, 1 fetched, 1 not fetched
AWS Artifact, account 111122223333, read as arn:aws:iam::111122223333:user/auditor at 2026-11-26T12:00:00.000Z
Evidence: evidence
`,
    );
    assert.equal(isComplete(of), false);
    assert.equal(isComplete(listing()), true);
  });

  it("shows no name that commands a terminal, and is JSON", () => {
    const hostile = listing({ reports: [{ ...REPORT, name: "\u001b[2Jgone\nREAD" }] });
    assert.doesNotMatch(terminal(hostile), /\u001b/);
    assert.match(terminal(hostile), /^report-a+1 v2, \\u\{1b\}\[2Jgone READ$/m);
    assert.deepEqual(JSON.parse(artifactJson(listing())), {
      ...listing({ reports: [JSON.parse(JSON.stringify(REPORT)) as ArtifactReport] }),
      complete: true,
    });
  });
});
