import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "csv-parse/sync";
import type { CostDocument } from "../../reports/cost-json";
import { resource, stack } from "../cost/stacks";
import {
  assertPlain,
  assertRefused,
  baseline,
  type Ended,
  program,
  removeTemporaryFolders,
  temporaryFile,
  temporaryFolder,
} from "./command";

const KEY = resource("aws:kms/key:Key", "key", {
  enableKeyRotation: true,
  arn: "arn:aws:kms:eu-central-1:111122223333:key/726a43eb-333a-4857-8fc0-9c9ba9f9e42e",
});

function cost(args: readonly string[], out = temporaryFolder()): Promise<Ended> {
  return baseline(["cost", "--out", out, ...args]);
}

function stateFile(...resources: readonly ReturnType<typeof resource>[]): string {
  return temporaryFile("state.json", stack(...resources));
}

describe("baseline cost", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  it("estimates a state, with the volumes of a JSON file", async () => {
    const volumes = temporaryFile("volumes.json", { kmsRequestsPerKeyPerMonth: 1_000_000 });
    const { code, stdout, stderr } = await cost(["--state", stateFile(KEY), "--volumes", volumes, "--format", "json"]);
    assert.deepEqual([code, stderr], [0, ""]);
    const document = JSON.parse(stdout) as CostDocument; // the command's own form
    assert.deepEqual(Object.keys(document), [
      ...["project", "stack", "account", "region", "currency", "profile", "volumes"],
      ...["lines", "services", "total", "warnings"],
    ]);
    assert.deepEqual([document.project, document.stack, document.currency], ["team", "dev", "USD"]);
    assert.deepEqual(document.total, { month1: 4, steady: 6 });
    assert.equal(document.volumes.kmsRequestsPerKeyPerMonth, 1_000_000);
    assert.deepEqual(document.lines[1], {
      service: "KMS",
      what: "requests to keys",
      region: document.region,
      resources: [KEY.urn],
      quantity: { month1: 1_000_000, steady: 1_000_000 },
      unit: "requests",
      price: { tiers: [{ usd: 0.03 }], per: 10_000, confirmedBy: "aws" },
      usd: { month1: 3, steady: 3 },
      drivers: ["kmsRequestsPerKeyPerMonth"],
      bound: "nothing bounds it: services use the key as often as they write and read",
    });
  });

  it("prints lines, totals, the place and the assumptions, and writes every form", async () => {
    const volumes = temporaryFile("volumes.yaml", "# measured\nkmsRequestsPerKeyPerMonth: 20_000\n");
    const out = temporaryFolder();
    const refused = await cost(["--state", stateFile(KEY), "--volumes", volumes], out);
    assertRefused(refused, 2, /kmsRequestsPerKeyPerMonth is not a number: "20_000"/);
    assert.match(fs.readFileSync(path.join(out, "cost.md"), "utf8"), /NOT CHECKED: baseline cost came to no result/);

    fs.writeFileSync(volumes, "# measured\nkmsRequestsPerKeyPerMonth: 20000\n");
    const { code, stdout } = await cost(["--state", stateFile(KEY), "--volumes", volumes], out);
    assert.equal(code, 0);
    assertPlain(stdout);
    assert.match(stdout, /^ {3}1\.06 {5}3\.06 {2}KMS$/m);
    assert.match(stdout, /^ {3}1\.00 {5}3\.00 {2}keys, with rotation .*1, later 3 key-months$/m);
    assert.match(stdout, /^ {3}1\.06 {5}3\.06 {2}Total$/m);
    assert.match(stdout, /^team\/dev, account .*, volumes of the profile standard$/m);
    assert.deepEqual(fs.readdirSync(out).sort(), ["cost.csv", "cost.json", "cost.md"]);
    const rows = parse(fs.readFileSync(path.join(out, "cost.csv"), "utf8"), { columns: true });
    assert.deepEqual(
      rows.map((row) => Object.values(row as Record<string, string>).slice(0, 2)), // the columns are texts
      [
        ["KMS", "keys, with rotation"],
        ["KMS", "requests to keys"],
      ],
    );
    assert.match(
      fs.readFileSync(path.join(out, "cost.md"), "utf8"),
      /^## 1\.06 US dollars in the first month, 3\.06 later$/m,
    );
  });

  it("estimates a program by its preview", async () => {
    const { code, stdout, stderr } = await cost(["--program", program("good"), "--format", "csv"]);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^service,what,region,/);
  });

  it("ends with 3 when the program fails", async () => {
    assertRefused(await cost(["--program", program("throws")]), 3);
  });

  it("reports what has no confirmed price, and ends with 2", async () => {
    const sms = resource("aws:sns/topicSubscription:TopicSubscription", "sms", { protocol: "sms" });
    const { code, stdout, stderr } = await cost(["--state", stateFile(KEY, sms)]);
    assert.equal(code, 2);
    assert.match(stdout, /messages delivered by sms .*price not confirmed/s);
    assert.match(
      stderr,
      /^SNS, messages delivered by sms \(.*\): no source confirms a price, so the totals are too low\.$/m,
    );
  });

  for (const [mistake, args, said] of [
    ["a format that is none", () => ["--format", "sarif"], /terminal, json, csv, markdown/],
    ["a state and a program at once", () => ["--state", "s.json", "--program", "."], /cannot be used with/],
    [
      "a file of volumes that is not there",
      () => ["--volumes", "no-such.json"],
      /--volumes no-such\.json .*no such file/,
    ],
    [
      "a file of volumes that is neither JSON nor YAML",
      () => ["--volumes", temporaryFile("volumes.yaml", "a: [1")],
      /is neither JSON nor YAML/,
    ],
    [
      "a volume that is none",
      () => ["--volumes", temporaryFile("volumes.json", { managementEventPerMonth: 1 })],
      /"managementEventPerMonth" is not a volume; did you mean managementEventsPerMonth\?/,
    ],
    [
      "a folder for the reports that is a file",
      () => ["--state", stateFile(KEY), "--out", temporaryFile("taken", "")],
      /cannot be written/,
    ],
  ] as const) {
    it(`is refused with 2 and the reason, given ${mistake}`, async () => {
      assertRefused(await baseline(["cost", ...args()]), 2, said);
    });
  }
});
