/** Every setting takes what it should and refuses the rest, with one clear mistake. */
import { deepEqual, equal, ok } from "node:assert/strict";
import { parseSettings } from "../../settings/parse";
import { type SettingName } from "../../settings/schema";
import { CASES } from "./cases";
import { PROJECT, SECRET_KEYS, configWith, pathsOfMistakes } from "./stack-config";
import { ORGANIZATION } from "./values";

function beside(name: SettingName, value: string): Readonly<Record<string, string>> {
  const isOrganization = name === "organizationId" || name === "managementAccountId";
  return isOrganization && value !== "none" ? ORGANIZATION : (CASES[name].beside ?? {});
}

// Reason for the cast: Object.keys loses the key types.
for (const name of Object.keys(CASES) as SettingName[]) {
  describe(`The setting ${name}`, () => {
    for (const value of CASES[name].good) {
      it(`accepts ${value.slice(0, 70)}`, () => {
        deepEqual(pathsOfMistakes(configWith({ ...beside(name, value), [name]: value })), []);
      });
    }
    for (const bad of CASES[name].bad) {
      const { value, place } = typeof bad === "string" ? { value: bad, place: "" } : bad;
      it(`rejects ${value === "" ? "empty" : value.slice(0, 70)}`, () => {
        const result = parseSettings(configWith({ ...beside(name, value), [name]: value }), PROJECT, SECRET_KEYS);
        ok(!result.ok);
        const [mistake, ...others] = result.mistakes;
        deepEqual(others, []);
        equal(mistake.path, `${PROJECT}:${name}${place}`);
        for (const text of [mistake.problem, mistake.got, mistake.allowed, mistake.fix]) {
          ok(text.length > 0);
        }
      });
    }
  });
}

describe("aws:region", () => {
  const broken: readonly (string | undefined)[] = [undefined, "", "Frankfurt"];
  for (const region of broken) {
    it(`rejects ${region ?? "a missing value"}`, () => {
      deepEqual(pathsOfMistakes(configWith({}, { "aws:region": region })), ["aws:region"]);
    });
  }
});

describe("aws:allowedAccountIds", () => {
  const broken: readonly (readonly [string | undefined, string])[] = [
    [undefined, ""],
    ["111122223333", ""],
    ["[]", ""],
    ['["111122223333","444455556666"]', ""],
    ["[111122223333]", "[0]"],
    ['["11112222333"]', "[0]"],
  ];
  for (const [ids, place] of broken) {
    it(`rejects ${ids ?? "a missing value"}`, () => {
      deepEqual(pathsOfMistakes(configWith({}, { "aws:allowedAccountIds": ids })), [`aws:allowedAccountIds${place}`]);
    });
  }
});
