import assert from "node:assert/strict";

import {
  COMMON_DATA_IDENTIFIERS,
  DATA_IDENTIFIERS,
  HEALTH_DATA_IDENTIFIERS,
  isDataIdentifier,
  isHealthDataIdentifier,
} from "../../../facts/logs/data-identifiers";

describe("The identifiers of sensitive data", () => {
  it("are 74, of which 14 are the same in every country", () => {
    assert.equal(DATA_IDENTIFIERS.length, 74);
    assert.equal(COMMON_DATA_IDENTIFIERS.length, 14);
  });

  it("have the 11 of health information apart, each with its country", () => {
    assert.equal(HEALTH_DATA_IDENTIFIERS.length, 11);
    for (const identifier of HEALTH_DATA_IDENTIFIERS) {
      assert.match(identifier, /^[A-Z][A-Za-z]+-[A-Z]{2}$/);
      assert.equal(isDataIdentifier(identifier), false);
      assert.equal(isHealthDataIdentifier(identifier), true);
    }
    assert.equal(isHealthDataIdentifier("NhsNumber"), false);
    assert.equal(isHealthDataIdentifier("EmailAddress"), false);
  });
});
