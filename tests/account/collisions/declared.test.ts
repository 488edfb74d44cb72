import assert from "node:assert/strict";
import { declaredResources, notYetOwned, regionsOf } from "../../../account/collisions/declared";
import type { ResourceState, StackState } from "../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../pulumi/wire";

function resource(type: string, inputs: ResourceState["inputs"], more: Partial<ResourceState> = {}): ResourceState {
  const name = JSON.stringify(inputs);
  return { urn: `urn:pulumi:s::p::${type}::${name}`, type, custom: true, inputs, outputs: {}, ...more };
}

function state(...resources: readonly ResourceState[]): StackState {
  return { version: 3, deployment: { manifest: { time: "", magic: "", version: "" }, resources } };
}

const TOPIC = "aws:sns/topic:Topic";

describe("what a stack declares", () => {
  it("is what it manages of AWS, by region and name", () => {
    const all = state(
      resource("pulumi:pulumi:Stack", {}, { custom: false }),
      resource("aws:s3/bucket:Bucket", { bucket: "data" }, { outputs: { arn: "arn:aws:s3:::data" } }),
      resource("aws:iam/role:Role", { name: "role" }),
      resource(TOPIC, { name: "topic", region: "us-east-1" }),
      resource(TOPIC, { name: "read" }, { external: true }),
      resource("kubernetes:core/v1:Namespace", { name: "other" }),
    );
    assert.deepEqual(
      declaredResources(all, "eu-central-1").map(({ region, name, arn }) => [region, name, arn]),
      [
        ["eu-central-1", "data", "arn:aws:s3:::data"],
        ["global", "role", undefined],
        ["us-east-1", "topic", undefined],
      ],
    );
    assert.deepEqual(regionsOf(declaredResources(all, "eu-central-1")), ["eu-central-1", "us-east-1"]);
  });

  it("has no name where the provider or the update makes one", () => {
    const [automatic, unknown] = declaredResources(
      state(resource(TOPIC, {}), resource(TOPIC, { name: `topic-${UNKNOWN_VALUE}` })),
      "eu-central-1",
    );
    assert.deepEqual([automatic?.name, unknown?.name], [undefined, undefined]);
  });

  it("is no longer to be created once the stack owns it, in the same region", () => {
    const here = resource(TOPIC, { name: "topic", region: "eu-central-1" });
    const there = resource(TOPIC, { name: "topic", region: "us-east-1" });
    const unnamed = resource(TOPIC, { displayName: "unnamed" });
    const declared = declaredResources(state(here, there, unnamed), "eu-central-1");
    const owned = declaredResources(state(resource(TOPIC, { name: "topic" }), unnamed), "eu-central-1");
    assert.deepEqual(
      notYetOwned(declared, owned).map(({ region }) => region),
      ["us-east-1"],
    );
    assert.equal(notYetOwned(declared, []).length, 3);
  });
});
