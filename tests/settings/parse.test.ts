import { deepEqual, equal, ok } from "node:assert/strict";
import { type AccountSettings, parseSettings } from "../../settings/parse";
import { SETTINGS, type SettingName } from "../../settings/schema";
import { LEAST, PROJECT, SECRET_KEYS, configWith, pathsOfMistakes, stackConfig } from "./stack-config";

function accepted(config: Readonly<Record<string, string>>): AccountSettings {
  const result = parseSettings(config, PROJECT);
  ok(result.ok, result.ok ? "" : JSON.stringify(result.mistakes, undefined, 1));
  return result.settings;
}

const cluster = '[{"name":"inference"}]';
const arn = (name: string) => `arn:aws:lambda:eu-central-1:111122223333:function:${name}`;
const queue = (name: string, region = "eu-central-1") => `arn:aws:sqs:${region}:111122223333:${name}`;
const topic = (region: string, name = "alerts") => `arn:aws:sns:${region}:111122223333:${name}`;
const guardrail = (region: string) => `arn:aws:bedrock:${region}:111122223333:guardrail/a1b2c3d4e5f6`;
const logged = (service: string, resource: string, region = "eu-central-1", account = "111122223333") =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
const BACKED_UP = { resources: [{ arn: "arn:aws:s3:::acme-training-data" }] };
const principal = (name: string) => `arn:aws:iam::111122223333:${name}`;
const mode = (name: string, others: object = {}) => JSON.stringify({ mode: name, ...others });
const REASON = "The organization keeps it";
const CONTACT = {
  name: "Security on call",
  title: "Security",
  emailAddress: "security@example.com",
  phoneNumber: "+49 30 1234567",
};
const TRAIL = "arn:aws:cloudtrail:eu-central-1:444455556666:trail/organization";
const BUCKET = "arn:aws:s3:::archive";
const KEY = "arn:aws:kms:eu-central-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const move = (days: unknown, storageClass: string) => ({ days, storageClass });
const list = (...items: readonly unknown[]) => JSON.stringify(items);

/** Both sides of every boundary. `place` is the position of the mistake in the value. */
interface Cases {
  readonly good: readonly string[];
  readonly bad: readonly (string | { readonly value: string; readonly place: string })[];
  /** Settings without which this one has no effect. */
  readonly beside?: Readonly<Record<string, string>>;
}

/** What GuardDuty is told, as the setting holds it. */
function detection(guardDuty: string): string {
  return `{"guardDuty":${guardDuty}}`;
}

const ENDPOINT = { url: "https://ingest.example.com/v1", authorization: { type: "apiKey", header: "x-api-key" } };
const foreignQueue = "arn:aws:sqs:us-east-1:444455556666:a";
const OAUTH = { type: "oauth", clientId: "baseline", tokenUrl: "https://id.example.com/token" };
const forwarded = (endpoint: object, others: object = {}) =>
  JSON.stringify({ endpoint: { ...ENDPOINT, ...endpoint }, ...others });

const AUDIT = {
  frameworkId: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
  ownerArn: "arn:aws:iam::111122223333:role/audit-owner",
  reportsBucket: "acme-audit-reports",
};
const SLACK = { name: "oncall", app: "slack", workspaceId: "T0123ABCD", channelId: "C0123ABCD" };
const TEAMS = {
  name: "governance",
  app: "teams",
  tenantId: "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
  teamId: "f9e8d7c6-b5a4-9382-7160-5f4e3d2c1b0a",
  channelId: "19%3Aabc123%40thread.tacv2",
};
const BUCKETS_BY_KIND: Cases = {
  good: [
    "[]",
    list("abc"),
    list("a".repeat(63)),
    list("acme-training", "acme.fine.tuning"),
    list("arn:aws:s3express:us-east-1:111122223333:bucket/acme--use1-az4--x-s3"),
  ],
  bad: [
    "acme-training",
    { value: list("ab"), place: "[0]" },
    { value: list("a".repeat(64)), place: "[0]" },
    { value: list("acme", "Acme-Training"), place: "[1]" },
    { value: list("arn:aws:s3:::acme"), place: "[0]" },
    { value: list("acme--use1-az4--x-s3"), place: "[0]" },
    { value: list("acme..training"), place: "[0]" },
    { value: list("-acme"), place: "[0]" },
    { value: list("acme", "acme"), place: "[1]" },
  ],
};

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
  additionalRegions: {
    good: ["[]", '["eu-north-2"]', '["eu-north-2","eu-central-1"]'],
    bad: ["eu-north-2", { value: '["Oslo"]', place: "[0]" }, { value: '["eu-north-2","eu-north-2"]', place: "[1]" }],
  },
  trail: {
    good: [
      mode("create"),
      mode("create", { key: KEY }),
      mode("create", { bucket: BUCKET, key: KEY }),
      mode("existing", { arn: TRAIL }),
      mode("off", { reason: "a".repeat(10) }),
      mode("off", { reason: ` ${"a".repeat(300)} ` }),
    ],
    bad: [
      "",
      "create",
      { value: "{}", place: ".mode" },
      { value: mode("adopt"), place: ".mode" },
      { value: mode("off"), place: ".reason" },
      { value: mode("off", { reason: "" }), place: ".reason" },
      { value: mode("off", { reason: "a".repeat(9) }), place: ".reason" },
      { value: mode("off", { reason: " ".repeat(10) }), place: ".reason" },
      { value: mode("off", { reason: "a".repeat(301) }), place: ".reason" },
      mode("off", { reason: REASON, arn: TRAIL }),
      { value: mode("existing"), place: ".arn" },
      { value: mode("existing", { arn: "organization" }), place: ".arn" },
      { value: mode("existing", { arn: `${TRAIL}/x` }), place: ".arn" },
      mode("existing", { arn: TRAIL, key: KEY }),
      { value: mode("create", { bucket: "archive", key: KEY }), place: ".bucket" },
      { value: mode("create", { bucket: `${BUCKET}/prefix`, key: KEY }), place: ".bucket" },
      { value: mode("create", { bucket: BUCKET, key: "alias/archive" }), place: ".key" },
      { value: mode("create", { bucket: BUCKET }), place: ".key" },
      mode("create", { regions: {} }),
    ],
  },
  recorder: {
    good: [
      mode("create"),
      mode("create", { bucket: BUCKET, key: KEY }),
      mode("existing", { name: "default" }),
      mode("existing", { name: "a".repeat(256), regions: { "eu-central-1": { mode: "create" } } }),
      mode("off", { reason: REASON, regions: { "eu-central-1": { mode: "off", reason: REASON } } }),
      mode("create", { regions: {} }),
    ],
    bad: [
      "",
      "[]",
      { value: mode("existing"), place: ".name" },
      { value: mode("existing", { name: "" }), place: ".name" },
      { value: mode("existing", { name: "a".repeat(257) }), place: ".name" },
      { value: mode("existing", { name: "two words" }), place: ".name" },
      { value: mode("off"), place: ".reason" },
      { value: mode("create", { bucket: BUCKET }), place: ".key" },
      { value: mode("create", { regions: [] }), place: ".regions" },
      { value: mode("create", { regions: { "eu-central-1": "off" } }), place: ".regions.eu-central-1" },
      {
        value: mode("create", { regions: { "eu-central-1": { mode: "off" } } }),
        place: ".regions.eu-central-1.reason",
      },
      {
        value: mode("create", { regions: { "eu-central-1": { mode: "create", regions: {} } } }),
        place: ".regions.eu-central-1",
      },
      {
        value: mode("create", { regions: { "eu-central-1": { mode: "create", bucket: BUCKET } } }),
        place: ".regions.eu-central-1.key",
      },
      { value: mode("create", { regions: { "us-east-1": { mode: "create" } } }), place: ".regions.us-east-1" },
    ],
  },
  invocationLogging: {
    good: [
      mode("create"),
      mode("create", { bucket: "archive" }),
      mode("create", { bucket: "archive", key: KEY }),
      mode("existing", { regions: { "eu-central-1": { mode: "create", bucket: "abc" } } }),
      mode("off", { reason: REASON, regions: { "eu-central-1": { mode: "create" } } }),
    ],
    bad: [
      "",
      { value: mode("create", { bucket: BUCKET }), place: ".bucket" },
      { value: mode("create", { bucket: "ab" }), place: ".bucket" },
      { value: mode("create", { key: "alias/archive" }), place: ".key" },
      mode("existing", { name: "default" }),
      { value: mode("create", { regions: { "us-east-1": { mode: "existing" } } }), place: ".regions.us-east-1" },
    ],
    // The only content that is kept in a bucket.
    beside: { invocationContent: "full" },
  },
  detection: {
    good: [
      "{}",
      detection(mode("create")),
      detection(mode("create", { features: [], regions: {} })),
      detection(
        mode("create", { features: ["S3_DATA_EVENTS", "RUNTIME_MONITORING"], agents: ["EC2_AGENT_MANAGEMENT"] }),
      ),
      detection(mode("create", { agents: [] })),
      detection(mode("existing", { regions: { "eu-central-1": { mode: "create", features: ["AI_PROTECTION"] } } })),
      detection(mode("off", { reason: REASON })),
      `{"inspector":${mode("create", { resourceTypes: ["LAMBDA", "LAMBDA_CODE"] })}}`,
      `{"macie":${mode("create", { samplingPercentage: 1 })}}`,
      `{"macie":${mode("create", { samplingPercentage: 100 })}}`,
      `{"macie":${mode("existing")}}`,
      `{"securityHub":${mode("create", { standards: ["pci-dss"] })}}`,
      `{"accessAnalyzer":${mode("create", { unusedAccessDays: 1 })}}`,
      `{"accessAnalyzer":${mode("create", { unusedAccessDays: 365 })},"guardDuty":${mode("create")}}`,
      `{"accessAnalyzer":${mode("existing")}}`,
    ],
    bad: [
      {
        value: `{"accessAnalyzer":${mode("create", { unusedAccessDays: 0 })}}`,
        place: ".accessAnalyzer.unusedAccessDays",
      },
      {
        value: `{"accessAnalyzer":${mode("create", { unusedAccessDays: 366 })}}`,
        place: ".accessAnalyzer.unusedAccessDays",
      },
      {
        value: `{"accessAnalyzer":${mode("create", { unusedAccessDays: 1.5 })}}`,
        place: ".accessAnalyzer.unusedAccessDays",
      },
      "",
      "[]",
      '{"guardduty":{"mode":"create"}}',
      { value: `{"inspector":${mode("create", { resourceTypes: [] })}}`, place: ".inspector.resourceTypes" },
      { value: `{"inspector":${mode("create", { resourceTypes: ["EKS"] })}}`, place: ".inspector.resourceTypes[0]" },
      {
        value: `{"inspector":${mode("create", { resourceTypes: ["LAMBDA_CODE"] })}}`,
        place: ".inspector.resourceTypes",
      },
      { value: `{"macie":${mode("create", { samplingPercentage: 0 })}}`, place: ".macie.samplingPercentage" },
      { value: `{"macie":${mode("create", { samplingPercentage: 101 })}}`, place: ".macie.samplingPercentage" },
      { value: `{"macie":${mode("create", { samplingPercentage: 1.5 })}}`, place: ".macie.samplingPercentage" },
      { value: `{"macie":${mode("create", { buckets: [] })}}`, place: ".macie.buckets" },
      { value: `{"macie":${mode("create", { buckets: ["A"] })}}`, place: ".macie.buckets[0]" },
      { value: `{"securityHub":${mode("create", { standards: [] })}}`, place: ".securityHub.standards" },
      { value: `{"securityHub":${mode("create", { standards: ["cis"] })}}`, place: ".securityHub.standards[0]" },
      { value: detection("null"), place: ".guardDuty" },
      { value: detection(mode("off")), place: ".guardDuty.reason" },
      { value: detection(mode("existing", { features: [] })), place: ".guardDuty" },
      { value: detection(mode("create", { features: "all" })), place: ".guardDuty.features" },
      { value: detection(mode("create", { features: ["FLOW_LOGS"] })), place: ".guardDuty.features[0]" },
      {
        value: detection(mode("create", { features: ["S3_DATA_EVENTS", "S3_DATA_EVENTS"] })),
        place: ".guardDuty.features[1]",
      },
      { value: detection(mode("create", { agents: ["EKS"] })), place: ".guardDuty.agents[0]" },
      {
        value: detection(mode("create", { regions: { "us-east-1": { mode: "existing" } } })),
        place: ".guardDuty.regions.us-east-1",
      },
    ],
  },
  configServiceLinkedRole: { good: ["create", "existing"], bad: ["", "Create", "off", "true"] },
  invocationContent: {
    good: ["metadata-only", "sampled", "redacted", "full", "profile"],
    bad: ["", "off", "Full", "metadata", "none", "false"],
  },
  invocationSamplePercent: {
    good: ["1", "50", "99", "profile"],
    bad: ["0", "100", "-1", "1.5", "10%", "", "all"],
    beside: { invocationContent: "sampled" },
  },
  invocationSampleDays: {
    good: ["1", "3", "5", "7", "14", "30", "profile"],
    bad: ["0", "2", "31", "60", "-1", "", "never"],
    beside: { invocationContent: "sampled" },
  },
  invocationAudio: { good: ["leave", "set-by-api"], bad: ["", "on", "true", "Leave"] },
  maskedIdentifiers: {
    good: ["basic", "all", "profile"],
    bad: ["", "none", "All", "EmailAddress", "[]"],
    beside: { invocationContent: "redacted" },
  },
  accountDataProtection: { good: ["none", "basic", "all"], bad: ["", "profile", "off", "All", "EmailAddress", "[]"] },
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
  evidenceStorageClasses: {
    good: [
      "[]",
      list(move(30, "STANDARD_IA")),
      list(move(730, "DEEP_ARCHIVE")),
      list(move(0, "GLACIER_IR"), move(90, "GLACIER"), move(180, "DEEP_ARCHIVE")),
    ],
    bad: [
      "GLACIER",
      { value: list("GLACIER"), place: "[0]" },
      { value: list({ storageClass: "GLACIER" }), place: "[0].days" },
      { value: list(move("90", "GLACIER")), place: "[0].days" },
      { value: list(move(90.5, "GLACIER")), place: "[0].days" },
      { value: list(move(-1, "GLACIER")), place: "[0].days" },
      { value: list(move(90, "ONEZONE_IA")), place: "[0].storageClass" },
      { value: list({ ...move(90, "GLACIER"), date: "2027-01-01" }), place: "[0]" },
      { value: list(move(29, "STANDARD_IA")), place: "[0]" },
      { value: list(move(731, "GLACIER")), place: "[0]" },
      { value: list(move(30, "GLACIER"), move(200, "GLACIER_IR")), place: "[1]" },
      { value: list(move(30, "STANDARD_IA"), move(59, "GLACIER")), place: "[1]" },
    ],
  },
  objectLockMode: { good: ["none", "GOVERNANCE", "COMPLIANCE", "profile"], bad: ["", "governance", "NONE", "false"] },
  objectLockDays: {
    good: ["1", "731", "3653", "profile"],
    bad: ["0", "-1", "3654", "1.5", ""],
    beside: { evidenceRetentionDays: "3653" },
  },
  trainingBuckets: BUCKETS_BY_KIND,
  modelBuckets: BUCKETS_BY_KIND,
  artifactBuckets: BUCKETS_BY_KIND,
  bucketLineage: {
    good: [
      mode("create"),
      mode("off", { reason: REASON }),
      mode("create", { buckets: ["abc"] }),
      mode("create", { regions: { "eu-central-1": { mode: "off", reason: REASON } } }),
      mode("off", { reason: REASON, regions: { "eu-central-1": { mode: "create", buckets: ["abc"] } } }),
    ],
    bad: [
      "on",
      { value: mode("off"), place: ".reason" },
      { value: mode("existing"), place: ".mode" },
      { value: mode("create", { buckets: [] }), place: ".buckets" },
      { value: mode("create", { buckets: ["A"] }), place: ".buckets[0]" },
      { value: mode("create", { buckets: ["abc", "abc"] }), place: ".buckets[1]" },
      { value: mode("create", { regions: { "us-west-2": { mode: "create" } } }), place: ".regions.us-west-2" },
    ],
    beside: { trainingBuckets: list("abc") },
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
  alerting: {
    good: [
      mode("create"),
      mode("existing", { arn: topic("eu-central-1", "a".repeat(256)) }),
      mode("off", { reason: REASON, regions: { "eu-central-1": { mode: "create" } } }),
    ],
    bad: [
      "",
      { value: mode("existing"), place: ".arn" },
      { value: mode("existing", { arn: topic("us-east-1") }), place: ".arn" },
      { value: mode("existing", { arn: topic("eu-central-1", "alerts.fifo") }), place: ".arn" },
      { value: mode("existing", { arn: topic("eu-central-1", "a".repeat(257)) }), place: ".arn" },
      { value: mode("off"), place: ".reason" },
      mode("create", { arn: topic("eu-central-1") }),
      {
        value: mode("create", { regions: { "eu-central-1": { mode: "existing", arn: topic("us-east-1") } } }),
        place: ".regions.eu-central-1.arn",
      },
      { value: mode("create", { regions: { "us-east-1": { mode: "create" } } }), place: ".regions.us-east-1" },
    ],
  },
  evidenceQueries: {
    good: [mode("create"), mode("off", { reason: REASON, regions: { "eu-central-1": { mode: "create" } } })],
    bad: [
      "",
      { value: mode("existing"), place: ".mode" },
      { value: mode("off"), place: ".reason" },
      mode("create", { bucket: BUCKET }),
      { value: mode("create", { regions: { "us-east-1": { mode: "create" } } }), place: ".regions.us-east-1" },
    ],
  },
  periodicChecks: {
    good: [mode("create"), mode("off", { reason: REASON, regions: { "eu-central-1": { mode: "create" } } })],
    bad: [
      "",
      { value: mode("existing"), place: ".mode" },
      { value: mode("off"), place: ".reason" },
      mode("create", { key: KEY }),
      { value: mode("create", { regions: { "us-east-1": { mode: "create" } } }), place: ".regions.us-east-1" },
    ],
  },
  configRemediation: {
    good: [
      mode("create"),
      mode("create", { start: "manual" }),
      mode("create", { regions: { "eu-central-1": { mode: "create", start: "automatic" } } }),
      mode("off", { reason: REASON, regions: { "eu-central-1": { mode: "create" } } }),
    ],
    bad: [
      "",
      { value: mode("existing"), place: ".mode" },
      { value: mode("automatic"), place: ".mode" },
      { value: mode("off"), place: ".reason" },
      mode("off", { reason: REASON, start: "manual" }),
      { value: mode("create", { start: "person" }), place: ".start" },
      { value: mode("create", { regions: { "us-east-1": { mode: "create" } } }), place: ".regions.us-east-1" },
    ],
  },
  logExport: {
    good: [mode("create"), mode("off", { reason: REASON, regions: { "eu-central-1": { mode: "create" } } })],
    bad: [
      "",
      { value: mode("existing"), place: ".mode" },
      { value: mode("off"), place: ".reason" },
      mode("create", { bucket: BUCKET }),
      { value: mode("create", { regions: { "us-east-1": { mode: "create" } } }), place: ".regions.us-east-1" },
    ],
  },
  loggedResources: {
    good: [
      "[]",
      list(logged("bedrock", "knowledge-base/ABCDEFGHIJ"), logged("bedrock", "agent-alias/ABCDEFGHIJ/KLMNOPQRST")),
      list(
        ...["runtime", "gateway", "memory", "browser-custom", "code-interpreter-custom"].map((kind) =>
          logged("bedrock-agentcore", `${kind}/tools-a1b2c3d4e5`),
        ),
      ),
      list(logged("sagemaker", "endpoint/claims-triage")),
    ],
    bad: [
      logged("bedrock", "knowledge-base/ABCDEFGHIJ"),
      { value: list(logged("bedrock", "guardrail/a1b2c3d4e5f6")), place: "[0]" },
      { value: list(logged("sagemaker", "endpoint/claims--")), place: "[0]" },
      { value: list(logged("sagemaker", "endpoint-config/claims-triage")), place: "[0]" },
      { value: list(logged("bedrock", "runtime/tools-a1b2c3d4e5")), place: "[0]" },
      { value: list("knowledge-base/ABCDEFGHIJ"), place: "[0]" },
      {
        value: list(logged("bedrock", "knowledge-base/ABCDEFGHIJ"), logged("bedrock", "knowledge-base/ABCDEFGHIJ")),
        place: "[1]",
      },
    ],
  },
  backups: {
    good: [
      '{"resources":[]}',
      JSON.stringify({
        resources: [
          { arn: "arn:aws:s3:::acme-training-data" },
          { arn: "arn:aws:s3:::acme-fine-tuning", region: "eu-central-1" },
          { arn: logged("dynamodb", "table/sessions") },
          { arn: logged("ec2", "volume/vol-0123456789abcdef0") },
          { arn: logged("elasticfilesystem", "file-system/fs-0123456789abcdef0") },
          { arn: logged("fsx", "file-system/fs-0123456789abcdef0") },
          { arn: logged("rds", "db:features") },
        ],
        retentionDays: 1,
        vaultLock: { mode: "COMPLIANCE", changeableForDays: 3 },
      }),
      JSON.stringify({ ...BACKED_UP, retentionDays: 36_500, vaultLock: { mode: "GOVERNANCE" } }),
    ],
    bad: [
      "[]",
      { value: "{}", place: ".resources" },
      {
        value: JSON.stringify({ resources: [{ arn: logged("rds", "cluster:features") }] }),
        place: ".resources[0].arn",
      },
      { value: JSON.stringify({ resources: [{ arn: "acme-training-data" }] }), place: ".resources[0].arn" },
      {
        value: JSON.stringify({ resources: [{ arn: "arn:aws:s3:::acme--euc1-az1--x-s3" }] }),
        place: ".resources[0].arn",
      },
      {
        value: JSON.stringify({ resources: [{ arn: logged("rds", "db:features"), region: "eu-central-1" }] }),
        place: ".resources[0].region",
      },
      {
        value: JSON.stringify({ resources: [...BACKED_UP.resources, ...BACKED_UP.resources] }),
        place: ".resources[1]",
      },
      { value: JSON.stringify({ resources: [], retentionDays: 35 }), place: ".resources" },
      { value: JSON.stringify({ ...BACKED_UP, retentionDays: 0 }), place: ".retentionDays" },
      { value: JSON.stringify({ ...BACKED_UP, vaultLock: { mode: "none" } }), place: ".vaultLock.mode" },
      {
        value: JSON.stringify({ ...BACKED_UP, vaultLock: { mode: "COMPLIANCE" } }),
        place: ".vaultLock.changeableForDays",
      },
      {
        value: JSON.stringify({ ...BACKED_UP, vaultLock: { mode: "COMPLIANCE", changeableForDays: 2 } }),
        place: ".vaultLock.changeableForDays",
      },
    ],
  },
  guardrails: {
    good: [
      mode("create"),
      mode("existing", { arn: guardrail("eu-central-1") }),
      mode("off", { reason: REASON, regions: { "eu-central-1": { mode: "create" } } }),
    ],
    bad: [
      "",
      { value: mode("existing"), place: ".arn" },
      { value: mode("existing", { arn: guardrail("us-east-1") }), place: ".arn" },
      { value: mode("existing", { arn: `${guardrail("eu-central-1")}:1` }), place: ".arn" },
      { value: mode("off"), place: ".reason" },
      mode("create", { arn: guardrail("eu-central-1") }),
      { value: mode("create", { regions: { "us-east-1": { mode: "create" } } }), place: ".regions.us-east-1" },
    ],
  },
  guardrailEnforcement: { good: ["leave", "set-by-api"], bad: ["", "enforce", "Leave", "true"] },
  cloudWatchCopy: { good: ["all", "management-only"], bad: ["", "All", "none", "management"] },
  accountSettings: {
    good: [
      mode("create"),
      mode("create", { without: {} }),
      mode("create", { without: { publicAccessBlock: REASON } }),
      mode("create", { without: { passwordPolicy: REASON } }),
      mode("off", { reason: REASON }),
    ],
    bad: [
      "",
      { value: mode("existing"), place: ".mode" },
      { value: mode("off"), place: ".reason" },
      mode("create", { reason: REASON }),
      mode("create", { regions: {} }),
      { value: mode("create", { without: ["passwordPolicy"] }), place: ".without" },
      { value: mode("create", { without: { volumeEncryption: REASON } }), place: ".without" },
      { value: mode("create", { without: { passwordPolicy: "" } }), place: ".without.passwordPolicy" },
      {
        value: mode("create", { without: { passwordPolicy: REASON, publicAccessBlock: REASON } }),
        place: ".without",
      },
    ],
  },
  regionSettings: {
    good: [
      mode("create"),
      mode("create", { without: { volumeEncryption: REASON, instanceMetadata: REASON, imageSharingBlock: REASON } }),
      mode("off", { reason: REASON, regions: { "eu-central-1": { mode: "create" } } }),
      mode("create", { regions: { "eu-central-1": { mode: "create", without: { snapshotSharingBlock: REASON } } } }),
      mode("create", { regions: { "eu-central-1": { mode: "off", reason: REASON } } }),
    ],
    bad: [
      "",
      { value: mode("existing"), place: ".mode" },
      { value: mode("off"), place: ".reason" },
      { value: mode("create", { without: { passwordPolicy: REASON } }), place: ".without" },
      {
        value: mode("create", {
          without: {
            volumeEncryption: REASON,
            instanceMetadata: REASON,
            snapshotSharingBlock: REASON,
            imageSharingBlock: REASON,
          },
        }),
        place: ".without",
      },
      {
        value: mode("create", { regions: { "eu-central-1": { mode: "existing" } } }),
        place: ".regions.eu-central-1.mode",
      },
      {
        value: mode("create", { regions: { "eu-central-1": { mode: "create", without: { volumeEncryption: "no" } } } }),
        place: ".regions.eu-central-1.without.volumeEncryption",
      },
      { value: mode("create", { regions: { "us-east-1": { mode: "create" } } }), place: ".regions.us-east-1" },
    ],
  },
  alternateContacts: {
    good: [
      "{}",
      JSON.stringify({ security: CONTACT }),
      JSON.stringify({ security: CONTACT, operations: CONTACT, billing: { ...CONTACT, name: "n".repeat(64) } }),
    ],
    bad: [
      "",
      "[]",
      JSON.stringify({ support: CONTACT }),
      { value: JSON.stringify({ security: "security@example.com" }), place: ".security" },
      { value: JSON.stringify({ security: { ...CONTACT, fax: "1" } }), place: ".security" },
      { value: JSON.stringify({ security: { ...CONTACT, name: "n".repeat(65) } }), place: ".security.name" },
      { value: JSON.stringify({ security: { ...CONTACT, title: "" } }), place: ".security.title" },
      { value: JSON.stringify({ billing: { ...CONTACT, emailAddress: "a@b" } }), place: ".billing.emailAddress" },
      { value: JSON.stringify({ billing: { ...CONTACT, phoneNumber: "call me" } }), place: ".billing.phoneNumber" },
    ],
  },
  insights: { good: ["true", "false"], bad: ["", "yes", "True", "1", "profile"] },
  trailSubscribers: {
    good: ["[]", list(queue("a"), arn("f")), list(queue("a".repeat(80)), arn("a".repeat(64)))],
    bad: [
      queue("a"),
      { value: list(queue("")), place: "[0]" },
      { value: list(queue("a".repeat(81))), place: "[0]" },
      { value: list(arn("f"), arn("a".repeat(65))), place: "[1]" },
      { value: list(`${arn("f")}:1`), place: "[0]" },
      { value: list("arn:aws:sns:eu-central-1:111122223333:deliveries"), place: "[0]" },
      { value: list(queue("a"), queue("a")), place: "[1]" },
    ],
  },
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
  eventForwarding: {
    beside: { eventEndpointSecret: "s3cret" },
    good: [
      forwarded({}),
      forwarded({ method: "PUT", invocationsPerSecond: 300, url: `https://a.example.com/${"a".repeat(2026)}` }),
      forwarded({ url: "https://a.example.com:8443/b/%20c" }),
      forwarded({ authorization: { type: "basic", username: "baseline" } }),
      forwarded({ authorization: OAUTH }),
      forwarded({ authorization: { ...OAUTH, tokenMethod: "PUT", tokenParameters: { scope: "events" } } }),
      forwarded({}, { queues: [{ arn: queue("a") }, { arn: queue("a", "us-east-1") }] }),
      forwarded({}, { queues: [{ arn: "arn:aws:sqs:eu-central-1:444455556666:a", keyArn: KEY }] }),
    ],
    bad: [
      "",
      "[]",
      forwarded({}, { topic: "a" }),
      { value: forwarded({}, { queues: [] }), place: ".queues" },
      { value: forwarded({}, { queues: [queue("a")] }), place: ".queues[0]" },
      { value: forwarded({}, { queues: [{ arn: queue("a.fifo") }] }), place: ".queues[0].arn" },
      { value: forwarded({}, { queues: [{ arn: queue("a", "eu-west-1") }] }), place: ".queues[0]" },
      { value: forwarded({}, { queues: [{ arn: queue("a") }, { arn: queue("b") }] }), place: ".queues[1]" },
      { value: forwarded({}, { queues: [{ arn: queue("a"), keyArn: "alias/a" }] }), place: ".queues[0].keyArn" },
      { value: forwarded({}, { queues: [{ arn: queue("a"), keyArn: KEY }] }), place: ".queues[0].keyArn" },
      { value: forwarded({ url: "http://ingest.example.com" }), place: ".endpoint.url" },
      { value: forwarded({ url: "https://user:pass@ingest.example.com" }), place: ".endpoint.url" },
      { value: forwarded({ url: "https://ingest.example.com/?key=secret" }), place: ".endpoint.url" },
      { value: forwarded({ url: "https://10.0.0.1/events" }), place: ".endpoint.url" },
      { value: forwarded({ url: `https://a.example.com/${"a".repeat(2027)}` }), place: ".endpoint.url" },
      { value: forwarded({ method: "GET" }), place: ".endpoint.method" },
      { value: forwarded({ invocationsPerSecond: 0 }), place: ".endpoint.invocationsPerSecond" },
      { value: forwarded({ invocationsPerSecond: 301 }), place: ".endpoint.invocationsPerSecond" },
      { value: forwarded({ secret: "s3cret" }), place: ".endpoint" },
      { value: forwarded({ authorization: { type: "none" } }), place: ".endpoint.authorization.type" },
      {
        value: forwarded({ authorization: { type: "apiKey", header: "x key" } }),
        place: ".endpoint.authorization.header",
      },
      {
        value: forwarded({ authorization: { type: "basic", username: "a:b" } }),
        place: ".endpoint.authorization.username",
      },
      {
        value: forwarded({ authorization: { ...OAUTH, tokenUrl: "http://id.example.com" } }),
        place: ".endpoint.authorization.tokenUrl",
      },
      {
        value: forwarded({ authorization: { ...OAUTH, tokenMethod: "PATCH" } }),
        place: ".endpoint.authorization.tokenMethod",
      },
    ],
  },
  eventEndpointSecret: {
    beside: { eventForwarding: forwarded({}) },
    good: ["s", "s".repeat(512), "[secret]", "with space"],
    bad: ["", "a:b", "s".repeat(513), "a\nb"],
  },
  alertSubscribers: {
    good: [
      "[]",
      list(queue("a"), arn("f"), "https://alerts.example.com/hook?team=ai"),
      list(`https://${"a".repeat(500)}`),
    ],
    bad: [
      queue("a"),
      { value: list("http://alerts.example.com"), place: "[0]" },
      { value: list("https://user:secret@alerts.example.com"), place: "[0]" },
      { value: list(`https://${"a".repeat(501)}`), place: "[0]" },
      { value: list(queue("a"), "ai-security@example.com"), place: "[1]" },
      { value: list(topic("eu-central-1")), place: "[0]" },
      { value: list(queue("a"), queue("a")), place: "[1]" },
    ],
  },
  dashboards: {
    good: [mode("create"), mode("off", { reason: REASON })],
    bad: [
      "create",
      { value: mode("existing"), place: ".mode" },
      { value: mode("off"), place: ".reason" },
      mode("create", { name: "models" }),
    ],
  },
  auditManager: {
    good: [mode("off", { reason: REASON }), mode("create", AUDIT)],
    bad: [
      "create",
      { value: mode("existing"), place: ".mode" },
      { value: mode("off"), place: ".reason" },
      { value: mode("create", { ...AUDIT, frameworkId: "generative-ai" }), place: ".frameworkId" },
      { value: mode("create", { ...AUDIT, ownerArn: "audit-owner" }), place: ".ownerArn" },
      { value: mode("create", { ...AUDIT, reportsBucket: "s3://acme" }), place: ".reportsBucket" },
      mode("create", { ...AUDIT, regions: {} }),
    ],
  },
  chatChannels: {
    good: [list(), list(SLACK), list(SLACK, TEAMS), list({ ...SLACK, name: "a".repeat(60) })],
    bad: [
      "oncall",
      { value: list("oncall"), place: "[0]" },
      { value: list({ ...SLACK, app: "irc" }), place: "[0].app" },
      { value: list({ ...SLACK, channelId: undefined }), place: "[0].channelId" },
      { value: list({ ...SLACK, tenantId: TEAMS.tenantId }), place: "[0]" },
      { value: list({ ...SLACK, name: "a".repeat(61) }), place: "[0].name" },
      { value: list({ ...SLACK, workspaceId: "C0123ABCD" }), place: "[0].workspaceId" },
      { value: list({ ...TEAMS, channelId: "19:abc@thread.tacv2" }), place: "[0].channelId" },
      { value: list({ ...TEAMS, teamId: "team" }), place: "[0].teamId" },
      { value: list(SLACK, { ...TEAMS, name: "OnCall" }), place: "[1]" },
    ],
  },
  alertRouting: {
    good: ["[]"],
    bad: [
      "page",
      { value: list("oncall@example.com"), place: "[0]" },
      { value: list({ subscriber: "oncall@example.com" }), place: "[0].severities" },
      { value: list({ subscriber: "oncall@example.com", severities: [] }), place: "[0].severities" },
      { value: list({ subscriber: "oncall@example.com", severities: ["high"] }), place: "[0].severities[0]" },
      { value: list({ subscriber: "oncall@example.com", severities: ["page", "page"] }), place: "[0].severities[1]" },
      { value: list({ subscriber: 1, severities: ["page"] }), place: "[0].subscriber" },
      { value: list({ subscriber: "oncall@example.com", severities: ["page"], extra: 1 }), place: "[0]" },
      {
        value: list(
          { subscriber: "oncall@example.com", severities: ["page"] },
          { subscriber: "OnCall@example.com", severities: ["mail"] },
        ),
        place: "[1]",
      },
    ],
  },
  trustedAccounts: {
    good: ["[]", list("444455556666", "012345678901")],
    bad: [
      "444455556666",
      { value: list("44445555666"), place: "[0]" },
      { value: list("4444-5555-6666"), place: "[0]" },
      { value: list("444455556666", "444455556666"), place: "[1]" },
    ],
  },
  configAggregator: {
    good: [
      mode("create"),
      mode("create", { accounts: "own" }),
      mode("create", { accounts: "organization" }),
      mode("existing", { name: "whole" }),
      mode("existing", { name: "a".repeat(256) }),
      mode("off", { reason: REASON }),
    ],
    bad: [
      "",
      { value: mode("create", { accounts: "all" }), place: ".accounts" },
      { value: mode("existing"), place: ".name" },
      { value: mode("existing", { name: "" }), place: ".name" },
      { value: mode("existing", { name: "a".repeat(257) }), place: ".name" },
      { value: mode("existing", { name: "two words" }), place: ".name" },
      { value: mode("off"), place: ".reason" },
      mode("existing", { name: "whole", accounts: "own" }),
    ],
  },
  configAggregatorAccounts: {
    good: [
      "[]",
      list({ account: "444455556666" }),
      list({ account: "444455556666" }, { account: "444455556666", region: "us-east-1" }),
    ],
    bad: [
      "444455556666",
      { value: list("444455556666"), place: "[0]" },
      { value: list({ account: 444455556666 }), place: "[0].account" },
      { value: list({ account: "44445555666" }), place: "[0].account" },
      { value: list({ region: "us-east-1" }), place: "[0].account" },
      { value: list({ account: "444455556666", region: "Frankfurt" }), place: "[0].region" },
      { value: list({ account: "444455556666", region: "eu-middle-1" }), place: "[0].region" },
      { value: list({ account: "444455556666", name: "audit" }), place: "[0]" },
      { value: list({ account: "444455556666" }, { account: "444455556666" }), place: "[1]" },
      { value: list({ account: "444455556666" }, { account: "444455556666", region: "eu-central-1" }), place: "[1]" },
      { value: list({ account: "111122223333" }), place: "[0]" },
    ],
  },
  eksClusters: {
    good: [
      "[]",
      cluster,
      list({ name: "a" }, { name: "b", region: "eu-central-1" }),
      list({ name: "a".repeat(100) }),
      list({ name: "a", logGroup: { mode: "create" } }, { name: "b", logGroup: { mode: "existing" } }),
      list({ name: "a", logGroup: { mode: "off", reason: REASON } }),
    ],
    bad: [
      "inference",
      { value: list("inference"), place: "[0]" },
      { value: list({}), place: "[0].name" },
      { value: list({ name: "" }), place: "[0].name" },
      { value: list({ name: "a".repeat(101) }), place: "[0].name" },
      { value: list({ name: "a", version: "1.30" }), place: "[0]" },
      { value: list({ name: "a", region: "Frankfurt" }), place: "[0].region" },
      { value: list({ name: "a", region: "us-east-1" }), place: "[0].region" },
      { value: list({ name: "a", logGroup: "existing" }), place: "[0].logGroup" },
      { value: list({ name: "a", logGroup: { mode: "existing", name: "b" } }), place: "[0].logGroup" },
      { value: list({ name: "a" }, { name: "b", logGroup: { mode: "off" } }), place: "[1].logGroup.reason" },
      { value: list({ name: "a" }, { name: "a" }), place: "[1]" },
      { value: list({ name: "a" }, { name: "a", region: "eu-central-1" }), place: "[1]" },
    ],
  },
  configRecordingFrequency: { good: ["CONTINUOUS", "DAILY", "profile"], bad: ["", "daily", "HOURLY"] },
  configExcludedTypes: {
    good: ["[]", list("AWS::EC2::NetworkInterface", "AWS::Config::ResourceCompliance")],
    bad: [
      "AWS::EC2::Subnet",
      { value: list("EC2::Subnet"), place: "[0]" },
      { value: list("AWS::EC2::Subnet", "AWS::EC2::*"), place: "[1]" },
      { value: list("AWS::EC2::Subnet", "AWS::S3::Bucket"), place: "[1]" },
      { value: list("AWS::Bedrock::Guardrail"), place: "[0]" },
      { value: list("AWS::SageMaker::Model"), place: "[0]" },
      { value: list("AWS::IAM::Role"), place: "[0]" },
      { value: list("AWS::EC2::Subnet", "AWS::EC2::Subnet"), place: "[1]" },
    ],
  },
  configRetentionDays: { good: ["30", "2557", "profile"], bad: ["29", "2558", "0", ""] },
  protectResources: { good: ["true", "false", "profile"], bad: ["", "yes", "False"] },
  forceDestroy: {
    good: ["true", "false", "profile"],
    bad: ["", "yes", "True"],
    beside: { protectResources: "false" },
  },
  auditorPrincipals: {
    good: ["[]", list(principal("role/audit/reader")), list(principal("user/auditor"))],
    bad: [
      "auditor",
      { value: list("111122223333"), place: "[0]" },
      { value: list(principal("role/*")), place: "[0]" },
      { value: list(principal("role/a"), principal("role/a")), place: "[1]" },
    ],
  },
  ingestionPrincipals: {
    good: ["[]", list(principal("role/siem"))],
    bad: ["siem", { value: list("arn:aws:iam::111122223333:root"), place: "[0]" }],
  },
  readersExternalId: {
    beside: { auditorPrincipals: list("arn:aws:iam::444455556666:role/auditor") },
    good: ["ab", "x".repeat(1224), "a1:b2/c3"],
    bad: ["", "a", "x".repeat(1225), "two words"],
  },
  rolePath: {
    good: ["/", "/governance/", "/a/b/", `/${"x".repeat(510)}/`],
    bad: ["", "governance", "/governance", "governance/", "//", `/${"x".repeat(511)}/`],
  },
  permissionsBoundary: {
    good: ["none", "arn:aws:iam::111122223333:policy/boundary", "arn:aws:iam::aws:policy/path/ReadOnlyAccess"],
    bad: ["", "boundary", "arn:aws:iam::111122223333:role/boundary"],
  },
  breakGlassPrincipals: {
    good: ["[]", list(principal("role/break-glass"), principal("user/security/break-glass"))],
    bad: [
      principal("role/break-glass"),
      { value: list(principal("role/*")), place: "[0]" },
      { value: list(principal("role/break-?lass")), place: "[0]" },
      { value: list(principal("root")), place: "[0]" },
      { value: list(principal("group/administrators")), place: "[0]" },
      { value: list(principal("role/a"), "arn:aws:sts::111122223333:assumed-role/a/b"), place: "[1]" },
      { value: list(principal("role/a"), principal("role/a")), place: "[1]" },
      { value: list(principal("role/a"), "arn:aws:iam::444455556666:role/a"), place: "[1]" },
    ],
  },
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
        const result = parseSettings(configWith({ ...beside(name, value), [name]: value }), PROJECT, SECRET_KEYS);
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

describe("Conflicting settings", () => {
  const contradictions: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
    [
      "accepts storage classes where only the recorders' buckets are the stack's own",
      { trail: mode("existing", { arn: TRAIL }), evidenceStorageClasses: list(move(90, "GLACIER_IR")) },
      [],
    ],
    [
      "rejects storage classes where no bucket is the stack's own",
      {
        trail: mode("existing", { arn: TRAIL }),
        recorder: mode("create", { bucket: BUCKET, key: KEY }),
        evidenceStorageClasses: list(move(90, "GLACIER_IR")),
      },
      ["evidenceStorageClasses"],
    ],
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
      "accepts a prompt retention where one governed region logs invocations",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        invocationLogging: mode("existing", { regions: { "us-east-1": { mode: "create" } } }),
        promptRetentionDays: "30",
      },
      [],
    ],
    [
      "accepts addresses where one region creates a topic",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        alerting: mode("existing", { arn: topic("us-east-1"), regions: { "eu-central-1": { mode: "create" } } }),
        alarmEmails: list("a@b.example"),
      },
      [],
    ],
    [
      "accepts enforcement where one region creates a guardrail",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        guardrails: mode("off", { reason: REASON, regions: { "us-east-1": { mode: "create" } } }),
        guardrailEnforcement: "set-by-api",
      },
      [],
    ],
    [
      "accepts addresses where only calls to IAM have a topic of their own",
      { alerting: mode("existing", { arn: topic("eu-central-1") }), alarmEmails: list("a@b.example") },
      [],
    ],
    [
      "accepts addresses for the alarms of invocation logging alone",
      { alerting: mode("off", { reason: REASON }), alarmEmails: list("a@b.example") },
      [],
    ],
    [
      "accepts routes of an address and of a queue",
      {
        alarmEmails: list("a@b.example"),
        alertSubscribers: list(queue("a")),
        alertRouting: list(
          { subscriber: "a@b.example", severities: ["page"] },
          { subscriber: queue("a"), severities: ["ticket", "mail"] },
        ),
      },
      [],
    ],
    [
      "rejects a route of nobody, and one in another spelling",
      {
        alarmEmails: list("a@b.example"),
        alertRouting: list(
          { subscriber: "c@b.example", severities: ["page"] },
          { subscriber: "A@b.example", severities: ["page"] },
        ),
      },
      ["alertRouting[0].subscriber", "alertRouting[1].subscriber"],
    ],
    [
      "accepts the settings of a trail in an archive",
      { trail: mode("create", { bucket: BUCKET, key: KEY }), insights: "false", trainingBuckets: list("abc") },
      [],
    ],
    [
      "accepts what is said of prompts where only delivered logs hold any",
      {
        invocationLogging: mode("existing"),
        loggedResources: list(logged("bedrock", "knowledge-base/ABCDEFGHIJ")),
        invocationContent: "metadata-only",
        maskedIdentifiers: "all",
        promptRetentionDays: "30",
      },
      [],
    ],
    [
      "accepts buckets of all kinds whose access is logged where the trail is adopted",
      {
        trail: mode("existing", { arn: TRAIL }),
        modelBuckets: list("abc"),
        artifactBuckets: list("def"),
        bucketLineage: mode("create"),
      },
      [],
    ],
    [
      "accepts a bucket that Macie and its lineage name for one region",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        trainingBuckets: list("abc"),
        detection: `{"macie":${mode("create", { regions: { "us-east-1": { mode: "create", buckets: ["abc"] } } })}}`,
        bucketLineage: mode("create", { regions: { "us-east-1": { mode: "create", buckets: ["abc"] } } }),
      },
      [],
    ],
    [
      "accepts queries where only access to the buckets of a lineage is logged",
      {
        trail: mode("existing", { arn: TRAIL }),
        recorder: mode("existing", { name: "default" }),
        invocationLogging: mode("existing"),
        modelBuckets: list("abc"),
        bucketLineage: mode("create"),
        evidenceQueries: mode("off", { reason: REASON }),
      },
      [],
    ],
    [
      "accepts training buckets that Macie looks into where the trail is adopted",
      { trail: mode("existing", { arn: TRAIL }), trainingBuckets: list("abc") },
      [],
    ],
    [
      "accepts storage classes of evidence where only Macie's results have a bucket",
      {
        trail: mode("existing", { arn: TRAIL }),
        recorder: mode("existing", { name: "default" }),
        trainingBuckets: list("abc"),
        evidenceStorageClasses: list({ days: 90, storageClass: "GLACIER_IR" }),
      },
      [],
    ],
    [
      "rejects masking where logs are delivered unmasked",
      {
        loggedResources: list(logged("bedrock", "knowledge-base/ABCDEFGHIJ")),
        invocationContent: "full",
        maskedIdentifiers: "all",
      },
      ["maskedIdentifiers"],
    ],
    [
      "rejects to destroy backups that nobody can",
      {
        protectResources: "false",
        forceDestroy: "true",
        objectLockMode: "GOVERNANCE",
        backups: JSON.stringify({ ...BACKED_UP, vaultLock: { mode: "COMPLIANCE", changeableForDays: 3 } }),
      },
      ["forceDestroy"],
    ],
    [
      "accepts a lock that can be bypassed on evidence that may be destroyed",
      { protectResources: "false", forceDestroy: "true", objectLockMode: "GOVERNANCE" },
      [],
    ],
    [
      "accepts a cluster log retention where one log group of two is created",
      {
        eksClusters: list({ name: "a", logGroup: { mode: "existing" } }, { name: "b" }),
        kubernetesRetentionDays: "90",
      },
      [],
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
      "rejects an endpoint without the secret by which EventBridge signs in",
      { eventForwarding: forwarded({}) },
      ["eventEndpointSecret"],
    ],
    [
      "rejects a secret without an endpoint",
      { eventForwarding: JSON.stringify({ queues: [{ arn: queue("a") }] }), eventEndpointSecret: "s3cret" },
      ["eventEndpointSecret"],
    ],
    [
      "rejects events to be sent on where nobody is told of any",
      {
        alerting: mode("off", { reason: REASON }),
        eventForwarding: forwarded({}, { queues: [{ arn: queue("a") }] }),
        eventEndpointSecret: "s3cret",
      },
      ["eventForwarding"],
    ],
    [
      "rejects a queue of a region where nobody is told of events",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        alerting: mode("create", { regions: { "us-east-1": { mode: "off", reason: REASON } } }),
        eventForwarding: JSON.stringify({ queues: [{ arn: queue("a") }, { arn: queue("a", "us-east-1") }] }),
      },
      ["eventForwarding.queues[1]"],
    ],
    [
      "accepts a queue where an existing topic is told",
      {
        alerting: mode("existing", { arn: topic("eu-central-1") }),
        eventForwarding: JSON.stringify({ queues: [{ arn: queue("a") }, { arn: queue("a", "us-east-1") }] }),
      },
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

describe("What modes rule out", () => {
  const off = mode("off", { reason: REASON });
  const existingRecorder = mode("existing", { name: "default" });
  const ignored = (setting: string, value: string, because: string, got = value) => ({
    path: `${PROJECT}:${setting}`,
    problem: `would be ignored: ${because}`,
    got,
    allowed: "not set in the stack",
    fix: `pulumi config rm ${setting}`,
  });
  const conflict = (other: string, value: string, fix: string) => ({
    path: `${PROJECT}:forceDestroy`,
    problem: `conflicts with ${other}, which keeps the evidence from being destroyed`,
    got: `forceDestroy true, ${other} ${value}`,
    allowed: `forceDestroy false with ${other} ${value}`,
    fix: `pulumi config set forceDestroy false, or ${fix}`,
  });
  const keyMissing = (place: string) => ({
    path: `${PROJECT}:${place}`,
    problem: "is missing: the bucket's objects are encrypted with a key that goes with it",
    got: "nothing",
    allowed: "the ARN of the KMS key of that bucket",
    fix: `pulumi config set --path ${place} <key ARN>`,
  });

  const mistakes: readonly (readonly [string, Record<string, string>, readonly object[]])[] = [
    [
      "a mode for a region that is not governed, with the governed ones",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        recorder: mode("create", { regions: { "us-east-1": { mode: "create" }, "us-west-2": { mode: "create" } } }),
        invocationLogging: mode("create", { regions: { "us-west-2": { mode: "existing" } } }),
        alerting: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
        guardrails: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
        evidenceQueries: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
        logExport: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
        periodicChecks: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
        configRemediation: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
        regionSettings: mode("create", { regions: { "us-west-2": { mode: "create" } } }),
      },
      [
        "recorder",
        "invocationLogging",
        "alerting",
        "guardrails",
        "evidenceQueries",
        "logExport",
        "periodicChecks",
        "configRemediation",
        "regionSettings",
      ].map((setting) => ({
        path: `${PROJECT}:${setting}.regions.us-west-2`,
        problem: "is not a governed region",
        got: '"us-west-2"',
        allowed: "eu-central-1, us-east-1",
        fix: "add us-west-2 to governedRegions, or remove it here",
      })),
    ],
    [
      "a bucket of the trail or of a recorder without its key",
      {
        trail: mode("create", { bucket: BUCKET }),
        recorder: mode("create", {
          bucket: BUCKET,
          regions: { "eu-central-1": { mode: "create", bucket: BUCKET } },
        }),
      },
      [keyMissing("trail.key"), keyMissing("recorder.key"), keyMissing("recorder.regions.eu-central-1.key")],
    ],
    [
      "a bucket for invocations whose content is not written to one",
      {
        invocationContent: "redacted",
        invocationLogging: mode("create", {
          bucket: "archive",
          regions: { "eu-central-1": { mode: "create", bucket: "other" } },
        }),
      },
      (
        [
          ["invocationLogging.bucket", "archive"],
          ["invocationLogging.regions.eu-central-1.bucket", "other"],
        ] as const
      ).map(([place, got]) => ({
        path: `${PROJECT}:${place}`,
        problem: "would be ignored: with invocationContent redacted nothing is written to a bucket",
        got: JSON.stringify(got),
        allowed: "no bucket, or invocationContent full",
        fix: `pulumi config rm --path ${place}`,
      })),
    ],
    [
      "a reader of another account without an external id",
      { auditorPrincipals: list(principal("role/a")), ingestionPrincipals: list("arn:aws:iam::444455556666:role/a") },
      [
        {
          path: `${PROJECT}:readersExternalId`,
          problem: "is needed, because a reader is of another account, whose software could be made to read for others",
          got: 'none, with "arn:aws:iam::444455556666:role/a"',
          allowed: "an external ID that is agreed on with whoever reads from outside",
          fix: "pulumi config set readersExternalId <external ID>",
        },
      ],
    ],
    [
      "an external id for readers of this account",
      { auditorPrincipals: list(principal("role/a")), readersExternalId: "a1b2" },
      [ignored("readersExternalId", '"a1b2"', "no reader is of another account")],
    ],
    [
      "a break-glass principal of another account",
      { breakGlassPrincipals: list(principal("role/a"), "arn:aws:iam::444455556666:role/a") },
      [
        {
          path: `${PROJECT}:breakGlassPrincipals[1]`,
          problem: "is of another account, whose principals the account's keys do not let in",
          got: '"arn:aws:iam::444455556666:role/a"',
          allowed: "roles and users of account 111122223333",
          fix: "name a role of this account, which the other account may assume",
        },
      ],
    ],
    [
      "to destroy what is protected",
      { forceDestroy: "true" },
      [conflict("protectResources", "true", "pulumi config set protectResources false")],
    ],
    [
      "to protect what the profile lets be destroyed",
      { profile: "sandbox", protectResources: "true" },
      [conflict("protectResources", "true", "pulumi config set protectResources false")],
    ],
    [
      "to destroy what nobody can unlock",
      { forceDestroy: "true", protectResources: "false", objectLockMode: "COMPLIANCE" },
      [conflict("objectLockMode", "COMPLIANCE", "pulumi config set objectLockMode GOVERNANCE")],
    ],
    ...(
      [
        ["lambdaFunctions", list(arn("f")), list(arn("f"))],
        ["cloudWatchCopy", "management-only", '"management-only"'],
        ["insights", "false", "false"],
        ["trailSubscribers", list(queue("a")), list(queue("a"))],
      ] as const
    ).flatMap(([setting, value, got]) =>
      ([off, mode("existing", { arn: TRAIL })] as const).map(
        (trail) =>
          [
            `${setting} where the trail is ${trail === off ? "left out" : "adopted"}`,
            { trail, [setting]: value },
            [ignored(setting, value, "no trail is created", got)],
          ] as const,
      ),
    ),
    ...([off, mode("existing", { arn: TRAIL })] as const).map(
      (trail) =>
        [
          `training buckets of which neither a trail nor Macie knows, the trail being ${trail === off ? "left out" : "adopted"}`,
          { trail, trainingBuckets: list("abc"), detection: `{"macie":${off}}` },
          [
            ignored(
              "trainingBuckets",
              list("abc"),
              "no trail is created, Macie looks into none of them, and bucketLineage is off",
              list("abc"),
            ),
          ],
        ] as const,
    ),
    [
      "a directory bucket of which no trail knows, since Macie cannot look into it",
      { trail: off, trainingBuckets: list("arn:aws:s3express:us-east-1:111122223333:bucket/acme--use1-az4--x-s3") },
      [
        ignored(
          "trainingBuckets",
          list("arn:aws:s3express:us-east-1:111122223333:bucket/acme--use1-az4--x-s3"),
          "no trail is created, Macie looks into none of them, and bucketLineage is off",
          list("arn:aws:s3express:us-east-1:111122223333:bucket/acme--use1-az4--x-s3"),
        ),
      ],
    ],
    ...(["modelBuckets", "artifactBuckets"] as const).map(
      (setting) =>
        [
          `${setting} of which no trail knows and whose lineage is left out`,
          { trail: off, [setting]: list("abc") },
          [ignored(setting, list("abc"), "no trail is created, and bucketLineage is off", list("abc"))],
        ] as const,
    ),
    [
      "a lineage of directory buckets alone",
      {
        modelBuckets: list("arn:aws:s3express:us-east-1:111122223333:bucket/acme--use1-az4--x-s3"),
        bucketLineage: mode("create"),
      },
      [
        ignored(
          "bucketLineage",
          mode("create"),
          "trainingBuckets, modelBuckets and artifactBuckets name no general purpose bucket",
          mode("create"),
        ),
      ],
    ],
    [
      "a bucket of two kinds",
      { trainingBuckets: list("abc", "def"), modelBuckets: list("ghi", "def"), artifactBuckets: list("abc") },
      [
        {
          path: `${PROJECT}:modelBuckets[1]`,
          problem: "is in trainingBuckets already",
          got: '"def"',
          allowed: "each bucket in one of trainingBuckets, modelBuckets, artifactBuckets",
          fix: "remove it from one of the two",
        },
        {
          path: `${PROJECT}:artifactBuckets[0]`,
          problem: "is in trainingBuckets already",
          got: '"abc"',
          allowed: "each bucket in one of trainingBuckets, modelBuckets, artifactBuckets",
          fix: "remove it from one of the two",
        },
      ],
    ],
    [
      "a lineage of a bucket that is of no kind",
      { modelBuckets: list("abc"), bucketLineage: mode("create", { buckets: ["other"] }) },
      [
        {
          path: `${PROJECT}:bucketLineage.buckets[0]`,
          problem: "is no training, model or artifact bucket",
          got: '"other"',
          allowed: "names in trainingBuckets, modelBuckets or artifactBuckets: abc",
          fix: "add it to trainingBuckets, modelBuckets or artifactBuckets, or remove it",
        },
      ],
    ],
    [
      "a bucket that Macie and its lineage name for two regions",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        trainingBuckets: list("abc"),
        detection: `{"macie":${mode("create", { buckets: ["abc"], regions: { "us-east-1": { mode: "create" } } })}}`,
        bucketLineage: mode("create", { regions: { "us-east-1": { mode: "create", buckets: ["abc"] } } }),
      },
      [
        {
          path: `${PROJECT}:bucketLineage.regions.us-east-1.buckets[0]`,
          problem: "is named for another region already",
          got: '"abc"',
          allowed: "each bucket in the region that it lies in",
          fix: "leave it to one of the regions under bucketLineage.regions and detection.macie.regions",
        },
      ],
    ],
    [
      "a bucket for Macie that is no training bucket",
      { trainingBuckets: list("abc"), detection: `{"macie":${mode("create", { buckets: ["other"] })}}` },
      [
        {
          path: `${PROJECT}:detection.macie.buckets[0]`,
          problem: "is no training bucket",
          got: '"other"',
          allowed: "names in trainingBuckets: abc",
          fix: "add it to trainingBuckets, or remove it",
        },
      ],
    ],
    [
      "a training bucket in two regions",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        trainingBuckets: list("abc"),
        detection: `{"macie":${mode("create", {
          buckets: ["abc"],
          regions: { "us-east-1": { mode: "create", buckets: ["abc"] } },
        })}}`,
      },
      [
        {
          path: `${PROJECT}:detection.macie.regions.us-east-1.buckets[0]`,
          problem: "is named for another region already",
          got: '"abc"',
          allowed: "each bucket in the region that it lies in",
          fix: "leave it to one of the regions under detection.macie.regions",
        },
      ],
    ],
    [
      "an organization where the trail is adopted",
      { trail: mode("existing", { arn: TRAIL }), ...ORGANIZATION },
      [ignored("organizationId", '"o-exampleorgid"', "no trail is created")],
    ],
    ...(
      [
        ["configRecordingFrequency", "DAILY", '"DAILY"'],
        ["configExcludedTypes", list("AWS::EC2::Subnet"), list("AWS::EC2::Subnet")],
        ["configRetentionDays", "365", "365"],
        ["configServiceLinkedRole", "existing", '"existing"'],
      ] as const
    ).flatMap(([setting, value, got]) =>
      ([off, existingRecorder] as const).map(
        (recorder) =>
          [
            `${setting} where every recorder is ${recorder === off ? "left out" : "adopted"}`,
            { recorder, [setting]: value },
            [ignored(setting, value, "no recorder is created", got)],
          ] as const,
      ),
    ),
    ...(
      [
        ["invocationContent", "full", '"full"'],
        ["promptRetentionDays", "30", "30"],
      ] as const
    ).flatMap(([setting, value, got]) =>
      ([off, mode("existing")] as const).map(
        (invocationLogging) =>
          [
            `${setting} where invocation logging is ${invocationLogging === off ? "left out" : "adopted"}`,
            { invocationLogging, [setting]: value },
            [ignored(setting, value, "no invocation logging is created, and loggedResources is empty", got)],
          ] as const,
      ),
    ),
    ...(["metadata-only", "redacted", "full"] as const).flatMap((invocationContent) =>
      (
        [
          ["invocationSamplePercent", "5"],
          ["invocationSampleDays", "3"],
        ] as const
      ).map(
        ([setting, value]) =>
          [
            `${setting} where invocations are logged ${invocationContent}`,
            { invocationContent, [setting]: value },
            [ignored(setting, value, "only invocationContent sampled keeps a share", value)],
          ] as const,
      ),
    ),
    ...(
      [
        ["alarmEmails", list("a@b.example")],
        ["alertSubscribers", list(queue("a"))],
      ] as const
    ).flatMap(([setting, value]) =>
      (
        [
          [
            "is an existing one in each region, that of calls to IAM included",
            {
              governedRegions: list("eu-central-1", "us-east-1"),
              alerting: mode("existing", {
                arn: topic("eu-central-1"),
                regions: { "us-east-1": { mode: "existing", arn: topic("us-east-1") } },
              }),
            },
          ],
          ["is none, and no invocations are logged", { alerting: off, invocationLogging: off }],
        ] as const
      ).map(
        ([topics, modes]) =>
          [
            `${setting} where the topic for alerts ${topics}`,
            { ...modes, [setting]: value },
            [ignored(setting, value, "no topic is created")],
          ] as const,
      ),
    ),
    [
      "an aggregator, accounts that aggregate, and checks by the clock, where nothing is recorded",
      {
        recorder: off,
        configAggregator: mode("create", { accounts: "organization" }),
        configAggregatorAccounts: list({ account: "444455556666" }),
        periodicChecks: off,
      },
      (
        [
          ["periodicChecks", off],
          ["configAggregator", mode("create", { accounts: "organization" })],
          ["configAggregatorAccounts", list({ account: "444455556666" })],
        ] as const
      )
        .toReversed()
        .map(([setting, value]) => ignored(setting, value, "no governed region has a recorder")),
    ],
    [
      "remediations where nothing is recorded",
      { recorder: off, configRemediation: off },
      [ignored("configRemediation", off, "no governed region has a recorder, and so no Config rules")],
    ],
    [
      "remediations of rules that are not created, of those on a trail where none is created",
      {
        trail: off,
        configRules: list("cloudtrail-enabled", "s3-bucket-public-read-prohibited"),
        configRemediation: mode("create", { start: "automatic" }),
      },
      [
        ignored(
          "configRemediation",
          mode("create", { start: "automatic" }),
          "configRules names none of the rules whose findings can be put right: cloudtrail-enabled, cmk-backing-key-rotation-enabled, s3-bucket-level-public-access-prohibited",
        ),
      ],
    ],
    [
      "enforcement where every guardrail exists already",
      { guardrails: mode("existing", { arn: guardrail("eu-central-1") }), guardrailEnforcement: "set-by-api" },
      [ignored("guardrailEnforcement", "set-by-api", "no guardrail is created", '"set-by-api"')],
    ],
    [
      "a guardrail of one region for another",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        guardrails: mode("create", {
          regions: { "us-east-1": { mode: "existing", arn: guardrail("eu-central-1") } },
        }),
      },
      [
        {
          path: `${PROJECT}:guardrails.regions.us-east-1.arn`,
          problem: "is in another region than us-east-1, where models are called by guardrails of that region alone",
          got: `"${guardrail("eu-central-1")}"`,
          allowed: "a guardrail in us-east-1",
          fix: "name a guardrail of us-east-1 under guardrails.regions.us-east-1, or create one there",
        },
      ],
    ],
    [
      "a topic of one region for another",
      {
        governedRegions: list("eu-central-1", "us-east-1"),
        alerting: mode("existing", { arn: topic("eu-central-1") }),
      },
      [
        {
          path: `${PROJECT}:alerting.arn`,
          problem: "is in another region than us-east-1, whose events EventBridge sends to topics of that region alone",
          got: `"${topic("eu-central-1")}"`,
          allowed: "a topic in us-east-1",
          fix: "name a topic of us-east-1 under alerting.regions.us-east-1, or create one there",
        },
      ],
    ],
    [
      "a retention of prompts where the only governed region overrides that they are logged",
      {
        invocationLogging: mode("create", { regions: { "eu-central-1": { mode: "off", reason: REASON } } }),
        promptRetentionDays: "30",
      },
      [ignored("promptRetentionDays", "30", "no invocation logging is created, and loggedResources is empty")],
    ],
    [
      "logged resources of another account and in a region that is not governed",
      {
        loggedResources: list(
          logged("bedrock", "knowledge-base/ABCDEFGHIJ", "eu-central-1", "444455556666"),
          logged("bedrock", "knowledge-base/ABCDEFGHIJ", "us-west-2"),
        ),
      },
      [
        {
          path: `${PROJECT}:loggedResources[0]`,
          problem: "is of another account",
          got: `"${logged("bedrock", "knowledge-base/ABCDEFGHIJ", "eu-central-1", "444455556666")}"`,
          allowed: "resources of account 111122223333",
          fix: "name it in the stack of its account",
        },
        {
          path: `${PROJECT}:loggedResources[1]`,
          problem: "is not in a governed region",
          got: `"${logged("bedrock", "knowledge-base/ABCDEFGHIJ", "us-west-2")}"`,
          allowed: "resources in eu-central-1",
          fix: "add us-west-2 to governedRegions",
        },
      ],
    ],
    [
      "backups of another account's and of an ungoverned region's resources",
      {
        backups: JSON.stringify({
          resources: [
            { arn: logged("rds", "db:features", "eu-central-1", "444455556666") },
            { arn: "arn:aws:s3:::acme-fine-tuning", region: "us-west-2" },
          ],
        }),
      },
      [
        {
          path: `${PROJECT}:backups.resources[0]`,
          problem: "is of another account",
          got: `"${logged("rds", "db:features", "eu-central-1", "444455556666")}"`,
          allowed: "resources of account 111122223333",
          fix: "name it in the stack of its account",
        },
        {
          path: `${PROJECT}:backups.resources[1]`,
          problem: "is not in a governed region",
          got: '"arn:aws:s3:::acme-fine-tuning"',
          allowed: "resources in eu-central-1",
          fix: "add us-west-2 to governedRegions",
        },
      ],
    ],
    [
      "a retention of clusters' logs where no log group is created",
      {
        eksClusters: list(
          { name: "a", logGroup: { mode: "existing" } },
          { name: "b", logGroup: { mode: "off", reason: REASON } },
        ),
        kubernetesRetentionDays: "90",
      },
      [ignored("kubernetesRetentionDays", "90", "no cluster's log group is created")],
    ],
  ];
  for (const [what, settings, expected] of mistakes) {
    it(`is ${what}`, () => {
      const result = parseSettings(configWith(settings), PROJECT);
      deepEqual(result.ok ? [] : result.mistakes, expected);
    });
  }

  it("is to log nothing by the content, with the way to do so", () => {
    const result = parseSettings(configWith({ invocationContent: "off" }), PROJECT);
    deepEqual(result.ok ? [] : result.mistakes, [
      {
        path: `${PROJECT}:invocationContent`,
        problem: "is not one of the allowed values; to log nothing, set invocationLogging to {mode: off, reason}",
        got: '"off"',
        allowed: "metadata-only, sampled, redacted, full, profile",
        fix: `pulumi config set ${PROJECT}:invocationContent metadata-only`,
      },
    ]);
  });

  const explained: readonly (readonly [string, string, string, string])[] = [
    ["off without a reason", mode("off"), ".reason", "needs a reason: it appears in every report"],
    [
      "a reason of a word",
      mode("off", { reason: "none" }),
      ".reason",
      "is too short for a reason: say who decided what, and where the evidence is instead",
    ],
    [
      "a reason that is a treatise",
      mode("off", { reason: "a".repeat(301) }),
      ".reason",
      "is too long for a reason: at most 300 characters",
    ],
    ["another mode", mode("adopt"), ".mode", "is not an object with a mode: create, existing or off"],
    ["a key of another mode", mode("create", { arn: TRAIL }), "", "has arn, which mode create does not take"],
    ["a trail without its ARN", mode("existing"), ".arn", "is not the ARN of a trail"],
    ["a bucket by its name", mode("create", { bucket: "archive", key: KEY }), ".bucket", "is not the ARN of a bucket"],
    ["a key by its alias", mode("create", { key: "alias/a" }), ".key", "is not the ARN of a KMS key"],
  ];
  for (const [what, trail, place, problem] of explained) {
    it(`is ${what}`, () => {
      const result = parseSettings(configWith({ trail }), PROJECT);
      deepEqual(result.ok ? [] : result.mistakes.map((mistake) => [mistake.path, mistake.problem]), [
        [`${PROJECT}:trail${place}`, problem],
      ]);
    });
  }
});
