import { backupVaultRemovalRefused } from "../../../../policies/rules/backup/backup-vault-removal-refused";
import type { ResourceState } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { describeStackRule } from "../../rule-harness";
import { changeAll, without } from "../../state-changes";
import { POLICY, VAULT } from "./prod-names";

const REMOVALS = ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"];

const refusing =
  (statement: object): ((stack: readonly ResourceState[]) => readonly ResourceState[]) =>
  (stack) =>
    changeAll(stack, POLICY, {
      set: {
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [{ Effect: "Deny", Principal: "*", Action: REMOVALS, Resource: "*", ...statement }],
        }),
      },
    });

const leaves = (...actions: readonly string[]) =>
  [
    {
      name: POLICY.name,
      property: "policy",
      message: `leaves ${actions.join(", ")} to whomever IAM allows; deny them to all but break-glass principals`,
    },
  ] as const;

describeStackRule(backupVaultRemovalRefused, {
  fails: [
    {
      title: "a vault without an access policy",
      change: (stack) => without(stack, POLICY),
      findings: [
        {
          name: VAULT.name,
          property: "name",
          message: "is that of a vault without an access policy; declare a VaultPolicy of it that refuses deletion",
        },
      ],
    },
    {
      title: "a lifecycle that may be shortened",
      change: refusing({ Action: "backup:DeleteRecoveryPoint" }),
      findings: leaves("backup:UpdateRecoveryPointLifecycle"),
    },
    {
      title: "a refusal to one role",
      change: refusing({ Principal: { AWS: "arn:aws:iam::111122223333:role/team" } }),
      findings: leaves(...REMOVALS),
    },
    {
      title: "a refusal on some recovery points",
      change: refusing({ Resource: "arn:aws:ec2:eu-central-1::snapshot/*" }),
      findings: leaves(...REMOVALS),
    },
    {
      title: "an exception for whoever has a name of a pattern",
      change: refusing({ Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" } } }),
      findings: leaves(...REMOVALS),
    },
    { title: "a permission", change: refusing({ Effect: "Allow" }), findings: leaves(...REMOVALS) },
    {
      title: "a policy that cannot be read",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: "{" } }),
      findings: [
        {
          name: POLICY.name,
          property: "policy",
          message: "cannot be read: it is not JSON; set it to a JSON policy document",
        },
      ],
    },
  ],
  passes: [
    { title: "a refusal to everybody", change: refusing({}) },
    {
      title: "a refusal to all but a named role",
      change: refusing({
        Condition: { ArnNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/break-glass" } },
      }),
    },
  ],
  unknown: [
    {
      title: "the policy",
      change: (stack) => changeAll(stack, POLICY, { set: { policy: UNKNOWN_VALUE } }),
      property: "policy",
    },
  ],
});
