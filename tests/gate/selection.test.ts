import assert from "node:assert/strict";
import type { RuleInfo } from "../../gate/finding";
import type { OrganizationPolicy } from "../../gate/organization-policy";
import { PolicyConfigError } from "../../gate/policy-config";
import type { ConfiguredLevel } from "../../gate/policy-levels";
import { leftOutBy, type Selection } from "../../gate/selection";
import { rule } from "../reports/sample";

const RULES: readonly RuleInfo[] = [rule("one"), rule("two"), rule("off", { level: "disabled" })];
const only = (...ids: readonly string[]): Selection => ({
  words: `--only ${ids.join(" ")}`,
  chosen: (rules) => rules.filter(({ id }) => ids.includes(id)),
});
const organization = (mustCheck: string[]): OrganizationPolicy => ({ levels: {}, settings: [], mustCheck });
const floors = (...entries: readonly (readonly [string, ConfiguredLevel])[]): ReadonlyMap<string, ConfiguredLevel> =>
  new Map(entries);

describe("A selection of rules", () => {
  it("leaves out what it does not choose, of the rules that would have been asked", () => {
    assert.deepEqual(leftOutBy(only("one"), RULES, floors(), undefined), { by: "--only one", rules: ["two"] });
  });

  it("leaves out nothing where it chooses all that would have been asked", () => {
    assert.equal(leftOutBy(only("one", "two"), RULES, floors(), undefined), undefined);
  });

  it("may not leave out a rule that the organization has a floor for", () => {
    const asked = organization([]);
    assert.throws(
      () => leftOutBy(only("one"), RULES, floors(["one", "mandatory"], ["two", "advisory"]), asked),
      (error: Error) =>
        error instanceof PolicyConfigError &&
        error.message.startsWith(
          "--only one leaves out what the organization's policy asks for:\n  two: the organization asks for advisory\nTake it away",
        ),
    );
    assert.doesNotThrow(() => leftOutBy(only("one"), RULES, floors(["one", "mandatory"], ["two", "disabled"]), asked));
  });

  it("may not leave out a rule that the organization wants a result of", () => {
    assert.throws(() => leftOutBy(only("one"), RULES, floors(), organization(["two"])), /two: .* a result of it/);
    assert.doesNotThrow(() => leftOutBy(only("one"), RULES, floors(), organization(["one"])));
  });

  it("names ten of the rules that it may not leave out, and counts the others", () => {
    const many = Array.from({ length: 12 }, (_, index) => rule(`many-${index}`));
    assert.throws(
      () => leftOutBy(only(), many, floors(...many.map(({ id }) => [id, "mandatory"] as const)), organization([])),
      (error: Error) => error.message.includes("many-9: ") && /\n {2}and 2 more\n/.test(error.message),
    );
  });
});
