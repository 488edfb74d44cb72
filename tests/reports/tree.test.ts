import assert from "node:assert/strict";
import { resourceTree } from "../../reports/tree";
import type { ResourceState } from "../../pulumi/stack-state";

function bucket(name: string, parent?: string): ResourceState {
  const type = "aws:s3/bucket:Bucket";
  return {
    urn: urn(name),
    type,
    custom: true,
    inputs: {},
    outputs: {},
    ...(parent === undefined ? {} : { parent: urn(parent) }),
  };
}

function urn(name: string): string {
  return `urn:pulumi:dev::project::aws:s3/bucket:Bucket::${name}`;
}

function drawn(...resources: ResourceState[]): readonly string[] {
  return resourceTree(resources).map(({ lead, name }) => `${lead}${name}`);
}

describe("The resource tree", () => {
  it("puts children below their parents, in the order of the state", () => {
    assert.deepEqual(
      drawn(bucket("a"), bucket("d"), bucket("b", "a"), bucket("e", "d"), bucket("c", "b"), bucket("f", "a")),
      ["a", "├─ b", "│  └─ c", "└─ f", "d", "└─ e"],
    );
  });

  it("puts a resource whose parent is not in the state at the root", () => {
    assert.deepEqual(drawn(bucket("a", "elsewhere")), ["a"]);
  });

  it("omits the providers that the engine adds, and keeps those that the program declares", () => {
    const provider = (name: string): ResourceState => ({
      ...bucket(name),
      urn: `urn:pulumi:dev::project::pulumi:providers:aws::${name}`,
      type: "pulumi:providers:aws",
    });
    assert.deepEqual(drawn(provider("default"), provider("default_7_48_0"), provider("defaults"), provider("eu")), [
      "defaults",
      "eu",
    ]);
  });

  it("draws resources that are each other's parents", () => {
    assert.deepEqual(drawn(bucket("a"), bucket("b", "c"), bucket("c", "b"), bucket("d", "d")), ["a", "b", "└─ c", "d"]);
  });

  it("draws parents that are many thousands deep, and says how deep instead of indenting for ever", () => {
    const chain = Array.from({ length: 100_000 }, (_, index) =>
      bucket(`at-${index}`, ...(index === 0 ? [] : [`at-${index - 1}`])),
    );
    const lines = resourceTree(chain, { whole: true }).map(({ lead, name }) => `${lead}${name}`);
    assert.equal(lines.length, 100_000);
    assert.deepEqual(
      lines.slice(15, 18).map((line) => line.trim()),
      ["└─ at-15", "└─ at-16", "(level 17) at-17"],
    );
    assert.ok(lines.every((line) => line.length < 90));
  });

  it("draws many children", () => {
    const children = Array.from({ length: 10_000 }, (_, index) => bucket(`child-${index}`, "a"));
    assert.equal(drawn(bucket("a"), ...children).length, 10_001);
  });

  describe("of more than 60 resources", () => {
    /** A stack, an account's baseline, a trail with parts of which one has a part, and a hub without any. */
    const account = (parts: number): readonly ResourceState[] => [
      bucket("stack"),
      bucket("baseline", "stack"),
      bucket("trail", "baseline"),
      ...Array.from({ length: parts }, (_, index) => bucket(`part-${index}`, "trail")),
      bucket("part-of-part", "part-0"),
      bucket("hub", "baseline"),
    ];
    const folded = (whole: boolean, parts: number) =>
      resourceTree(account(parts), { whole }).map((line) => `${line.lead}${line.name} ${line.folded}`);

    it("counts what is below the components of the account", () => {
      assert.deepEqual(folded(false, 56), ["stack 0", "└─ baseline 0", "   ├─ trail 57", "   └─ hub 0"]);
    });

    it("draws every one where it is asked for, and where there are 60", () => {
      assert.equal(folded(true, 56).length, 61);
      assert.equal(folded(false, 55).length, 60);
      assert.ok([...folded(true, 56), ...folded(false, 55)].every((line) => line.endsWith(" 0")));
    });

    it("counts none twice where resources are each other's parents", () => {
      const round = Array.from({ length: 61 }, (_, index) => bucket(`at-${index}`, `at-${(index + 1) % 61}`));
      const lines = resourceTree(round);
      assert.equal(lines.length + lines.reduce((sum, line) => sum + line.folded, 0), 61);
    });
  });
});
