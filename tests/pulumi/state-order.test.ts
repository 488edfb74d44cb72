import assert from "node:assert/strict";
import fc from "fast-check";
import { inDependencyOrder } from "../../pulumi/state-order";
import type { ResourceState } from "../../pulumi/stack-state";

function resource(urn: string, refersTo: Partial<ResourceState> = {}): ResourceState {
  return { urn, type: "a:b:C", custom: true, inputs: {}, outputs: {}, ...refersTo };
}

const urnsOf = (resources: readonly ResourceState[]): readonly string[] => resources.map(({ urn }) => urn);

describe("the order of a state", () => {
  it("is by URN if there are no references", () => {
    assert.deepEqual(urnsOf(inDependencyOrder([resource("c"), resource("a"), resource("b")])), ["a", "b", "c"]);
  });
  it("puts parents, providers, dependencies and property dependencies first", () => {
    const resources = [
      resource("a", { parent: "z" }),
      resource("b", { provider: "urn::y::id" }),
      resource("c", { dependencies: ["x"] }),
      resource("d", { propertyDependencies: { p: ["w"] } }),
      ...["w", "x", "urn::y", "z"].map((urn) => resource(urn)),
    ];
    assert.deepEqual(urnsOf(inDependencyOrder(resources)), ["z", "a", "urn::y", "b", "x", "c", "w", "d"]);
  });
  it("ignores references to resources that are not in the state", () => {
    assert.deepEqual(urnsOf(inDependencyOrder([resource("a", { parent: "gone", dependencies: ["gone too"] })])), ["a"]);
  });
  it("terminates if resources refer to each other in a cycle, or to themselves", () => {
    const circle = [
      resource("a", { dependencies: ["b"] }),
      resource("b", { parent: "a" }),
      resource("c", { parent: "c" }),
    ];
    assert.deepEqual([...urnsOf(inDependencyOrder(circle))].sort(), ["a", "b", "c"]);
  });

  const anyStack = fc.integer({ min: 0, max: 30 }).chain((count) =>
    fc.array(fc.tuple(fc.nat(Math.max(count - 1, 0)), fc.nat(Math.max(count - 1, 0))), { maxLength: 60 }).map((pairs) =>
      Array.from({ length: count }, (_, index) =>
        // A resource refers only to those that were declared before it, as in any program.
        resource(`urn-${(index * 7919) % 1000}`, {
          dependencies: pairs
            .filter(([from, to]) => from === index && to < index)
            .map(([, to]) => `urn-${(to * 7919) % 1000}`),
        }),
      ),
    ),
  );

  it("is independent of the registration order, complete, and has only backward references", () => {
    fc.assert(
      fc.property(
        anyStack.chain((stack) =>
          fc.tuple(fc.constant(stack), fc.shuffledSubarray(stack, { minLength: stack.length })),
        ),
        ([stack, raced]) => {
          const ordered = urnsOf(inDependencyOrder(stack));
          assert.deepEqual(urnsOf(inDependencyOrder(raced)), ordered);
          assert.deepEqual([...ordered].sort(), [...urnsOf(stack)].sort());
          for (const { urn, dependencies = [] } of stack) {
            dependencies.forEach((needed) => assert.ok(ordered.indexOf(needed) < ordered.indexOf(urn)));
          }
        },
      ),
    );
  });
  it("handles a chain of thousands", () => {
    const chain = Array.from({ length: 5000 }, (_, index) =>
      resource(`urn-${String(9999 - index)}`, index === 0 ? {} : { dependencies: [`urn-${String(9999 - index + 1)}`] }),
    );
    assert.equal(inDependencyOrder(chain).length, 5000);
  });
});
