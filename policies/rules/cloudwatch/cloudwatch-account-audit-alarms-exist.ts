import { AUDIT_FILTERS, AUDIT_FILTER_IDS, type AuditFilterId } from "../../../facts/cloudtrail/audit-filters";
import { type Condition, isJsonPattern, parseFilterPattern } from "../../patterns/filter-pattern";
import { matchesLogEvent } from "../../patterns/log-event-matching";
import { UNKNOWN, type Value, at } from "../../properties";
import { ACCOUNT_BASELINE, LOG_GROUP, LOG_METRIC_FILTER, METRIC_ALARM, TRAIL } from "../../resources";
import { fail, notApplicable, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { adoptedOrDeclined, declined } from "../../stack/account-modes";
import { tellsOfSilentGroup, tellsOfTheFirst } from "../../stack/alarms";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { PROVIDERS_REGION, regionOf } from "../../stack/subjects";
import { type Truth, every, same, some } from "../../truth";

const GOVERNED = ACCOUNT_BASELINE.path("governedRegions");

export const cloudwatchAccountAuditAlarmsExist = stackRule(ACCOUNT_BASELINE, {
  id: "cloudwatch-account-audit-alarms-exist",
  title: "AWS accounts alarm on what the CIS benchmark has monitored in their trail",
  severity: "medium",
  property: GOVERNED,
  rationale:
    "A trail that nobody reads shows a sign-in of the root user, or a policy that was widened, to whoever investigates months later. " +
    "A metric filter on its log group, with an alarm, tells somebody within minutes; an alarm on silence tells that the trail is stopped.",
  remediation:
    "Declare AuditAlarms on the trail's log group, or metric filters of your own with alarms that go off at the first count and have an action.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html",
  ],
  related: {
    prowler: [
      "cloudwatch_changes_to_network_acls_alarm_configured",
      "cloudwatch_changes_to_network_gateways_alarm_configured",
      "cloudwatch_changes_to_network_route_tables_alarm_configured",
      "cloudwatch_changes_to_vpcs_alarm_configured",
      "cloudwatch_log_metric_filter_and_alarm_for_aws_config_configuration_changes_enabled",
      "cloudwatch_log_metric_filter_and_alarm_for_cloudtrail_configuration_changes_enabled",
      "cloudwatch_log_metric_filter_authentication_failures",
      "cloudwatch_log_metric_filter_aws_organizations_changes",
      "cloudwatch_log_metric_filter_disable_or_scheduled_deletion_of_kms_cmk",
      "cloudwatch_log_metric_filter_for_s3_bucket_policy_changes",
      "cloudwatch_log_metric_filter_policy_changes",
      "cloudwatch_log_metric_filter_root_usage",
      "cloudwatch_log_metric_filter_security_group_changes",
      "cloudwatch_log_metric_filter_sign_in_without_mfa",
      "cloudwatch_log_metric_filter_unauthorized_api_calls",
    ],
  },
  checkEach: (baseline, { stack, property }) => {
    const elsewhere = adoptedOrDeclined(baseline, { name: "trail", type: TRAIL }, property);
    const groups = groupsOfTrails(stack);
    if (elsewhere !== undefined || groups.length === 0) {
      return elsewhere ?? notApplicable("no trail of the stack delivers to a log group that it declares");
    }
    const excused = groups.map((group) => declined(baseline, { name: "alerting", ...placeOf(stack, group) }, property));
    const [first] = excused;
    if (first !== undefined && !excused.includes(undefined)) {
      return first;
    }
    const counters = groups.flatMap((group) => countersOf(stack, group));
    const counted = [
      ...AUDIT_FILTER_IDS.map((id) => ({
        title: AUDIT_FILTERS[id].title,
        isCounted: some(counters.map((one) => counts(one, id))),
      })),
      { title: "the silence of the trail", isCounted: some(groups.map((group) => hasAlarmOnSilence(stack, group))) },
    ];
    const missing = counted.filter(({ isCounted }) => isCounted === false);
    if (missing.length > 0) {
      const titles = missing.slice(0, NAMED).map(({ title }) => title);
      const others = missing.length > NAMED ? `, and ${missing.length - NAMED} more` : "";
      return fail(
        property,
        `are without an alarm on ${titles.join(", ")}${others}; declare AuditAlarms on the trail's log group`,
      );
    }
    return counted.some(({ isCounted }) => isCounted === UNKNOWN) ? undecided(property) : pass;
  },
});

/** Where the group is, by which the account says what it does without there. */
function placeOf(stack: Stack, group: StackResourceOf<typeof LOG_GROUP>): { readonly region?: string } {
  const region = regionOf(stack, group);
  return region === UNKNOWN || region === PROVIDERS_REGION ? {} : { region };
}

/** How many of what is missing a message names. */
const NAMED = 3;

function groupsOfTrails(stack: Stack): readonly StackResourceOf<typeof LOG_GROUP>[] {
  return stack
    .ofType(LOG_GROUP)
    .filter((group) => stack.referencing(group, TRAIL, TRAIL.path("cloudWatchLogsGroupArn")).length > 0);
}

/** A metric filter, and whether an alarm that tells somebody watches its metric. */
interface Counter {
  readonly condition: Condition | typeof UNKNOWN;
  readonly hasAlarm: Truth;
}

function countersOf(stack: Stack, group: StackResourceOf<typeof LOG_GROUP>): readonly Counter[] {
  return stack
    .referencing(group, LOG_METRIC_FILTER, LOG_METRIC_FILTER.path("logGroupName"))
    .flatMap(({ properties }): readonly Counter[] => {
      const pattern = at(properties, "pattern");
      const condition = pattern === UNKNOWN ? UNKNOWN : conditionOf(pattern);
      const metric = ["name", "namespace"].map((part) => at(properties, `metricTransformation.${part}`));
      return condition === undefined ? [] : [{ condition, hasAlarm: hasAlarmOn(stack, metric) }];
    });
}

/** `undefined` where it is no JSON pattern, or none that can be read: the finding of cloudwatch-metric-filter-can-match. */
function conditionOf(pattern: Value | undefined): Condition | undefined {
  try {
    return typeof pattern === "string" && isJsonPattern(pattern) ? parseFilterPattern(pattern) : undefined;
  } catch {
    return undefined;
  }
}

function hasAlarmOn(stack: Stack, [name, namespace]: readonly (Value | undefined)[]): Truth {
  return some(
    stack
      .ofType(METRIC_ALARM)
      .map((alarm) =>
        every([
          same(alarm.properties.metricName, name),
          same(alarm.properties.namespace, namespace),
          tellsOfTheFirst(alarm),
        ]),
      ),
  );
}

function hasAlarmOnSilence(stack: Stack, group: StackResourceOf<typeof LOG_GROUP>): Truth {
  return some(stack.ofType(METRIC_ALARM).map((alarm) => tellsOfSilentGroup(alarm, group)));
}

function counts({ condition, hasAlarm }: Counter, id: AuditFilterId): Truth {
  if (condition === UNKNOWN) {
    return every([hasAlarm, UNKNOWN]);
  }
  return every([hasAlarm, ...AUDIT_FILTERS[id].records.map((record) => matchesLogEvent(condition, record))]);
}
