import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { PassThrough } from "node:stream";
import { evaluate } from "../../gate/evaluate";
import { PackError, startPack } from "../../gate/pack-process";
import { Budget } from "../../preview/budget";
import { type ProgramLog, noteError } from "../../preview/engine-service";
import { Transforms } from "../../preview/transforms";
import { LastWords } from "../../processes/ending";
import { assertRefused, baseline } from "../cli/command";
import { fixturePack } from "../support/fixture-program";
import { REPOSITORY } from "../support/prod-state";
import type { Attack } from "./attack";
import {
  assertQuiet,
  assertRefusedProgram,
  hasNamespaces,
  heartbeat,
  hostileProgram,
  inTime,
  pause,
  previewOf,
  temporaryFolder,
} from "./support-program";

const TOO_LONG = /did not end within 2 seconds/;

/** A pack whose rule never answers, and which writes to the file as long as it lives. */
function hangingPack(file: string): string {
  const pack = temporaryFolder({
    "PulumiPolicy.yaml": "runtime: nodejs\n",
    "package.json": '{"name": "hanging", "version": "1.0.0"}',
    "index.js": `const { PolicyPack } = require("@pulumi/policy");
      new PolicyPack("hanging", { policies: [{
        name: "hangs", description: "Hangs.", enforcementLevel: "mandatory",
        validateResource: () => { for (;;) { require("node:fs").appendFileSync(${JSON.stringify(file)}, "."); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100); } },
      }] });`,
  });
  fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(pack, "node_modules"));
  return pack;
}

/** Runs the gate, and kills it as soon as the file is written to. */
async function killGateOnceWritten(file: string, args: readonly string[]): Promise<void> {
  const ended = await baseline(["check", "--out", temporaryFolder(), ...args], {
    meanwhile: (child) => {
      const watch = setInterval(() => {
        if (fs.existsSync(file)) {
          clearInterval(watch);
          child.kill("SIGKILL");
        }
      }, 20);
    },
  });
  assert.equal(ended.code, null, ended.stderr);
  // What watches a pipe needs a moment to see it closed.
  await pause(300);
  await assertQuiet(file);
}

export const ENDINGS_ATTACKS: readonly Attack[] = [
  {
    id: "never-ends",
    class: "endings",
    attack: "The program never ends: it loops, stops itself or catches the signals that would end it.",
    outcome: "It is killed when its time (--timeout) is over, and the check ends with exit code 3.",
    run: async () => {
      for (const source of [
        "for (;;);",
        'process.kill(process.pid, "SIGSTOP");',
        'for (const s of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(s, () => 0); setInterval(() => 0, 1000);',
      ]) {
        await inTime(8000, () => assertRefusedProgram(hostileProgram(source), TOO_LONG, { timeout: 2000 }));
      }
    },
  },
  {
    id: "pipe-held-open",
    class: "endings",
    attack: "The program ends, but a process that it started holds its output open for minutes.",
    outcome: "The end of the program's own process counts; what it started is ended, and no output is waited for.",
    run: async () => {
      const sleeping = 'spawn("sleep", ["120"], { detached: true, stdio: "inherit" }).unref();';
      await inTime(15_000, () =>
        previewOf(hostileProgram(`const { spawn } = require("node:child_process"); ${sleeping}`)),
      );
      await inTime(1000, () => new LastWords(new PassThrough()).end(100));
    },
  },
  {
    id: "relay-of-processes",
    class: "endings",
    attack:
      "A process of the program starts its successor and ends, a hundred times a second, so that none can be caught.",
    outcome: "The namespace of processes ends as a whole.",
    remains:
      "Without namespaces each is killed as it is found; where some are left after three seconds, nothing is checked (exit code 3).",
    run: async () => {
      if (!hasNamespaces("relay-of-processes")) {
        return;
      }
      const file = path.join(temporaryFolder(), "relay");
      const script = `f() { (sleep 0.01; echo -n . >> ${file}; f) & }; f`;
      const folder = hostileProgram(`const { spawn } = require("node:child_process");
        spawn("/bin/sh", ["-c", ${JSON.stringify(script)}], { detached: true, stdio: "ignore" }).unref();
        setTimeout(() => undefined, 500);`);
      await inTime(15_000, () => previewOf(folder).catch(() => undefined));
      await assertQuiet(file);
    },
  },
  {
    id: "endless-output",
    class: "endings",
    attack: "The program prints without end, to fill the gate's memory.",
    outcome: "The gate reads on, keeps the last 4,000 characters, and ends the program in time.",
    run: async () => {
      const folder = hostileProgram(
        // A full pipe makes a write fail, which is no reason for it to stop.
        `const text = "x".repeat(1 << 20);
        for (let out = 1; ; out = 3 - out) { try { require("node:fs").writeSync(out, text); } catch {} }`,
      );
      await inTime(8000, () => assertRefusedProgram(folder, TOO_LONG, { timeout: 2000 }));
      const stream = new PassThrough();
      const words = new LastWords(stream);
      stream.end("x".repeat(10_000_000));
      assert.equal((await words.end(1000)).length, 4000);
    },
  },
  {
    id: "endless-memory",
    class: "endings",
    attack: "The program uses memory until it is aborted.",
    outcome: "It has failed, and the error says by which signal it ended.",
    remains: "The memory of the program is the machine's: limit it by a container, or by nodeargs.",
    run: () =>
      assertRefusedProgram(
        hostileProgram("const all = []; for (;;) all.push(new Array(1000).fill({}));", {
          "Pulumi.yaml":
            "name: hostile\nruntime:\n  name: nodejs\n  options:\n    nodeargs: --max-old-space-size=64\n    typescript: false\n",
        }),
        /failed/,
      ),
  },
  {
    id: "registers-without-end",
    class: "endings",
    attack: "The program registers resources without end, to fill the gate's memory.",
    outcome: "Beyond 500,000 requests, 512 MiB in all, or 64 MiB in one, the program is ended with an error.",
    run: () => {
      const told: string[] = [];
      const budget = new Budget((reason) => told.push(reason), { requests: 3, bytes: 100 });
      budget.spend(50);
      budget.spend(50);
      assert.equal(told.length, 0);
      assert.throws(() => budget.spend(1));
      assert.throws(() => budget.spend(0));
      assert.deepEqual(
        told.map((reason) => reason.split(",")[0]),
        ["It sends more than 100 bytes", "It sends more than 3 requests"],
      );
    },
  },
  {
    id: "logs-without-end",
    class: "endings",
    attack: "The program logs errors without end, each as large as a message may be.",
    outcome: "The first hundred are kept, of each the first 20,000 characters.",
    run: () => {
      const log: ProgramLog = { errors: [], warnings: [] };
      for (let times = 0; times < 1000; times++) {
        noteError(log, "x".repeat(100_000));
      }
      assert.deepEqual([log.errors.length, log.errors[0]?.length], [100, 20_000]);
    },
  },
  {
    id: "deep-transforms",
    class: "endings",
    attack: "The program registers a chain of 100,000 parents, at each of which the gate looks for transforms.",
    outcome: "Only resources with transforms are looked at.",
    run: () =>
      inTime(2000, () => {
        const transforms = new Transforms();
        for (let depth = 0; depth < 100_000; depth++) {
          transforms.remember(`urn${depth}`, [], `urn${depth - 1}`);
        }
        transforms.close();
      }),
  },
  {
    id: "pack-hangs",
    class: "endings",
    attack: "A rule of the pack never answers about a resource.",
    outcome: "The pack is ended when the time of the whole check (--timeout) is over.",
    run: async () => {
      const pack = await startPack({
        folder: fixturePack(path.join(REPOSITORY, "tests/programs/packs/hangs-at-question")),
        environment: {},
        deadline: Date.now() + 5000,
      });
      try {
        const { state } = await previewOf(hostileProgram(""));
        await inTime(6000, () =>
          assert.rejects(
            evaluate(pack, state, { policyConfig: {}, opaque: [] }),
            (error) => error instanceof PackError && error.message.includes("when the time of the run was over"),
          ),
        );
      } finally {
        pack.stop();
      }
    },
  },
  {
    id: "absurd-timeout",
    class: "endings",
    attack: "A time limit is so large that the timer rings at once.",
    outcome: "More than a week is refused; the code that sets the timer never sets it to more than it can bear.",
    run: async () => {
      for (const given of ["604801", "99999999999", "1e300", "Infinity"]) {
        assertRefused(await baseline(["check", "--timeout", given]), 2, /(at most 604800 seconds|whole number)/);
      }
      await previewOf(hostileProgram(""), { timeout: 2 ** 45 });
    },
  },
  {
    id: "terminated",
    class: "endings",
    attack: "The CI system terminates the gate while the program hangs in a loop.",
    outcome: "The gate ends within seconds, and every process of the program with it.",
    run: async () => {
      const file = path.join(temporaryFolder(), "heartbeat");
      const folder =
        hostileProgram(`require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(heartbeat(file))}],
        { detached: true, stdio: "ignore" }); for (;;);`);
      let asked = 0;
      const ended = await baseline(["check", "--program", folder, "--out", temporaryFolder()], {
        meanwhile: (child) => {
          const watch = setInterval(() => {
            if (fs.existsSync(file)) {
              clearInterval(watch);
              asked = performance.now();
              child.kill("SIGTERM");
            }
          }, 20);
        },
      });
      assert.equal(ended.code, 143, ended.stderr);
      assert.ok(performance.now() - asked < 5000);
      await assertQuiet(file);
    },
  },
  {
    id: "gate-killed-with-program",
    class: "endings",
    attack: "The gate is killed (SIGKILL) while the program and a process of it run.",
    outcome: "The kernel kills the first process of the program's namespace with the gate, and all that is in it.",
    remains:
      "Without namespaces, only the program's own process ends with the gate; without util-linux, it does not. Run the gate in a container that ends with it.",
    run: async () => {
      if (!hasNamespaces("gate-killed-with-program")) {
        return;
      }
      const file = path.join(temporaryFolder(), "heartbeat");
      const folder =
        hostileProgram(`require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(heartbeat(file))}],
        { detached: true, stdio: "ignore" }); for (;;);`);
      await killGateOnceWritten(file, ["--program", folder]);
    },
  },
  {
    id: "gate-killed-with-pack",
    class: "endings",
    attack: "The gate is killed (SIGKILL) while the pack is busy.",
    outcome: "The kernel kills the pack with the gate; where it does not, the pack sees the gate's pipe close.",
    remains:
      "Without util-linux, a pack that loops without end lives on. Run the gate in a container that ends with it.",
    run: () => {
      const file = path.join(temporaryFolder(), "heartbeat");
      return killGateOnceWritten(file, ["--program", hostileProgram(""), "--pack", hangingPack(file)]);
    },
  },
];
