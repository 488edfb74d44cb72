/** What trails cost at CloudTrail itself; what they deliver is stored by S3 and CloudWatch Logs. */
import { AI_RESOURCE_TYPES } from "../../facts/cloudtrail/ai-data-event-types";
import { type Declared, at, listAt, type Plain, textAt } from "../declared";
import { type Account, everyMonth, ofType, type Usage, type UsagesOf } from "../usage";
import type { VolumeName, Volumes } from "../volumes";

/** What a trail logs. */
export interface TrailEvents {
  readonly management: boolean;
  readonly dataTypes: readonly string[];
  /** Event sources whose network activity is logged. */
  readonly networkSources: readonly string[];
}

const LAMBDA = "AWS::Lambda::Function";
const S3_OBJECT = "AWS::S3::Object";

/** The trails of a stack, first those that get the free copy of management events. */
export function trailsOf(account: Account): readonly Declared[] {
  return ofType(account, "aws:cloudtrail/trail:Trail");
}

/** What a trail's selectors select; a selector that selects only some events of a kind counts as if it selected all. */
export function eventsOf({ properties }: Declared): TrailEvents {
  const advanced = listAt(properties, "advancedEventSelectors");
  if (advanced.length > 0) {
    const inCategory = (category: string, field: string): readonly string[] =>
      advanced
        .filter((selector) => equals(selector, "eventCategory").includes(category))
        .flatMap((selector) => equals(selector, field));
    return {
      management: inCategory("Management", "eventCategory").length > 0,
      dataTypes: different(inCategory("Data", "resources.type")),
      networkSources: different(inCategory("NetworkActivity", "eventSource")),
    };
  }
  const basic = listAt(properties, "eventSelectors");
  return {
    management: basic.length === 0 || basic.some((selector) => at(selector, "includeManagementEvents") !== false),
    dataTypes: different(
      basic.flatMap((selector) => listAt(selector, "dataResources").flatMap((data) => textAt(data, "type") ?? [])),
    ),
    networkSources: [],
  };
}

function equals(selector: Plain, field: string): readonly string[] {
  return listAt(selector, "fieldSelectors")
    .filter((one) => at(one, "field") === field)
    .flatMap((one) => listAt(one, "equals"))
    .filter((value) => typeof value === "string");
}

function different(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** Accounts whose events the trail logs. */
function accountsOf({ properties }: Declared, { organizationAccounts }: Volumes): number {
  return at(properties, "isOrganizationTrail") === true ? organizationAccounts : 1;
}

type Part = Pick<Usage, "price" | "what" | "drivers" | "bound" | "note"> & { readonly perAccount: number };

export const cloudTrailUsages: UsagesOf = (account) => {
  const managing = trailsOf(account).filter((trail) => eventsOf(trail).management);
  return trailsOf(account).flatMap((trail) =>
    [...managementParts(trail, managing, account.volumes), ...eventParts(trail, account.volumes)].map(
      ({ perAccount, drivers, ...part }) => ({
        ...part,
        resource: trail,
        quantity: everyMonth(perAccount * accountsOf(trail, account.volumes)),
        drivers:
          at(trail.properties, "isOrganizationTrail") === true
            ? [...drivers, "organizationAccounts" as const]
            : drivers,
      }),
    ),
  );
};

function managementParts(trail: Declared, managing: readonly Declared[], volumes: Volumes): readonly Part[] {
  if (!managing.includes(trail)) {
    return [];
  }
  const drivers = ["managementEventsPerMonth"] as const;
  const perAccount = volumes.managementEventsPerMonth;
  const copy: Part =
    trail === managing[0]
      ? {
          price: "cloudtrail.managementEvents",
          what: "management events, first copy",
          drivers,
          perAccount,
          bound: { nothing: "the first copy is free" },
          note: "charged as a further copy if another trail of the account logs management events too",
        }
      : {
          price: "cloudtrail.managementEventCopies",
          what: "management events, further copy",
          drivers,
          perAccount,
          bound: { nothing: "leave management events to one trail" },
        };
  return [copy, ...insightParts(trail, volumes)];
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/insights-events-costs.html */
function insightParts({ properties }: Declared, volumes: Volumes): readonly Part[] {
  const all = volumes.managementEventsPerMonth;
  const analyzed: Readonly<Record<string, { readonly perAccount: number; readonly drivers: readonly VolumeName[] }>> = {
    ApiCallRateInsight: {
      perAccount: (all * volumes.writeManagementEventsPercent) / 100,
      drivers: ["managementEventsPerMonth", "writeManagementEventsPercent"],
    },
    ApiErrorRateInsight: { perAccount: all, drivers: ["managementEventsPerMonth"] },
  };
  return listAt(properties, "insightSelectors").flatMap((selector) => {
    const type = textAt(selector, "insightType") ?? "";
    const part = analyzed[type];
    return part === undefined
      ? []
      : [
          {
            ...part,
            price: "cloudtrail.insights" as const,
            what: `events analyzed for ${type}`,
            bound: { setting: "insights" as const, property: "insightSelectors" },
          },
        ];
  });
}

function eventParts(trail: Declared, volumes: Volumes): readonly Part[] {
  return eventKinds(eventsOf(trail)).map(({ driver, kinds, what, bound, price }) => ({
    price: price ?? ("cloudtrail.dataEvents" as const),
    what,
    drivers: [driver],
    bound,
    perAccount: volumes[driver] * kinds,
  }));
}

interface EventKind extends Pick<Usage, "what" | "bound"> {
  readonly driver: VolumeName;
  /** How many times the driver's volume is logged. */
  readonly kinds: number;
  readonly price?: "cloudtrail.networkActivityEvents";
}

const AI_TYPES: readonly string[] = AI_RESOURCE_TYPES;

/** The kinds of charged events that are logged at all. */
function eventKinds({ dataTypes, networkSources }: TrailEvents): readonly EventKind[] {
  const others = dataTypes.filter((type) => !AI_TYPES.includes(type) && type !== LAMBDA && type !== S3_OBJECT);
  const kinds: readonly EventKind[] = [
    {
      what: "data events of AI resources",
      driver: "aiDataEventsPerMonth",
      kinds: dataTypes.some((type) => AI_TYPES.includes(type)) ? 1 : 0,
      bound: { nothing: "each use of an AI resource is an event" },
    },
    {
      what: "data events of functions",
      driver: "lambdaInvocationsPerMonth",
      kinds: dataTypes.includes(LAMBDA) ? 1 : 0,
      bound: { setting: "lambdaFunctions", property: "advancedEventSelectors" },
    },
    {
      what: "data events of objects",
      driver: "trainingObjectEventsPerMonth",
      kinds: dataTypes.includes(S3_OBJECT) ? 1 : 0,
      bound: { setting: ["trainingBuckets", "modelBuckets", "artifactBuckets"], property: "advancedEventSelectors" },
    },
    {
      what: `data events of ${others.join(", ")}`,
      driver: "otherDataEventsPerMonth",
      kinds: others.length,
      bound: { property: "advancedEventSelectors" },
    },
    {
      what: `network activity events of ${networkSources.join(", ")}`,
      driver: "networkActivityEventsPerMonth",
      kinds: networkSources.length,
      bound: { property: "advancedEventSelectors" },
      price: "cloudtrail.networkActivityEvents",
    },
  ];
  return kinds.filter(({ kinds: times }) => times > 0);
}

/** All events that a trail delivers in a month, and the volumes that they are computed from. */
export function deliveredEvents(
  trail: Declared,
  volumes: Volumes,
): { readonly events: number; readonly drivers: readonly VolumeName[] } {
  const events = eventsOf(trail);
  const kinds = eventKinds(events);
  const charged = kinds.reduce((sum, { driver, kinds: times }) => sum + volumes[driver] * times, 0);
  const management = events.management ? volumes.managementEventsPerMonth : 0;
  return {
    events: (management + charged) * accountsOf(trail, volumes),
    drivers: [
      ...(events.management ? ["managementEventsPerMonth" as const] : []),
      ...kinds.map(({ driver }) => driver),
    ],
  };
}
