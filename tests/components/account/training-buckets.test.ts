import assert from "node:assert/strict";

import { locatedTrainingBuckets } from "../../../components/account/training-buckets";
import type { MacieMode } from "../../../components/account/detection-modes";
import type { Regional } from "../../../components/account/regional-modes";

const HOME = "eu-central-1";
const AWAY = "us-east-1";

function located(trainingBuckets: readonly string[], macie: Regional<MacieMode> = { mode: "create" }) {
  return locatedTrainingBuckets({ homeRegion: HOME, governedRegions: [HOME, AWAY], trainingBuckets, macie }).map(
    ({ name, region }) => `${name} ${region}`,
  );
}

describe("Training buckets", () => {
  it("lie at home unless a region names them", () => {
    assert.deepEqual(located(["one", "two"]), [`one ${HOME}`, `two ${HOME}`]);
    const regions = { [AWAY]: { mode: "create", buckets: ["two"] } } as const;
    assert.deepEqual(located(["one", "two"], { mode: "create", regions }), [`two ${AWAY}`, `one ${HOME}`]);
  });

  it("lie where Macie is adopted or left out as well", () => {
    assert.deepEqual(located(["one"], { mode: "existing" }), [`one ${HOME}`]);
    assert.deepEqual(located(["one"], { mode: "off", reason: "Another account looks into them" }), [`one ${HOME}`]);
  });

  it("are none that Macie cannot look into", () => {
    assert.deepEqual(located(["arn:aws:s3express:us-east-1:111122223333:bucket/fast--use1-az4--x-s3"]), []);
    assert.deepEqual(located([]), []);
  });
});
