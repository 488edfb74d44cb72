/** What must be true of rules against permissions on evidence, whatever the documents of an identity are. */
import assert from "node:assert/strict";
import { inspect } from "node:util";
import fc from "fast-check";
import type { Rule } from "../../../../policies/rule";
import { iamNoEvidenceDeletion } from "../../../../policies/rules/iam/iam-no-evidence-deletion";
import { iamNoEvidenceKeyRemoval } from "../../../../policies/rules/iam/iam-no-evidence-key-removal";
import { iamNoTrailTampering } from "../../../../policies/rules/iam/iam-no-trail-tampering";
import type { ResourceState, WireMap, WireValue } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { asStack } from "../../rule-harness";
import { emptyStack } from "../../state-changes";
import { ACCOUNT } from "../policy-documents";
import { declared } from "../stack-resources";
import { BREAK_GLASS, ROLE_POLICY_TYPE, ROLE_TYPE } from "./forbidden-permissions";

const RULES: readonly Rule[] = [iamNoTrailTampering, iamNoEvidenceDeletion, iamNoEvidenceKeyRemoval];
const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/worker`;
const BOUNDARY_ARN = `arn:aws:iam::${ACCOUNT}:policy/boundary`;

const EVIDENCE = [
  declared("aws:s3/bucket:Bucket", "logs", { bucket: "audit", arn: "arn:aws:s3:::audit" }),
  declared("aws:cloudtrail/trail:Trail", "trail", { s3BucketName: "audit" }),
];

const actions = fc.constantFrom("*", "s3:*", "s3:Delete*", "s3:GetObject", "kms:Disable*", "cloudtrail:?topLogging");
const resources = fc.constantFrom(
  ...["*", "arn:aws:s3:::*", "arn:aws:s3:::audit/*", "arn:aws:s3:::audit*/2026/*", "arn:aws:s3:::*-logs/*"],
  ...["arn:aws:s3:::${aws:username}/*", `arn:aws:kms:*:${ACCOUNT}:key/*`, "arn:aws:kms:*:444455556666:key/*"],
  ...["arn:aws:cloudtrail:eu-central-1:*:trail/mine", "arn:aws:cloudtrail:*:*:*", "arn:aws-cn:s3:::*"],
);
const conditions = fc.constantFrom<WireMap>(
  {},
  {},
  { Bool: { "aws:MultiFactorAuthPresent": "true" } },
  { ArnNotEquals: { "aws:PrincipalArn": BREAK_GLASS } },
  { ArnNotLike: { "aws:PrincipalArn": [`arn:aws:iam::${ACCOUNT}:role/w*`, BREAK_GLASS] } },
  { StringEquals: { "aws:ResourceTag/team": "web" } },
  { StringNotEquals: { "aws:ResourceTag/team": "web" } },
);

function statements(effect: "Allow" | "Deny"): fc.Arbitrary<WireMap> {
  return fc
    .record({
      action: fc.array(actions, { minLength: 1, maxLength: 2 }),
      resource: fc.array(resources, { minLength: 1, maxLength: 2 }),
      isNotAction: fc.integer({ min: 0, max: 4 }),
      isNotResource: fc.integer({ min: 0, max: 4 }),
      condition: conditions,
    })
    .map(({ action, resource, isNotAction, isNotResource, condition }) => ({
      Effect: effect,
      [isNotAction === 0 ? "NotAction" : "Action"]: action,
      [isNotResource === 0 ? "NotResource" : "Resource"]: resource,
      Condition: condition,
    }));
}

const anyStatement = fc.oneof(statements("Allow"), statements("Deny"));
const policies = fc.array(anyStatement, { maxLength: 4 });

interface Identity {
  readonly inline: WireValue;
  readonly attached?: WireValue;
  readonly boundary?: WireValue;
  readonly arn?: WireValue;
}

const document = (Statement: WireValue): WireMap => ({ Version: "2012-10-17", Statement });

function stackOf({ inline, attached = document([]), boundary, arn = ROLE_ARN }: Identity): readonly ResourceState[] {
  const policyArn = `arn:aws:iam::${ACCOUNT}:policy/attached`;
  const bounds = boundary === undefined ? {} : { permissionsBoundary: BOUNDARY_ARN };
  return [
    ...emptyStack(),
    ...EVIDENCE,
    declared(ROLE_TYPE, "worker", { name: "worker", arn, ...bounds }),
    declared(ROLE_POLICY_TYPE, "inline", { role: "worker", policy: inline }),
    declared("aws:iam/policy:Policy", "attached", { name: "attached", arn: policyArn, policy: attached }),
    declared("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", { role: "worker", policyArn }),
    ...(boundary === undefined
      ? []
      : [declared("aws:iam/policy:Policy", "boundary", { name: "boundary", arn: BOUNDARY_ARN, policy: boundary })]),
  ];
}

/** 2 where the rule fails, 1 where it cannot tell, 0 where it passes; for each of the rules. */
function risks(identity: Identity): readonly number[] {
  const stack = asStack(stackOf(identity));
  return RULES.map((rule) => {
    assert.ok(rule.kind === "stack");
    const found = [rule.check(stack)].flat().map(({ status }) => status);
    assert.ok(found.every((status) => status === "fail" || status === "undecided" || status === "pass"));
    return found.includes("fail") ? 2 : found.includes("undecided") ? 1 : 0;
  });
}

function isNoLower(before: readonly number[], after: readonly number[]): void {
  assert.ok(
    before.every((risk, index) => (after[index] ?? 0) >= risk),
    `${inspect(before)} became ${inspect(after)}`,
  );
}

/** The documents with the statement beside those of each in turn. */
function extended(inline: readonly WireMap[], attached: readonly WireMap[], more: WireMap): readonly Identity[] {
  return [
    { inline: document([...inline, more]), attached: document(attached) },
    { inline: document(inline), attached: document([more, ...attached]) },
  ];
}

const OPTIONS = { numRuns: 60 };

describe("a rule against permissions on evidence", () => {
  it("finds no lower risk for one Allow more, in whichever document of the identity", () => {
    fc.assert(
      fc.property(policies, policies, statements("Allow"), (inline, attached, allow) => {
        const before = risks({ inline: document(inline), attached: document(attached) });
        extended(inline, attached, allow).forEach((after) => isNoLower(before, risks(after)));
      }),
      OPTIONS,
    );
  });

  it("finds no higher risk for one Deny more, in whichever document of the identity", () => {
    fc.assert(
      fc.property(policies, policies, statements("Deny"), (inline, attached, deny) => {
        const before = risks({ inline: document(inline), attached: document(attached) });
        extended(inline, attached, deny).forEach((after) => isNoLower(risks(after), before));
      }),
      OPTIONS,
    );
  });

  it("finds no higher risk for a boundary, and no lower one where the boundary allows more", () => {
    fc.assert(
      fc.property(policies, policies, statements("Allow"), (inline, boundary, allow) => {
        const bounded = risks({ inline: document(inline), boundary: document(boundary) });
        isNoLower(bounded, risks({ inline: document(inline) }));
        isNoLower(bounded, risks({ inline: document(inline), boundary: document([...boundary, allow]) }));
      }),
      OPTIONS,
    );
  });

  it("never passes for one unknown what it does not pass when it is known", () => {
    const parts = fc.constantFrom("Effect", "Action", "NotAction", "Resource", "NotResource", "Condition");
    fc.assert(
      fc.property(policies, anyStatement, policies, parts, (inline, one, boundary, part) => {
        const known: Identity = { inline: document([...inline, one]), boundary: document(boundary) };
        const unknownPart = Object.hasOwn(one, part) ? { ...one, [part]: UNKNOWN_VALUE } : one;
        const hidden: readonly Identity[] = [
          { ...known, inline: UNKNOWN_VALUE },
          { ...known, inline: document(UNKNOWN_VALUE) },
          { ...known, inline: document([...inline, UNKNOWN_VALUE]) },
          { ...known, inline: document([...inline, unknownPart]) },
          { ...known, boundary: UNKNOWN_VALUE },
          { ...known, arn: UNKNOWN_VALUE },
        ];
        const risk = risks(known);
        for (const identity of hidden) {
          const found = risks(identity);
          assert.ok(
            risk.every((was, index) => was === 0 || found[index] !== 0),
            `${inspect(risk)} became ${inspect(found)} by ${inspect(identity, { depth: null })}`,
          );
        }
      }),
      OPTIONS,
    );
  });

  it("does not take a boundary's own resources for what the identity may reach", () => {
    const inline = document([
      { Effect: "Allow", Action: "kms:DisableKey", NotResource: `arn:aws:kms:*:${ACCOUNT}:key/*` },
      {
        Effect: "Deny",
        Action: "kms:*",
        Resource: `arn:aws:kms:*:${ACCOUNT}:key/*`,
        Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } },
      },
    ]);
    const boundary = document([{ Effect: "Allow", Action: "*", Resource: "arn:aws:kms:*:444455556666:key/*" }]);
    isNoLower(risks({ inline, boundary }), risks({ inline }));
  });

  it("takes a policy that is not known for one that may name another account's evidence", () => {
    const inline = document([{ Effect: "Allow", Action: "*", Resource: ["arn:aws:kms:*:444455556666:key/*", "*"] }]);
    const boundary = document([
      { Effect: "Allow", Action: "*", Resource: "arn:aws:kms:*:444455556666:key/*" },
      { Effect: "Deny", NotAction: "*", Resource: `arn:aws:kms:*:${ACCOUNT}:key/*` },
    ]);
    assert.deepEqual(risks({ inline, boundary }), [0, 0, 2]);
    assert.deepEqual(risks({ inline: UNKNOWN_VALUE, boundary }), [0, 0, 1]);
  });

  it("comes to an end on patterns that are made up to be hard, and takes them at the worst", () => {
    const hard = Array.from({ length: 40 }, (_, index) => `*${"a?".repeat(index)}b${"*a".repeat(40 - index)}*`);
    const inline = document([
      { Effect: "Allow", Action: "*", Resource: hard },
      { Effect: "Deny", Action: "*", Resource: hard },
    ]);
    const started = Date.now();
    assert.deepEqual(risks({ inline }), [2, 2, 2]);
    assert.ok(Date.now() - started < 20_000);
  }).timeout(30_000);

  it("does not depend on the order of statements, nor on the document of the identity that holds them", () => {
    fc.assert(
      fc.property(policies, policies, (inline, attached) => {
        const before = risks({ inline: document(inline), attached: document(attached) });
        assert.deepEqual(risks({ inline: document([...inline].reverse()), attached: document(attached) }), before);
        assert.deepEqual(risks({ inline: document(attached), attached: document(inline) }), before);
        assert.deepEqual(risks({ inline: document([...inline, ...attached]) }), before);
      }),
      OPTIONS,
    );
  });
});
