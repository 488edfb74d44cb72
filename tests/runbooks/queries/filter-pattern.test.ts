import assert from "node:assert/strict";

import { parseFilterPattern } from "../../../policies/patterns/filter-pattern";
import { matchesLogEvent } from "../../../policies/patterns/log-event-matching";
import { plainProperties } from "../../../policies/properties";
import { RUNBOOK_IDS, runbookOf } from "../../../runbooks/catalogue";
import { DEFAULTS } from "../../../runbooks/parameters";
import { all, any, is, isNot } from "../../../runbooks/queries/condition";
import { meets } from "../../../runbooks/queries/evaluation";
import { filterPatternOf } from "../../../runbooks/queries/filter-pattern";
import { loggedTableOf } from "../../../runbooks/queries/insights";
import { isOfRecords } from "../../../runbooks/queries/query";
import { calls } from "../../../runbooks/queries/records";
import { onlyRecords } from "../../../runbooks/queries/tables";
import { CASES } from "../cases";
import { eventsOf } from "../cases/log-events";

describe("The filter pattern of a condition", () => {
  it("asks for the calls, by their names", () =>
    assert.equal(
      filterPatternOf(calls("cloudtrail", ["StopLogging", "DeleteTrail"])),
      '{ ($.eventName = "StopLogging") || ($.eventName = "DeleteTrail") }',
    ));

  it("asks for the service where the names are too many for a pattern", () => {
    const names = (count: number): readonly string[] =>
      Array.from({ length: count }, (_, index) => `Name${String(index).padStart(12, "0")}`);
    // Each takes 34 characters, with 4 between them, and the braces take 4 as well.
    assert.equal(filterPatternOf(calls("s3", names(26)))?.length, 988);
    assert.equal(filterPatternOf(calls("s3", names(27))), '{ ($.eventSource = "s3.amazonaws.com") }');
  });

  it("is none where a record can meet the condition whatever its fields say", () => {
    assert.equal(filterPatternOf(all()), undefined);
    assert.equal(filterPatternOf(isNot("eventName", "StopLogging")), undefined);
    assert.equal(filterPatternOf(any(is("eventName", "StopLogging"), is("errorCode", "x"))), undefined);
  });

  it("is none of values that a pattern would read in another way", () => {
    assert.equal(filterPatternOf(is("eventName", "Stop*")), undefined);
    assert.equal(filterPatternOf(is("eventName", 'a") || ($.a = "b')), undefined);
  });

  it("leaves no record out that a runbook asks for", () => {
    let patterns = 0;
    for (const id of RUNBOOK_IDS) {
      const query = runbookOf(id).query({ ...DEFAULTS, ...CASES[id].given });
      const table = isOfRecords(query) ? loggedTableOf(query) : undefined;
      if (!isOfRecords(query) || table === undefined) {
        continue;
      }
      const where = onlyRecords(table, query.where);
      const pattern = filterPatternOf(where);
      if (pattern === undefined) {
        continue;
      }
      patterns += 1;
      const parsed = parseFilterPattern(pattern);
      for (const record of eventsOf(id).filter((one) => meets(one, where))) {
        assert.equal(matchesLogEvent(parsed, plainProperties(record)), true, `${id}: ${pattern}`);
      }
    }
    assert.ok(patterns > 30, String(patterns));
  });
});
