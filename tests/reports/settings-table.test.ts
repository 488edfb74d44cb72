import assert from "node:assert/strict";
import { type DecidedSetting, settingsJson, settingsTable } from "../../reports/settings-table";
import { textWidth } from "../../reports/wrap";

const FROM_STACK = { kind: "stack file", name: "Pulumi.prod.yaml" } as const;
const FROM_PROFILE = { kind: "profile", name: "regulated" } as const;
const BY_DEFAULT = { kind: "project default", name: "Pulumi.yaml" } as const;

const SETTINGS: readonly DecidedSetting[] = [
  { key: "app:trail", value: { mode: "create" }, origin: BY_DEFAULT },
  { key: "app:profile", value: "regulated", origin: FROM_STACK },
  { key: "app:retentionDays", value: 2557, origin: FROM_PROFILE },
  { key: "app:regions", value: ["eu-central-1", "us-east-1"], origin: FROM_STACK },
  { key: "app:clusters", value: [{ name: "inference" }, { name: "batch" }], origin: FROM_STACK },
  {
    key: "app:contacts",
    value: { security: { name: "AI security" }, operations: { name: "The platform's operations" } },
    origin: FROM_STACK,
  },
  { key: "app:token", value: "[secret]", origin: { kind: "environments", name: "Pulumi.prod.yaml" } },
  { key: "aws:region", value: "eu-central-1", origin: { kind: "project file", name: "Pulumi.yaml" } },
  { key: "app:emails", value: [], origin: { kind: "schema", name: "the schema" } },
  { key: "app:path", value: "", origin: BY_DEFAULT },
];
const STACK = { project: "app", stack: "prod", settings: SETTINGS };

describe("The table of settings", () => {
  it("has each under what decided it, the strongest first", () => {
    assert.equal(
      settingsTable(STACK, { width: 80, color: false }),
      `app/prod: 10 settings

Pulumi.prod.yaml
  profile        regulated
  regions        eu-central-1
                 us-east-1
  clusters       {"name":"inference"}
                 {"name":"batch"}
  contacts       security: {"name":"AI security"}
                 operations: {"name":"The platform's operations"}

Environments that Pulumi.prod.yaml names
  token          [secret]

Pulumi.yaml
  aws:region     eu-central-1

The profile regulated
  retentionDays  2557

Defaults in Pulumi.yaml
  trail          {"mode":"create"}
  path           ""

Defaults of the schema
  emails         []
`,
    );
  });

  it("is not wider than the terminal, of which 60 columns are used at least", () => {
    const long = { key: "app:arns", value: [`arn:aws:iam::111122223333:role/${"x".repeat(90)}`], origin: FROM_STACK };
    for (const width of [10, 60, 80]) {
      const lines = settingsTable({ ...STACK, settings: [...SETTINGS, long] }, { width, color: false }).split("\n");
      assert.ok(Math.max(...lines.map(textWidth)) <= Math.max(60, width), lines.join("\n"));
    }
  });

  it("shows nothing that could control a terminal, and has colors on one only", () => {
    const hostile = "a\u001B[2J\nb";
    const settings = [
      { key: hostile, value: { [hostile]: hostile, b: hostile }, origin: { ...FROM_STACK, name: hostile } },
    ];
    const text = settingsTable({ project: hostile, stack: hostile, settings }, { width: 80, color: false });
    assert.ok(!text.includes("\u001B"));
    assert.ok(settingsTable(STACK, { width: 80, color: true }).includes("\u001B[1mPulumi.prod.yaml"));
  });

  it("says that there are none", () => {
    assert.equal(settingsTable({ ...STACK, settings: [] }, { width: 80, color: false }), "app/prod: 0 settings\n");
  });

  it("is JSON with the whole keys", () => {
    assert.deepEqual(JSON.parse(settingsJson(STACK)), STACK);
  });
});
