import assert from "node:assert/strict";
import fc from "fast-check";
import type { Collision, Setting } from "../../../account/collisions/collision";
import { type SettingsAtHand, resolvingSettings, settingLeaves } from "../../../account/collisions/settings";

const AT: SettingsAtHand = { current: {}, regions: ["eu-central-1", "us-east-1"], home: "eu-central-1" };

function resolved(settings: readonly Setting[], at: Partial<SettingsAtHand> = {}) {
  const collision: Collision = {
    what: "",
    where: "",
    declared: "",
    observed: "",
    consequence: "collides",
    explanation: "",
    settings,
    otherwise: "",
    page: "docs/existing-accounts/names.md",
  };
  return resolvingSettings([collision], { ...AT, ...at });
}

const recorder = (region: string, name: string): Setting => ({
  path: ["recorder", "regions", region],
  value: { mode: "existing", name },
});

describe("the settings that resolve collisions", () => {
  it("are none without collisions", () => {
    assert.deepEqual(resolvingSettings([], AT), {});
  });

  it("say for the regions that differ what is adopted there", () => {
    assert.deepEqual(resolved([recorder("us-east-1", "default")]), {
      recorder: { mode: "create", regions: { "us-east-1": { mode: "existing", name: "default" } } },
    });
  });

  it("say it of each of several services, beside what is set of the others", () => {
    const detector = (region: string): Setting => ({
      path: ["detection", "guardDuty", "regions", region],
      value: { mode: "existing" },
    });
    assert.deepEqual(resolved([detector("us-east-1")]), {
      detection: { guardDuty: { mode: "create", regions: { "us-east-1": { mode: "existing" } } } },
    });
    const current = { detection: { accessAnalyzer: { mode: "existing" } } };
    assert.deepEqual(resolved([detector("us-east-1"), detector("eu-central-1")], { current }), {
      detection: { accessAnalyzer: { mode: "existing" }, guardDuty: { mode: "existing" } },
    });
  });

  it("say it once where every region has the same", () => {
    assert.deepEqual(resolved([recorder("eu-central-1", "default"), recorder("us-east-1", "default")]), {
      recorder: { mode: "existing", name: "default" },
    });
    const differing = resolved([recorder("eu-central-1", "one"), recorder("us-east-1", "two")]);
    assert.deepEqual(Object.keys((differing["recorder"] as { regions: object }).regions), [
      "eu-central-1",
      "us-east-1",
    ]);
  });

  it("keep what is set already", () => {
    const current = {
      recorder: {
        mode: "create",
        bucket: "arn:aws:s3:::archive",
        regions: { "us-east-1": { mode: "off", reason: "why" } },
      },
      eksClusters: [{ name: "training" }, { name: "inference", region: "us-east-1" }, { name: "inference" }],
    };
    const cluster: Setting = {
      path: ["eksClusters"],
      value: [{ name: "inference", region: "eu-central-1", logGroup: { mode: "existing" } }],
    };
    assert.deepEqual(resolved([recorder("eu-central-1", "default"), cluster], { current }), {
      recorder: {
        mode: "create",
        bucket: "arn:aws:s3:::archive",
        regions: { "us-east-1": { mode: "off", reason: "why" }, "eu-central-1": { mode: "existing", name: "default" } },
      },
      eksClusters: [
        { name: "training" },
        { name: "inference", region: "us-east-1" },
        { name: "inference", region: "eu-central-1", logGroup: { mode: "existing" } },
      ],
    });
  });

  it("take the place of another mode with all that belonged to it", () => {
    const arn = "arn:aws:cloudtrail:eu-central-1:999988887777:trail/organization";
    const current = { trail: { mode: "create", bucket: "arn:aws:s3:::archive" } };
    assert.deepEqual(resolved([{ path: ["trail"], value: { mode: "existing", arn } }], { current }), {
      trail: { mode: "existing", arn },
    });
  });

  it("leave out every region that is refused", () => {
    const without = (...value: readonly string[]): Setting => ({ path: ["governedRegions"], value });
    assert.deepEqual(
      resolved([without("a", "b"), without("a", "c")], { current: { governedRegions: ["a", "b", "c"] } }),
      {
        governedRegions: ["a"],
      },
    );
  });

  it("are set one by one with paths", () => {
    const settings = resolved([
      recorder("us-east-1", "default"),
      { path: ["eksClusters"], value: [{ name: "inference", region: "us-east-1", logGroup: { mode: "existing" } }] },
      { path: ["configRetentionDays"], value: 365 },
    ]);
    assert.deepEqual(settingLeaves(settings), [
      { path: "recorder.mode", value: "create" },
      { path: "recorder.regions.us-east-1.mode", value: "existing" },
      { path: "recorder.regions.us-east-1.name", value: "default" },
      { path: "eksClusters[0].name", value: "inference" },
      { path: "eksClusters[0].region", value: "us-east-1" },
      { path: "eksClusters[0].logGroup.mode", value: "existing" },
      { path: "configRetentionDays", value: 365 },
    ]);
  });

  it("do not depend on the order of the regions in which something was found", () => {
    const found = fc.uniqueArray(fc.constantFrom("eu-central-1", "us-east-1", "us-west-2"));
    fc.assert(
      fc.property(found, fc.constantFrom("default", "other"), (regions, name) => {
        const settings = regions.map((region) => recorder(region, name));
        assert.deepEqual(resolved(settings), resolved([...settings].reverse()));
      }),
    );
  });
});
