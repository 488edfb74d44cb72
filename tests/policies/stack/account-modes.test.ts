import assert from "node:assert/strict";
import { type PropertyMap, type Value, UNKNOWN } from "../../../policies/properties";
import { ACCOUNT_BASELINE, RECORDER, TRAIL } from "../../../policies/resources";
import { exempt, undecided } from "../../../policies/result";
import { adoptedOrDeclined, type Capability, declined } from "../../../policies/stack/account-modes";
import type { StackResource } from "../../../policies/stack/stack";

const REASON = "Decided by the platform team";
const TRAIL_WANTED: Capability = { name: "trail", type: TRAIL };
const RECORDER_WANTED: Capability = { name: "recorder", type: RECORDER, region: "us-east-1" };

function baseline(properties: PropertyMap): StackResource {
  return {
    urn: "baseline",
    type: ACCOUNT_BASELINE.token,
    name: "baseline",
    properties,
    protect: false,
    parent: undefined,
    dependencies: [],
    propertyDependencies: {},
  };
}

const asked = (properties: PropertyMap, capability: Capability) =>
  adoptedOrDeclined(baseline(properties), capability, "place");

describe("what an account has adopted or does without", () => {
  it("has to be declared where the account says nothing of it, or says nothing at all", () => {
    const silent: readonly PropertyMap[] = [
      {},
      { adopted: [], declined: [] },
      { adopted: "all", declined: {} },
      { adopted: ["trail", {}], declined: ["trail", { capability: "trail" }] },
      { adopted: [{ type: TRAIL.token, region: "us-east-1", id: 1 }], declined: [{ capability: "trail", reason: 1 }] },
    ];
    for (const properties of silent) {
      assert.equal(asked(properties, TRAIL_WANTED), undefined);
    }
  });

  it("is undecided where it is adopted, with the name by which it is found in the account", () => {
    const adopted = [
      { type: RECORDER.token, region: "us-east-1", id: "default" },
      { type: TRAIL.token, region: "eu-west-1", id: "the-trail" },
    ];
    const text = (id: string) =>
      `relies on "${id}", which the account has adopted and this stack does not declare; baseline verify checks it`;
    assert.deepEqual(asked({ adopted }, TRAIL_WANTED), undecided("place", text("the-trail")));
    assert.deepEqual(asked({ adopted }, RECORDER_WANTED), undecided("place", text("default")));
    assert.equal(asked({ adopted }, { ...RECORDER_WANTED, region: "eu-west-1" }), undefined);
  });

  it("is exempt where it is declined, with the account's own reason", () => {
    const list = [
      { capability: "recorder", region: "us-east-1", reason: REASON },
      { capability: "trail", reason: "Another reason" },
    ];
    for (const answer of [
      asked,
      (properties: PropertyMap, wanted: Capability) => declined(baseline(properties), wanted, "place"),
    ]) {
      assert.deepEqual(
        answer({ declined: list }, RECORDER_WANTED),
        exempt("place", `does without a recorder: ${REASON}`),
      );
      assert.deepEqual(
        answer({ declined: list }, TRAIL_WANTED),
        exempt("place", "does without a trail: Another reason"),
      );
      assert.equal(answer({ declined: list }, { ...RECORDER_WANTED, region: "eu-west-1" }), undefined);
    }
  });

  it("is undecided while a list is not known, the whole or a part", () => {
    const unknown: readonly Value[] = [UNKNOWN, [UNKNOWN], [{ capability: "trail", reason: UNKNOWN }]];
    for (const list of unknown) {
      assert.deepEqual(asked({ adopted: list }, TRAIL_WANTED), undecided("place"));
      assert.deepEqual(asked({ declined: list }, TRAIL_WANTED), undecided("place"));
      assert.deepEqual(declined(baseline({ declined: list }), TRAIL_WANTED, "place"), undecided("place"));
      assert.equal(declined(baseline({ adopted: list }), TRAIL_WANTED, "place"), undefined);
    }
  });

  it("is exempt where it is declined, whatever is not known of what is adopted", () => {
    const properties: PropertyMap = { adopted: UNKNOWN, declined: [{ capability: "trail", reason: REASON }] };
    assert.deepEqual(asked(properties, TRAIL_WANTED), exempt("place", `does without a trail: ${REASON}`));
  });
});
