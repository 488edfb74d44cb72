import assert from "node:assert/strict";
import { isNotAdmin } from "../../../policies/iam/permissions";
import { plainProperties } from "../../../policies/properties";
import { UNKNOWN_VALUE } from "../../../pulumi/wire";

const everything = { Effect: "Allow", Action: "*", Resource: "*" };
const unknownAction = { Effect: "Allow", Action: UNKNOWN_VALUE, Resource: "*" };

function resultsOf(...statements: readonly object[]): readonly string[] {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  return [isNotAdmin(plainProperties({ policy }), "policy")]
    .flat()
    .map((result) => ("message" in result ? `${result.status} ${result.message}` : result.status));
}

describe("a document of which some is unknown", () => {
  const failure = (place: number): string =>
    `fail allows * on every resource in statement ${place}; name the actions or the resources`;

  it("fails by a statement that is known, named by its place", () => {
    assert.deepEqual(resultsOf(unknownAction, everything), [failure(2)]);
  });
  it("is undecided where the unknown may be what fails", () => {
    assert.deepEqual(resultsOf(unknownAction), ["undecided is not known before the update"]);
    assert.deepEqual(resultsOf({ ...everything, Action: ["s3:GetObject", UNKNOWN_VALUE] }), [
      "undecided is not known before the update",
    ]);
  });
  it("is undecided where the unknown may be a refusal of what fails", () => {
    const refusal = { ...unknownAction, Effect: "Deny" };
    assert.deepEqual(resultsOf(everything, refusal), ["undecided is not known before the update"]);
    assert.deepEqual(resultsOf(everything, { ...everything, Effect: UNKNOWN_VALUE }), [
      "undecided is not known before the update",
    ]);
  });
  it("is undecided where nothing fails, since a rule may be about just what is unknown", () => {
    assert.deepEqual(resultsOf({ ...everything, Action: "s3:GetObject", Resource: `arn:${UNKNOWN_VALUE}` }), [
      "undecided is not known before the update",
    ]);
  });
});

describe("a text of which some is unknown", () => {
  for (const text of [
    `logs-${UNKNOWN_VALUE}`,
    `{"a": "${UNKNOWN_VALUE}"}`,
    `{"Statement": [], "Statement": "${UNKNOWN_VALUE}"}`,
  ]) {
    it(`is unknown as a whole where it is no document that can be read: ${text}`, () => {
      const { value } = plainProperties({ value: text });
      assert.equal(typeof value, "symbol");
    });
  }
});
