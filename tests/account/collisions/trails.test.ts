import assert from "node:assert/strict";
import { trailCollisions } from "../../../account/collisions/trails";
import type { WireMap } from "../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../pulumi/wire";
import { DENIED, account, accountWith, declared, region, trail } from "./observed";

const OWN = declared("aws:cloudtrail/trail:Trail", "baseline-trail");
const ARN = "arn:aws:cloudtrail:eu-central-1:999988887777:trail/organization";

const ONLY_DATA = {
  advancedEventSelectors: [
    {
      fieldSelectors: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: ["AWS::Bedrock::Model"] },
      ],
    },
  ],
};

/** What is found, in a few words. */
function found(observed: Parameters<typeof accountWith>[0]) {
  const { collisions, undecided } = trailCollisions([OWN], accountWith(observed));
  return [
    ...collisions.map(({ consequence, observed: id }) => `${consequence}: ${id}`),
    ...undecided.map(({ what, action }) => `undecided: ${what} (${String(action)})`),
  ];
}

describe("the trails of an account", () => {
  it("are in nobody's way where there are none", () => {
    assert.deepEqual(found({}), []);
  });

  it("collide by name, and adopting the one that exists resolves it", () => {
    const arn = "arn:aws:cloudtrail:us-east-1:111122223333:trail/baseline-trail";
    const existing = trail({ name: "baseline-trail", arn, homeRegion: "us-east-1", isOrganization: false });
    const { collisions } = trailCollisions([OWN], accountWith({ trails: { seen: [existing] } }));
    assert.deepEqual(collisions, [
      {
        what: "CloudTrail trail",
        where: "eu-central-1",
        declared: OWN.urn,
        observed: arn,
        consequence: "collides",
        explanation:
          "There is a trail with this name, whose home region is us-east-1; CloudTrail refuses a second one.",
        settings: [{ path: ["trail"], value: { mode: "existing", arn } }],
        otherwise: "Or delete the trail that exists, if nothing relies on it.",
        page: "docs/existing-accounts/trails.md",
      },
    ]);
  });

  it("cost a second time where an organization's or a multi-region trail logs management events", () => {
    assert.deepEqual(found({ trails: { seen: [trail()] } }), [`charged twice: ${ARN}`]);
    assert.deepEqual(found({ trails: { seen: [trail({ isOrganization: false })] } }), [`charged twice: ${ARN}`]);
  });

  it("cost nothing more where they do not log management events, or cover one region", () => {
    assert.deepEqual(found({ trails: { seen: [trail({ logsManagementEvents: { seen: false } })] } }), []);
    assert.deepEqual(found({ trails: { seen: [trail({ isOrganization: false, isMultiRegion: false })] } }), []);
  });

  describe("cost a second time by a trail of the stack", () => {
    const management = { field: "eventCategory", equals: ["Management"] };
    const costs = (inputs: WireMap): boolean =>
      trailCollisions(
        [declared("aws:cloudtrail/trail:Trail", "own", { inputs })],
        accountWith({ trails: { seen: [trail()] } }),
      ).collisions.length > 0;

    const cases: readonly (readonly [string, WireMap, boolean])[] = [
      ["without selectors", {}, true],
      ["that selects them", { advancedEventSelectors: [{ fieldSelectors: [management] }] }, true],
      ["that selects data events alone", ONLY_DATA, false],
      [
        "that selects data events alone, by a selector with their name",
        {
          advancedEventSelectors: [
            { name: "Management", fieldSelectors: [{ field: "eventCategory", equals: ["Data"] }] },
          ],
        },
        false,
      ],
      ["whose selectors are not known", { advancedEventSelectors: UNKNOWN_VALUE }, true],
      [
        "whose category is not known",
        { advancedEventSelectors: [{ fieldSelectors: [{ ...management, equals: UNKNOWN_VALUE }] }] },
        true,
      ],
      ["whose basic selectors leave them in", { eventSelectors: [{ readWriteType: "All" }] }, true],
      ["whose basic selectors leave them out", { eventSelectors: [{ includeManagementEvents: false }] }, false],
    ];
    for (const [title, inputs, doesCost] of cases) {
      it(`${title}: ${doesCost ? "yes" : "no"}`, () => assert.equal(costs(inputs), doesCost));
    }
  });

  it("are five at most, the shadows of trails elsewhere included", () => {
    const regional = (name: string) => trail({ name, isMultiRegion: false, isOrganization: false });
    const four = ["a", "b", "c", "d"].map(regional);
    assert.deepEqual(found({ trails: { seen: four } }), []);
    assert.deepEqual(found({ trails: { seen: [...four, regional("e")] } }), ["limit: a, b, c, d, e"]);
  });

  it("are five at most with every trail of the stack, of which the limit is said once", () => {
    const data = declared("aws:cloudtrail/trail:Trail", "baseline-trail-data", { inputs: ONLY_DATA });
    const three = ["a", "b", "c"].map((name) => trail({ name, isMultiRegion: false, isOrganization: false }));
    const found = (seen: readonly ReturnType<typeof trail>[]) =>
      trailCollisions([OWN, data], accountWith({ trails: { seen } })).collisions;
    assert.deepEqual(found(three), []);
    const [only, ...others] = found([...three, trail({ name: "d", isMultiRegion: false, isOrganization: false })]);
    assert.deepEqual(others, []);
    assert.match(only?.explanation ?? "", /^The region has 4 trails, .*, the stack adds 2, and CloudTrail allows 5\./);
  });

  it("cost nothing more beside a declared trail of data events", () => {
    const data = declared("aws:cloudtrail/trail:Trail", "baseline-trail-data", { inputs: ONLY_DATA });
    assert.deepEqual(trailCollisions([data], accountWith({ trails: { seen: [trail()] } })).collisions, []);
  });

  it("are counted in every governed region, and judged by name at home only", () => {
    const five = ["a", "b", "c", "d", "e"].map((name) => trail({ name, homeRegion: "us-east-1" }));
    const observed = account({ regions: [region(), region({ region: "us-east-1", trails: { seen: five } })] });
    const { collisions } = trailCollisions([OWN], observed);
    assert.deepEqual(
      collisions.map(({ where, consequence, settings }) => [where, consequence, settings]),
      [["us-east-1", "limit", [{ path: ["trail"], value: { mode: "existing", arn: ARN } }]]],
    );
  });

  it("are undecided where they, or what they log, cannot be read", () => {
    assert.deepEqual(found({ trails: { unreadable: DENIED } }), ["undecided: trails (service:Action)"]);
    assert.deepEqual(found({ trails: { seen: [trail({ logsManagementEvents: { unreadable: DENIED } })] } }), [
      "undecided: whether organization logs management events (service:Action)",
    ]);
  });

  it("are not asked about where the stack declares no trail", () => {
    assert.deepEqual(trailCollisions([], accountWith({ trails: { seen: [trail()] } })).collisions, []);
  });
});
