import assert from "node:assert/strict";
import { fail, pass, undecided } from "../../policies/result";
import { UNKNOWN } from "../../policies/properties";
import { type Truth, every, is, must, not, same, some } from "../../policies/truth";

const TRUTHS: readonly Truth[] = [true, false, UNKNOWN];

describe("three-valued logic", () => {
  it("holds some when one holds, and is unknown only while none does", () => {
    for (const one of TRUTHS) {
      for (const other of TRUTHS) {
        const known = one === true || other === true;
        const open = one === UNKNOWN || other === UNKNOWN;
        assert.equal(some([one, other]), known ? true : open ? UNKNOWN : false);
      }
    }
    assert.equal(some([]), false);
  });

  it("holds every as the negation of some negation", () => {
    for (const one of TRUTHS) {
      for (const other of TRUTHS) {
        assert.equal(every([one, other]), not(some([not(one), not(other)])));
      }
    }
    assert.equal(every([]), true);
  });

  it("compares only what is known", () => {
    assert.equal(is("a", "a"), true);
    assert.equal(is("a", "b"), false);
    assert.equal(is(undefined, "a"), false);
    assert.equal(is(UNKNOWN, "a"), UNKNOWN);
    assert.equal(same(undefined, undefined), true);
    assert.equal(same("a", "b"), false);
    assert.equal(same("a", UNKNOWN), UNKNOWN);
    assert.equal(same(UNKNOWN, UNKNOWN), UNKNOWN);
  });

  it("checks", () => {
    assert.deepEqual(must(true, "p", "m"), pass);
    assert.deepEqual(must(false, "p", "m"), fail("p", "m"));
    assert.deepEqual(must(UNKNOWN, "p", "m"), undecided("p"));
  });
});
