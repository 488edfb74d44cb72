import assert from "node:assert/strict";
import { RuntimeOptionError, nodeArguments, requireInside } from "../../preview/runtime-options";

describe("the arguments of Node.js", () => {
  for (const [text, expected] of [
    ["", []],
    ["  --trace-warnings   --no-warnings ", ["--trace-warnings", "--no-warnings"]],
    ["--max-old-space-size=4096", ["--max-old-space-size=4096"]],
    ["--max_old_space_size=4096", ["--max_old_space_size=4096"]],
    ["-r ./a.js --import=./b.mjs", ["-r", "./a.js", "--import=./b.mjs"]],
    ["--loader ts-node/esm", ["--loader", "ts-node/esm"]],
  ] as const) {
    it(`can be "${text}"`, () => assert.deepEqual(nodeArguments(text), expected));
  }
  for (const text of [
    "--inspect",
    "-r",
    "-r --inspect",
    "a.js",
    "--require=a.js b.js",
    "--max-old-space-size 4096",
    "-",
  ]) {
    it(`cannot be "${text}"`, () => assert.throws(() => nodeArguments(text), RuntimeOptionError));
  }
  it("are refused with the option and those that are allowed", () => {
    assert.throws(() => nodeArguments("-r a --inspect=1"), /"--inspect=1", .* It passes -r, --require, --import, /);
  });
});

describe("a path in the program's folder", () => {
  const links: Readonly<Record<string, string>> = { "/p/out": "/etc", "/p/in": "/p/src" };
  const inside = (file: string): string => requireInside("/p", file, "main", (one) => links[one] ?? one);

  for (const file of [".", "a", "a/b.ts", "a/../b", "..a", "in"]) {
    it(`is ${file}`, () => assert.equal(inside(file), file));
  }
  for (const file of ["..", "../p2", "../q", "/p/a", "a/../../b", "out"]) {
    it(`is not ${file}`, () =>
      assert.throws(() => inside(file), /main is ".*", which is outside the program's folder/));
  }
});
