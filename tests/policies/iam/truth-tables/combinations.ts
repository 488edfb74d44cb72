/** What several statements allow together of everything that there is of a kind. */
import type { PropertyMap } from "../../../../policies/properties";
import { ACCOUNT, PAGES, type TruthCase, allows, denies } from "./truth-case";

const { logic, resource: page, notResource } = PAGES;

const of = (letters: string, prefix: string, ending = "*"): readonly string[] =>
  Array.from(letters, (letter) => `${prefix}${letter}${ending}`);

const DELETE = "s3:DeleteObject";
const BUCKETS = "arn::s3:::*/*";
const KEYS = "arn::kms:::key/*";
const MODELS = "arn::bedrock:::foundation-model/*";
const HALF = allows(DELETE, of("abcdefghijklm", "arn:aws:s3:::"));
const OTHER_HALF = allows("s3:Delete*", of("nopqrstuvwxyz", "arn:aws:s3:::"));
const EVERY_KEY_OF_REGION = `arn:aws:kms:eu-central-1:${ACCOUNT}:key/`;

/** What the policy is, the action and the kind, whether all of it is allowed, and by which page. */
const rows: readonly (readonly [string, readonly PropertyMap[], string, string, boolean, TruthCase["page"]])[] = [
  ["a star", [allows("*")], DELETE, BUCKETS, true, page],
  ["half of the letters", [HALF], DELETE, BUCKETS, false, page],
  ["two halves of the letters in two statements", [HALF, OTHER_HALF], DELETE, BUCKETS, true, logic],
  [
    "two halves, one of them for another action",
    [HALF, { ...OTHER_HALF, Action: "s3:Put*" }],
    DELETE,
    BUCKETS,
    false,
    logic,
  ],
  ["two halves, one of them refused", [HALF, { ...OTHER_HALF, Effect: "Deny" }], DELETE, BUCKETS, false, logic],
  ["all but one name", [allows("*"), denies("*", "arn:aws:s3:::assets/*")], DELETE, BUCKETS, true, logic],
  [
    "nothing but one name, by a Deny of the others",
    [allows("*"), { Effect: "Deny", Action: "s3:*", NotResource: "arn:aws:s3:::assets/*" }],
    DELETE,
    BUCKETS,
    false,
    notResource,
  ],
  [
    "names of half of the letters, by a Deny of the others",
    [allows("*"), { Effect: "Deny", Action: "s3:*", NotResource: of("abcdefghijklm", "arn:aws:s3:::") }],
    DELETE,
    BUCKETS,
    false,
    notResource,
  ],
  [
    "what a Deny of the others leaves, where it leaves every letter",
    [allows("*"), { Effect: "Deny", Action: "s3:*", NotResource: of("abcdefghijklmnopqrstuvwxyz", "arn:aws:s3:::") }],
    DELETE,
    BUCKETS,
    true,
    notResource,
  ],
  ["everything, and a Deny of it", [allows("*"), denies("*")], DELETE, BUCKETS, false, logic],
  [
    "both halves, and a Deny of everything in the kind",
    [HALF, OTHER_HALF, denies("s3:*", "arn:*:s3:::*")],
    DELETE,
    BUCKETS,
    false,
    logic,
  ],
  ["keys of one region", [allows("kms:*", `${EVERY_KEY_OF_REGION}*`)], "kms:DisableKey", KEYS, true, page],
  [
    "keys of one region, and a Deny of the same region",
    [allows("kms:*", `${EVERY_KEY_OF_REGION}*`), denies("kms:*", `${EVERY_KEY_OF_REGION}*`)],
    "kms:DisableKey",
    KEYS,
    false,
    logic,
  ],
  [
    "keys of one region, and a Deny of another",
    [allows("kms:*", `${EVERY_KEY_OF_REGION}*`), denies("kms:*", "arn:aws:kms:us-east-1:*:key/*")],
    "kms:DisableKey",
    KEYS,
    true,
    logic,
  ],
  [
    "keys by each digit that their ids begin with, in two statements",
    [
      allows("kms:DisableKey", of("0123456789", EVERY_KEY_OF_REGION)),
      allows("kms:Disable*", of("abcdef", EVERY_KEY_OF_REGION)),
    ],
    "kms:DisableKey",
    KEYS,
    true,
    logic,
  ],
  [
    "keys by those digits, half of them in another region",
    [
      allows("kms:DisableKey", of("0123456789", EVERY_KEY_OF_REGION)),
      allows("kms:DisableKey", of("abcdef", `arn:aws:kms:us-east-1:${ACCOUNT}:key/`)),
    ],
    "kms:DisableKey",
    KEYS,
    false,
    page,
  ],
  ["one key", [allows("kms:*", `${EVERY_KEY_OF_REGION}1234abcd`)], "kms:DisableKey", KEYS, false, page],
  [
    "models of one region",
    [allows("bedrock:*", "arn:aws:bedrock:us-east-1::foundation-model/*")],
    "bedrock:InvokeModel",
    MODELS,
    true,
    page,
  ],
  [
    "models of one maker",
    [allows("bedrock:*", "arn:aws:bedrock:*::foundation-model/anthropic.*")],
    "bedrock:InvokeModel",
    MODELS,
    false,
    page,
  ],
  [
    "models with a wildcard before the service",
    [allows("bedrock:*", "ar?:a*:bedrock:*::foundation-model/*")],
    "bedrock:InvokeModel",
    MODELS,
    true,
    page,
  ],
  [
    "models that a wildcard at the end of a segment reaches",
    [allows("bedrock:*", "arn:aws:bedrock*foundation-model/*")],
    "bedrock:InvokeModel",
    MODELS,
    true,
    page,
  ],
];

/** Where only some of a kind is allowed, whether a part of it is among that. */
const parts: readonly (readonly [string, readonly PropertyMap[], string, boolean])[] = [
  [
    "log groups of functions, in any account",
    [allows("logs:*", "arn:aws:logs:*:*:log-group:/aws/lambda/*")],
    "/aws/eks/*",
    false,
  ],
  [
    "log groups by the end of their names",
    [allows("logs:*", "arn:aws:logs:*:*:log-group:*-cluster")],
    "/aws/eks/*",
    true,
  ],
  [
    "log groups by their end, but for those that begin so",
    [allows("logs:*", "arn:aws:logs:*:*:log-group:*-cluster"), denies("logs:*", "arn:*:logs:*:*:log-group:/aws/*")],
    "/aws/eks/*",
    false,
  ],
];

export const COMBINATIONS: readonly TruthCase[] = [
  ...rows.map(([title, policy, action, resource, expected, source]) => ({
    title: `${title} ${expected ? "is" : "is not"} everything of ${resource}`,
    page: source,
    policy,
    everywhere: { action, resource },
    expected,
  })),
  ...parts.map(([title, policy, name, expected]) => ({
    title: `${title} ${expected ? "may be" : "are never"} ${name}`,
    page,
    policy,
    call: { action: "logs:DeleteLogGroup", resource: `arn::logs:::log-group:${name}` },
    expected,
  })),
];
