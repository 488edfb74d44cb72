import assert from "node:assert/strict";
import fc from "fast-check";
import { type NotChecked, NOT_CHECKED_FORMATS } from "../../reports/not-checked";
import { hostileText } from "./hostile";

const RUN: NotChecked = { command: "baseline check", reason: "The program failed:\n  no <account>", exitCode: 3 };

describe("The report of a run without a result", () => {
  it("says so in JSON, with a summary like any other", () => {
    assert.deepEqual(JSON.parse(NOT_CHECKED_FORMATS.json(RUN)), {
      summary: { verdict: "not-checked", reason: RUN.reason, exitCode: 3 },
      findings: [],
    });
  });

  it("says so in Markdown, CSV and JUnit", () => {
    assert.equal(
      NOT_CHECKED_FORMATS.markdown(RUN),
      "## ⛔ NOT CHECKED: baseline check came to no result\n\nThe program failed: no &#60;account&#62;\n",
    );
    assert.equal(NOT_CHECKED_FORMATS.csv(RUN), "status,reason\r\nnot-checked,The program failed: no <account>\r\n");
    assert.equal(
      NOT_CHECKED_FORMATS.junit(RUN),
      `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="baseline check" tests="1" failures="0" errors="1" skipped="0">
  <testsuite name="baseline check" tests="1" failures="0" errors="1" skipped="0">
    <testcase name="came to a result" classname="baseline check">
      <error message="The program failed: no &lt;account&gt;" type="not-checked">The program failed:&#10;  no &lt;account&gt;</error>
    </testcase>
  </testsuite>
</testsuites>
`,
    );
  });

  it("shows nothing invisible, whatever the reason quotes", () => {
    fc.assert(
      fc.property(hostileText, (reason) => {
        for (const render of Object.values(NOT_CHECKED_FORMATS)) {
          assert.doesNotMatch(render({ ...RUN, reason }), /(?![\r\n])[\p{Cc}\p{Cf}\p{Cs}]/u);
        }
      }),
    );
  });
});
