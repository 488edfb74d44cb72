import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { matching, OptionError, optionOf, validated, wholeNumber } from "../../components/validated-input";

const threeToFive = wholeNumber({ minimum: 3, maximum: 5, unit: "days" });
const PATH = optionOf("Thing", "mine")("days");
const REFUSAL =
  'Thing "mine": days is 6. Allowed: a whole number of days from 3 to 5. Set days to a value in that range, or leave it out for the default.';

describe("A validated input", () => {
  it("is the plain value itself when the check lets it pass", () => {
    assert.equal(validated(4, PATH, threeToFive), 4);
  });

  it("that is plain and wrong is refused at once", () => {
    assert.throws(() => validated(6, PATH, threeToFive), { message: REFUSAL });
  });

  it("that is an Output passes on its value", async () => {
    assert.equal(await valueOf(validated(pulumi.output(5), PATH, threeToFive)), 5);
  });

  it("that is a promise passes on its value", async () => {
    assert.equal(await valueOf(validated(Promise.resolve(3), PATH, threeToFive)), 3);
  });

  it("that is a wrong Output is refused by the same words when it resolves", async () => {
    await assert.rejects(valueOf(validated(pulumi.output(6), PATH, threeToFive)), { message: REFUSAL });
  });

  it("that is a secret stays one", async () => {
    const input = validated(pulumi.secret(4), PATH, threeToFive);
    assert.equal(await pulumi.isSecret(pulumi.output(input)), true);
  });
});

describe("A whole number within bounds", () => {
  for (const good of [3, 4, 5]) {
    it(`may be ${good}`, () => {
      threeToFive(good, PATH);
    });
  }
  for (const bad of [2, 6, 3.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    it(`may not be ${bad}`, () => {
      assert.throws(() => threeToFive(bad, PATH), OptionError);
    });
  }
});

describe("A string of a form", () => {
  const lowerCase = matching(/^[a-z]+$/, "lower-case letters", "Write it small.");

  it("passes when it has it", () => {
    lowerCase("abc", PATH);
  });

  it("is refused, in quotes, when it has not", () => {
    assert.throws(() => lowerCase("ABC", PATH), {
      message: 'Thing "mine": days is "ABC". Allowed: lower-case letters. Write it small.',
    });
  });
});

describe("An OptionError", () => {
  it("is shown to the user without a stack trace", () => {
    const error = new OptionError({ path: PATH, got: 1, allowed: "2", fix: "Take it." });
    assert.equal(pulumi.RunError.isInstance(error), true);
  });
});

function valueOf<T>(input: pulumi.Input<T>): Promise<unknown> {
  // An Output's promise is the SDK's own, undeclared, and the only way to see what it rejects with.
  return (pulumi.output(input) as unknown as { promise(): Promise<unknown> }).promise();
}
