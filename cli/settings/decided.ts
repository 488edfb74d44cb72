/** Which settings a stack has, and what decided each. A pure function of a project as it was read. */
import type { Project } from "../../preview/project";
import { secretSettingsOf } from "../../preview/project";
import { Secrets } from "../../pulumi/secrets";
import { type DecidedSetting, SECRET } from "../../reports/settings-table";
import type { effectiveSettings } from "../../settings/effective";

/** What the schema adds to a configuration. */
export type Effective = ReturnType<typeof effectiveSettings>;

/** What decides where neither a file nor a profile does. */
const SCHEMA = { kind: "schema", name: "the schema" } as const;

/**
 * First the program's own settings, in the order of the schema where it is known, then those of others, such as the provider's.
 *
 * @param effective what the schema of the program's settings says. @default - it is not known, so that only files are told of
 */
export function decidedSettings(project: Project, effective?: Effective): readonly DecidedSetting[] {
  const { name, config, origins } = project;
  const known = effective?.settings ?? [];
  const own = known.map(
    ({ name: setting, value, decidedBy, secret }): DecidedSetting & { readonly secret: boolean } => {
      const key = `${name}:${setting}`;
      const configured = decidedBy === "configuration" ? origins[key] : undefined;
      const profile = { kind: "profile", name: effective?.profile ?? "" } as const;
      return { key, value, origin: configured ?? (decidedBy === "profile" ? profile : SCHEMA), secret };
    },
  );
  const keys = new Set(own.map(({ key }) => key));
  const others = Object.entries(config)
    .filter(([key]) => !keys.has(key))
    .map(([key, text]) => ({ key, value: plainValue(text), origin: origins[key] ?? SCHEMA, secret: false }));
  // The text of a secret may stand in another setting, too.
  const secrets = new Secrets([], { texts: secretSettingsOf(project) });
  return [...own, ...others].map(({ secret, key, value, origin }) => ({
    key,
    value: secret || project.secretKeys.includes(key) ? SECRET : masked(value, secrets),
    origin,
  }));
}

/** A list or an object as such; everything else is text, as a program reads it. */
function plainValue(text: string): unknown {
  if (!/^[[{]/.test(text)) {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function masked(value: unknown, secrets: Secrets): unknown {
  if (typeof value === "string") {
    return secrets.mask(value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => masked(item, secrets));
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, masked(inner, secrets)]))
    : value;
}
