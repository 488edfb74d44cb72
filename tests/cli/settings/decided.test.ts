import assert from "node:assert/strict";
import { decidedSettings } from "../../../cli/settings/decided";
import type { Project, SettingOrigin } from "../../../preview/project";
import { UNKNOWN_VALUE } from "../../../pulumi/wire";

const FROM_STACK: SettingOrigin = { kind: "stack file", name: "Pulumi.prod.yaml" };
const BY_DEFAULT: SettingOrigin = { kind: "project default", name: "Pulumi.yaml" };
const SCHEMA = { kind: "schema", name: "the schema" };

function project(config: Readonly<Record<string, string>>, more: Partial<Project> = {}): Project {
  return {
    name: "app",
    folder: "/app",
    stack: "prod",
    main: ".",
    runtimeOptions: { typescript: true, tsconfig: undefined, nodeargs: [] },
    config,
    secretKeys: [],
    origins: Object.fromEntries(Object.keys(config).map((key) => [key, FROM_STACK])),
    ...more,
  };
}

describe("What decided a setting", () => {
  it("is the file that it stands in, where the schema is not known", () => {
    assert.deepEqual(
      decidedSettings(project({ "app:list": '["a"]', "app:text": "[not JSON", "aws:region": "eu-west-1" })),
      [
        { key: "app:list", value: ["a"], origin: FROM_STACK },
        { key: "app:text", value: "[not JSON", origin: FROM_STACK },
        { key: "aws:region", value: "eu-west-1", origin: FROM_STACK },
      ],
    );
  });

  it("is the file, the profile or the schema, where that is known, before the settings of others", () => {
    const config = { "aws:region": "eu-west-1", "app:trail": '{"mode":"create"}', "app:forceDestroy": "profile" };
    const origins = { "aws:region": FROM_STACK, "app:trail": FROM_STACK, "app:forceDestroy": BY_DEFAULT };
    const decided = decidedSettings(project(config, { origins }), {
      profile: "sandbox",
      settings: [
        { name: "trail", value: { mode: "create" }, decidedBy: "configuration", secret: false },
        { name: "forceDestroy", value: true, decidedBy: "profile", secret: false },
        { name: "alarmEmails", value: [], decidedBy: "schema", secret: false },
      ],
    });
    assert.deepEqual(decided, [
      { key: "app:trail", value: { mode: "create" }, origin: FROM_STACK },
      { key: "app:forceDestroy", value: true, origin: { kind: "profile", name: "sandbox" } },
      { key: "app:alarmEmails", value: [], origin: SCHEMA },
      { key: "aws:region", value: "eu-west-1", origin: FROM_STACK },
    ]);
  });
});

describe("A secret setting", () => {
  const TOKEN = "a-token-of-somebody";

  it("is shown as [secret], encrypted, declared so by the project, or by the schema", () => {
    const config = {
      "app:encrypted": UNKNOWN_VALUE,
      "app:declared": TOKEN,
      "app:eventEndpointSecret": "another-secret",
    };
    const secretKeys = ["app:encrypted", "app:declared"];
    const decided = decidedSettings(project(config, { secretKeys }), {
      profile: "sandbox",
      settings: [{ name: "eventEndpointSecret", value: "another-secret", decidedBy: "configuration", secret: true }],
    });
    assert.deepEqual(
      decided.map(({ value }) => value),
      ["[secret]", "[secret]", "[secret]"],
    );
  });

  it("is masked where another setting holds its text", () => {
    const config = {
      "app:token": TOKEN,
      "app:target": `{"resources":[{"url":"https://example.com/?key=${TOKEN}"}],"n":1}`,
    };
    const [, target] = decidedSettings(project(config, { secretKeys: ["app:token"] }));
    assert.ok(!JSON.stringify(target).includes(TOKEN));
    assert.match(JSON.stringify(target), /https:\/\/example\.com\/\?key=\[secret\]/);
  });
});
