import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { JsonDocument } from "../../../reports/json";
import { BAD, assertPlain, assertRefused, baseline, check, removeTemporaryFolders, temporaryFolder } from "../command";

describe("baseline explain", function () {
  this.timeout(120_000);
  let out = "";
  let findings: JsonDocument["findings"] = [];

  before(async () => {
    ({ out } = await check(BAD));
    ({ findings } = JSON.parse(fs.readFileSync(path.join(out, "findings.json"), "utf8")) as JsonDocument); // its own form
  });
  after(removeTemporaryFolders);

  it("explains a finding of the last report, by its rule and by the beginning of its fingerprint", async () => {
    const [failure] = findings;
    assert.ok(failure?.result === "fail");
    for (const wanted of [failure.rule, failure.fingerprint.slice(0, 12)]) {
      const { code, stdout, stderr } = await baseline(["explain", wanted, "--out", out]);
      assert.deepEqual([code, stderr], [0, ""]);
      assertPlain(stdout);
      assert.ok(stdout.startsWith(`${failure.rule}\n`));
      assert.ok(stdout.includes(failure.fingerprint));
      for (const head of ["Why", "How to mend it", "How to be exempt from it"]) {
        assert.ok(stdout.includes(`\n${head}\n`), head);
      }
      assert.match(stdout, /^\d+ controls? depends? on it$/m);
    }
  });

  it("offers an exemption that the check takes once its terms are written", async () => {
    const [failure] = findings;
    const args = ["explain", failure?.fingerprint ?? "", "--out", out, "--format", "json"];
    const { exemptions } = JSON.parse((await baseline(args)).stdout) as { exemptions: readonly object[] }; // its own form
    const file = path.join(temporaryFolder(), "exemptions.json");
    fs.writeFileSync(
      file,
      JSON.stringify({ exemptions: exemptions.map((one) => ({ ...one, expires: "2099-12-31" })) }),
    );
    const again = await check([...BAD, "--exemptions", file, "--format", "json"]);
    const { findings: after } = JSON.parse(again.stdout) as JsonDocument; // its own form
    assert.equal(after.find(({ fingerprint }) => fingerprint === failure?.fingerprint)?.result, "exempt");
  });

  for (const [mistake, args, ...said] of [
    ["a folder without a report", ["s3-bucket-tls-only", "--out", "no-such-folder"], /no report in no-such-folder/],
    ["nothing", [], /missing required argument 'finding'/],
    ["a format that is none", ["s3-bucket-tls-only", "--format", "csv"], /terminal, json/],
  ] as const) {
    it(`ends with 2 and says why, given ${mistake}`, async () => {
      assertRefused(await baseline(["explain", ...args]), 2, ...said);
    });
  }

  it("ends with 2 and says why, given a finding that the report does not have", async () => {
    assertRefused(await baseline(["explain", "0123456789abcdef", "--out", out]), 2, /no finding with the fingerprint/);
  });
});
