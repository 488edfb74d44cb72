import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import { type Enclosure, enclose, endingWithUs } from "../../processes/enclosure";
import { type Ending, LastWords, endOf } from "../../processes/ending";

const KINDS = ["namespace", "marked", "group"] as const satisfies readonly Enclosure["kind"][];

async function run(kind: Enclosure["kind"], source: string): Promise<Ending & { readonly said: string }> {
  const { command, args } = enclose(process.execPath, ["-e", source], "/", kind === "group" ? [] : [kind]);
  const child = spawn(command, args, { detached: true });
  const words = new LastWords(child.stderr);
  child.stdout.resume();
  const ending = await endOf(child);
  return { ...ending, said: await words.end(1000) };
}

describe("an enclosed process", () => {
  for (const kind of KINDS) {
    it(`ends with its own exit code (${kind})`, async () => {
      assert.deepEqual(await run(kind, "console.error('last words'); process.exit(7)"), {
        exitCode: 7,
        signal: undefined,
        failure: undefined,
        said: "last words\n",
      });
    });
    it(`tells the signal that ended it, and nothing else (${kind})`, async () => {
      assert.deepEqual(await run(kind, "process.kill(process.pid, 'SIGKILL'); setInterval(() => 0, 1000)"), {
        exitCode: undefined,
        signal: "SIGKILL",
        failure: undefined,
        said: "",
      });
    });
  }
  it("says that it could not be started", async () => {
    const ending = endOf(spawn("/no/such/program"));
    assert.match((await ending).failure?.message ?? "", /ENOENT/);
  });
  it("is a group where nothing better is asked for, and where its folder could not be read", () => {
    assert.deepEqual(enclose("/a", ["b"], "/", []), { enclosure: { kind: "group" }, command: "/a", args: ["b"] });
    assert.equal(enclose("/a", ["b"], "/no/such/folder", ["namespace"]).enclosure.kind, "group");
  });
  it("uses no tool of the PATH, which can name a folder of the program", () => {
    const before = process.env["PATH"];
    process.env["PATH"] = "";
    try {
      const { command } = endingWithUs("/a", []);
      assert.ok(command === "/a" || fs.existsSync(command), command);
    } finally {
      process.env["PATH"] = before;
    }
  });
  it("ends with the process that started it, where the platform offers that", async function () {
    const { command, args } = endingWithUs("/bin/sleep", ["60"]);
    if (command === "/bin/sleep") {
      const why = "There is no setpriv here (util-linux): processes are ended by their pipe alone.";
      assert.ok(process.platform !== "linux" || process.env["CI"] === undefined, why);
      console.warn(`\n!!! NOT TRIED: ${why}\n`);
      this.skip();
    }
    const source = `const { pid } = require("node:child_process").spawn(${JSON.stringify(command)}, ${JSON.stringify(args)});
      console.log(pid); setInterval(() => 0, 1000);`;
    const parent = spawn(process.execPath, ["-e", source]);
    const [first] = (await once(parent.stdout, "data")) as [Buffer]; // what "data" passes
    const pid = Number(first.toString("utf8"));
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok(isLiving(pid));
    parent.kill("SIGKILL");
    await endOf(parent);
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.ok(!isLiving(pid));
  });
});

function isLiving(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
