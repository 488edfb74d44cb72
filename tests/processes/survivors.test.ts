import assert from "node:assert/strict";
import { type Living, survivorsAmong } from "../../processes/survivors";

const GATE = 100;
const PROGRAM = 200;
const MARK = 150_000;

/** A process in a session of its own, which init took over. */
function living(id: number, of: Partial<Living> = {}): Living {
  return { id, parent: 1, group: id, session: id, mark: 819_200, ...of };
}

const SHELL = living(50);
const SELF = living(GATE, { parent: SHELL.id, group: SHELL.id, session: SHELL.id });

const found = (others: readonly Living[], { mark }: { readonly mark?: number } = { mark: MARK }): readonly number[] =>
  survivorsAmong([living(1, { parent: 0 }), SHELL, SELF, ...others], PROGRAM, mark, GATE);

describe("what a program left behind", () => {
  it("is found by its group and by its session", () => {
    assert.deepEqual(found([living(301, { group: PROGRAM }), living(302, { session: PROGRAM })], {}), [301, 302]);
  });
  it("is found by its mark, wherever it went", () => {
    assert.deepEqual(found([living(301, { mark: MARK }), living(302, { parent: 301, mark: MARK })]), [301, 302]);
  });
  it("is found by a mark that it has lowered, when init or an ancestor of the gate took it over", () => {
    const lowered = { mark: 5 };
    assert.deepEqual(
      found([
        living(301, lowered),
        living(302, { ...lowered, parent: SHELL.id }),
        living(303, { ...lowered, parent: 301 }),
      ]),
      [301, 302, 303],
    );
  });
  it("is not what another gate has under way, whose mark is lower", () => {
    const other = living(400);
    assert.deepEqual(
      found([other, living(401, { parent: 400, mark: MARK - 1 }), living(402, { parent: 401, mark: 5 })]),
      [],
    );
  });
  it("is neither the gate nor what has no mark, or a higher one", () => {
    assert.deepEqual(found([living(301), living(302, { mark: undefined }), living(303, { mark: MARK + 1 })]), []);
    assert.deepEqual(found([living(301, { mark: 5 })], {}), []);
  });
  it("is looked for though parents form a circle, as a list that was read while processes came and went can say", () => {
    assert.deepEqual(found([living(301, { parent: 302, mark: 5 }), living(302, { parent: 301, mark: 5 })]), []);
  });
});
