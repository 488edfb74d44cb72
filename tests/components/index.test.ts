import assert from "node:assert/strict";

import * as components from "../../components";

describe("The components that a program can import", () => {
  it("are exactly these", () => {
    const classes = Object.entries(components)
      .filter(
        ([, value]) => typeof value === "function" && Function.prototype.toString.call(value).startsWith("class "),
      )
      .map(([name]) => name)
      .sort();
    assert.deepEqual(classes, [
      "AccountBaseline",
      "AuditTrail",
      "ConfigRecorder",
      "ConfigRules",
      "CustomerKey",
      "EvidenceBucket",
      "InvocationLogging",
      "KubernetesAuditSink",
      "NotificationTopic",
      "OptionError",
      "RetainedLogGroup",
    ]);
  });
});
