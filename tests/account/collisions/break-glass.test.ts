import assert from "node:assert/strict";
import { breakGlassCollisions, breakGlassOf } from "../../../account/collisions/break-glass";
import { stackState } from "../../support/prod-state";
import { declaredResources } from "../../../account/collisions/declared";
import { ACCOUNT, DENIED, HOME, account, declared } from "./observed";

const ROLE = `arn:aws:iam::${ACCOUNT}:role/break-glass`;
const USER = `arn:aws:iam::${ACCOUNT}:user/on-call`;

/** A key that leaves its removal to the principals. */
function key(name: string, ...principals: readonly string[]) {
  const policy = JSON.stringify({
    Statement: [
      {
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: ["kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:PutKeyPolicy"],
        Resource: "*",
        Condition: { ArnNotEquals: { "aws:PrincipalArn": principals } },
      },
    ],
  });
  return declared("aws:kms/key:Key", name, { inputs: { policy } });
}

/** What is found, in a few words. */
function found(all: readonly ReturnType<typeof key>[], principals: Parameters<typeof account>[0] = {}) {
  const { collisions, undecided } = breakGlassCollisions(all, account(principals));
  return [
    ...collisions.map(({ consequence, observed }) => `${consequence}: ${observed}`),
    ...undecided.map(({ what, why }) => `undecided: ${what}: ${why}`),
  ];
}

describe("the break-glass principals of a stack", () => {
  it("are in nobody's way where they exist", () => {
    const principals = new Map([
      [ROLE, { seen: true }],
      [USER, { seen: true }],
    ]);
    assert.deepEqual(found([key("one", ROLE, USER)], { principals }), []);
  });

  it("are missing, each once, where they do not", () => {
    const one = key("one", ROLE, USER);
    const principals = new Map([
      [ROLE, { seen: false }],
      [USER, { seen: true }],
    ]);
    const { collisions } = breakGlassCollisions([one, key("two", ROLE)], account({ principals }));
    assert.deepEqual(collisions, [
      {
        what: "Break-glass principal",
        where: "global",
        declared: one.urn,
        observed: `no ${ROLE}`,
        consequence: "missing",
        explanation:
          "Nobody can change the policies of the keys or delete them while there is no such principal, and whoever may " +
          "create one of this name then can.",
        settings: [],
        otherwise: "Create it first, or name in breakGlassPrincipals one that exists.",
        page: "docs/existing-accounts/break-glass.md",
      },
    ]);
  });

  it("are undecided where they cannot be read, or are of another account", () => {
    const principals = new Map([[ROLE, { unreadable: DENIED }]]);
    const foreign = "arn:aws:iam::444455556666:role/break-glass";
    assert.deepEqual(found([key("one", ROLE, foreign)], { principals }), [
      `undecided: Break-glass principal ${ROLE}: ${DENIED.why}`,
      `undecided: Break-glass principal ${foreign}: It is not of account ${ACCOUNT}, which alone is read.`,
    ]);
  });

  it("are not asked about where the stack creates them", () => {
    const role = declared("aws:iam/role:Role", "break-glass", { arn: ROLE });
    assert.deepEqual(breakGlassOf([role, key("one", ROLE)]), []);
    const user = declared("aws:iam/user:User", "on-call", { arn: USER });
    assert.deepEqual(breakGlassOf([user, key("one", USER)]), []);
  });

  it("are none where a key has another policy, or none that is known", () => {
    const open = declared("aws:kms/key:Key", "open", { inputs: { policy: JSON.stringify({ Statement: [] }) } });
    const broken = declared("aws:kms/key:Key", "broken", { inputs: { policy: "{" } });
    assert.deepEqual(breakGlassOf([open, broken, declared("aws:kms/key:Key", "default")]), []);
  });

  it("are those of the settings in the prod stack", async () => {
    const all = declaredResources(await stackState("prod"), HOME);
    assert.deepEqual(
      breakGlassOf(all).map(({ arn }) => arn),
      [ROLE],
    );
  });
});
