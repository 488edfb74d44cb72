import assert from "node:assert/strict";

import { refuseKeyRemoval } from "../../../components/documents/kms";

const ROLE = "arn:aws:iam::111122223333:role/break-glass";
const USER = "arn:aws:iam::111122223333:user/break-glass";

describe("The refusal to take a key away", () => {
  it("is of everybody but the one principal who is named", () => {
    assert.deepEqual(refuseKeyRemoval([ROLE]), [
      {
        Sid: "OnlyBreakGlassRemovesKey",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: ["kms:ScheduleKeyDeletion", "kms:DisableKey", "kms:PutKeyPolicy"],
        Resource: "*",
        Condition: { ArnNotEquals: { "aws:PrincipalArn": ROLE } },
      },
    ]);
  });

  it("is of everybody but all who are named", () => {
    const [statement] = refuseKeyRemoval([ROLE, USER]);
    assert.deepEqual(statement?.Condition, { ArnNotEquals: { "aws:PrincipalArn": [ROLE, USER] } });
  });

  it("is left out where nobody is named, since nobody could lift it", () => {
    assert.deepEqual(refuseKeyRemoval([]), []);
  });
});
