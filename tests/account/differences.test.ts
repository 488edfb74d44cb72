import assert from "node:assert/strict";
import * as fc from "fast-check";
import { type Form, describeDifference, differences } from "../../account/differences";
import type { WireMap, WireValue } from "../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../pulumi/wire";

/** What is said of one property. */
function said(declared: WireValue | undefined, observed: WireValue | undefined, form: Form = "plain"): string[] {
  const wanted: WireMap = declared === undefined ? {} : { property: declared };
  return differences(wanted, { property: observed }, ["property"], {
    forms: { property: form },
    defaults: declared === undefined ? { property: null } : {},
  }).map((difference) => `${difference.property} ${describeDifference(difference)}`);
}

const policy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
const READ = { Sid: "Read", Effect: "Allow", Principal: "*", Action: ["s3:GetObject", "s3:ListBucket"], Resource: "a" };

describe("differences", () => {
  it("are the values on both sides", () => {
    assert.deepEqual(said(365, 7), ["property is 7 in the account; the stack declares 365"]);
    assert.deepEqual(said("key", undefined), ["property is not set in the account; the stack declares key"]);
    assert.deepEqual(said(undefined, "key"), ["property is key in the account; the stack declares none"]);
    assert.deepEqual(said(true, false), ["property is false in the account; the stack declares true"]);
  });

  it("are none between texts and what they say, and between nothing and empty things", () => {
    assert.deepEqual(said(90, "90"), []);
    assert.deepEqual(said(true, "true"), []);
    for (const nothing of [null, "", [], {}, { prefix: "" }, [[]]]) {
      assert.deepEqual(said(nothing, undefined), []);
    }
    assert.deepEqual(said(0, undefined), ["property is not set in the account; the stack declares 0"]);
    assert.deepEqual(said(false, undefined), ["property is not set in the account; the stack declares false"]);
  });

  it("name the smallest thing that differs", () => {
    assert.deepEqual(said({ days: 400, mode: "A" }, { days: 30, mode: "A" }), [
      "property.days is 30 in the account; the stack declares 400",
    ]);
    assert.deepEqual(
      said([{ id: "expire", days: 400 }, { id: "keep" }], [{ id: "keep" }, { id: "expire", days: 30 }]),
      ["property[expire].days is 30 in the account; the stack declares 400"],
    );
    assert.deepEqual(said([{ algorithm: "aws:kms" }], [{ algorithm: "AES256" }]), [
      "property[0].algorithm is AES256 in the account; the stack declares aws:kms",
    ]);
  });

  it("take lists as sets, and name what is missing and what is more", () => {
    assert.deepEqual(said(["a", "b"], ["b", "a"]), []);
    assert.deepEqual(said(["a", "b"], ["b", "c"]), [
      "property lacks a in the account; the stack declares it",
      "property has c in the account; the stack does not declare it",
    ]);
    assert.deepEqual(said(["a", "b", "c", "d", "e"], []), [
      "property lacks a, b, c and 2 more in the account; the stack declares it",
    ]);
    assert.deepEqual(said([{ name: "one", x: 1 }], undefined), [
      "property lacks one in the account; the stack declares it",
    ]);
  });

  it("take documents as what they mean", () => {
    const same = policy({
      ...READ,
      Action: ["s3:ListBucket", "s3:GetObject"],
      Resource: ["a"],
      Principal: { AWS: "*" },
    });
    assert.deepEqual(said(policy(READ), same, "document"), []);
    const [account, root] = ["111122223333", "arn:aws:iam::111122223333:root"];
    const trusting = (AWS: string): string => policy({ ...READ, Principal: { AWS } });
    assert.deepEqual(said(trusting(account), trusting(root), "document"), []);
    assert.deepEqual(said(policy(READ), policy({ ...READ, Action: "s3:GetObject" }), "document"), [
      "property.Statement[Read].Action lacks s3:ListBucket in the account; the stack declares it",
    ]);
    assert.deepEqual(said(policy(READ), policy(READ, { ...READ, Sid: "More" }), "document"), [
      "property.Statement has More in the account; the stack does not declare it",
    ]);
    assert.deepEqual(said(policy(READ), "no document", "document"), [
      `property is no document in the account; the stack declares ${policy(READ)}`,
    ]);
  });

  it("are undecided where what is declared is not known", () => {
    assert.deepEqual(said(`arn:aws:kms:eu-central-1:1:key/${UNKNOWN_VALUE}`, "key"), [
      "property is key in the account; what the stack declares is only known from its exported state",
    ]);
  });

  it("quote no more than a reader can use", () => {
    const [text = ""] = said("x".repeat(5000), "y");
    assert.ok(text.length < 500 && text.endsWith("..."));
  });

  it("are none between a value and itself in any order, and some after any change of a text in it", () => {
    const tree = fc.letrec<{ value: WireValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string({ minLength: 1 }),
        fc.integer(),
        fc.boolean(),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), tie("value"), { maxKeys: 3 }),
      ),
    })).value;
    const reversed = (value: WireValue): WireValue =>
      Array.isArray(value)
        ? value.map(reversed).reverse()
        : typeof value === "object" && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .map(([name, inner]) => [name, reversed(inner)] as const)
                .reverse(),
            )
          : value;
    fc.assert(
      fc.property(tree, fc.string({ minLength: 1 }), (value, text) => {
        assert.deepEqual(said(value, reversed(value)), []);
        assert.notDeepEqual(said({ value, text }, { value, text: `${text}!` }), []);
      }),
    );
  });
});
