import { s3BucketLifecycleBounded } from "../../../../policies/rules/s3/s3-bucket-lifecycle-bounded";
import type { WireMap } from "../../../../pulumi/stack-state";
import { UNKNOWN_VALUE } from "../../../../pulumi/wire";
import { type FailingCase, describeResourceRule } from "../../rule-harness";

const EXPIRATION = "expiration.days";
const NONCURRENT = "noncurrentVersionExpiration.noncurrentDays";
const UPLOADS = "abortIncompleteMultipartUpload.daysAfterInitiation";

const from = (field: string, minimum = field === EXPIRATION ? 30 : 1, maximum = 3653): string =>
  `${field} from ${minimum} to ${maximum}`;
const lacks = (...fields: readonly string[]): string =>
  `has no enabled rule for the whole bucket with ${fields.join(", ")}; add one`;
const without = (field: string): FailingCase => ({
  title: `a rule without ${field}`,
  remove: [`rules.0.${field}`],
  message: lacks(from(field)),
});
const having = (field: string, days: number): FailingCase => ({
  title: `${field} of ${days}`,
  set: { [`rules.0.${field}`]: days },
  message: lacks(from(field)),
});

const COMPLETE: WireMap = {
  id: "all",
  status: "Enabled",
  expiration: { days: 400 },
  noncurrentVersionExpiration: { noncurrentDays: 90 },
  abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
};
/** A rule on everything that expires old versions and uploads, beside one that is wrong in what it applies to. */
const beside = (title: string, rule: WireMap): FailingCase => ({
  title,
  set: {
    rules: [
      { ...COMPLETE, expiration: {} },
      { ...COMPLETE, ...rule },
    ],
  },
  message: lacks(from(EXPIRATION)),
});

describeResourceRule(s3BucketLifecycleBounded, {
  fails: [
    without(EXPIRATION),
    without(NONCURRENT),
    without(UPLOADS),
    having(EXPIRATION, 29),
    having(EXPIRATION, 3654),
    having(NONCURRENT, 0),
    having(NONCURRENT, 3654),
    having(UPLOADS, 0),
    {
      title: "an expiration on a date, which does not apply to later objects",
      set: { "rules.0.expiration": { date: "2030-01-01T00:00:00Z" } },
      message: lacks(from(EXPIRATION)),
    },
    {
      title: "an expiration below the minimum of the settings",
      set: { "rules.0.expiration.days": 364 },
      settings: { minimumDays: 365 },
      message: lacks(from(EXPIRATION, 365)),
    },
    {
      title: "an expiration above the maximum of the settings",
      set: { "rules.0.expiration.days": 366 },
      settings: { maximumDays: 365 },
      message: lacks(from(EXPIRATION, 30, 365)),
    },
    {
      title: "no rules",
      remove: ["rules"],
      message: lacks(from(EXPIRATION), from(NONCURRENT), from(UPLOADS)),
    },
    {
      title: "a rule that is disabled, and no other",
      set: { "rules.0.status": "Disabled" },
      message: lacks(from(EXPIRATION), from(NONCURRENT), from(UPLOADS)),
    },
    {
      title: "a rule that lacks one part and has another that is not known yet",
      set: { "rules.0.expiration.days": UNKNOWN_VALUE, "rules.0.abortIncompleteMultipartUpload": {} },
      message: lacks(from(UPLOADS)),
    },
    {
      title: "a good rule beside one for everything that expires too soon",
      set: { rules: [COMPLETE, { id: "soon", status: "Enabled", expiration: { days: 1 } }] },
      property: "rules.1.expiration",
      message: 'is {"days":1} on the whole bucket, and counts before any longer one; set days from 30',
    },
    {
      title: "a good rule beside one for everything that expires on a date",
      set: { rules: [COMPLETE, { id: "once", status: "Enabled", expiration: { date: "2030-01-01T00:00:00Z" } }] },
      property: "rules.1.expiration",
      message:
        'is {"date":"2030-01-01T00:00:00Z"} on the whole bucket, and counts before any longer one; set days from 30',
    },
    beside("a rule that is disabled", { status: "Disabled" }),
    beside("a rule on a prefix", { filter: { prefix: "AWSLogs/" } }),
    beside("a rule on a prefix, in the older form", { prefix: "AWSLogs/" }),
    beside("a rule on a tag", { filter: { tag: { key: "kind", value: "log" } } }),
    beside("a rule on large objects", { filter: { objectSizeGreaterThan: 1024 } }),
    beside("a rule on two things", { filter: { and: { prefix: "", tags: { kind: "log" } } } }),
  ],
  passes: [
    { title: "the least expiration", set: { "rules.0.expiration.days": 30 } },
    { title: "the greatest expiration", set: { "rules.0.expiration.days": 3653 } },
    {
      title: "the bounds of the settings",
      set: { "rules.0.expiration.days": 365 },
      settings: { minimumDays: 365, maximumDays: 365 },
    },
    { title: "a rule without a filter", set: { rules: [COMPLETE] } },
    { title: "a rule with an empty filter", set: { rules: [{ ...COMPLETE, filter: {} }] } },
    {
      title: "three rules with one part each",
      set: {
        rules: [EXPIRATION, NONCURRENT, UPLOADS].map((field): WireMap => {
          const name = field.split(".")[0] ?? "";
          return { id: name, status: "Enabled", filter: { prefix: "" }, [name]: COMPLETE[name] ?? {} };
        }),
      },
    },
    {
      title: "a good rule beside one that is disabled, or for a part of the bucket",
      set: {
        rules: [
          COMPLETE,
          { id: "off", status: "Disabled", expiration: { days: 1 } },
          { id: "part", status: "Enabled", filter: { prefix: "tmp/" }, expiration: { days: 1 } },
        ],
      },
    },
    { title: "a good rule beside one that is not known yet", set: { "rules.1": UNKNOWN_VALUE } },
  ],
  unknown: [
    "rules",
    { path: "rules.0.status", property: "rules" },
    { path: "rules.0.filter", property: "rules" },
    { path: "rules.0.filter.prefix", property: "rules" },
    { path: "rules.0.prefix", property: "rules" },
    { path: `rules.0.${EXPIRATION}`, property: "rules" },
    { path: `rules.0.${NONCURRENT}`, property: "rules" },
    { path: `rules.0.${UPLOADS}`, property: "rules" },
  ],
});
