import assert from "node:assert/strict";

import { checkLockedRetention, lockMode, type ObjectLock } from "../../../components/s3/object-lock";
import { optionOf } from "../../../components/base/options";

describe("Retention and object lock", () => {
  it("go together when nothing expires while it is locked", () => {
    check(365, { mode: "GOVERNANCE", days: 365 });
    check(36500, { mode: "COMPLIANCE", days: 1 });
    check(1, "none");
  });

  const refused: readonly [number, ObjectLock | "none", string][] = [
    [
      0,
      "none",
      `keep is 0. Allowed: ${wholeDays()}. Set keep to a value in that range, or leave it out for the default.`,
    ],
    [
      36501,
      "none",
      `keep is 36501. Allowed: ${wholeDays()}. Set keep to a value in that range, or leave it out for the default.`,
    ],
    [
      400,
      { mode: "GOVERNANCE", days: 1.5 },
      `objectLock.days is 1.5. Allowed: ${wholeDays()}. Set objectLock.days to a value in that range, or leave it out for the default.`,
    ],
    [
      400,
      { mode: "GOVERNANCE", days: 401 },
      "keep is 400. Allowed: 401 days (objectLock.days) or more. Raise keep or lower objectLock.days: an object cannot expire while it is locked.",
    ],
    [
      400,
      { mode: "governance" as ObjectLock["mode"], days: 365 }, // Wrong on purpose, as a program in plain JavaScript may be.
      'objectLock.mode is "governance". Allowed: GOVERNANCE, COMPLIANCE. Choose one of them, or set objectLock to "none".',
    ],
  ];
  for (const [retentionDays, lock, message] of refused) {
    it(`do not at ${retentionDays} days with ${JSON.stringify(lock)}`, () => {
      assert.throws(() => check(retentionDays, lock), { message: `Thing "mine": ${message}` });
    });
  }
});

describe("The mode of a lock", () => {
  it("is its own, and none where there is no lock", () => {
    assert.equal(lockMode({ mode: "COMPLIANCE", days: 1 }), "COMPLIANCE");
    assert.equal(lockMode({ mode: "GOVERNANCE", days: 1 }), "GOVERNANCE");
    assert.equal(lockMode("none"), "none");
  });
});

function check(retentionDays: number, lock: ObjectLock | "none"): void {
  checkLockedRetention({ retentionDays, lock, option: optionOf("Thing", "mine"), retentionOption: "keep" });
}

function wholeDays(): string {
  return "a whole number of days from 1 to 36500";
}
