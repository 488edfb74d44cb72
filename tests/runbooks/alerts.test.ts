import assert from "node:assert/strict";

import { RUNBOOK_IDS } from "../../runbooks/catalogue";
import { prodResources } from "../support/prod-state";

/** The alarms and rules that somebody is told by, and the property that says of what. */
const TYPES: Readonly<Record<string, string>> = {
  "aws:cloudwatch/metricAlarm:MetricAlarm": "alarmDescription",
  "aws:cloudwatch/eventRule:EventRule": "description",
};

describe("The alerts of the baseline", () => {
  it("each name the runbook that answers it", async () => {
    const resources = await prodResources();
    const alerts = resources.flatMap(({ type, urn, inputs }) => {
      const property = TYPES[type];
      const text = property === undefined ? undefined : inputs[property];
      return property === undefined ? [] : [{ urn, text: typeof text === "string" ? text : "" }];
    });
    assert.ok(alerts.length > 100, String(alerts.length));
    const nameless = alerts.filter(({ text }) => {
      const [, id] = /Runbook: ([a-z-]+)\.( Severity: (page|mail|ticket)\.)?$/.exec(text) ?? [];
      return !RUNBOOK_IDS.some((one) => one === id);
    });
    assert.deepEqual(
      nameless.map(({ urn, text }) => `${urn}: ${text}`),
      [],
    );
  });
});
