import assert from "node:assert/strict";
import { DAYS_PER_MONTH, storedBetween } from "../../cost/ages";

function rounded({ month1, steady }: ReturnType<typeof storedBetween>): readonly (number | string)[] {
  return [Number(month1.toFixed(6)), typeof steady === "number" ? Number(steady.toFixed(6)) : steady];
}

describe("What is stored when as much arrives every day", () => {
  it("is half a month's arrivals on average in the first month, and all that has not expired later", () => {
    assert.deepEqual(rounded(storedBetween(10, 0, 10 * DAYS_PER_MONTH)), [5, 100]);
  });

  it("is the same from the first month on when it expires at once", () => {
    assert.deepEqual(rounded(storedBetween(10, 0, 0)), [0, 0]);
    // Half a month: it fills for half of the month, and is full for the other half.
    assert.deepEqual(rounded(storedBetween(8, 0, DAYS_PER_MONTH / 2)), [3, 4]);
  });

  it("grows without end when nothing expires", () => {
    assert.deepEqual(rounded(storedBetween(10, 0, undefined)), [5, "grows"]);
  });

  it("adds up over windows of age", () => {
    const [first, second] = [storedBetween(10, 0, 90), storedBetween(10, 90, 365)];
    const whole = storedBetween(10, 0, 365);
    assert.equal(first.month1 + second.month1, whole.month1);
    assert.equal(second.month1, 0, "nothing is 90 days old in the first month");
    const sum = Number(first.steady) + Number(second.steady);
    assert.deepEqual(rounded({ month1: first.month1, steady: sum }), rounded(whole));
  });

  it("counts for a window that begins within the first month what is old enough", () => {
    // From the middle of the month on, what is older than half a month: it reaches half of the arrivals at its end.
    assert.deepEqual(rounded(storedBetween(8, DAYS_PER_MONTH / 2, 2 * DAYS_PER_MONTH)), [1, 12]);
  });
});
