import { deepEqual, equal, ok } from "node:assert/strict";
import fc from "fast-check";

import { REGIONS } from "../../facts/regions";
import { parseSettings } from "../../settings/parse";
import { unknownRegions } from "../../settings/region-names";
import { configWith, LEAST, pathsOfMistakes, PROJECT } from "./stack-config";

const names = Object.keys(REGIONS);

describe("A region that the settings name", () => {
  it("may be any that AWS has", () => {
    deepEqual(unknownRegions({ region: "eusc-de-east-1", governedRegions: names }), []);
  });

  it("is refused with the nearest name when it is misspelled, wherever it stands", () => {
    const found = unknownRegions({
      region: "us-esat-1",
      governedRegions: ["eu-central-1", "eu-centrall-1"],
      eksClusters: [
        { name: "here", logGroup: { mode: "create" } },
        { name: "there", region: "ap-souteast-2", logGroup: { mode: "create" } },
      ],
    });
    deepEqual(
      found.map(({ setting, place, problem, got }) => [setting, place, problem, got]),
      [
        ["region", undefined, "is not an AWS region; did you mean us-east-1?", '"us-esat-1"'],
        ["governedRegions", "[1]", "is not an AWS region; did you mean eu-central-1?", '"eu-centrall-1"'],
        ["eksClusters", "[1].region", "is not an AWS region; did you mean ap-southeast-2?", '"ap-souteast-2"'],
      ],
    );
    equal(found[0]?.allowed, "the regions of AWS, such as eu-central-1, and those listed in additionalRegions");
    equal(found[0].fix, "write us-east-1, or add us-esat-1 to additionalRegions if AWS has opened it recently");
  });

  it("is refused without a guess when no name is near", () => {
    const [mistake] = unknownRegions({ governedRegions: ["zz-atlantis-99"] });
    equal(mistake?.problem, "is not an AWS region");
    equal(mistake.fix, "correct it, or add zz-atlantis-99 to additionalRegions if AWS has opened it recently");
  });

  it("is refused exactly when neither AWS nor additionalRegions has it", () => {
    const region = fc.oneof(fc.constantFrom(...names), fc.constantFrom("eu-north-2", "us-esat-1", "xx-north-9"));
    fc.assert(
      fc.property(fc.array(region), fc.array(region), (governedRegions, additionalRegions) => {
        const refused = unknownRegions({ governedRegions, additionalRegions }).map(
          ({ got }) => JSON.parse(got) as string,
        );
        deepEqual(
          refused,
          governedRegions.filter((name) => !names.includes(name) && !additionalRegions.includes(name)),
        );
      }),
    );
  });
});

describe("A stack that names a region which AWS is not known to have", () => {
  it("hears of the region alone and not of what follows from it", () => {
    deepEqual(pathsOfMistakes({ ...LEAST, "aws:region": "us-esat-1" }), ["aws:region"]);
    deepEqual(pathsOfMistakes({ ...configWith({ governedRegions: '["us-east-1"]' }), "aws:region": "us-esat-1" }), [
      "aws:region",
    ]);
    deepEqual(pathsOfMistakes(configWith({ eksClusters: '[{"name":"inference","region":"eu-cental-1"}]' })), [
      `${PROJECT}:eksClusters[0].region`,
    ]);
  });

  it("is accepted when additionalRegions has it, and what only that setting is for does not reach the program", () => {
    const result = parseSettings(
      { ...configWith({ additionalRegions: '["eu-north-2"]' }), "aws:region": "eu-north-2" },
      PROJECT,
    );
    ok(result.ok);
    equal(result.settings.homeRegion, "eu-north-2");
    equal("additionalRegions" in result.settings, false);
  });

  it("is still held against its partition", () => {
    deepEqual(
      pathsOfMistakes(
        configWith({ governedRegions: '["eu-central-1","cn-north-9"]', additionalRegions: '["cn-north-9"]' }),
      ),
      [`${PROJECT}:governedRegions[1]`],
    );
  });
});
