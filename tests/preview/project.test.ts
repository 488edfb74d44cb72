import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { ProjectError, readProject } from "../../preview/project";
import { UNKNOWN_VALUE } from "../../pulumi/wire";

describe("a project", () => {
  let folder: string;

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-project-"));
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const write = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) {
      fs.writeFileSync(path.join(folder, name), text);
    }
  };
  const refusal = (stack?: string): string => {
    let message = "";
    assert.throws(
      () => readProject(folder, stack),
      (error) => {
        assert.ok(error instanceof ProjectError);
        ({ message } = error);
        return true;
      },
    );
    return message;
  };

  it("is read with its defaults", () => {
    write({ "Pulumi.yaml": "name: app\nruntime: nodejs\n" });
    assert.deepEqual(readProject(folder), {
      name: "app",
      folder,
      stack: "dev",
      main: ".",
      runtimeOptions: { typescript: true, tsconfig: undefined, nodeargs: [] },
      config: {},
      secretKeys: [],
      origins: {},
    });
  });

  it("is read with the options of its runtime", () => {
    const options =
      "  options:\n    typescript: false\n    tsconfig: tsconfig.other.json\n    nodeargs: --trace-warnings\n";
    write({ "Pulumi.yml": `name: app\nmain: src/\nruntime:\n  name: nodejs\n${options}` });
    const { main, runtimeOptions } = readProject(folder);
    assert.equal(main, "src/");
    assert.deepEqual(runtimeOptions, {
      typescript: false,
      tsconfig: "tsconfig.other.json",
      nodeargs: ["--trace-warnings"],
    });
  });

  describe("its stack", () => {
    const project = "name: app\nruntime: nodejs\n";

    it("is the only one with settings", () => {
      write({ "Pulumi.yaml": project, "Pulumi.staging.yaml": "config: {}\n" });
      assert.equal(readProject(folder).stack, "staging");
    });
    it("is prod where there are several", () => {
      write({ "Pulumi.yaml": project, "Pulumi.staging.yaml": "", "Pulumi.prod.yaml": "" });
      assert.equal(readProject(folder).stack, "prod");
    });
    it("is asked for where there are several without prod", () => {
      write({ "Pulumi.yaml": project, "Pulumi.b.yaml": "", "Pulumi.a.yml": "" });
      assert.equal(refusal(), `Which stack? ${folder} has settings for a, b. Name one with --stack.`);
    });
    it("is refused when there are settings, but none for it", () => {
      write({ "Pulumi.yaml": project, "Pulumi.prod.yaml": "" });
      assert.equal(refusal("prd"), `${folder} has no settings for the stack "prd". It has: prod.`);
    });
    it("may be any where there are no settings at all", () => {
      write({ "Pulumi.yaml": project });
      assert.equal(readProject(folder, "anything").stack, "anything");
    });
    it("has its settings where the project says that they are", () => {
      write({ "Pulumi.yaml": `${project}stackConfigDir: stacks\n` });
      fs.mkdirSync(path.join(folder, "stacks"));
      write({ "stacks/Pulumi.eu.yaml": "config:\n  app:a: there\n" });
      const { config, origins } = readProject(folder, "eu");
      assert.deepEqual(config, { "app:a": "there" });
      assert.deepEqual(origins, { "app:a": { kind: "stack file", name: path.join("stacks", "Pulumi.eu.yaml") } });
    });
    it("is refused when the folder of its settings is not there", () => {
      write({ "Pulumi.yaml": `${project}stackConfigDir: stacks\n` });
      assert.match(refusal("eu"), /says that its stacks' settings are in .*stacks, which is not there\.$/);
    });
    it("may have dots in its name", () => {
      write({ "Pulumi.yaml": project, "Pulumi.eu.prod.yaml": "" });
      assert.equal(readProject(folder, "eu.prod").stack, "eu.prod");
    });
  });

  describe("its settings", () => {
    const settingsOf = (project: string, stack = ""): ReturnType<typeof readProject> => {
      write({ "Pulumi.yaml": `name: app\nruntime: nodejs\n${project}`, "Pulumi.prod.yaml": stack });
      return readProject(folder, "prod");
    };

    it("take the project's defaults and values, which the stack overrides", () => {
      const { config } = settingsOf(
        "config:\n  a: plain\n  b:\n    type: string\n    default: declared\n  aws:region:\n    value: eu-west-1\n  c:\n    type: integer\n    default: 1\n  d:\n    type: string\n",
        "config:\n  app:c: 2\n",
      );
      assert.deepEqual(config, { "app:a": "plain", "app:b": "declared", "aws:region": "eu-west-1", "app:c": "2" });
    });
    it("come from the stack's file, or else from the project's, as a value or a default", () => {
      const { origins } = settingsOf(
        "config:\n  a: plain\n  b:\n    type: string\n    default: declared\n  aws:region:\n    value: eu-west-1\n  c:\n    type: integer\n    default: 1\n  d:\n    type: string\n",
        "config:\n  app:c: 2\n  app:e: x\n",
      );
      assert.deepEqual(origins, {
        "app:a": { kind: "project file", name: "Pulumi.yaml" },
        "app:b": { kind: "project default", name: "Pulumi.yaml" },
        "aws:region": { kind: "project file", name: "Pulumi.yaml" },
        "app:c": { kind: "stack file", name: "Pulumi.prod.yaml" },
        "app:e": { kind: "stack file", name: "Pulumi.prod.yaml" },
      });
    });
    it("are text, objects and lists as JSON", () => {
      const { config } = settingsOf(
        "",
        "config:\n  app:n: 12\n  app:t: true\n  app:l: [1, x]\n  app:o:\n    k: [null]\n  app:e: ''\n",
      );
      assert.deepEqual(config, {
        "app:n": "12",
        "app:t": "true",
        "app:l": '[1,"x"]',
        "app:o": '{"k":[null]}',
        "app:e": "",
      });
    });
    it("are unknown, never invented, where they are encrypted", () => {
      const { config, secretKeys } = settingsOf(
        "",
        "config:\n  app:p:\n    secure: v1:abc\n  app:o:\n    host: h\n    list:\n      - secure: v1:def\n",
      );
      assert.deepEqual(config, { "app:p": UNKNOWN_VALUE, "app:o": `{"host":"h","list":["${UNKNOWN_VALUE}"]}` });
      assert.deepEqual(secretKeys, ["app:p", "app:o"]);
    });
    it("are secret where the project declares them so", () => {
      const { config, secretKeys } = settingsOf(
        "config:\n  pin:\n    type: string\n    secret: true\n    default: '1234'\n",
      );
      assert.deepEqual(config, { "app:pin": "1234" });
      assert.deepEqual(secretKeys, ["app:pin"]);
    });
    it("may be named as no object should be", () => {
      const { config } = settingsOf("", 'config:\n  "app:__proto__": polluted\n  "app:constructor": x\n');
      assert.deepEqual(Object.entries(config), [
        ["app:__proto__", "polluted"],
        ["app:constructor", "x"],
      ]);
    });
  });

  describe("is refused", () => {
    it("without Pulumi.yaml", () => {
      assert.equal(refusal(), `${folder} is no Pulumi program: it has no Pulumi.yaml. Name the folder of a program.`);
    });
    it("in a folder that is not there", () => {
      folder = path.join(folder, "absent");
      assert.match(refusal(), /is no Pulumi program: it has no Pulumi.yaml/);
    });
    it("without a name", () => {
      write({ "Pulumi.yaml": "runtime: nodejs\n" });
      assert.equal(refusal(), `${path.join(folder, "Pulumi.yaml")} has no name. Add \`name: ...\`.`);
    });
    for (const [title, runtime, told] of [
      ["of another language", "python", '"python"'],
      ["of another language with options", "{ name: go, options: {} }", '"go"'],
      ["without a runtime", "", "null"],
    ] as const) {
      it(title, () => {
        write({ "Pulumi.yaml": `name: app\nruntime: ${runtime}\n` });
        assert.equal(
          refusal(),
          `${path.join(folder, "Pulumi.yaml")} declares the runtime ${told}; the gate runs Node.js programs. ` +
            "For another language, export the stack (`pulumi stack export`) and check it with --state.",
        );
      });
    }
    for (const [title, text, told] of [
      ["whose file is not YAML", "name: [app\nruntime: nodejs\n", /Pulumi\.yaml is not YAML: [^\n]+$/],
      ["whose file is a list", "- name\n", /Pulumi\.yaml must be a YAML mapping\.$/],
      ["whose file is a text", "hello\n", /Pulumi\.yaml must be a YAML mapping\.$/],
      ["whose file is empty", "", /has no name/],
      [
        "whose aliases explode",
        `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefgh"
          .split("")
          .map((k, i) => `${k}: &${k} [${Array(9).fill(`*${"abcdefg"[i]}`).join(",")}]`)
          .join("\n")}\n`,
        /is not YAML/,
      ],
    ] as const) {
      it(title, () => {
        write({ "Pulumi.yaml": text });
        assert.match(refusal(), told);
      });
    }
    it("when its stack's settings are not YAML", () => {
      write({ "Pulumi.yaml": "name: app\nruntime: nodejs\n", "Pulumi.prod.yaml": "config:\n\t- x\n" });
      assert.match(refusal(), /Pulumi\.prod\.yaml is not YAML: [^\n]+$/);
    });
    it("when Pulumi.yaml is a folder", () => {
      fs.mkdirSync(path.join(folder, "Pulumi.yaml"));
      assert.match(refusal(), /Pulumi\.yaml cannot be read/);
    });
  });
});
