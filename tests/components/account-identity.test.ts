import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { accountIdentity, type AccountIdentity } from "../../components/account-identity";
import { PLACE, record } from "./recorder";

describe("The identity of an account", () => {
  it("is the provider's account, partition and region", async () => {
    assert.deepEqual(await placeOf((parent) => accountIdentity(parent)), PLACE);
  });

  it("has the region that is given, and asks for none", async () => {
    const place = await placeOf((parent) => accountIdentity(parent, pulumi.output("us-east-1")));
    assert.deepEqual(place, { ...PLACE, region: "us-east-1" });
  });
});

async function placeOf(ask: (parent: pulumi.Resource) => AccountIdentity): Promise<unknown> {
  let place: unknown;
  await record(() => {
    const parent = new pulumi.ComponentResource("test:index:Parent", "parent");
    ask(parent).place.apply((value) => (place = value));
  });
  return place;
}
