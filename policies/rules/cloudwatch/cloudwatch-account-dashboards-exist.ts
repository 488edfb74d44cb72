import {
  OPERATION_METRICS,
  type OperationMetric,
  type OperationMetricId,
} from "../../../facts/bedrock/operation-metrics";
import { type ShownMetric, parseDashboardBody } from "../../patterns/dashboard-body";
import { UNKNOWN, type Value, show } from "../../properties";
import { ACCOUNT_BASELINE, DASHBOARD } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { declined } from "../../stack/account-modes";
import { inGovernedRegions } from "../../stack/governed-regions";
import { type Truth, some } from "../../truth";

export const cloudwatchAccountDashboardsExist = stackRule(ACCOUNT_BASELINE, {
  id: "cloudwatch-account-dashboards-exist",
  title: "AWS accounts have dashboards of their models, guardrails and tokens, with every governed region",
  severity: "low",
  enforcementLevel: "advisory",
  property: ACCOUNT_BASELINE.path("governedRegions"),
  rationale:
    "Whoever oversees an AI system has to see how it is used before anything goes wrong: an alarm tells of the one event that somebody " +
    "has thought of.",
  remediation: "Declare GovernanceDashboards with the region, or show these metrics on a dashboard of your own.",
  references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html"],
  checkEach: (baseline, { stack }) =>
    inGovernedRegions(baseline, (region, { path }) => {
      const excused = declined(baseline, { name: "dashboards" }, path);
      if (excused !== undefined) {
        return excused;
      }
      const bodies = stack.ofType(DASHBOARD).map(({ properties }) => shownOn(properties.dashboardBody));
      const shown = WANTED.map((metric): Wanted => ({
        metric,
        isShown: some(bodies.map((body) => isShown(body, metric, region))),
      }));
      const missing = shown
        .filter((one) => one.isShown === false)
        .map(({ metric: { namespace, name } }) => `${namespace} ${name}`);
      if (missing.length > 0) {
        return fail(
          path,
          `is ${show(region)}, of which no dashboard shows ${missing.join(", ")}; declare GovernanceDashboards with it`,
        );
      }
      return shown.some((one) => one.isShown === UNKNOWN) ? undecided(path) : pass;
    }),
});

interface Wanted {
  readonly metric: OperationMetric;
  readonly isShown: Truth;
}

const WANTED_IDS: readonly OperationMetricId[] = [
  "invocations",
  "latency",
  "clientErrors",
  "serverErrors",
  "throttles",
  "inputTokens",
  "outputTokens",
  "guardrailInterventions",
];
const WANTED = WANTED_IDS.map((id): OperationMetric => OPERATION_METRICS[id]);

/** A body that cannot be read shows nothing: the finding of cloudwatch-dashboard-body-valid. */
function shownOn(body: Value | undefined): readonly ShownMetric[] | typeof UNKNOWN {
  if (body === UNKNOWN) {
    return UNKNOWN;
  }
  try {
    return typeof body === "string" ? parseDashboardBody(body) : [];
  } catch {
    return [];
  }
}

function isShown(
  body: readonly ShownMetric[] | typeof UNKNOWN,
  { namespace, name }: OperationMetric,
  region: string,
): Truth {
  return body === UNKNOWN
    ? UNKNOWN
    : body.some((shown) => shown.region === region && shown.namespace === namespace && shown.name === name);
}
