/** Which resources a statement takes in. */
import { PAGES, type TruthCase, allows } from "./truth-case";

const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz");
const { resource: page, notResource, variables } = PAGES;
const MODELS = "arn:aws:bedrock:*::foundation-model/*";
const MODEL = "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude";
const OBJECT = "arn:aws:s3:::evidence/2026/log.json";
const GROUP = "arn:aws:logs:eu-central-1:111122223333:log-group:prompts";

const everything: readonly (readonly [string, readonly string[], boolean])[] = [
  ["a star", ["*"], true],
  ["two stars", ["**"], true],
  ["one letter and a star", ["?*"], true],
  ["every ARN", ["arn:*"], true],
  ["every ARN of the partition", ["arn:aws:*"], true],
  ["stars in every part", ["arn:*:*:*:*:*"], true],
  ["a partition with one letter open", ["arn:aw?:*"], true],
  ["every first letter of an ARN", ["a*"], true],
  ["an ARN's beginning with one letter open", ["a?n:*"], true],
  ["every bucket", ["arn:aws:s3:::*"], true],
  ["every bucket of one letter at least", ["arn:aws:s3:::?*"], true],
  ["every bucket by its first letter", LETTERS.map((letter) => `arn:aws:s3:::${letter}*`), true],
  [
    "every bucket by its first letter or digit",
    [...LETTERS, ...Array.from("0123456789")].map((l) => `arn:aws:s3:::${l}*`),
    true,
  ],
  ["every object of every bucket", ["arn:aws:s3:::*/*"], true],
  ["every resource of the account", ["arn:aws:logs:eu-central-1:111122223333:*"], true],
  ["every resource of a service, by its first letter", LETTERS.map((l) => `arn:aws:kms:*:*:${l}*`), true],
  ["a star among names", ["arn:aws:s3:::evidence", "*"], true],
  ["a policy variable that may be anything", ["arn:aws:s3:::${aws:username}*"], true],
  ["one bucket", ["arn:aws:s3:::evidence"], false],
  ["one bucket's objects", ["arn:aws:s3:::evidence/*"], false],
  ["buckets by a beginning", ["arn:aws:s3:::evidence*"], false],
  ["buckets of half of the letters", LETTERS.slice(0, 13).map((letter) => `arn:aws:s3:::${letter}*`), false],
  ["resources of one kind", ["arn:aws:logs:eu-central-1:111122223333:log-group:*"], false],
  ["one role", ["arn:aws:iam::111122223333:role/reader"], false],
  ["a folder of each caller", ["arn:aws:s3:::home/${aws:username}/*"], false],
  ["nothing", [], false],
];

const named: readonly (readonly [string | readonly string[], string, boolean])[] = [
  ["*", OBJECT, true],
  ["arn:aws:s3:::evidence/*", OBJECT, true],
  ["arn:aws:s3:::evidence/*/log.json", OBJECT, true],
  ["arn:aws:s3:::evidence/202?/log.json", OBJECT, true],
  ["arn:aws:s3:::evidence*", OBJECT, true],
  ["arn:aws:s3:::*/log.json", OBJECT, true],
  ["arn:*:s3:*:*:evidence/*", OBJECT, true],
  [["arn:aws:s3:::other/*", "arn:aws:s3:::evidence/*"], OBJECT, true],
  ["arn:aws:s3:::evidence", OBJECT, false],
  ["arn:aws:s3:::evidence/", OBJECT, false],
  ["arn:aws:s3:::Evidence/*", OBJECT, false],
  ["arn:aws:s3:::other/*", OBJECT, false],
  ["arn:aws-cn:s3:::evidence/*", OBJECT, false],
  ["arn:aws:logs:*:*:log-group:prompts", GROUP, true],
  ["arn:aws:logs:*:111122223333:*", GROUP, true],
  ["arn:aws:logs:us-*:*:*", GROUP, false],
];

/** Whether some resource of a pattern is allowed, and whether all are. */
const patterns: readonly (readonly [string | readonly string[], string, boolean, boolean])[] = [
  ["*", MODELS, true, true],
  [MODELS, MODELS, true, true],
  ["arn:aws:bedrock:*", MODELS, true, true],
  ["arn:aws:bedrock:*:*:*", MODELS, true, true],
  ["arn:aws:bedrock:eu-central-1::foundation-model/*", MODELS, true, false],
  ["arn:aws:bedrock:*::foundation-model/anthropic.*", MODELS, true, false],
  [MODEL, MODELS, true, false],
  ["arn:aws:bedrock:*:*:provisioned-model/*", MODELS, true, false],
  ["arn:aws:s3:::evidence/*", MODELS, false, false],
  [["arn:aws:bedrock:*::foundation-model/a*", "arn:aws:bedrock:*::foundation-model/b*"], MODELS, true, false],
  ["arn:aws:s3:::evidence/*", "arn:aws:s3:::evidence/a*", true, true],
  ["arn:aws:s3:::evidence/a*", "arn:aws:s3:::evidence/*", true, false],
  ["arn:aws:s3:::evidence/a*", "arn:aws:s3:::evidence/b*", false, false],
  ["arn:aws:s3:::evidence/*z", "arn:aws:s3:::evidence/a*", true, false],
];

const but: readonly (readonly [string | readonly string[], string, boolean])[] = [
  ["arn:aws:s3:::other/*", OBJECT, true],
  ["arn:aws:s3:::evidence/*", OBJECT, false],
  ["*", OBJECT, false],
  [["arn:aws:s3:::other/*", "arn:aws:s3:::evidence/2026/*"], OBJECT, false],
  ["arn:aws:s3:::evidence/${aws:username}/*", OBJECT, true],
];

/** A variable stands for whatever the caller carries. */
const variable: readonly (readonly [string, string, boolean])[] = [
  ["arn:aws:s3:::evidence/${aws:username}/*", "arn:aws:s3:::evidence/anna/a", true],
  ["arn:aws:s3:::evidence/${aws:username}/*", "arn:aws:s3:::other/anna/a", false],
  ["arn:aws:s3:::${aws:PrincipalTag/team}/*", OBJECT, true],
  ["arn:aws:s3:::${aws:PrincipalTag/team, 'none'}/*", OBJECT, true],
];

export const RESOURCES: readonly TruthCase[] = [
  ...everything.map(([title, everyResource, expected]) => ({
    title: `${title} ${expected ? "is" : "is not"} every resource`,
    page,
    everyResource,
    expected,
  })),
  ...named.map(([Resource, resource, expected]) => ({
    title: `${String(Resource)} ${expected ? "takes in" : "does not take in"} ${resource}`,
    page,
    policy: [allows("s3:GetObject", Resource)],
    call: { action: "s3:GetObject", resource },
    expected,
  })),
  ...patterns.flatMap(([Resource, resource, isSome, isAll]) => [
    {
      title: `${String(Resource)} ${isSome ? "has" : "has not"} some of ${resource}`,
      page,
      policy: [allows("bedrock:*", Resource)],
      call: { action: "bedrock:InvokeModel", resource },
      expected: isSome,
    },
    {
      title: `${String(Resource)} ${isAll ? "has" : "has not"} all of ${resource}`,
      page,
      policy: [allows("bedrock:*", Resource)],
      everywhere: { action: "bedrock:InvokeModel", resource },
      expected: isAll,
    },
  ]),
  ...but.map(([NotResource, resource, expected]) => ({
    title: `everything but ${String(NotResource)} ${expected ? "has" : "has not"} ${resource}`,
    page: notResource,
    policy: [{ Effect: "Allow", Action: "s3:GetObject", NotResource }],
    call: { action: "s3:GetObject", resource },
    expected,
  })),
  ...variable.map(([Resource, resource, expected]) => ({
    title: `${Resource} ${expected ? "may be" : "is never"} ${resource}`,
    page: variables,
    policy: [allows("s3:GetObject", Resource)],
    call: { action: "s3:GetObject", resource },
    expected,
  })),
];
