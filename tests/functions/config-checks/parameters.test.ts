import assert from "node:assert/strict";

import { ParameterError, parseParameters } from "../../../functions/config-checks/parameters";

const RETENTION = { check: "log-retention", prefixes: "/aws/a,/aws/b", minimumDays: "30", maximumDays: "400" };
const parsed = (parameters: unknown) => parseParameters(JSON.stringify(parameters));

describe("The parameters of a periodic rule", () => {
  it("are the retention of log groups", () => {
    assert.deepEqual(parsed(RETENTION), {
      check: "log-retention",
      prefixes: ["/aws/a", "/aws/b"],
      minimumDays: 30,
      maximumDays: 400,
    });
  });

  it("are the logging of invocations, with nothing that is not given", () => {
    assert.deepEqual(
      parsed({ check: "invocation-logging", logGroupName: "/a", delivered: "text", notDelivered: "image,audio" }),
      {
        check: "invocation-logging",
        logGroupName: "/a",
        delivered: ["text"],
        notDelivered: ["image", "audio"],
      },
    );
    assert.deepEqual(parsed({ check: "invocation-logging", bucketName: "b" }), {
      check: "invocation-logging",
      bucketName: "b",
      delivered: [],
      notDelivered: [],
    });
  });

  for (const [title, parameters, message] of [
    ["no check", {}, /check is null/],
    ["another check", { check: "retention" }, /check is "retention"; it can be/],
    ["no list of parameters", 1, /check is null/],
    ["days that are no number", { ...RETENTION, minimumDays: "a month" }, /minimumDays is "a month"/],
    ["no days", { ...RETENTION, maximumDays: undefined }, /maximumDays is ""/],
    ["0 days", { ...RETENTION, minimumDays: "0" }, /minimumDays is "0"/],
  ] as const) {
    it(`are refused with ${title}`, () => {
      assert.throws(
        () => parsed(parameters),
        (error: unknown) => error instanceof ParameterError && message.test(error.message),
      );
    });
  }
});
