/** The account's own settings as an `AccountBaseline` sets them. */
import { AccountSettings } from "../account-settings/account-settings";
import { RegionSettings } from "../account-settings/region-settings";
import type { Scope } from "../base/component";
import { modeIn } from "./capability-modes";
import { type SettingsModes, settingsLeft } from "./settings-modes";

/** `undefined` where they are left as they are. */
export function createAccountSettings(scope: Scope, { accountSettings }: SettingsModes): AccountSettings | undefined {
  return accountSettings.mode === "off"
    ? undefined
    : new AccountSettings(scope.child("account-settings"), { without: settingsLeft(accountSettings) }, scope.options);
}

/** In each governed region that does not leave them as they are. */
export function createRegionSettings(
  scope: Scope,
  { governedRegions, regionSettings }: SettingsModes,
): readonly RegionSettings[] {
  return governedRegions.flatMap((region) => {
    const mode = modeIn(regionSettings, region);
    return mode.mode === "off"
      ? []
      : [new RegionSettings(scope.child(`${region}-settings`), { without: settingsLeft(mode), region }, scope.options)];
  });
}
