import assert from "node:assert/strict";
import { mock } from "node:test";
import { progress } from "../../cli/progress";

/** A stream as far as progress uses one. */
function stream(isTTY: boolean, columns = 40): { readonly written: string[]; readonly stream: NodeJS.WriteStream } {
  const written: string[] = [];
  const write = (text: string): boolean => written.push(text) > 0;
  return { written, stream: { isTTY, columns, write } as unknown as NodeJS.WriteStream }; // no more is used
}

const CLEAR = "\r\u001B[2K";

describe("Progress", () => {
  const ci = process.env["CI"];
  beforeEach(() => {
    process.env["CI"] = "";
    mock.timers.enable({ apis: ["setInterval", "Date"] });
  });
  afterEach(() => {
    mock.timers.reset();
    if (ci === undefined) {
      delete process.env["CI"];
    } else {
      process.env["CI"] = ci;
    }
  });

  it("is one line on a terminal, with the seconds of the stage, and gone when it is done", () => {
    const { written, stream: terminal } = stream(true);
    const status = progress(terminal);
    status.stage("Previewing");
    mock.timers.tick(1000);
    mock.timers.tick(1000);
    status.detail("Checked 1 of 2");
    status.stage("Writing");
    status.done();
    status.done();
    mock.timers.tick(2000);
    assert.deepEqual(written, [
      `${CLEAR}Previewing`,
      `${CLEAR}Previewing, 1 s`,
      `${CLEAR}Previewing, 2 s`,
      `${CLEAR}Checked 1 of 2, 2 s`,
      `${CLEAR}Writing`,
      CLEAR,
    ]);
  });

  it("never fills the line, which could not be cleared then", () => {
    const { written, stream: terminal } = stream(true, 10);
    const status = progress(terminal);
    status.stage("a".repeat(30));
    assert.deepEqual(written, [CLEAR + "a".repeat(9)]);
    status.done();
  });

  for (const [where, isTTY, variable] of [
    ["in a pipe", false, ""],
    ["in the terminal of a CI system", true, "true"],
  ] as const) {
    it(`is a plain line for each stage ${where}, without counts and seconds`, () => {
      process.env["CI"] = variable;
      const { written, stream: log } = stream(isTTY);
      const status = progress(log);
      status.stage("Previewing");
      status.detail("Checked 1 of 2");
      mock.timers.tick(2000);
      status.done();
      assert.deepEqual(written, ["Previewing\n"]);
    });
  }
});
