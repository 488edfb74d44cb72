/** What permissions boundaries, session policies and service control policies leave of permissions. */
import type { PropertyMap } from "../../../../policies/properties";
import { PAGES, type TruthCase, allows, denies } from "./truth-case";

const { boundaries: page, logic } = PAGES;
const STOP = { action: "cloudtrail:StopLogging" };

const one: readonly (readonly [string, readonly PropertyMap[], readonly PropertyMap[], boolean])[] = [
  ["both allow everything", [allows("*")], [allows("*")], true],
  ["the boundary allows something else", [allows("*")], [allows("s3:*")], false],
  ["the boundary has nothing", [allows("*")], [], false],
  ["the permissions have nothing", [], [allows("*")], false],
  ["the permissions allow something else", [allows("s3:*")], [allows("*")], false],
  ["the boundary allows it by a wildcard", [allows("cloudtrail:StopLogging")], [allows("cloudtrail:*")], true],
  [
    "the boundary allows all but it",
    [allows("*")],
    [{ Effect: "Allow", NotAction: "cloudtrail:*", Resource: "*" }],
    false,
  ],
  ["the boundary refuses it", [allows("*")], [allows("*"), denies("cloudtrail:Stop*")], false],
  ["the boundary refuses something else", [allows("*")], [allows("*"), denies("s3:*")], true],
  [
    "the boundary refuses it on a condition",
    [allows("*")],
    [allows("*"), denies("*", "*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } })],
    true,
  ],
  [
    "they name different trails",
    [allows("cloudtrail:*", "arn:aws:cloudtrail:*:*:trail/a")],
    [allows("cloudtrail:*", "arn:aws:cloudtrail:*:*:trail/b")],
    false,
  ],
  [
    "they have one trail in common",
    [allows("cloudtrail:*", "arn:aws:cloudtrail:*:*:trail/a*")],
    [allows("cloudtrail:*", "arn:aws:cloudtrail:*:*:trail/*z")],
    true,
  ],
];

const several: readonly (readonly [string, readonly (readonly PropertyMap[])[], boolean])[] = [
  ["a boundary and a session policy allow it", [[allows("*")], [allows("cloudtrail:*")]], true],
  ["the boundary alone allows it", [[allows("*")], [allows("s3:*")]], false],
  ["the session policy alone allows it", [[allows("s3:*")], [allows("*")]], false],
  ["a service control policy refuses it", [[allows("*")], [allows("*"), denies("cloudtrail:*")]], false],
  ["three of them allow it", [[allows("*")], [allows("*")], [allows("cloudtrail:StopLogging")]], true],
];

export const BOUNDARIES: readonly TruthCase[] = [
  ...one.map(([title, policy, limit, expected]) => ({
    title: `where ${title}, the call is ${expected ? "allowed" : "not allowed"}`,
    page,
    policy,
    call: STOP,
    limits: [limit],
    expected,
  })),
  ...several.map(([title, limits, expected]) => ({
    title: `where ${title}, the call is ${expected ? "allowed" : "not allowed"}`,
    page: logic,
    policy: [allows("*")],
    call: STOP,
    limits,
    expected,
  })),
];
