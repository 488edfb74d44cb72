/** Requirements of what an account has once, or once a region. Nothing of it can be adopted: it is set, or left as it is. */
import type { AccountSetting, RegionSetting } from "../../facts/account/settings";
import { at, holdsUnknown, isList, isMap, show } from "../properties";
import type { ResourceType } from "../resource-type";
import type { ACCOUNT_BASELINE } from "../resources";
import { type Results, exempt, undecided } from "../result";
import { every, must, some } from "../truth";
import { inGovernedRegions } from "./governed-regions";
import type { Stack, StackResourceOf } from "./stack";
import { isInGovernedRegion } from "./subjects";

type Baseline = StackResourceOf<typeof ACCOUNT_BASELINE>;

const IN_WORDS: Readonly<Record<AccountSetting | RegionSetting, string>> = {
  publicAccessBlock: "an account-wide block of public access to S3",
  passwordPolicy: "a password policy",
  volumeEncryption: "encryption of new EBS volumes",
  instanceMetadata: "IMDSv2 as the default of new instances",
  snapshotSharingBlock: "a block of public EBS snapshots",
  imageSharingBlock: "a block of public AMIs",
};

/** The account has the setting, unless it leaves it as it is. */
export function accountHas(
  stack: Stack,
  baseline: Baseline,
  setting: AccountSetting,
  type: ResourceType,
  { property, what }: { readonly property: string; readonly what: string },
): Results {
  return (
    leftAsItIs(baseline, { capability: setting }, property) ??
    must(stack.ofType(type).length > 0, property, `has no ${what}; declare one`)
  );
}

/** Every governed region has the setting, unless the account leaves it as it is there. */
export function everyRegionHas(
  stack: Stack,
  baseline: Baseline,
  setting: RegionSetting,
  type: ResourceType,
  what: string,
): Results {
  return inGovernedRegions(baseline, (region, { path, governed }) => {
    const there = stack.ofType(type).map((resource) => every([isInGovernedRegion(stack, resource, region, governed)]));
    return (
      leftAsItIs(baseline, { capability: setting, region }, path) ??
      must(some(there), path, `is ${show(region)}, which has no ${what}; declare one there`)
    );
  });
}

/** The result where the account leaves the setting as it is, or cannot say yet; `undefined` where it has to be set. */
function leftAsItIs(
  baseline: Baseline,
  wanted: { readonly capability: AccountSetting | RegionSetting; readonly region?: string },
  property: string,
): Results | undefined {
  const list = at(baseline.properties, "declined");
  if (holdsUnknown(list)) {
    return undecided(property);
  }
  const items = isList(list) ? list.filter(isMap) : [];
  const item = items.find((one) => Object.entries(wanted).every(([key, text]) => one[key] === text));
  const reason = item?.["reason"];
  return typeof reason === "string"
    ? exempt(property, `does without ${IN_WORDS[wanted.capability]}: ${reason}`)
    : undefined;
}
