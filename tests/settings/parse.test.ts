import { deepEqual, equal, ok } from "node:assert/strict";
import { parseSettings } from "../../settings/parse";
import { SETTINGS } from "../../settings/schema";
import { LEAST, PROJECT, SECRET_KEYS, configWith, pathsOfMistakes, stackConfig } from "./stack-config";
import { ENDPOINT, REASON, accepted, foreignQueue, forwarded, mode, queue } from "./values";

describe("parseSettings", () => {
  it("gives a minimal stack the standard profile", () => {
    deepEqual(accepted(LEAST), {
      profile: "standard",
      homeRegion: "eu-central-1",
      accountId: "111122223333",
      governedRegions: ["eu-central-1"],
      trail: { mode: "create" },
      recorder: { mode: "create" },
      configAggregator: { mode: "create" },
      configAggregatorAccounts: [],
      invocationLogging: { mode: "create" },
      alerting: { mode: "create" },
      evidenceQueries: { mode: "create" },
      logExport: { mode: "create" },
      loggedResources: [],
      backups: { resources: [], retentionDays: 35, vaultLock: { mode: "GOVERNANCE" } },
      periodicChecks: { mode: "create" },
      configRemediation: { mode: "create" },
      guardrails: { mode: "create" },
      guardrailEnforcement: "leave",
      detection: {
        accessAnalyzer: { mode: "create" },
        guardDuty: { mode: "create" },
        inspector: { mode: "create" },
        macie: { mode: "create" },
        securityHub: { mode: "create" },
      },
      configServiceLinkedRole: "create",
      accountSettings: { mode: "create" },
      regionSettings: { mode: "create" },
      alternateContacts: {},
      invocationContent: "metadata-only",
      invocationSamplePercent: 10,
      invocationSampleDays: 7,
      auditRetentionDays: 400,
      promptRetentionDays: 90,
      kubernetesRetentionDays: 400,
      evidenceRetentionDays: 731,
      evidenceStorageClasses: [],
      objectLockMode: "GOVERNANCE",
      objectLockDays: 400,
      trainingBuckets: [],
      modelBuckets: [],
      artifactBuckets: [],
      bucketLineage: {
        mode: "off",
        reason: "It would replace the notifications and the access logging that the owners of the buckets have set",
      },
      lambdaFunctions: undefined,
      configRules: undefined,
      cloudWatchCopy: "all",
      insights: true,
      trailSubscribers: [],
      organizationId: undefined,
      managementAccountId: undefined,
      invocationAudio: "leave",
      maskedIdentifiers: "basic",
      accountDataProtection: "none",
      alarmEmails: [],
      alertSubscribers: [],
      eventForwarding: { queues: [], endpoint: undefined },
      dashboards: { mode: "create" },
      chatChannels: [],
      auditManager: { mode: "off", reason: "AWS closed Audit Manager to new customers on 2026-04-30" },
      responseAutomation: { mode: "off", reason: "Nobody is named who approves changes" },
      alertRouting: [],
      trustedAccounts: [],
      eksClusters: [],
      configRecordingFrequency: "CONTINUOUS",
      configExcludedTypes: [],
      configRetentionDays: 2557,
      protectResources: true,
      forceDestroy: false,
      auditorPrincipals: [],
      ingestionPrincipals: [],
      readersExternalId: undefined,
      rolePath: "/",
      permissionsBoundary: undefined,
      breakGlassPrincipals: [],
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
    const settings = accepted(
      configWith({
        profile: "sandbox",
        protectResources: "true",
        forceDestroy: "false",
        auditRetentionDays: "2557",
      }),
    );
    equal(settings.protectResources, true);
    equal(settings.forceDestroy, false);
    equal(settings.auditRetentionDays, 2557);
    equal(settings.promptRetentionDays, 30);
  });

  it("reads the production stack as a regulated account in two regions with a cluster", () => {
    const settings = accepted(stackConfig("prod"));
    equal(settings.profile, "regulated");
    equal(settings.accountId, "111122223333");
    deepEqual(settings.governedRegions, ["eu-central-1", "us-east-1"]);
    deepEqual(settings.eksClusters, [{ name: "inference", region: "eu-central-1", logGroup: { mode: "create" } }]);
    deepEqual(settings.trainingBuckets, ["acme-training-data", "acme-fine-tuning"]);
    deepEqual(settings.modelBuckets, ["acme-models"]);
    deepEqual(settings.artifactBuckets, ["acme-artifacts"]);
    deepEqual(settings.bucketLineage, { mode: "create" });
    equal(settings.invocationContent, "redacted");
    equal(settings.objectLockMode, "COMPLIANCE");
    equal(settings.auditRetentionDays, 2557);
    equal(settings.protectResources, true);
    equal(settings.forceDestroy, false);
    deepEqual(settings.breakGlassPrincipals, ["arn:aws:iam::111122223333:role/break-glass"]);
    deepEqual(settings.trailSubscribers, ["arn:aws:sqs:eu-central-1:111122223333:trail-deliveries"]);
  });

  it("takes the white space around a reason off", () => {
    const settings = accepted(configWith({ trail: mode("off", { reason: `  ${REASON}\n` }) }));
    deepEqual(settings.trail, { mode: "off", reason: REASON });
  });

  it("reads the sandbox stack as a sandbox in one region that can be torn down", () => {
    const settings = accepted(stackConfig("sandbox"));
    equal(settings.profile, "sandbox");
    deepEqual(settings.governedRegions, ["eu-central-1"]);
    equal(settings.objectLockMode, "none");
    equal(settings.protectResources, false);
    equal(settings.forceDestroy, true);
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

  it("refuses a secret that the stack does not encrypt, and shows it to nobody", () => {
    const given = { eventForwarding: forwarded({}), eventEndpointSecret: "hidden" };
    const result = parseSettings(configWith(given), PROJECT);
    ok(!result.ok);
    deepEqual(result.mistakes, [
      {
        path: `${PROJECT}:eventEndpointSecret`,
        problem: "is in plain text, which everybody reads who has the stack file",
        got: "[secret]",
        allowed: '"none", or 1 to 512 characters without colons and control characters, encrypted',
        fix: `take a new secret, since this one may be known, and set it by pulumi config set --secret ${PROJECT}:eventEndpointSecret`,
      },
    ]);
    const alone = parseSettings(configWith({ eventEndpointSecret: "hidden" }), PROJECT, SECRET_KEYS);
    ok(!alone.ok && !JSON.stringify(alone.mistakes).includes("hidden"));
  });

  it("gives the endpoint its secret, and tells queues of other accounts", () => {
    const result = parseSettings(
      configWith({
        eventForwarding: forwarded({}, { queues: [{ arn: queue("a") }, { arn: foreignQueue }] }),
        eventEndpointSecret: "hidden",
      }),
      PROJECT,
      SECRET_KEYS,
    );
    ok(result.ok);
    deepEqual(result.settings.eventForwarding, {
      queues: [
        { arn: queue("a"), crossAccount: false },
        { arn: foreignQueue, crossAccount: true },
      ],
      endpoint: { ...ENDPOINT, authorization: { ...ENDPOINT.authorization, secret: "hidden" } },
    });
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
