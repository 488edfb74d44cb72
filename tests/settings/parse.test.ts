import { deepEqual, equal, ok } from "node:assert/strict";
import { type AccountSettings, parseSettings } from "../../settings/parse";
import { SETTINGS, type SettingName } from "../../settings/schema";
import { LEAST, PROJECT, configWith, pathsOfMistakes, stackConfig } from "./stack-config";

function accepted(config: Readonly<Record<string, string>>): AccountSettings {
  const result = parseSettings(config, PROJECT);
  ok(result.ok, result.ok ? "" : JSON.stringify(result.mistakes, undefined, 1));
  return result.settings;
}

const cluster = '[{"name":"inference"}]';
const arn = (name: string) => `arn:aws:lambda:eu-central-1:111122223333:function:${name}`;
const list = (...items: readonly unknown[]) => JSON.stringify(items);

/** Both sides of every boundary. `place` is the position of the mistake in the value. */
interface Cases {
  readonly good: readonly string[];
  readonly bad: readonly (string | { readonly value: string; readonly place: string })[];
  /** Settings without which this one has no effect. */
  readonly beside?: Readonly<Record<string, string>>;
}

const CASES: Readonly<Record<SettingName, Cases>> = {
  profile: { good: ["sandbox", "standard", "regulated"], bad: ["", "Regulated", "prod", "profile", "null", "true"] },
  governedRegions: {
    good: ["[]", '["eu-central-1"]', '["us-east-1","eu-central-1"]'],
    bad: [
      "eu-central-1",
      "{}",
      "null",
      "[",
      '["us-east-1"]',
      { value: '["eu-central-1","Frankfurt"]', place: "[1]" },
      { value: '["eu-central-1",7]', place: "[1]" },
      { value: '["eu-central-1","eu-central-1"]', place: "[1]" },
      { value: '["eu-central-1","cn-north-1"]', place: "[1]" },
    ],
  },
  invocationContent: {
    good: ["off", "metadata-only", "redacted", "full", "profile"],
    bad: ["", "Full", "metadata", "none", "false"],
  },
  auditRetentionDays: {
    good: ["365", "400", "2192", "3653", "profile"],
    bad: [
      "0",
      "-1",
      "180",
      "364",
      "366",
      "2190",
      "2555",
      "3654",
      "365.0",
      "0x16d",
      "3.65e2",
      " 365",
      "",
      "never",
      "[365]",
    ],
  },
  promptRetentionDays: { good: ["30", "365", "400", "profile"], bad: ["14", "29", "31", "401", "545", "0", "-30", ""] },
  kubernetesRetentionDays: {
    good: ["90", "3653", "profile"],
    bad: ["60", "89", "91", "4000", "0", ""],
    beside: { eksClusters: cluster },
  },
  evidenceRetentionDays: {
    good: ["365", "366", "3653", "profile"],
    bad: ["364", "3654", "0", "", "four hundred", "999999999999"],
    beside: { objectLockDays: "365" },
  },
  objectLockMode: { good: ["none", "GOVERNANCE", "COMPLIANCE", "profile"], bad: ["", "governance", "NONE", "false"] },
  objectLockDays: {
    good: ["1", "731", "3653", "profile"],
    bad: ["0", "-1", "3654", "1.5", ""],
    beside: { evidenceRetentionDays: "3653" },
  },
  trainingBuckets: {
    good: ["[]", list("abc"), list("a".repeat(63)), list("acme-training", "acme.fine.tuning")],
    bad: [
      "acme-training",
      { value: list("ab"), place: "[0]" },
      { value: list("a".repeat(64)), place: "[0]" },
      { value: list("acme", "Acme-Training"), place: "[1]" },
      { value: list("arn:aws:s3:::acme"), place: "[0]" },
      { value: list("acme..training"), place: "[0]" },
      { value: list("-acme"), place: "[0]" },
      { value: list("acme", "acme"), place: "[1]" },
    ],
  },
  configRules: {
    good: [list("baseline"), list("cloudtrail-enabled", "s3-bucket-public-read-prohibited")],
    bad: [
      "baseline",
      "[]",
      list("baseline", "cloudtrail-enabled"),
      { value: list("cloudtrail-enable"), place: "[0]" },
      { value: list("cloudtrail-enabled", "cloudtrail-enabled"), place: "[1]" },
    ],
  },
  lambdaFunctions: {
    good: [list("all"), list("none"), list(arn("f")), list(arn("a"), arn("b"))],
    bad: [
      "all",
      "[]",
      list("all", arn("f")),
      list("none", arn("f")),
      { value: list("f"), place: "[0]" },
      { value: list(`${arn("f")}:1`), place: "[0]" },
      { value: list(arn("f"), arn("f")), place: "[1]" },
    ],
  },
  insights: { good: ["true", "false"], bad: ["", "yes", "True", "1", "profile"] },
  organizationId: {
    good: ["none", `o-${"a".repeat(10)}`, `o-${"9".repeat(32)}`],
    bad: ["", "a1b2c3d4e5", `o-${"a".repeat(9)}`, `o-${"a".repeat(33)}`, "o-EXAMPLEORG", "profile"],
  },
  managementAccountId: {
    good: ["none", "012345678901"],
    bad: ["", "12345678901", "1234567890123", "1111-2222-3333", "profile"],
  },
  alarmEmails: {
    good: ["[]", list("ai-security@example.com", "on.call+ai@mail.example.org")],
    bad: [
      "ai-security@example.com",
      { value: list("ai-security"), place: "[0]" },
      { value: list("a@b.example", "a b@c.example"), place: "[1]" },
      { value: list("a@localhost"), place: "[0]" },
      { value: list("a@b.example", "A@b.example"), place: "[1]" },
    ],
  },
  eksClusters: {
    good: ["[]", cluster, list({ name: "a" }, { name: "b", region: "eu-central-1" }), list({ name: "a".repeat(100) })],
    bad: [
      "inference",
      { value: list("inference"), place: "[0]" },
      { value: list({}), place: "[0].name" },
      { value: list({ name: "" }), place: "[0].name" },
      { value: list({ name: "a".repeat(101) }), place: "[0].name" },
      { value: list({ name: "a", version: "1.30" }), place: "[0]" },
      { value: list({ name: "a", region: "Frankfurt" }), place: "[0].region" },
      { value: list({ name: "a", region: "us-east-1" }), place: "[0].region" },
      { value: list({ name: "a" }, { name: "a" }), place: "[1]" },
      { value: list({ name: "a" }, { name: "a", region: "eu-central-1" }), place: "[1]" },
    ],
  },
  configRecordingFrequency: { good: ["CONTINUOUS", "DAILY", "profile"], bad: ["", "daily", "HOURLY"] },
  configRetentionDays: { good: ["30", "2557", "profile"], bad: ["29", "2558", "0", ""] },
  protectResources: { good: ["true", "false", "profile"], bad: ["", "yes", "False"] },
};

/** The two settings of the organization require each other, so both are set when one is tested. */
const ORGANIZATION = { organizationId: "o-exampleorgid", managementAccountId: "111122223333" };

function beside(name: SettingName, value: string): Readonly<Record<string, string>> {
  const isOrganization = name === "organizationId" || name === "managementAccountId";
  return isOrganization && value !== "none" ? ORGANIZATION : (CASES[name].beside ?? {});
}

// Reason for the cast: Object.keys loses the key types.
for (const name of Object.keys(CASES) as SettingName[]) {
  describe(`The setting ${name}`, () => {
    for (const value of CASES[name].good) {
      it(`accepts ${value.slice(0, 70)}`, () => {
        deepEqual(pathsOfMistakes(configWith({ ...beside(name, value), [name]: value })), []);
      });
    }
    for (const bad of CASES[name].bad) {
      const { value, place } = typeof bad === "string" ? { value: bad, place: "" } : bad;
      it(`rejects ${value === "" ? "empty" : value.slice(0, 70)}`, () => {
        const result = parseSettings(configWith({ ...beside(name, value), [name]: value }), PROJECT);
        ok(!result.ok);
        const [mistake, ...others] = result.mistakes;
        deepEqual(others, []);
        equal(mistake.path, `${PROJECT}:${name}${place}`);
        for (const text of [mistake.problem, mistake.got, mistake.allowed, mistake.fix]) {
          ok(text.length > 0);
        }
      });
    }
  });
}

describe("aws:region", () => {
  const broken: readonly (string | undefined)[] = [undefined, "", "Frankfurt"];
  for (const region of broken) {
    it(`rejects ${region ?? "a missing value"}`, () => {
      deepEqual(pathsOfMistakes(configWith({}, { "aws:region": region })), ["aws:region"]);
    });
  }
});

describe("aws:allowedAccountIds", () => {
  const broken: readonly (readonly [string | undefined, string])[] = [
    [undefined, ""],
    ["111122223333", ""],
    ["[]", ""],
    ['["111122223333","444455556666"]', ""],
    ["[111122223333]", "[0]"],
    ['["11112222333"]', "[0]"],
  ];
  for (const [ids, place] of broken) {
    it(`rejects ${ids ?? "a missing value"}`, () => {
      deepEqual(pathsOfMistakes(configWith({}, { "aws:allowedAccountIds": ids })), [`aws:allowedAccountIds${place}`]);
    });
  }
});

describe("parseSettings", () => {
  it("gives a minimal stack the standard profile", () => {
    deepEqual(accepted(LEAST), {
      profile: "standard",
      homeRegion: "eu-central-1",
      accountId: "111122223333",
      governedRegions: ["eu-central-1"],
      invocationContent: "metadata-only",
      auditRetentionDays: 400,
      promptRetentionDays: 90,
      kubernetesRetentionDays: 400,
      evidenceRetentionDays: 731,
      objectLockMode: "GOVERNANCE",
      objectLockDays: 400,
      trainingBuckets: [],
      lambdaFunctions: undefined,
      configRules: undefined,
      insights: true,
      organizationId: undefined,
      managementAccountId: undefined,
      alarmEmails: [],
      eksClusters: [],
      configRecordingFrequency: "CONTINUOUS",
      configRetentionDays: 2557,
      protectResources: true,
    });
  });

  it("gives the same result with the defaults that Pulumi adds from Pulumi.yaml", () => {
    const defaults = Object.entries(SETTINGS).map(([name, declaration]) => {
      const value: unknown = declaration.default;
      return [name, typeof value === "string" ? value : JSON.stringify(value)] as const;
    });
    deepEqual(accepted(configWith(Object.fromEntries(defaults))), accepted(LEAST));
  });

  it("lets any setting override the profile", () => {
    const settings = accepted(configWith({ profile: "sandbox", protectResources: "true", auditRetentionDays: "2557" }));
    equal(settings.protectResources, true);
    equal(settings.auditRetentionDays, 2557);
    equal(settings.promptRetentionDays, 30);
  });

  it("reads the production stack as a regulated account in two regions with a cluster", () => {
    const settings = accepted(stackConfig("prod"));
    equal(settings.profile, "regulated");
    equal(settings.accountId, "111122223333");
    deepEqual(settings.governedRegions, ["eu-central-1", "us-east-1"]);
    deepEqual(settings.eksClusters, [{ name: "inference", region: "eu-central-1" }]);
    deepEqual(settings.trainingBuckets, ["acme-training-data", "acme-fine-tuning"]);
    equal(settings.invocationContent, "redacted");
    equal(settings.objectLockMode, "COMPLIANCE");
    equal(settings.auditRetentionDays, 2557);
  });

  it("reads the sandbox stack as a sandbox in one region that can be torn down", () => {
    const settings = accepted(stackConfig("sandbox"));
    equal(settings.profile, "sandbox");
    deepEqual(settings.governedRegions, ["eu-central-1"]);
    equal(settings.objectLockMode, "none");
    equal(settings.protectResources, false);
  });

  it("reports all mistakes in the configuration at once", () => {
    deepEqual(
      pathsOfMistakes(
        configWith(
          {
            profil: "regulated",
            profile: "prod",
            insights: "yes",
            auditRetentionDays: "0",
            organizationId: "o-exampleorgid",
          },
          { "aws:region": undefined },
        ),
      ),
      [
        `${PROJECT}:profil`,
        "aws:region",
        `${PROJECT}:profile`,
        `${PROJECT}:auditRetentionDays`,
        `${PROJECT}:insights`,
        `${PROJECT}:managementAccountId`,
      ],
    );
  });

  it("reports a misspelled setting and suggests the right name", () => {
    const result = parseSettings(configWith({ auditRetentionDay: "400", zzz: "1" }), PROJECT);
    ok(!result.ok);
    deepEqual(
      result.mistakes.map(({ problem }) => problem),
      ["is not a setting; did you mean auditRetentionDays?", "is not a setting"],
    );
  });

  it("ignores keys in other namespaces", () => {
    deepEqual(pathsOfMistakes({ ...LEAST, "aws:profile": "x", "pulumi:tags": "{}", "other:profil": "1" }), []);
  });

  it("never shows an encrypted value", () => {
    const config = configWith({ alarmEmails: '["hidden"]' });
    const result = parseSettings(config, PROJECT, [`${PROJECT}:alarmEmails`]);
    ok(!result.ok);
    equal(result.mistakes[0].got, "[secret]");
    ok(!JSON.stringify(result.mistakes).includes("hidden"));
  });

  it("does not treat a key named like a built-in property as a setting", () => {
    const config = JSON.parse(`{"${PROJECT}:constructor":"1","${PROJECT}:__proto__":"1"}`) as Record<string, string>;
    deepEqual(pathsOfMistakes({ ...LEAST, ...config }), [`${PROJECT}:constructor`, `${PROJECT}:__proto__`]);
  });
});

describe("Conflicting settings", () => {
  const contradictions: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
    ["accepts a lock as long as the retention", { objectLockDays: "400", evidenceRetentionDays: "400" }, []],
    [
      "rejects a lock one day longer than the retention",
      { objectLockDays: "401", evidenceRetentionDays: "400" },
      ["objectLockDays"],
    ],
    ["rejects a retention below the profile's lock", { evidenceRetentionDays: "365" }, ["evidenceRetentionDays"]],
    ["rejects a lock above the profile's retention", { objectLockDays: "732" }, ["objectLockDays"]],
    ["rejects a lock without a mode", { objectLockMode: "none", objectLockDays: "30" }, ["objectLockDays"]],
    [
      "rejects an organization without its management account",
      { organizationId: "o-exampleorgid" },
      ["managementAccountId"],
    ],
    [
      "rejects a management account without its organization",
      { managementAccountId: "111122223333" },
      ["managementAccountId"],
    ],
    [
      "rejects a prompt retention when invocation logging is off",
      { invocationContent: "off", promptRetentionDays: "30" },
      ["promptRetentionDays"],
    ],
    [
      "rejects alarm emails when there is no delivery to monitor",
      { invocationContent: "off", alarmEmails: '["a@b.example"]' },
      ["alarmEmails"],
    ],
    [
      "rejects a cluster log retention without clusters",
      { kubernetesRetentionDays: "90" },
      ["kubernetesRetentionDays"],
    ],
    [
      "accepts a cluster in a governed region other than the home region",
      { governedRegions: '["eu-central-1","us-east-1"]', eksClusters: '[{"name":"a","region":"us-east-1"}]' },
      [],
    ],
    [
      "accepts the same cluster name in two regions",
      {
        governedRegions: '["eu-central-1","us-east-1"]',
        eksClusters: '[{"name":"a"},{"name":"a","region":"us-east-1"}]',
      },
      [],
    ],
  ];
  for (const [title, settings, expected] of contradictions) {
    it(title, () => {
      deepEqual(
        pathsOfMistakes(configWith(settings)),
        expected.map((name) => `${PROJECT}:${name}`),
      );
    });
  }
});
