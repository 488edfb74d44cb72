import assert from "node:assert/strict";

import { columnsIn, EVERY_COLUMN, recordType, viewSql } from "../../../query/files/views";

describe("The view of a table", () => {
  it("has the columns that a question names, and takes no more of a record apart", () => {
    const isAsked = columnsIn(
      "SELECT count(*) AS calls FROM cloudtrail_events WHERE userIdentity.arn = 'day' AND region = 'x'",
    );
    assert.equal(
      viewSql("cloudtrail_events", { relation: "records" }, isAsked)
        .split("\n")
        .map((line) => line.replace(/^.* AS /, ""))
        .join(" "),
      '"useridentity", "region", "day" FROM records',
    );
    assert.equal(
      recordType("cloudtrail_events", isAsked),
      'STRUCT("userIdentity" JSON, "eventTime" VARCHAR, "eventName" VARCHAR, "awsRegion" VARCHAR, "eventID" VARCHAR)',
    );
  });

  it("has all columns where a question names none, or asks for all", () => {
    const all = recordType("cloudtrail_events", EVERY_COLUMN);
    assert.equal(recordType("cloudtrail_events", columnsIn("SELECT count(*) FROM cloudtrail_events")), all);
    assert.equal(recordType("cloudtrail_events", columnsIn("SELECT *, eventid FROM cloudtrail_events")), all);
  });
});
