/** Which of an account's own settings a baseline sets, and which it leaves as they are: decided on plain data. */
import {
  ACCOUNT_SETTING_NAMES,
  type AccountSetting,
  REGION_SETTING_NAMES,
  type RegionSetting,
} from "../../facts/account/settings";
import { modeIn, type Off, type Regional } from "./capability-modes";

/** They are set, save those that are left as they are, each for a reason. */
type SettingsMode<Setting extends string> =
  | { readonly mode: "create"; readonly without?: Readonly<Partial<Record<Setting, string | undefined>>> | undefined }
  | Off;

/** The account's own settings. */
export type AccountSettingsMode = SettingsMode<AccountSetting>;

/** The account's settings in a region. */
export type RegionSettingsMode = SettingsMode<RegionSetting>;

/** The modes of all of them. */
export interface SettingsModes {
  readonly governedRegions: readonly string[];
  readonly accountSettings: AccountSettingsMode;
  readonly regionSettings: Regional<RegionSettingsMode>;
}

/** A setting that is left as it is, and why. */
export interface DeclinedSetting {
  readonly capability: AccountSetting | RegionSetting;
  /** Absent for a setting of the whole account. */
  readonly region?: string;
  readonly reason: string;
}

/** Every setting that is left as it is. */
export function declinedSettings({
  accountSettings,
  regionSettings,
  governedRegions,
}: SettingsModes): readonly DeclinedSetting[] {
  return [
    ...declinedOf(accountSettings, ACCOUNT_SETTING_NAMES, {}),
    ...governedRegions.flatMap((region) =>
      declinedOf(modeIn(regionSettings, region), REGION_SETTING_NAMES, { region }),
    ),
  ];
}

function declinedOf<Setting extends AccountSetting | RegionSetting>(
  mode: SettingsMode<Setting>,
  names: readonly Setting[],
  place: Pick<DeclinedSetting, "region">,
): readonly DeclinedSetting[] {
  return names.flatMap((capability) => {
    const reason = mode.mode === "off" ? mode.reason : mode.without?.[capability];
    return reason === undefined ? [] : [{ capability, ...place, reason }];
  });
}

/** For the option `without` of the settings' component. */
export function settingsLeft<Setting extends string>({
  without,
}: Extract<SettingsMode<Setting>, { mode: "create" }>): readonly Setting[] {
  const reasons = Object.entries(without ?? {}) as [Setting, string | undefined][]; // Object.entries loses the key types.
  return reasons.filter(([, reason]) => reason !== undefined).map(([setting]) => setting);
}
