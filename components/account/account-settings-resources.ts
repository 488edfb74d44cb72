/** The account's own settings as an `AccountBaseline` sets them. */
import type { AlternateContact, AlternateContactKind } from "../../facts/account/alternate-contacts";
import { AccountSettings } from "../account-settings/account-settings";
import { AlternateContacts } from "../account-settings/alternate-contacts";
import { RegionSettings } from "../account-settings/region-settings";
import type { Scope } from "../base/component";
import { given } from "../base/options";
import { modeIn } from "./capability-modes";
import { type SettingsModes, settingsLeft } from "./settings-modes";

/** `undefined` where they are left as they are. */
export function createAccountSettings(scope: Scope, { accountSettings }: SettingsModes): AccountSettings | undefined {
  return accountSettings.mode === "off"
    ? undefined
    : new AccountSettings(scope.child("account-settings"), { without: settingsLeft(accountSettings) }, scope.options);
}

/** Contacts by what AWS writes to them about; none leaves the account's as it is. */
export type AlternateContactsByKind = Readonly<Partial<Record<AlternateContactKind, AlternateContact | undefined>>>;

/** `undefined` where none is given. */
export function createAlternateContacts(
  scope: Scope,
  alternateContacts: AlternateContactsByKind,
): AlternateContacts | undefined {
  const contacts = given(alternateContacts);
  return Object.keys(contacts).length === 0
    ? undefined
    : new AlternateContacts(scope.child("contacts"), contacts, scope.options);
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
