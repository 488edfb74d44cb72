import assert from "node:assert/strict";

import { checkProtection } from "../../../components/base/evidence-protection";
import { optionOf } from "../../../components/base/options";

const option = optionOf("Thing", "mine");
const ROLE = "arn:aws:iam::111122223333:role/break-glass";

type Protection = Parameters<typeof checkProtection>[0];
type LockMode = Parameters<typeof checkProtection>[2];

describe("The protection of evidence", () => {
  const accepted: readonly (readonly [string, Protection, LockMode?])[] = [
    ["nothing", {}],
    ["nothing, beside a lock that nobody can lift", {}, "COMPLIANCE"],
    ["forceDestroy false, protected or not", { forceDestroy: false, protect: true }],
    ["no protection by Pulumi alone", { protect: false }, "COMPLIANCE"],
    ["forceDestroy without protection", { forceDestroy: true, protect: false }],
    ["forceDestroy without protection, beside no lock", { forceDestroy: true, protect: false }, "none"],
    [
      "forceDestroy without protection, beside a lock that can be bypassed",
      { forceDestroy: true, protect: false },
      "GOVERNANCE",
    ],
    ["a role", { breakGlassPrincipals: [ROLE] }],
    ["a role below a path", { breakGlassPrincipals: ["arn:aws:iam::111122223333:role/security/break-glass"] }],
    [
      "a role of IAM Identity Center",
      {
        breakGlassPrincipals: [
          "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Emergency_0123456789abcdef",
        ],
      },
    ],
    [
      "users, in another partition",
      {
        breakGlassPrincipals: [
          "arn:aws-us-gov:iam::111122223333:user/a+b=c,d.e@f_g-h",
          "arn:aws-us-gov:iam::111122223333:user/second",
        ],
      },
    ],
  ];
  for (const [what, protection, lock] of accepted) {
    it(`may be ${what}`, () => {
      assert.doesNotThrow(() => {
        checkProtection(protection, option, lock);
      });
    });
  }

  const refused: readonly (readonly [string, Protection, LockMode, string])[] = [
    [
      "forceDestroy while the default protects",
      { forceDestroy: true },
      "none",
      "forceDestroy is true. Allowed: false, unless protect is false. Set protect to false as well, or remove forceDestroy.",
    ],
    [
      "forceDestroy with protection",
      { forceDestroy: true, protect: true },
      "none",
      "forceDestroy is true. Allowed: false, unless protect is false. Set protect to false as well, or remove forceDestroy.",
    ],
    [
      "forceDestroy beside a lock that nobody can lift",
      { forceDestroy: true, protect: false },
      "COMPLIANCE",
      "forceDestroy is true. Allowed: false with objectLock.mode COMPLIANCE, which nobody can lift. Remove forceDestroy, or choose another mode.",
    ],
    [
      "an empty list of break-glass principals",
      { breakGlassPrincipals: [] },
      "none",
      "breakGlassPrincipals is []. Allowed: one or more ARNs of IAM roles or users. Name who may delete the key in an emergency, or leave the option out.",
    ],
  ];
  for (const [what, protection, lock, message] of refused) {
    it(`may not be ${what}`, () => {
      assert.throws(
        () => {
          checkProtection(protection, option, lock);
        },
        { message: `Thing "mine": ${message}` },
      );
    });
  }

  for (const arn of [
    "break-glass",
    "*",
    "arn:aws:iam::111122223333:root",
    "arn:aws:iam::111122223333:role/*",
    "arn:aws:iam::111122223333:role/break-?lass",
    "arn:aws:iam::111122223333:role/",
    "arn:aws:iam::111122223333:group/administrators",
    "arn:aws:sts::111122223333:assumed-role/break-glass/session",
    "arn:aws:iam::11112222333:role/break-glass",
    "arn:aws:iam::111122223333:role/${aws:username}",
    `${ROLE} `,
  ]) {
    it(`may not leave a key to ${arn}`, () => {
      assert.throws(
        () => {
          checkProtection({ breakGlassPrincipals: [ROLE, arn] }, option);
        },
        {
          message:
            `Thing "mine": breakGlassPrincipals[1] is ${JSON.stringify(arn)}. Allowed: the ARN of an IAM role or user, without ` +
            "wildcards. Name the role itself, such as arn:aws:iam::111122223333:role/break-glass.",
        },
      );
    });
  }
});
