import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { BAD, assertRefused, check, removeTemporaryFolders, temporaryFile } from "./command";

interface Written {
  readonly version: number;
  readonly findings: readonly { readonly rule: string; readonly urn: string; readonly result: string }[];
}

describe("baseline check --baseline", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  const list = (findings: readonly object[], version = 1): string =>
    temporaryFile("known.json", JSON.stringify({ version, findings }));
  const written = (file: string): Written => JSON.parse(fs.readFileSync(file, "utf8")) as Written; // as it was written
  let file = "";

  it("writes down what is found, and passes", async () => {
    file = path.join(path.dirname(list([])), "written.json");
    const { code, stdout, stderr } = await check([...[...BAD, "--baseline", file, "--write-baseline"]]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^PASS: nothing mandatory fails that was not known, 1 advisory failure, 3 known failures$/m);
    assert.match(stdout, /^KNOWN +high +logs-log-group-retention-bounded/m);
    assert.match(stderr, /written\.json: 3 known findings of bad\/dev, 0 mended/);
    assert.deepEqual(
      written(file).findings.map(({ result }) => result),
      ["fail", "fail", "fail"],
    );
  });

  it("passes with what is known, leaves the file alone, and says in every report what was known", async () => {
    const before = fs.readFileSync(file, "utf8");
    const { code, stdout, out } = await check([...BAD, "--baseline", file, "--undecided", "fail"]);
    assert.equal(code, 0, stdout);
    assert.equal(fs.readFileSync(file, "utf8"), before);
    assert.match(stdout, /Configured by known findings .*written\.json, SHA-256/);
    const report = (name: string): string => fs.readFileSync(path.join(out, name), "utf8");
    assert.match(report("verdict.md"), /\| KNOWN \| high/);
    assert.match(report("findings.sarif"), /"justification": "known before"/);
    assert.match(report("findings.junit.xml"), /failures="0".*\n[^]*known: aws:cloudwatch:LogGroup logs/);
    assert.doesNotMatch(report("gl-code-quality-report.json"), /"(major|critical|blocker)"/);
    assert.match(report("findings.json"), /"knownFailures": 3/);
  });

  it("fails by what is new", async () => {
    const [first, ...others] = written(file).findings;
    const { code, stdout } = await check([...BAD, "--baseline", list(others)]);
    assert.equal(code, 1);
    assert.match(stdout, /^FAIL: 1 mandatory failure, 1 advisory failure, 2 known failures$/m);
    assert.match(stdout, new RegExp(`^FAIL +\\S+ +${first?.rule ?? ""}`, "m"));
  });

  it("takes out of the file what is mended, and keeps what it has of other stacks", async () => {
    const { findings } = written(file);
    const mended = { rule: "logs-log-group-retention-bounded", urn: `${findings[0]?.urn ?? ""}-gone`, result: "fail" };
    const ofOther = { ...mended, urn: "urn:pulumi:prod::bad::aws:s3/bucket:Bucket::data" };
    const known = list([...findings, mended, ofOther]);
    const { code, stderr } = await check([...BAD, "--baseline", known]);
    assert.equal(code, 0, stderr);
    assert.match(stderr, /3 known findings of bad\/dev, 1 mended/);
    assert.deepEqual(written(known).findings, [ofOther, ...findings]);
  });

  it("refuses a file that is none, before anything runs", async () => {
    const refused = async (args: readonly string[], message: RegExp): Promise<void> =>
      assertRefused(await check([...BAD, ...args]), 2, message);
    await refused(["--write-baseline"], /--write-baseline needs a file to write\. Name it with --baseline FILE/);
    await refused(["--baseline", "no-such.json"], /no-such\.json: there is no such file\. Write it .*--write-baseline/);
    await refused(["--baseline", list([], 2)], /is no list of known findings at version: .*Allowed: /);
    await refused(["--baseline", list([{ rule: "one" }])], /is no list of known findings at findings\.0\.urn/);
    await refused(["--baseline", temporaryFile("known.json", "{")], /is neither JSON nor YAML/);
  });

  it("accepts nothing of a rule that the organization never lets anybody be exempt from", async () => {
    const policy = temporaryFile(
      "organization.json",
      JSON.stringify({ exemptions: { never: ["logs-log-group-retention-bounded"] } }),
    );
    const { code, stdout } = await check([...[...BAD, "--baseline", file, "--organization-policy", policy]]);
    assert.equal(code, 1);
    assert.match(stdout, /^FAIL +high +logs-log-group-retention-bounded/m);
  });
});
