/**
 * What CloudWatch Logs is asked coarsely, in the syntax of its filter patterns: which call, or of which service. Whoever asks looks at the
 * records that come back.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
import type { Condition } from "./condition";
import { requiredValues } from "./required-values";

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html */
const LONGEST_PATTERN = 1024;

/** The fields that are asked for, the most telling first. */
const FIELDS = ["eventName", "eventSource", "schemaType", "stage"] as const;

/** Characters that a value in quotes has as they are, and no `*`, which stands for anything. */
const PLAIN_VALUE = /^[\w.:/-]+$/;

/** @returns nothing where every record has to be looked at */
export function filterPatternOf(where: Condition): string | undefined {
  return FIELDS.flatMap((field) => {
    const values = requiredValues(where, field);
    return values?.every((value) => PLAIN_VALUE.test(value)) === true
      ? [`{ ${values.map((value) => `($.${field} = "${value}")`).join(" || ")} }`]
      : [];
  }).find(({ length }) => length <= LONGEST_PATTERN);
}
