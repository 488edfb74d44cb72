/** What must be true of the evaluator whatever the policies are. */
import assert from "node:assert/strict";
import { inspect } from "node:util";
import fc from "fast-check";
import {
  type Policies,
  allowsCall,
  allowsEverywhere,
  isEveryAction,
  isEveryResource,
  policiesOf,
  reachesStrangers,
} from "../../../policies/iam/evaluation";
import { wildcard } from "../../../policies/iam/policy-document";
import { type PropertyMap, UNKNOWN, type Value } from "../../../policies/properties";
import type { Truth } from "../../../policies/truth";

const ACCOUNT = "111122223333";
const ORGANIZATION = "o-a1b2c3d4e5";

const actions = fc.oneof(
  fc.constantFrom("*", "s3:*", "s3:Get*", "s3:GetObject", "s3:?etObject", "kms:*", "cloudtrail:*Log*", "c*", "a*"),
  fc.string({ unit: fc.constantFrom("s", "3", ":", "g", "*", "?"), minLength: 1, maxLength: 6 }),
);
const resources = fc.oneof(
  fc.constantFrom("*", "arn:aws:s3:::*", "arn:aws:s3:::a/*", "arn:aws:s3:::a/${aws:username}", "arn:aws:s3:::b*"),
  fc.string({ unit: fc.constantFrom("a", ":", "*", "?", "$"), minLength: 1, maxLength: 6 }),
);
const principals = fc.constantFrom<Value>(
  "*",
  { AWS: "*" },
  { AWS: ACCOUNT },
  { AWS: [ACCOUNT, "*"] },
  { AWS: "arn:aws:iam::*:root" },
  { Service: "cloudtrail.amazonaws.com" },
  { Federated: "accounts.google.com" },
);
const conditions = fc.dictionary(
  fc.constantFrom(
    ...["StringEquals", "StringNotEquals", "StringLike", "StringNotLike", "StringEqualsIfExists", "Null", "IpAddress"],
    ...["ForAllValues:StringLike", "ForAnyValue:StringLike", "ArnLike", "ArnNotLike", "Bool", "NoSuchOperator"],
  ),
  fc.dictionary(
    fc.constantFrom(
      ...["aws:PrincipalOrgID", "aws:SourceAccount", "aws:PrincipalArn", "aws:SourceIp", "aws:PrincipalTag/a"],
      ...["aws:PrincipalIsAWSService", "accounts.google.com:aud"],
    ),
    fc.constantFrom<Value>(ORGANIZATION, ACCOUNT, "*", "true", "false", [], [ACCOUNT, "1*"], "203.0.113.0/24"),
    { maxKeys: 2 },
  ),
  { maxKeys: 2 },
);

function statements(effect: "Allow" | "Deny"): fc.Arbitrary<PropertyMap> {
  return fc
    .record({
      isNotAction: fc.boolean(),
      isNotResource: fc.boolean(),
      isNotPrincipal: fc.integer({ min: 0, max: 5 }),
      action: fc.array(actions, { minLength: 1, maxLength: 3 }),
      resource: fc.array(resources, { minLength: 1, maxLength: 3 }),
      principal: principals,
      condition: fc.oneof(fc.constant({}), conditions),
    })
    .map(({ isNotAction, isNotResource, isNotPrincipal, action, resource, principal, condition }) => ({
      Effect: effect,
      [isNotAction ? "NotAction" : "Action"]: action,
      [isNotResource ? "NotResource" : "Resource"]: resource,
      [isNotPrincipal === 0 ? "NotPrincipal" : "Principal"]: isNotPrincipal === 0 ? { AWS: ACCOUNT } : principal,
      Condition: condition,
    }));
}

const policies = fc.array(fc.oneof(statements("Allow"), statements("Deny")), { maxLength: 4 });
const calls = fc.record({
  action: fc.constantFrom("s3:GetObject", "cloudtrail:StopLogging", "s3:*"),
  resource: fc.constantFrom("*", "arn:aws:s3:::a/b", "arn:aws:s3:::a/*"),
});

/** Every question of the evaluator by which a policy is a risk. */
function risks(statements: readonly PropertyMap[], call: { action: string; resource: string }): readonly Truth[] {
  const read = policiesOf([{ Statement: statements }]);
  return [
    allowsCall(read, call),
    allowsCall({ ...read, limits: [read] }, call),
    allowsEverywhere(read, { ...call, action: "s3:GetObject" }),
    reachesStrangers(read),
    reachesStrangers(read, { accounts: [ACCOUNT], organizations: [ORGANIZATION] }),
  ];
}

/** Where the risk was there, it has to be there still; the other way round it has to be as absent as before. */
function isNoLower(before: readonly Truth[], after: readonly Truth[]): void {
  assert.ok(
    before.every((risk, index) => risk !== true || after[index] === true),
    `${inspect(before)} became ${inspect(after)}`,
  );
}

describe("the evaluator of IAM", () => {
  it("finds no lower risk for one Allow more, wherever it stands", () => {
    fc.assert(
      fc.property(policies, statements("Allow"), calls, (policy, allow, call) => {
        const before = risks(policy, call);
        isNoLower(before, risks([...policy, allow], call));
        isNoLower(before, risks([allow, ...policy], call));
      }),
      { numRuns: 100 },
    );
  });

  it("finds no higher risk for one Deny more, wherever it stands", () => {
    fc.assert(
      fc.property(policies, statements("Deny"), calls, (policy, deny, call) => {
        const before = risks(policy, call);
        isNoLower(risks([...policy, deny], call), before);
        isNoLower(risks([deny, ...policy], call), before);
      }),
      { numRuns: 100 },
    );
  });

  it("never answers otherwise when a part is unknown: the answer is the same, or unknown", () => {
    fc.assert(
      fc.property(policies, policies, calls, (known, hidden, call) => {
        const ask = (documents: readonly Value[], limit: readonly Value[]): readonly Truth[] => {
          const read: Policies = policiesOf(documents);
          return [allowsCall({ ...read, limits: [policiesOf(limit)] }, call), reachesStrangers(read)];
        };
        const [one, other] = [{ Statement: known }, { Statement: hidden }];
        const answers = ask([one, other], [{ Statement: known }]);
        for (const unknown of [
          ask([one, UNKNOWN], [{ Statement: known }]),
          ask([one, { Statement: [UNKNOWN] }], [{ Statement: known }]),
          ask([one, other], [UNKNOWN]),
        ]) {
          assert.ok(
            unknown.every((answer, index) => answer === UNKNOWN || answer === answers[index]),
            `${inspect(answers)} became ${inspect(unknown)}`,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it("takes a statement with an unknown part for whatever that part may come to", () => {
    const parts = fc.constantFrom("Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");
    fc.assert(
      fc.property(
        policies,
        fc.oneof(statements("Allow"), statements("Deny")),
        parts,
        calls,
        (known, one, part, call) => {
          const ask = (statement: PropertyMap): readonly Truth[] => {
            const read = policiesOf([{ Statement: [...known, statement] }]);
            return [allowsCall(read, call), allowsEverywhere(read, { ...call, action: "s3:GetObject" })];
          };
          const answers = ask(one);
          const unknown = ask(Object.hasOwn(one, part) ? { ...one, [part]: UNKNOWN } : one);
          assert.ok(
            unknown.every((answer, index) => answer === UNKNOWN || answer === answers[index]),
            `${inspect(answers)} became ${inspect(unknown)}`,
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it("tells by the known statements what an unknown one cannot change", () => {
    const readsUnknown: PropertyMap = { Effect: "Allow", Action: "s3:GetObject", Resource: UNKNOWN };
    const stop = { action: "cloudtrail:StopLogging" };
    const allowsStop = { Effect: "Allow", Action: stop.action, Resource: "*" };
    const deniesAll = { Effect: "Deny", Action: "*", Resource: "*" };
    const ask = (...statements: readonly Value[]): Truth => allowsCall(policiesOf([{ Statement: statements }]), stop);
    assert.equal(ask(readsUnknown), false);
    assert.equal(ask(readsUnknown, allowsStop), true);
    assert.equal(ask(UNKNOWN), UNKNOWN);
    assert.equal(ask(UNKNOWN, allowsStop), UNKNOWN);
    assert.equal(ask(UNKNOWN, deniesAll), false);
    assert.equal(ask({ ...allowsStop, Effect: UNKNOWN, Action: "s3:*" }), false);
  });

  it("answers the same for a name, wherever it is asked in some region", () => {
    const every = policiesOf([
      { Statement: { Effect: "Allow", Action: "*", Resource: "arn:aws:kms:*:111122223333:*" } },
    ]);
    const asked = { action: "kms:DisableKey", resource: "arn::kms:::key/*" };
    for (const [owner, expected] of [
      [{}, true],
      [{ partition: "aws" }, true],
      [{ partition: "aws-cn" }, false],
      [{ account: ACCOUNT }, true],
      [{ account: "444455556666" }, false],
    ] as const) {
      assert.equal(allowsCall(every, { ...asked, owner }), expected, inspect(owner));
      assert.equal(allowsEverywhere(every, { ...asked, owner }), expected, inspect(owner));
    }
  });

  it("does not depend on the order of statements", () => {
    fc.assert(
      fc.property(policies, calls, (policy, call) => {
        assert.deepEqual(risks([...policy].reverse(), call), risks(policy, call));
      }),
      { numRuns: 100 },
    );
  });

  it("agrees with each call that a pattern takes in, one by one", () => {
    const patterns = fc.array(fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?"), maxLength: 6 }), {
      maxLength: 4,
    });
    const texts = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(patterns, texts, texts, (some, service, action) => {
        if (isEveryAction(some)) {
          assert.ok(some.some((pattern) => wildcard(pattern, `${service}:${action}`)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("comes to an end on patterns that are made up to be hard, and takes them at the worst", () => {
    const hard = Array.from({ length: 40 }, (_, index) => `*${"a?".repeat(index)}b${"*a".repeat(40 - index)}*`);
    const policy = policiesOf([
      {
        Statement: [
          { Effect: "Allow", Action: hard, Resource: hard },
          { Effect: "Deny", Action: "*", Resource: hard },
        ],
      },
    ]);
    const started = Date.now();
    isEveryResource(hard);
    isEveryAction(hard);
    allowsCall(policy, { action: "s3:*" });
    allowsEverywhere(policy, { action: "s3:GetObject", resource: "arn::s3:::*" });
    assert.ok(Date.now() - started < 20_000);
  }).timeout(30_000);
});
