import { ITEM_RETENTION_DAYS } from "../../../facts/config/limits";
import { isWithin } from "../../requirements";
import { RETENTION_CONFIGURATION } from "../../resources";
import { resourceRule } from "../../rule";
import { wholeNumber } from "../../settings";

const { minimum, maximum } = ITEM_RETENTION_DAYS;

export const configItemRetentionMinimum = resourceRule(RETENTION_CONFIGURATION, {
  id: "config-item-retention-minimum",
  title: "AWS Config keeps configuration items for at least a year",
  severity: "medium",
  property: "retentionPeriodInDays",
  rationale: "An audit looks back over a year, and AWS Config deletes older configuration items permanently.",
  remediation: `Set retentionPeriodInDays to at least the minimum; AWS Config allows ${minimum} to ${maximum} days.`,
  references: [
    "https://docs.aws.amazon.com/config/latest/developerguide/delete-config-data-with-retention-period.html",
  ],
  settings: {
    minimumDays: wholeNumber({
      minimum,
      maximum,
      default: 365,
      description: "Least retention of configuration items, in days.",
    }),
  },
  check: ({ properties }, { property, settings }) =>
    isWithin({ minimum: settings.minimumDays, maximum })(properties, property),
});
