/** Cases that every rule on permissions fails and passes, whichever policy holds them. */
import type { WireMap } from "../../../../pulumi/stack-state";
import type { FailingCase, ResourceCase } from "../../rule-harness";
import { documentCases } from "../policy-documents";

interface Cases {
  readonly fails: readonly [FailingCase, ...FailingCase[]];
  readonly passes: readonly ResourceCase[];
}

const { fails, passes, unreadable } = documentCases("policy");

const statement = (change: WireMap): WireMap => ({ Effect: "Allow", Resource: "*", ...change });

export const ADMIN_CASES: Cases = {
  fails: [
    admin("everything on everything", "*", { Action: "*" }),
    admin("a whole service", "logs:*", { Action: "logs:*" }),
    admin("a whole service, in any case", "cloudtrail:*", { Action: ["s3:GetObject", "CloudTrail:*"] }),
    admin("everything, with the service as a wildcard", "*:*", { Action: "*:*" }),
    admin("several services", "s3:*, kms:*", { Action: ["s3:*", "kms:*"] }),
    admin("all but some actions", "all but iam:*", { NotAction: "iam:*" }),
    admin("a whole service on every ARN", "s3:*", { Action: "s3:*", Resource: "arn:aws:s3:::*" }),
    admin("a whole service on every ARN of the account", "logs:*", {
      Action: "logs:*",
      Resource: "arn:aws:logs:eu-central-1:111122223333:*",
    }),
    admin("a whole service on an ARN that is a wildcard", "s3:*", { Action: "s3:*", Resource: "arn:aws:*" }),
    admin("a whole service on all but one resource", "s3:*", {
      Action: "s3:*",
      Resource: [],
      NotResource: "arn:aws:s3:::evidence",
    }),
    admin("a whole service under a condition", "kms:*", {
      Action: "kms:*",
      Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
    }),
    fails(
      "a whole service, after a good statement",
      "allows bedrock:* on every resource in statement 2 (All); name the actions or the resources",
      statement({ Action: "s3:ListAllMyBuckets" }),
      statement({ Sid: "All", Action: "bedrock:*" }),
    ),
    ...unreadable,
  ],
  passes: [
    passes("actions by name on everything", statement({ Action: ["s3:ListAllMyBuckets", "bedrock:InvokeModel"] })),
    passes("a part of a service on everything", statement({ Action: "logs:Describe*" })),
    passes("a whole service on one resource", statement({ Action: "s3:*", Resource: "arn:aws:s3:::evidence/*" })),
    passes(
      "a whole service on resources of one kind",
      statement({ Action: "logs:*", Resource: "arn:aws:logs:eu-central-1:111122223333:log-group:*" }),
    ),
    passes("a Deny of everything", statement({ Effect: "Deny", Action: "*" })),
    passes("a Deny of all but some actions", statement({ Effect: "Deny", NotAction: "sts:*" })),
  ],
};

function admin(title: string, actions: string, change: WireMap): FailingCase {
  const message = `allows ${actions} on every resource in statement 1; name the actions or the resources`;
  return fails(title, message, statement(change));
}

export const UNMASK_CASES: Cases = {
  fails: [
    unmask("the action itself", { Action: "logs:Unmask" }),
    unmask("the action in any case, on one group", {
      Action: ["logs:GetLogEvents", "Logs:UNMASK"],
      Resource: "arn:aws:logs:eu-central-1:111122223333:log-group:prompts:*",
    }),
    unmask("the action by a wildcard", { Action: "logs:Un*" }),
    unmask("the action by a wildcard of one letter", { Action: "logs:Unmas?" }),
    unmask("the whole service", { Action: "logs:*" }),
    unmask("everything", { Action: "*" }),
    unmask("all but another action", { NotAction: "logs:Delete*" }),
    ...unreadable,
  ],
  passes: [
    passes("other actions of the service", statement({ Action: ["logs:GetLogEvents", "logs:Untag*"] })),
    passes("all but the service", statement({ NotAction: ["logs:*"] })),
    passes("a Deny of the action", statement({ Effect: "Deny", Action: "logs:Unmask" })),
  ],
};

function unmask(title: string, change: WireMap): FailingCase {
  const message = "allows logs:Unmask in statement 1; leave it out, so that masked data stays masked";
  return fails(title, message, statement(change));
}

/** Inputs of a managed policy that allows one thing, for rules on a type that the prod stack does not declare. */
export const GOOD_POLICY: WireMap = {
  name: "reader",
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [statement({ Action: "s3:GetObject", Resource: "arn:aws:s3:::evidence/*" })],
  }),
};
