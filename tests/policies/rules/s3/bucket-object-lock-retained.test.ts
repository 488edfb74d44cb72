import { bucketObjectLockRetained } from "../../../../policies/rules/s3/bucket-object-lock-retained";
import { describeResourceRule } from "../../rule-harness";

const RETENTION = "rule.defaultRetention";
const DAYS = `${RETENTION}.days`;
const YEARS = `${RETENTION}.years`;

describeResourceRule(bucketObjectLockRetained, {
  fails: [
    {
      title: "a retention without a mode",
      remove: [`${RETENTION}.mode`],
      message: 'is absent; it must be "GOVERNANCE" or "COMPLIANCE"',
    },
    {
      title: "a mode that S3 does not have",
      set: { [`${RETENTION}.mode`]: "governance" },
      message: 'is "governance"; it must be "GOVERNANCE" or "COMPLIANCE"',
    },
    {
      title: "one day less than the minimum",
      set: { [DAYS]: 89 },
      property: DAYS,
      message: "is 89; it must be at least 90",
    },
    {
      title: "a retention without a time",
      remove: [DAYS],
      property: DAYS,
      message: "is absent; it must be at least 90",
    },
    {
      title: "one day less than a minimum that is configured",
      set: { [DAYS]: 364 },
      config: { minimumDays: 365 },
      property: DAYS,
      message: "is 364; it must be at least 365",
    },
    {
      title: "a year less than a minimum that is configured",
      set: { [YEARS]: 1 },
      remove: [DAYS],
      config: { minimumDays: 366 },
      property: YEARS,
      message: "is 1; it must be at least 2",
    },
    { title: "no years", set: { [YEARS]: 0 }, remove: [DAYS], property: YEARS, message: "is 0; it must be at least 1" },
  ],
  passes: [
    { title: "the minimum", set: { [DAYS]: 90 } },
    { title: "the minimum that is configured", set: { [DAYS]: 365 }, config: { minimumDays: 365 } },
    { title: "years", set: { [YEARS]: 1 }, remove: [DAYS], config: { minimumDays: 365 } },
    { title: "the weaker mode", set: { [`${RETENTION}.mode`]: "GOVERNANCE" } },
    { title: "the stronger mode", set: { [`${RETENTION}.mode`]: "COMPLIANCE" } },
  ],
  unknown: [`${RETENTION}.mode`, DAYS, YEARS],
});
