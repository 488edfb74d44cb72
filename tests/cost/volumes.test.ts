import assert from "node:assert/strict";
import { parseVolumes } from "../../cost/parse-volumes";
import { defaultVolumes, VOLUME_NAMES, VOLUMES } from "../../cost/volumes";
import { PROFILE_NAMES } from "../../settings/schema";

function mistakesIn(content: unknown): readonly string[] {
  const parsed = parseVolumes(content);
  return parsed.ok ? [] : parsed.mistakes;
}

describe("The volumes", () => {
  it("have their unit in their name", () => {
    const units = /(PerMonth|PerRegion|GBPerResource|Percent|Bytes|Accounts|BytesPerInvocation|MillisecondsPerCall)$/;
    assert.deepEqual(
      VOLUME_NAMES.filter((name) => !units.test(name)),
      [],
    );
  });

  it("are assumed for each profile, within their own bounds, with a meaning and a reason", () => {
    for (const profile of PROFILE_NAMES) {
      assert.deepEqual(mistakesIn(defaultVolumes(profile)), []);
    }
    for (const name of VOLUME_NAMES) {
      const { sandbox, standard, regulated } = VOLUMES[name].defaults;
      assert.ok(sandbox <= standard && standard <= regulated, name);
      assert.match(VOLUMES[name].meaning, /\w/, name);
      assert.match(VOLUMES[name].reason, /\w/, name);
    }
  });
});

describe("A file of volumes", () => {
  it("may give any of them, from 0, and replaces no other", () => {
    const volumes = { managementEventsPerMonth: 0, compressedPercent: 100 };
    assert.deepEqual(parseVolumes(volumes), { ok: true, volumes });
    assert.deepEqual(parseVolumes({}), { ok: true, volumes: {} });
  });

  it("is refused with every mistake, and the name that was probably meant", () => {
    assert.deepEqual(
      mistakesIn({
        managementEventPerMonth: 5,
        zebras: 1,
        aiDataEventsPerMonth: -1,
        compressedPercent: 101,
        lambdaInvocationsPerMonth: "many",
      }).map((mistake) => mistake.replace(/the volumes are .*/, "...")),
      [
        "aiDataEventsPerMonth is negative: -1; give a number from 0",
        'lambdaInvocationsPerMonth is not a number: "many"; give a number from 0',
        "compressedPercent is more than 100: 101; give a number from 0",
        '"managementEventPerMonth" is not a volume; did you mean managementEventsPerMonth?',
        '"zebras" is not a volume; ...',
      ],
    );
  });

  for (const [title, content] of [
    ["a list", [1]],
    ["a text", "many"],
    ["nothing", null],
  ] as const) {
    it(`is refused when it holds ${title}`, () => {
      assert.match(mistakesIn(content).join(), /^must hold an object of volume -> number, such as .*; it is /);
    });
  }
});
