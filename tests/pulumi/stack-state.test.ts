import assert from "node:assert/strict";
import { declaredAt, type ResourceState } from "../../pulumi/stack-state";

const urn = (name: string): string => `urn:pulumi:dev::app::aws:s3/bucket:Bucket::${name}`;

function resource(name: string, parent?: string, sourcePosition?: string): ResourceState {
  return {
    urn: urn(name),
    type: "aws:s3/bucket:Bucket",
    custom: true,
    inputs: {},
    outputs: {},
    ...(parent === undefined ? {} : { parent: urn(parent) }),
    ...(sourcePosition === undefined ? {} : { sourcePosition }),
  };
}

function placeOf(name: string, ...resources: readonly ResourceState[]): string | undefined {
  const place = declaredAt(urn(name), new Map(resources.map((one) => [one.urn, one])));
  return place === undefined ? undefined : `${place.file}:${place.line}`;
}

describe("The place of a resource", () => {
  const component = resource("component", undefined, "project:///index.ts#12,3");

  it("is its own where it has one", () => {
    assert.equal(placeOf("own", component, resource("own", "component", "project:///own.ts#5")), "own.ts:5");
  });

  it("is that of the nearest parent that has one, where it has none or lies in a library", () => {
    assert.equal(placeOf("below", component, resource("part", "component"), resource("below", "part")), "index.ts:12");
    const library = "project:///node_modules/parts/index.js#7";
    assert.equal(placeOf("below", component, resource("below", "component", library)), "index.ts:12");
  });

  it("is none where no parent has one, however they are tied together", () => {
    assert.equal(placeOf("alone", resource("alone")), undefined);
    assert.equal(placeOf("one", resource("one", "other"), resource("other", "one")), undefined);
    assert.equal(placeOf("orphan", resource("orphan", "gone")), undefined);
  });
});
