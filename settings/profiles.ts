/**
 * The values of each profile, with the reasons. The figures come from the frameworks and from what AWS accepts:
 * - EU AI Act (Regulation 2024/1689) Art. 19(1) and 26(6): logs of high-risk systems are kept for at least six months,
 *   which is up to 184 days. CloudWatch Logs offers 180, which is too short; the next value is 365.
 * - PCI DSS 4.0.1, 10.5.1: audit logs are kept for at least twelve months, which is 366 days in a leap year, hence 400.
 * - HIPAA 45 CFR 164.316(b)(2)(i): documentation is kept for six years. Whether raw audit logs are documentation is a
 *   matter of interpretation; the regulated profile uses the strict reading. Six years are 2192 days with leap days.
 * - GDPR Art. 5(1)(c) and (e): personal data is kept no longer than its purpose requires.
 */
import type { ProfileDrivenName, ProfileName, SettingValues } from "./schema";

/** One cell of the table: a value and its reason. */
export interface ProfileDefault<Value> {
  readonly value: Value;
  readonly reason: string;
}

export type ProfileDefaults = {
  readonly [Setting in ProfileDrivenName]: Readonly<Record<ProfileName, ProfileDefault<SettingValues[Setting]>>>;
};

export const PROFILE_DEFAULTS: ProfileDefaults = {
  invocationContent: {
    sandbox: { value: "metadata-only", reason: "records who called which model and when, without storing prompts" },
    standard: {
      value: "metadata-only",
      reason: "data minimization: prompts and answers are kept only by explicit choice",
    },
    regulated: {
      value: "redacted",
      reason: "incidents can be reconstructed (EU AI Act 12(2)); identifiers are masked",
    },
  },
  // What a regulated account keeps of prompts is not more than others; it is not less either, or it would see less of misuse.
  invocationSamplePercent: {
    sandbox: { value: 10, reason: "applies only if the stack sets invocationContent to sampled" },
    standard: { value: 10, reason: "one session in ten shows how models are used; applies only to sampled logs" },
    regulated: { value: 10, reason: "same as elsewhere; applies only to sampled logs" },
  },
  invocationSampleDays: {
    sandbox: { value: 7, reason: "applies only if the stack sets invocationContent to sampled" },
    standard: { value: 7, reason: "a weekly review sees every sample; applies only to sampled logs" },
    regulated: { value: 7, reason: "same as elsewhere; applies only to sampled logs" },
  },
  maskedIdentifiers: {
    sandbox: { value: "basic", reason: "applies only if the stack sets invocationContent to redacted" },
    standard: {
      value: "basic",
      reason: "what identifies a person in every country; fewer harmless numbers are masked with it",
    },
    regulated: {
      value: "all",
      reason: "health data (HIPAA 164.514(b)(2), GDPR 9) and national identifiers (GDPR 87) are masked too",
    },
  },
  auditRetentionDays: {
    sandbox: { value: 365, reason: "minimum for an audit log; covers the six months of the EU AI Act" },
    standard: { value: 400, reason: "twelve months of PCI DSS 10.5.1, including leap years" },
    regulated: { value: 2557, reason: "six years of HIPAA, counted from the end of the record's year" },
  },
  promptRetentionDays: {
    sandbox: { value: 30, reason: "minimum for an invocation log" },
    standard: { value: 90, reason: "a quarter to detect misuse; GDPR 5(1)(e) allows no more than is needed" },
    regulated: {
      value: 365,
      reason: "smallest CloudWatch Logs value above the six months of EU AI Act 26(6)",
    },
  },
  kubernetesRetentionDays: {
    sandbox: { value: 90, reason: "minimum for a control-plane log" },
    standard: { value: 400, reason: "twelve months of PCI DSS 10.5.1, including leap years" },
    regulated: { value: 2557, reason: "same as the trail's log group, because it is an audit log too" },
  },
  evidenceRetentionDays: {
    sandbox: { value: 365, reason: "same as the trail's log group" },
    standard: { value: 731, reason: "an annual audit can cover the whole previous year" },
    regulated: { value: 2557, reason: "same as the trail's log group, and longer than the six-year lock" },
  },
  objectLockMode: {
    sandbox: { value: "none", reason: "a sandbox can be torn down" },
    standard: {
      value: "GOVERNANCE",
      reason: "nobody deletes evidence by accident; a few named people can still fix a mistake",
    },
    regulated: { value: "COMPLIANCE", reason: "nobody can delete evidence, not even the root user (PCI DSS 10.3.2)" },
  },
  objectLockDays: {
    sandbox: { value: 30, reason: "applies only if the stack sets objectLockMode; long enough to try it out" },
    standard: { value: 400, reason: "twelve months of PCI DSS 10.5.1, including leap years" },
    regulated: { value: 2192, reason: "six years of HIPAA, including leap days" },
  },
  configRecordingFrequency: {
    sandbox: { value: "DAILY", reason: "one record a day is the cheapest option where resources change often" },
    standard: {
      value: "CONTINUOUS",
      reason: "daily recording would miss a change that is reverted before the next record",
    },
    regulated: {
      value: "CONTINUOUS",
      reason: "daily recording would miss a change that is reverted before the next record",
    },
  },
  configRetentionDays: {
    sandbox: { value: 365, reason: "same as the trail's log group" },
    standard: { value: 2557, reason: "the default of AWS Config; the history is small" },
    regulated: { value: 2557, reason: "the default and maximum of AWS Config; covers the six years of HIPAA" },
  },
  protectResources: {
    sandbox: { value: false, reason: "a sandbox can be torn down with `pulumi destroy`" },
    standard: { value: true, reason: "a refactoring cannot delete evidence" },
    regulated: { value: true, reason: "a refactoring cannot delete evidence" },
  },
  forceDestroy: {
    sandbox: { value: true, reason: "a sandbox can be torn down with `pulumi destroy`, with what is in it" },
    standard: { value: false, reason: "evidence outlives the stack" },
    regulated: { value: false, reason: "evidence outlives the stack" },
  },
};
