/**
 * What an auditor asks of the evidence, in Athena's SQL, as pure functions on plain data. Each query reads the partitions of a few
 * days only; whoever looks further back changes that number.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/querying-cloudtrail-logs.html
 */
import type { EvidenceTableName } from "../../../facts/athena/evidence-tables";
import { MODEL_PROVISIONING } from "../../../facts/bedrock/model-provisioning";
import { TAMPER_EVENTS, TAMPER_SERVICES } from "../../../facts/cloudtrail/tamper-events";
import { MODEL_CALLS } from "../../../facts/eventbridge/events";
import { REQUEST_METADATA } from "../../../facts/telemetry/contract";

/** What the queries of an account are told. */
export interface QueryOptions {
  /** The tables that there are. */
  readonly tables: readonly EvidenceTableName[];
  /** The ids of the models that may be used, as calls name them; none knows no unapproved one and shows all. */
  readonly approvedModels: readonly string[];
}

/** A query, by what it finds. */
export interface SavedQuery {
  /** The question that it answers. */
  readonly question: string;
  /** The tables that it reads: all of them, or whichever there are. */
  readonly reads: readonly EvidenceTableName[];
  readonly sql: (options: QueryOptions) => string;
}

/** A text in SQL. */
function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function anyOf(values: readonly string[]): string {
  return `(${values.map(text).join(", ")})`;
}

/** The partitions of the last days, today's among them. */
function lastDays(days: number): string {
  return `day >= date_format(current_date - interval '${days}' day, '%Y/%m/%d')`;
}

function lastDaysOfConfig(days: number): string {
  return (
    "cast(year * 10000 + month * 100 + day_of_month as varchar) >= " +
    `date_format(current_date - interval '${days}' day, '%Y%m%d')`
  );
}

const CALLER = "coalesce(useridentity.arn, useridentity.invokedby, useridentity.type)";

/** Records of CloudTrail that meet a condition, the newest first. */
function records(condition: string, more: readonly string[] = [], days = 7): string {
  const shown = [
    "eventtime",
    "account",
    "awsregion",
    "eventsource",
    "eventname",
    `${CALLER} AS caller`,
    "sourceipaddress",
    "errorcode",
    ...more,
    "eventid",
  ];
  return [
    `SELECT ${shown.join(",\n  ")}`,
    "FROM cloudtrail_events",
    `WHERE ${lastDays(days)}`,
    `  AND ${condition}`,
    "ORDER BY eventtime DESC",
  ].join("\n");
}

function calls(service: string, names: readonly string[]): string {
  return `(eventsource = ${text(`${service}.amazonaws.com`)} AND eventname IN ${anyOf(names)})`;
}

/** The model that a call names: each operation by a parameter of its own. */
const MODEL =
  "coalesce(json_extract_scalar(requestparameters, '$.modelId'), json_extract_scalar(requestparameters, '$.baseModelIdentifier'), " +
  "json_extract_scalar(requestparameters, '$.modelArn'), json_extract_scalar(requestparameters, '$.importedModelName'))";

function parameter(path: string): string {
  return `json_extract_scalar(requestparameters, ${text(`$.${path}`)})`;
}

/** A parameter that is a list or an object, as its JSON. */
function parameterText(path: string): string {
  return `json_format(json_extract(requestparameters, ${text(`$.${path}`)}))`;
}

/** What a call makes of something: a job, a model, a version of one, or what serves it. */
const MADE = `coalesce(${["endpointName", "endpointConfigName", "trainingJobName", "customModelName", "modelPackageGroupName", "modelName"].map(parameter).join(", ")})`;

/** What it is made of: data, artifacts or models, each call by a parameter of its own. */
const MADE_OF = `coalesce(${[
  ...["trainingDataConfig.s3Uri", "primaryContainer.modelDataUrl", "primaryContainer.modelPackageName"].map(parameter),
  ...["inputDataConfig", "inferenceSpecification.containers", "containers", "productionVariants"].map(parameterText),
  parameter("endpointConfigName"),
].join(", ")})`;

/** Where it leaves what comes of it. */
const LEFT_IN = `coalesce(${["outputDataConfig.s3OutputPath", "outputDataConfig.s3Uri"].map(parameter).join(", ")})`;

function unapproved(model: string, { approvedModels }: QueryOptions): string {
  return approvedModels.length === 0 ? "" : `\n  AND coalesce(${model}, 'none') NOT IN ${anyOf(approvedModels)}`;
}

function trailQuery(question: string, sql: SavedQuery["sql"]): SavedQuery {
  return { question, reads: ["cloudtrail_events"], sql };
}

const ACCESS_TABLES: readonly EvidenceTableName[] = ["s3_access", "s3_access_to_trail"];

/** Lines of access logs that meet a condition, of whichever of the tables there are. */
function accesses(condition: string, of = ACCESS_TABLES): SavedQuery["sql"] {
  return ({ tables }) => {
    const lines = of
      .filter((table) => tables.includes(table))
      .map((table) =>
        [
          "SELECT requestdatetime, bucket_name, operation, key, requester, remoteip, httpstatus, errorcode, versionid",
          `FROM ${table}`,
          `WHERE ${lastDays(7)}`,
          `  AND ${condition}`,
        ].join("\n"),
      );
    return `${lines.join("\nUNION ALL\n")}\nORDER BY requestdatetime DESC`;
  };
}

/** Configuration items, one a row. A list is counted through by its positions, which every version of the engine reads alike. */
function configurationItems(condition: string): string {
  const of = (field: string): string => `configurationitems[position].${field}`;
  const shown = [
    "configurationitemcapturetime",
    "configurationitemstatus",
    "resourcetype",
    "resourceid",
    "arn",
    "awsregion",
  ];
  return [
    `SELECT ${shown.map((field) => `${of(field)} AS ${field}`).join(",\n  ")}`,
    "FROM (",
    "  SELECT configurationitems FROM config_items",
    `  WHERE ${lastDaysOfConfig(7)} AND cardinality(configurationitems) > 0`,
    ") AS files",
    "CROSS JOIN UNNEST(sequence(1, cardinality(configurationitems))) AS items (position)",
    `WHERE ${condition.replaceAll(/\{(\w+)\}/g, (_, field: string) => of(field))}`,
    "ORDER BY 1 DESC",
  ].join("\n");
}

/** Audit events of Kubernetes, the newest first. Every request has several stages, of which one is enough. */
function auditEvents(condition: string): string {
  return [
    'SELECT requestreceivedtimestamp, "user".username AS username, verb, objectref.namespace AS namespace,',
    "  objectref.resource AS resource, objectref.name AS name, objectref.subresource AS subresource,",
    "  responsestatus.code AS code, requesturi, auditid",
    "FROM kubernetes_audit",
    `WHERE ${lastDays(7)}`,
    "  AND stage = 'ResponseComplete'",
    `  AND ${condition}`,
    "ORDER BY requestreceivedtimestamp DESC",
  ].join("\n");
}

/** Every query. The name of one is permanent. */
export const SAVED_QUERIES = {
  "models-provisioned": trailQuery(
    "Which models were provisioned, customized, imported or agreed to that are not approved, and by whom?",
    (options) => records(`${calls("bedrock", MODEL_PROVISIONING)}${unapproved(MODEL, options)}`, [`${MODEL} AS model`]),
  ),
  "models-called": trailQuery("Who called which models that are not approved, and how often?", (options) =>
    [
      `SELECT ${CALLER} AS caller,`,
      `  ${MODEL} AS model,`,
      "  awsregion,",
      "  count(*) AS calls,",
      "  count(errorcode) AS failed,",
      "  max(eventtime) AS latest",
      "FROM cloudtrail_events",
      `WHERE ${lastDays(7)}`,
      `  AND ${calls("bedrock", MODEL_CALLS)}${unapproved(MODEL, options)}`,
      "GROUP BY 1, 2, 3",
      "ORDER BY calls DESC",
    ].join("\n"),
  ),
  "model-calls-denied": trailQuery("Whose calls to models were refused?", () =>
    records(
      `${calls("bedrock", MODEL_CALLS)}\n  AND errorcode IN ${anyOf(["AccessDenied", "AccessDeniedException"])}`,
      [`${MODEL} AS model`],
    ),
  ),
  "evidence-tampered-with": trailQuery("Which calls undid a control, or tried to?", () =>
    records(`(${TAMPER_SERVICES.map((service) => calls(service, TAMPER_EVENTS[service])).join("\n    OR ")})`),
  ),
  "invocation-logging-changed": trailQuery("Who changed what is logged of model invocations?", () =>
    records(
      calls("bedrock", ["PutModelInvocationLoggingConfiguration", "DeleteModelInvocationLoggingConfiguration"]),
      ["requestparameters"],
      30,
    ),
  ),
  "guardrails-changed": trailQuery("Who changed or deleted guardrails, or their enforcement?", () =>
    records(
      calls("bedrock", [
        "UpdateGuardrail",
        "DeleteGuardrail",
        "PutEnforcedGuardrailConfiguration",
        "DeleteEnforcedGuardrailConfiguration",
      ]),
      ["json_extract_scalar(requestparameters, '$.guardrailIdentifier') AS guardrail"],
      30,
    ),
  ),
  "keys-disabled": trailQuery("Which keys were disabled, scheduled for deletion or given another policy?", () =>
    records(
      calls("kms", [
        "DisableKey",
        "ScheduleKeyDeletion",
        "DisableKeyRotation",
        "PutKeyPolicy",
        "DeleteImportedKeyMaterial",
      ]),
      ["json_extract_scalar(requestparameters, '$.keyId') AS key_id"],
      30,
    ),
  ),
  "cross-account-access": trailQuery("Which other accounts' principals acted in this account?", () =>
    records("useridentity.accountid <> recipientaccountid\n  AND coalesce(useridentity.type, '') <> 'AWSService'", [
      "useridentity.accountid AS caller_account",
    ]),
  ),
  "root-used": trailQuery("When was the root user used?", () =>
    records(
      "useridentity.type = 'Root'\n  AND useridentity.invokedby IS NULL\n  AND coalesce(eventtype, '') <> 'AwsServiceEvent'",
      [],
      90,
    ),
  ),
  "sign-ins-without-mfa": trailQuery("Which users signed in to the console without a second factor?", () =>
    records(
      "eventname = 'ConsoleLogin'\n  AND useridentity.type IN ('IAMUser', 'Root')" +
        "\n  AND json_extract_scalar(responseelements, '$.ConsoleLogin') = 'Success'" +
        "\n  AND json_extract_scalar(additionaleventdata, '$.MFAUsed') = 'No'",
      [],
      30,
    ),
  ),
  "model-permissions-widened": trailQuery("Which changes of IAM policies name Bedrock or SageMaker?", () =>
    records(
      calls("iam", [
        "PutRolePolicy",
        "PutUserPolicy",
        "PutGroupPolicy",
        "CreatePolicy",
        "CreatePolicyVersion",
        "AttachRolePolicy",
        "AttachUserPolicy",
        "AttachGroupPolicy",
      ]) + "\n  AND regexp_like(lower(requestparameters), 'bedrock|sagemaker')",
      ["requestparameters"],
      30,
    ),
  ),
  "objects-read-and-written": trailQuery(
    "Who read, wrote or deleted objects whose data events are logged, such as training data?",
    () =>
      [
        `SELECT ${CALLER} AS caller,`,
        "  json_extract_scalar(requestparameters, '$.bucketName') AS bucket,",
        "  eventname,",
        "  count(*) AS requests,",
        "  min(eventtime) AS earliest,",
        "  max(eventtime) AS latest",
        "FROM cloudtrail_events",
        `WHERE ${lastDays(7)}`,
        "  AND eventcategory = 'Data'",
        `  AND ${calls("s3", ["GetObject", "PutObject", "CopyObject", "DeleteObject", "DeleteObjects"])}`,
        "GROUP BY 1, 2, 3",
        "ORDER BY requests DESC",
      ].join("\n"),
  ),
  "model-lineage": trailQuery(
    "What was each model, version and endpoint made of, and what came of which training data? Each row is one step.",
    () =>
      records(
        `(${[
          calls("sagemaker", [
            "CreateTrainingJob",
            "CreateModel",
            "CreateModelPackage",
            "CreateEndpointConfig",
            "CreateEndpoint",
            "UpdateEndpoint",
          ]),
          calls("bedrock", ["CreateModelCustomizationJob"]),
        ].join("\n    OR ")})`,
        [`${MADE} AS made`, `${MADE_OF} AS made_of`, `${LEFT_IN} AS left_in`],
        90,
      ),
  ),
  "model-versions-decided": trailQuery("Who registered, approved, rejected or deleted which version of a model?", () =>
    records(
      calls("sagemaker", ["CreateModelPackage", "UpdateModelPackage", "DeleteModelPackage"]),
      [
        `coalesce(${parameter("modelPackageArn")}, ${parameter("modelPackageName")}, json_extract_scalar(responseelements, '$.modelPackageArn')) AS model_package`,
        `${parameter("modelApprovalStatus")} AS decided`,
        `${parameter("approvalDescription")} AS why`,
      ],
      90,
    ),
  ),
  "endpoints-configured": trailQuery("With which key and which capture of calls were endpoints configured?", () =>
    records(
      calls("sagemaker", ["CreateEndpointConfig"]),
      [
        `${parameter("endpointConfigName")} AS endpoint_config`,
        `${parameter("kmsKeyId")} AS key_id`,
        `${parameter("dataCaptureConfig.enableCapture")} AS captures`,
        `${parameter("dataCaptureConfig.destinationS3Uri")} AS captured_in`,
        `${parameterText("productionVariants")} AS variants`,
      ],
      90,
    ),
  ),
  "keys-used": trailQuery("Who used which keys, and how often?", () =>
    [
      "SELECT resources[position].arn AS key,",
      "  caller,",
      "  eventname,",
      "  count(*) AS calls,",
      "  count(errorcode) AS failed,",
      "  max(eventtime) AS latest",
      "FROM (",
      `  SELECT ${CALLER} AS caller, eventname, errorcode, eventtime, resources FROM cloudtrail_events`,
      `  WHERE ${lastDays(7)}`,
      `    AND ${calls("kms", ["Encrypt", "Decrypt", "ReEncrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext"])}`,
      "    AND cardinality(resources) > 0",
      ") AS used",
      "CROSS JOIN UNNEST(sequence(1, cardinality(resources))) AS items (position)",
      "WHERE resources[position].type = 'AWS::KMS::Key'",
      "GROUP BY 1, 2, 3",
      "ORDER BY calls DESC",
    ].join("\n"),
  ),
  "evidence-read-or-deleted": {
    question: "Who read evidence, and who deleted any?",
    reads: ACCESS_TABLES,
    sql: accesses(
      "(operation = 'REST.GET.OBJECT' OR operation LIKE 'REST.DELETE.%' OR operation = 'REST.POST.MULTI_OBJECT_DELETE' " +
        "OR operation = 'BATCH.DELETE.OBJECT')",
    ),
  },
  "evidence-access-refused": {
    question: "Whose requests to the buckets with evidence were refused?",
    reads: ACCESS_TABLES,
    sql: accesses("httpstatus = '403'"),
  },
  "lineage-objects-accessed": {
    question: "Who read, wrote or deleted how many objects with training data, models or artifacts, and from where?",
    reads: ["s3_access_to_lineage"],
    sql: () =>
      [
        "SELECT requester, remoteip, bucket_name, operation,",
        "  count(*) AS requests,",
        "  count(distinct key) AS objects,",
        "  min(day) AS earliest,",
        "  max(day) AS latest",
        "FROM s3_access_to_lineage",
        `WHERE ${lastDays(7)}`,
        // What S3 logs of a bucket as a whole has no key.
        "  AND key <> '-'",
        "  AND httpstatus < '400'",
        "GROUP BY 1, 2, 3, 4",
        "ORDER BY requests DESC",
      ].join("\n"),
  },
  "lineage-access-refused": {
    question: "Whose requests to the buckets with training data, models and artifacts were refused?",
    reads: ["s3_access_to_lineage"],
    sql: accesses("httpstatus = '403'", ["s3_access_to_lineage"]),
  },
  "resources-deleted": {
    question: "Which trails, keys, log groups, buckets and AI resources were deleted?",
    reads: ["config_items"],
    sql: () =>
      configurationItems(
        "{configurationitemstatus} IN ('ResourceDeleted', 'ResourceDeletedNotRecorded')\n" +
          "  AND regexp_like({resourcetype}, '^AWS::(CloudTrail|KMS|Logs|S3|Bedrock|BedrockAgentCore|SageMaker)::')",
      ),
  },
  "ai-resources-recorded": {
    question: "Which resources of Bedrock and SageMaker were made or changed?",
    reads: ["config_items"],
    sql: () =>
      configurationItems(
        "{configurationitemstatus} IN ('ResourceDiscovered', 'OK')\n" +
          "  AND regexp_like({resourcetype}, '^AWS::(Bedrock|BedrockAgentCore|SageMaker)::')",
      ),
  },
  "tokens-by-caller": {
    question: "How many tokens did each caller send to each model and get back?",
    reads: ["model_invocations"],
    sql: () =>
      [
        "SELECT identity.arn AS caller,",
        "  modelid,",
        "  count(*) AS invocations,",
        "  sum(input.inputtokencount) AS input_tokens,",
        "  sum(output.outputtokencount) AS output_tokens",
        "FROM model_invocations",
        `WHERE ${lastDays(7)}`,
        "  AND schematype = 'ModelInvocationLog'",
        "GROUP BY 1, 2",
        "ORDER BY output_tokens DESC",
      ].join("\n"),
  },
  "calls-without-correlation": {
    question: "Whose invocations cannot be joined to an application, a conversation or a trace?",
    reads: ["model_invocations"],
    sql: () => {
      const lacking = Object.keys(REQUEST_METADATA).map((key) => `element_at(requestmetadata, ${text(key)}) IS NULL`);
      return [
        "SELECT identity.arn AS caller,",
        "  modelid,",
        "  count(*) AS invocations,",
        '  min("timestamp") AS first,',
        '  max("timestamp") AS last,',
        "  max(requestid) AS example",
        "FROM model_invocations",
        `WHERE ${lastDays(7)}`,
        "  AND schematype = 'ModelInvocationLog'",
        `  AND (${lacking.join("\n    OR ")})`,
        "GROUP BY 1, 2",
        "ORDER BY invocations DESC",
      ].join("\n");
    },
  },
  "guardrail-interventions": {
    question: "In whose conversations did a guardrail intervene?",
    reads: ["model_invocations"],
    sql: () =>
      [
        'SELECT "timestamp", identity.arn AS caller, modelid, operation, requestid',
        "FROM model_invocations",
        `WHERE ${lastDays(7)}`,
        "  AND schematype = 'ModelInvocationLog'",
        "  AND (json_extract_scalar(output.outputbodyjson, '$.stopReason') = 'guardrail_intervened'",
        `    OR json_extract_scalar(output.outputbodyjson, '$["amazon-bedrock-guardrailAction"]') = 'INTERVENED')`,
        'ORDER BY "timestamp" DESC',
      ].join("\n"),
  },
  "personal-data-found": {
    question: "In whose invocations did a guardrail find personal data? Only those count that ask for its trace.",
    reads: ["model_invocations"],
    sql: () =>
      [
        'SELECT "timestamp", identity.arn AS caller, modelid, operation, requestid',
        "FROM model_invocations",
        `WHERE ${lastDays(7)}`,
        "  AND schematype = 'ModelInvocationLog'",
        `  AND regexp_like(output.outputbodyjson, '"sensitiveInformationPolicy" *:')`,
        'ORDER BY "timestamp" DESC',
      ].join("\n"),
  },
  "cluster-secrets-read": {
    question: "Who, other than Kubernetes itself, read secrets of a cluster?",
    reads: ["kubernetes_audit"],
    sql: () =>
      auditEvents(
        "objectref.resource = 'secrets'\n  AND verb IN ('get', 'list', 'watch')" +
          "\n  AND (\"user\".username NOT LIKE 'system:%'" +
          "\n    OR regexp_like(\"user\".username, '^system:serviceaccount:') AND \"user\".username NOT LIKE 'system:serviceaccount:kube-system:%')",
      ),
  },
  "cluster-shells-opened": {
    question: "Who ran commands in containers of a cluster, or attached to them?",
    reads: ["kubernetes_audit"],
    sql: () =>
      auditEvents("objectref.resource = 'pods'\n  AND objectref.subresource IN ('exec', 'attach', 'portforward')"),
  },
  "cluster-reached-anonymously": {
    question: "What did a cluster let callers without credentials do?",
    reads: ["kubernetes_audit"],
    sql: () =>
      auditEvents(
        "\"user\".username = 'system:anonymous'\n  AND responsestatus.code < 400" +
          "\n  AND NOT regexp_like(requesturi, '^/(healthz|livez|readyz|version)')",
      ),
  },
} as const satisfies Readonly<Record<string, SavedQuery>>;

/** The name of a query. */
export type SavedQueryName = keyof typeof SAVED_QUERIES;

/** The queries of which there are tables, by their names. */
export function savedQueries(options: QueryOptions): readonly (readonly [SavedQueryName, SavedQuery])[] {
  const { tables } = options;
  // The keys of an object are not typed as such.
  return (Object.entries(SAVED_QUERIES) as [SavedQueryName, SavedQuery][]).filter(([, { reads }]) =>
    reads.some((table) => tables.includes(table)),
  );
}
