/** What an `EvidenceQueries` is made of, step by step. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import {
  columnsOf,
  EVIDENCE_TABLES,
  type EvidenceTable,
  type EvidenceTableName,
} from "../../facts/athena/evidence-tables";
import { BYTES_PER_GIGABYTE } from "../../facts/athena/limits";
import { KNOWN_REGIONS, partitionOf } from "../../facts/regions";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import { locatedTable, partitionType, type TableLocation } from "../documents/evidence-tables";
import { savedQueries } from "../../runbooks/catalogue";
import { CustomerManagedKey } from "../kms/customer-managed-key";
import type { ExistingKey, RequiredKey } from "../kms/required-key";
import { EvidenceBucket } from "../s3/evidence-bucket";

/** A bucket with evidence of this account and region. */
export interface EvidenceSource {
  readonly bucketName: pulumi.Input<string>;
  /** What the service was told to put before its own folders, without slashes around it. @default - nothing */
  readonly prefix?: string;
}

/** The bucket of a trail of all regions. */
export interface TrailSource extends EvidenceSource {
  /** The organization whose trail it is. @default - the trail is an account's */
  readonly organizationId?: string;
  /** The accounts whose records can be asked for. @default - the component's own account */
  readonly accountIds?: readonly string[];
}

/** A bucket that receives access logs in folders by date. */
export interface AccessLogSource extends EvidenceSource {
  /** The names of the buckets whose requests are logged, each under a prefix that is its name. */
  readonly sourceBuckets: pulumi.Input<readonly string[]>;
}

/** Where evidence lies, by its kind. */
export interface EvidenceSources {
  /** CloudTrail's log files. */
  readonly trail?: TrailSource;
  /** AWS Config's history and snapshots. */
  readonly configuration?: EvidenceSource;
  /** Model invocation logs that Bedrock delivers to S3 itself. */
  readonly invocations?: EvidenceSource;
  /** Access logs of buckets of this region. */
  readonly accessLogs?: AccessLogSource;
  /** Access logs of the trail's bucket, which has a bucket for them of its own. */
  readonly trailAccessLogs?: AccessLogSource;
  /** Access logs of buckets with training data, models and artifacts, in whichever bucket receives them. */
  readonly lineageAccessLogs?: AccessLogSource;
  /** Exported audit logs of Kubernetes clusters. */
  readonly kubernetesAudit?: EvidenceSource;
}

/** The table over each kind. */
const TABLE_OF = {
  trail: "cloudtrail_events",
  configuration: "config_items",
  invocations: "model_invocations",
  accessLogs: "s3_access",
  trailAccessLogs: "s3_access_to_trail",
  lineageAccessLogs: "s3_access_to_lineage",
  kubernetesAudit: "kubernetes_audit",
} as const satisfies Readonly<Record<keyof EvidenceSources, EvidenceTableName>>;

/** The options of an `EvidenceQueries`, resolved. */
export interface EvidenceQueriesOptions {
  readonly sources: EvidenceSources;
  readonly tables: readonly EvidenceTableName[];
  readonly approvedModels: readonly string[];
  readonly scanLimitGB: number;
  readonly resultRetentionDays: number;
  readonly key: ExistingKey | undefined;
  readonly accessLogBucket: pulumi.Input<string> | undefined;
  readonly databaseName: string;
}

function kindsIn(sources: EvidenceSources): readonly (keyof EvidenceSources)[] {
  // The keys of an object are not typed as such.
  return (Object.keys(TABLE_OF) as (keyof EvidenceSources)[]).filter((kind) => sources[kind] !== undefined);
}

/** The sources that there are, by their kinds. */
export function givenSources(sources: EvidenceSources): readonly (readonly [keyof EvidenceSources, EvidenceSource])[] {
  return kindsIn(sources).flatMap((kind) => {
    const source = sources[kind];
    return source === undefined ? [] : [[kind, source] as const];
  });
}

/** The tables that the sources make. */
export function tableNames(sources: EvidenceSources): readonly EvidenceTableName[] {
  return kindsIn(sources).map((kind) => TABLE_OF[kind]);
}

export function createKey(scope: Scope): CustomerManagedKey {
  return new CustomerManagedKey(
    scope.child("key"),
    // Athena encrypts with the rights of whoever asks, so that IAM decides.
    { description: `Results of the queries of ${scope.child()}`, ...scope.region, ...scope.keyProtection },
    scope.options,
  );
}

export function createResultsBucket(
  scope: Scope,
  { resultRetentionDays, accessLogBucket }: EvidenceQueriesOptions,
  { keyArn }: RequiredKey,
): EvidenceBucket {
  return new EvidenceBucket(
    scope.child("results"),
    {
      bucketName: pulumi.interpolate`${scope.child()}-${scope.account.accountId}-${scope.account.region}`,
      keyArn,
      // Results are no evidence: whoever asks again gets them again.
      objectLock: "none",
      retentionDays: resultRetentionDays,
      ...given({ accessLogBucket }),
      ...scope.region,
      ...scope.protection,
    },
    scope.options,
  );
}

export function createWorkgroup(
  scope: Scope,
  { scanLimitGB }: EvidenceQueriesOptions,
  { keyArn }: RequiredKey,
  results: EvidenceBucket,
): aws.athena.Workgroup {
  return new aws.athena.Workgroup(
    scope.child("workgroup"),
    {
      name: scope.child(),
      description: "Queries on evidence",
      configuration: {
        enforceWorkgroupConfiguration: true,
        publishCloudwatchMetricsEnabled: true,
        bytesScannedCutoffPerQuery: scanLimitGB * BYTES_PER_GIGABYTE,
        resultConfiguration: {
          outputLocation: pulumi.interpolate`s3://${results.bucketName}/results/`,
          expectedBucketOwner: scope.account.accountId,
          encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: keyArn },
        },
      },
      ...scope.region,
    },
    scope.options,
  );
}

export function createDatabase(scope: Scope, { databaseName }: EvidenceQueriesOptions): aws.glue.CatalogDatabase {
  return new aws.glue.CatalogDatabase(
    scope.child("database"),
    { name: databaseName, description: "Evidence in S3", ...scope.region },
    scope.options,
  );
}

export function createTables(
  scope: Scope,
  { sources }: EvidenceQueriesOptions,
  database: aws.glue.CatalogDatabase,
): void {
  for (const kind of kindsIn(sources)) {
    createTable(scope, TABLE_OF[kind], locationOf(scope, sources, kind), database);
  }
}

function createTable(
  scope: Scope,
  name: EvidenceTableName,
  location: pulumi.Output<TableLocation>,
  database: aws.glue.CatalogDatabase,
): void {
  // Widened, because each table has partition columns of its own.
  const { description, format, partitions }: EvidenceTable = EVIDENCE_TABLES[name];
  const located = location.apply((at) => locatedTable(name, at));
  new aws.glue.CatalogTable(
    scope.child(name.replaceAll("_", "-")),
    {
      name,
      databaseName: database.name,
      description,
      tableType: "EXTERNAL_TABLE",
      parameters: located.parameters,
      partitionKeys: partitions.map((column) => ({ name: column, type: partitionType(column) })),
      storageDescriptor: {
        location: located.location,
        columns: [...columnsOf(name)],
        inputFormat: format.inputFormat,
        outputFormat: format.outputFormat,
        serDeInfo: { serializationLibrary: format.serializationLibrary, parameters: { ...format.parameters } },
      },
      ...scope.region,
    },
    scope.options,
  );
}

const OF_ACCESS_LOGS = ["accessLogs", "trailAccessLogs", "lineageAccessLogs"] as const;

function isOfAccessLogs(kind: keyof EvidenceSources): kind is (typeof OF_ACCESS_LOGS)[number] {
  return OF_ACCESS_LOGS.some((one) => one === kind);
}

function locationOf(scope: Scope, sources: EvidenceSources, kind: keyof EvidenceSources): pulumi.Output<TableLocation> {
  const { bucketName, prefix } = sources[kind] ?? { bucketName: "" };
  const { organizationId, accountIds } = sources.trail ?? {};
  const sourceBuckets = isOfAccessLogs(kind) ? (sources[kind]?.sourceBuckets ?? []) : [];
  return pulumi
    .all([scope.account.place, bucketName, sourceBuckets])
    .apply(([{ accountId, region }, bucket, loggedBuckets]) => ({
      bucketName: bucket,
      prefix,
      account: accountId,
      region,
      ...(kind === "trail" ? { organizationId } : {}),
      values: {
        account: accountIds ?? [accountId],
        region: KNOWN_REGIONS.filter((one) => partitionOf(one).id === partitionOf(region).id),
        bucket_name: loggedBuckets,
      },
    }));
}

export function saveQueries(
  scope: Scope,
  { tables, approvedModels }: EvidenceQueriesOptions,
  database: aws.glue.CatalogDatabase,
  workgroup: aws.athena.Workgroup,
): void {
  for (const [name, { question, sql }] of savedQueries(tables, { approvedModels })) {
    new aws.athena.NamedQuery(
      scope.child(name),
      {
        name,
        description: question,
        database: database.name,
        workgroup: workgroup.name,
        query: sql,
        ...scope.region,
      },
      scope.options,
    );
  }
}
