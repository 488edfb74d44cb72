import { mustBeWithin } from "../../judgement";
import { resourceRule } from "../../rule";

/** The longest period that AWS Config keeps configuration items for. */
const LONGEST_DAYS = 2557;

export const configRetentionBounded = resourceRule({
  id: "config-retention-bounded",
  title: "AWS Config keeps its history for a year at least",
  severity: "medium",
  type: "aws:cfg/retentionConfiguration:RetentionConfiguration",
  property: "retentionPeriodInDays",
  rationale: "An audit looks back over a year; AWS Config deletes older configuration items for good.",
  fix: `Set retentionPeriodInDays to a number of days from 365 to ${LONGEST_DAYS}.`,
  links: ["https://docs.aws.amazon.com/config/latest/developerguide/delete-config-data-with-retention-period.html"],
  covers: {},
  config: {
    minimumDays: {
      type: "integer",
      minimum: 30,
      maximum: LONGEST_DAYS,
      default: 365,
      description: "Least number of days that the history is kept.",
    },
  },
  judge: ({ properties }, { minimumDays }) =>
    mustBeWithin(properties, "retentionPeriodInDays", { minimum: Number(minimumDays), maximum: LONGEST_DAYS }),
});
