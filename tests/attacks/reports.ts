import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { UsageError } from "../../cli/failure";
import { NOT_CHECKED_FORMATS } from "../../reports/not-checked";
import { assertRefused, baseline, program, temporaryFile } from "../cli/command";
import { fixtureProgram } from "../support/fixture-program";
import { REPOSITORY } from "../support/prod-state";
import type { Attack } from "./attack";
import { OUTPUTS, STALE, assertNotChecked, contentOf, failedRun, judgedFolder, prepare } from "./support-reports";

const COMMAND = path.join(REPOSITORY, "cli", "baseline.js");

/** A state with one key, which takes no program. */
const STATE = {
  version: 3,
  deployment: {
    resources: [
      { urn: "urn:pulumi:dev::app::pulumi:pulumi:Stack::app-dev", type: "pulumi:pulumi:Stack" },
      { urn: "urn:pulumi:dev::app::aws:kms/key:Key::key", type: "aws:kms/key:Key", custom: true },
    ],
  },
};

export const REPORTS_ATTACKS: readonly Attack[] = [
  {
    id: "report-committed",
    class: "reports",
    attack: "The author commits reports that say PASS, and makes the run fail before it writes any.",
    outcome:
      "Reports of another run are removed before anything starts, and a run that fails writes reports that say so.",
    run: async () => {
      const { out } = judgedFolder();
      fs.mkdirSync(out);
      const names = [
        "verdict.md",
        "findings.json",
        "findings.sarif",
        "findings.junit.xml",
        "gl-code-quality-report.json",
        "controls.csv",
        "state.json",
      ];
      names.forEach((name) => {
        fs.writeFileSync(path.join(out, name), STALE);
      });
      fs.writeFileSync(path.join(out, "notes.md"), "a file of the operator");
      assertRefused(await baseline(["check", "--state", "no-such-state.json", "--out", out]), 2, /no-such-state/);
      const content = contentOf(out);
      assert.ok(!JSON.stringify(content).includes(STALE));
      assert.equal(content["notes.md"], "a file of the operator");
      for (const name of names.filter((one) => one !== "state.json")) {
        assert.match(content[name] ?? "", /not[- ]checked|"executionSuccessful": false|came to no result/i, name);
      }
    },
  },
  {
    id: "report-is-link",
    class: "reports",
    attack: "A report's name is a link to a file that the gate may write and the author may not.",
    outcome: "The link is removed, and the report is a new file; nothing is written to where it led.",
    run: async () => {
      const { judged, out, elsewhere } = judgedFolder();
      const target = path.join(elsewhere, "authorized_keys");
      fs.writeFileSync(target, "key");
      fs.mkdirSync(out);
      fs.symlinkSync(target, path.join(out, "verdict.md"));
      fs.symlinkSync(elsewhere, path.join(out, "state.json"));
      await failedRun(judged, out, () => {
        fs.symlinkSync(target, path.join(out, "findings.json"));
      });
      assertNotChecked(out);
      assert.deepEqual(contentOf(elsewhere), { authorized_keys: "key" });
    },
  },
  {
    id: "report-is-pipe",
    class: "reports",
    attack: "A report's name is a pipe that nobody reads, so that whoever writes to it waits for ever.",
    outcome: "The pipe is removed without being opened.",
    run: async () => {
      const { judged, out } = judgedFolder();
      fs.mkdirSync(out);
      const pipe = (name: string): void => {
        assert.equal(spawnSync("mkfifo", [path.join(out, name)]).status, 0);
      };
      pipe("verdict.md");
      await failedRun(judged, out, () => {
        pipe("findings.sarif");
      });
      assertNotChecked(out);
    },
  },
  {
    id: "report-is-folder",
    class: "reports",
    attack: "A report's name is a folder, so that it can be neither written nor removed.",
    outcome: "The command says so before the program runs. A folder that comes up during the run is removed.",
    run: async () => {
      const { judged, out } = judgedFolder();
      fs.mkdirSync(path.join(out, "findings.json"), { recursive: true });
      assert.throws(() => prepare(judged, out), UsageError);
      fs.rmdirSync(path.join(out, "findings.json"));
      await failedRun(judged, out, () => {
        fs.mkdirSync(path.join(out, "findings.json", "deep"), { recursive: true });
      });
      assertNotChecked(out);
    },
  },
  {
    id: "report-folder-committed-as-link",
    class: "reports",
    attack: "The author commits the reports' folder, or one around it, as a link to a folder of the machine.",
    outcome: "A link below the program's folder, or below where the command runs, is refused before the program runs.",
    run: () => {
      const { judged, out, elsewhere } = judgedFolder();
      fs.symlinkSync(elsewhere, out);
      assert.throws(() => prepare(judged, out), /is a link\. Name the folder that is meant with --out/);
      assert.throws(() => prepare(judged, path.join(out, "deeper")), /is a link/);
      assert.deepEqual(fs.readdirSync(elsewhere), []);
    },
  },
  {
    id: "report-folder-swapped-by-program",
    class: "reports",
    attack: "While it runs, the program puts a link in the place of the reports' folder.",
    outcome:
      "The run ends with exit code 2; the link is removed, nothing is written through it, and the reports say so.",
    run: async () => {
      const folder = fixtureProgram(path.join(REPOSITORY, "tests", "cli", "programs", "swaps-its-report-folder"));
      const { elsewhere } = judgedFolder();
      fs.writeFileSync(path.join(folder, "target.txt"), elsewhere);
      const out = path.join(folder, "baseline-report");
      assertRefused(await baseline(["check", "--program", folder, "--out", out]), 2, /was replaced during the run/);
      assert.deepEqual(fs.readdirSync(elsewhere), []);
      assert.ok(fs.lstatSync(out).isDirectory());
      assert.match(contentOf(out)["verdict.md"] ?? "", /NOT CHECKED/);
    },
  },
  {
    id: "report-folder-replaced",
    class: "reports",
    attack: "The program moves the reports' folder away and puts another one with reports of its own in its place.",
    outcome:
      "The folder is known by its identity. The reports in the new one are replaced by such as say that nothing was checked.",
    remains:
      "Other files in a folder that the program can write are the program's. Name a folder outside of the workspace with --out, and publish the reports by name.",
    run: async () => {
      const { judged, out, elsewhere } = judgedFolder();
      const reports = prepare(judged, out);
      fs.renameSync(out, path.join(elsewhere, "moved"));
      fs.mkdirSync(out);
      fs.writeFileSync(path.join(out, "verdict.md"), STALE);
      assert.throws(() => {
        reports.write({ "verdict.md": "FAIL" });
      }, /was replaced during the run/);
      await failedRun(judged, out, () => {
        fs.rmSync(out, { recursive: true });
        fs.mkdirSync(out);
        fs.writeFileSync(path.join(out, "verdict.md"), STALE);
      });
      assertNotChecked(out);
    },
  },
  {
    id: "report-folder-parent-swapped",
    class: "reports",
    attack: "The program puts a link in the place of a folder around the reports' folder.",
    outcome: "Nothing is written or removed behind the link, and the run ends with an error.",
    run: async () => {
      const { judged, elsewhere } = judgedFolder();
      const out = path.join(judged, "build", "baseline-report");
      fs.mkdirSync(path.join(elsewhere, "baseline-report"));
      fs.writeFileSync(path.join(elsewhere, "baseline-report", "verdict.md"), "of the operator");
      await failedRun(judged, out, () => {
        fs.rmSync(path.join(judged, "build"), { recursive: true });
        fs.symlinkSync(elsewhere, path.join(judged, "build"));
      });
      assert.deepEqual(contentOf(path.join(elsewhere, "baseline-report")), { "verdict.md": "of the operator" });
    },
  },
  {
    id: "report-planted-by-program",
    class: "reports",
    attack: "The program writes reports that say PASS, and then fails.",
    outcome: "The reports of the failed run take their places.",
    remains:
      "A gate that is killed at once (SIGKILL) cannot replace them. Let a workflow publish reports only if the step ended by itself, or name a folder with --out that the program cannot write.",
    run: async () => {
      const { judged, out } = judgedFolder();
      await failedRun(judged, out, () => {
        Object.keys(OUTPUTS.files).forEach((name) => {
          fs.writeFileSync(path.join(out, name), STALE);
        });
      });
      assertNotChecked(out);
    },
  },
  {
    id: "report-half-written",
    class: "reports",
    attack: "The disk is full after the first reports, so that what says PASS stands beside what was not written.",
    outcome:
      "All reports are complete before the first is put in its place; otherwise the exit code is 70 and they say that nothing was checked.",
    run: async () => {
      const { out } = judgedFolder();
      const args = ["check", "--state", temporaryFile("state.json", STATE), "--out", out];
      // The sources are bundled into files of their own on the first run.
      await baseline(args);
      const limited = spawnSync("bash", ["-c", 'ulimit -f 120; exec "$0" "$@"', process.execPath, COMMAND, ...args], {
        encoding: "utf8",
      });
      assert.equal(limited.status, 70, limited.stderr);
      assert.match(limited.stderr, /^The reports cannot be written to .*: EFBIG/m);
      assert.doesNotMatch(limited.stderr, /^\s+at /m);
      assert.match(contentOf(out)["verdict.md"] ?? "", /NOT CHECKED/);
      assert.deepEqual(
        Object.keys(contentOf(out)).filter((name) => name.startsWith(".")),
        [],
      );
    },
  },
  {
    id: "report-interrupted",
    class: "reports",
    attack: "The program never ends, so that the workflow cancels the run.",
    outcome: "A run that is ended by a signal writes reports that say so.",
    run: async () => {
      const { out } = judgedFolder();
      const { code } = await baseline(["check", "--program", program("never-ends"), "--out", out], {
        meanwhile: (child) => {
          child.stderr.once("data", () => child.kill("SIGTERM"));
        },
      });
      assert.equal(code, 143);
      assert.match(contentOf(out)["verdict.md"] ?? "", /NOT CHECKED[\s\S]*interrupted/);
    },
  },
  {
    id: "report-closes-alerts",
    class: "reports",
    attack:
      "The program makes the run fail, so that code scanning gets results without an alert and closes those it has.",
    outcome:
      "The SARIF of a failed run says that its execution had no success, which GitHub refuses to take for results.",
    run: () => {
      // The cast says what SARIF is.
      const { runs } = JSON.parse(
        NOT_CHECKED_FORMATS.sarif({ command: "baseline check", reason: "it failed", exitCode: 3 }),
      ) as {
        readonly runs: readonly { readonly invocations: readonly unknown[]; readonly results: readonly unknown[] }[];
      };
      assert.deepEqual(runs[0]?.results, []);
      assert.deepEqual(runs[0].invocations, [
        {
          executionSuccessful: false,
          exitCode: 3,
          toolExecutionNotifications: [{ level: "error", message: { text: "it failed" } }],
        },
      ]);
    },
  },
  {
    id: "report-folder-absurd",
    class: "reports",
    attack: "The reports' folder is a file, below a device, or has a name of 10,000 characters or with a NUL in it.",
    outcome: "One clear error before the program runs, with exit code 2.",
    run: () => {
      const { judged } = judgedFolder();
      for (const out of [
        temporaryFile("taken", ""),
        "/dev/null/x",
        path.join(judged, "x".repeat(10_000)),
        "a\u0000b",
      ]) {
        assert.throws(
          () => prepare(judged, out),
          (error) => error instanceof UsageError && error.message.includes("--out"),
          out.slice(0, 100),
        );
      }
    },
  },
  {
    id: "output-full",
    class: "reports",
    attack: "Standard output is a full disk, so that the result is lost and the exit code is that of a result.",
    outcome: "Exit code 70 and one line on standard error, without a trace.",
    run: () => {
      const full = fs.openSync("/dev/full", "w");
      const { out } = judgedFolder();
      const { status, stderr } = spawnSync(
        process.execPath,
        [COMMAND, "check", "--state", temporaryFile("state.json", STATE), "--out", out],
        { encoding: "utf8", stdio: ["ignore", full, "pipe"] },
      );
      fs.closeSync(full);
      assert.equal(status, 70, stderr);
      assert.equal(
        stderr,
        "Checking 2 resources\nThe result cannot be written to standard output: ENOSPC: no space left on device, write.\n",
      );
    },
  },
];
