import { equal } from "node:assert/strict";
import { nearest } from "../../settings/did-you-mean";

const NAMES = ["profile", "insights", "alarmEmails", "auditRetentionDays"];

describe("nearest", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["profil", "profile"],
    ["Profile", "profile"],
    ["alarmEmail", "alarmEmails"],
    ["auditRetention", "auditRetentionDays"],
    ["AUDITRETENTIONDAYS", "auditRetentionDays"],
    ["insight", "insights"],
    // Three of seven letters may differ (a third, rounded up); four may not.
    ["proxyxe", "profile"],
    ["prxyxze", undefined],
    ["", undefined],
    ["somethingElse", undefined],
    ["p".repeat(100_000), undefined],
  ];
  for (const [given, expected] of cases) {
    it(`takes "${given.slice(0, 20)}" for ${expected ?? "nothing"}`, () => equal(nearest(given, NAMES), expected));
  }
});
