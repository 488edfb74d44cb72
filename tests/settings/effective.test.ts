import assert from "node:assert/strict";
import { effectiveSettings } from "../../settings/effective";
import { PROFILE_DEFAULTS } from "../../settings/profiles";
import { SETTINGS } from "../../settings/schema";
import { configWith, PROJECT } from "./stack-config";

function effective(settings: Readonly<Record<string, string>> = {}) {
  const { profile, settings: all } = effectiveSettings(configWith(settings), PROJECT);
  return {
    profile,
    of: Object.fromEntries(all.map(({ name, ...rest }) => [name, rest])),
    names: all.map(({ name }) => name),
  };
}

describe("Effective settings", () => {
  it("are every setting of the schema, in its order", () => {
    assert.deepEqual(effective().names, Object.keys(SETTINGS));
  });

  it("are the schema's defaults and the standard profile's values, where nothing is configured", () => {
    const { profile, of } = effective();
    assert.equal(profile, "standard");
    for (const [name, { default: byDefault }] of Object.entries(SETTINGS)) {
      const { value, decidedBy, secret } = of[name] ?? {};
      assert.equal(secret, false);
      if (name in PROFILE_DEFAULTS) {
        assert.equal(decidedBy, "profile", name);
      } else {
        assert.deepEqual([value, decidedBy], [byDefault, "schema"], name);
      }
    }
  });

  it("have the values of the profile that is named, in the place of the word for them, too", () => {
    const { of } = effective({ profile: "sandbox", objectLockMode: "profile" });
    for (const name of ["objectLockMode", "promptRetentionDays"] as const) {
      assert.deepEqual(of[name], { value: PROFILE_DEFAULTS[name].sandbox.value, decidedBy: "profile", secret: false });
    }
  });

  it("are what is configured, decoded, whatever the profile says", () => {
    const { of } = effective({
      promptRetentionDays: "30",
      insights: "false",
      alarmEmails: '["a@example.com"]',
      trail: '{"mode":"create"}',
    });
    const values = ["promptRetentionDays", "insights", "alarmEmails", "trail"].map((name) => of[name]?.value);
    assert.deepEqual(values, ["30", false, ["a@example.com"], { mode: "create" }]);
    assert.deepEqual(
      new Set(["promptRetentionDays", "insights"].map((name) => of[name]?.decidedBy)),
      new Set(["configuration"]),
    );
  });

  it("are secret where the schema wants them encrypted and they are set", () => {
    assert.equal(effective({ eventEndpointSecret: "none" }).of["eventEndpointSecret"]?.secret, false);
    assert.equal(effective({ eventEndpointSecret: "key-of-a-siem" }).of["eventEndpointSecret"]?.secret, true);
  });

  it("are none where the profile is none, which validation refuses before", () => {
    assert.throws(() => effective({ profile: "prod" }), /The profile is "prod", which the settings refuse/);
  });
});
