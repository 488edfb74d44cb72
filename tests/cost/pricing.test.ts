import assert from "node:assert/strict";
import fc from "fast-check";
import { charge, tiersIn } from "../../cost/pricing";
import { PRICES } from "../../facts/prices/prices";

const EVALUATIONS = [{ upTo: 100_000, usd: 0.001 }, { upTo: 500_000, usd: 0.0008 }, { usd: 0.0005 }] as const;

function dollars(before: number, quantity: number): number {
  return Number(charge(EVALUATIONS, 1, before, quantity).toFixed(6));
}

describe("What a quantity costs", () => {
  it("is the rate of its tier on both sides of each boundary", () => {
    assert.equal(dollars(0, 100_000), 100);
    assert.equal(dollars(0, 100_001), 100.0008);
    assert.equal(dollars(0, 500_000), 420);
    assert.equal(dollars(0, 500_001), 420.0005);
  });

  it("continues where what is already counted ends", () => {
    assert.equal(dollars(99_999, 1), 0.001);
    assert.equal(dollars(100_000, 1), 0.0008);
    assert.equal(dollars(99_999, 2), 0.0018);
    assert.equal(dollars(600_000, 10), 0.005);
  });

  it("is for as many units as the price says", () => {
    assert.equal(charge([{ usd: 2 }], 100_000, 0, 150_000), 3);
    assert.equal(charge([{ usd: 2 }], 100_000, 0, 0), 0);
  });

  it("is the same in one piece as in two", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.nat(1_000_000), (before, one, other) => {
        const whole = charge(EVALUATIONS, 1, before, one + other);
        const pieces = charge(EVALUATIONS, 1, before, one) + charge(EVALUATIONS, 1, before + one, other);
        assert.ok(Math.abs(whole - pieces) < 1e-6);
      }),
    );
  });
});

describe("The price in a region", () => {
  it("is the region's own where it is known", () => {
    assert.deepEqual(tiersIn(PRICES["logs.ingestion"], "eu-central-1"), { tiers: [{ usd: 0.63 }] });
  });

  it("is that of a neighbour, which is named, where it is not", () => {
    assert.deepEqual(tiersIn(PRICES["logs.ingestion"], "eu-north-1"), {
      tiers: [{ usd: 0.63 }],
      standIn: "eu-central-1",
    });
    assert.deepEqual(tiersIn(PRICES["logs.ingestion"], "ap-south-1"), { tiers: [{ usd: 0.5 }], standIn: "us-east-1" });
    assert.equal(tiersIn(PRICES["logs.vendedIngestion"], "eu-central-1")?.standIn, "eu-west-1");
    assert.equal(tiersIn(PRICES["s3.storage.GLACIER_IR"], "eu-west-1")?.standIn, "us-east-1");
  });

  it("is the same in all commercial regions where AWS says so, and stands in elsewhere", () => {
    assert.deepEqual(tiersIn(PRICES["kms.keys"], "ap-south-1"), { tiers: [{ usd: 1 }] });
    assert.equal(tiersIn(PRICES["kms.keys"], "cn-north-1")?.standIn, "the commercial regions");
  });

  it("is none where no source confirms one", () => {
    assert.equal(tiersIn(PRICES["sns.otherDeliveries"], "us-east-1"), undefined);
  });
});
