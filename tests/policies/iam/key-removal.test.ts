import assert from "node:assert/strict";

import fc from "fast-check";

import { namedPrincipalsChangePolicy, unrestrictedRemovals } from "../../../policies/iam/key-removal";
import { parseDocument, type Statement } from "../../../policies/iam/policy-document";
import type { PropertyMap } from "../../../policies/properties";

const SCHEDULE = "kms:ScheduleKeyDeletion";
const DISABLE = "kms:DisableKey";
const CHANGE = "kms:PutKeyPolicy";
const REMOVALS = [SCHEDULE, DISABLE, CHANGE];
const ROLE = "arn:aws:iam::111122223333:role/break-glass";
const OTHER = "arn:aws:iam::111122223333:role/other";
const ROOT = "arn:aws:iam::111122223333:root";
const ADMINISTRATION = { Effect: "Allow", Principal: { AWS: ROOT }, Action: "kms:*", Resource: "*" };

const butFor = (...arns: string[]): PropertyMap => ({ ArnNotEquals: { "aws:PrincipalArn": arns } });

function deny(more: PropertyMap = {}): PropertyMap {
  return {
    Effect: "Deny",
    Principal: { AWS: "*" },
    Action: REMOVALS,
    Resource: "*",
    Condition: butFor(ROLE),
    ...more,
  };
}

function statementsOf(...statements: readonly PropertyMap[]): readonly Statement[] {
  const document = parseDocument({ Version: "2012-10-17", Statement: statements });
  assert.ok(document.kind === "document");
  return document.statements;
}

describe("The removals that a key policy leaves open", () => {
  const open = (...statements: readonly PropertyMap[]) => unrestrictedRemovals(statementsOf(...statements));

  it("are none where everyone but named principals is refused all three", () => {
    for (const refusal of [
      deny(),
      deny({ Principal: "*" }),
      deny({ Action: "kms:*" }),
      deny({ Action: ["KMS:schedulekeydeletion", "kms:Disable*", "kms:Put?eyPolicy"] }),
      deny({ Condition: butFor(ROLE, OTHER) }),
    ]) {
      assert.deepEqual(open(ADMINISTRATION, refusal), []);
    }
  });

  it("are none where each is refused by a statement of its own", () => {
    assert.deepEqual(open(...REMOVALS.map((Action) => deny({ Action }))), []);
  });

  it("are none where everything but another call is refused", () => {
    const { Action: _action, ...refusal } = deny();
    assert.deepEqual(open({ ...refusal, NotAction: "kms:Decrypt" }), []);
  });

  for (const operator of ["ArnNotEquals", "ArnNotLike", "StringNotEquals", "StringNotLike", "arnnotequals"]) {
    it(`are none where the named are left out by ${operator}`, () => {
      assert.deepEqual(open(deny({ Condition: { [operator]: { "AWS:principalarn": ROLE } } })), []);
    });
  }

  it("are none where the statements refuse them only together", () => {
    assert.deepEqual(
      open(deny({ Action: ["kms:ScheduleKeyDeletion", CHANGE] }), deny({ Action: DISABLE, Condition: butFor(OTHER) })),
      [],
    );
  });

  for (const Condition of [
    { ArnNotEqualsIfExists: { "aws:PrincipalArn": ROLE } },
    { StringNotEqualsIgnoreCase: { "aws:PrincipalArn": ROLE } },
    { "ForAllValues:ArnNotEquals": { "aws:PrincipalArn": ROLE } },
    { ArnNotEquals: { "aws:PrincipalArn": ROLE }, StringNotEquals: { "aws:PrincipalArn": OTHER } },
  ] satisfies readonly PropertyMap[]) {
    it(`are none where whoever is left out is named by ${Object.keys(Condition).join(" and ")}`, () => {
      assert.deepEqual(open(deny({ Condition })), []);
    });
  }

  for (const left of REMOVALS) {
    it(`are ${left} alone where only the others are refused`, () => {
      assert.deepEqual(open(deny({ Action: REMOVALS.filter((action) => action !== left) })), [left]);
    });
  }

  const ineffective: readonly (readonly [string, readonly PropertyMap[]])[] = [
    ["there is no statement", []],
    ["nothing is refused", [ADMINISTRATION]],
    ["only one principal is refused", [deny({ Principal: { AWS: OTHER } })]],
    ["only a service is refused", [deny({ Principal: { Service: "*" } })]],
    ["the statement allows", [deny({ Effect: "Allow" })]],
    ["a wildcard is left out", [deny({ Condition: butFor("arn:aws:iam::111122223333:role/*") })]],
    [
      "one of two who are left out has a wildcard",
      [deny({ Condition: butFor(ROLE, "arn:aws:iam::111122223333:role/?") })],
    ],
    ["whoever calls is left out", [deny({ Condition: butFor("${aws:PrincipalArn}") })]],
    ["nobody is named", [deny({ Condition: { ArnNotEquals: { "aws:PrincipalArn": [] } } })]],
    [
      "a further condition has to hold",
      [deny({ Condition: { ...butFor(ROLE), Bool: { "aws:MultiFactorAuthPresent": "false" } } })],
    ],
    [
      "a further key of the same operator has to hold",
      [deny({ Condition: { ArnNotEquals: { "aws:PrincipalArn": ROLE, "aws:SourceArn": ROLE } } })],
    ],
    ["the named alone are refused", [deny({ Condition: { ArnEquals: { "aws:PrincipalArn": ROLE } } })]],
    ["another key is asked", [deny({ Condition: { StringNotEquals: { "aws:PrincipalAccount": "111122223333" } } })]],
    [
      "any of several values may differ",
      [deny({ Condition: { "ForAnyValue:ArnNotEquals": { "aws:PrincipalArn": ROLE } } })],
    ],
    ["everyone is refused without exception", [deny({ Condition: {} })]],
  ];
  for (const [when, statements] of ineffective) {
    it(`are all three where ${when}`, () => {
      assert.deepEqual(open(...statements), REMOVALS);
    });
  }

  it("never depend on the order of statements, and are never more for one statement more", () => {
    const statement = fc.record({
      Effect: fc.constantFrom("Allow", "Deny"),
      Principal: fc.constantFrom<PropertyMap | string>("*", { AWS: "*" }, { AWS: ROOT }, { AWS: OTHER }),
      Action: fc.constantFrom<string | string[]>("kms:*", "kms:Decrypt", SCHEDULE, DISABLE, CHANGE, REMOVALS),
      Resource: fc.constant("*"),
      Condition: fc.constantFrom<PropertyMap>({}, butFor(ROLE), butFor(`${ROLE}*`), butFor(ROLE, OTHER)),
    });
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), statement, (statements, more) => {
        const before = open(...statements);
        assert.deepEqual(open(...[...statements].reverse()), before);
        assert.ok(open(...statements, more).every((action) => before.includes(action)));
      }),
    );
  });
});

describe("Named principals alone can change a key policy", () => {
  const can = (...statements: readonly PropertyMap[]) => namedPrincipalsChangePolicy(statementsOf(...statements));

  const yes: readonly (readonly [string, readonly PropertyMap[]])[] = [
    ["the account administers the key and all others are refused", [ADMINISTRATION, deny()]],
    ["the account is named by its number", [{ ...ADMINISTRATION, Principal: { AWS: "111122223333" } }, deny()]],
    ["the named one is allowed itself", [{ ...ADMINISTRATION, Principal: { AWS: ROLE } }, deny()]],
    ["only the change is refused", [ADMINISTRATION, deny({ Action: CHANGE })]],
    [
      "two refusals have a principal in common",
      [ADMINISTRATION, deny({ Condition: butFor(ROLE, OTHER) }), deny({ Condition: butFor(ROLE) })],
    ],
    [
      "the account of another organization's principal is refused",
      [ADMINISTRATION, deny(), deny({ Principal: { AWS: "444455556666" }, Condition: {} })],
    ],
    ["everyone is refused another call", [ADMINISTRATION, deny(), deny({ Action: DISABLE, Condition: {} })]],
  ];
  for (const [when, statements] of yes) {
    it(`where ${when}`, () => {
      assert.equal(can(...statements), true);
    });
  }

  const no: readonly (readonly [string, readonly PropertyMap[]])[] = [
    ["nothing is refused, so that it is not they alone", [ADMINISTRATION]],
    ["nobody is allowed", [deny()]],
    ["the account may do something else only", [{ ...ADMINISTRATION, Action: "kms:Decrypt" }, deny()]],
    ["another principal alone is allowed", [{ ...ADMINISTRATION, Principal: { AWS: OTHER } }, deny()]],
    ["a service alone is allowed", [{ ...ADMINISTRATION, Principal: { Service: "s3.amazonaws.com" } }, deny()]],
    [
      "the account is allowed on a condition",
      [{ ...ADMINISTRATION, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }, deny()],
    ],
    [
      "the account of somebody else alone is allowed",
      [{ ...ADMINISTRATION, Principal: { AWS: "444455556666" } }, deny()],
    ],
    ["the named one is refused itself", [ADMINISTRATION, deny(), deny({ Principal: { AWS: ROLE }, Condition: {} })]],
    [
      "the named one is refused by its name in a condition",
      [ADMINISTRATION, deny(), deny({ Condition: { ArnEquals: { "aws:PrincipalArn": ROLE } } })],
    ],
    ["everyone is refused as well", [ADMINISTRATION, deny(), deny({ Condition: {} })]],
    [
      "two refusals leave out different principals",
      [ADMINISTRATION, deny({ Condition: butFor(ROLE) }), deny({ Condition: butFor(OTHER) })],
    ],
    ["a wildcard is left out", [ADMINISTRATION, deny({ Condition: butFor("arn:aws:iam::111122223333:role/*") })]],
    ["only other calls are refused", [ADMINISTRATION, deny({ Action: [SCHEDULE, DISABLE] })]],
  ];
  for (const [when, statements] of no) {
    it(`is not so where ${when}`, () => {
      assert.equal(can(...statements), false);
    });
  }
});
