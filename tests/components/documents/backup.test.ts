import assert from "node:assert/strict";

import { refuseBackupRemoval } from "../../../components/documents/backup";

const REMOVAL = [
  "backup:DeleteBackupVault",
  "backup:DeleteRecoveryPoint",
  "backup:DisassociateRecoveryPoint",
  "backup:UpdateRecoveryPointLifecycle",
];

describe("The refusal to remove backups", () => {
  it("leaves removal, and its own change, to the break-glass principals", () => {
    const roles = ["arn:aws:iam::111122223333:role/a", "arn:aws:iam::111122223333:role/b"];
    assert.deepEqual(refuseBackupRemoval(roles), [
      {
        Sid: "OnlyBreakGlassRemovesBackups",
        Effect: "Deny",
        Principal: "*",
        Action: [
          ...REMOVAL,
          "backup:DeleteBackupVaultAccessPolicy",
          "backup:DeleteBackupVaultLockConfiguration",
          "backup:PutBackupVaultAccessPolicy",
        ],
        Resource: "*",
        Condition: { ArnNotEquals: { "aws:PrincipalArn": roles } },
      },
    ]);
  });

  it("is for everybody where there are none, and can be lifted", () => {
    assert.deepEqual(refuseBackupRemoval([]), [
      { Sid: "NobodyRemovesBackups", Effect: "Deny", Principal: "*", Action: REMOVAL, Resource: "*" },
    ]);
  });
});
