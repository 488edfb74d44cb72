import assert from "node:assert/strict";

import { KNOWN_REGIONS } from "../../facts/regions";
import { exportsOf, FACT_MODULES } from "./support/fact-modules";

const REGION =
  /^(?:[a-z]{2}|eusc)(?:-(?:gov|iso[a-z]?|de))?-(?:north|south|east|west|central|northeast|southeast|northwest)-\d$/;

/** The only region that a table may name without its being in KNOWN_REGIONS: it is alone in a partition of its own. */
const SOVEREIGN = ["eusc-de-east-1"];

/** Every list of strings in a value, however deep, with the path to it. */
function listsIn(value: unknown, at: string): readonly (readonly [string, readonly string[]])[] {
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
    return [[at, value]];
  }
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, part]) => listsIn(part, `${at}.${name}`))
    : [];
}

const LISTS = FACT_MODULES.flatMap((module) => listsIn(exportsOf(module), module.name));

describe("The tables of facts/", () => {
  it("hold lists", () => assert.ok(LISTS.length > 100, String(LISTS.length)));

  it("name no region that is not known", () => {
    const known: readonly string[] = [...KNOWN_REGIONS, ...SOVEREIGN];
    const strange = LISTS.flatMap(([at, list]) =>
      list.filter((item) => REGION.test(item) && !known.includes(item)).map((item) => `${at}: ${item}`),
    );
    assert.deepEqual(strange, []);
  });

  it("name nothing twice in one list", () => {
    const twice = LISTS.filter(([, list]) => new Set(list).size !== list.length).map(([at]) => at);
    assert.deepEqual(twice, []);
  });
});

describe("The form of a region in these tests", () => {
  it("fits every known region", () => {
    assert.deepEqual(
      [...KNOWN_REGIONS, ...SOVEREIGN].filter((region) => !REGION.test(region)),
      [],
    );
  });
});
