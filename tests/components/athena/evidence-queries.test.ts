import assert from "node:assert/strict";

import { EvidenceQueries, type EvidenceQueriesArgs } from "../../../components/athena/evidence-queries";
import { runbookOf, savedQueries } from "../../../runbooks/catalogue";
import { columnsOf, EVIDENCE_TABLES, type EvidenceTableName } from "../../../facts/athena/evidence-tables";
import { Athena } from "../../support/athena/athena";
import { record, type Recording } from "../recorder";

const ALL_TABLES = Object.keys(EVIDENCE_TABLES) as EvidenceTableName[]; // the keys of an object are not typed as such
const COMPONENT = "ai-governance-baseline:index:EvidenceQueries queries";
const WORKGROUP = "aws:athena/workgroup:Workgroup";
const TABLE = "aws:glue/catalogTable:CatalogTable";
const QUERY = "aws:athena/namedQuery:NamedQuery";
const BUCKET = "queries-123456789012-eu-central-1";

const SOURCES: EvidenceQueriesArgs["sources"] = {
  trail: { bucketName: "trail" },
  configuration: { bucketName: "config" },
  invocations: { bucketName: "invocations", prefix: "logs" },
  accessLogs: { bucketName: "access", sourceBuckets: ["config", "invocations"] },
  trailAccessLogs: { bucketName: "trail-access", sourceBuckets: ["trail"] },
  lineageAccessLogs: { bucketName: "access", sourceBuckets: ["models", "texts"] },
  kubernetesAudit: { bucketName: "export", prefix: "audit" },
};

describe("EvidenceQueries", () => {
  it("are a key, a bucket for results, a workgroup, a database, a table for each source and the queries", async () => {
    const bucket = [
      "aws:s3/bucket:Bucket queries-results",
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration queries-results-lifecycle",
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls queries-results-ownership",
      "aws:s3/bucketPolicy:BucketPolicy queries-results-policy",
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock queries-results-public-access-block",
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration queries-results-encryption",
      "aws:s3/bucketVersioning:BucketVersioning queries-results-versioning",
    ];
    assert.deepEqual(
      (await queries({})).children(),
      [
        COMPONENT,
        "ai-governance-baseline:index:CustomerManagedKey queries-key",
        "aws:kms/key:Key queries-key",
        "aws:kms/alias:Alias queries-key-alias",
        "ai-governance-baseline:index:EvidenceBucket queries-results",
        ...bucket,
        `${WORKGROUP} queries-workgroup`,
        "aws:glue/catalogDatabase:CatalogDatabase queries-database",
        ...Object.keys(EVIDENCE_TABLES).map((name) => `${TABLE} queries-${name.replaceAll("_", "-")}`),
        ...savedQueries(ALL_TABLES, {}).map(([name]) => `${QUERY} queries-${name}`),
      ].sort(),
    );
  });

  it("let nobody choose another bucket, another key or no limit", async () => {
    const made = await queries({});
    assert.deepEqual(made.inputs(WORKGROUP, "queries-workgroup"), {
      name: "queries",
      description: "Queries on evidence",
      configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: 100_000_000_000,
        resultConfiguration: {
          outputLocation: `s3://${BUCKET}/results/`,
          expectedBucketOwner: "123456789012",
          encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: keyArn(made) },
        },
      },
    });
  });

  it("keep results for a month, without a lock, and log who reads them where they are told", async () => {
    const made = await queries({ accessLogBucket: "logs" });
    assert.deepEqual(made.inputs("aws:s3/bucket:Bucket", "queries-results"), {
      bucket: BUCKET,
      objectLockEnabled: false,
      forceDestroy: false,
    });
    const { rules } = made.inputs(
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
      "queries-results-lifecycle",
    );
    assert.deepEqual(
      (rules as readonly { expiration: object }[]).map(({ expiration }) => expiration),
      [{ days: 30 }],
    ); // the one rule
    assert.equal(
      made.inputs("aws:s3/bucketLogging:BucketLogging", "queries-results-access-logging")["targetBucket"],
      "logs",
    );
  });

  it("read a trail by account, region and day", async () => {
    const made = await queries({});
    const { storageDescriptor, parameters, ...table } = made.inputs(TABLE, "queries-cloudtrail-events");
    assert.deepEqual(table, {
      name: "cloudtrail_events",
      databaseName: "queries",
      description: EVIDENCE_TABLES.cloudtrail_events.description,
      tableType: "EXTERNAL_TABLE",
      partitionKeys: [
        { name: "account", type: "string" },
        { name: "region", type: "string" },
        { name: "day", type: "string" },
      ],
    });
    const { "projection.region.values": regions, ...others } = parameters as Readonly<Record<string, string>>; // Glue's parameters are texts
    assert.deepEqual(others, {
      EXTERNAL: "TRUE",
      "projection.enabled": "true",
      "projection.account.type": "enum",
      "projection.account.values": "123456789012",
      "projection.region.type": "enum",
      "projection.day.type": "date",
      "projection.day.format": "yyyy/MM/dd",
      "projection.day.range": "NOW-10YEARS,NOW",
      "projection.day.interval": "1",
      "projection.day.interval.unit": "DAYS",
      "storage.location.template": "s3://trail/AWSLogs/${account}/CloudTrail/${region}/${day}",
    });
    assert.ok(regions?.split(",").includes("us-east-1"));
    assert.ok(!regions?.includes("cn-north-1"), "a region of another partition");
    const { format } = EVIDENCE_TABLES.cloudtrail_events;
    assert.deepEqual(storageDescriptor, {
      location: "s3://trail/AWSLogs/",
      columns: columnsOf("cloudtrail_events"),
      inputFormat: format.inputFormat,
      outputFormat: format.outputFormat,
      serDeInfo: { serializationLibrary: format.serializationLibrary, parameters: format.parameters },
    });
  });

  it("read an organization's trail in the accounts that are named", async () => {
    const trail = {
      bucketName: "trail",
      organizationId: "o-exampleorgid",
      accountIds: ["111122223333", "444455556666"],
    };
    const { parameters } = (await queries({ sources: { trail } })).inputs(TABLE, "queries-cloudtrail-events");
    const texts = parameters as Readonly<Record<string, string>>; // Glue's parameters are texts
    assert.equal(texts["projection.account.values"], "111122223333,444455556666");
    assert.equal(
      texts["storage.location.template"],
      "s3://trail/AWSLogs/o-exampleorgid/${account}/CloudTrail/${region}/${day}",
    );
  });

  it("read the rest where the services put it", async () => {
    const made = await queries({});
    const places: Readonly<Partial<Record<EvidenceTableName, string>>> = {
      config_items: "s3://config/AWSLogs/123456789012/Config/eu-central-1/${year}/${month}/${day_of_month}",
      model_invocations: "s3://invocations/logs/AWSLogs/123456789012/BedrockModelInvocationLogs/eu-central-1/${day}",
      s3_access: "s3://access/${bucket_name}/123456789012/eu-central-1/${bucket_name}/${day}",
      s3_access_to_trail: "s3://trail-access/${bucket_name}/123456789012/eu-central-1/${bucket_name}/${day}",
      s3_access_to_lineage: "s3://access/${bucket_name}/123456789012/eu-central-1/${bucket_name}/${day}",
      kubernetes_audit: "s3://export/audit/AWSLogs/123456789012/KubernetesAudit/eu-central-1/${day}",
    };
    for (const [table, template] of Object.entries(places)) {
      const { parameters } = made.inputs(TABLE, `queries-${table.replaceAll("_", "-")}`);
      const texts = parameters as Readonly<Record<string, string>>; // Glue's parameters are texts
      assert.equal(texts["storage.location.template"], template);
    }
    const { parameters } = made.inputs(TABLE, "queries-s3-access");
    assert.equal(
      (parameters as Readonly<Record<string, string>>)["projection.bucket_name.values"],
      "config,invocations",
    ); // likewise
    const ofLineage = made.inputs(TABLE, "queries-s3-access-to-lineage")["parameters"];
    assert.equal((ofLineage as Readonly<Record<string, string>>)["projection.bucket_name.values"], "models,texts"); // likewise
  });

  it("save each query with its question, and the models that may be used", async () => {
    const made = await queries({ approvedModels: ["anthropic.claude"] });
    const { query, ...others } = made.inputs(QUERY, "queries-models-called");
    assert.deepEqual(others, {
      name: "models-called",
      description: runbookOf("models-called").question,
      database: "queries",
      workgroup: "queries",
    });
    assert.match(String(query), /<> 'anthropic\.claude'/);
  });

  it("have tables of all that the queries read", async () => {
    const { registrations } = await queries({ sources: { configuration: { bucketName: "config" } } });
    assert.deepEqual(
      registrations.filter(({ type }) => type === QUERY).map(({ name }) => name),
      ["queries-ai-resources-recorded", "queries-resources-deleted", "queries-identities-recorded"],
    );
    const athena = await Athena.over(
      {},
      { config_items: { bucketName: "config", account: "1", region: "eu-central-1" } },
    );
    for (const { inputs } of registrations.filter(({ type }) => type === QUERY)) {
      assert.deepEqual(await athena.query(String(inputs["query"])), []);
    }
  });

  it("use a key that exists, and are in another region", async () => {
    const arn = "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-4000-8000-000000000000";
    const made = await queries({
      key: { existing: { arn } },
      region: "us-west-2",
      scanLimitGB: 1,
      resultRetentionDays: 7,
    });
    assert.ok(!made.children().some((child) => child.startsWith("aws:kms/")));
    const { region, configuration } = made.inputs(WORKGROUP, "queries-workgroup");
    assert.equal(region, "us-west-2");
    assert.match(JSON.stringify(configuration), /"bytesScannedCutoffPerQuery":1000000000.*key\/00000000/);
    for (const { type, name, inputs } of made.registrations.filter(({ type }) => type.startsWith("aws:"))) {
      assert.equal(inputs["region"], "us-west-2", `${type} ${name}`);
    }
  });

  it("name their database without hyphens", async () => {
    const made = await record(
      () => void new EvidenceQueries("baseline-eu", { sources: { trail: { bucketName: "t" } } }),
    );
    assert.equal(
      made.inputs("aws:glue/catalogDatabase:CatalogDatabase", "baseline-eu-database")["name"],
      "baseline_eu",
    );
  });

  const refusals: readonly (readonly [string, Partial<EvidenceQueriesArgs>, RegExp])[] = [
    ["no source", { sources: {} }, /sources is \{\}\. Allowed: at least one source/],
    ["a limit of nothing", { scanLimitGB: 0 }, /scanLimitGB is 0/],
    ["a limit beyond sense", { scanLimitGB: 10_001 }, /scanLimitGB is 10001/],
    [
      "a prefix with a slash",
      { sources: { invocations: { bucketName: "b", prefix: "/logs" } } },
      /sources\.invocations\.prefix/,
    ],
    [
      "an organization of another form",
      { sources: { trail: { bucketName: "b", organizationId: "org" } } },
      /trail\.organizationId/,
    ],
    [
      "an account of another form",
      { sources: { trail: { bucketName: "b", accountIds: ["1"] } } },
      /trail\.accountIds\[0\]/,
    ],
    ["results that are kept for no time", { resultRetentionDays: 0 }, /retentionDays is 0/],
    ["an alias for a key", { key: { existing: { arn: "alias/x" } } }, /key\.existing\.arn/],
    ["the destruction of what is protected", { forceDestroy: true }, /forceDestroy/],
    [
      "principals of a key that exists",
      {
        key: { existing: { arn: "arn:aws:kms:us-west-2:123456789012:key/00000000-0000-4000-8000-000000000000" } },
        breakGlassPrincipals: ["arn:aws:iam::123456789012:role/admin"],
      },
      /breakGlassPrincipals/,
    ],
  ];
  for (const [title, args, message] of refusals) {
    it(`refuse ${title}`, async () => {
      await assert.rejects(queries(args), message);
    });
  }
});

function queries(args: Partial<EvidenceQueriesArgs>): Promise<Recording> {
  return record(() => void new EvidenceQueries("queries", { sources: SOURCES, ...args }));
}

function keyArn(made: Recording): unknown {
  const { rules } = made.inputs(
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "queries-results-encryption",
  );
  // The form that the bucket's own test proves.
  return (rules as readonly { applyServerSideEncryptionByDefault: { kmsMasterKeyId: string } }[])[0]
    ?.applyServerSideEncryptionByDefault.kmsMasterKeyId;
}
