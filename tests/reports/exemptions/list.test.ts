import assert from "node:assert/strict";
import type { ExemptionsReport } from "../../../reports/exemptions/exemption";
import { exemptionsJson, exemptionsText, statusCounts } from "../../../reports/exemptions/list";

const ENTRY = {
  rule: "s3-bucket-protected",
  urn: "urn:pulumi:prod::example::*",
  property: "protect",
  reason: "It moves",
  owner: "o",
  approver: "a",
  expires: "2026-12-31",
};
const REPORT: ExemptionsReport = {
  file: "exemptions.json",
  today: "2026-12-30",
  total: 2,
  exemptions: [
    { place: 1, status: "in-force", daysLeft: 1, entry: ENTRY },
    { place: 2, status: "malformed", problem: "is null; it must be an object", entry: null },
  ],
};
const PLAIN = { width: 80, color: false };

describe("the list of exemptions", () => {
  it("has the terms of each, and why one does not apply", () => {
    assert.equal(
      exemptionsText(REPORT, "2 exemptions", PLAIN),
      `1. s3-bucket-protected  IN FORCE
  URN       urn:pulumi:prod::example::*
  Finding   protect
  Reason    It moves
  Owner     o
  Approver  a
  Expires   2026-12-31
  Left      1 day

2. no rule  MALFORMED
  Problem  It is null; it must be an object.
  Finding  every finding of the rule

exemptions.json: 2 exemptions.
`,
    );
  });

  for (const [daysLeft, text] of [
    [0, "Left      today is its last day"],
    [-1, "Left      expired 1 day ago"],
    [-2, "Left      expired 2 days ago"],
  ] as const) {
    it(`says of ${String(daysLeft)} days: ${text}`, () => {
      const exemptions = [{ place: 1, status: "in-force", daysLeft, entry: ENTRY }] as const;
      assert.ok(exemptionsText({ ...REPORT, exemptions }, "", PLAIN).includes(`  ${text}\n`));
    });
  }

  it("names the organization's policy that limits them", () => {
    const text = exemptionsText({ ...REPORT, exemptions: [], organizationPolicy: "floors.yml" }, "none", {
      ...PLAIN,
      width: 100,
    });
    assert.equal(text, "exemptions.json, within the limits of the organization's policy floors.yml: none.\n");
  });

  it("lets nothing in a file move the cursor or begin a line", () => {
    const hostile = { ...ENTRY, rule: "\u001B[2J\nPASS", reason: "\u202Egnp\r\n::error::no", expires: ["\u0007"] };
    const exemptions = [{ place: 1, status: "malformed", problem: 'has "\u001B[1m"', entry: hostile }] as const;
    const text = exemptionsText({ ...REPORT, file: "\u001B.json", exemptions }, "", PLAIN);
    assert.doesNotMatch(text, /[\u0000-\u0009\u000B-\u001F\u202E]/);
    assert.doesNotMatch(text, /^(PASS|::error)/m);
  });

  it("is counted by what becomes of each", () => {
    assert.equal(statusCounts(REPORT.exemptions), "2 exemptions, 1 in force, 1 malformed");
    assert.equal(statusCounts([{ status: "not-allowed" }]), "1 exemption, 1 not allowed");
    assert.equal(statusCounts([]), "0 exemptions");
  });

  it("is the report itself for scripts", () => {
    assert.deepEqual(JSON.parse(exemptionsJson(REPORT)), REPORT);
  });
});
