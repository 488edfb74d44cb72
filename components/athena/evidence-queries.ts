/** SQL over evidence where it lies: tables, a workgroup that bounds and encrypts queries, and the questions that auditors ask. */
import * as pulumi from "@pulumi/pulumi";

import { componentType, scopeOf } from "../base/component";
import { checkProtection, type EvidenceProtection, type KeyProtection } from "../base/evidence-protection";
import { refuseShapingOfExisting, type ShapingOptions } from "../base/existing";
import { matching, optionOf, OptionError, wholeNumber } from "../base/options";
import { type ExistingKey, requiredKey, validatedKey } from "../kms/required-key";
import type { EvidenceBucket } from "../s3/evidence-bucket";
import {
  createDatabase,
  createKey,
  createResultsBucket,
  createTables,
  createWorkgroup,
  type EvidenceQueriesOptions,
  type EvidenceSources,
  givenSources,
  saveQueries,
  tableNames,
} from "./evidence-queries-resources";

export type { AccessLogSource, EvidenceSource, EvidenceSources, TrailSource } from "./evidence-queries-resources";

/** Options of an {@link EvidenceQueries}. */
export interface EvidenceQueriesArgs extends EvidenceProtection, KeyProtection {
  /** Where evidence lies: a table is made of each. At least one. */
  readonly sources: EvidenceSources;
  /**
   * The ids of the models that may be used, as calls name them: the queries on models show the others.
   *
   * @default - they show all
   */
  readonly approvedModels?: readonly string[];
  /**
   * Gigabytes (10^9 bytes) that a query may read before Athena stops it, 1 to 10000.
   *
   * @default 100, which Athena charges with half a dollar and which hold years of an account's compressed log files
   */
  readonly scanLimitGB?: number;
  /** Days that results are kept. They are excerpts of the evidence, which can be asked again. @default 30 */
  readonly resultRetentionDays?: number;
  /** A customer managed key for results, which IAM lets the readers use. @default - one is created */
  readonly key?: ExistingKey;
  /** The bucket that receives the access logs of the bucket of results. @default - access is not logged */
  readonly accessLogBucket?: pulumi.Input<string>;
  /** Where the buckets are: Athena charges for reading those of other regions. @default the provider's region */
  readonly region?: string;
}

/**
 * A database of the Glue Data Catalog with a table over each kind of evidence, whose partitions Athena computes; a workgroup that
 * encrypts results with a customer managed key, stops what reads too much and lets nobody choose otherwise; and saved queries.
 * Whoever runs them needs to be let in by IAM: to the workgroup, to the database, to the buckets and to their keys.
 *
 * @throws {OptionError} when there is no source, when scanLimitGB or resultRetentionDays is out of range, when a prefix, an account or an
 *   organization is of the wrong form, when the key is named by an alias, or forceDestroy contradicts protect
 * @see https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html
 * @see https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
 */
export class EvidenceQueries extends pulumi.ComponentResource {
  readonly databaseName: string;
  readonly workgroupName: pulumi.Output<string>;
  /** Takes the results of queries. */
  readonly resultsBucket: EvidenceBucket;

  constructor(name: string, args: EvidenceQueriesArgs, opts?: pulumi.ComponentResourceOptions) {
    const options = resolveEvidenceQueries(name, args);
    super(componentType("EvidenceQueries"), name, { tables: options.tables }, opts);
    const scope = scopeOf(this, name, args);

    const key = requiredKey(options.key, () => createKey(scope));
    this.resultsBucket = createResultsBucket(scope, options, key);
    const workgroup = createWorkgroup(scope, options, key, this.resultsBucket);
    const database = createDatabase(scope, options);
    createTables(scope, options, database);
    saveQueries(scope, options, database, workgroup);

    this.databaseName = options.databaseName;
    this.workgroupName = workgroup.name;
    this.registerOutputs({
      databaseName: this.databaseName,
      workgroupName: this.workgroupName,
      resultsBucketName: this.resultsBucket.bucketName,
    });
  }
}

const SHAPING: ShapingOptions<keyof EvidenceQueriesArgs> = { key: ["breakGlassPrincipals"] };
const scanLimit = wholeNumber({ minimum: 1, maximum: 10_000, unit: "gigabytes" });
const validPrefix = matching(
  /^[A-Za-z0-9!_.*'()-]+(\/[A-Za-z0-9!_.*'()-]+)*$/,
  "folders of letters, digits and !_.*'()-, divided by slashes, with none around them",
  "Name the prefix as the service that delivers was told it, without slashes around it.",
);
const validAccount = matching(/^\d{12}$/, "twelve digits", "Take the id of the account whose records are read.");
const validOrganization = matching(
  /^o-[a-z0-9]{10,32}$/,
  "o- and 10 to 32 lower-case letters and digits",
  "Take the id of the organization whose trail it is.",
);

/** @throws {OptionError} as {@link EvidenceQueries} does */
export function resolveEvidenceQueries(name: string, args: EvidenceQueriesArgs): EvidenceQueriesOptions {
  const option = optionOf("EvidenceQueries", name);
  const { sources, approvedModels = [], scanLimitGB = 100, resultRetentionDays = 30, key, accessLogBucket } = args;
  checkProtection(args, option);
  refuseShapingOfExisting(args, SHAPING, option);
  checkSources(sources, option);
  scanLimit(scanLimitGB, option("scanLimitGB"));
  return {
    sources,
    tables: tableNames(sources),
    approvedModels,
    scanLimitGB,
    resultRetentionDays,
    key: validatedKey(key, option("key")),
    accessLogBucket,
    // The catalog takes small letters, digits and underscores.
    databaseName: name.toLowerCase().replaceAll(/[^a-z0-9]/g, "_"),
  };
}

function checkSources(sources: EvidenceSources, option: (name: string) => string): void {
  if (tableNames(sources).length === 0) {
    throw new OptionError({
      path: option("sources"),
      got: sources,
      allowed: "at least one source",
      fix: "Name the bucket of a trail, of AWS Config, of invocation logs, of access logs or of audit logs.",
    });
  }
  for (const [source, { prefix }] of givenSources(sources)) {
    if (prefix !== undefined) {
      validPrefix(prefix, option(`sources.${source}.prefix`));
    }
  }
  const { organizationId, accountIds = [] } = sources.trail ?? {};
  if (organizationId !== undefined) {
    validOrganization(organizationId, option("sources.trail.organizationId"));
  }
  accountIds.forEach((id, index) => validAccount(id, option(`sources.trail.accountIds[${index}]`)));
}
