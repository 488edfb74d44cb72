import { CHECKABLE_RETENTION_DAYS, LOGGING_RULES } from "../../../facts/config/managed-rules-logging";
import { type Value, show } from "../../properties";
import { decide, found } from "../../requirements";
import { CONFIG_RULE } from "../../resources";
import { type Results, fail, notApplicable, pass } from "../../result";
import { resourceRule } from "../../rule";
import { wholeNumber } from "../../settings";

const PARAMETERS = CONFIG_RULE.path("inputParameters");
const RETENTION_CHECK = LOGGING_RULES["cw-loggroup-retention-period-check"].identifier;

export const configRuleParametersValid = resourceRule(CONFIG_RULE, {
  id: "config-rule-parameters-valid",
  title: "AWS Config rules have valid parameters",
  severity: "medium",
  property: PARAMETERS,
  rationale:
    "AWS Config applies no defaults for a program and takes every parameter as a string. A rule that it cannot evaluate " +
    "is reported as a rule without findings.",
  remediation: "Set inputParameters to a JSON object of strings, each of them a value that the rule's page lists.",
  references: [
    "https://docs.aws.amazon.com/config/latest/developerguide/cw-loggroup-retention-period-check.html",
    "https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigRule.html",
  ],
  settings: {
    minimumRetentionDays: wholeNumber({
      minimum: 1,
      default: 30,
      description:
        `Least MinRetentionTime of ${RETENTION_CHECK}. The rule checks every log group unless it is scoped, so it can ` +
        "require no more than the shortest retention in use.",
    }),
  },
  check: ({ properties }, { settings }) =>
    decide(properties, CONFIG_RULE.path("source.sourceIdentifier"), (identifier) =>
      decide(properties, PARAMETERS, (text) => {
        const parameters = text === undefined || text === "" ? {} : readParameters(text);
        if (parameters === undefined) {
          return fail(PARAMETERS, `${found(text)}; set it to a JSON object whose values are strings`);
        }
        if (identifier === RETENTION_CHECK) {
          return checkRetention(parameters["MinRetentionTime"], settings.minimumRetentionDays);
        }
        return text === undefined ? notApplicable("the rule has no parameters") : pass;
      }),
    ),
});

/** The parameters, unless they are not what AWS Config takes. */
function readParameters(text: Value): Readonly<Record<string, string>> | undefined {
  try {
    const parsed: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
    return isTexts(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((item) => typeof item === "string")
  );
}

function checkRetention(days: string | undefined, minimum: number): Results {
  const legal = CHECKABLE_RETENTION_DAYS.filter((period) => period >= minimum).map(String);
  const got = days === undefined ? "has no MinRetentionTime" : `has the MinRetentionTime ${show(days)}`;
  return days !== undefined && legal.includes(days)
    ? pass
    : fail(PARAMETERS, `${got}; set it to one of ${legal.map(show).join(", ")}`);
}
