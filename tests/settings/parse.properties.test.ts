import { RETENTION_PERIODS } from "../../facts/logs/retention-periods";
import { deepEqual, ok } from "node:assert/strict";
import fc from "fast-check";

import { parseSettings } from "../../settings/parse";
import { PROFILE_NAMES, SETTINGS } from "../../settings/schema";
import { LEAST, PROJECT, configWith, pathsOfMistakes } from "./stack-config";

const names = Object.keys(SETTINGS);
const key = fc.oneof(
  fc.string(),
  fc.constantFrom("aws:region", "aws:allowedAccountIds"),
  fc.oneof(fc.constantFrom(...names), fc.string()).map((name) => `${PROJECT}:${name}`),
);
const value = fc.oneof(fc.string({ unit: "binary" }), fc.json(), fc.integer().map(String));

/** A number of days other than the given ones, or a text that is not a whole number. */
function notDays(allowed: (days: number) => boolean): fc.Arbitrary<string> {
  return fc.oneof(
    fc
      .integer({ min: -10_000, max: 10_000 })
      .filter((days) => !allowed(days))
      .map(String),
    fc.double({ noInteger: true }).map(String),
    fc.string().filter((text) => !/^\d+$/.test(text) && text !== "profile"),
  );
}
const legalBetween = (minimum: number, maximum: number) => (days: number) =>
  days >= minimum && days <= maximum && RETENTION_PERIODS.some((legal) => legal === days);
const between = (minimum: number, maximum: number) => (days: number) => days >= minimum && days <= maximum;
const noneOf = (...words: readonly string[]) => fc.string().filter((text) => !words.includes(text));
/** Not a JSON list. */
const noList = fc
  .oneof(
    fc.string(),
    fc.jsonValue().map((json) => JSON.stringify(json)),
  )
  .filter((text) => {
    try {
      return !Array.isArray(JSON.parse(text));
    } catch {
      return true;
    }
  });
const noTextInList = fc.array(fc.oneof(fc.integer(), fc.boolean(), fc.constant(null)), { minLength: 1 });
const brokenList = fc.oneof(
  noList,
  noTextInList.map((items) => JSON.stringify(items)),
);

/** An object with no known mode, or with a key that no mode takes, or what is no object at all. */
const brokenMode = fc.oneof(
  fc.string().filter((text) => !text.trimStart().startsWith("{")),
  fc.string().map((mode) => JSON.stringify({ mode: `not ${mode}` })),
  fc
    .record({ mode: fc.constantFrom("create", "existing", "off"), stray: fc.jsonValue() })
    .map((object) => JSON.stringify(object)),
  fc.constant(JSON.stringify({ mode: "off" })),
);

const INVALID: Readonly<Record<keyof typeof SETTINGS, fc.Arbitrary<string>>> = {
  profile: noneOf(...PROFILE_NAMES),
  governedRegions: brokenList,
  additionalRegions: brokenList,
  trail: brokenMode,
  recorder: brokenMode,
  configAggregator: brokenMode,
  configAggregatorAccounts: brokenList,
  invocationLogging: brokenMode,
  alerting: brokenMode,
  evidenceQueries: brokenMode,
  logExport: brokenMode,
  loggedResources: brokenList,
  backups: brokenList.map((list) => `{"resources":${list}}`),
  periodicChecks: brokenMode,
  configRemediation: brokenMode,
  guardrails: brokenMode,
  guardrailEnforcement: noneOf("leave", "set-by-api"),
  detection: brokenMode.map((mode) => `{"guardDuty":${mode}}`),
  configServiceLinkedRole: noneOf("create", "existing"),
  invocationContent: noneOf("metadata-only", "sampled", "redacted", "full", "profile"),
  invocationSamplePercent: notDays(between(1, 99)),
  invocationSampleDays: notDays(legalBetween(1, 30)),
  invocationAudio: noneOf("leave", "set-by-api"),
  maskedIdentifiers: noneOf("basic", "all", "profile"),
  accountDataProtection: noneOf("none", "basic", "all"),
  auditRetentionDays: notDays(legalBetween(365, 3653)),
  promptRetentionDays: notDays(legalBetween(30, 400)),
  kubernetesRetentionDays: notDays(legalBetween(90, 3653)),
  evidenceRetentionDays: notDays(between(365, 3653)),
  evidenceStorageClasses: brokenList,
  objectLockMode: noneOf("none", "GOVERNANCE", "COMPLIANCE", "profile"),
  objectLockDays: notDays(between(1, 3653)),
  trainingBuckets: brokenList,
  modelBuckets: brokenList,
  artifactBuckets: brokenList,
  bucketLineage: brokenMode,
  lambdaFunctions: fc.oneof(brokenList, fc.constant("[]")),
  cloudWatchCopy: noneOf("all", "management-only"),
  accountSettings: brokenMode,
  regionSettings: brokenMode,
  alternateContacts: brokenMode,
  insights: noneOf("true", "false"),
  trailSubscribers: brokenList,
  organizationId: noneOf("none").filter((text) => !text.startsWith("o-")),
  managementAccountId: noneOf("none").filter((text) => !/^\d{12}$/.test(text)),
  alarmEmails: brokenList,
  alertSubscribers: brokenList,
  eventForwarding: brokenMode,
  eventEndpointSecret: fc.oneof(fc.constant(""), fc.constant("a:b"), fc.string({ minLength: 513 })),
  dashboards: brokenMode,
  auditManager: brokenMode,
  responseAutomation: brokenMode,
  chatChannels: brokenList,
  alertRouting: brokenList,
  trustedAccounts: brokenList,
  eksClusters: brokenList,
  configRecordingFrequency: noneOf("CONTINUOUS", "DAILY", "profile"),
  configExcludedTypes: brokenList,
  configRetentionDays: notDays(between(30, 2557)),
  configRules: fc.oneof(brokenList, fc.constant("[]")),
  protectResources: noneOf("true", "false", "profile"),
  forceDestroy: noneOf("true", "false", "profile"),
  auditorPrincipals: brokenList,
  ingestionPrincipals: brokenList,
  readersExternalId: noneOf("none").filter((text) => !/^[\w+=,.@:/-]{2,}$/.test(text)),
  rolePath: noneOf("/").filter((text) => !/^\/.*\/$/.test(text)),
  permissionsBoundary: noneOf("none").filter((text) => !text.startsWith("arn:")),
  breakGlassPrincipals: brokenList,
};

describe("parseSettings with any input", () => {
  it("never throws, and returns either settings or mistakes", () => {
    fc.assert(
      fc.property(fc.dictionary(key, value), (config) => {
        const result = parseSettings({ ...LEAST, ...config }, PROJECT);
        ok(result.ok || result.mistakes.length > 0);
      }),
    );
  });

  it("reports every unknown key in the project's namespace", () => {
    fc.assert(
      fc.property(
        fc.string().filter((name) => !names.includes(name)),
        value,
        (name, text) => {
          ok(pathsOfMistakes(configWith({ [name]: text })).includes(`${PROJECT}:${name}`));
        },
      ),
    );
  });

  for (const [name, invalid] of Object.entries(INVALID)) {
    it(`reports every invalid value of ${name}`, () => {
      fc.assert(
        fc.property(invalid, (text) => {
          const paths = pathsOfMistakes(configWith({ [name]: text }));
          ok(paths.some((path) => path.startsWith(`${PROJECT}:${name}`)));
        }),
      );
    });
  }

  it("returns every reason of ten to three hundred characters, and refuses every other", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (reason) => {
        const result = parseSettings(configWith({ trail: JSON.stringify({ mode: "off", reason }) }), PROJECT);
        const length = reason.trim().length;
        if (length >= 10 && length <= 300) {
          ok(result.ok);
          deepEqual(result.settings.trail, { mode: "off", reason: reason.trim() });
        } else {
          ok(!result.ok);
          deepEqual(
            result.mistakes.map(({ path }) => path),
            [`${PROJECT}:trail.reason`],
          );
        }
      }),
    );
  });

  it("returns every accepted number of days unchanged", () => {
    fc.assert(
      fc.property(fc.integer({ min: 365, max: 3653 }), (days) => {
        const result = parseSettings(
          configWith({ objectLockMode: "none", evidenceRetentionDays: String(days) }),
          PROJECT,
        );
        ok(result.ok && result.settings.evidenceRetentionDays === days);
      }),
    );
  });
});
