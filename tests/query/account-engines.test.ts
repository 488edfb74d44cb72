/** The engines that ask an account, held against servers that speak AWS's protocol. */
import assert from "node:assert/strict";
import * as http from "node:http";
import type { AddressInfo } from "node:net";

import { EventHistoryEngine, isOfHistory, lookupsOf } from "../../query/event-history-engine";
import { InsightsEngine } from "../../query/insights-engine";
import { LogEventsEngine } from "../../query/log-events-engine";
import { type RunbookId, runbookOf } from "../../runbooks/catalogue";
import { DEFAULTS } from "../../runbooks/parameters";
import { filterPatternOf } from "../../runbooks/queries/filter-pattern";
import { insightsOf } from "../../runbooks/queries/insights";
import { isOfRecords, type RecordsQuery } from "../../runbooks/queries/query";
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

describe("The newest events of log groups", () => {
  const engine = new LogEventsEngine({
    region: "eu-central-1",
    logGroups: { cloudtrail_events: ["trail"], kubernetes_audit: ["one", "two"] },
  });
  const queryOf = (id: RunbookId): RecordsQuery => {
    const query = runbookOf(id).query(DEFAULTS);
    assert.ok(isOfRecords(query));
    return query;
  };

  it("are asked for by a pattern, page by page, and what does not meet the condition is left", async () => {
    const query = queryOf("trail-tampered-with");
    const asked = engine.askedFor(query);
    assert.ok(asked !== undefined);
    const event = (eventName: string, eventID: string, eventTime: string): Json => ({
      message: JSON.stringify({ ...call("cloudtrail", eventName), eventID, eventTime }),
    });
    let rows: readonly Json[] = [];
    const calls = await served(
      [
        { events: [event("StopLogging", "one", "2026-11-11T08:00:00Z"), { message: "no record" }, {}], nextToken: "a" },
        { nextToken: "b" },
        {
          events: [
            event("DeleteTrail", "two", "2026-11-11T09:00:00Z"),
            event("LookupEvents", "three", "2026-11-11T09:00:00Z"),
          ],
        },
      ],
      async () => {
        const client = new LogEventsEngine({ region: "eu-central-1", logGroups: { cloudtrail_events: ["trail"] } });
        ({ rows } = await client.ask(query, asked, WINDOW));
      },
    );
    assert.deepEqual(
      rows.map(({ eventid, eventname }) => [eventid, eventname]),
      [
        ["two", "DeleteTrail"],
        ["one", "StopLogging"],
      ],
    );
    assert.deepEqual(
      calls.map(([operation, input]) => [operation, input["nextToken"]]),
      [
        ["FilterLogEvents", undefined],
        ["FilterLogEvents", "a"],
        ["FilterLogEvents", "b"],
      ],
    );
    assert.deepEqual(calls[0]?.[1], {
      logGroupName: "trail",
      filterPattern: filterPatternOf(query.where),
      startTime: 1794355200000,
      endTime: 1794441599999,
    });
  });

  it("are asked for in every log group of the clusters", async () => {
    const query = queryOf("cluster-shells-opened");
    const asked = engine.askedFor(query);
    assert.deepEqual(asked, {
      logGroups: ["one", "two"],
      table: "kubernetes_audit",
      filterPattern: '{ ($.stage = "ResponseComplete") }',
    });
    const calls = await served([], async () => {
      const client = new LogEventsEngine({ region: "eu-central-1", logGroups: {} });
      assert.deepEqual((await client.ask(query, asked, WINDOW)).rows, []);
    });
    assert.deepEqual(
      calls.map(([, input]) => input["logGroupName"]),
      ["one", "two"],
    );
  });

  it("are not asked for where no log group is named", () => {
    assert.equal(engine.askedFor(queryOf("guardrail-interventions")), undefined);
    assert.equal(engine.askedFor(queryOf("ai-resources-recorded")), undefined);
  });
});

describe("CloudWatch Logs Insights in an account", () => {
  const asked = insightsOf(runbookOf("trail-tampered-with").query(DEFAULTS)) ?? { tables: [], text: "" };
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
        ({ rows, columns } = await engine().ask(asked, WINDOW));
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
      queryString: asked.text,
      limit: 10000,
    });
  });

  it("hands over no part of an answer as if it were the whole", async () => {
    const results = Array.from({ length: 10_000 }, () => [{ field: "eventid", value: "one" }]);
    await served([{ queryId: "q" }, { status: "Complete", results }], () =>
      assert.rejects(engine().ask(asked, WINDOW), /10000 rows or more.*ask of a shorter time/),
    );
  });

  it("says when a query fails", async () => {
    await served([{ queryId: "q" }, { status: "Failed" }], () =>
      assert.rejects(engine().ask(asked, WINDOW), /its status is Failed/),
    );
  });

  it("is not asked of what no log group is named for", () => {
    assert.equal(engine().queryOf(runbookOf("cluster-shells-opened").query(DEFAULTS)), undefined);
    assert.equal(engine().queryOf(runbookOf("calls-not-logged").query(DEFAULTS)), undefined);
    assert.deepEqual(engine().queryOf(runbookOf("trail-tampered-with").query(DEFAULTS)), asked);
  });
});
