import assert from "node:assert/strict";
import { GB_PER_TB, type Price, type Tiers } from "../../../facts/prices/price";
import { type PriceId, PRICES } from "../../../facts/prices/prices";
import { KNOWN_REGIONS } from "../../../facts/regions";

// Object.entries loses the names.
const ENTRIES = Object.entries(PRICES) as readonly (readonly [PriceId, Price])[];

function tiersOf({ usd }: Price): readonly (readonly [region: string, Tiers])[] {
  return "everywhere" in usd
    ? [["everywhere", usd.everywhere]]
    : Object.entries(usd.byRegion).flatMap(([region, tiers]) =>
        tiers === undefined ? [] : [[region, tiers] as const],
      );
}

describe("The list prices", () => {
  for (const [id, price] of ENTRIES) {
    it(`have for ${id} tiers that ascend and end with one that has no end`, () => {
      for (const [region, tiers] of tiersOf(price)) {
        const ends = tiers.map(({ upTo }) => upTo);
        assert.equal(ends.pop(), undefined, region);
        assert.deepEqual(
          ends,
          [...ends].sort((one, other) => (one ?? 0) - (other ?? 0)),
          region,
        );
        assert.ok(tiers.every(({ upTo, usd }, index) => usd >= 0 && (index === tiers.length - 1 || (upTo ?? 0) > 0)));
      }
    });
  }

  it("name known regions only", () => {
    const known: readonly string[] = ["everywhere", ...KNOWN_REGIONS];
    assert.deepEqual(
      ENTRIES.flatMap(([, price]) => tiersOf(price).map(([region]) => region)).filter(
        (region) => !known.includes(region),
      ),
      [],
    );
  });

  it("get cheaper with the volume, and S3 with the class", () => {
    for (const [id, price] of ENTRIES) {
      for (const [region, tiers] of tiersOf(price)) {
        const rates = tiers.map(({ usd }) => usd);
        assert.deepEqual(
          rates,
          [...rates].sort((one, other) => other - one),
          `${id} ${region}`,
        );
      }
    }
    const inUsEast = (id: PriceId): number =>
      tiersOf(PRICES[id]).find(([region]) => region === "us-east-1")?.[1][0].usd ?? 0;
    assert.deepEqual(
      (["STANDARD", "STANDARD_IA", "GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"] as const).map((name) =>
        inUsEast(`s3.storage.${name}`),
      ),
      [0.023, 0.0125, 0.004, 0.0036, 0.00099],
    );
  });

  it("count a terabyte as the price list does", () => {
    assert.equal(GB_PER_TB * 50, 51_200);
  });
});
