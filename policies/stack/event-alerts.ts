/** Whether somebody is told of events: by a rule of EventBridge that takes them in and has a target. */
import { API_CALL, STATE_WITH_READS, eventSourceOf } from "../../facts/eventbridge/events";
import { partitionOf } from "../../facts/regions";
import { matchesEvent } from "../patterns/event-matching";
import { type Alternative, readableEventPattern } from "../patterns/event-pattern";
import { type PropertyMap, UNKNOWN, show } from "../properties";
import { ACCOUNT_BASELINE, EVENT_RULE, EVENT_TARGET } from "../resources";
import { type Results, all, fail, pass, undecided } from "../result";
import { type Truth, every, is, some } from "../truth";
import { type Capability, declined } from "./account-modes";
import { inGovernedRegions } from "./governed-regions";
import type { Stack, StackResourceOf } from "./stack";
import { PROVIDERS_REGION, isInGovernedRegion, regionOf } from "./subjects";

const GOVERNED = ACCOUNT_BASELINE.path("governedRegions");

/** What somebody should be told of. */
export interface Told {
  /** As a message names it. */
  readonly name: string;
  /** What EventBridge gets of it; all of them have to be taken in. */
  readonly events: readonly PropertyMap[];
  /** Whether it is, by its record, a management event that only reads. */
  readonly reads: boolean;
}

/** What a region should be told of, by whether its calls are recorded there. */
export interface ToldInRegions {
  readonly regional: readonly Told[];
  /** Of services whose calls are recorded in one region of a partition. */
  readonly global: readonly Told[];
}

/** A call, one that succeeded and one that was refused. @param service the event source without `.amazonaws.com` */
export function toldOfCall(service: string, eventName: string): Told {
  return {
    name: `${service}:${eventName}`,
    events: [
      callEvent(service, { eventName }),
      callEvent(service, { eventName, errorCode: "AccessDenied", errorMessage: "denied" }),
    ],
    reads: false,
  };
}

/** The event that holds a record of CloudTrail. */
export function callEvent(service: string, record: PropertyMap): PropertyMap {
  return {
    source: eventSourceOf(service),
    "detail-type": API_CALL,
    detail: { eventSource: `${service}.amazonaws.com`, ...record },
  };
}

/** Whether somebody is told in each governed region that has not left alerts out, and of global calls where they are recorded. */
export function toldInEachRegion(
  baseline: StackResourceOf<typeof ACCOUNT_BASELINE>,
  stack: Stack,
  { regional, global }: ToldInRegions,
): Results {
  const alerts = alertsOf(stack);
  return all(
    inGovernedRegions(baseline, (region, { path, governed }) => {
      const excused = declined(baseline, { name: "alerting", region }, path);
      const wanted = partitionOf(region).globalServicesRegion === region ? [...regional, ...global] : regional;
      const isHere = ({ rule }: Alert): Truth => isInGovernedRegion(stack, rule, region, governed);
      return excused ?? areTold(alerts, wanted, isHere, path, `is ${show(region)}, where`);
    }),
    onGlobalServices(stack, baseline, alerts, global),
  );
}

/** Whether somebody is told by a rule that is where it should be. @param where the beginning of a sentence, such as "is a region, where" */
export function toldThere(
  stack: Stack,
  wanted: readonly Told[],
  isThere: (rule: StackResourceOf<typeof EVENT_RULE>) => Truth,
  path: string,
  where: string,
): Results {
  return areTold(alertsOf(stack), wanted, ({ rule }) => isThere(rule), path, where);
}

/** What is told, by the capability without which there is nothing to tell. */
export type ToldOfCapabilities = Readonly<Partial<Record<Capability["name"], readonly Told[]>>>;

/** Whether somebody is told in each governed region that has left out neither alerts nor what they would tell of. */
export function toldOfCapabilities(
  baseline: StackResourceOf<typeof ACCOUNT_BASELINE>,
  stack: Stack,
  capabilities: ToldOfCapabilities,
): Results {
  const alerts = alertsOf(stack);
  const each = Object.entries(capabilities) as readonly [Capability["name"], readonly Told[]][]; // loses the key types
  return inGovernedRegions(baseline, (region, { path, governed }) => {
    const isHere = ({ rule }: Alert): Truth => isInGovernedRegion(stack, rule, region, governed);
    const areFindingsTold = each.map(
      ([name, wanted]) =>
        declined(baseline, { name, region }, path) ??
        areTold(alerts, wanted, isHere, path, `is ${show(region)}, where`),
    );
    return declined(baseline, { name: "alerting", region }, path) ?? all(...areFindingsTold);
  });
}

/** A rule that sends what it matches to somebody. */
interface Alert {
  readonly rule: StackResourceOf<typeof EVENT_RULE>;
  /** Whether it is enabled, on the bus that CloudTrail's events come to. */
  readonly isActive: Truth;
  readonly takesReads: Truth;
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
      : [{ rule, isActive, takesReads: is(state, STATE_WITH_READS), pattern }];
  });
}

/** Calls to IAM, where no governed region records them. */
function onGlobalServices(
  stack: Stack,
  baseline: StackResourceOf<typeof ACCOUNT_BASELINE>,
  alerts: readonly Alert[],
  wanted: readonly Told[],
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
  return areTold(alerts, wanted, isHere, GOVERNED, `leaves out ${region}, which records calls to IAM, and where`);
}

/** The regions, where they are all known. */
function governedOf({ properties }: StackResourceOf<typeof ACCOUNT_BASELINE>): readonly string[] | undefined {
  const { governedRegions } = properties;
  return Array.isArray(governedRegions) && governedRegions.every((region) => typeof region === "string")
    ? governedRegions
    : undefined;
}

/** How many of them a message names. */
const NAMED = 3;

function areTold(
  alerts: readonly Alert[],
  wanted: readonly Told[],
  isHere: (alert: Alert) => Truth,
  path: string,
  where: string,
): Results {
  const here = alerts.map((alert): Alert => ({ ...alert, isActive: every([isHere(alert), alert.isActive]) }));
  const told = wanted.map(({ name, events, reads }) => ({
    name,
    isTold: some(
      here.map(({ isActive, takesReads, pattern }) =>
        every([isActive, reads ? takesReads : true, takesIn(pattern, events)]),
      ),
    ),
  }));
  const missing = told.filter(({ isTold }) => isTold === false).map(({ name }) => name);
  if (missing.length > 0) {
    const others = missing.length > NAMED ? ` and ${missing.length - NAMED} others` : "";
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
