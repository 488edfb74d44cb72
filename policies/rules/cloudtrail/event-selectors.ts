/**
 * What a trail selects, read into one shape from its advanced event selectors, its basic ones, or CloudTrail's default.
 *
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedEventSelector.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html
 */
import { type Value, UNKNOWN, at, holdsUnknown, isList } from "../../properties";
import type { TRAIL } from "../../resources";
import { type Truth, every, is } from "../../truth";
import type { StackResourceOf } from "../../stack/stack";

export type TrailProperties = StackResourceOf<typeof TRAIL>["properties"];

/** The events that one selector selects. */
export interface Selected {
  /** `Management`, `Data` or `NetworkActivity`. */
  readonly category: string;
  readonly resourceTypes: readonly string[];
  readonly reads: boolean;
  readonly writes: boolean;
  /** The fields by which it selects only some of those events, such as `resources.ARN`. */
  readonly filteredBy: readonly string[];
}

export interface Selection {
  /** The property that decides. */
  readonly property: "advancedEventSelectors" | "eventSelectors";
  readonly selected: readonly Selected[];
  /** Whether part of the property is not known yet, so that more may be selected than `selected` says. */
  readonly isPartlyUnknown: boolean;
}

/** What a trail without selectors logs. */
const DEFAULT: Selected = { category: "Management", resourceTypes: [], reads: true, writes: true, filteredBy: [] };

export function selectionOf(trail: TrailProperties): Selection {
  if (isSet(trail.advancedEventSelectors)) {
    return readSelectors("advancedEventSelectors", trail.advancedEventSelectors, (selector) => [
      readAdvanced(selector),
    ]);
  }
  return isSet(trail.eventSelectors)
    ? readSelectors("eventSelectors", trail.eventSelectors, readBasic)
    : { property: "advancedEventSelectors", selected: [DEFAULT], isPartlyUnknown: false };
}

function isSet(selectors: Value | undefined): boolean {
  return selectors === UNKNOWN || (isList(selectors) && selectors.length > 0);
}

function readSelectors(
  property: Selection["property"],
  value: Value | undefined,
  read: (selector: Value) => readonly Selected[],
): Selection {
  const selectors = isList(value) ? value : [];
  const known = selectors.filter((selector) => !holdsUnknown(selector));
  return {
    property,
    selected: known.flatMap(read),
    isPartlyUnknown: value === UNKNOWN || known.length < selectors.length,
  };
}

/** The fields of an advanced selector that {@link Selected} has apart from `filteredBy`. */
const OWN_FIELDS = ["eventCategory", "resources.type", "readOnly"];

function readAdvanced(selector: Value): Selected {
  const fields = listAt(selector, "fieldSelectors");
  const equals = (name: string): readonly Value[] | undefined => {
    const field = fields.find((candidate) => at(candidate, "field") === name);
    return field === undefined ? undefined : listAt(field, "equals");
  };
  const [category] = equals("eventCategory") ?? [];
  const readOnly = equals("readOnly") ?? ["true", "false"];
  const names = fields.map((field) => at(field, "field")).filter((name) => typeof name === "string");
  return {
    category: typeof category === "string" ? category : "",
    resourceTypes: (equals("resources.type") ?? []).filter((type) => typeof type === "string"),
    reads: readOnly.includes("true"),
    writes: readOnly.includes("false"),
    filteredBy: names.filter((name) => !OWN_FIELDS.includes(name)),
  };
}

/** The ARN prefixes by which a basic selector means every bucket, function or table. */
const EVERY_RESOURCE = /^arn:aws[a-z-]*:(lambda|dynamodb|s3(:::)?)$/;

function readBasic(selector: Value): readonly Selected[] {
  const readWrite = at(selector, "readWriteType") ?? "All";
  const access = { reads: readWrite !== "WriteOnly", writes: readWrite !== "ReadOnly" };
  const excluded = listAt(selector, "excludeManagementEventSources");
  const management = {
    category: "Management",
    resourceTypes: [],
    ...access,
    filteredBy: excluded.length > 0 ? ["excludeManagementEventSources"] : [],
  };
  const data = listAt(selector, "dataResources").map((resource) => ({
    category: "Data",
    resourceTypes: [at(resource, "type")].filter((type) => typeof type === "string"),
    ...access,
    filteredBy: listAt(resource, "values").some(isEveryResource) ? [] : ["resources.ARN"],
  }));
  return at(selector, "includeManagementEvents") === false ? data : [management, ...data];
}

function isEveryResource(arn: Value): boolean {
  return typeof arn === "string" && EVERY_RESOURCE.test(arn);
}

function listAt(value: Value, path: string): readonly Value[] {
  const found = at(value, path);
  return isList(found) ? found : [];
}

/** Whether the trail is logging, in every region. By default a trail is of one region, and is logging. */
export function logsEveryRegion({ isMultiRegionTrail, enableLogging }: TrailProperties): Truth {
  return every([is(isMultiRegionTrail, true), is(enableLogging ?? true, true)]);
}

/** Selectors add up: one may select the reads and another the writes. */
export function readsAndWrites(selected: readonly Selected[]): boolean {
  return selected.some(({ reads }) => reads) && selected.some(({ writes }) => writes);
}

/** Those of the selectors that select events of a category without filtering them by anything but `fields`. */
export function unfiltered(
  selected: readonly Selected[],
  category: string,
  fields: readonly string[] = [],
): readonly Selected[] {
  return selected.filter((one) => one.category === category && one.filteredBy.every((field) => fields.includes(field)));
}
