import assert from "node:assert/strict";

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { accountIdentity, type AccountIdentity } from "../../../components/base/account-identity";
import { PLACE, record } from "../recorder";

const ACCOUNT = "aws:index/getCallerIdentity:getCallerIdentity";
const PARTITION = "aws:index/getPartition:getPartition";
const REGION = "aws:index/getRegion:getRegion";

describe("The identity of an account", () => {
  it("is the provider's account, partition and region", async () => {
    assert.deepEqual(await placeOf((parent) => accountIdentity(parent)), PLACE);
  });

  it("has the region that is given, and asks for none", async () => {
    const place = await placeOf((parent) => accountIdentity(parent, pulumi.output("us-east-1")));
    assert.deepEqual(place, { ...PLACE, region: "us-east-1" });
  });

  it("is asked for once in a run, whoever asks, and again in the next run", async () => {
    const program = () => {
      for (const name of ["one", "two"]) {
        const parent = new pulumi.ComponentResource("test:index:Parent", name);
        accountIdentity(parent);
        accountIdentity(parent, "us-east-1");
      }
    };
    for (const _run of [1, 2]) {
      assert.deepEqual((await record(program)).calls, [ACCOUNT, PARTITION, REGION]);
    }
  });

  it("is asked for once of each provider", async () => {
    const made = await record(() => {
      const provider = new aws.Provider("other", { region: "us-east-1" });
      const elsewhere = new pulumi.ComponentResource(
        "test:index:Parent",
        "elsewhere",
        {},
        { providers: { aws: provider } },
      );
      accountIdentity(new pulumi.ComponentResource("test:index:Parent", "here"));
      accountIdentity(elsewhere);
      accountIdentity(new pulumi.ComponentResource("test:index:Child", "below", {}, { parent: elsewhere }));
    });
    assert.deepEqual(made.calls, [ACCOUNT, PARTITION, REGION, ACCOUNT, PARTITION, REGION]);
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
