import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import {
  given,
  matching,
  OptionError,
  optionOf,
  refuseIgnored,
  validated,
  wholeNumber,
} from "../../../components/base/options";

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

describe("Options that would be ignored", () => {
  const option = optionOf("Thing", "mine");
  const refuse = (args: { days?: unknown; lock?: unknown }, otherwise?: string) => {
    refuseIgnored(args, { ignored: ["days"], by: "mode off", ...given({ otherwise }) }, option);
  };

  it("may be left out, and others may be given", () => {
    refuse({});
    refuse({ days: undefined, lock: 1 });
  });

  it("are refused, and told with both ways out", () => {
    assert.throws(() => refuse({ days: [1] }, "switch it on"), {
      message:
        'Thing "mine": days is [1]. Allowed: nothing with mode off, which would ignore it. Remove days or switch it on.',
    });
    assert.throws(() => refuse({ days: false }), {
      message: 'Thing "mine": days is false. Allowed: nothing with mode off, which would ignore it. Remove days.',
    });
  });

  for (const [what, value] of [
    ["an Output", pulumi.output(1)],
    ["a promise", Promise.resolve(1)],
    ["what holds an Output", { existing: { arn: pulumi.output("arn") } }],
  ] as const) {
    it(`are told to be set where they are ${what}`, () => {
      assert.throws(() => refuse({ days: value }), { message: /^Thing "mine": days is "set"\./ });
    });
  }
});

describe("Values that are given", () => {
  it("are all but those that are undefined", () => {
    assert.deepEqual(given({ a: undefined, b: null, c: false, d: "" }), { b: null, c: false, d: "" });
    assert.deepEqual(Object.keys(given({ a: undefined })), []);
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
