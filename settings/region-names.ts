/** Whether the regions that the settings name exist: a misspelled one is refused, and a new one has a way in. */
import { isRegion, REGIONS } from "../facts/regions";
import type { FoundMistake } from "./cross-checks";
import { nearest } from "./did-you-mean";
import { shown } from "./mistake";
import type { SettingValues } from "./schema";

type NamedRegion = Pick<FoundMistake, "setting" | "place"> & { readonly region: string };

/** One mistake for each region that AWS is not known to have and that additionalRegions does not name. */
export function unknownRegions(values: Partial<SettingValues>): readonly FoundMistake[] {
  const { additionalRegions = [] } = values;
  return namedRegions(values)
    .filter(({ region }) => !isRegion(region) && !additionalRegions.includes(region))
    .map(({ region, ...where }) => ({ ...where, ...mistakeOf(region) }));
}

function namedRegions({
  region,
  governedRegions = [],
  eksClusters = [],
  configAggregatorAccounts = [],
}: Partial<SettingValues>): NamedRegion[] {
  return [
    ...(region === undefined ? [] : [{ setting: "region", region } as const]),
    ...governedRegions.map((governed, index) => ({
      setting: "governedRegions" as const,
      place: `[${index}]`,
      region: governed,
    })),
    ...itemsWithRegions("eksClusters", eksClusters),
    ...itemsWithRegions("configAggregatorAccounts", configAggregatorAccounts),
  ];
}

function itemsWithRegions(
  setting: "eksClusters" | "configAggregatorAccounts",
  items: readonly { readonly region?: string | undefined }[],
): NamedRegion[] {
  return items.flatMap(({ region }, index) =>
    region === undefined ? [] : [{ setting, place: `[${index}].region`, region }],
  );
}

function mistakeOf(region: string): Omit<FoundMistake, "setting" | "place"> {
  const meant = nearest(region, Object.keys(REGIONS));
  return {
    problem: meant === undefined ? "is not an AWS region" : `is not an AWS region; did you mean ${meant}?`,
    got: shown(region),
    allowed: "the regions of AWS, such as eu-central-1, and those listed in additionalRegions",
    fix: `${meant === undefined ? "correct it" : `write ${meant}`}, or add ${region} to additionalRegions if AWS has opened it recently`,
  };
}
