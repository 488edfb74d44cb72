import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as net from "node:net";
import * as path from "node:path";
import { Callback } from "@pulumi/pulumi/proto/callback_pb";
import * as grpc from "@grpc/grpc-js";
import { UnchangedFiles } from "../../gate/unchanged-files";
import { startPack } from "../../gate/pack-process";
import { DeclaredProperties } from "../../preview/declared-properties";
import { trustedPath } from "../../preview/environments";
import { programEnvironment } from "../../preview/program-environment";
import { ProjectError, readProject } from "../../preview/project";
import { Transforms } from "../../preview/transforms";
import { enclose } from "../../processes/enclosure";
import { endOf } from "../../processes/ending";
import { clear } from "../../processes/survivors";
import { listen, runnerOf, versionOf } from "../../pulumi/runner";
import { assertRefused, baseline } from "../cli/command";
import { inEnvironment } from "../support/environment";
import { fixturePack } from "../support/fixture-program";
import { REPOSITORY } from "../support/prod-state";
import type { Attack } from "./attack";
import {
  MONITOR,
  assertQuiet,
  assertRefusedProgram,
  hasNamespaces,
  heartbeat,
  hostileProgram,
  inTime,
  leavesBehind,
  outputsOf,
  pause,
  pipe,
  previewOf,
  temporaryFolder,
} from "./support-program";

const CONTAINER =
  "Where ordinary users may not make namespaces, allow it (on Ubuntu by the sysctl kernel.apparmor_restrict_unprivileged_userns), or run the gate in a container or job that holds nothing else.";

/** Nothing of this is the program's business. */
const SECRETS = {
  GITHUB_TOKEN: "ghp_attack",
  AWS_SECRET_ACCESS_KEY: "attack",
  AWS_SESSION_TOKEN: "attack",
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: "attack",
  PULUMI_ACCESS_TOKEN: "attack",
  NPM_TOKEN: "attack",
  NODE_OPTIONS: "--no-warnings",
  SSH_AUTH_SOCK: "/tmp/attack",
};

function refusedProject(
  files: Readonly<Record<string, string>>,
  words: RegExp,
  prepare?: (folder: string) => void,
): void {
  const folder = hostileProgram("", files);
  prepare?.(folder);
  assert.throws(
    () => readProject(folder),
    (error) => error instanceof ProjectError && words.test(error.message),
  );
}

function runtime(options: string): Readonly<Record<string, string>> {
  return { "Pulumi.yaml": `name: hostile\nruntime:\n  name: nodejs\n  options:\n    ${options}\n` };
}

/** A folder of a pack with one package, watched while something happens to it. */
async function changedBy(change: (folder: string) => void): Promise<string | undefined> {
  const folder = temporaryFolder({
    "pack/package.json": '{"dependencies": {"rules": "1"}}',
    "pack/index.js": "// the pack",
    "pack/node_modules/rules/package.json": "{}",
    "pack/node_modules/rules/index.js": "// the rules",
    "other/index.js": "// another pack",
    "other/package.json": "{}",
  });
  // What was written just now could be a change.
  await pause(20);
  const files = new UnchangedFiles({ packages: [path.join(folder, "pack")], folders: [], files: [] });
  assert.equal(files.changed(), undefined);
  change(folder);
  const changed = files.changed();
  return changed === undefined ? undefined : path.relative(folder, changed);
}

async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : assert.fail("no port");
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

export const PROGRAM_ATTACKS: readonly Attack[] = [
  {
    id: "package-json-that-is-code",
    class: "program",
    attack: "The program brings a copy of @pulumi/pulumi that runs code in whoever loads a file of it.",
    outcome: "The gate loads nothing of the program's folder: it reads the version as bounded text.",
    run: async () => {
      const trace = path.join(temporaryFolder(), "trace");
      const code = `require("node:fs").writeFileSync(${JSON.stringify(trace)}, String(process.pid));`;
      const folder = hostileProgram("", {
        "node_modules/@pulumi/pulumi/package.json/index.js": code,
        "node_modules/@pulumi/pulumi/package.json.js": code,
        "node_modules/@pulumi/pulumi/cmd/run/index.js": "process.exit(1)",
        "node_modules/@pulumi/pulumi/index.js": code,
      });
      assert.equal(versionOf(folder), undefined);
      await assertRefusedProgram(folder, /failed/);
      assert.ok(!fs.existsSync(trace), "it ran");
    },
  },
  {
    id: "endless-package-json",
    class: "program",
    attack: "A package.json of the program is a pipe that nobody writes to, which hangs whoever resolves a package.",
    outcome: "The gate looks packages up by their paths, and reads regular files only.",
    run: () => {
      const folder = hostileProgram("", { "node_modules/@pulumi/pulumi/cmd/run/index.js": "" });
      fs.rmSync(path.join(folder, "package.json"));
      pipe(path.join(folder, "package.json"));
      pipe(path.join(folder, "node_modules/@pulumi/pulumi/package.json"));
      return inTime(500, () => {
        assert.equal(runnerOf(folder, "run"), path.join(folder, "node_modules/@pulumi/pulumi/cmd/run/index.js"));
        assert.equal(versionOf(folder), undefined);
      });
    },
  },
  {
    id: "endless-declarations",
    class: "program",
    attack: "Declaration files of the program's packages are pipes, devices and huge.",
    outcome: "They are read as bounded, regular files; what they would have declared is unknown.",
    run: () => {
      const folder = hostileProgram("");
      pipe(path.join(folder, "node_modules/@pulumi/evil/pipe.d.ts"));
      fs.symlinkSync("/dev/zero", path.join(folder, "node_modules/@pulumi/evil/device.d.ts"));
      fs.writeFileSync(path.join(folder, "node_modules/@pulumi/evil/huge.d.ts"), "");
      fs.truncateSync(path.join(folder, "node_modules/@pulumi/evil/huge.d.ts"), 2 ** 40);
      const declared = new DeclaredProperties(folder);
      return inTime(500, () => {
        for (const token of ["evil:pipe:get", "evil:device:get", "evil:huge:get", "evil:../../../../x:get"]) {
          assert.equal(declared.ofFunction(token), undefined);
        }
      });
    },
  },
  {
    id: "ever-more-declarations",
    class: "program",
    attack: "The program calls ever more functions, for each of which the gate parses a declaration file.",
    outcome: "The gate parses 200 files at most, for ten seconds at most; further answers are unknown as a whole.",
    run: () => {
      const folder = hostileProgram("");
      const home = path.join(folder, "node_modules/@pulumi/evil");
      fs.mkdirSync(home, { recursive: true });
      for (let file = 0; file < 250; file++) {
        fs.writeFileSync(path.join(home, `f${file}.d.ts`), "export interface GetResult { readonly a: string; }");
      }
      const declared = new DeclaredProperties(folder);
      const known = Array.from({ length: 250 }, (_, file) => declared.ofFunction(`evil:f${file}:get`));
      assert.deepEqual([known[0], known[199], known[200], known[249]], [["a"], ["a"], undefined, undefined]);
    },
  },
  {
    id: "endless-project-file",
    class: "program",
    attack: "Pulumi.yaml, or the settings of the stack, is a pipe, a device or huge.",
    outcome: "They have to be regular files of at most 1 MiB; the error says so.",
    run: () => {
      const words = /has to be a readable, regular file of at most 1 MiB/;
      refusedProject({}, words, (folder) => {
        fs.rmSync(path.join(folder, "Pulumi.yaml"));
        pipe(path.join(folder, "Pulumi.yaml"));
      });
      refusedProject({}, words, (folder) => fs.symlinkSync("/dev/zero", path.join(folder, "Pulumi.dev.yaml")));
      refusedProject({ "Pulumi.dev.yaml": "" }, words, (folder) =>
        fs.truncateSync(path.join(folder, "Pulumi.dev.yaml"), 2 ** 40),
      );
    },
  },
  {
    id: "costly-project-file",
    class: "program",
    attack: "Pulumi.yaml is nested so deeply, has so many keys or aliases that a parser takes hours.",
    outcome: "The time to read it grows with its size; what is too deep is an error.",
    run: () => {
      const keys = Array.from({ length: 40_000 }, (_, index) => `  k${index}: 1`).join("\n");
      const aliases = Array.from(
        { length: 30 },
        (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`,
      );
      return inTime(8000, () => {
        readProject(hostileProgram("", { "Pulumi.yaml": `name: hostile\nruntime: nodejs\nextra:\n${keys}\n` }));
        refusedProject({ "Pulumi.yaml": "a: ".concat("[".repeat(100_000)) }, /is not YAML/);
        refusedProject({ "Pulumi.yaml": `a0: &a0 [1]\n${aliases.join("\n")}\n` }, /is not YAML/);
        refusedProject({ "Pulumi.yaml": "name: a\nname: b\n" }, /is not YAML: the key "name" is there twice/);
      });
    },
  },
  {
    id: "tokens-in-the-environment",
    class: "program",
    attack: "The program reads the tokens and credentials of the CI job from its environment variables.",
    outcome: "Its environment is a list of what may pass; others pass only by --pass-env.",
    remains:
      "Files of the user who runs the gate, such as ~/.aws/credentials, can be read. Run the gate in a container, or in a job without secrets.",
    run: async () => {
      const folder = hostileProgram("exports.names = Object.keys(process.env).join();");
      await inEnvironment({ ...SECRETS, WANTED: "yes" }, async () => {
        const { names } = await outputsOf(folder, { passEnv: ["WANTED"] });
        const seen = String(names).split(",");
        assert.deepEqual(
          Object.keys(SECRETS).filter((name) => seen.includes(name)),
          [],
        );
        assert.ok(seen.includes("PATH") && seen.includes("WANTED"), String(names));
      });
    },
  },
  {
    id: "cli-of-the-program",
    class: "program",
    attack:
      "A package of the program brings a command `pulumi`, which npx puts on the PATH, and the stack asks for an ESC environment.",
    outcome: "The CLI is not looked for in any node_modules; other tools of the gate have absolute paths.",
    run: () => {
      assert.equal(trustedPath("/w/node_modules/.bin:/usr/bin:/w/app/node_modules/.bin:/bin"), "/usr/bin:/bin");
      assert.ok(path.isAbsolute(enclose(process.execPath, [], "/").command));
    },
  },
  {
    id: "options-by-the-environment",
    class: "program",
    attack:
      "A variable with a harmless beginning carries what is not to pass: LC_TOKEN=..., path=..., PULUMI_CONFIG=....",
    outcome: "Names are compared as a whole and in their case, and the settings are always those of the stack.",
    run: () => {
      const project = readProject(hostileProgram(""));
      const outer = {
        LC_ALL: "C",
        lc_all: "x",
        path: "x",
        PATHX: "x",
        PULUMI_CONFIG: "x",
        XLANG: "x",
        LD_PRELOAD: "x",
      };
      assert.deepEqual(programEnvironment(project, outer, []), {
        LC_ALL: "C",
        PULUMI_CONFIG: "{}",
        PULUMI_CONFIG_SECRET_KEYS: "[]",
        PULUMI_NODEJS_TYPESCRIPT: "true",
        TS_NODE_TRANSPILE_ONLY: "true",
        PULUMI_NODEJS_TRANSPILE_ONLY: "true",
      });
    },
  },
  {
    id: "environment-of-the-gate",
    class: "program",
    attack: "The program looks through /proc for the gate, and reads its environment or its memory.",
    outcome: "In its namespace of processes, the program sees none but its own.",
    remains: CONTAINER,
    run: async () => {
      const folder = hostileProgram(
        `exports.found = require("node:fs").readdirSync("/proc").filter((name) => /^\\d+$/.test(name)).join();
         exports.parent = process.ppid;`,
      );
      if (hasNamespaces("environment-of-the-gate")) {
        const { found, parent } = await outputsOf(folder);
        assert.ok(String(found).split(",").length <= 5, String(found));
        assert.ok(!String(found).split(",").includes(String(process.pid)) || process.pid < 20, String(found));
        assert.equal(parent, 1);
      }
    },
  },
  {
    id: "gains-privileges",
    class: "program",
    attack: "The program calls sudo, which CI machines often allow without a password.",
    outcome: "A process of the program gains no privileges by running another (no_new_privs).",
    remains: "Without util-linux (setpriv) on the machine, it can. " + CONTAINER,
    run: async () => {
      const folder = hostileProgram(
        `exports.status = require("node:fs").readFileSync("/proc/self/status", "utf8").match(/^(NoNewPrivs|CapEff):.*/gm).join();`,
      );
      const { enclosure } = enclose(process.execPath, [], folder);
      if (enclosure.kind !== "group") {
        assert.match(String((await outputsOf(folder))["status"]), /NoNewPrivs:\t1/);
      }
      if (enclosure.kind === "namespace") {
        assert.match(String((await outputsOf(folder))["status"]), /CapEff:\t0+(,|$)/);
      }
    },
  },
  {
    id: "process-left-behind",
    class: "program",
    attack:
      "The program leaves a process behind, in a session of its own and without its environment, to meddle with the pack.",
    outcome: "The namespace of processes ends with the program, and all that is in it; only then the pack starts.",
    remains:
      "A service of the machine that starts processes on request (a container engine's socket, the user's service manager, cron) can start one elsewhere. Run the gate in a container without them.",
    run: async () => {
      const file = path.join(temporaryFolder(), "heartbeat");
      await previewOf(hostileProgram(leavesBehind(file)));
      await assertQuiet(file);
    },
  },
  {
    id: "process-left-behind-without-namespaces",
    class: "program",
    attack:
      "On a machine without namespaces, a process leaves group and session, clears its environment and lowers its limits.",
    outcome: "Each process of the program bears a hard limit that it can only lower, by which it is found and killed.",
    remains: "Without util-linux the gate warns that it cannot be certain. " + CONTAINER,
    run: async () => {
      const file = path.join(temporaryFolder(), "heartbeat");
      const lowered = `exec prlimit --msgqueue=5:5 "${process.execPath}" -e '${heartbeat(file).replaceAll("'", '"')}'`;
      const script = `const { spawn } = require("node:child_process");
        spawn("/bin/sh", ["-c", ${JSON.stringify(lowered)}], { detached: true, stdio: "ignore", env: { PATH: process.env.PATH } }).unref();
        spawn(process.execPath, ["-e", ${JSON.stringify(heartbeat(`${file}2`))}], { detached: true, stdio: "ignore", env: {} }).unref();
        setTimeout(() => process.exit(), 1000);`;
      const { enclosure, command, args } = enclose(process.execPath, ["-e", script], "/", ["marked"]);
      if (enclosure.kind === "marked") {
        const child = spawn(command, args, { detached: true, stdio: "ignore" });
        await endOf(child);
        assert.equal(await clear(child.pid ?? 0, enclosure), "all");
        await assertQuiet(file);
        await assertQuiet(`${file}2`);
      }
    },
  },
  {
    id: "signal-proves-nothing",
    class: "program",
    attack: "The program signals that it is complete, by its own call, before it declares what the rules would refuse.",
    outcome: "A declaration after the signal is an error, and nothing is checked.",
    run: () =>
      assertRefusedProgram(
        hostileProgram(`${MONITOR}
          module.exports = (async () => { await signal(); await call("registerResource", registration("late")); })();`),
        /registered aws:sns\/topic:Topic late after it had signaled its end/,
      ),
  },
  {
    id: "signal-of-another-process",
    class: "program",
    attack: "A process that the program started signals completion, while the program itself fails.",
    outcome: "The exit code of the program's own process decides: it has to be 0.",
    run: () =>
      assertRefusedProgram(
        hostileProgram(
          `require("node:child_process").execFileSync(process.execPath, [__dirname + "/signal.js", ...process.argv]);
          process.exit(7);`,
          {
            "signal.js": `${MONITOR} signal().then(() => process.exit(0));`,
          },
        ),
        /failed/,
      ),
  },
  {
    id: "ends-in-the-middle",
    class: "program",
    attack:
      "The program ends with exit code 0 while a declaration of it is on its way, and has signaled its completion.",
    outcome: "A signal before every declaration is answered is an error.",
    run: () =>
      assertRefusedProgram(
        hostileProgram(`${MONITOR}
          const pulumi = require("@pulumi/pulumi");
          const slow = registration("slow");
          pulumi.runtime.registerStackTransformation(() => undefined);
          module.exports = (async () => {
            const { getCallbacks } = require("@pulumi/pulumi/runtime/settings");
            const callback = await getCallbacks().registerTransform(() => new Promise(() => undefined));
            slow.addTransforms(callback);
            void call("registerResource", slow).catch(() => undefined);
            await new Promise((resolve) => setTimeout(resolve, 200));
            await signal();
            process.exit(0);
          })();`),
        /signaled its end while one declaration was not answered yet|failed:/,
      ),
  },
  {
    id: "killed-and-complete",
    class: "program",
    attack: "The program signals completion and then has itself killed, so that nothing more of it is seen.",
    outcome: "A program that a signal ended has failed.",
    run: () =>
      assertRefusedProgram(
        hostileProgram(`${MONITOR} module.exports = signal().then(() => process.kill(process.pid, "SIGKILL"));`),
        /ended by the signal SIGKILL/,
      ),
  },
  {
    id: "connects-as-the-program",
    class: "program",
    attack: "Another user of the machine connects to the address at which the gate takes declarations.",
    outcome: "It is a socket in a folder that only the gate's user can enter, and no port.",
    run: async () => {
      const server = new grpc.Server();
      const listening = await listen(server);
      try {
        const file = listening.address.replace(/^unix:/, "");
        assert.ok(fs.statSync(file).isSocket());
        assert.equal(fs.statSync(path.dirname(file)).mode & 0o077, 0);
      } finally {
        server.forceShutdown();
        listening.close();
      }
    },
  },
  {
    id: "transform-elsewhere",
    class: "program",
    attack: "The program says that its transforms are served on another machine, so that the gate connects to it.",
    outcome: "Transforms are called on ports of this machine only.",
    run: async () => {
      for (const target of [
        "169.254.169.254:80",
        "dns:///example.com:443",
        "unix:/var/run/docker.sock",
        "127.0.0.1.example.com:1",
      ]) {
        const transforms = new Transforms();
        const callback = new Callback();
        callback.setTarget(target);
        transforms.addToFunctions(callback);
        await assert.rejects(transforms.applyToFunction("a:b:c", {}), /is no port of this machine/);
      }
    },
  },
  {
    id: "entry-point-outside",
    class: "program",
    attack: "Pulumi.yaml names an entry point outside the program's folder: by an absolute path, by .. or by a link.",
    outcome: "It is refused; the entry point and the tsconfig have to be in the folder, as the engine requires.",
    run: () => {
      const words = /which is outside the program's folder/;
      const main = (file: string): Readonly<Record<string, string>> => ({
        "Pulumi.yaml": `name: hostile\nruntime: nodejs\nmain: ${file}\n`,
      });
      refusedProject(main("/etc"), words);
      refusedProject(main("../../cli"), words);
      refusedProject(main("a/../../other"), words);
      refusedProject(main("link/deeper"), words, (folder) => fs.symlinkSync("/etc", path.join(folder, "link")));
      refusedProject(runtime("tsconfig: ../../tsconfig.json"), words);
      assert.equal(readProject(hostileProgram("", main("src/../src"))).main, "src/../src");
    },
  },
  {
    id: "debugger-of-the-program",
    class: "program",
    attack: "Pulumi.yaml has Node.js open the debugger's port, run another script, or read options from a file.",
    outcome: "The nodeargs are a list of what may pass; the error names it.",
    run: () => {
      for (const given of [
        "--inspect=0.0.0.0:9229",
        "--inspect-brk",
        "--inspect_port=1",
        "other.js",
        "-e 1",
        "--eval=1",
        "--env-file=/etc/x",
        "--enable-source-maps --cpu-prof-dir=/etc",
        "--require",
        "-- other.js",
        "--max-old-space-size 4096",
        "--openssl-config=/tmp/x",
        "--watch",
      ]) {
        refusedProject(runtime(`nodeargs: ${JSON.stringify(given)}`), /nodeargs .* (It passes -r, --require|give)/);
      }
      const { nodeargs } = readProject(
        hostileProgram("", runtime("nodeargs: --max-old-space-size=4096 -r ./x.js --enable-source-maps")),
      ).runtimeOptions;
      assert.deepEqual(nodeargs, ["--max-old-space-size=4096", "-r", "./x.js", "--enable-source-maps"]);
    },
  },
  {
    id: "debugger-of-the-gate",
    class: "program",
    attack: "A process sends SIGUSR1 to the gate, on which Node.js starts its debugger.",
    outcome: "The gate listens to the signal itself, so that Node.js does not.",
    run: async () => {
      const port = await freePort();
      let opened: boolean | undefined;
      const folder = hostileProgram("setTimeout(() => undefined, 1500);");
      const ended = await baseline(["check", "--program", folder, "--out", temporaryFolder()], {
        environment: { NODE_OPTIONS: `--inspect-port=${port}` },
        meanwhile: (child) => {
          child.stderr.once("data", () => {
            child.kill("SIGUSR1");
            setTimeout(() => void isListening(port).then((found) => (opened = found)), 500);
          });
        },
      });
      assert.doesNotMatch(ended.stderr, /Debugger listening/);
      assert.ok(ended.code !== null, ended.stderr);
      assert.equal(opened, false);
    },
  },
  {
    id: "debugger-of-the-pack",
    class: "program",
    attack: "A process sends SIGUSR1 to the policy pack, on which Node.js starts its debugger.",
    outcome: "A guard that is loaded first listens to the signal, so that Node.js does not.",
    run: async () => {
      const port = await freePort();
      const pack = await startPack({
        folder: fixturePack(path.join(REPOSITORY, "tests/programs/packs/plain")),
        environment: { NODE_OPTIONS: `--inspect-port=${port}` },
      });
      try {
        process.kill(pack.processId, "SIGUSR1");
        await pause(500);
        assert.equal(await isListening(port), false);
        assert.equal(pack.info.getName(), "plain");
      } finally {
        pack.stop();
      }
    },
  },
  {
    id: "rewrites-the-pack",
    class: "program",
    attack: "The program rewrites a file of the policy pack, and sets its times back.",
    outcome: "The kernel's time of status change tells, and nothing is checked (exit code 2).",
    remains:
      "What the gate's user may write is noticed only if the check reads it. Install the gate and the pack where the program's user cannot write.",
    run: async () => {
      const pack = temporaryFolder({ "PulumiPolicy.yaml": "runtime: nodejs\n", "package.json": "{}", "index.js": "" });
      fs.symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(pack, "node_modules"));
      const file = path.join(pack, "index.js");
      const ended = await baseline([
        ...["check", "--pack", pack, "--out", temporaryFolder(), "--program"],
        hostileProgram(`const fs = require("node:fs");
          const { atime, mtime } = fs.statSync(${JSON.stringify(file)});
          fs.writeFileSync(${JSON.stringify(file)}, "// nothing to object to");
          fs.utimesSync(${JSON.stringify(file)}, atime, mtime);`),
      ]);
      assertRefused(ended, 2, /index\.js was changed while the program ran/);
    },
  },
  {
    id: "plants-a-package",
    class: "program",
    attack: "The program plants, replaces, links or moves a package that the pack will load.",
    outcome: "Folders on the way to a package are watched as well as its files.",
    run: async () => {
      const at = (name: string) => (folder: string) => path.join(folder, "pack", name);
      assert.equal(
        await changedBy((folder) => fs.writeFileSync(at("node_modules/rules/index.js")(folder), "")),
        "pack/node_modules/rules/index.js",
      );
      assert.equal(
        await changedBy((folder) => fs.writeFileSync(at("node_modules/rules/other.js")(folder), "")),
        "pack/node_modules/rules",
      );
      assert.equal(await changedBy((folder) => fs.rmSync(at("index.js")(folder))), "pack");
      assert.equal(
        await changedBy((folder) => fs.mkdirSync(at("node_modules/@pulumi/policy")(folder), { recursive: true })),
        "pack/node_modules",
      );
      assert.notEqual(
        await changedBy((folder) => {
          fs.renameSync(at("node_modules/rules")(folder), path.join(folder, "away"));
          fs.symlinkSync(path.join(folder, "other"), at("node_modules/rules")(folder));
        }),
        undefined,
      );
      assert.equal(await changedBy((folder) => fs.chmodSync(at("index.js")(folder), 0o777)), "pack/index.js");
    },
  },
  {
    id: "moves-the-pack-away",
    class: "program",
    attack: "The program moves the pack's folder away and another, made before, in its place.",
    outcome: "The identity of every folder on the way to the pack is compared.",
    run: async () => {
      assert.equal(
        await changedBy((folder) => {
          fs.renameSync(path.join(folder, "pack"), path.join(folder, "away"));
          fs.renameSync(path.join(folder, "other"), path.join(folder, "pack"));
        }),
        "pack",
      );
    },
  },
  {
    id: "proxy-for-the-gate",
    class: "program",
    attack: "A proxy in the environment stands between the gate and the pack, and between the program and the gate.",
    outcome: "The gate's clients ignore proxies, and the program is given none.",
    run: async () => {
      const proxies = ["http_proxy", "https_proxy", "grpc_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy"];
      const port = await freePort();
      const environment = Object.fromEntries(proxies.map((name) => [name, `http://127.0.0.1:${port}`]));
      await inEnvironment({ ...environment, no_proxy: "", NO_PROXY: "" }, async () => {
        const folder = hostileProgram(`new (require("@pulumi/aws").sns.Topic)("t");`);
        assert.equal((await previewOf(folder)).state.deployment.resources.length, 3);
        const pack = await startPack({
          folder: fixturePack(path.join(REPOSITORY, "tests/programs/packs/plain")),
          environment: {},
        });
        pack.stop();
      });
    },
  },
];
