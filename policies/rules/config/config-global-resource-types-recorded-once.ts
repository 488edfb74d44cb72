import { GLOBAL_RECORDING_REGIONS, GLOBAL_RESOURCE_TYPES, recordsGlobalResources } from "../../../facts/config/limits";
import { partitionOf } from "../../../facts/regions";
import { UNKNOWN } from "../../properties";
import { RECORDER } from "../../resources";
import { type Result, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack/stack";
import { PROVIDERS_REGION, about, regionOf } from "../../stack/subjects";
import type { Truth } from "../../truth";
import { EXCLUDED_TYPES, GLOBAL_TYPES, excludedTypes, recordsByExclusion, recordsGlobalTypes } from "./recording-group";

export const configGlobalResourceTypesRecordedOnce = stackRule(RECORDER, {
  id: "config-global-resource-types-recorded-once",
  title: "Exactly one AWS Config recorder of the stack records global resource types, in a region where it can",
  severity: "medium",
  property: GLOBAL_TYPES,
  rationale:
    "IAM resources are recorded only where a recorder includes global types, and in no region that AWS Config came to after " +
    "February 2022. With none there is no history of permissions; with several, each change is recorded, evaluated and " +
    "billed in every region.",
  remediation:
    `Set ${GLOBAL_TYPES} to true in one recorder and to false in all others; a recorder that excludes types by name has to ` +
    "exclude those of IAM instead. Where no governed region records IAM, govern one more that does, or exempt the recorder and say who records IAM instead.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"],
  check: (stack) => {
    const recorders = stack.ofType(RECORDER).map((recorder) => {
      const region = namedRegion(stack, recorder);
      return { recorder, region, records: records(recorder, region) };
    });
    const [first, ...others] = recorders.filter((one) => one.records === true);
    if (first !== undefined && others.length > 0) {
      return others.flatMap(({ recorder }) => about(recorder, recordedTwice(recorder, first.recorder)));
    }
    const open = recorders.filter((one) => one.records === UNKNOWN);
    if (open.length > 0) {
      return open.flatMap(({ recorder }) => about(recorder, undecided(placeOf(recorder))));
    }
    const regions = recorders.map(({ region }) => region);
    if (first !== undefined) {
      return about(first.recorder, [canRecord(first.region, regions), recordsAll(first.recorder)]);
    }
    return recorders.slice(0, 1).flatMap(({ recorder }) => about(recorder, recordedNowhere(recorder, regions)));
  },
});

/** Whether the recorder takes global types on. One that excludes types by name records none of IAM where AWS Config cannot. */
function records({ properties }: StackResource, region: string | undefined): Truth {
  return region !== undefined && recordsByExclusion(properties) === true && !recordsGlobalResources(region)
    ? false
    : recordsGlobalTypes(properties);
}

/** The property that decides in this recorder. */
function placeOf({ properties }: StackResource): typeof GLOBAL_TYPES | typeof EXCLUDED_TYPES {
  return recordsByExclusion(properties) === true ? EXCLUDED_TYPES : GLOBAL_TYPES;
}

function recordedTwice(recorder: StackResource, first: StackResource): Result {
  const place = placeOf(recorder);
  return place === GLOBAL_TYPES
    ? fail(place, `is true, as in the recorder ${first.name}; set it to true in one recorder only`)
    : fail(
        place,
        `lacks ${missingFrom(recorder).join(", ")}, which the recorder ${first.name} records; add ${GLOBAL_RESOURCE_TYPES.join(", ")}`,
      );
}

function missingFrom({ properties }: StackResource): readonly string[] {
  const excluded = excludedTypes(properties);
  return excluded === UNKNOWN ? [] : GLOBAL_RESOURCE_TYPES.filter((type) => !excluded.includes(type));
}

function recordedNowhere(recorder: StackResource, regions: readonly (string | undefined)[]): Result {
  const place = placeOf(recorder);
  return place === GLOBAL_TYPES
    ? fail(place, `is true in no recorder; ${whereToRecord(regions, "set it to true")}`)
    : fail(place, `leaves out IAM, as every recorder does; ${whereToRecord(regions, "take out the types of IAM")}`);
}

/** The one recorder of global types may exclude none of them, or nobody records those. */
function recordsAll({ properties }: StackResource): Result {
  const excluded = recordsByExclusion(properties) === true ? excludedTypes(properties) : [];
  if (excluded === UNKNOWN) {
    return undecided(EXCLUDED_TYPES);
  }
  const left = GLOBAL_RESOURCE_TYPES.filter((type) => excluded.includes(type));
  return left.length === 0
    ? pass
    : fail(EXCLUDED_TYPES, `holds ${left.join(", ")}, which no other recorder records; remove them`);
}

/** The recorder's region; absent where it is unknown or the provider's own, of which nothing can be said. */
function namedRegion(stack: Stack, recorder: StackResource): string | undefined {
  const region = regionOf(stack, recorder);
  return typeof region === "string" && region !== PROVIDERS_REGION ? region : undefined;
}

function canRecord(region: string | undefined, regions: readonly (string | undefined)[]): Result {
  return region === undefined || recordsGlobalResources(region)
    ? pass
    : fail(
        GLOBAL_TYPES,
        `is true in ${region}, where AWS Config does not record them; ${whereToRecord(regions, "set it to true")}`,
      );
}

/** @param how what makes a recorder record global types */
function whereToRecord(regions: readonly (string | undefined)[], how: string): string {
  const known = regions.filter((region) => region !== undefined);
  const able = known.find(recordsGlobalResources);
  if (able !== undefined || known.length < regions.length) {
    return `${how} in ${able === undefined ? "one" : `that of ${able}`}`;
  }
  const partitions = known.map((region) => partitionOf(region).id);
  const further = GLOBAL_RECORDING_REGIONS.filter((region) => partitions.includes(partitionOf(region).id));
  const none = `none of ${known.join(", ")} can record them`;
  return further.length === 0
    ? `${none}, nor can another region`
    : `${none}; govern one of ${further.join(", ")} as well`;
}
