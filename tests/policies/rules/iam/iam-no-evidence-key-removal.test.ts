import { EVIDENCE_TAMPERING } from "../../../../facts/iam/evidence-tampering";
import { iamNoEvidenceKeyRemoval } from "../../../../policies/rules/iam/iam-no-evidence-key-removal";
import { BREAK_GLASS, beside, describeForbiddenPermissions, givenTo, grants, worker } from "./forbidden-permissions";

describeForbiddenPermissions(iamNoEvidenceKeyRemoval, {
  action: "kms:ScheduleKeyDeletion",
  all: Object.values(EVIDENCE_TAMPERING.keys).flat(),
  fails: [
    givenTo(
      "every key of an account",
      ["kms:ScheduleKeyDeletion"],
      "leave it to break-glass principals",
      grants("kms:ScheduleKeyDeletion", { Resource: "arn:aws:kms:*:111122223333:key/*" }),
    ),
  ],
  mayReach: [
    {
      title: "keys that a tag tells",
      statement: grants("kms:DisableKey", { Condition: { StringEquals: { "aws:ResourceTag/team": "web" } } }),
      given: "kms:DisableKey",
    },
    {
      title: "keys that an alias tells",
      statement: grants("kms:DisableKey", {
        Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/web" } },
      }),
      given: "kms:DisableKey",
    },
  ],
  passes: [
    {
      title: "every key, and a refusal of those of the role's own account",
      change: beside(
        worker(grants("kms:ScheduleKeyDeletion"), {
          Effect: "Deny",
          Action: "kms:*",
          Resource: "arn:aws:kms:*:111122223333:key/*",
        }),
      ),
    },
    {
      title: "a statement for another principal, which the role is not",
      change: beside(
        worker(grants("kms:ScheduleKeyDeletion", { Condition: { ArnEquals: { "aws:PrincipalArn": BREAK_GLASS } } })),
      ),
    },
    {
      title: "one key that is no evidence's",
      change: beside(worker(grants("kms:ScheduleKeyDeletion", { Resource: "arn:aws:kms:*:111122223333:key/mine" }))),
    },
  ],
});
