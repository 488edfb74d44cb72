import assert from "node:assert/strict";
import fc from "fast-check";
import { circleOf, inDependencyOrder } from "../../pulumi/state-order";
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
  it("handles a chain of a hundred thousand", () => {
    const chain = Array.from({ length: 100_000 }, (_, index) =>
      resource(`urn-${999_999 - index}`, index === 0 ? {} : { dependencies: [`urn-${999_999 - index + 1}`] }),
    );
    assert.deepEqual(urnsOf(inDependencyOrder(chain)), urnsOf(chain));
  });
});

describe("a circle in a state", () => {
  for (const [title, one, other] of [
    ["parents", { parent: "b" }, { parent: "a" }],
    ["a dependency and a provider", { dependencies: ["b"] }, { provider: "a::id" }],
    ["a property's dependencies", { propertyDependencies: { p: ["c", "b"] } }, { dependencies: ["a"] }],
  ] as const) {
    it(`of ${title} is found`, () => {
      const circle = circleOf([resource("c"), resource("a", one), resource("b", other)]);
      assert.deepEqual(
        circle?.map(({ urn }) => urn),
        ["b", "a"],
      );
    });
  }
  it("can be one resource, which is its own parent", () => {
    assert.deepEqual(
      circleOf([resource("a", { parent: "a" })])?.map(({ urn }) => urn),
      ["a", "a"],
    );
  });
  it("is not what several resources depend on, nor a chain of a hundred thousand", () => {
    const shared = [
      resource("a"),
      resource("b", { parent: "a" }),
      resource("c", { parent: "a", dependencies: ["b", "a"] }),
    ];
    assert.equal(circleOf(shared), undefined);
    const chain = Array.from({ length: 100_000 }, (_, index) => resource(`${index}`, { parent: `${index + 1}` }));
    assert.equal(circleOf(chain), undefined);
  });
});
