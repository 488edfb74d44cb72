/** Dashboards of how models are used, how the evidence fares and what runbooks found. */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { componentType, type Scope, scopeOf } from "../base/component";
import { optionOf, OptionError } from "../base/options";
import { dashboardBody } from "../documents/dashboards";
import { auditAlarmNames, DASHBOARD_IDS, type DashboardId, DASHBOARDS } from "./dashboard-contents";

/** Options of {@link GovernanceDashboards}. */
export interface GovernanceDashboardsArgs {
  /** The regions whose models and guardrails are shown, at least one. */
  readonly regions: readonly string[];
  /** The name of the log group that a trail of the dashboards' region delivers to. @default - not shown */
  readonly trailLogGroupName?: pulumi.Input<string>;
  /** The name of an `AuditAlarms` component of the same region, whose alarms are shown. @default - none */
  readonly auditAlarms?: string;
  /** The region in which CloudWatch is asked to keep them; they are seen from every region. @default the provider's region */
  readonly region?: string;
}

/**
 * Five dashboards: the operation of models, guardrails, what is spent, and the health of the audit trail, of metrics that AWS publishes
 * in any case in every region that is named; and a central one of what runbooks found, of metrics that runs publish in the region of
 * the dashboards.
 *
 * @throws {OptionError} when no region is named
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Dashboards.html
 */
export class GovernanceDashboards extends pulumi.ComponentResource {
  constructor(name: string, args: GovernanceDashboardsArgs, opts?: pulumi.ComponentResourceOptions) {
    checkRegions(name, args);
    super(componentType("GovernanceDashboards"), name, args, opts);
    const scope = scopeOf(this, name, { region: args.region });

    for (const dashboard of DASHBOARD_IDS) {
      createDashboard(scope, args, dashboard);
    }
    this.registerOutputs();
  }
}

function checkRegions(name: string, { regions }: GovernanceDashboardsArgs): void {
  if (regions.length === 0) {
    throw new OptionError({
      path: optionOf("GovernanceDashboards", name)("regions"),
      got: regions,
      allowed: "one or more regions",
      fix: "Name the regions in which models are called.",
    });
  }
}

function createDashboard(
  scope: Scope,
  { regions, trailLogGroupName, auditAlarms }: GovernanceDashboardsArgs,
  id: DashboardId,
): void {
  const body = pulumi.all([scope.account.place, trailLogGroupName]).apply(([home, trailLogGroup]) =>
    dashboardBody(
      DASHBOARDS[id]({
        home,
        regions,
        trailLogGroup,
        auditAlarms: auditAlarms === undefined ? [] : auditAlarmNames(auditAlarms),
      }),
    ),
  );
  new aws.cloudwatch.Dashboard(
    scope.child(id),
    { dashboardName: scope.child(id), dashboardBody: body, ...scope.region },
    scope.options,
  );
}
