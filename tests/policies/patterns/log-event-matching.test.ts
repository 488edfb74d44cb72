import assert from "node:assert/strict";
import { parseFilterPattern } from "../../../policies/patterns/filter-pattern";
import { matchesLogEvent } from "../../../policies/patterns/log-event-matching";
import { type PropertyMap, UNKNOWN } from "../../../policies/properties";
import type { Truth } from "../../../policies/truth";

const EVENT: PropertyMap = {
  eventName: "StopLogging",
  errorCode: "Client.UnauthorizedOperation",
  userIdentity: { type: "Root" },
  count: 5,
  readOnly: false,
  managementEvent: true,
  resources: [{ type: "AWS::S3::Bucket" }, { type: "AWS::KMS::Key" }],
};

const CASES: readonly (readonly [pattern: string, matches: Truth])[] = [
  ['{ $.eventName = "StopLogging" }', true],
  ["{ $.eventName = StopLogging }", true],
  ["{ $.eventName = stoplogging }", false],
  ['{ $.errorCode = "*UnauthorizedOperation" }', true],
  ['{ $.errorCode = "AccessDenied*" }', false],
  ["{ $.errorMessage = denied }", false],
  ["{ $.eventName != StartLogging }", true],
  ["{ $.eventName != StopLogging }", false],
  ["{ $.errorMessage != denied }", UNKNOWN],
  ["{ $.errorMessage NOT EXISTS }", true],
  ["{ $.eventName NOT EXISTS }", false],
  ["{ $.userIdentity.type = Root }", true],
  ["{ $.count = 5 }", true],
  ["{ $.count = 6 }", false],
  ["{ $.count > 4 }", true],
  ["{ $.count >= 6 }", false],
  ["{ $.count < 5 }", false],
  ["{ $.count <= 5 }", true],
  ["{ $.eventName > 4 }", false],
  ["{ $.readOnly IS FALSE }", true],
  ["{ $.readOnly IS TRUE }", false],
  ["{ $.managementEvent IS TRUE }", true],
  ["{ $.errorMessage IS NULL }", false],
  ["{ $.resources[0].type = AWS::S3::Bucket }", true],
  ["{ $.resources[1].type = AWS::S3::Bucket }", false],
  ["{ $.resources[*].type = AWS::KMS::Key }", true],
  ["{ $.eventName = %Stop.*% }", UNKNOWN],
  ["{ $.errorMessage = %Stop.*% }", false],
  ["{ $.eventName = StopLogging && $.count = 6 }", false],
  ["{ $.eventName = StopLogging && $.count = 5 }", true],
  ["{ $.eventName = DeleteTrail || $.count = 5 }", true],
  ["{ ($.eventName = DeleteTrail) || ($.errorMessage != denied) }", UNKNOWN],
  ["{ ($.eventName = DeleteTrail) && ($.errorMessage != denied) }", false],
];

describe("matching a log event with a filter pattern", () => {
  for (const [pattern, expected] of CASES) {
    it(`${expected === UNKNOWN ? "leaves open" : expected ? "takes in" : "leaves out"} ${pattern}`, () => {
      assert.equal(matchesLogEvent(parseFilterPattern(pattern), EVENT), expected);
    });
  }
});
