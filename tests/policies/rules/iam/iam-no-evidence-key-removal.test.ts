import { EVIDENCE_TAMPERING } from "../../../../facts/iam/evidence-tampering";
import { iamNoEvidenceKeyRemoval } from "../../../../policies/rules/iam/iam-no-evidence-key-removal";
import { beside, describeForbiddenPermissions, givenTo, grants, worker } from "./forbidden-permissions";

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
  ],
  passes: [
    {
      title: "one key that is no evidence's",
      change: beside(worker(grants("kms:ScheduleKeyDeletion", { Resource: "arn:aws:kms:*:111122223333:key/mine" }))),
    },
  ],
});
