/** Baselines as settings make them, for the tests of an AccountBaseline. */
import { ok } from "node:assert/strict";
import { AccountBaseline, type AccountBaselineArgs } from "../../../components/account/account-baseline";
import { parseSettings } from "../../../settings/parse";
import { PROJECT, SECRET_KEYS } from "../../settings/stack-config";
import { type Recording, record } from "../recorder";

export function settingsOf(config: Readonly<Record<string, string>>): AccountBaselineArgs {
  const result = parseSettings(config, PROJECT, SECRET_KEYS);
  ok(result.ok, result.ok ? "" : JSON.stringify(result.mistakes));
  return result.settings;
}

export function baselineOf(settings: AccountBaselineArgs): Promise<Recording> {
  return record(() => new AccountBaseline("baseline", settings));
}

/** The components declared, and what the baseline declares by its own hand; what is in them is the components' own. */
export function declared(recording: Recording): readonly string[] {
  const prefix = `${PROJECT}:index:`;
  return (
    recording
      .children()
      .filter((child) => child.startsWith(prefix) || child.startsWith("aws:sns/topicSubscription:"))
      // Those of the account and its regions have a test of their own.
      .filter((child) => !/:(Account|Region)Settings /.test(child))
      .map((child) => child.replace(prefix, "").replace("aws:sns/topicSubscription:", ""))
  );
}

/** What a copy of log groups is made of. */
export function exportOf(role: string, region = "eu-central-1"): readonly string[] {
  const name = `baseline-${region}-${role}`;
  return [
    `CustomerManagedKey ${name}-key`,
    `EvidenceBucket ${name}-bucket`,
    `LogExport ${name}`,
    `RetainedLogGroup ${name}-errors`,
  ];
}

export const BASELINE = `${PROJECT}:index:AccountBaseline`;

export const TRAIL = "aws:cloudtrail/trail:Trail";

export const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

export const FULL = { invocationContent: "full", profile: "regulated" };

/** The components declared; what is in them, and each subscription, are shown elsewhere. */
export function componentsOf(recording: Recording): readonly string[] {
  return declared(recording).filter((child) => !child.startsWith("TopicSubscription"));
}
