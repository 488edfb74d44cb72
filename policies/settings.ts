/**
 * The settings of a rule: the JSON schema that the engine is told, and the type that the rule is given, from one
 * declaration.
 */
import type { PolicyConfigSchema } from "@pulumi/policy";

type Schema = Exclude<NonNullable<PolicyConfigSchema["properties"]>[string], boolean>;

/** One setting. */
export interface Setting<T> {
  /** With the default, which every setting has. */
  readonly schema: Schema & { readonly default: T };
  /** Whether a configured value is one of the setting's. */
  readonly accepts: (value: unknown) => value is T;
}

/** Name -> setting. */
export type Settings = Readonly<Record<string, Setting<unknown>>>;

/** What a rule with these settings is given. */
export type SettingValues<S extends Settings> = {
  readonly [Name in keyof S]: S[Name] extends Setting<infer T> ? T : never;
};

export function wholeNumber(form: {
  readonly minimum: number;
  /** @default none */
  readonly maximum?: number;
  readonly default: number;
  readonly description: string;
}): Setting<number> {
  return { schema: { type: "integer", ...form }, accepts: (value) => typeof value === "number" };
}

export function flag(form: { readonly default: boolean; readonly description: string }): Setting<boolean> {
  return { schema: { type: "boolean", ...form }, accepts: (value) => typeof value === "boolean" };
}

export function oneOf<const T extends string>(
  values: readonly T[],
  form: { readonly default: NoInfer<T>; readonly description: string },
): Setting<T> {
  return {
    schema: { type: "string", enum: [...values], ...form },
    accepts: (value): value is T => values.some((allowed) => allowed === value),
  };
}

export function texts(form: {
  readonly default: readonly string[];
  readonly description: string;
}): Setting<readonly string[]> {
  return {
    schema: { type: "array", items: { type: "string" }, ...form },
    accepts: (value): value is readonly string[] =>
      Array.isArray(value) && value.every((item) => typeof item === "string"),
  };
}

/** The schema as the SDK takes it; `undefined` for a rule without settings. */
export function schemaOf(settings: Settings): PolicyConfigSchema | undefined {
  const properties = Object.entries(settings).map(([name, { schema }]) => [name, schema] as const);
  return properties.length === 0 ? undefined : { properties: Object.fromEntries(properties) };
}

/**
 * The configured values, with the defaults of what is not configured: the engine fills them in only when it is given a
 * configuration.
 * @throws when a value is not one of its setting's, which the engine and the gate have both checked before.
 */
export function settingValues<S extends Settings>(
  settings: S,
  configured: Readonly<Record<string, unknown>>,
): SettingValues<S> {
  const values = Object.entries(settings).map(([name, { schema, accepts }]) => {
    const value = configured[name] ?? schema.default;
    if (!accepts(value)) {
      throw new Error(
        `the setting ${name} is ${JSON.stringify(value)}, which its schema ${JSON.stringify(schema)} refuses`,
      );
    }
    return [name, value] as const;
  });
  // Every value has been accepted by the setting of its own name, which is how SettingValues is defined.
  return Object.fromEntries(values) as SettingValues<S>;
}
