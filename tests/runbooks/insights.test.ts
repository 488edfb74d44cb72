import assert from "node:assert/strict";

import { RUNBOOK_IDS, type RunbookId, runbookOf } from "../../runbooks/catalogue";
import { DEFAULTS } from "../../runbooks/parameters";
import { meets } from "../../runbooks/queries/evaluation";
import { insightsOf, loggedTableOf } from "../../runbooks/queries/insights";
import { type CountsQuery, isCondition, type RecordsQuery } from "../../runbooks/queries/query";
import { onlyRecords } from "../../runbooks/queries/tables";
import { askInsights } from "../support/insights/insights";
import { CASES } from "./cases";
import { eventsOf } from "./cases/log-events";
import { columnOf } from "./cases/objects";

type Asked = RecordsQuery | CountsQuery;

/** The runbooks whose records are in log groups as well. */
const LOGGED = RUNBOOK_IDS.flatMap((id): readonly (readonly [RunbookId, Asked, string])[] => {
  const query = runbookOf(id).query({ ...DEFAULTS, ...CASES[id].given });
  const text = isCondition(query) ? insightsOf(query) : undefined;
  return isCondition(query) && text !== undefined ? [[id, query, text]] : [];
});

describe("CloudWatch Logs Insights", () => {
  it("can be asked most of what the trail, models and clusters log", () => assert.ok(LOGGED.length > 50));

  for (const [id, query, text] of LOGGED) {
    it(`answers ${id} as Athena does`, () => {
      const { table, finds, rows } = CASES[id];
      assert.equal(loggedTableOf(query), table);
      const found = askInsights(text, eventsOf(id));
      if (rows === undefined) {
        assert.deepEqual(
          found.map((row) => row[columnOf(table)]).sort(),
          finds.map((_, index) => `find-${index}`).sort(),
        );
      } else {
        const shared = [
          "calls",
          "failed",
          "refusals",
          "requests",
          "jobs",
          "invocations",
          "interventions",
          "latest",
          "earliest",
          "input_tokens",
        ];
        const told = (of: readonly Readonly<Record<string, unknown>>[]): unknown =>
          of.map((row) =>
            Object.fromEntries(shared.flatMap((name) => (name in row ? [[name, String(row[name])]] : []))),
          );
        assert.deepEqual(told(found), told(rows));
      }
    });
  }

  it("is asked what a record at hand is asked", () => {
    for (const [id, query, text] of LOGGED.filter(([, { kind }]) => kind === "records")) {
      const records = eventsOf(id);
      const found = askInsights(text, records).map((row) => row[columnOf(CASES[id].table)]);
      const met = records
        .filter((record) => meets(record, onlyRecords(CASES[id].table, query.where)))
        .map((record) => record["eventID"] ?? record["requestId"] ?? record["auditID"]);
      assert.deepEqual(met.sort(), found.sort(), id);
    }
  });

  it("is given values that are nothing but values", () => {
    const query = runbookOf("unapproved-model-calls").query({
      ...DEFAULTS,
      approvedModels: ['a" or 1 = 1 | "', "b\\"],
    });
    const text = isCondition(query) ? insightsOf(query) : undefined;
    const call = { eventSource: "bedrock.amazonaws.com", eventName: "Converse", eventID: "one" };
    assert.equal(askInsights(text ?? "", [{ ...call, requestParameters: { modelId: "c" } }]).length, 1);
    assert.equal(askInsights(text ?? "", [{ ...call, requestParameters: { modelId: "b\\" } }]).length, 0);
    assert.equal(askInsights(text ?? "", [{ ...call, requestParameters: { modelId: 'a" or 1 = 1 | "' } }]).length, 0);
  });
});
