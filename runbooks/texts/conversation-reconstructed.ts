import type { TextQuery } from "../queries/query";
import { insightsText } from "../queries/insights-text";
import { anyOf } from "../queries/sql-text";
import type { TableName } from "../queries/table-name";
import type { Within } from "../queries/window";

/**
 * What belongs to conversations, by the ids of requests that applications and Bedrock both write.
 *
 * @param conversations none are all
 */
export function conversationReconstructed(conversations: readonly string[]): TextQuery {
  return {
    kind: "text",
    tables: ["cloudtrail_events", "model_invocations", "application_records"],
    sql: ({ within, tables }) => conversationSql(conversations, within, tables),
    // Records are joined by counting them together: a row is a request, with what both logs say of it.
    insights: {
      tables: ["cloudtrail_events", "model_invocations"],
      needs: "all",
      text: [
        "fields coalesce(requestID, requestId) as request, coalesce(eventTime, timestamp) as at, coalesce(eventName, operation) as called, coalesce(userIdentity.arn, identity.arn) as caller, coalesce(modelId, requestParameters.modelId) as model",
        'filter ispresent(request) and (schemaType = "ModelInvocationLog" or ispresent(eventID))',
        "stats max(requestMetadata.conversation_id) as conversation, min(at) as time, max(called) as what, max(caller) as who, max(sourceIPAddress) as address, max(model) as subject, max(output.outputBodyJson.stopReason) as guardrail, max(eventID) as eventid by request",
        conversations.length === 0
          ? "filter ispresent(conversation)"
          : `filter conversation in [${conversations.map(insightsText).join(", ")}]`,
        "sort time asc",
      ],
    },
  };
}

function conversationSql(conversations: readonly string[], within: Within, tables: readonly TableName[]): string {
  const named = (column: string): readonly string[] =>
    conversations.length === 0 ? [`${column} IS NOT NULL`] : [`${column} IN ${anyOf(conversations)}`];
  const where = (...conditions: readonly string[]): string => `WHERE ${conditions.join(" AND ")}`;
  const of = (table: TableName, sql: string): readonly string[] => (tables.includes(table) ? [sql] : []);
  const known = [
    ...of(
      "model_invocations",
      `SELECT requestid AS request FROM model_invocations ${where(...within("model_invocations"), ...named("element_at(requestmetadata, 'conversation_id')"))}`,
    ),
    ...of(
      "application_records",
      `SELECT request FROM application_records ${where(...within("application_records"), ...named("conversation"))}`,
    ),
  ];
  const rows = [
    ...of(
      "cloudtrail_events",
      "SELECT eventtime AS time, 'CloudTrail' AS log, eventname AS what, coalesce(useridentity.arn, useridentity.invokedby, useridentity.type) AS who,\n" +
        `  coalesce(${["modelId", "knowledgeBaseId", "guardrailIdentifier", "gatewayIdentifier", "agentRuntimeArn"].map((name) => `json_extract_scalar(requestparameters, '$.${name}')`).join(", ")}) AS subject,\n` +
        "  cast(NULL AS varchar) AS guardrail, cast(NULL AS varchar) AS asked, cast(NULL AS varchar) AS answered, eventid\n" +
        `FROM cloudtrail_events ${where(...within("cloudtrail_events"), "requestid IN (SELECT request FROM known WHERE request IS NOT NULL)")}`,
    ),
    ...of(
      "model_invocations",
      `SELECT "timestamp" AS time, 'Invocation log' AS log, operation AS what, identity.arn AS who, modelid AS subject,\n` +
        `  coalesce(json_extract_scalar(output.outputbodyjson, '$.stopReason'), json_extract_scalar(output.outputbodyjson, '$["amazon-bedrock-guardrailAction"]')) AS guardrail,\n` +
        "  input.inputbodyjson AS asked, output.outputbodyjson AS answered, requestid AS eventid\n" +
        `FROM model_invocations ${where(...within("model_invocations"), "schematype = 'ModelInvocationLog'", ...named("element_at(requestmetadata, 'conversation_id')"))}`,
    ),
    ...of(
      "application_records",
      "SELECT time, 'Application' AS log, event AS what, service AS who, model AS subject,\n" +
        "  guardrail_action AS guardrail, cast(NULL AS varchar) AS asked, cast(NULL AS varchar) AS answered, concat('application ', coalesce(request, trace)) AS eventid\n" +
        `FROM application_records ${where(...within("application_records"), ...named("conversation"))}`,
    ),
  ];
  const ids = known.length === 0 ? "SELECT cast(NULL AS varchar) AS request" : known.join("\nUNION\n");
  return `WITH known AS (\n${ids}\n)\n${rows.join("\nUNION\n")}\nORDER BY time`;
}
