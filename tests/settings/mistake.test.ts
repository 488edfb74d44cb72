import { deepEqual, equal, ok } from "node:assert/strict";
import { describeMistakes, shown } from "../../settings/mistake";

describe("shown", () => {
  it("shows a value as JSON and a missing value as nothing", () => {
    deepEqual(
      [undefined, null, "", "a", 0, ["a"], { name: 1 }].map((value) => shown(value)),
      ["nothing", "null", '""', '"a"', "0", '["a"]', '{"name":1}'],
    );
  });
  it("shortens after 120 characters", () => {
    equal(shown("x".repeat(118)).length, 120);
    equal(shown("x".repeat(119)), `"${"x".repeat(119)}... (shortened)`);
  });
  it("escapes terminal control characters", () => {
    equal(shown("\u001b[2J\u009b2J\u007f"), String.raw`"\u001b[2J\u009b2J\u007f"`);
  });
});

describe("describeMistakes", () => {
  const mistake = { path: "p:profile", problem: "is missing", got: "nothing", allowed: "a, b", fix: "set it" };
  it("counts one mistake and shows path, value, allowed values and fix", () => {
    equal(
      describeMistakes([mistake]),
      "The settings have 1 mistake; nothing was declared.\n" +
        "  p:profile is missing\n    got:     nothing\n    allowed: a, b\n    fix:     set it",
    );
  });
  it("shows every mistake", () => {
    const text = describeMistakes([mistake, { ...mistake, path: "p:insights" }]);
    ok(text.startsWith("The settings have 2 mistakes;"));
    ok(text.includes("p:insights is missing"));
  });
});
