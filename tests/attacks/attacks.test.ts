/** Tries every attack of the threat model. */
import assert from "node:assert/strict";
import { ATTACKS } from "./catalogue";
import { ATTACK_CLASSES } from "./attack";

describe("the attacks on the gate", function () {
  this.timeout(120_000);

  it("have different ids", () => {
    const ids = ATTACKS.map(({ id }) => id);
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)),
      [],
    );
  });

  for (const [name, title] of Object.entries(ATTACK_CLASSES)) {
    describe(title, () => {
      for (const { id, attack, run } of ATTACKS.filter((one) => one.class === name)) {
        it(`${id}: ${attack}`, run);
      }
    });
  }
});
