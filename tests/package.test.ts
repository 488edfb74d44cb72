import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { JsonDocument } from "../reports/json";
import { REPOSITORY } from "./support/prod-state";

const PROGRAM = `import { AuditTrail, CustomerKey, RetainedLogGroup, type AuditTrailArgs } from "ai-governance-baseline";

const args: AuditTrailArgs = { region: "eu-central-1", objectLock: { mode: "COMPLIANCE", days: 2192 } };
const trail = new AuditTrail("trail", args);

const account = "111122223333";
const logGroupName = "/acme/application";
const key = new CustomerKey("key", {
  description: "Application logs",
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "AccountAdministersKey",
        Effect: "Allow",
        Principal: { AWS: \`arn:aws:iam::\${account}:root\` },
        Action: "kms:*",
        Resource: "*",
      },
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
  }),
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

const FILES: Readonly<Record<string, string>> = {
  "index.ts": PROGRAM,
  "readme.ts": README_PROGRAM,
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

describe("The package, installed from its tarball into another program,", function () {
  this.timeout(300_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "baseline-package-"));
  const team = path.join(folder, "team");

  before(() => {
    assert.match(README_PROGRAM, /from "ai-governance-baseline"/);
    fs.mkdirSync(team);
    for (const [name, text] of Object.entries(FILES)) {
      fs.writeFileSync(path.join(team, name), text);
    }
    run("npm", ["pack", "--silent", "--pack-destination", folder], REPOSITORY);
    const tarball = fs.readdirSync(folder).find((name) => name.endsWith(".tgz"));
    assert.ok(tarball);
    // No scripts: the providers' packages would try to install their plugins, which a preview does not need.
    run(
      "npm",
      ["install", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts", path.join("..", tarball)],
      team,
    );
  });
  after(() => fs.rmSync(folder, { recursive: true, force: true }));

  it("gives components with their types", () => {
    run(process.execPath, [path.join(team, "node_modules/typescript/bin/tsc"), "-p", "."], team);
  });

  it("types the options: what does not exist is refused", () => {
    fs.writeFileSync(path.join(team, "wrong.ts"), PROGRAM.replace('mode: "COMPLIANCE"', 'mode: "STRICT"'));
    const { status, stdout } = spawnSync(
      process.execPath,
      [path.join(team, "node_modules/typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "wrong.ts"],
      { cwd: team, encoding: "utf8" },
    );
    fs.rmSync(path.join(team, "wrong.ts"));
    assert.equal(status, 2, stdout);
    assert.match(stdout, /^wrong\.ts\(3,\d+\): error TS2322: Type '"STRICT"' is not assignable/m);
  });

  it("gives the command, which judges the program with the pack that came with it", () => {
    const stdout = run(
      path.join(team, "node_modules/.bin/baseline"),
      ["check", "--program", ".", "--format", "json"],
      team,
    );
    const { summary, findings } = JSON.parse(stdout) as JsonDocument; // the command's own form
    assert.deepEqual([summary.outcome, summary.pack.name], ["pass", "ai-governance-baseline"]);
    const trail = findings.filter(({ rule }) => rule === "trail-multi-region");
    assert.deepEqual(
      trail.map(({ verdict, urn }) => [verdict, urn.split("::").at(-1)]),
      [["pass", "trail"]],
    );
  });

  it("holds the licence, the sources that the command needs, and no tests", () => {
    const installed = path.join(team, "node_modules/ai-governance-baseline");
    assert.deepEqual(fs.readdirSync(installed).sort(), [
      ...["CHANGELOG.md", "LICENSE", "README.md", "cli", "components", "controls", "dist", "gate", "package.json"],
      ...["policies", "preview", "reports", "settings", "state"],
    ]);
  });
});

/** @returns what was printed on standard output. */
function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8" });
  assert.equal(status, 0, `${command} ${args.join(" ")}\n${error?.message ?? ""}\n${stdout}\n${stderr}`);
  return stdout;
}
