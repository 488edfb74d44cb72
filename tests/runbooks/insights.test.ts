import assert from "node:assert/strict";

import { RUNBOOK_IDS, type RunbookId, runbookOf } from "../../runbooks/catalogue";
import { DEFAULTS } from "../../runbooks/parameters";
import { meets } from "../../runbooks/queries/evaluation";
import { insightsOf, loggedTableOf } from "../../runbooks/queries/insights";
import type { Answered, CountsQuery, RecordsQuery } from "../../runbooks/queries/query";
import type { LoggedTable } from "../../runbooks/queries/table-name";
import { onlyRecords } from "../../runbooks/queries/tables";
import type { Row } from "../support/athena/athena";
import { askInsights } from "../support/insights/insights";
import { CASES } from "./cases";
import { eventsOf } from "./cases/log-events";
import { columnOf } from "./cases/objects";

type Asked = RecordsQuery | CountsQuery;

/** The runbooks whose records are in log groups as well. */
const LOGGED = RUNBOOK_IDS.flatMap((id): readonly (readonly [RunbookId, Asked, string])[] => {
  const query = runbookOf(id).query({ ...DEFAULTS, ...CASES[id].given });
  const asked = insightsOf(query);
  return query.kind !== "text" && asked !== undefined ? [[id, query, asked.text]] : [];
});

/** Those whose text in SQL has one in Insights' language beside it. */
const VARIANTS = [
  "keys-used",
  "calls-not-logged",
  "feeds-silent",
  "conversation-reconstructed",
] as const satisfies readonly RunbookId[];

/** What Insights shows of the invocation log in the row of the trail's record. */
const JOINED = ["guardrail"];

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

  for (const id of VARIANTS) {
    it(`finds of ${id} in its own words what Athena finds`, () => {
      const { finds, rows } = CASES[id];
      const asked = insightsOf(runbookOf(id).query({ ...DEFAULTS, ...CASES[id].given }));
      const found = askInsights(asked?.text ?? "", eventsOf(id)).map(({ "bin(1h)": hour, ...row }): Answered => ({
        ...row,
        ...(typeof hour !== "string" ? {} : { hour: `${hour.replace("T", " ")}:00:00.000` }),
      }));
      const answered = asked?.rows?.(found) ?? found;
      const ofTrail = ({ eventid }: Row): boolean => String(eventid).startsWith("find-");
      const expected = rows?.filter((row) => ofTrail(row) || id === "feeds-silent");
      assert.deepEqual(
        answered.map(({ eventid }) => eventid),
        expected?.map(({ eventid }) => eventid) ?? finds.map((_, index) => `find-${index}`),
      );
      for (const [index, row] of (expected ?? []).entries()) {
        for (const column of Object.keys(row).filter(
          (one) => one in (answered[index] ?? {}) && !JOINED.includes(one),
        )) {
          assert.equal(String(answered[index]?.[column]), String(row[column]), column);
        }
      }
    });
  }

  it("has a text for every question whose records are in log groups", () => {
    const texts = RUNBOOK_IDS.filter((id) => runbookOf(id).query(DEFAULTS).kind === "text");
    assert.deepEqual(
      texts.filter((id) => insightsOf(runbookOf(id).query(DEFAULTS)) !== undefined).sort(),
      [...VARIANTS].sort(),
    );
    assert.deepEqual(
      texts.filter((id) => !VARIANTS.some((variant) => variant === id)),
      ["log-files-not-verified"],
    );
  });

  it("is not asked where the log group that a question needs is not known", () => {
    const asked = (id: RunbookId, ...known: readonly LoggedTable[]): readonly LoggedTable[] | undefined =>
      insightsOf(runbookOf(id).query(DEFAULTS), known)?.tables;
    assert.equal(asked("root-used", "kubernetes_audit"), undefined);
    assert.deepEqual(asked("root-used", "kubernetes_audit", "cloudtrail_events"), ["cloudtrail_events"]);
    // Without the invocation log, every call would seem not to be in it.
    assert.equal(asked("calls-not-logged", "cloudtrail_events"), undefined);
    assert.deepEqual(asked("feeds-silent", "kubernetes_audit"), ["kubernetes_audit"]);
  });

  it("measures silence up to the newest record of any feed", () => {
    const rows = insightsOf(runbookOf("feeds-silent").query({ ...DEFAULTS, silentHours: 3 }))?.rows ?? assert.fail();
    const hour = (recipientAccountId: string, at: string): Answered => ({
      recipientAccountId,
      hour: `2026-11-11 ${at}:00:00.000`,
      eventid: at,
    });
    assert.deepEqual(rows([hour("1", "00"), hour("2", "03")]), []);
    assert.deepEqual(rows([hour("1", "00"), hour("2", "04")]), [
      { feed: "CloudTrail 1", silent_since: "2026-11-11T00", heard_again: null, silent_hours: 3, eventid: "00" },
    ]);
  });

  it("is given values that are nothing but values", () => {
    const query = runbookOf("unapproved-model-calls").query({
      ...DEFAULTS,
      approvedModels: ['a" or 1 = 1 | "', "b\\"],
    });
    const text = insightsOf(query)?.text;
    const call = { eventSource: "bedrock.amazonaws.com", eventName: "Converse", eventID: "one" };
    assert.equal(askInsights(text ?? "", [{ ...call, requestParameters: { modelId: "c" } }]).length, 1);
    assert.equal(askInsights(text ?? "", [{ ...call, requestParameters: { modelId: "b\\" } }]).length, 0);
    assert.equal(askInsights(text ?? "", [{ ...call, requestParameters: { modelId: 'a" or 1 = 1 | "' } }]).length, 0);
  });
});
