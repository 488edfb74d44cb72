/** No rule that can stop an update goes without a resource that it is shown to stop. Needs no engine. */
import assert from "node:assert/strict";
import { RULES } from "../../policies/catalogue";
import { BAD_RESOURCES, WITHOUT_BAD_RESOURCE } from "./bad-resources";

/** The rules that the engine can stop an update by before a resource is made. */
const STOPPING_RULES = RULES.filter(
  ({ kind, enforcementLevel = "mandatory" }) => kind === "resource" && enforcementLevel === "mandatory",
);

describe("the bad resources for the real engine", () => {
  it("are one for each mandatory resource rule, but for those with a stated reason", () => {
    const covered = [...BAD_RESOURCES.map(({ rule }) => rule), ...Object.keys(WITHOUT_BAD_RESOURCE)];
    assert.deepEqual(covered.sort(), STOPPING_RULES.map(({ id }) => id).sort());
  });

  it("are of the type that their rule checks", () => {
    const checked = new Map<string, readonly string[]>(RULES.map(({ id, types }) => [id, types]));
    for (const { rule, type } of BAD_RESOURCES) {
      assert.deepEqual([type], checked.get(rule), rule);
    }
  });
});
