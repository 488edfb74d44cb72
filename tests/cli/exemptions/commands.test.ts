import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { readExemptions } from "../../../policies/exemptions";
import type { ExemptionsReport } from "../../../reports/exemptions/exemption";
import {
  type Ended,
  assertPlain,
  assertRefused,
  baseline,
  removeTemporaryFolders,
  temporaryFile,
  temporaryFolder,
} from "../command";

const RULE = "logs-log-group-customer-managed-key";
const URN = "urn:pulumi:prod::assistant::aws:cloudwatch/logGroup:LogGroup::conversations";
const ENTRY = {
  rule: RULE,
  urn: URN,
  property: "kmsKeyId",
  reason: "Holds no customer data",
  owner: "team@example.com",
  approver: "ciso@example.com",
  expires: "9999-12-31",
};

/** `YYYY-MM-DD`, so many days after today, UTC. */
function day(after: number): string {
  return new Date(Date.now() + after * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

const fileOf = (...exemptions: readonly unknown[]): string => temporaryFile("exemptions.json", { exemptions });

/** The options of `add` for an entry, changed. */
function terms(change: Readonly<Record<string, string>> = {}): readonly string[] {
  return Object.entries({ ...ENTRY, ...change }).flatMap(([name, value]) => [`--${name}`, value]);
}

function exemptions(command: string, file: string, ...args: readonly string[]): Promise<Ended> {
  return baseline(["exemptions", command, "--exemptions", file, ...args]);
}

async function report(
  command: string,
  file: string,
  ...args: readonly string[]
): Promise<ExemptionsReport & { code: number | null }> {
  const { code, stdout, stderr } = await exemptions(command, file, "--format", "json", ...args);
  assert.equal(stderr, "");
  return { code, ...(JSON.parse(stdout) as ExemptionsReport) }; // of that form by the tests of the list
}

describe("baseline exemptions", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  it("lists every entry with its terms and what becomes of it", async () => {
    const file = fileOf(ENTRY, { ...ENTRY, expires: "2020-01-31" }, null);
    const { code, stdout, stderr } = await exemptions("list", file);
    assert.deepEqual([code, stderr], [0, ""]);
    assertPlain(stdout);
    for (const text of [`1. ${RULE}  IN FORCE`, `2. ${RULE}  EXPIRED`, "3. no rule  MALFORMED", URN, ENTRY.reason]) {
      assert.ok(stdout.includes(text), text);
    }
    assert.match(
      stdout.replaceAll(/\s+/g, " "),
      /exemptions\.json: 3 exemptions, 1 in force, 1 expired, 1 malformed\. $/,
    );
    const { total, exemptions: listed } = await report("list", file);
    assert.deepEqual([total, listed.map(({ status }) => status)], [3, ["in-force", "expired", "malformed"]]);
  });

  it("checks: 0 where all apply, 1 and the others alone where they do not", async () => {
    const whole = await report("check", fileOf(ENTRY));
    assert.deepEqual([whole.code, whole.total, whole.exemptions], [0, 1, []]);
    const wrong = { ...ENTRY, rule: "no-such-rule" };
    const { code, exemptions: shown } = await report("check", fileOf(ENTRY, wrong, { ...ENTRY, owner: "" }));
    assert.equal(code, 1);
    assert.deepEqual(
      shown.map(({ place, status }) => [place, status]),
      [
        [2, "unknown-rule"],
        [3, "malformed"],
      ],
    );
  });

  it("holds entries to the limits of the organization's policy", async () => {
    const policy = temporaryFile("floors.yml", "exemptions: {longestDays: 30, approvers: [ciso@example.com]}\n");
    const file = fileOf({ ...ENTRY, expires: day(29) }, { ...ENTRY, expires: day(60) });
    assert.equal((await report("check", file)).code, 0);
    const limited = await report("check", file, "--organization-policy", policy);
    assert.deepEqual([limited.code, limited.organizationPolicy], [1, policy]);
    assert.deepEqual(
      limited.exemptions.map(({ place, status }) => [place, status]),
      [[2, "not-allowed"]],
    );
  });

  it("fails a scheduled job by what expires within the days that it names, has expired or names no day", async () => {
    // A test that runs at midnight still has a day on either side.
    const file = fileOf(ENTRY, { ...ENTRY, expires: day(12) });
    assert.equal((await report("expiring", file, "--within", "10")).code, 0);
    const soon = await report("expiring", file, "--within", "14");
    assert.deepEqual([soon.code, soon.exemptions.map(({ place }) => place)], [1, [2]]);
    assert.equal((await report("expiring", file)).code, 1, "30 days by default");
    const late = await exemptions(
      "expiring",
      fileOf({ ...ENTRY, expires: "2020-01-31" }, { ...ENTRY, expires: "soon" }),
    );
    assert.equal(late.code, 1);
    assert.match(late.stdout, /Left +expired \d+ days ago/);
    assert.match(late.stdout.replaceAll(/\s+/g, " "), /2 exemptions; expiring by \S+, expired or without a day: 2\. $/);
  });

  it("adds an entry that the pack reads, makes the file where there is none, and keeps what is in it", async () => {
    const file = path.join(temporaryFolder(), "exemptions.json");
    const { code, stdout, stderr } = await exemptions("add", file, ...terms());
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(stdout, /the exemption\s+is added\.\n$/);
    assert.deepEqual(JSON.parse(fs.readFileSync(file, "utf8")), { exemptions: [ENTRY] });
    fs.writeFileSync(file, `\uFEFF${JSON.stringify({ $schema: "ours", exemptions: [null, ENTRY] })}`);
    const other = terms({ urn: "urn:pulumi:prod::*" }).filter((word) => !["--property", "kmsKeyId"].includes(word));
    const added = await report("add", file, ...other, "--every-finding");
    assert.deepEqual([added.code, added.total, added.exemptions[0]?.place], [0, 3, 3]);
    const { property: _, ...everyFinding } = { ...ENTRY, urn: "urn:pulumi:prod::*" };
    assert.deepEqual(JSON.parse(fs.readFileSync(file, "utf8")), {
      $schema: "ours",
      exemptions: [null, ENTRY, everyFinding],
    });
    assert.deepEqual(fs.readdirSync(path.dirname(file)), ["exemptions.json"]);
    const book = readExemptions({ BASELINE_EXEMPTIONS: file }, new Set([RULE]), day(0));
    assert.ok(book.find({ rule: RULE, urn: "urn:pulumi:prod::other", property: "name" }));
  });

  const policy = (): string => temporaryFile("floors.yml", "exemptions: {approvers: [board@example.com]}\n");
  for (const [mistake, args, ...said] of [
    ["a rule that is none", () => terms({ rule: `${RULE}s` }), /names the rule/, new RegExp(`Similar ids: ${RULE}\\.`)],
    ["a URN that is none", () => terms({ urn: "conversations" }), /must start with urn:pulumi:/],
    ["a day that is none", () => terms({ expires: "2027-02-30" }), /"2027-02-30"; it must be a day written YYYY-MM-DD/],
    ["a day that is over", () => terms({ expires: "2020-01-31" }), /expired on 2020-01-31/],
    ["a blank reason", () => terms({ reason: " " }), /lacks reason/],
    [
      "no owner",
      () => terms().filter((word) => !["--owner", ENTRY.owner].includes(word)),
      /'--owner <who>' not specified/,
    ],
    [
      "no finding",
      () => terms().filter((word) => !["--property", "kmsKeyId"].includes(word)),
      /--property.*--every-finding/,
    ],
    ["one finding and every one", () => [...terms(), "--every-finding"], /cannot be used with/],
    ["an approver who may not", () => [...terms(), "--organization-policy", policy()], /does not name as an approver/],
    ["what stands there", () => terms({ reason: "again" }), /exemption 1 of .*exemptions\.json has the same rule/],
  ] as const) {
    it(`adds nothing, ends with 2 and says why, given ${mistake}`, async () => {
      const file = fileOf(ENTRY);
      const before = fs.readFileSync(file, "utf8");
      assertRefused(await exemptions("add", file, ...args()), 2, ...said);
      assert.equal(fs.readFileSync(file, "utf8"), before);
    });
  }

  for (const [mistake, command, file, ...said] of [
    ["a file that is not there", "list", () => "no-such.json", /--exemptions no-such\.json .*no such file/],
    ["a file that is no JSON", "check", () => temporaryFile("exemptions.json", "{"), /cannot be read/],
    ["a file of another form", "expiring", () => temporaryFile("exemptions.json", []), /must be a JSON object/],
    ["a file of another form to add to", "add", () => temporaryFile("exemptions.json", []), /must be a JSON object/],
    ["a folder that is not there", "add", () => "no-such/exemptions.json", /there is no folder .*no-such/],
  ] as const) {
    it(`ends with 2 and says why, given ${mistake}`, async () => {
      assertRefused(await exemptions(command, file(), ...(command === "add" ? terms() : [])), 2, ...said);
    });
  }

  it("takes only whole days", async () => {
    assertRefused(await exemptions("expiring", fileOf(), "--within", "0"), 2, /whole number of days/);
  });
});
