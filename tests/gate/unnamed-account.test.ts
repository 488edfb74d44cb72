import assert from "node:assert/strict";
import type { Finding } from "../../gate/finding";
import { MOST_ACCOUNTS, inAccount, inAnyOf, namedAccounts } from "../../gate/unnamed-account";
import type { StackState, WireMap } from "../../pulumi/stack-state";
import { declared } from "../policies/rules/stack-resources";

const PLACEHOLDER = "123456789012";
const OTHER = "999988887777";

function state(...inputs: readonly WireMap[]): StackState {
  const resources = inputs.map((properties, index) => declared("aws:kms/grant:Grant", `grant-${index}`, properties));
  return { version: 3, deployment: { manifest: { time: "", magic: "", version: "" }, resources } };
}

const finding = (result: Finding["result"], message: string, more: Partial<Finding> = {}): Finding => ({
  rule: "kms-grant-own-account",
  urn: "urn:pulumi:dev::app::aws:kms/grant:Grant::grant",
  result,
  severity: "high",
  level: "mandatory",
  message,
  relatedChecks: [],
  ...more,
});

describe("the accounts that a program names", () => {
  it("are those of its ARNs and principals, each once, without the placeholder", () => {
    assert.deepEqual(
      namedAccounts(
        state(
          { principal: `arn:aws:iam::${OTHER}:role/x`, key: `arn:aws:kms:us-east-1:${PLACEHOLDER}:key/1` },
          { policy: JSON.stringify({ Principal: { AWS: "111122223333" } }), again: `arn:aws-cn:iam::${OTHER}:root` },
        ),
        PLACEHOLDER,
      ),
      [OTHER, "111122223333"],
    );
  });
  it("are no other numbers of twelve digits", () => {
    assert.deepEqual(
      namedAccounts(state({ name: "build-202611280000", long: "1234567890123", id: "x999988887777" }), PLACEHOLDER),
      [],
    );
  });
  it("are so many at most", () => {
    const many = Array.from({ length: MOST_ACCOUNTS + 1 }, (_, index) => ({
      arn: `arn:aws:iam::11112222333${index}:root`,
    }));
    assert.equal(namedAccounts(state(...many), PLACEHOLDER).length, MOST_ACCOUNTS);
    assert.equal(namedAccounts(state(...many.slice(1)), PLACEHOLDER).length, MOST_ACCOUNTS);
  });
});

describe("a stack in another account", () => {
  it("is the same with that account's number", () => {
    const before = state({ key: `arn:aws:kms:us-east-1:${PLACEHOLDER}:key/1`, bucket: `logs-${PLACEHOLDER}` });
    const [grant] = inAccount(before, PLACEHOLDER, OTHER).deployment.resources;
    assert.deepEqual(grant?.inputs, { key: `arn:aws:kms:us-east-1:${OTHER}:key/1`, bucket: `logs-${OTHER}` });
  });
});

describe("findings on a stack in no account that anybody names", () => {
  const own = finding("fail", `is of another account; name a principal of ${PLACEHOLDER}`);

  it("stay what they are where every account gives the same", () => {
    const same = finding("fail", `is of another account; name a principal of ${OTHER}`);
    assert.deepEqual(inAnyOf(PLACEHOLDER, [own], [{ account: OTHER, findings: [same] }]), [own]);
    const passed = finding("pass", "Grants");
    assert.deepEqual(inAnyOf(PLACEHOLDER, [passed], [{ account: OTHER, findings: [passed] }]), [passed]);
  });
  it("are undecided where another account has them not", () => {
    const [only, ...more] = inAnyOf(PLACEHOLDER, [own], [{ account: OTHER, findings: [finding("pass", "Grants")] }]);
    assert.deepEqual(more, []);
    assert.deepEqual([only?.result, only?.level], ["undecided", "mandatory"]);
    assert.match(only?.message ?? "", /which nobody names; set aws:allowedAccountIds, or pass --account$/);
  });
  it("are undecided, and no pass, where only another account has them", () => {
    const there = finding("fail", "is of the same account");
    const results = inAnyOf(
      PLACEHOLDER,
      [finding("pass", "Grants")],
      [
        { account: OTHER, findings: [there] },
        { account: "111122223333", findings: [there] },
      ],
    );
    assert.deepEqual(
      results.map(({ result }) => result),
      ["undecided"],
    );
  });
  it("are of the resource as it is named here, where its name has the account", () => {
    const named = (account: string) => `urn:pulumi:dev::app::aws:s3/bucket:Bucket::logs-${account}`;
    const here = finding("pass", "Buckets", { urn: named(PLACEHOLDER) });
    const there = finding("fail", "is open", { urn: named(OTHER) });
    assert.deepEqual(
      inAnyOf(PLACEHOLDER, [here], [{ account: OTHER, findings: [there] }]).map(({ urn, result }) => [urn, result]),
      [[named(PLACEHOLDER), "undecided"]],
    );
  });
});
