import { s3BucketObjectLockRetention } from "../../../../policies/rules/s3/s3-bucket-object-lock-retention";
import { describeResourceRule } from "../../rule-harness";

const RETENTION = "rule.defaultRetention";
const DAYS = `${RETENTION}.days`;
const YEARS = `${RETENTION}.years`;

describeResourceRule(s3BucketObjectLockRetention, {
  fails: [
    {
      title: "a retention without a mode",
      remove: [`${RETENTION}.mode`],
      message: 'is not set; set it to "GOVERNANCE" or "COMPLIANCE"',
    },
    {
      title: "a mode that S3 does not have",
      set: { [`${RETENTION}.mode`]: "governance" },
      message: 'is "governance"; set it to "GOVERNANCE" or "COMPLIANCE"',
    },
    {
      title: "one day less than the minimum",
      set: { [DAYS]: 89 },
      property: DAYS,
      message: "is 89; set it to at least 90",
    },
    {
      title: "a retention without days or years",
      remove: [DAYS],
      property: DAYS,
      message: "is not set; set it to at least 90",
    },
    {
      title: "one day less than the minimum of the settings",
      set: { [DAYS]: 364 },
      settings: { minimumDays: 365 },
      property: DAYS,
      message: "is 364; set it to at least 365",
    },
    {
      title: "a year less than the minimum of the settings",
      set: { [YEARS]: 1 },
      remove: [DAYS],
      settings: { minimumDays: 366 },
      property: YEARS,
      message: "is 1; set it to at least 2",
    },
    {
      title: "zero years",
      set: { [YEARS]: 0 },
      remove: [DAYS],
      property: YEARS,
      message: "is 0; set it to at least 1",
    },
  ],
  passes: [
    { title: "the minimum", set: { [DAYS]: 90 } },
    { title: "the minimum of the settings", set: { [DAYS]: 365 }, settings: { minimumDays: 365 } },
    { title: "years", set: { [YEARS]: 1 }, remove: [DAYS], settings: { minimumDays: 365 } },
    { title: "the weaker mode", set: { [`${RETENTION}.mode`]: "GOVERNANCE" } },
    { title: "the stronger mode", set: { [`${RETENTION}.mode`]: "COMPLIANCE" } },
  ],
  unknown: [`${RETENTION}.mode`, DAYS, YEARS],
});
