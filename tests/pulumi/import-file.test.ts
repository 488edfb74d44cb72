import assert from "node:assert/strict";
import { importFile } from "../../pulumi/import-file";
import type { ResourceState } from "../../pulumi/stack-state";

const COMPONENT = "example:index:Parent";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const STACK = "urn:pulumi:prod::example::pulumi:pulumi:Stack::example-prod";
const OUTER = `urn:pulumi:prod::example::${COMPONENT}::outer`;
const INNER = `urn:pulumi:prod::example::${COMPONENT}$${COMPONENT}::inner`;
const GROUP = `urn:pulumi:prod::example::${COMPONENT}$${COMPONENT}$${LOG_GROUP}::inner`;
const OTHER = `urn:pulumi:prod::example::${LOG_GROUP}::other`;

const RESOURCES: readonly ResourceState[] = [
  resource(STACK, "pulumi:pulumi:Stack", false),
  resource(OUTER, COMPONENT, false, STACK),
  resource(INNER, COMPONENT, false, OUTER),
  resource(GROUP, LOG_GROUP, true, INNER),
  resource(OTHER, LOG_GROUP, true, STACK),
];

function resource(urn: string, type: string, custom: boolean, parent?: string): ResourceState {
  return { urn, type, custom, inputs: {}, outputs: {}, ...(parent === undefined ? {} : { parent }) };
}

describe("An import file", () => {
  it("holds a resource under its components, outermost first, and the name that they share once", () => {
    assert.deepEqual(importFile(RESOURCES, new Map([[GROUP, "/a/group@us-east-1"]])), {
      resources: [
        { type: COMPONENT, name: "outer", component: true },
        { type: COMPONENT, name: "inner", component: true, parent: "outer" },
        {
          type: LOG_GROUP,
          name: "inner (LogGroup)",
          logicalName: "inner",
          id: "/a/group@us-east-1",
          parent: "inner",
        },
      ],
    });
  });

  it("gives what belongs to the stack alone no parent", () => {
    assert.deepEqual(importFile(RESOURCES, new Map([[OTHER, "/other"]])), {
      resources: [{ type: LOG_GROUP, name: "other", id: "/other" }],
    });
  });

  it("holds each component once", () => {
    const ids = new Map([
      [GROUP, "/a"],
      [OTHER, "/b"],
    ]);
    assert.deepEqual(
      importFile(RESOURCES, ids).resources.map(({ name }) => name),
      ["outer", "inner", "inner (LogGroup)", "other"],
    );
  });

  it("is empty where nothing is imported, and refuses what the stack does not have", () => {
    assert.deepEqual(importFile(RESOURCES, new Map()), { resources: [] });
    assert.throws(() => importFile(RESOURCES, new Map([["urn:pulumi:prod::example::a:b:C::d", "1"]])), {
      message: "The stack has no resource urn:pulumi:prod::example::a:b:C::d, so it cannot be imported as one.",
    });
  });
});
