/** What the settings make of the options of an AccountBaseline. */
import { deepEqual, equal } from "node:assert/strict";
import { resolveAccountBaseline } from "../../../components/account/account-baseline";
import { DATA_IDENTIFIERS, MASKED_IDENTIFIERS } from "../../../facts/logs/data-identifiers";
import { configWith } from "../../settings/stack-config";
import { FULL, settingsOf } from "./baselines";

describe("The options of an AccountBaseline", () => {
  const resolved = (config: Record<string, string>) =>
    resolveAccountBaseline("baseline", settingsOf(configWith(config)));

  it("tell InvocationLogging what its mode makes use of, and nothing else", () => {
    deepEqual(resolved({ invocationContent: "metadata-only", promptRetentionDays: "90" }).invocations, {
      content: "metadata-only",
      audio: "leave",
      retentionDays: 90,
    });
    deepEqual(resolved({ ...FULL, promptRetentionDays: "90", invocationAudio: "set-by-api" }).invocations, {
      content: "full",
      audio: "set-by-api",
      retentionDays: 90,
      bucketRetentionDays: 90,
      objectLock: { mode: "GOVERNANCE", days: 90 },
    });
    deepEqual(resolved({ invocationContent: "sampled", invocationSamplePercent: "5" }).invocations, {
      content: "sampled",
      audio: "leave",
      retentionDays: 90,
      samplePercent: 5,
      sampleRetentionDays: 7,
    });
  });

  it("mask every kind of sensitive data in a regulated account, and elsewhere what every country has", () => {
    const masked = (config: Record<string, string>) =>
      resolved({ invocationContent: "redacted", ...config }).invocations.piiIdentifiers;
    deepEqual(masked({ profile: "regulated" }), DATA_IDENTIFIERS);
    deepEqual(masked({ profile: "standard" }), MASKED_IDENTIFIERS.basic);
    deepEqual(masked({ profile: "standard", maskedIdentifiers: "all" }), DATA_IDENTIFIERS);
    deepEqual(masked({ profile: "regulated", maskedIdentifiers: "basic" }), MASKED_IDENTIFIERS.basic);
  });

  it("bring together what is recorded in several regions, or in the accounts of the organization", () => {
    const accounts = (settings: Parameters<typeof resolved>[0]) => resolved(settings).aggregatedAccounts;
    const off = JSON.stringify({ mode: "off", reason: "Decided by the platform team" });
    const two = { governedRegions: JSON.stringify(["eu-central-1", "us-east-1"]) };
    const oneRecorded = JSON.stringify({ mode: "create", regions: { "us-east-1": JSON.parse(off) as object } });
    equal(accounts({}), undefined);
    equal(accounts(two), "own");
    equal(accounts({ ...two, configAggregator: off }), undefined);
    equal(accounts({ ...two, configAggregator: JSON.stringify({ mode: "existing", name: "whole" }) }), undefined);
    equal(accounts({ ...two, recorder: oneRecorded }), undefined);
    equal(accounts({ configAggregator: JSON.stringify({ mode: "create", accounts: "organization" }) }), "organization");
  });

  it("name no functions, no organization and no insights of the trail unless the settings do", () => {
    const { trail } = resolved({});
    deepEqual(trail, {
      region: "eu-central-1",
      auditRetention: 400,
      bucketRetentionDays: 731,
      objectLock: { mode: "GOVERNANCE", days: 400 },
    });
    deepEqual(resolved({ insights: "false" }).trail?.insights, []);
    equal(resolved({ cloudWatchCopy: "management-only" }).trail?.cloudWatchCopy, "management-only");
  });
});
