import { GLOBAL_RECORDING_REGIONS, recordsGlobalResources } from "../../../facts/config/limits";
import { partitionOf } from "../../../facts/regions";
import { UNKNOWN, at } from "../../properties";
import { RECORDER } from "../../resources";
import { type Result, fail, pass, undecided } from "../../result";
import { stackRule } from "../../rule";
import type { Stack, StackResource } from "../../stack/stack";
import { PROVIDERS_REGION, about, regionOf } from "../../stack/subjects";
import { is } from "../../truth";

const GLOBAL_TYPES = RECORDER.path("recordingGroup.includeGlobalResourceTypes");

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
    `Set ${GLOBAL_TYPES} to true in one recorder and to false in all others. Where no governed region records IAM, govern ` +
    "one more that does, or exempt the recorder and say who records IAM instead.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"],
  check: (stack) => {
    const recorders = stack.ofType(RECORDER).map((recorder) => ({
      recorder,
      region: namedRegion(stack, recorder),
      // The provider records no global types unless it is told to.
      records: is(at(recorder.properties, GLOBAL_TYPES), true),
    }));
    const [first, ...others] = recorders.filter(({ records }) => records === true);
    if (others.length > 0) {
      const message = `is true, as in the recorder ${first?.recorder.name}; set it to true in one recorder only`;
      return others.flatMap(({ recorder }) => about(recorder, fail(GLOBAL_TYPES, message)));
    }
    const open = recorders.filter(({ records }) => records === UNKNOWN);
    if (open.length > 0) {
      return open.flatMap(({ recorder }) => about(recorder, undecided(GLOBAL_TYPES)));
    }
    const regions = recorders.map(({ region }) => region);
    if (first !== undefined) {
      return about(first.recorder, canRecord(first.region, regions));
    }
    const message = `is true in no recorder; ${whereToRecord(regions)}`;
    return recorders.slice(0, 1).flatMap(({ recorder }) => about(recorder, fail(GLOBAL_TYPES, message)));
  },
});

/** The recorder's region; absent where it is unknown or the provider's own, of which nothing can be said. */
function namedRegion(stack: Stack, recorder: StackResource): string | undefined {
  const region = regionOf(stack, recorder);
  return typeof region === "string" && region !== PROVIDERS_REGION ? region : undefined;
}

function canRecord(region: string | undefined, regions: readonly (string | undefined)[]): Result {
  return region === undefined || recordsGlobalResources(region)
    ? pass
    : fail(GLOBAL_TYPES, `is true in ${region}, where AWS Config does not record them; ${whereToRecord(regions)}`);
}

function whereToRecord(regions: readonly (string | undefined)[]): string {
  const known = regions.filter((region) => region !== undefined);
  const able = known.find(recordsGlobalResources);
  if (able !== undefined || known.length < regions.length) {
    return `set it to true in ${able === undefined ? "one" : `that of ${able}`}`;
  }
  const partitions = known.map((region) => partitionOf(region).id);
  const further = GLOBAL_RECORDING_REGIONS.filter((region) => partitions.includes(partitionOf(region).id));
  const none = `none of ${known.join(", ")} can record them`;
  return further.length === 0
    ? `${none}, nor can another region`
    : `${none}; govern one of ${further.join(", ")} as well`;
}
