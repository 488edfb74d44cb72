/** Tables of the Glue Data Catalog over evidence in S3, whose partitions Athena computes: pure functions on plain strings. */
import {
  DATE_PARTITIONS,
  EVIDENCE_TABLES,
  type EvidenceTable,
  type EvidenceTableName,
  type PartitionColumn,
} from "../../facts/athena/evidence-tables";

/** Where the objects of a table lie. */
export interface TableLocation {
  readonly bucketName: string;
  /** Before the layout of the service, without slashes around it. @default - nothing */
  readonly prefix?: string | undefined;
  readonly account: string;
  readonly region: string;
  /** Of the trail, where it is an organization's. @default - the trail is the account's */
  readonly organizationId?: string | undefined;
  /** The values of the partition columns that are no dates. @default - the table has none */
  readonly values?: Readonly<Partial<Record<PartitionColumn, readonly string[]>>> | undefined;
}

/** What of a table depends on where its objects lie. */
export interface LocatedTable {
  /** The folder that holds all of its objects, as an S3 URL. */
  readonly location: string;
  /** How Athena computes the partitions. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Where a table's partitions lie, and which ones there are.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/partition-projection-setting-up.html
 */
export function locatedTable(name: EvidenceTableName, at: TableLocation): LocatedTable {
  // Widened, because each table has partition columns of its own.
  const { layout, partitions }: EvidenceTable = EVIDENCE_TABLES[name];
  const fixed: Readonly<Record<string, string>> = {
    organization: at.organizationId === undefined ? "" : `${at.organizationId}/`,
    account: at.account,
    region: at.region,
  };
  const folders = layout.replaceAll(/\{(\w+)\}/g, (_, part: string) =>
    partitions.some((column) => column === part) ? `\${${part}}` : (fixed[part] ?? ""),
  );
  const root = `s3://${at.bucketName}/${at.prefix === undefined ? "" : `${at.prefix}/`}`;
  const [common = ""] = folders.split("${");
  return {
    location: `${root}${common}`,
    parameters: {
      EXTERNAL: "TRUE",
      "projection.enabled": "true",
      ...Object.fromEntries(partitions.flatMap((column) => projectionOf(column, at))),
      "storage.location.template": `${root}${folders}`,
    },
  };
}

function projectionOf(column: PartitionColumn, { values = {} }: TableLocation): readonly (readonly [string, string])[] {
  const projection: Readonly<Record<string, string>> =
    column in DATE_PARTITIONS
      ? DATE_PARTITIONS[column as keyof typeof DATE_PARTITIONS].projection // `in` does not narrow the name
      : { type: "enum", values: (values[column] ?? []).join(",") };
  return Object.entries(projection).map(([property, value]) => [`projection.${column}.${property}`, value] as const);
}

/** The type of a partition column, in Hive's notation. */
export function partitionType(column: PartitionColumn): string {
  return column in DATE_PARTITIONS
    ? DATE_PARTITIONS[column as keyof typeof DATE_PARTITIONS].type // `in` does not narrow the name
    : "string";
}
