import assert from "node:assert/strict";

import { severityFilter } from "../../../components/alerts/severity-filter";

describe("The filter of a subscriber", () => {
  it("names the severities of events, and how descriptions of alarms end", () => {
    assert.deepEqual(severityFilter(["page", "ticket"]), {
      $or: [
        { id: [{ prefix: "page:" }, { prefix: "ticket:" }] },
        { AlarmDescription: [{ suffix: "Severity: page." }, { suffix: "Severity: ticket." }] },
      ],
    });
  });
});
