/**
 * The ways in which another team takes the gate into its CI: the action, the GitLab template, the hook for pre-commit and
 * the container. Each is read as data, and its own shell is run on real programs.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { parse, parseAllDocuments } from "yaml";
import { baseline, removeTemporaryFolders, temporaryFolder } from "../cli/command";
import { REPOSITORY } from "../support/prod-state";

interface Input {
  readonly description?: string;
  readonly default?: string;
}

interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

interface Job {
  readonly script: readonly string[];
  readonly before_script?: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly artifacts?: { readonly when: string; readonly reports: Readonly<Record<string, string>> };
  readonly environment?: unknown;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly pass_filenames: boolean;
}

const PAGE = read("docs/gate-in-ci.md");

function read(file: string): string {
  return fs.readFileSync(path.join(REPOSITORY, file), "utf8");
}

function bash(script: string, cwd: string, environment: Readonly<Record<string, string>>) {
  const env = { ...process.env, CI: "true", ...environment };
  return spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], { cwd, env, encoding: "utf8" });
}

function assertShell(script: string): void {
  const { status, stderr } = spawnSync("bash", ["-n", "-c", script], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

/** A program whose check fails, in a folder of its own. */
function team(folder: string): string {
  const program = path.join(folder, "infra");
  fs.cpSync(path.join(REPOSITORY, "examples/team-program"), program, { recursive: true });
  fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(program, "node_modules"), "dir");
  return program;
}

after(removeTemporaryFolders);

describe("The script that runs the gate by variables", () => {
  const script = read("ci/check.sh");
  const names = (/for name in (?<names>[^;]+);/.exec(script)?.groups?.["names"] ?? "").split(" ");

  it("is correct shell, and each of its variables is an option of the command", async () => {
    assertShell(script);
    const { stdout } = await baseline(["check", "--help"]);
    const options = [...stdout.matchAll(/^ +--([\w-]+) </gm)].map(([, option]) => option);
    assert.ok(names.length > 8, String(names));
    assert.deepEqual(
      names.filter((name) => !options.includes(name)),
      [],
    );
  });

  it("passes each value as one argument, and leaves out what is empty", () => {
    const home = temporaryFolder();
    fs.mkdirSync(path.join(home, "cli"));
    fs.writeFileSync(path.join(home, "cli/baseline.js"), "console.log(JSON.stringify(process.argv.slice(2)))");
    const { stdout } = bash(script, home, {
      GATE_HOME: home,
      GATE_PROGRAM: 'a b"; touch $(id) `id`',
      GATE_STACK: "--write-baseline",
      GATE_POLICY_CONFIG: "x.json",
      GATE_PRESET: "",
    });
    assert.deepEqual(JSON.parse(stdout), [
      "check",
      '--program=a b"; touch $(id) `id`',
      "--stack=--write-baseline",
      "--policy-config=x.json",
    ]);
  });
});

describe("The action", function () {
  this.timeout(120_000);
  const text = read("action.yml");
  // The casts here say what the forms of others are; what is not there fails a test.
  const action = parse(text) as Action;
  const { steps } = action.runs;
  const inputs = Object.keys(action.inputs);

  function step(name: string): Step {
    return steps.find((one) => one.name === name) ?? assert.fail(name);
  }

  it("uses each input, and describes it in the file and on the page", () => {
    for (const [name, { description = "", default: value }] of Object.entries(action.inputs)) {
      assert.ok(JSON.stringify(action.runs).includes(`inputs.${name}`), `${name} is not used`);
      assert.ok(description.length > 10 && value !== undefined, name);
      assert.ok(PAGE.includes(`| \`${name}\``), `docs/gate-in-ci.md does not have the input ${name}`);
    }
    const used = [...text.matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name ?? "");
    assert.deepEqual(
      used.filter((name) => !inputs.includes(name)),
      [],
    );
  });

  it("makes no input part of a command", () => {
    for (const { run = "" } of steps) {
      assert.doesNotMatch(run, /\$\{\{/);
      assertShell(run);
    }
  });

  it("gives the script each of its variables by an input of the same name", () => {
    const { env = {} } = step("Check the program");
    for (const [variable, value] of Object.entries(env)) {
      const name = variable.replace("GATE_", "").replaceAll("_", "-").toLowerCase();
      assert.match(read("ci/check.sh"), new RegExp(`[ ]${name}[ ;]`));
      assert.equal(value, name === "out" ? "${{ steps.folder.outputs.report }}" : `\${{ inputs.${name} }}`);
    }
    assert.equal(Object.keys(env).length, 9);
  });

  it("takes every other action by a commit, and gives each step of shell its shell", () => {
    const uses = text.split("\n").filter((line) => /^\s*(?:- )?uses:/.test(line));
    assert.equal(uses.length, 4);
    for (const line of uses) {
      assert.match(line, /uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
    // The same commits as the example has, so that one update finds all.
    const example = read("examples/gate-in-ci/gate.yml");
    for (const line of uses) {
      assert.ok(example.includes(line.trim().replace(/^- /, "")), line);
    }
    assert.ok(steps.filter(({ run }) => run !== undefined).every(({ shell }) => shell === "bash"));
    assert.equal(action.runs.using, "composite");
  });

  it("gives the token to the comment alone, and runs the program in no part that publishes", () => {
    const holders = steps.filter((one) => JSON.stringify(one).includes("inputs.github-token"));
    assert.deepEqual(
      holders.map(({ name }) => name),
      ["Comment on the pull request"],
    );
    assert.match(step("Check the program").if ?? "", /inputs\.part != 'publish'/);
    assert.match(step("Comment on the pull request").if ?? "", /inputs\.part != 'check'/);
  });

  it("installs the gate with the development dependencies that bundle its sources", () => {
    const { run = "" } = step("Install the gate in its own folder");
    assert.match(run, /^npm ci --prefix "\$GITHUB_ACTION_PATH" --ignore-scripts/);
    assert.doesNotMatch(run, /omit/);
  });

  it("ends with the exit code of the gate, and shows the verdict", () => {
    const folder = temporaryFolder();
    team(folder);
    const [output, summary] = [path.join(folder, "output"), path.join(folder, "summary.md")];
    const runner = {
      RUNNER_TEMP: path.join(folder, "runner"),
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_ACTION_PATH: REPOSITORY,
    };
    const run = (name: string, env: Readonly<Record<string, string>>) =>
      bash(step(name).run ?? "", folder, { ...runner, ...env }).status;
    assert.equal(run("Choose the folder of the reports", { GATE_PART: "some", GATE_OUT: "" }), 2);
    assert.equal(run("Choose the folder of the reports", { GATE_PART: "all", GATE_OUT: "" }), 0);
    const report = fs.readFileSync(output, "utf8").trim().replace("report=", "");
    assert.equal(report, path.join(folder, "runner/ai-governance-report"));
    const given = { GATE_PROGRAM: "infra", GATE_STACK: "prod", GATE_UNDECIDED: "report", GATE_OUT: report };
    assert.equal(run("Check the program", given), 1);
    assert.equal(run("Show the verdict", { GATE_REPORT: report }), 0);
    assert.match(fs.readFileSync(summary, "utf8"), /^## ❌ FAIL: \d+ mandatory failures/);
    assert.ok(fs.existsSync(path.join(report, "findings.sarif")));
    assert.equal(run("Check the program", { ...given, GATE_PRESET: "none" }), 2);
  });
});

describe("The template for GitLab", function () {
  this.timeout(120_000);
  const text = read("ci/gitlab.yml");
  const [head, body] = parseAllDocuments(text).map((document) => {
    assert.deepEqual(document.errors, []);
    return document.toJS() as unknown;
  });
  const { inputs } = (head as { spec: { inputs: Readonly<Record<string, Input>> } }).spec;
  const jobs = body as Readonly<Record<string, Job>>;
  const gate = jobs["$[[ inputs.name ]]"] ?? assert.fail("no job of the gate");
  const note = jobs["$[[ inputs.name ]]-note"] ?? assert.fail("no job of the note");

  it("uses each input, and describes it in the file and on the page", () => {
    const used = new Set([...text.matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(([, name]) => name ?? ""));
    assert.deepEqual([...used].sort(), Object.keys(inputs).sort());
    for (const [name, { description = "" }] of Object.entries(inputs)) {
      assert.ok(description.length > 10, name);
      assert.ok(PAGE.includes(`| \`${name}\``), `docs/gate-in-ci.md does not have the input ${name}`);
    }
  });

  it("makes no input part of a command", () => {
    for (const { script, before_script: before = [] } of [gate, note]) {
      for (const line of [...before, ...script]) {
        assert.doesNotMatch(line, /\$\[\[/);
        assertShell(line);
      }
    }
  });

  it("keeps the reports that GitLab shows, which the command writes", () => {
    assert.deepEqual(gate.artifacts?.reports, {
      codequality: "$[[ inputs.out ]]/gl-code-quality-report.json",
      junit: "$[[ inputs.out ]]/findings.junit.xml",
    });
    assert.equal(gate.artifacts.when, "always");
  });

  it("names the token only in the job that runs nothing of the program", () => {
    assert.doesNotMatch(JSON.stringify(gate), /TOKEN/);
    assert.deepEqual(note.environment, { name: "ai-governance-note", action: "access" });
    assert.doesNotMatch(note.script.join("\n"), /npm|check/);
    const { status, stdout } = bash(note.script.join("\n"), REPOSITORY, { GATE_NOTE_TOKEN: "" });
    assert.equal(status, 0);
    assert.match(stdout, /No note: the variable GATE_NOTE_TOKEN is not set/);
  });

  it("takes levels from the target branch, and not from the merge request", () => {
    const folder = temporaryFolder();
    const [origin, clone] = [path.join(folder, "origin"), path.join(folder, "clone")];
    const git = (cwd: string, ...args: readonly string[]): void => {
      const identity = ["-c", "user.name=team", "-c", "user.email=team@example.com"];
      const { status, stderr } = spawnSync("git", [...identity, ...args], { cwd, encoding: "utf8" });
      assert.equal(status, 0, stderr);
    };
    const commit = (levels: Readonly<Record<string, string>>): void => {
      fs.writeFileSync(path.join(origin, "levels.json"), JSON.stringify(levels));
      git(origin, "add", ".");
      git(origin, "commit", "--quiet", "--message", "Levels");
    };
    fs.mkdirSync(origin);
    git(origin, "init", "--quiet", "--initial-branch", "main");
    team(origin);
    fs.rmSync(path.join(origin, "infra/node_modules"));
    commit({});
    git(origin, "switch", "--quiet", "--create", "change");
    commit({ all: "disabled" });
    git(folder, "clone", "--quiet", "--branch", "change", origin, clone);
    fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(clone, "infra/node_modules"), "dir");
    const check = (target: string, file = "levels.json") =>
      bash(gate.script.join("\n"), clone, {
        CI_PROJECT_DIR: clone,
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: target,
        GATE_HOME: REPOSITORY,
        GATE_PROGRAM: "infra",
        GATE_STACK: "prod",
        GATE_OUT: path.join(folder, "report"),
        REVIEWED_POLICY_CONFIG: file,
      });
    const { status, stdout, stderr } = check("main");
    assert.equal(status, 1, stderr);
    assert.match(stdout, /FAIL: \d+ mandatory failures/);
    assert.ok(fs.existsSync(path.join(folder, "report/gl-code-quality-report.json")));
    // After a merge, they count: nothing is asked, so nothing is checked.
    assert.equal(check("change").status, 2);
    const absent = check("main", "new.json");
    assert.equal(absent.status, 1);
    assert.match(absent.stdout, /^new\.json is not in the target branch, and counts once it is merged\.$/m);
  });
});

describe("The hook for pre-commit", function () {
  this.timeout(120_000);
  const [hook, ...others] = parse(read(".pre-commit-hooks.yaml")) as readonly Hook[];

  it("checks a program as a whole, with the command that the repository has, and installs no other", async () => {
    assert.equal(others.length, 0);
    assert.ok(hook !== undefined);
    assert.deepEqual([hook.id, hook.language, hook.pass_filenames], ["ai-governance-gate", "system", false]);
    const [npx, no, end, command, ...args] = hook.entry.split(" ");
    assert.deepEqual([npx, no, end, command], ["npx", "--no", "--", "baseline"]);
    const program = team(temporaryFolder());
    const out = path.join(program, "report");
    const { code, stdout } = await baseline([...args, "--program", program, "--out", out]);
    assert.equal(code, 1);
    assert.match(stdout, /FAIL: \d+ mandatory failures/);
    assert.ok(PAGE.includes(`id: ${hook.id}`));
  });

  it("runs when a file changed that a program may be made of", () => {
    const files = new RegExp(hook?.files ?? "");
    for (const file of ["index.ts", "infra/a.mts", "a.cjs", "x/Pulumi.yaml", "Pulumi.prod.yaml", "package-lock.json"]) {
      assert.match(file, files);
    }
    for (const file of ["README.md", "app.py", "infra/notPulumi.yaml.txt", "my-package.json5"]) {
      assert.doesNotMatch(file, files);
    }
  });
});

describe("The container file", () => {
  const text = read("Containerfile");
  const lines = text
    .replace(/\\\n/g, " ")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));

  it("is of one version of Node.js that the packages accept, as a user who is not root", () => {
    const bases = lines.filter((line) => line.startsWith("FROM ")).map((line) => line.split(" ")[1]);
    assert.equal(bases.length, 2);
    assert.deepEqual(new Set(bases).size, 1);
    assert.match(bases[0] ?? "", /^node:(2[2-9]|[3-9]\d)\.\d+\.\d+-\w+-slim$/);
    assert.equal(lines.filter((line) => line.startsWith("USER ")).at(-1), "USER node");
    assert.ok(lines.indexOf("USER node") > lines.findLastIndex((line) => /^(COPY|RUN|ADD) /.test(line)));
    assert.doesNotMatch(text, /--chown|--chmod/, "what the program can change cannot judge it");
  });

  it("has what encloses a program, and the command as its entry point", () => {
    assert.match(text, /apt-get install [^&]*\butil-linux\b/);
    assert.ok(lines.includes('ENTRYPOINT ["node", "/opt/gate/cli/baseline.js"]'));
  });

  it("copies what exists, or what the build makes, and no sources", () => {
    const copied = lines
      .filter((line) => line.startsWith("COPY --from=build"))
      .flatMap((line) => line.split(" ").slice(2, -1));
    assert.ok(copied.length > 8);
    for (const file of copied.map((name) => name.replace("/build/", ""))) {
      assert.ok(file.endsWith("dist") || fs.existsSync(path.join(REPOSITORY, file)), file);
      assert.doesNotMatch(file, /\.ts$/);
    }
    const ignored = read(".containerignore").split("\n");
    for (const file of ["cli", "policies", "ci", "tools", "package-lock.json", "LICENSE", "CHANGELOG.md"]) {
      assert.ok(!ignored.includes(file), file);
    }
    assert.ok(ignored.includes("**/node_modules"));
  });
});

describe("The page on the gate in CI", () => {
  const samples = [...PAGE.matchAll(/^```yaml\n(?<text>[\s\S]*?)^```$/gm)].map(({ groups }) => groups?.["text"] ?? "");

  it("shows samples that give only inputs and options that there are", async () => {
    assert.equal(samples.length, 3);
    const [workflow = "", template = "", hook = ""] = samples;
    // The casts say what the forms are; what is not there fails the test.
    const { jobs } = parse(workflow) as {
      jobs: Readonly<Record<string, { permissions: Readonly<Record<string, string>>; steps: readonly Step[] }>>;
    };
    const action = parse(read("action.yml")) as Action;
    const uses = Object.values(jobs).flatMap(({ steps }) =>
      steps.filter(({ uses: used = "" }) => used.includes("baseline@")),
    );
    assert.deepEqual(
      uses.map(({ with: given }) => given?.["part"]),
      ["check", "publish"],
    );
    for (const { uses: used = "", with: given = {} } of uses) {
      assert.match(used, /@[0-9a-f]{40}$/);
      assert.deepEqual(
        Object.keys(given).filter((name) => !(name in action.inputs)),
        [],
      );
    }
    assert.deepEqual(jobs["gate"]?.permissions, { contents: "read" });
    assert.doesNotMatch(JSON.stringify(jobs["publish"]), /checkout|npm/);

    const { include } = parse(template) as {
      include: readonly { file: string; inputs: Readonly<Record<string, string>> }[];
    };
    const [head] = parseAllDocuments(read("ci/gitlab.yml"));
    const { spec } = head?.toJS() as { spec: { inputs: Readonly<Record<string, Input>> } };
    for (const { file, inputs } of include) {
      assert.equal(file, "/ci/gitlab.yml");
      assert.deepEqual(
        Object.keys(inputs).filter((name) => !(name in spec.inputs)),
        [],
      );
      for (const [name, input] of Object.entries(spec.inputs)) {
        assert.ok("default" in input || name in inputs, `${name} has to be given`);
      }
    }

    const { repos } = parse(hook) as {
      repos: readonly { hooks: readonly { id: string; args: readonly string[] }[] }[];
    };
    const { stdout } = await baseline(["check", "--help"]);
    const options = repos
      .flatMap(({ hooks }) => hooks.flatMap(({ args }) => args))
      .filter((arg) => arg.startsWith("--"));
    assert.deepEqual(options, ["--program", "--baseline"]);
    for (const option of options) {
      assert.match(stdout, new RegExp(`^ +${option} <`, "m"));
    }
  });

  it("links to files that there are", () => {
    const links = [...PAGE.matchAll(/\]\((?<file>\.\.\/[^)#]+)/g)].map(({ groups }) => groups?.["file"] ?? "");
    assert.ok(links.length > 4);
    for (const link of links) {
      assert.ok(fs.existsSync(path.join(REPOSITORY, "docs", link)), link);
    }
  });
});
