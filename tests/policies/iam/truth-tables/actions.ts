/** Which actions a statement takes in. */
import { PAGES, type TruthCase, allows } from "./truth-case";

const LETTERS = Array.from("abcdefghijklmnopqrstuvwxyz");
const { action: page, notAction } = PAGES;

const everything: readonly (readonly [string, readonly string[], boolean])[] = [
  ["a star", ["*"], true],
  ["two stars", ["**"], true],
  ["a star for the service and one for the action", ["*:*"], true],
  ["a star among names", ["s3:GetObject", "*"], true],
  ["one letter and a star", ["?*"], true],
  ["a star and one letter", ["*?"], true],
  ["a star, a colon and a letter more", ["*:?*"], true],
  ["every first letter of a service", LETTERS.map((letter) => `${letter}*`), true],
  ["every first letter, in capitals", LETTERS.map((letter) => `${letter.toUpperCase()}*`), true],
  ["every first letter, with a colon", LETTERS.map((letter) => `${letter}*:*`), true],
  ["every first letter of an action", LETTERS.map((letter) => `*:${letter}*`), true],
  [
    "every first letter in two halves",
    [...LETTERS.slice(0, 13).map((l) => `${l}*`), ...LETTERS.slice(13).map((l) => `${l}*:?*`)],
    true,
  ],
  ["all but one first letter", LETTERS.slice(1).map((letter) => `${letter}*`), false],
  ["every first letter, of reads alone", LETTERS.map((letter) => `${letter}*:Get*`), false],
  ["one service", ["s3:*"], false],
  ["reads of every service", ["*:Get*", "*:List*", "*:Describe*"], false],
  ["whatever has a word in it", ["*bedrock*"], false],
  ["nothing", [], false],
  ["actions of three letters", ["*:???"], false],
];

const services: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["a service and a star", ["s3:*"], ["s3"]],
  ["a service and two stars", ["s3:**"], ["s3"]],
  ["a service in capitals", ["S3:*"], ["s3"]],
  ["a service, and one letter at least", ["kms:?*"], ["kms"]],
  ["a service's beginning, which takes in the colon", ["kms*"], ["kms"]],
  ["every first letter of a service's actions", LETTERS.map((letter) => `kms:${letter}*`), ["kms"]],
  ["every first letter, in capitals", LETTERS.map((letter) => `kms:${letter.toUpperCase()}*`), ["kms"]],
  [
    "every last letter and digit",
    [...LETTERS, ...Array.from("0123456789")].map((letter) => `logs:*${letter}`),
    ["logs"],
  ],
  ["one letter of the service left open", ["cloudtrai?:*"], ["cloudtraix", "cloudtrail"]],
  ["a star before the service's end", ["*trail:*"], ["trail", "cloudtrail"]],
  ["two services", ["s3:*", "kms:*"], ["s3", "kms"]],
  ["everything", ["*"], ["*"]],
  ["all but the actions of one first letter", LETTERS.slice(1).map((letter) => `kms:${letter}*`), []],
  ["named actions", ["s3:GetObject", "s3:PutObject"], []],
  ["a beginning of actions", ["logs:Describe*"], []],
  ["a word in actions", ["kms:*Key*"], []],
];

interface One {
  readonly Action: string | readonly string[];
  readonly action: string;
  readonly expected: boolean;
}

const named: readonly One[] = [
  { Action: "s3:PutObject", action: "s3:PutObject", expected: true },
  { Action: "s3:putobject", action: "s3:PutObject", expected: true },
  { Action: "S3:PUTOBJECT", action: "s3:putObject", expected: true },
  { Action: "s3:Put?bject", action: "s3:PutObject", expected: true },
  { Action: "s3:Put*", action: "s3:PutObject", expected: true },
  { Action: "s3:*Object", action: "s3:PutObject", expected: true },
  { Action: "s3:*t*O*", action: "s3:PutObject", expected: true },
  { Action: "s?:PutObject", action: "s3:PutObject", expected: true },
  { Action: "*:PutObject", action: "s3:PutObject", expected: true },
  { Action: "*object", action: "s3:PutObject", expected: true },
  { Action: "*", action: "s3:PutObject", expected: true },
  { Action: ["kms:Decrypt", "s3:Put*"], action: "s3:PutObject", expected: true },
  { Action: "s3:Put?", action: "s3:PutObject", expected: false },
  { Action: "s3:PutObjec", action: "s3:PutObject", expected: false },
  { Action: "s3:PutObject?", action: "s3:PutObject", expected: false },
  { Action: "s3:PutObjectAcl", action: "s3:PutObject", expected: false },
  { Action: "s3:Get*", action: "s3:PutObject", expected: false },
  { Action: "s3PutObject", action: "s3:PutObject", expected: false },
  { Action: "kms:*Key*", action: "kms:ScheduleKeyDeletion", expected: true },
  { Action: "kms:*Key*", action: "kms:DisableKey", expected: true },
  { Action: "kms:*Key*", action: "kms:Decrypt", expected: false },
  { Action: "cloudtrail:*Log*", action: "cloudtrail:StopLogging", expected: true },
  { Action: "cloudtrail:St?pLogging", action: "cloudtrail:StopLogging", expected: true },
  { Action: "cloudtrail:*ing", action: "cloudtrail:StopLogging", expected: true },
  { Action: "cloudtrail:Start*", action: "cloudtrail:StopLogging", expected: false },
  { Action: "*trail:*Trail", action: "cloudtrail:DeleteTrail", expected: true },
  { Action: "*:Delete*", action: "logs:DeleteLogGroup", expected: true },
  { Action: "*:*", action: "bedrock:InvokeModel", expected: true },
  { Action: "bedrock:Invoke*", action: "bedrock:InvokeModelWithResponseStream", expected: true },
  { Action: "bedrock:Invoke?odel", action: "bedrock:InvokeModelWithResponseStream", expected: false },
];

const but: readonly (readonly [string | readonly string[], string, boolean])[] = [
  ["iam:*", "s3:PutObject", true],
  ["iam:*", "iam:PassRole", false],
  ["IAM:*", "iam:PassRole", false],
  ["nothing:*", "kms:DisableKey", true],
  ["*", "s3:PutObject", false],
  [["iam:*", "s3:Put*"], "s3:PutObject", false],
  [["iam:*", "s3:Put*"], "s3:DeleteObject", true],
  ["s3:Get?bject", "s3:GetObject", false],
  ["s3:Get?bject", "s3:GetObjectAcl", true],
  [LETTERS.map((letter) => `${letter}*`), "s3:PutObject", false],
];

const some: readonly (readonly [string, string, boolean])[] = [
  ["kms:Disable*", "kms:*", true],
  ["kms:Disable*", "kms:*Key", true],
  ["kms:Disable*", "kms:Enable*", false],
  ["s3:GetObject", "*:Get*", true],
  ["s3:GetObject", "logs:*", false],
  ["*", "bedrock:Invoke*", true],
];

export const ACTIONS: readonly TruthCase[] = [
  ...everything.map(([title, everyAction, expected]) => ({
    title: `${title} ${expected ? "is" : "is not"} every action`,
    page,
    everyAction,
    expected,
  })),
  ...services.map(([title, wholeServices, expected]) => ({
    title: `${title}: the whole of ${expected.length === 0 ? "no service" : expected.join(" and ")}`,
    page,
    wholeServices,
    expected,
  })),
  ...named.map(({ Action, action, expected }) => ({
    title: `${String(Action)} ${expected ? "allows" : "does not allow"} ${action}`,
    page,
    policy: [allows(Action)],
    call: { action },
    expected,
  })),
  ...but.map(([NotAction, action, expected]) => ({
    title: `everything but ${String(NotAction).slice(0, 40)} ${expected ? "has" : "has not"} ${action}`,
    page: notAction,
    policy: [{ Effect: "Allow", NotAction, Resource: "*" }],
    call: { action },
    expected,
  })),
  ...some.map(([Action, action, expected]) => ({
    title: `${Action} ${expected ? "has" : "has not"} some of ${action}`,
    page,
    policy: [allows(Action)],
    call: { action },
    expected,
  })),
];
