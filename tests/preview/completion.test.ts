import assert from "node:assert/strict";
import { Completion, TooLateError } from "../../preview/completion";

describe("the completion of a program", () => {
  it("has nothing against a program that is answered, signals and ends", () => {
    const completion = new Completion();
    completion.begin("registered a")();
    completion.begin("registered b")();
    completion.signal();
    completion.end();
    assert.deepEqual([completion.incomplete, completion.isSignaled, completion.hasEnded], [undefined, true, true]);
  });
  it("needs no signal, which older versions of the SDK do not send", () => {
    const completion = new Completion();
    completion.end();
    assert.deepEqual([completion.incomplete, completion.isSignaled], [undefined, false]);
  });
  it("objects to a signal before everything is answered", () => {
    const completion = new Completion();
    const answered = completion.begin("registered a");
    completion.begin("registered b");
    completion.signal();
    answered();
    assert.equal(completion.incomplete, "it signaled its end while 2 declarations were not answered yet");
  });
  it("objects to an end before everything is answered", () => {
    const completion = new Completion();
    completion.begin("registered a");
    completion.end();
    assert.equal(completion.incomplete, "it ended while one declaration was not answered yet");
  });
  for (const [title, over, when] of [
    ["its signal", (completion: Completion) => completion.signal(), "it had signaled its end"],
    ["its end", (completion: Completion) => completion.end(), "its process had ended"],
  ] as const) {
    it(`refuses what comes after ${title}, and keeps the first objection`, () => {
      const completion = new Completion();
      over(completion);
      assert.throws(() => completion.begin("registered a"), TooLateError);
      assert.throws(() => completion.begin("registered b"), TooLateError);
      assert.equal(completion.incomplete, `it registered a after ${when}`);
    });
  }
});
