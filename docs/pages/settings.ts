/** The page on the settings of an account: what each decides, what it may be, and what each profile makes of it. */
import { PROFILE_DEFAULTS } from "../../settings/profiles";
import { PROFILE_NAMES, PROVIDER_SETTINGS, type ProfileDrivenName, SETTINGS } from "../../settings/schema";
import { code, list, page, table } from "./markdown";

export function renderSettings(): string {
  return page(
    "# Settings",
    "One stack is one account. Its settings stand in `Pulumi.STACK.yaml`; they are read once and validated whole, and a program with a mistake in them declares nothing and lists every mistake. A profile gives most defaults, and any setting overrides it.",
    "## The account",
    "Two settings of the AWS provider are read too, and both are required:",
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
        `Default: ${isProfileDriven(name) ? "the profile's" : shown(byDefault)}`,
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
