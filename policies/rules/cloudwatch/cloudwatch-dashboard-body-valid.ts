import { parseDashboardBody } from "../../patterns/dashboard-body";
import { UNKNOWN, show } from "../../properties";
import { DASHBOARD } from "../../resources";
import { fail, pass, undecided } from "../../result";
import { resourceRule } from "../../rule";

export const cloudwatchDashboardBodyValid = resourceRule(DASHBOARD, {
  id: "cloudwatch-dashboard-body-valid",
  title: "CloudWatch dashboards have a body that can be shown",
  severity: "low",
  enforcementLevel: "advisory",
  property: "dashboardBody",
  rationale:
    "CloudWatch takes a dashboard with faults, answers with warnings that no tool shows, and leaves the widget empty. Whoever looks at " +
    "it in an incident sees nothing, and takes it for silence.",
  remediation: "Correct the widget that the message names.",
  references: [
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutDashboard.html",
  ],
  check: ({ properties: { dashboardBody } }, { property }) => {
    if (dashboardBody === UNKNOWN) {
      return undecided(property);
    }
    if (typeof dashboardBody !== "string") {
      return fail(property, `is ${show(dashboardBody)}; set it to a JSON text`);
    }
    try {
      parseDashboardBody(dashboardBody);
      return pass;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      return fail(property, `cannot be shown: ${problem}`);
    }
  },
});
