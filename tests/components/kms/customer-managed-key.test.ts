import assert from "node:assert/strict";

import {
  CustomerManagedKey,
  type CustomerManagedKeyArgs,
  resolveCustomerManagedKey,
} from "../../../components/kms/customer-managed-key";
import { record, type Recording } from "../recorder";

const KEY = "aws:kms/key:Key";
const ALIAS = "aws:kms/alias:Alias";

describe("A CustomerManagedKey", () => {
  it("is a key that rotates yearly and is deleted slowly, and its alias", async () => {
    const made = await key({});
    assert.deepEqual(made.children(), [
      "ai-governance-baseline:index:CustomerManagedKey mine",
      `${ALIAS} mine-alias`,
      `${KEY} mine`,
    ]);
    assert.deepEqual(made.inputs(KEY, "mine"), {
      description: "Encrypts things",
      policy: "{}",
      enableKeyRotation: true,
      rotationPeriodInDays: 365,
      deletionWindowInDays: 30,
    });
    assert.deepEqual(made.inputs(ALIAS, "mine-alias"), { name: "alias/mine", targetKeyId: "mine-key-id" });
    assert.equal(made.registration(KEY, "mine").protect, true);
  });

  it("takes another alias, region and protection", async () => {
    const made = await key({ alias: "company/audit", region: "us-east-1", protect: false });
    assert.deepEqual(made.inputs(ALIAS, "mine-alias"), {
      name: "alias/company/audit",
      targetKeyId: "mine-key-id",
      region: "us-east-1",
    });
    assert.equal(made.inputs(KEY, "mine")["region"], "us-east-1");
    assert.equal(made.registration(KEY, "mine").protect, false);
  });

  for (const rotationPeriodInDays of [90, 2560]) {
    it(`may rotate every ${rotationPeriodInDays} days`, async () => {
      assert.equal(
        (await key({ rotationPeriodInDays })).inputs(KEY, "mine")["rotationPeriodInDays"],
        rotationPeriodInDays,
      );
    });
  }
  for (const rotationPeriodInDays of [89, 2561]) {
    it(`may not rotate every ${rotationPeriodInDays} days`, async () => {
      await assert.rejects(key({ rotationPeriodInDays }), {
        message: `CustomerManagedKey "mine": rotationPeriodInDays is ${rotationPeriodInDays}. Allowed: a whole number of days from 90 to 2560. Set rotationPeriodInDays to a value in that range, or leave it out for the default.`,
      });
    });
  }
  for (const deletionWindowInDays of [7, 30]) {
    it(`may wait ${deletionWindowInDays} days before it is deleted`, async () => {
      assert.equal(
        (await key({ deletionWindowInDays })).inputs(KEY, "mine")["deletionWindowInDays"],
        deletionWindowInDays,
      );
    });
  }
  for (const deletionWindowInDays of [6, 31]) {
    it(`may not wait ${deletionWindowInDays} days before it is deleted`, async () => {
      await assert.rejects(key({ deletionWindowInDays }), {
        message: `CustomerManagedKey "mine": deletionWindowInDays is ${deletionWindowInDays}. Allowed: a whole number of days from 7 to 30. Set deletionWindowInDays to a value in that range, or leave it out for the default.`,
      });
    });
  }
});

describe("The options of a CustomerManagedKey", () => {
  it("are complete when only the necessary ones are given", () => {
    assert.deepEqual(resolveCustomerManagedKey("mine", { description: "Encrypts things", policy: "{}" }), {
      description: "Encrypts things",
      policy: "{}",
      alias: "mine",
      rotationPeriodInDays: 365,
      deletionWindowInDays: 30,
    });
  });
});

function key(args: Partial<CustomerManagedKeyArgs>): Promise<Recording> {
  return record(() => void new CustomerManagedKey("mine", { description: "Encrypts things", policy: "{}", ...args }));
}
