/** What a stack's configuration comes to, setting by setting: the profile's values in the place of the word for them. */
import { PROFILE_DEFAULTS } from "./profiles";
import { type ProfileDrivenName, type ProfileName, PROFILE_NAMES, SETTINGS, type SettingName } from "./schema";
import { FROM_PROFILE } from "./setting-forms";

export interface EffectiveSetting {
  readonly name: SettingName;
  /** As a stack file would have it. */
  readonly value: unknown;
  /** What decided: the configuration, the profile, or, where neither says anything, the schema's default. */
  readonly decidedBy: "configuration" | "profile" | "schema";
  /** Whether the schema wants it encrypted, and it is set. */
  readonly secret: boolean;
}

/**
 * Every setting of the schema, in its order.
 *
 * @param config a valid configuration that `parseSettings` takes: `project:name` -> text, with lists and objects as JSON
 * @throws Error where it was not validated before
 */
export function effectiveSettings(
  config: Readonly<Record<string, string>>,
  project: string,
): { readonly profile: ProfileName; readonly settings: readonly EffectiveSetting[] } {
  const named = config[`${project}:profile`] ?? SETTINGS.profile.default;
  const profile = PROFILE_NAMES.find((name) => name === named);
  if (profile === undefined) {
    throw new Error(`The profile is ${JSON.stringify(named)}, which the settings refuse: they were not validated.`);
  }
  const settings = Object.entries(SETTINGS).map(([key, declaration]): EffectiveSetting => {
    const name = key as SettingName; // Object.entries loses the key types
    const raw = config[`${project}:${name}`];
    if ((raw === undefined || raw === FROM_PROFILE) && isProfileDriven(name)) {
      return { name, value: PROFILE_DEFAULTS[name][profile].value, decidedBy: "profile", secret: false };
    }
    if (raw === undefined) {
      return { name, value: declaration.default, decidedBy: "schema", secret: false };
    }
    const secret = declaration.secret === true && raw !== declaration.default;
    return { name, value: decoded(raw, declaration.type), decidedBy: "configuration", secret };
  });
  return { profile, settings };
}

function isProfileDriven(name: SettingName): name is ProfileDrivenName {
  return name in PROFILE_DEFAULTS;
}

function decoded(raw: string, type: (typeof SETTINGS)[SettingName]["type"]): unknown {
  return type === "array" || type === "object"
    ? (JSON.parse(raw) as unknown)
    : type === "boolean"
      ? raw === "true"
      : raw;
}
