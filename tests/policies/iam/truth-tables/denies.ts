/** What a Deny takes away. */
import type { PropertyMap } from "../../../../policies/properties";
import { ACCOUNT, ORGANIZATION, PAGES, ROLE, type Strangers, type TruthCase, allows, denies, lets } from "./truth-case";

const { logic: page, operators, notPrincipal } = PAGES;
const STOP = { action: "cloudtrail:StopLogging", resource: "arn:aws:cloudtrail:eu-central-1:111122223333:trail/a" };
const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz");

const calls: readonly (readonly [string, readonly PropertyMap[], boolean])[] = [
  ["of the action", [denies("cloudtrail:StopLogging")], false],
  ["of the action, in another case", [denies("CloudTrail:stoplogging")], false],
  ["of the action by a wildcard", [denies("cloudtrail:St?p*")], false],
  ["of the service", [denies("cloudtrail:*")], false],
  ["of everything", [denies("*")], false],
  ["of every first letter", [denies(LETTERS.map((letter) => `${letter}*`))], false],
  ["of everything but another service", [{ Effect: "Deny", NotAction: "s3:*", Resource: "*" }], false],
  ["of everything but the service", [{ Effect: "Deny", NotAction: "cloudtrail:*", Resource: "*" }], true],
  ["of another action", [denies("cloudtrail:DeleteTrail")], true],
  ["on the trail", [denies("*", STOP.resource)], false],
  ["on the region's trails", [denies("*", "arn:aws:cloudtrail:eu-central-1:*:trail/*")], false],
  ["on another trail", [denies("*", "arn:aws:cloudtrail:*:*:trail/b")], true],
  [
    "on everything but another trail",
    [{ Effect: "Deny", Action: "*", NotResource: "arn:aws:cloudtrail:*:*:trail/b" }],
    false,
  ],
  ["on everything but the trail", [{ Effect: "Deny", Action: "*", NotResource: STOP.resource }], true],
  ["on a trail named after the caller", [denies("*", "arn:aws:cloudtrail:*:*:trail/${aws:username}")], true],
  [
    "without a second factor",
    [denies("*", "*", { Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } } })],
    true,
  ],
  ["in some region", [denies("*", "*", { Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } } })], true],
  ["in two statements that do not have it", [denies("s3:*"), denies("kms:*")], true],
  ["in two statements of which one has it", [denies("s3:*"), denies("cloudtrail:*")], false],
];

/** A Deny on conditions, in a call of which the caller is known. */
const known: readonly (readonly [string, PropertyMap, string, boolean])[] = [
  ["everyone but a role", { ArnNotEquals: { "aws:PrincipalArn": ROLE } }, ROLE, true],
  ["everyone but a role", { ArnNotEquals: { "aws:PrincipalArn": ROLE } }, `${ROLE}-2`, false],
  ["everyone but roles by a pattern", { ArnNotLike: { "aws:PrincipalArn": `${ROLE}*` } }, `${ROLE}-2`, true],
  ["everyone but two roles", { StringNotEquals: { "aws:PrincipalArn": [ROLE, `${ROLE}-2`] } }, `${ROLE}-2`, true],
  ["everyone but two roles", { StringNotEquals: { "aws:PrincipalArn": [ROLE, `${ROLE}-2`] } }, `${ROLE}-3`, false],
  ["a role", { ArnEquals: { "aws:PrincipalArn": ROLE } }, ROLE, false],
  ["a role", { ArnEquals: { "aws:PrincipalArn": ROLE } }, `${ROLE}-2`, true],
  [
    "a role, with another key that nobody knows",
    { ArnEquals: { "aws:PrincipalArn": ROLE, "aws:SourceIp": "x" } },
    ROLE,
    true,
  ],
];

const everyoneBut = (Condition: PropertyMap): PropertyMap => ({ ...lets("*", Condition), Effect: "Deny" });
const OPEN = lets("*");

const strangers: readonly (readonly [string, PropertyMap, Strangers])[] = [
  [
    "everyone outside of the organization",
    everyoneBut({ StringNotEquals: { "aws:PrincipalOrgID": ORGANIZATION } }),
    "nobody",
  ],
  [
    "everyone outside of it, in other cases",
    everyoneBut({ stringnotequals: { "AWS:principalorgid": ORGANIZATION } }),
    "nobody",
  ],
  [
    "whoever has another organization",
    everyoneBut({ StringNotEqualsIfExists: { "aws:PrincipalOrgID": ORGANIZATION } }),
    "nobody",
  ],
  [
    "everyone outside of any organization",
    everyoneBut({ StringNotLike: { "aws:PrincipalOrgID": "o-*" } }),
    "strangers",
  ],
  ["everyone but the account", everyoneBut({ StringNotEquals: { "aws:PrincipalAccount": ACCOUNT } }), "nobody"],
  [
    "everyone but two accounts",
    everyoneBut({ StringNotEquals: { "aws:PrincipalAccount": [ACCOUNT, "444455556666"] } }),
    "nobody",
  ],
  ["everyone but accounts by a pattern", everyoneBut({ StringNotLike: { "aws:PrincipalAccount": "1*" } }), "strangers"],
  ["everyone but a role", everyoneBut({ ArnNotEquals: { "aws:PrincipalArn": ROLE } }), "nobody"],
  [
    "everyone but a role of any account",
    everyoneBut({ ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/reader" } }),
    "strangers",
  ],
  ["everyone but one endpoint", everyoneBut({ StringNotEquals: { "aws:SourceVpce": "vpce-1a2b3c4d" } }), "nobody"],
  [
    "everyone who is not of AWS and not of the organization",
    everyoneBut({
      StringNotEquals: { "aws:PrincipalOrgID": ORGANIZATION },
      Bool: { "aws:PrincipalIsAWSService": "false" },
    }),
    "strangers",
  ],
  ["the account itself", everyoneBut({ StringEquals: { "aws:PrincipalAccount": ACCOUNT } }), "strangers"],
  ["everyone without TLS", everyoneBut({ Bool: { "aws:SecureTransport": "false" } }), "strangers"],
  ["everyone without an external id", everyoneBut({ StringNotEquals: { "sts:ExternalId": "word" } }), "strangers"],
  [
    "everyone outside, and only with a further condition",
    everyoneBut({ StringNotEquals: { "aws:PrincipalOrgID": ORGANIZATION, "aws:UserAgent": "x" } }),
    "strangers",
  ],
  [
    "any of several values outside",
    everyoneBut({ "ForAnyValue:StringNotEquals": { "aws:PrincipalOrgPaths": `${ORGANIZATION}/*` } }),
    "strangers",
  ],
  ["everyone", everyoneBut({}), "nobody"],
  ["one principal", { ...lets({ AWS: ROLE }), Effect: "Deny" }, "strangers"],
  ["everyone another action", { ...everyoneBut({}), Action: "s3:PutObject" }, "strangers"],
  ["everyone every action", { ...everyoneBut({}), Action: "s3:*" }, "nobody"],
  ["everyone other objects", { ...everyoneBut({}), Resource: "arn:aws:s3:::evidence/a/*" }, "strangers"],
  ["everyone all buckets", { ...everyoneBut({}), Resource: "arn:aws:s3:::*" }, "nobody"],
];

export const DENIES: readonly TruthCase[] = [
  ...calls.map(([title, refusals, expected]) => ({
    title: `a Deny ${title} ${expected ? "leaves" : "takes away"} the call`,
    page,
    policy: [allows("*"), ...refusals],
    call: STOP,
    expected,
  })),
  ...calls.map(([title, refusals, expected]) => ({
    title: `a Deny ${title}, before the Allow, ${expected ? "leaves" : "takes away"} the call`,
    page,
    policy: [...refusals, allows("cloudtrail:*")],
    call: STOP,
    expected,
  })),
  ...known.map(([title, Condition, arn, expected]) => ({
    title: `a Deny for ${title} ${expected ? "leaves" : "takes away"} the call of ${arn}`,
    page: operators,
    policy: [allows("*"), denies("cloudtrail:*", "*", { Condition })],
    call: { ...STOP, context: { "aws:principalarn": arn } },
    expected,
  })),
  ...strangers.map(([title, deny, expected]) => ({
    title: `an Allow for everyone below a Deny for ${title} lets in ${expected}`,
    page: operators,
    policy: [OPEN, deny],
    expected,
  })),
  {
    title: "a Deny for everyone but a principal by name leaves nobody else",
    page: notPrincipal,
    policy: [OPEN, { Effect: "Deny", NotPrincipal: { AWS: ROLE }, Action: "s3:*", Resource: "*" }],
    expected: "nobody",
  },
  {
    title: "a Deny for everyone but everyone takes away nothing",
    page: notPrincipal,
    policy: [OPEN, { Effect: "Deny", NotPrincipal: { AWS: "*" }, Action: "s3:*", Resource: "*" }],
    expected: "strangers",
  },
  {
    title: "two Denies that have every object between them take away all",
    page,
    policy: [
      lets("*", undefined, { Resource: ["arn:aws:s3:::evidence/a*", "arn:aws:s3:::evidence/b*"] }),
      ...["a", "b"].map((letter) => ({ ...everyoneBut({}), Resource: `arn:aws:s3:::evidence/${letter}*` })),
    ],
    expected: "nobody",
  },
  {
    title: "two Denies that have one object between them open leave it",
    page,
    policy: [
      OPEN,
      ...["a", "b"].map((letter) => ({ ...everyoneBut({}), Resource: `arn:aws:s3:::evidence/${letter}*` })),
    ],
    expected: "strangers",
  },
];
