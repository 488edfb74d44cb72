/**
 * What each profile decides, and why. The figures come from the frameworks and from what AWS accepts:
 * - EU AI Act (Regulation 2024/1689) Art. 19(1) and 26(6): logs of high-risk systems, at least six months, that is up to
 *   184 days. CloudWatch Logs offers 180, which is too short, and next 365.
 * - PCI DSS 4.0.1, 10.5.1: audit logs for at least twelve months; 366 days in a leap year, hence 400.
 * - HIPAA 45 CFR 164.316(b)(2)(i): six years for documentation. Whether raw audit logs are documentation is a matter of
 *   interpretation; the regulated profile takes the strict reading. Six years are 2192 days with the leap days.
 * - GDPR Art. 5(1)(c) and (e): what holds personal data is kept no longer than its purpose needs.
 */
import type { ProfileDrivenName, ProfileName, SettingValues } from "./schema";

/** One cell of the table: a value and the reason for it. */
export interface ProfileDefault<Value> {
  readonly value: Value;
  readonly reason: string;
}

export type ProfileDefaults = {
  readonly [Setting in ProfileDrivenName]: Readonly<Record<ProfileName, ProfileDefault<SettingValues[Setting]>>>;
};

export const PROFILE_DEFAULTS: ProfileDefaults = {
  invocationContent: {
    sandbox: { value: "metadata-only", reason: "who called which model when, without anyone's prompts" },
    standard: { value: "metadata-only", reason: "data minimisation: bodies are kept where someone has decided so" },
    regulated: {
      value: "redacted",
      reason: "an incident can be reconstructed (EU AI Act 12(2)); identifiers are masked",
    },
  },
  auditRetentionDays: {
    sandbox: { value: 365, reason: "least that an audit log may have; covers the six months of the EU AI Act" },
    standard: { value: 400, reason: "twelve months of PCI DSS 10.5.1, in leap years too" },
    regulated: { value: 2557, reason: "six years of HIPAA counted from the end of the year of the record" },
  },
  promptRetentionDays: {
    sandbox: { value: 30, reason: "least that a log of invocations may have" },
    standard: { value: 90, reason: "a quarter to notice misuse; GDPR 5(1)(e) asks for no more than is needed" },
    regulated: {
      value: 365,
      reason: "first value that CloudWatch Logs offers above the six months of EU AI Act 26(6)",
    },
  },
  kubernetesRetentionDays: {
    sandbox: { value: 90, reason: "least that a control-plane log may have" },
    standard: { value: 400, reason: "twelve months of PCI DSS 10.5.1, in leap years too" },
    regulated: { value: 2557, reason: "the cluster's audit log is an audit log: as long as the trail's" },
  },
  evidenceRetentionDays: {
    sandbox: { value: 365, reason: "as long as the trail's log group" },
    standard: { value: 731, reason: "a yearly audit can look back over the whole year before" },
    regulated: { value: 2557, reason: "as long as the trail's log group, and longer than the lock of six years" },
  },
  objectLockMode: {
    sandbox: { value: "none", reason: "a sandbox can be taken down" },
    standard: { value: "GOVERNANCE", reason: "nobody deletes evidence by accident; a named few can correct a mistake" },
    regulated: { value: "COMPLIANCE", reason: "nobody deletes evidence, the root user included (PCI DSS 10.3.2)" },
  },
  objectLockDays: {
    sandbox: { value: 30, reason: "used only where the stack sets objectLockMode: long enough to try it" },
    standard: { value: 400, reason: "twelve months of PCI DSS 10.5.1, in leap years too" },
    regulated: { value: 2192, reason: "six years of HIPAA with their leap days" },
  },
  configRecordingFrequency: {
    sandbox: { value: "DAILY", reason: "one record a day costs least where resources come and go" },
    standard: { value: "CONTINUOUS", reason: "a change made and undone between two daily records would not be seen" },
    regulated: { value: "CONTINUOUS", reason: "a change made and undone between two daily records would not be seen" },
  },
  configRetentionDays: {
    sandbox: { value: 365, reason: "as long as the trail's log group" },
    standard: { value: 2557, reason: "AWS Config's own default; the history is small" },
    regulated: { value: 2557, reason: "AWS Config's own default and longest; covers the six years of HIPAA" },
  },
  protectResources: {
    sandbox: { value: false, reason: "a sandbox can be taken down with `pulumi destroy`" },
    standard: { value: true, reason: "evidence is not deleted by a refactoring" },
    regulated: { value: true, reason: "evidence is not deleted by a refactoring" },
  },
};
