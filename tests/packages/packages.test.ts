/**
 * What a user installs: each of the four packages from its tarball, in a clean folder, under CommonJS and ES modules, with
 * no file of this checkout in reach.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { JsonDocument } from "../../reports/json";
import { REPOSITORY } from "../support/prod-state";

const PROGRAM = `import { AuditTrail, CustomerManagedKey, RetainedLogGroup, type AuditTrailArgs } from "ai-governance-baseline";

const args: AuditTrailArgs = { region: "eu-central-1", objectLock: { mode: "COMPLIANCE", days: 2192 } };
const trail = new AuditTrail("trail", args);

const account = "111122223333";
const logGroupName = "/acme/application";
const key = new CustomerManagedKey("key", {
  description: "Application logs",
  policyStatements: [
    {
      Sid: "LogsUseKey",
      Effect: "Allow",
      Principal: { Service: "logs.eu-central-1.amazonaws.com" },
      Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
      Resource: "*",
      Condition: {
        ArnEquals: {
          "kms:EncryptionContext:aws:logs:arn": \`arn:aws:logs:eu-central-1:\${account}:log-group:\${logGroupName}\`,
        },
      },
    },
  ],
});
const logs = new RetainedLogGroup("application", { logGroupName, retentionClass: "application", keyArn: key.keyArn });

export const trailArn = trail.trailArn;
export const logGroupArn = logs.logGroupArn;
`;

/** What the README shows to those who use a component by itself. */
const README_PROGRAM =
  /^```ts\n(?<text>[\s\S]*?)^```$/m.exec(fs.readFileSync(path.join(REPOSITORY, "README.md"), "utf8"))?.groups?.[
    "text"
  ] ?? "";

/** The same in the two module systems of JavaScript, with an option that the component refuses. */
const REFUSED = 'new AuditTrail("trail", { trailName: "no such name" });\n';
const COMMONJS = `"use strict";\nconst { AuditTrail, AI_RESOURCE_TYPES } = require("ai-governance-baseline");\n`;
const ES_MODULE = `import { AuditTrail, AI_RESOURCE_TYPES } from "ai-governance-baseline";\n`;
const PRINTS = "console.log(typeof AuditTrail, AI_RESOURCE_TYPES.includes('AWS::Bedrock::Model'));\n";

const PROJECT: Readonly<Record<string, string>> = {
  "index.ts": PROGRAM,
  "readme.ts": README_PROGRAM,
  "commonjs.cjs": COMMONJS + PRINTS,
  "module.mjs": ES_MODULE + PRINTS,
  "refused.cjs": COMMONJS + REFUSED,
  "Pulumi.yaml": "name: team\nruntime: nodejs\nmain: index.ts\n",
  "Pulumi.dev.yaml": 'config:\n  aws:region: eu-central-1\n  aws:allowedAccountIds:\n    - "111122223333"\n',
  "package.json": '{ "name": "team", "private": true }\n',
  // What `pulumi new aws-typescript` writes, in short.
  "tsconfig.json": JSON.stringify({
    compilerOptions: {
      strict: true,
      target: "es2020",
      module: "commonjs",
      moduleResolution: "node",
      skipLibCheck: true,
      noEmit: true,
    },
    files: ["index.ts", "readme.ts"],
  }),
};

/** What the README of the package for applications shows, as a file of TypeScript and for both module systems. */
const TELEMETRY_SAMPLE =
  /^```ts\n(?<text>[\s\S]*?)^```$/m.exec(fs.readFileSync(path.join(REPOSITORY, "telemetry", "README.md"), "utf8"))
    ?.groups?.["text"] ?? "";
const TELEMETRY_PRINTS = `console.log(traceContextOf("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01").spanId);\n`;

const APPLICATION: Readonly<Record<string, string>> = {
  "sample.ts": TELEMETRY_SAMPLE,
  "commonjs.cjs": `const { traceContextOf } = require("ai-governance-baseline-telemetry");\n${TELEMETRY_PRINTS}`,
  "module.mjs": `import { traceContextOf } from "ai-governance-baseline-telemetry";\n${TELEMETRY_PRINTS}`,
};

/** What a program that wants a component, or a pack, has no use for. */
const NOT_FOR_PROGRAMS = ["esbuild", "typescript", "ts-node", "commander", "ajv", "zod", "yaml"];

const PACKAGES = ["components", "policies", "cli", "telemetry"] as const;
type Package = (typeof PACKAGES)[number];

describe("The packages, installed from their tarballs,", function () {
  this.timeout(300_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-packages-"));
  const tarballs = new Map<Package, string>();
  const folderOf = (name: string): string => path.join(folder, name);

  before(() => {
    assert.match(README_PROGRAM, /from "ai-governance-baseline"/);
    for (const name of PACKAGES) {
      const packed = run("npm", ["pack", "--silent", "--workspace", name, "--pack-destination", folder], REPOSITORY);
      tarballs.set(name, path.join(folder, packed.trim().split("\n").at(-1) ?? ""));
    }
    install("program", PROJECT, ["components"]);
    install("gate", {}, ["policies", "cli"]);
    install("application", APPLICATION, ["telemetry"]);
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  /** Installs packages, and others of the registry, into a folder that holds the files. */
  function install(name: string, files: Readonly<Record<string, string>>, packages: readonly Package[]): void {
    fs.mkdirSync(folderOf(name));
    fs.writeFileSync(path.join(folderOf(name), "package.json"), `{ "name": "${name}", "private": true }\n`);
    for (const [file, text] of Object.entries(files)) {
      fs.writeFileSync(path.join(folderOf(name), file), text);
    }
    add(name, ...packages.map((one) => tarballs.get(one) ?? assert.fail(one)));
  }

  function add(name: string, ...specifiers: readonly string[]): void {
    // No scripts: the providers' packages would try to install their plugins, which a preview does not need.
    const options = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
    run("npm", ["install", ...options, ...specifiers], folderOf(name));
  }

  it("hold JavaScript and what it needs, and no sources", () => {
    const listing = (name: Package): readonly string[] =>
      run("tar", ["-tzf", tarballs.get(name) ?? ""], folder)
        .trim()
        .split("\n")
        .map((file) => file.replace(/^package\//, ""))
        .sort();
    assert.deepEqual(listing("policies"), [
      ...["PulumiPolicy.yaml", "README.md", "dist/CHANGELOG.md", "dist/LICENSE", "dist/index.js", "dist/index.js.map"],
      ...["package.json", "start.js"],
    ]);
    assert.deepEqual(listing("cli"), [
      ...["README.md", "baseline.js", "dist/CHANGELOG.md", "dist/LICENSE", "dist/main.js", "dist/main.js.map"],
      ...["dist/module-lines.js", "dist/pack-guard.js", "dist/plain-errors.js", "dist/unknown-answers.js"],
      "dist/untraced-promises.js",
      "package.json",
    ]);
    const components = listing("components");
    assert.deepEqual(
      components.filter((file) => !/^dist\/(components|facts|functions|runbooks)\/.*\.(js|js\.map|d\.ts)$/.test(file)),
      ["README.md", "dist/CHANGELOG.md", "dist/LICENSE", "package.json"],
    );
    assert.ok(components.includes("dist/components/index.d.ts"));
    assert.deepEqual(
      listing("telemetry").filter((file) => file.endsWith(".d.ts") || !file.startsWith("dist/")),
      [
        "README.md",
        ...["alerting/severities", "alerting/usage-alarms", "source", "telemetry/contract", "telemetry/signals"].map(
          (name) => `dist/facts/${name}.d.ts`,
        ),
        ...["contract-problems", "index", "metrics", "model-call", "records", "signal"].map(
          (name) => `dist/telemetry/${name}.d.ts`,
        ),
        "package.json",
      ],
    );
  });

  it("bring an application nothing else, and give it what its README shows", () => {
    const modules = path.join(folderOf("application"), "node_modules");
    assert.deepEqual(
      fs.readdirSync(modules).filter((name) => !name.startsWith(".")),
      ["ai-governance-baseline-telemetry"],
    );
    for (const file of ["commonjs.cjs", "module.mjs"]) {
      assert.equal(run(process.execPath, [file], folderOf("application")), "b7ad6b7169203331\n", file);
    }
    const options = [
      "--strict",
      "--skipLibCheck",
      "--module",
      "node16",
      "--moduleResolution",
      "node16",
      "--lib",
      "es2022,dom",
    ];
    run(
      process.execPath,
      [path.join(REPOSITORY, "node_modules/typescript/bin/tsc"), ...options, "sample.ts"],
      folderOf("application"),
    );
    const lines = run(process.execPath, ["sample.js"], folderOf("application")).trim().split("\n");
    assert.deepEqual(
      // As whoever reads the log has them.
      lines
        .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
        .map((one) => [one["eventName"], one["traceId"]]),
      ["gen_ai.client.inference.operation.details", "gen_ai.evaluation.result"].map((event) => [
        event,
        "0af7651916cd43dd8448eb211c80319c",
      ]),
    );
  });

  it("bring a program nothing that it has no use for", () => {
    const modules = path.join(folderOf("program"), "node_modules");
    assert.deepEqual(
      NOT_FOR_PROGRAMS.filter((name) => fs.existsSync(path.join(modules, name))),
      [],
    );
  });

  const tool = (name: string): string => path.join(REPOSITORY, "node_modules/.bin", name);

  it("are clean for publint and for are-the-types-wrong", () => {
    for (const name of PACKAGES) {
      run(tool("publint"), ["--strict", tarballs.get(name) ?? ""], REPOSITORY);
    }
    for (const name of ["components", "telemetry"] as const) {
      run(tool("attw"), ["--no-emoji", tarballs.get(name) ?? ""], REPOSITORY);
    }
  });

  it("give components to CommonJS and to ES modules", () => {
    for (const file of ["commonjs.cjs", "module.mjs"]) {
      assert.equal(run(process.execPath, [file], folderOf("program")), "function true\n", file);
    }
  });

  it("have source maps, so that a stack trace names the sources", () => {
    const { status, stderr } = spawnSync(process.execPath, ["--enable-source-maps", "refused.cjs"], {
      cwd: folderOf("program"),
      encoding: "utf8",
    });
    assert.equal(status, 1);
    assert.match(stderr, /AuditTrail "trail": trailName is "no such name"/);
    assert.match(stderr, /[/\\]cloudtrail[/\\]audit-trail\.ts:\d+:\d+/);
  });

  it("give the command, which checks a program with the pack that came with it", () => {
    // The program brings the compiler that Pulumi's runner takes, as any program in TypeScript does.
    add("program", "typescript@5", "ts-node@10");
    const stdout = run(
      path.join(folderOf("gate"), "node_modules/.bin/baseline"),
      ["check", "--program", folderOf("program"), "--format", "json", "--out", path.join(folder, "report")],
      folderOf("gate"),
    );
    const { summary, findings } = JSON.parse(stdout) as JsonDocument; // the command's own form
    assert.deepEqual([summary.verdict, summary.pack.name], ["pass", "ai-governance-baseline"]);
    const trail = findings.filter(({ rule }) => rule === "cloudtrail-trail-multi-region");
    assert.deepEqual(
      trail.map(({ result, urn }) => [result, urn.split("::").at(-1)]),
      [["pass", "trail"]],
    );
  });

  it("give components their types: what does not exist does not compile", () => {
    const tsc = path.join(folderOf("program"), "node_modules/typescript/bin/tsc");
    run(process.execPath, [tsc, "-p", "."], folderOf("program"));
    fs.writeFileSync(
      path.join(folderOf("program"), "wrong.ts"),
      PROGRAM.replace('mode: "COMPLIANCE"', 'mode: "STRICT"'),
    );
    const { status, stdout } = spawnSync(
      process.execPath,
      [tsc, "--noEmit", "--strict", "--skipLibCheck", "--module", "node16", "--moduleResolution", "node16", "wrong.ts"],
      { cwd: folderOf("program"), encoding: "utf8" },
    );
    assert.equal(status, 2, stdout);
    assert.match(stdout, /^wrong\.ts\(3,\d+\): error TS2322: Type '"STRICT"' is not assignable/m);
  });
});

/** @returns what was printed on standard output. */
function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${command} ${args.join(" ")}\n${error?.message ?? ""}\n${stdout}\n${stderr}`);
  return stdout;
}
