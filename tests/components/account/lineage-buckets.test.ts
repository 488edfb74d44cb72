import assert from "node:assert/strict";

import type { MacieMode } from "../../../components/account/detection-modes";
import {
  type BucketLineageMode,
  classifiedIn,
  dataEventBuckets,
  locatedBuckets,
  tracedIn,
  untracedRegions,
} from "../../../components/account/lineage-buckets";
import type { Regional } from "../../../components/account/regional-modes";

const HOME = "eu-central-1";
const AWAY = "us-east-1";
const FAST = "arn:aws:s3express:us-east-1:111122223333:bucket/fast--use1-az4--x-s3";
const NAMED = { trainingBuckets: ["texts", FAST], modelBuckets: ["models"], artifactBuckets: ["artifacts"] };
const REASON = "Their owners need their notifications";

function located(
  macie: Regional<MacieMode> = { mode: "create" },
  bucketLineage: Regional<BucketLineageMode> = { mode: "create" },
) {
  return locatedBuckets({ homeRegion: HOME, governedRegions: [HOME, AWAY], ...NAMED, macie, bucketLineage });
}

const places = (...all: Parameters<typeof located>) =>
  located(...all).map(({ kind, name, region }) => `${kind} ${name} ${region}`);

describe("The buckets of a model's lineage", () => {
  it("lie at home unless a region names them, directory buckets aside", () => {
    assert.deepEqual(places(), [`training texts ${HOME}`, `model models ${HOME}`, `artifact artifacts ${HOME}`]);
  });

  it("lie in the region that names them for Macie, or for their events", () => {
    const here = { mode: "create" } as const;
    const texts = { mode: "create", regions: { [AWAY]: { mode: "create", buckets: ["texts"] } } } as const;
    const models = { mode: "create", regions: { [AWAY]: { mode: "create", buckets: ["models"] } } } as const;
    const rest = [`model models ${HOME}`, `artifact artifacts ${HOME}`];
    assert.deepEqual(places(texts, here), [`training texts ${AWAY}`, ...rest]);
    assert.deepEqual(places(here, texts), [`training texts ${AWAY}`, ...rest]);
    assert.deepEqual(places(texts, models), [
      `training texts ${AWAY}`,
      `model models ${AWAY}`,
      `artifact artifacts ${HOME}`,
    ]);
  });

  it("lie somewhere where Macie is adopted and their lineage is left out as well", () => {
    assert.equal(places({ mode: "existing" }, { mode: "off", reason: REASON }).length, 3);
  });

  it("have their data events logged, directory buckets among them", () => {
    assert.deepEqual(dataEventBuckets(NAMED), ["texts", FAST, "models", "artifacts"]);
  });

  it("are looked into by Macie where they hold training data, and it is created", () => {
    assert.deepEqual(classifiedIn(HOME, located(), { mode: "create" }), ["texts"]);
    assert.deepEqual(classifiedIn(AWAY, located(), { mode: "create" }), []);
    assert.deepEqual(classifiedIn(HOME, located(), { mode: "existing" }), []);
  });

  it("are traced where their region says so, and else say why not", () => {
    const off = { mode: "off", reason: REASON } as const;
    const atHome = { ...off, regions: { [HOME]: { mode: "create" } } } as const;
    const names = (region: string, mode: Regional<BucketLineageMode>) =>
      tracedIn(region, located(), mode).map(({ name }) => name);
    assert.deepEqual(names(HOME, { mode: "create" }), ["texts", "models", "artifacts"]);
    assert.deepEqual(names(HOME, atHome), ["texts", "models", "artifacts"]);
    assert.deepEqual(names(AWAY, { mode: "create" }), []);
    assert.deepEqual(names(HOME, off), []);
    assert.deepEqual(untracedRegions(located(), off), [{ capability: "bucketLineage", region: HOME, reason: REASON }]);
    assert.deepEqual(untracedRegions(located(), atHome), []);
    assert.deepEqual(untracedRegions([], off), []);
  });
});
