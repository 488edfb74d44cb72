import { type Judgements, decide, fail, notApplicable, pass } from "../../judgement";
import { type Value, show } from "../../properties";
import { resourceRule } from "../../rule";
import { CONFIG_RULE } from "./recorder";

const PARAMETERS = "inputParameters";
const RETENTION_CHECK = "CW_LOGGROUP_RETENTION_PERIOD_CHECK";

/** What the retention check takes for MinRetentionTime: fewer periods than CloudWatch Logs has. */
const CHECKABLE_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1827, 3653];

export const configRuleParametersLegal = resourceRule({
  id: "config-rule-parameters-legal",
  title: "A Config rule is given parameters that it can use",
  severity: "medium",
  type: CONFIG_RULE,
  property: PARAMETERS,
  rationale:
    "AWS Config fills in no default for a program, takes every parameter as text, and reports a rule that it cannot " +
    "evaluate as a rule without findings.",
  fix: "Set inputParameters to a JSON object of strings, each of them a value on the rule's page.",
  links: [
    "https://docs.aws.amazon.com/config/latest/developerguide/cw-loggroup-retention-period-check.html",
    "https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigRule.html",
  ],
  covers: {},
  config: {
    minimumRetentionDays: {
      type: "integer",
      minimum: 1,
      default: 30,
      description:
        `Least MinRetentionTime of ${RETENTION_CHECK}. It looks at every log group unless it is narrowed, so it can ask ` +
        "for no more than the shortest retention in use.",
    },
  },
  judge: ({ properties }, { minimumRetentionDays }) =>
    decide(properties, "source.sourceIdentifier", (identifier) =>
      decide(properties, PARAMETERS, (text) => {
        const parameters = text === undefined || text === "" ? {} : readParameters(text);
        if (parameters === undefined) {
          return fail(PARAMETERS, `is ${show(text)}; it must be a JSON object whose values are strings`);
        }
        if (identifier === RETENTION_CHECK) {
          return judgeRetention(parameters["MinRetentionTime"], Number(minimumRetentionDays));
        }
        return text === undefined ? notApplicable("the rule is given no parameters") : pass;
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

function judgeRetention(days: string | undefined, minimum: number): Judgements {
  const legal = CHECKABLE_DAYS.filter((period) => period >= minimum).map(String);
  return days !== undefined && legal.includes(days)
    ? pass
    : fail(PARAMETERS, `has MinRetentionTime ${show(days)}; it must be ${legal.map(show).join(" or ")}`);
}
