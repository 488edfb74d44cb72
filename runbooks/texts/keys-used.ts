import type { TextQuery } from "../queries/query";
import { anyOf } from "../queries/sql-text";

const CALLS = ["Encrypt", "Decrypt", "ReEncrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext"];

/** A call is about one key or several, in a list, of which each is a row. */
export const KEYS_USED: TextQuery = {
  kind: "text",
  tables: ["cloudtrail_events"],
  sql: ({ within }) =>
    [
      "SELECT key, caller, eventname, count(*) AS calls, count(errorcode) AS failed, max(eventtime) AS latest, max(eventid) AS eventid",
      "FROM (",
      "  SELECT DISTINCT resources[position].arn AS key,",
      "    coalesce(useridentity.arn, useridentity.invokedby, useridentity.type) AS caller, eventname, errorcode, eventtime, eventid",
      "  FROM cloudtrail_events CROSS JOIN UNNEST(sequence(1, cardinality(resources))) AS items (position)",
      `  WHERE ${[
        ...within("cloudtrail_events"),
        "eventsource = 'kms.amazonaws.com'",
        `eventname IN ${anyOf(CALLS)}`,
        "cardinality(resources) > 0",
      ].join("\n    AND ")}`,
      ") AS used",
      "GROUP BY 1, 2, 3",
      "ORDER BY calls DESC",
    ].join("\n"),
  insights: {
    tables: ["cloudtrail_events"],
    needs: "any",
    text: [
      "fields coalesce(userIdentity.arn, userIdentity.invokedBy, userIdentity.type) as caller, eventName as eventname, jsonParse(@message) as record",
      `filter eventSource = "kms.amazonaws.com" and eventName in [${CALLS.map((call) => `"${call}"`).join(", ")}]`,
      "unnest record.resources into resource",
      "fields resource.ARN as key",
      "filter ispresent(key)",
      "stats count_distinct(eventID) as calls, count(errorCode) as failed, max(eventTime) as latest, max(eventID) as eventid by key, caller, eventname",
      "sort calls desc",
    ],
  },
};
