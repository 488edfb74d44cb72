import assert from "node:assert/strict";

import { askedIn, EVERYTHING, recordType, viewSql } from "../../../query/files/views";

describe("The view of a table", () => {
  it("has the columns that a question names, and takes no more of a record apart", () => {
    const asked = askedIn(
      "SELECT count(*) AS calls FROM cloudtrail_events WHERE userIdentity.arn = 'day' AND region = 'x'",
    );
    assert.equal(
      viewSql("cloudtrail_events", { relation: "records" }, asked)
        .split("\n")
        .map((line) => line.replace(/^.* AS /, ""))
        .join(" "),
      '"useridentity", "region", "day" FROM records',
    );
    assert.equal(
      recordType("cloudtrail_events", asked),
      'STRUCT("userIdentity" JSON, "eventTime" VARCHAR, "eventName" VARCHAR, "awsRegion" VARCHAR, "eventID" VARCHAR)',
    );
  });

  it("has the parts of a column that a question names, and all of one that it names as a whole", () => {
    const parts = (sql: string): string | undefined =>
      /record."userIdentity", '(.*)'\) AS/.exec(
        viewSql("cloudtrail_events", { relation: "records" }, askedIn(sql)),
      )?.[1];
    assert.equal(parts("SELECT userIdentity.invokedBy, eventtime"), '{"invokedBy":"VARCHAR"}');
    assert.equal(
      parts("SELECT useridentity.sessioncontext.sessionissuer.arn"),
      '{"arn":"VARCHAR","sessionContext":{"sessionIssuer":{"arn":"VARCHAR"}}}',
    );
    assert.match(parts("SELECT userIdentity, userIdentity.arn") ?? "", /"principalId":"VARCHAR"/);
  });

  it("has all columns where a question names none, or asks for all", () => {
    const all = recordType("cloudtrail_events", EVERYTHING);
    assert.equal(recordType("cloudtrail_events", askedIn("SELECT count(*) FROM cloudtrail_events")), all);
    assert.equal(recordType("cloudtrail_events", askedIn("SELECT *, eventid FROM cloudtrail_events")), all);
  });
});
