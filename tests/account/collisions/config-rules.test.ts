import assert from "node:assert/strict";
import { configRuleCollisions } from "../../../account/collisions/config-rules";
import { DENIED, accountWith, declared } from "./observed";

const RULES = ["one", "two"].map((name) => declared("aws:cfg/rule:Rule", name));
const rules = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `other-${index}`);

function found(names: readonly string[]) {
  return configRuleCollisions(RULES, accountWith({ configRuleNames: { seen: names } })).collisions.map(
    ({ consequence, observed }) => `${consequence}: ${observed}`,
  );
}

describe("the Config rules of a region", () => {
  it("are overwritten by name", () => {
    assert.deepEqual(found([]), []);
    assert.deepEqual(found(["two", "three"]), ["overwritten: two"]);
  });

  it("are 1000 at most, and one that is overwritten is none more", () => {
    assert.deepEqual(found(rules(998)), []);
    assert.deepEqual(found(rules(999)), ["limit: 999 rules"]);
    assert.deepEqual(found([...rules(998), "one"]), ["overwritten: one"]);
  });

  it("are undecided where they cannot be read, and not asked about where none is declared", () => {
    const unreadable = accountWith({ configRuleNames: { unreadable: DENIED } });
    assert.deepEqual(configRuleCollisions(RULES, unreadable).undecided, [
      { what: "AWS Config rules", where: "eu-central-1", ...DENIED },
    ]);
    assert.deepEqual(configRuleCollisions([], unreadable), { collisions: [], undecided: [] });
  });
});
