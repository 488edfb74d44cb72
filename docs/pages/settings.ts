/** The settings page: what each setting controls, its allowed values, and its default in each profile. */
import { PROFILE_DEFAULTS } from "../../settings/profiles";
import { PROFILE_NAMES, PROVIDER_SETTINGS, type ProfileDrivenName, SETTINGS } from "../../settings/schema";
import { code, list, page, table } from "./markdown";

export function renderSettings(): string {
  return page(
    "# Settings",
    "Each stack covers one account. Its settings are in `Pulumi.STACK.yaml`. The program validates all settings before it declares anything; if there is a mistake, it declares nothing and lists all mistakes. A profile provides most defaults, and any setting overrides it.",
    "## The account",
    "The program also reads two settings of the AWS provider. Both are required:",
    list(
      Object.entries(PROVIDER_SETTINGS).map(
        ([name, { allowed, example }]) => `${code(`aws:${name}`)}: ${allowed}. Example: ${shown(example)}`,
      ),
    ),
    "## The profiles",
    table(
      ["Setting", ...PROFILE_NAMES],
      profileDriven().map((name) => [code(name), ...PROFILE_NAMES.map((profile) => profileValue(name, profile))]),
    ),
    "Why these values:",
    ...profileDriven().map(reasons),
    "## Every setting",
    ...Object.entries(SETTINGS).flatMap(([name, { type, allowed, example, description, default: byDefault }]) => [
      `### ${name}`,
      description,
      list([
        `Type: ${type}`,
        `Allowed: ${allowed}`,
        `Default: ${isProfileDriven(name) ? "set by the profile" : shown(byDefault)}`,
        `Example: ${shown(example)}`,
      ]),
    ]),
  );
}

type ProfileName = (typeof PROFILE_NAMES)[number];

function isProfileDriven(name: string): name is ProfileDrivenName {
  return name in PROFILE_DEFAULTS;
}

function profileDriven(): readonly ProfileDrivenName[] {
  return Object.keys(PROFILE_DEFAULTS).filter(isProfileDriven);
}

function profileValue(name: ProfileDrivenName, profile: ProfileName): string {
  return shown(PROFILE_DEFAULTS[name][profile].value);
}

function reasons(name: ProfileDrivenName): string {
  const each = PROFILE_NAMES.map((profile) => `${profile}: ${PROFILE_DEFAULTS[name][profile].reason}`);
  return `- ${code(name)}\n${each.map((reason) => `  - ${reason}`).join("\n")}`;
}

function shown(value: unknown): string {
  return code(typeof value === "string" ? value : JSON.stringify(value));
}
