/**
 * Asks DuckDB a question as whoever knows SQL would, and prints the number of rows: `node plain-duckdb.ts QUESTION FOLDER`. The
 * columns are named, and only those that the question needs: DuckDB finds others out itself, but stops at the first record whose
 * parameters differ from those that it looked at.
 */
import * as path from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { QuestionName } from "./questions";

const COLUMNS = [
  ...["eventTime", "eventSource", "eventName", "awsRegion", "sourceIPAddress", "errorCode", "eventID"],
  "recipientAccountId",
].map((name) => `${name} VARCHAR`);

const SQL: Readonly<Record<QuestionName, string>> = {
  rare: `
    SELECT r.eventTime, r.recipientAccountId, r.awsRegion, r.eventName, r.userIdentity.arn, r.sourceIPAddress, r.errorCode, r.eventID
    FROM trail
    WHERE r.eventSource = 'cloudtrail.amazonaws.com' AND r.eventName IN ('StopLogging', 'DeleteTrail', 'UpdateTrail')
    ORDER BY r.eventTime DESC`,
  all: `
    SELECT r.userIdentity.arn, r.eventSource, r.eventName, count(DISTINCT r.eventID) AS calls,
      count(DISTINCT r.eventID) FILTER (r.errorCode IS NOT NULL), min(r.eventTime), max(r.eventTime), max(r.eventID)
    FROM trail
    GROUP BY ALL
    ORDER BY calls DESC`,
};

async function main(): Promise<void> {
  const [question, folder = ""] = process.argv.slice(2);
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "2GB", preserve_insertion_order: "false" });
  const connection = await instance.connect();
  await connection.run(
    `CREATE VIEW trail AS SELECT unnest(Records) AS r FROM read_json('${path.join(folder, "**/*.json.gz")}', maximum_object_size=33554432,
      columns={Records: 'STRUCT(${COLUMNS.join(", ")}, userIdentity STRUCT(arn VARCHAR))[]'})`,
  );
  const { currentRowCount } = await connection.runAndReadAll(SQL[question === "rare" ? "rare" : "all"]);
  process.stdout.write(String(currentRowCount));
}

void main();
