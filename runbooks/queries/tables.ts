/** What answers show of each table in any case, and by which column a record is known. */
import { all, ALWAYS, type Condition, type Fields, is } from "./condition";
import type { TableName } from "./table-name";

/** How the records of a table are shown. */
export interface TableView {
  /** Before the columns of a query. */
  readonly first: Readonly<Record<string, Fields>>;
  /** After them; the first is the id of a record. */
  readonly last: Readonly<Record<string, Fields>>;
  /** The column that the newest are told by. */
  readonly newestBy: string;
  /** What tells a record from what else a table holds. @default - it holds nothing else */
  readonly only?: Condition;
}

const ACCESS_LOG: TableView = {
  first: {
    requestdatetime: "requestdatetime",
    bucket_name: "bucket_name",
    operation: "operation",
    key: "key",
    requester: "requester",
    remoteip: "remoteip",
    httpstatus: "httpstatus",
    errorcode: "errorcode",
    versionid: "versionid",
  },
  last: { requestid: "requestid" },
  newestBy: "requestdatetime",
};

/** Whoever called, as far as the record says it. */
export const CALLER: Fields = ["userIdentity.arn", "userIdentity.invokedBy", "userIdentity.type"];

export const TABLE_VIEWS: Readonly<Record<TableName, TableView>> = {
  cloudtrail_events: {
    first: {
      eventtime: "eventTime",
      account: "recipientAccountId",
      awsregion: "awsRegion",
      eventsource: "eventSource",
      eventname: "eventName",
      caller: CALLER,
      sourceipaddress: "sourceIPAddress",
      errorcode: "errorCode",
    },
    last: { eventid: "eventID" },
    newestBy: "eventtime",
  },
  model_invocations: {
    first: {
      timestamp: "timestamp",
      region: "region",
      caller: "identity.arn",
      modelid: "modelId",
      operation: "operation",
      errorcode: "errorCode",
    },
    last: { requestid: "requestId" },
    newestBy: "timestamp",
    // Large bodies lie beside the log.
    only: is("schemaType", "ModelInvocationLog"),
  },
  kubernetes_audit: {
    first: {
      requestreceivedtimestamp: "requestReceivedTimestamp",
      username: "user.username",
      verb: "verb",
      namespace: "objectRef.namespace",
      resource: "objectRef.resource",
      name: "objectRef.name",
      subresource: "objectRef.subresource",
      code: "responseStatus.code",
      requesturi: "requestURI",
    },
    last: { auditid: "auditID" },
    newestBy: "requestreceivedtimestamp",
    // Every request has several stages, of which one is enough.
    only: is("stage", "ResponseComplete"),
  },
  config_items: {
    first: {
      configurationitemcapturetime: "configurationItemCaptureTime",
      configurationitemstatus: "configurationItemStatus",
      resourcetype: "resourceType",
      resourceid: "resourceId",
      arn: "arn",
      awsregion: "awsRegion",
    },
    last: { configurationstateid: "configurationStateId" },
    newestBy: "configurationitemcapturetime",
  },
  s3_access: ACCESS_LOG,
  s3_access_to_trail: ACCESS_LOG,
  s3_access_to_lineage: ACCESS_LOG,
  log_file_integrity: {
    first: { checked: "checked", result: "result", detail: "detail" },
    last: { file: "file" },
    newestBy: "checked",
  },
  application_records: {
    first: {
      time: "time",
      service: "service",
      event: "event",
      conversation: "conversation",
      trace: "trace",
    },
    last: { requestid: "request" },
    newestBy: "time",
  },
};

/** A condition on a table's records, and on nothing else that it holds. */
export function onlyRecords(table: TableName, where: Condition): Condition {
  return all(TABLE_VIEWS[table].only ?? ALWAYS, where);
}

/** The column that an answer's records are known by. */
export function idColumnOf(table: TableName): string {
  return Object.keys(TABLE_VIEWS[table].last)[0] ?? "";
}

/** The columns of the tables that no catalog has, which a folder of log files gives. All are texts. */
export const FOLDER_TABLES = {
  log_file_integrity: ["checked", "result", "detail", "file"],
  application_records: [
    ...["time", "day", "service", "event", "conversation", "trace", "span", "request", "model"],
    ...["guardrail", "guardrail_action", "error", "attributes", "body"],
  ],
} as const satisfies Readonly<Partial<Record<TableName, readonly string[]>>>;
