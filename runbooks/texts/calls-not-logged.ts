import type { TextQuery } from "../queries/query";
import { anyOf } from "../queries/sql-text";

/** Calls that Bedrock keeps in the invocation log when they have been answered. */
const LOGGED_CALLS = ["Converse", "ConverseStream", "InvokeModel", "InvokeModelWithResponseStream"];

/** Both logs name a call by the id of its request. */
export const CALLS_NOT_LOGGED: TextQuery = {
  kind: "text",
  tables: ["cloudtrail_events", "model_invocations"],
  sql: ({ within, tables }) =>
    [
      "SELECT DISTINCT eventtime, awsregion, eventname, coalesce(useridentity.arn, useridentity.invokedby, useridentity.type) AS caller,",
      "  json_extract_scalar(requestparameters, '$.modelId') AS model, requestid, eventid",
      "FROM cloudtrail_events",
      `WHERE ${[
        ...within("cloudtrail_events"),
        "eventsource = 'bedrock.amazonaws.com'",
        `eventname IN ${anyOf(LOGGED_CALLS)}`,
        "errorcode IS NULL",
        "requestid IS NOT NULL",
        ...(tables.includes("model_invocations")
          ? [
              `requestid NOT IN (\n    SELECT requestid FROM model_invocations WHERE ${[...within("model_invocations"), "requestid IS NOT NULL"].join(" AND ")}\n  )`,
            ]
          : []),
      ].join("\n  AND ")}`,
      "ORDER BY eventtime DESC",
    ].join("\n"),
  insights: {
    tables: ["cloudtrail_events", "model_invocations"],
    needs: "all",
    text: [
      "fields coalesce(requestID, requestId) as requestid, coalesce(userIdentity.arn, userIdentity.invokedBy, userIdentity.type) as who",
      `filter schemaType = "ModelInvocationLog" or (eventSource = "bedrock.amazonaws.com" and eventName in [${LOGGED_CALLS.map((call) => `"${call}"`).join(", ")}] and not ispresent(errorCode))`,
      "filter ispresent(requestid)",
      "stats count(eventID) as called, count(schemaType) as logged, max(eventTime) as eventtime, max(awsRegion) as awsregion, max(eventName) as eventname, max(who) as caller, max(requestParameters.modelId) as model, max(eventID) as eventid by requestid",
      "filter called >= 1 and logged = 0",
      "sort eventtime desc",
    ],
  },
};
