import assert from "node:assert/strict";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import type { Finding } from "../../gate/finding";
import { namedFindings } from "../../reports/findings-lines";
import type { VerdictReport } from "../../reports/report";
import { terminalReport } from "../../reports/terminal";
import { textWidth } from "../../reports/wrap";
import { hostileReport } from "./hostile";
import { emptyReport, finding, reportWithRulesLeftOut, sampleReport } from "./sample";

const PIPE = { width: 100, color: false };

/** The sample's failure, as `baseline explain` finds it. */
const NAME = namedFindings(sampleReport.evaluation.findings)[0]?.name ?? "";

function withFindings(findings: readonly Finding[]): VerdictReport {
  return { ...sampleReport, evaluation: { ...sampleReport.evaluation, findings } };
}

describe("The terminal report", () => {
  it("shows the tree, the findings, the controls and the verdict", () => {
    assert.equal(
      terminalReport(sampleReport, { ...PIPE, reportsFolder: "reports-out" }),
      `pulumi:pulumi:Stack governance-prod
└─ AuditTrail audit
   ├─ aws:cloudtrail:Trail audit-trail
   └─ aws:s3:Bucket audit-bucket

Result     Severity  Rule and resource           Finding
----------------------------------------------------------------------------------------------------
FAIL       high      trail-validates             enableLogFileValidation is false; it must
                     aws:cloudtrail:Trail        be true
                     audit-trail                 index.ts:12
----------------------------------------------------------------------------------------------------
WARN       critical  bucket-owned                has | no owner
                     aws:s3:Bucket audit-bucket
----------------------------------------------------------------------------------------------------
UNDECIDED  medium    preview-complete            The component runs in a plugin.
                     AuditTrail audit
----------------------------------------------------------------------------------------------------
EXEMPT     medium    bucket-locked               objectLockEnabled is absent (exempt until
                     aws:s3:Bucket audit-bucket  2030-01-31, owner data, approved by ciso: a
                                                 copy is kept elsewhere)
                                                 components/evidence bucket.ts:40

1 rule passed everywhere.

Controls satisfied: 1 of 2. Not satisfied:
  AIG-01  Records cannot be altered unseen (violated)

FAIL: 1 mandatory failure, 1 advisory failure, 1 undecided, 1 exempt
governance/prod, account 111122223333, eu-central-1
4 resources checked by 4 rules (1 more disabled) of ai-governance-baseline 0.1.0 in 2.3 s: 1 pass,
11 not applicable
Reports: reports-out
Why the first fails, and how to mend it: baseline explain ${NAME} --out reports-out
`,
    );
  });

  it("shows a line of each finding where it is to be compact, failures first, and no explanation", () => {
    const [first, second, third, fourth, ...others] = terminalReport(sampleReport, {
      ...PIPE,
      length: "compact",
    }).split("\n");
    assert.match(
      first ?? "",
      /^FAIL +high +[0-9a-f]{8} {2}trail-validates +aws:cloudtrail:Trail audit-trail {2}index\.ts:12$/,
    );
    assert.match(second ?? "", /^WARN +critical +[0-9a-f]{8} {2}bucket-owned +aws:s3:Bucket audit-bucket$/);
    assert.match(third ?? "", /^UNDECIDED /);
    assert.match(fourth ?? "", /^EXEMPT /);
    assert.equal(others[1], "FAIL: 1 mandatory failure, 1 advisory failure, 1 undecided, 1 exempt");
    assert.doesNotMatch(others.join("\n"), /Controls|passed everywhere/);
  });

  it("shows the verdict and what made it fail where it is to be quiet", () => {
    const quiet = { ...PIPE, length: "quiet" } as const;
    assert.match(
      terminalReport(sampleReport, quiet),
      /^FAIL +high +[0-9a-f]{8} {2}trail-validates .*\nFAIL: 1 mandatory failure, .*\n$/,
    );
    assert.equal(
      terminalReport({ ...withFindings([finding({ result: "pass" })]), verdict: "pass" }, quiet),
      "PASS: nothing mandatory fails\n",
    );
    const undecided = [finding({ result: "undecided" }), finding({ level: "advisory" })];
    assert.match(terminalReport(withFindings(undecided), quiet), /^UNDECIDED .*\nFAIL: [^\n]*\n$/);
    assert.match(terminalReport({ ...withFindings(undecided), verdict: "pass" }, quiet), /^PASS: [^\n]*\n$/);
    assert.match(terminalReport(emptyReport, quiet), /^NOT CHECKED: [^\n]*\n$/);
  });

  it("points from a failure to what explains it, which is told the folder unless it looks there by itself", () => {
    assert.match(
      terminalReport(sampleReport, { width: 200, color: false, reportsFolder: "baseline-report" }),
      new RegExp(`\nWhy the first fails, and how to mend it: baseline explain ${NAME}\\n$`),
    );
    assert.match(
      terminalReport(sampleReport, { width: 200, color: false, reportsFolder: "it's mine" }),
      / --out 'it'\\''s mine'\n/,
    );
    assert.doesNotMatch(
      terminalReport({ ...sampleReport, verdict: "pass" }, { ...PIPE, reportsFolder: "r" }),
      /explain/,
    );
    assert.doesNotMatch(terminalReport(sampleReport, PIPE), /explain/);
  });

  it("says what the run took from where, a line each", () => {
    const sources = [
      { what: "Program", from: "." },
      { what: "Settings", from: "Pulumi.\u202Eprod.yaml" },
    ] as const;
    assert.match(
      terminalReport({ ...sampleReport, sources }, PIPE),
      /\nProgram: \.\nSettings: Pulumi\.\\u\{202e\}prod\.yaml\n/,
    );
  });

  it("folds a large tree, and says how to see the whole of it", () => {
    const [stack, trail] = sampleReport.resources.filter(({ urn }) => /Stack::|AuditTrail::audit$/.test(urn));
    assert.ok(stack !== undefined && trail !== undefined);
    const parts = Array.from({ length: 60 }, (_, index) => ({
      ...trail,
      urn: `${trail.urn}-${index}`,
      parent: trail.urn,
    }));
    const inner = { ...trail, urn: `${trail.urn}-inner`, parent: `${trail.urn}-0` };
    const report = { ...sampleReport, resources: [stack, trail, ...parts, inner] };
    const [root, second, third] = terminalReport(report, PIPE).split("\n");
    assert.deepEqual(
      [root, second, third],
      ["pulumi:pulumi:Stack governance-prod", "└─ AuditTrail audit", "   ├─ AuditTrail audit-0 (1 resource)"],
    );
    assert.match(terminalReport(report, PIPE), /\nFolded; --tree draws every resource\.\n\nResult /);
    assert.doesNotMatch(terminalReport(report, { ...PIPE, wholeTree: true }), /Folded/);
  });

  it("states for an empty evaluation that nothing was checked", () => {
    assert.equal(
      terminalReport(emptyReport, PIPE),
      `No resources are declared.

No rule passed everywhere.

NOT CHECKED: no rule came to a result, no resource was checked
governance/prod, account 000000000000 (a placeholder: the settings name none), eu-central-1
0 resources checked by 0 rules of empty in 0.0 s: 0 passes, 0 not applicable
`,
    );
  });

  it("counts the Config rules that a region does not have, in one line before the verdict", () => {
    assert.match(
      terminalReport(reportWithRulesLeftOut, PIPE),
      /violated\)\n\nAWS Config lacks 2 chosen rules in us-west-1\.\n\nFAIL: /,
    );
  });

  it("uses colors only if requested, without changing the text", () => {
    const plain = terminalReport(sampleReport, PIPE);
    const colored = terminalReport(sampleReport, { ...PIPE, color: true });
    assert.equal(plain, stripVTControlCharacters(plain));
    assert.notEqual(colored, plain);
    assert.equal(stripVTControlCharacters(colored), plain);
  });

  it("treats a terminal with fewer than 60 columns as one with 60", () => {
    const narrow = terminalReport(sampleReport, { width: 1, color: false });
    assert.equal(narrow, terminalReport(sampleReport, { width: 60, color: false }));
    assert.notEqual(narrow, terminalReport(sampleReport, { width: 61, color: false }));
  });

  it("does not drop any word of a long message", () => {
    const words = Array.from({ length: 300 }, (_, index) => `word${index}`);
    const text = terminalReport(withFindings([finding({ message: words.join(" ") })]), PIPE);
    assert.deepEqual(
      words.filter((word) => !new RegExp(`\\b${word}\\b`).test(text)),
      [],
    );
  });

  it("stays within the width, without trailing spaces or control characters, for any text", () => {
    const anyWidth = fc.integer({ min: 60, max: 200 });
    fc.assert(
      fc.property(hostileReport, anyWidth, fc.boolean(), ({ evaluation }, width, color) => {
        const text = terminalReport({ ...sampleReport, evaluation }, { width, color });
        for (const line of stripVTControlCharacters(text).split("\n")) {
          assert.ok(textWidth(line) <= width, `${textWidth(line)} > ${width}: ${line}`);
          assert.doesNotMatch(line, /\s$|\p{Cc}|\p{Cs}|\u202E/u);
        }
      }),
    );
  });

  it("shows all of many findings", () => {
    const findings = Array.from({ length: 2000 }, (_, index) => finding({ rule: `rule-${index}-end` }));
    const text = terminalReport(withFindings(findings), PIPE);
    assert.equal(text.match(/rule-\d+-end/g)?.length, 2000);
  });
});
