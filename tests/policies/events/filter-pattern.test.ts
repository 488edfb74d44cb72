import assert from "node:assert/strict";
import fc from "fast-check";
import { type Condition, conditionsOf, parseJsonPattern } from "../../../policies/events/filter-pattern";

const conditions = (text: string): readonly string[] =>
  conditionsOf(parseJsonPattern(text) ?? assert.fail(`unread: ${text}`)).map(
    ({ selector, operator, value, isExpression }) =>
      [selector, operator, isExpression ? `%${value}%` : value].join(" "),
  );

describe("a JSON filter pattern", () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    "{ $.eventName = StopLogging }": ["$.eventName = StopLogging"],
    '{$.eventName="StopLogging"}': ["$.eventName = StopLogging"],
    '{ ($.eventSource = kms.amazonaws.com) && (($.eventName = "DisableKey") || ($.eventName = "ScheduleKeyDeletion")) }':
      ["$.eventSource = kms.amazonaws.com", "$.eventName = DisableKey", "$.eventName = ScheduleKeyDeletion"],
    '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }': [
      "$.userIdentity.type = Root",
      "$.userIdentity.invokedBy not exists ",
      "$.eventType != AwsServiceEvent",
    ],
    "{ $.latency >= 1.5e3 && $.items[0].ok IS TRUE && $.note IS NULL && $.off IS FALSE }": [
      "$.latency >= 1.5e3",
      "$.items[0].ok is true ",
      "$.note is null ",
      "$.off is false ",
    ],
    "{ $.errorCode = %Unauthorized|Denied% }": ["$.errorCode = %Unauthorized|Denied%"],
    '{ $.sourceIPAddress != 203.0.* || $.name = "a \\"quoted\\" one" }': [
      "$.sourceIPAddress != 203.0.*",
      '$.name = a "quoted" one',
    ],
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`is read: ${text}`, () => assert.deepEqual(conditions(text), expected));
  }

  it("joins by && before ||", () => {
    const pattern = parseJsonPattern("{ $.a = 1 || $.b = 2 && $.c = 3 }");
    assert.ok(pattern?.kind === "or");
    assert.deepEqual(
      pattern.parts.map(({ kind }) => kind),
      ["condition", "and"],
    );
  });

  for (const text of [
    "",
    "ERROR",
    "[ip, user]",
    "{ }",
    "{ $.a }",
    "{ $.a = }",
    "{ a = 1 }",
    "{ ($.a = 1 }",
    "{ $.a = 1 $.b = 2 }",
  ]) {
    it(`is not read where it is none: ${JSON.stringify(text)}`, () => assert.equal(parseJsonPattern(text), undefined));
  }
  it("is not read where it is nested deeper than anybody writes", () => {
    const nested = (depth: number): string => `{ ${"(".repeat(depth)}$.a = 1${")".repeat(depth)} }`;
    assert.notEqual(parseJsonPattern(nested(100)), undefined);
    assert.equal(parseJsonPattern(nested(101)), undefined);
    assert.equal(parseJsonPattern(nested(100_000)), undefined);
  });
  it("is read or not, and never an error, whatever the text is", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseJsonPattern(`{${text}}`)));
  });
  it("gives back what was written", () => {
    const condition = fc.record(
      {
        selector: fc.constantFrom("$.a", "$.a.b", "$.a[0]"),
        operator: fc.constantFrom("=", "!=", ">", ">=", "<", "<="),
        value: fc.stringMatching(/^[A-Za-z0-9.*-]{1,8}$/),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 6 }), fc.constantFrom("&&", "||"), (list, join) => {
        const text = `{ ${list.map(({ selector, operator, value }) => `${selector} ${operator} ${value}`).join(` ${join} `)} }`;
        const read: readonly Condition[] = conditionsOf(parseJsonPattern(text) ?? assert.fail(text));
        assert.deepEqual(
          read.map(({ selector, operator, value }) => ({ selector, operator, value })),
          list,
        );
      }),
    );
  });
});
