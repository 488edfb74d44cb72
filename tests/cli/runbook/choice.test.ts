import assert from "node:assert/strict";

import { chosenRunbooks, givenParameters, windowOf } from "../../../cli/runbook/choice";
import { RUNBOOK_IDS } from "../../../runbooks/catalogue";
import { DEFAULTS } from "../../../runbooks/parameters";

const NOW = new Date("2026-11-27T12:00:00Z");

describe("Which runbooks are asked", () => {
  it("are those that are named, each once", () => {
    assert.deepEqual(chosenRunbooks({ ids: ["root-used", "keys-used", "root-used"] }), ["root-used", "keys-used"]);
  });

  it("are all, or those of a category", () => {
    assert.deepEqual(chosenRunbooks({ all: true }), RUNBOOK_IDS);
    assert.deepEqual(chosenRunbooks({ category: "kubernetes" }).length, 6);
  });

  it("are refused where there is none of the name, with the one that was meant", () => {
    assert.throws(() => chosenRunbooks({ ids: ["root-use"] }), /no runbook "root-use"\. Did you mean root-used\?/);
    assert.throws(() => chosenRunbooks({}), /No runbook is named/);
  });
});

describe("Parameters of runbooks", () => {
  it("are lists and numbers, and the others have their defaults", () => {
    assert.deepEqual(givenParameters(["approvedModels=a, b,", "silentHours=4"]), {
      ...DEFAULTS,
      approvedModels: ["a", "b"],
      silentHours: 4,
    });
    assert.deepEqual(givenParameters(["datasets=a=b"]).datasets, ["a=b"]);
  });

  for (const wrong of [
    "silentHours=0",
    "silentHours=",
    "silentHours=1.5",
    "silentHours=x",
    "silent=1",
    "silentHours",
    "=1",
    "toString=1",
  ]) {
    it(`are refused: ${wrong}`, () => assert.throws(() => givenParameters([wrong]), /Allowed: /));
  }
});

describe("The time that is asked about", () => {
  it("is all where none is named", () => assert.deepEqual(windowOf({}, NOW), { kind: "all" }));

  it("ends now where only its beginning is named", () => {
    assert.deepEqual(windowOf({ from: "2026-11-20" }, NOW), {
      kind: "between",
      from: "2026-11-20T00:00:00Z",
      to: "2026-11-27T12:00:00Z",
    });
  });

  it("is a length before its end", () => {
    assert.deepEqual(windowOf({ last: "90m", to: "2026-11-20T02:00:00+01:00" }, NOW), {
      kind: "between",
      from: "2026-11-19T23:30:00Z",
      to: "2026-11-20T01:00:00Z",
    });
    assert.deepEqual(windowOf({ last: "7d" }, NOW), {
      kind: "between",
      from: "2026-11-20T12:00:00Z",
      to: "2026-11-27T12:00:00Z",
    });
  });

  for (const wrong of [
    { last: "7" },
    { last: "7w" },
    { from: "yesterday" },
    { from: "2026-11-20T08:00" },
    { from: "2026-13-01" },
    { from: "2026-11-20", to: "2026-11-20" },
    { from: "2026-11-28" },
  ]) {
    it(`is refused: ${JSON.stringify(wrong)}`, () => assert.throws(() => windowOf(wrong, NOW), /Allowed: |is none/));
  }
});
