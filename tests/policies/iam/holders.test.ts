import assert from "node:assert/strict";
import { GIVES_PERMISSIONS, holdersOf } from "../../../policies/iam/holders";
import { Stack, type StackResource } from "../../../policies/stack/stack";

/** A stack of nothing that keeps the types that it is asked for. */
class AskedStack extends Stack {
  readonly asked = new Set<string>();

  constructor() {
    super([]);
  }

  override ofToken(token: string): readonly StackResource[] {
    this.asked.add(token);
    return super.ofToken(token);
  }
}

describe("the types by which somebody is given permissions", () => {
  it("are all that the holders are found in, so that no rule on them is passed over", () => {
    const stack = new AskedStack();
    assert.deepEqual(holdersOf(stack), []);
    assert.deepEqual([...stack.asked].sort(), [...GIVES_PERMISSIONS.tokens].sort());
  });
});
