/** Evidence as AWS's services lay it out in S3: file by file, by the paths of their own pages. */
import { gzipSync } from "node:zlib";

import type { TableLocation } from "../../components/documents/evidence-tables";
import type { EvidenceTableName } from "../../facts/athena/evidence-tables";
import { type Objects, TODAY } from "../support/athena/athena";

export const ACCOUNT = "111122223333";
export const REGION = "eu-central-1";
const OTHER_REGION = "us-east-1";

/** Where each table reads. */
export const LOCATIONS: Readonly<Record<EvidenceTableName, TableLocation>> = {
  cloudtrail_events: {
    bucketName: "trail",
    account: ACCOUNT,
    region: REGION,
    values: { account: [ACCOUNT], region: [REGION, OTHER_REGION] },
  },
  config_items: { bucketName: "config", account: ACCOUNT, region: REGION },
  model_invocations: { bucketName: "invocations", prefix: "logs", account: ACCOUNT, region: REGION },
  s3_access: { bucketName: "access", account: ACCOUNT, region: REGION, values: { bucket_name: ["config"] } },
  s3_access_to_trail: {
    bucketName: "trail-access",
    account: ACCOUNT,
    region: REGION,
    values: { bucket_name: ["trail"] },
  },
  s3_access_to_lineage: {
    bucketName: "lineage-access",
    account: ACCOUNT,
    region: REGION,
    values: { bucket_name: ["models", "texts"] },
  },
  kubernetes_audit: { bucketName: "export", prefix: "audit", account: ACCOUNT, region: REGION },
};

/** A record, and when and where it came about. */
export interface Sample {
  readonly record: Readonly<Record<string, unknown>>;
  /** @default 1 */
  readonly daysAgo?: number;
  /** @default eu-central-1 */
  readonly region?: string;
}

/** The files of one table, a file a sample. Each sample is known by its id. */
export function objectsOf(
  table: EvidenceTableName,
  samples: Readonly<Record<string, Sample>>,
): Readonly<Record<string, Objects>> {
  const { bucketName } = LOCATIONS[table];
  const objects = Object.entries(samples).map(([id, { record, daysAgo = 1, region = REGION }]) =>
    OBJECTS[table](id, record, dayBefore(daysAgo), region),
  );
  return { [bucketName]: Object.fromEntries(objects) };
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** `2026/11/09`. */
  readonly path: string;
}

function dayBefore(days: number): Day {
  const date = new Date(Date.parse(`${TODAY}T00:00:00Z`) - days * 86_400_000);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return { year, month, day, path: date.toISOString().slice(0, 10).replaceAll("-", "/") };
}

type ObjectOf = (id: string, record: Sample["record"], day: Day, region: string) => readonly [string, Buffer];

/** What versions of CloudTrail's records have beside the fields that all have. A reader may meet any of them in one archive. */
const VERSIONS: readonly Sample["record"][] = [
  { eventVersion: "1.08", tlsDetails: { tlsVersion: "TLSv1.2", cipherSuite: "ECDHE-RSA-AES128-GCM-SHA256" } },
  { eventVersion: "1.09", vpcEndpointId: "vpce-0123456789abcdef0", vpcEndpointAccountId: ACCOUNT },
  { eventVersion: "1.10", eventCategory: "Management", sessionCredentialFromConsole: "true" },
  {
    eventVersion: "1.11",
    eventContext: { requestContext: { "aws:PrincipalTag/team": "claims" }, tagContext: { resourceTags: [] } },
  },
];

/** One version after the other, by the number that the id of a sample ends with. */
function versioned(id: string): Sample["record"] {
  return VERSIONS[Number(/\d+$/.exec(id)?.[0] ?? VERSIONS.length - 1) % VERSIONS.length] ?? {};
}

function zipped(value: unknown): Buffer {
  return gzipSync(JSON.stringify(value));
}

const accessLog =
  (bucket: string): ObjectOf =>
  (id, record, { path }, region) => [
    `${bucket}/${ACCOUNT}/${region}/${bucket}/${path}/${path.replaceAll("/", "-")}-00-00-00-${id}`,
    Buffer.from(accessLogLine(bucket, id, path, record)),
  ];

const OBJECTS: Readonly<Record<EvidenceTableName, ObjectOf>> = {
  cloudtrail_events: (id, record, { path }, region) => [
    `AWSLogs/${ACCOUNT}/CloudTrail/${region}/${path}/${ACCOUNT}_CloudTrail_${region}_${path.replaceAll("/", "")}T0000Z_${id}.json.gz`,
    zipped({
      Records: [
        {
          ...versioned(id),
          eventID: id,
          eventTime: `${path.replaceAll("/", "-")}T00:00:00Z`,
          awsRegion: region,
          ...record,
        },
      ],
    }),
  ],
  config_items: (id, record, { year, month, day }, region) => [
    `AWSLogs/${ACCOUNT}/Config/${region}/${year}/${month}/${day}/ConfigHistory/${ACCOUNT}_Config_${region}_ConfigHistory_${id}.json.gz`,
    zipped({
      fileVersion: "1.0",
      requestId: "r",
      configurationItems: [
        { resourceType: "AWS::EC2::VPC", configurationItemCaptureTime: midnight({ year, month, day }) },
        { resourceId: id, configurationItemCaptureTime: midnight({ year, month, day }), ...record },
      ],
    }),
  ],
  model_invocations: (id, record, { path }, region) => [
    `logs/AWSLogs/${ACCOUNT}/BedrockModelInvocationLogs/${region}/${path}/08/${id}.json.gz`,
    zipped({
      schemaType: "ModelInvocationLog",
      schemaVersion: "1.0",
      timestamp: `${path.replaceAll("/", "-")}T00:00:00Z`,
      region,
      requestId: id,
      ...record,
    }),
  ],
  s3_access: accessLog("config"),
  s3_access_to_trail: accessLog("trail"),
  s3_access_to_lineage: accessLog("texts"),
  kubernetes_audit: (id, record, { path }, region) => [
    `audit/AWSLogs/${ACCOUNT}/KubernetesAudit/${region}/${path}/export-1-${id}.gz`,
    zipped({
      kind: "Event",
      apiVersion: "audit.k8s.io/v1",
      auditID: id,
      stage: "ResponseComplete",
      requestReceivedTimestamp: `${path.replaceAll("/", "-")}T00:00:00.000000Z`,
      ...record,
    }),
  ],
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function midnight({ year, month, day }: Pick<Day, "year" | "month" | "day">): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString();
}

/** A line as S3's page shows it; fields that nobody asks for are those of that page. */
function accessLogLine(bucket: string, id: string, path: string, record: Sample["record"]): string {
  const [year = "", month = "", day = ""] = path.split("/");
  const at = `${day}/${MONTHS[Number(month) - 1] ?? ""}/${year}:00:00:38 +0000`;
  const of = (name: string, byDefault: string): string => (typeof record[name] === "string" ? record[name] : byDefault);
  return (
    `79a59df900b949e55d96a1e698fbaced ${bucket} [${at}] 192.0.2.3 ${of("requester", `arn:aws:iam::${ACCOUNT}:user/ann`)} ` +
    `3E57427F3EXAMPLE ${of("operation", "REST.HEAD.BUCKET")} ${of("key", id)} "GET /config/${id}?versioning HTTP/1.1" ${of("status", "200")} ` +
    '- 113 - 7 - "-" "S3Console/0.4" - s9lzHYrFp76ZVxRcpX9+5cjAnEH2ROuNkd2BHfIa6UkFVdtjf5mKR3/eTPFvsiP/XV/VLi31234= SigV4 ' +
    "ECDHE-RSA-AES128-GCM-SHA256 AuthHeader config.s3.eu-central-1.amazonaws.com TLSV1.2 - Yes\n"
  );
}
