import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parseConfigFileTextToJson } from "typescript";
import { PROFILE_DEFAULTS } from "../../settings/profiles";
import { PROFILE_NAMES, SETTINGS, type SettingName } from "../../settings/schema";
import { FROM_PROFILE, type SettingDeclaration } from "../../settings/setting-forms";
import { configWith, pathsOfMistakes, projectFile, PROJECT } from "./stack-config";

const declarations: readonly (readonly [string, SettingDeclaration])[] = Object.entries(SETTINGS);

describe("The declaration of the settings", () => {
  it("is the same in Pulumi.yaml: names, types, defaults and descriptions, in the same order", () => {
    const declaredHere = declarations.map(([name, { type, items, default: byDefault, description }]) => [
      name,
      { type, ...(items === undefined ? {} : { items: { type: items } }), default: byDefault, description },
    ]);
    deepEqual(Object.entries(projectFile("Pulumi.yaml")["config"] as object), declaredHere);
  });

  it("gives every setting a default, so that the Pulumi CLI does not require a value in every stack", () => {
    deepEqual(
      declarations.filter(([, declaration]) => declaration.default === undefined),
      [],
    );
  });

  it("gives the default `profile` to exactly the settings in the profile table", () => {
    const left = declarations.filter(([, declaration]) => declaration.default === FROM_PROFILE).map(([name]) => name);
    deepEqual([...left].sort(), Object.keys(PROFILE_DEFAULTS).sort());
  });

  it("has valid examples", () => {
    const partners: Partial<Record<SettingName, Record<string, string>>> = {
      organizationId: { managementAccountId: "111122223333" },
      managementAccountId: { organizationId: "o-exampleorgid" },
      kubernetesRetentionDays: { eksClusters: '[{"name":"inference"}]' },
      objectLockMode: { evidenceRetentionDays: "2557" },
      invocationSamplePercent: { invocationContent: "sampled" },
      invocationSampleDays: { invocationContent: "sampled" },
      maskedIdentifiers: { invocationContent: "redacted" },
      readersExternalId: { auditorPrincipals: '["arn:aws:iam::444455556666:role/auditor"]' },
      eventForwarding: { governedRegions: '["eu-central-1"]', eventEndpointSecret: "s3cret" },
      eventEndpointSecret: { eventForwarding: JSON.stringify(SETTINGS.eventForwarding.example) },
      bucketLineage: { modelBuckets: '["acme-models"]', governedRegions: '["eu-central-1","us-east-1"]' },
      alertRouting: { alarmEmails: '["oncall@example.com"]' },
    };
    for (const [name, { example }] of declarations) {
      const text = typeof example === "string" ? example : JSON.stringify(example);
      // Reason for the cast: the names come from the table.
      deepEqual(pathsOfMistakes(configWith({ ...partners[name as SettingName], [name]: text })), [], name);
    }
  });

  it("lists the allowed values and has a description that is a sentence", () => {
    for (const [name, { allowed, description }] of declarations) {
      ok(allowed.length > 0, name);
      ok(/^[A-Z].*\.$/s.test(description), name);
    }
  });
});

describe("The table of profiles", () => {
  for (const profile of PROFILE_NAMES) {
    it(`gives ${profile} values that would be accepted if the stack had written them`, () => {
      for (const [name, byProfile] of Object.entries(PROFILE_DEFAULTS)) {
        const { value, reason } = byProfile[profile];
        const partners: Record<string, string> = {
          ...(name === "kubernetesRetentionDays" ? { eksClusters: '[{"name":"inference"}]' } : {}),
          ...(name === "maskedIdentifiers" ? { invocationContent: "redacted" } : {}),
          ...(name.startsWith("invocationSample") ? { invocationContent: "sampled" } : {}),
          ...(name === "objectLockDays" && profile === "sandbox" ? { objectLockMode: "GOVERNANCE" } : {}),
        };
        deepEqual(pathsOfMistakes(configWith({ profile, ...partners, [name]: String(value) })), [], name);
        ok(reason.length > 0, name);
      }
    });
  }

  it("gets no looser from sandbox to regulated", () => {
    const numbers = Object.values(PROFILE_DEFAULTS).map((byProfile) =>
      PROFILE_NAMES.map((name) => byProfile[name].value),
    );
    for (const [sandbox, standard, regulated] of numbers) {
      if (typeof sandbox === "number" && typeof standard === "number" && typeof regulated === "number") {
        ok(sandbox <= standard && standard <= regulated, `${sandbox}, ${standard}, ${regulated}`);
      }
    }
  });

  it("keeps for regulated accounts what the frameworks ask", () => {
    const daysOfSixYears = 6 * 365 + 2;
    const { auditRetentionDays, promptRetentionDays, objectLockDays, evidenceRetentionDays } = PROFILE_DEFAULTS;
    ok(auditRetentionDays.regulated.value >= daysOfSixYears);
    ok(evidenceRetentionDays.regulated.value >= objectLockDays.regulated.value);
    equal(objectLockDays.regulated.value, daysOfSixYears);
    ok(promptRetentionDays.regulated.value >= 184);
    ok(auditRetentionDays.standard.value >= 366);
    ok(auditRetentionDays.sandbox.value >= 184);
  });
});

describe("Pulumi.yaml", () => {
  it("names the project, the program and a compiler configuration that transpiles only", () => {
    const { name, main, runtime } = projectFile("Pulumi.yaml");
    equal(name, PROJECT);
    equal(main, "index.ts");
    deepEqual(runtime, { name: "nodejs", options: { tsconfig: "tsconfig.program.json" } });
    // The Pulumi runner reads this one file for `noCheck`, without following `extends`.
    const { config } = parseConfigFileTextToJson("", readFileSync("tsconfig.program.json", "utf8")) as {
      config: { "ts-node": object; compilerOptions: { noCheck: boolean } }; // Reason for the cast: declared as `any`.
    };
    deepEqual(config["ts-node"], { swc: true });
    equal(config.compilerOptions.noCheck, true);
  });
});
