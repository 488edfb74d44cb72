import {
  GLOBAL_SERVICES,
  TAMPER_EVENTS,
  TAMPER_SERVICES,
  type TamperService,
} from "../../../facts/cloudtrail/tamper-events";
import { API_CALL, STATE_WITH_READS, eventSourceOf } from "../../../facts/eventbridge/events";
import { partitionOf } from "../../../facts/regions";
import { matchesEvent } from "../../patterns/event-matching";
import { type Alternative, readableEventPattern } from "../../patterns/event-pattern";
import { type PropertyMap, UNKNOWN, show } from "../../properties";
import { ACCOUNT_BASELINE, EVENT_RULE, EVENT_TARGET } from "../../resources";
import { type Results, all, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import { declined } from "../../stack/account-modes";
import { inGovernedRegions } from "../../stack/governed-regions";
import type { Stack, StackResourceOf } from "../../stack/stack";
import { PROVIDERS_REGION, isInGovernedRegion, regionOf } from "../../stack/subjects";
import { type Truth, every, is, some } from "../../truth";

const GOVERNED = ACCOUNT_BASELINE.path("governedRegions");

export const cloudwatchAccountTamperAlertsExist = stackRule(ACCOUNT_BASELINE, {
  id: "cloudwatch-account-tamper-alerts-exist",
  title: "AWS accounts alert on the calls that take evidence away, in every governed region",
  severity: "high",
  property: GOVERNED,
  rationale:
    "A trail that is stopped, a key that is scheduled for deletion and a log group whose retention is shortened are recorded, and " +
    "nobody reads the record in time unless an EventBridge rule sends it to somebody.",
  remediation: "Declare an AlertHub and GovernanceEvents in the region, or rules on all the calls, each with a target.",
  references: [
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html",
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html#cloudtrail-concepts-global-service-events",
  ],
  checkEach: (baseline, { stack }) => {
    const alerts = alertsOf(stack);
    return all(
      inGovernedRegions(baseline, (region, { path, governed }) => {
        const excused = declined(baseline, { name: "alerting", region }, path);
        const calls = partitionOf(region).globalServicesRegion === region ? ALL_CALLS : REGIONAL_CALLS;
        const isHere = ({ rule }: Alert): Truth => isInGovernedRegion(stack, rule, region, governed);
        return excused ?? areTold(alerts, calls, isHere, path, `is ${show(region)}, where`);
      }),
      onGlobalServices(stack, baseline, alerts),
    );
  },
});

/** A call, as EventBridge gets it. */
interface Call {
  readonly name: string;
  /** One that succeeded, and one that was refused. */
  readonly events: readonly PropertyMap[];
}

function callsOf(services: readonly TamperService[]): readonly Call[] {
  return services.flatMap((service) =>
    TAMPER_EVENTS[service].map((name) => ({ name: `${service}:${name}`, events: eventsOf(service, name) })),
  );
}

function eventsOf(service: string, eventName: string): readonly PropertyMap[] {
  const event = (outcome: PropertyMap): PropertyMap => ({
    source: eventSourceOf(service),
    "detail-type": API_CALL,
    detail: { eventSource: `${service}.amazonaws.com`, eventName, ...outcome },
  });
  return [event({}), event({ errorCode: "AccessDenied", errorMessage: "denied" })];
}

const isGlobal = (service: TamperService): boolean => GLOBAL_SERVICES.includes(service);
const ALL_CALLS = callsOf(TAMPER_SERVICES);
const REGIONAL_CALLS = callsOf(TAMPER_SERVICES.filter((service) => !isGlobal(service)));
const GLOBAL_CALLS = callsOf(TAMPER_SERVICES.filter(isGlobal));

/** A rule that sends what it matches to somebody. */
interface Alert {
  readonly rule: StackResourceOf<typeof EVENT_RULE>;
  /** Whether it is enabled, on the bus that CloudTrail's events come to. */
  readonly isActive: Truth;
  readonly pattern: readonly Alternative[] | typeof UNKNOWN;
}

function alertsOf(stack: Stack): readonly Alert[] {
  return stack.ofType(EVENT_RULE).flatMap((rule) => {
    const { eventPattern, state, isEnabled, eventBusName } = rule.properties;
    const pattern = eventPattern === UNKNOWN ? UNKNOWN : readableEventPattern(eventPattern);
    const isActive = every([
      some([is(state ?? "ENABLED", "ENABLED"), is(state, STATE_WITH_READS)]),
      is(isEnabled ?? true, true),
      is(eventBusName ?? "default", "default"),
    ]);
    return pattern === undefined || stack.referencing(rule, EVENT_TARGET, "rule").length === 0
      ? []
      : [{ rule, isActive, pattern }];
  });
}

/** Calls to IAM, where no governed region records them. */
function onGlobalServices(
  stack: Stack,
  baseline: StackResourceOf<typeof ACCOUNT_BASELINE>,
  alerts: readonly Alert[],
): Results {
  const governed = governedOf(baseline);
  const region = governed?.[0] === undefined ? undefined : partitionOf(governed[0]).globalServicesRegion;
  if (governed === undefined || region === undefined || governed.includes(region)) {
    return pass;
  }
  if (governed.every((one) => declined(baseline, { name: "alerting", region: one }, GOVERNED) !== undefined)) {
    return pass;
  }
  const isHere = ({ rule }: Alert): Truth => {
    const actual = regionOf(stack, rule);
    // The provider's own region is one of the governed ones.
    return actual === UNKNOWN ? UNKNOWN : actual !== PROVIDERS_REGION && actual === region;
  };
  return areTold(alerts, GLOBAL_CALLS, isHere, GOVERNED, `leaves out ${region}, which records calls to IAM, and where`);
}

/** The regions, where they are all known. */
function governedOf({ properties }: StackResourceOf<typeof ACCOUNT_BASELINE>): readonly string[] | undefined {
  const { governedRegions } = properties;
  return Array.isArray(governedRegions) && governedRegions.every((region) => typeof region === "string")
    ? governedRegions
    : undefined;
}

/** How many calls a message names. */
const NAMED = 3;

function areTold(
  alerts: readonly Alert[],
  calls: readonly Call[],
  isHere: (alert: Alert) => Truth,
  path: string,
  where: string,
): Results {
  const here = alerts.map((alert): Alert => ({ ...alert, isActive: every([isHere(alert), alert.isActive]) }));
  const told = calls.map(({ name, events }) => ({
    name,
    isTold: some(here.map(({ isActive, pattern }) => every([isActive, takesIn(pattern, events)]))),
  }));
  const missing = told.filter(({ isTold }) => isTold === false).map(({ name }) => name);
  if (missing.length > 0) {
    const others = missing.length > NAMED ? ` and ${missing.length - NAMED} other calls` : "";
    const named = missing.slice(0, NAMED).join(", ");
    return fail(path, `${where} nobody is told of ${named}${others}; declare rules on them, with a target`);
  }
  return told.some(({ isTold }) => isTold === UNKNOWN) ? undecided(path) : pass;
}

function takesIn(pattern: Alert["pattern"], events: readonly PropertyMap[]): Truth {
  if (pattern === UNKNOWN) {
    return UNKNOWN;
  }
  return events.every((event) => matchesEvent(pattern, event));
}
