/** The tables by which Athena reads what AWS's services deliver to S3: columns, formats and layouts. */
import type { Source } from "../source";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html",
    readOn: "2026-11-26",
    secondary: "public programs that quote the page's statement whole, where the copy at hand was cut short",
  },
  {
    page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-s3-access-logs-to-identify-requests.html",
    readOn: "2026-11-26",
    secondary: "a public copy of the page's statement, for logs in folders by date",
  },
  {
    page: "https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html",
    readOn: "2026-11-26",
  },
  {
    page: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html",
    readOn: "2026-11-26",
    secondary: "sample logs and a published schema of them; the page shows none of the token counts",
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/deliver-snapshot-cli.html",
    readOn: "2026-11-26",
    secondary: "AWS's article on AWS Config and Athena, for the columns",
  },
  { page: "https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/", readOn: "2026-11-26" },
];

/** A field of a record, or a column that it becomes. */
export interface Column {
  readonly name: string;
  /** In Hive's notation. What is a `string` here and an object in the record is its JSON text. */
  readonly type: string;
}

/** How records become rows. */
export interface RowFormat {
  readonly serializationLibrary: string;
  readonly inputFormat: string;
  readonly outputFormat: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * The columns that are no part of a record but of the path to it: where a day's objects lie is computed of their values, so that a
 * query reads no more than the days that it names, and a reader goes on at the day where it stopped.
 */
export type PartitionColumn = "account" | "region" | "bucket_name" | "day" | "year" | "month" | "day_of_month";

/** A table over one kind of evidence. */
export interface EvidenceTable {
  /** What it holds. */
  readonly description: string;
  /** In the letter case of the records, in the order of the columns. */
  readonly fields: readonly Column[];
  readonly format: RowFormat;
  /**
   * The folders beneath the bucket, and its prefix, in which objects lie. What is in braces is a partition column, or is the same for
   * all objects of a table: `{organization}` is nothing for a trail of the account.
   */
  readonly layout: string;
  readonly partitions: readonly PartitionColumn[];
}

const OUTPUT_FORMAT = "org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat";
const TEXT = { inputFormat: "org.apache.hadoop.mapred.TextInputFormat", outputFormat: OUTPUT_FORMAT } as const;

/** CloudTrail's files hold one object with a list of records, which its own input format takes apart. */
const CLOUDTRAIL_RECORDS: RowFormat = {
  serializationLibrary: "org.apache.hive.hcatalog.data.JsonSerDe",
  inputFormat: "com.amazon.emr.cloudtrail.CloudTrailInputFormat",
  outputFormat: OUTPUT_FORMAT,
  parameters: { "serialization.format": "1" },
};

/** One JSON object a line; what is none, such as an image beside the log, is a row without values. */
const JSON_LINES: RowFormat = {
  ...TEXT,
  serializationLibrary: "org.openx.data.jsonserde.JsonSerDe",
  parameters: { "serialization.format": "1", "ignore.malformed.json": "true" },
};

/** S3's access logs, of which each later field may be missing: S3 appends new ones. */
const ACCESS_LOG_LINE =
  '([^ ]*) ([^ ]*) \\[(.*?)\\] ([^ ]*) ([^ ]*) ([^ ]*) ([^ ]*) ([^ ]*) ("[^"]*"|-) (-|[0-9]*) ([^ ]*) ([^ ]*) ([^ ]*) ' +
  '([^ ]*) ([^ ]*) ([^ ]*) ("[^"]*"|-) ([^ ]*)(?: ([^ ]*) ([^ ]*) ([^ ]*) ([^ ]*) ([^ ]*) ([^ ]*) ([^ ]*) ([^ ]*))?.*$';

const ACCESS_LOG_LINES: RowFormat = {
  ...TEXT,
  serializationLibrary: "org.apache.hadoop.hive.serde2.RegexSerDe",
  parameters: { "serialization.format": "1", "input.regex": ACCESS_LOG_LINE },
};

function fields(of: Readonly<Record<string, string>>): readonly Column[] {
  return Object.entries(of).map(([name, type]) => ({ name, type }));
}

/** The columns of a table: in lower case, as Glue keeps names, because Athena's readers of JSON ignore the letter case of fields. */
export function columnsOf(table: EvidenceTableName): readonly Column[] {
  return EVIDENCE_TABLES[table].fields.map(({ name, type }) => ({
    name: name.toLowerCase(),
    type: type.toLowerCase(),
  }));
}

const SESSION_CONTEXT =
  "struct<attributes:struct<mfaAuthenticated:string,creationDate:string>," +
  "sessionIssuer:struct<type:string,principalId:string,arn:string,accountId:string,userName:string>," +
  "ec2RoleDelivery:string,webIdFederationData:struct<federatedProvider:string,attributes:map<string,string>>>";

const CONFIGURATION_ITEM =
  "struct<configurationItemVersion:string,configurationItemCaptureTime:string,configurationStateId:string,awsAccountId:string," +
  "configurationItemStatus:string,resourceType:string,resourceId:string,resourceName:string,arn:string,awsRegion:string," +
  "availabilityZone:string,resourceCreationTime:string,configuration:string,supplementaryConfiguration:map<string,string>," +
  "tags:map<string,string>,relatedEvents:array<string>>";

const ACCESS_LOG_FIELDS = fields({
  bucketowner: "string",
  bucket: "string",
  requestdatetime: "string",
  remoteip: "string",
  requester: "string",
  requestid: "string",
  operation: "string",
  key: "string",
  request_uri: "string",
  httpstatus: "string",
  errorcode: "string",
  bytessent: "bigint",
  objectsize: "bigint",
  totaltime: "string",
  turnaroundtime: "string",
  referrer: "string",
  useragent: "string",
  versionid: "string",
  hostid: "string",
  sigv: "string",
  ciphersuite: "string",
  authtype: "string",
  endpoint: "string",
  tlsversion: "string",
  accesspointarn: "string",
  aclrequired: "string",
});

/** Every table, by its name in the catalog. AWS Config writes months and days without a zero before them: a day is three numbers there. */
export const EVIDENCE_TABLES = {
  cloudtrail_events: {
    description: "Records of CloudTrail, of every region",
    fields: fields({
      eventVersion: "string",
      userIdentity:
        "struct<type:string,principalId:string,arn:string,accountId:string,invokedBy:string,accessKeyId:string,userName:string," +
        `onBehalfOf:struct<userId:string,identityStoreArn:string>,sessionContext:${SESSION_CONTEXT}>`,
      eventTime: "string",
      eventSource: "string",
      eventName: "string",
      awsRegion: "string",
      sourceIPAddress: "string",
      userAgent: "string",
      errorCode: "string",
      errorMessage: "string",
      requestParameters: "string",
      responseElements: "string",
      additionalEventData: "string",
      requestID: "string",
      eventID: "string",
      readOnly: "string",
      resources: "array<struct<ARN:string,accountId:string,type:string>>",
      eventType: "string",
      apiVersion: "string",
      recipientAccountId: "string",
      serviceEventDetails: "string",
      sharedEventID: "string",
      vpcEndpointId: "string",
      vpcEndpointAccountId: "string",
      eventCategory: "string",
      addendum: "struct<reason:string,updatedFields:string,originalRequestID:string,originalEventID:string>",
      sessionCredentialFromConsole: "string",
      edgeDeviceDetails: "string",
      tlsDetails: "struct<tlsVersion:string,cipherSuite:string,clientProvidedHostHeader:string>",
    }),
    format: CLOUDTRAIL_RECORDS,
    layout: "AWSLogs/{organization}{account}/CloudTrail/{region}/{day}",
    partitions: ["account", "region", "day"],
  },
  config_items: {
    description:
      "Configuration history and snapshots of AWS Config: one row a file, with a list of configuration items",
    fields: fields({
      fileVersion: "string",
      requestId: "string",
      configSnapshotId: "string",
      configurationItems: `array<${CONFIGURATION_ITEM}>`,
    }),
    format: JSON_LINES,
    layout: "AWSLogs/{account}/Config/{region}/{year}/{month}/{day_of_month}",
    partitions: ["year", "month", "day_of_month"],
  },
  model_invocations: {
    description:
      "Invocations of Bedrock models; objects with large bodies beside the log are rows without a schematype",
    fields: fields({
      schemaType: "string",
      schemaVersion: "string",
      timestamp: "string",
      accountId: "string",
      identity: "struct<arn:string>",
      region: "string",
      inferenceRegion: "string",
      requestId: "string",
      operation: "string",
      modelId: "string",
      errorCode: "string",
      input:
        "struct<inputContentType:string,inputBodyJson:string,inputBodyS3Path:string,inputTokenCount:bigint," +
        "cacheReadInputTokenCount:bigint,cacheWriteInputTokenCount:bigint>",
      output: "struct<outputContentType:string,outputBodyJson:string,outputBodyS3Path:string,outputTokenCount:bigint>",
      requestMetadata: "map<string,string>",
    }),
    format: JSON_LINES,
    layout: "AWSLogs/{account}/BedrockModelInvocationLogs/{region}/{day}",
    partitions: ["day"],
  },
  s3_access: {
    description: "Requests to the buckets that hold evidence",
    fields: ACCESS_LOG_FIELDS,
    format: ACCESS_LOG_LINES,
    layout: "{bucket_name}/{account}/{region}/{bucket_name}/{day}",
    partitions: ["bucket_name", "day"],
  },
  s3_access_to_trail: {
    description: "Requests to the bucket that holds the trail's log files",
    fields: ACCESS_LOG_FIELDS,
    format: ACCESS_LOG_LINES,
    layout: "{bucket_name}/{account}/{region}/{bucket_name}/{day}",
    partitions: ["bucket_name", "day"],
  },
  s3_access_to_lineage: {
    description: "Requests to the buckets that hold training data, models and artifacts",
    fields: ACCESS_LOG_FIELDS,
    format: ACCESS_LOG_LINES,
    layout: "{bucket_name}/{account}/{region}/{bucket_name}/{day}",
    partitions: ["bucket_name", "day"],
  },
  kubernetes_audit: {
    description: "Audit events of Kubernetes API servers",
    fields: fields({
      kind: "string",
      apiVersion: "string",
      level: "string",
      auditID: "string",
      stage: "string",
      requestURI: "string",
      verb: "string",
      user: "struct<username:string,uid:string,groups:array<string>>",
      impersonatedUser: "struct<username:string,uid:string,groups:array<string>>",
      sourceIPs: "array<string>",
      userAgent: "string",
      objectRef:
        "struct<resource:string,namespace:string,name:string,uid:string,apiGroup:string,apiVersion:string,subresource:string>",
      responseStatus: "struct<status:string,message:string,reason:string,code:int>",
      requestObject: "string",
      responseObject: "string",
      requestReceivedTimestamp: "string",
      stageTimestamp: "string",
      annotations: "map<string,string>",
    }),
    format: JSON_LINES,
    layout: "AWSLogs/{account}/KubernetesAudit/{region}/{day}",
    partitions: ["day"],
  },
} as const satisfies Readonly<Record<string, EvidenceTable>>;

/** The name of a table. */
export type EvidenceTableName = keyof typeof EVIDENCE_TABLES;

/** How Athena computes the values of the partition columns that are dates. */
export const DATE_PARTITIONS = {
  day: {
    type: "string",
    projection: {
      type: "date",
      format: "yyyy/MM/dd",
      range: "NOW-10YEARS,NOW",
      interval: "1",
      "interval.unit": "DAYS",
    },
  },
  year: { type: "int", projection: { type: "integer", range: "2016,2050" } },
  month: { type: "int", projection: { type: "integer", range: "1,12" } },
  day_of_month: { type: "int", projection: { type: "integer", range: "1,31" } },
} as const satisfies Readonly<
  Partial<Record<PartitionColumn, { readonly type: string; readonly projection: Readonly<Record<string, string>> }>>
>;
