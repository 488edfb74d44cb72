/** The engines that ask an account, held against servers that speak AWS's protocol. */
import assert from "node:assert/strict";
import * as http from "node:http";
import type { AddressInfo } from "node:net";

import { EventHistoryEngine, isOfHistory, lookupsOf } from "../../query/event-history-engine";
import { InsightsEngine } from "../../query/insights-engine";
import { runbookOf } from "../../runbooks/catalogue";
import { DEFAULTS } from "../../runbooks/parameters";
import { insightsOf } from "../../runbooks/queries/insights";
import { isCondition } from "../../runbooks/queries/query";
import { call } from "../runbooks/cases/case";
import { inEnvironment } from "../support/environment";

type Json = Readonly<Record<string, unknown>>;

const WINDOW = { from: "2026-11-11T00:00:00Z", to: "2026-11-12T00:00:00Z" };

/** Answers calls one after the other. @returns what was called */
async function served(
  answers: readonly Json[],
  act: () => Promise<void>,
): Promise<readonly (readonly [operation: string, input: Json])[]> {
  const calls: (readonly [string, Json])[] = [];
  const server = http.createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const operation = String(request.headers["x-amz-target"]).split(".").at(-1) ?? "";
      calls.push([operation, JSON.parse(body) as Json]); // AWS's JSON protocol
      response.setHeader("content-type", "application/x-amz-json-1.1");
      response.end(JSON.stringify(answers[calls.length - 1] ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // of a TCP server
  try {
    await inEnvironment(
      {
        AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
        AWS_ACCESS_KEY_ID: "test",
        AWS_SECRET_ACCESS_KEY: "test",
      },
      act,
    );
  } finally {
    server.close();
  }
  return calls;
}

describe("CloudTrail's event history", () => {
  const query = runbookOf("trail-tampered-with").query(DEFAULTS);

  it("is asked by service and page, and what does not meet the condition is left", async () => {
    assert.ok(isOfHistory(query));
    const event = (eventName: string, eventID: string, eventTime: string): Json => ({
      CloudTrailEvent: JSON.stringify({
        ...call("cloudtrail", eventName, { requestParameters: { name: "audit" } }),
        eventID,
        eventTime,
      }),
    });
    let rows: readonly Json[] = [];
    const calls = await served(
      [
        {
          Events: [
            event("StopLogging", "one", "2026-11-11T08:00:00Z"),
            event("LookupEvents", "two", "2026-11-11T08:00:00Z"),
            {},
          ],
          NextToken: "more",
        },
        {
          Events: [
            event("DeleteTrail", "three", "2026-11-11T09:00:00Z"),
            event("StopLogging", "one", "2026-11-11T08:00:00Z"),
          ],
        },
      ],
      async () => {
        ({ rows } = await new EventHistoryEngine("eu-central-1").ask(query, WINDOW));
      },
    );
    assert.deepEqual(
      rows.map((row) => [row["eventid"], row["trail"], row["sourceipaddress"]]),
      [
        ["three", "audit", null],
        ["one", "audit", null],
      ],
    );
    assert.deepEqual(
      calls.map(([operation, input]) => [operation, input["LookupAttributes"], input["NextToken"], input["StartTime"]]),
      [
        [
          "LookupEvents",
          [{ AttributeKey: "EventSource", AttributeValue: "cloudtrail.amazonaws.com" }],
          undefined,
          1794355200,
        ],
        [
          "LookupEvents",
          [{ AttributeKey: "EventSource", AttributeValue: "cloudtrail.amazonaws.com" }],
          "more",
          1794355200,
        ],
      ],
    );
  });

  it("is looked through for each service that is asked about, or whole where none is named", () => {
    const sources = (id: "retention-shortened" | "root-used" | "keys-disabled"): unknown => {
      const asked = runbookOf(id).query(DEFAULTS);
      return isOfHistory(asked) ? lookupsOf(asked.where).map(([attribute]) => attribute?.AttributeValue) : undefined;
    };
    assert.deepEqual(sources("keys-disabled"), ["kms.amazonaws.com"]);
    assert.deepEqual(sources("retention-shortened"), [
      "logs.amazonaws.com",
      "s3.amazonaws.com",
      "config.amazonaws.com",
    ]);
    assert.deepEqual(sources("root-used"), [undefined]);
  });

  it("counts nothing", () => assert.equal(isOfHistory(runbookOf("models-called").query(DEFAULTS)), false));
});

describe("CloudWatch Logs Insights in an account", () => {
  const query = runbookOf("trail-tampered-with").query(DEFAULTS);
  const engine = (): InsightsEngine =>
    new InsightsEngine({ region: "eu-central-1", logGroups: { cloudtrail_events: ["trail"] }, pauseMs: 1 });

  it("is asked of the log group and the time, until it has answered", async () => {
    let rows: readonly Json[] = [];
    let columns: readonly string[] = [];
    const calls = await served(
      [
        { queryId: "q" },
        { status: "Running", results: [] },
        {
          status: "Complete",
          results: [
            [
              { field: "eventname", value: "StopLogging" },
              { field: "eventid", value: "one" },
              { field: "@ptr", value: "x" },
            ],
          ],
        },
      ],
      async () => {
        ({ rows, columns } = await engine().ask(query, WINDOW));
      },
    );
    assert.deepEqual([rows, columns], [[{ eventname: "StopLogging", eventid: "one" }], ["eventname", "eventid"]]);
    assert.deepEqual(
      calls.map(([operation]) => operation),
      ["StartQuery", "GetQueryResults", "GetQueryResults"],
    );
    assert.deepEqual(calls[0]?.[1], {
      logGroupNames: ["trail"],
      startTime: 1794355200,
      endTime: 1794441599,
      queryString: isCondition(query) ? insightsOf(query) : "",
      limit: 10000,
    });
  });

  it("hands over no part of an answer as if it were the whole", async () => {
    const results = Array.from({ length: 10_000 }, () => [{ field: "eventid", value: "one" }]);
    await served([{ queryId: "q" }, { status: "Complete", results }], () =>
      assert.rejects(engine().ask(query, WINDOW), /10000 rows or more.*ask of a shorter time/),
    );
  });

  it("says when a query fails", async () => {
    await served([{ queryId: "q" }, { status: "Failed" }], () =>
      assert.rejects(engine().ask(query, WINDOW), /its status is Failed/),
    );
  });

  it("is not asked of what no log group is named for", () => {
    assert.equal(engine().textOf(runbookOf("cluster-shells-opened").query(DEFAULTS)), undefined);
    assert.equal(engine().textOf(runbookOf("keys-used").query(DEFAULTS)), undefined);
    assert.notEqual(engine().textOf(query), undefined);
  });
});
