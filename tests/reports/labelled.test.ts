import assert from "node:assert/strict";
import { createColors } from "picocolors";
import { labelledLines } from "../../reports/labelled";

const PLAIN = createColors(false);

describe("Texts beside labels", () => {
  it("stand in one column, each on a line of its own", () => {
    assert.deepEqual(
      labelledLines(
        [
          ["One", ["a"]],
          ["Longer", ["b", "c"]],
        ],
        40,
        PLAIN,
      ),
      ["One     a", "Longer  b", "        c"],
    );
  });

  it("are left out where there is none, and their label makes no room", () => {
    assert.deepEqual(
      labelledLines(
        [
          ["Much longer", []],
          ["One", ["a"]],
        ],
        40,
        PLAIN,
      ),
      ["One  a"],
    );
  });

  it("go on below themselves where they are longer than the width, indented as they begin", () => {
    assert.deepEqual(labelledLines([["One", ["aaaa bbbb cccc", "  dddd eeee"]]], 14, PLAIN), [
      "One  aaaa bbbb",
      "     cccc",
      "       dddd",
      "       eeee",
    ]);
  });

  it("are not broken where they are addresses", () => {
    const address = "https://docs.aws.amazon.com/a-page-with-a-long-name.html";
    assert.deepEqual(labelledLines([["See", [address]]], 20, PLAIN), [`See  ${address}`]);
  });

  it("are none where there are no rows", () => {
    assert.deepEqual(labelledLines([], 40, PLAIN), []);
  });
});
