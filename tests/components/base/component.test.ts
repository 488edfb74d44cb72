import assert from "node:assert/strict";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { componentType, type Placement, type Scope, scopeOf } from "../../../components/base/component";
import { record } from "../recorder";

/** A component that makes nothing unless told, and shows its scope. */
class Probe extends pulumi.ComponentResource {
  readonly scope: Scope;

  constructor(name: string, placement: Placement, make?: (scope: Scope) => void) {
    super(componentType("Probe"), name, { shows: "this" });
    this.scope = scopeOf(this, name, placement);
    make?.(this.scope);
    this.registerOutputs({});
  }
}

async function probed(placement: Placement): Promise<Scope> {
  let scope: Scope | undefined;
  await record(() => {
    scope = new Probe("mine", placement).scope;
  });
  assert.ok(scope);
  return scope;
}

describe("What every component has in common", () => {
  it("registers the token and the inputs, and calls nothing that the component does not ask for", async () => {
    const made = await record(() => void new Probe("mine", {}));
    assert.deepEqual(made.children(), ["ai-governance-baseline:index:Probe mine"]);
    assert.deepEqual(made.inputs("ai-governance-baseline:index:Probe", "mine"), { shows: "this" });
    assert.deepEqual(made.calls, []);
  });

  it("names children by the component and their role", async () => {
    const scope = await probed({});
    assert.equal(scope.child(), "mine");
    assert.equal(scope.child("key"), "mine-key");
  });

  it("protects evidence unless told otherwise, and hands on only what it was told", async () => {
    for (const [protect, evidence, protection] of [
      [undefined, true, {}],
      [true, true, { protect: true }],
      [false, false, { protect: false }],
    ] as const) {
      const scope = await probed({ protect });
      assert.equal(scope.evidence.protect, evidence);
      assert.deepEqual(scope.protection, protection);
      assert.deepEqual(scope.keyProtection, protection);
    }
  });

  it("hands forceDestroy on to what holds evidence, and break-glass principals to its keys", async () => {
    const breakGlassPrincipals = ["arn:aws:iam::123456789012:role/break-glass"];
    const scope = await probed({ protect: false, forceDestroy: true, breakGlassPrincipals });
    assert.deepEqual(scope.protection, { protect: false, forceDestroy: true });
    assert.deepEqual(scope.keyProtection, { protect: false, breakGlassPrincipals });
  });

  it("gives children the region, or none where the provider's holds", async () => {
    assert.deepEqual((await probed({ region: "us-east-1" })).region, { region: "us-east-1" });
    assert.deepEqual((await probed({})).region, {});
  });

  it("places children below the component", async () => {
    const made = await record(
      () => void new Probe("mine", {}, (scope) => void new aws.s3.Bucket(scope.child("bucket"), {}, scope.evidence)),
    );
    const { parent, protect } = made.registration("aws:s3/bucket:Bucket", "mine-bucket");
    assert.deepEqual([parent, protect], ["ai-governance-baseline:index:Probe mine", true]);
  });
});
