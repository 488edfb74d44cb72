import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { StackSettings } from "../../../reports/settings-table";
import { PROFILE_DEFAULTS } from "../../../settings/profiles";
import { SETTINGS } from "../../../settings/schema";
import {
  assertPlain,
  assertRefused,
  baseline,
  check,
  copyOfCheckout,
  removeTemporaryFolders,
  temporaryFile,
  temporaryFolder,
} from "../command";

describe("baseline settings", function () {
  this.timeout(120_000);
  after(removeTemporaryFolders);

  async function settingsOf(...args: readonly string[]): Promise<StackSettings> {
    const { code, stdout, stderr } = await baseline(["settings", "--format", "json", ...args]);
    assert.deepEqual([code, stderr], [0, ""]);
    return JSON.parse(stdout) as StackSettings; // by the tests of the table
  }

  it("shows every setting of a stack of this project, with the profile's values and where each comes from", async () => {
    const { project, stack, settings } = await settingsOf("--stack", "sandbox");
    assert.deepEqual([project, stack], ["ai-governance-baseline", "sandbox"]);
    const of = new Map(settings.map(({ key, value, origin }) => [key.replace(`${project}:`, ""), { value, origin }]));
    assert.deepEqual([...of.keys()].slice(0, Object.keys(SETTINGS).length), Object.keys(SETTINGS));
    const file = { kind: "stack file", name: "Pulumi.sandbox.yaml" };
    assert.deepEqual(of.get("aws:region"), { value: "eu-central-1", origin: file });
    assert.deepEqual(of.get("profile"), { value: "sandbox", origin: file });
    assert.deepEqual(of.get("forceDestroy"), {
      value: PROFILE_DEFAULTS.forceDestroy.sandbox.value,
      origin: { kind: "profile", name: "sandbox" },
    });
    assert.deepEqual(of.get("alarmEmails"), { value: [], origin: { kind: "project default", name: "Pulumi.yaml" } });
  });

  it("shows the prod stack to people where none is named", async () => {
    const { code, stdout, stderr } = await baseline(["settings"]);
    assert.deepEqual([code, stderr], [0, ""]);
    assertPlain(stdout);
    assert.ok(stdout.startsWith("ai-governance-baseline/prod: "));
    for (const head of ["Pulumi.prod.yaml", "The profile regulated", "Defaults in Pulumi.yaml"]) {
      assert.ok(stdout.includes(`\n\n${head}\n`), head);
    }
  });

  it("shows of another program what its files say, and no secret", async () => {
    const folder = path.dirname(
      temporaryFile(
        "Pulumi.yaml",
        "name: app\nruntime: nodejs\nconfig:\n  pin:\n    secret: true\n    default: '1234'\n",
      ),
    );
    fs.writeFileSync(path.join(folder, "Pulumi.dev.yaml"), "config:\n  app:key:\n    secure: v1:abc\n  app:n: 2\n");
    const { settings } = await settingsOf("--program", folder);
    const stackFile = { kind: "stack file", name: "Pulumi.dev.yaml" };
    assert.deepEqual(settings, [
      { key: "app:pin", value: "[secret]", origin: { kind: "project default", name: "Pulumi.yaml" } },
      { key: "app:key", value: "[secret]", origin: stackFile },
      { key: "app:n", value: "2", origin: stackFile },
    ]);
  });

  it("ends with 2 and lists the mistakes in the settings as the check does", async () => {
    const home = copyOfCheckout();
    fs.writeFileSync(
      path.join(home, "Pulumi.wrong.yaml"),
      "config:\n  aws:region: eu-central-1\n  ai-governance-baseline:profil: sandbox\n  ai-governance-baseline:insights: sometimes\n",
    );
    const refused = await baseline(["settings", "--stack", "wrong"], { home });
    assertRefused(refused, 2, /profil is not a setting; did you mean profile\?/, /insights is neither true nor false/);
    const checked = await check(["--stack", "wrong"], { home });
    assert.equal(checked.code, 2);
    assert.ok(checked.stderr.includes(refused.stderr.trim()), checked.stderr);
  });

  for (const [mistake, args, ...said] of [
    ["an unknown stack", () => ["--stack", "production"], /no settings for the stack "production"/, /prod, sandbox/],
    ["a folder without a program", () => ["--program", temporaryFolder()], /is no Pulumi program/],
    ["a format that is none", () => ["--format", "csv"], /terminal, json/],
  ] as const) {
    it(`ends with 2 and says why, given ${mistake}`, async () => {
      assertRefused(await baseline(["settings", ...args()]), 2, ...said);
    });
  }
});
