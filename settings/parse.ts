/**
 * Turns a stack's configuration into the settings of an account, or into the list of all mistakes in it. Pure: it needs
 * no Pulumi runtime, so a stack file can be checked without running the program.
 */
import type { ManagedRuleId } from "../facts/config/managed-rules";
import { CROSS_CHECKS } from "./cross-checks";
import { nearest } from "./did-you-mean";
import { type Mistake, shown } from "./mistake";
import { PROFILE_DEFAULTS } from "./profiles";
import { unknownRegions } from "./region-names";
import { PROVIDER_SETTINGS, SETTINGS, type ProfileDrivenName, type SettingName, type SettingValues } from "./schema";
import { FROM_PROFILE, type SettingForm } from "./setting-forms";

/** The stack's settings for its account, complete and consistent. */
export type AccountSettings = Omit<
  SettingValues,
  | "region"
  | "allowedAccountIds"
  | "additionalRegions"
  | "lambdaFunctions"
  | "eksClusters"
  | "configRules"
  | "configAggregatorAccounts"
  | "eventForwarding"
  | "eventEndpointSecret"
> & {
  /** The region in `aws:region`: home of the trail and of the global resource types in AWS Config. */
  readonly homeRegion: string;
  /** The one account in `aws:allowedAccountIds`. */
  readonly accountId: string;
  /** Function ARNs, or none of them; `undefined` means all functions. */
  readonly lambdaFunctions: readonly string[] | "none" | undefined;
  readonly eksClusters: readonly (SettingValues["eksClusters"][number] & { readonly region: string })[];
  readonly configAggregatorAccounts: readonly (SettingValues["configAggregatorAccounts"][number] & {
    readonly region: string;
  })[];
  /** With the endpoint's secret, and whether each queue is of another account than the stack's. */
  readonly eventForwarding: CompleteForwarding;
  /** Managed rules; `undefined` means those of the baseline. */
  readonly configRules: readonly ManagedRuleId[] | undefined;
};

type Forwarding = SettingValues["eventForwarding"];
type Queue = NonNullable<Forwarding["queues"]>[number];
type Endpoint = NonNullable<Forwarding["endpoint"]>;

interface CompleteForwarding {
  readonly queues: readonly (Queue & { readonly crossAccount: boolean })[];
  readonly endpoint:
    | (Omit<Endpoint, "authorization"> & {
        readonly authorization: Endpoint["authorization"] & { readonly secret: string };
      })
    | undefined;
}

export type ParsedSettings =
  | { readonly ok: true; readonly settings: AccountSettings }
  | { readonly ok: false; readonly mistakes: readonly [Mistake, ...Mistake[]] };

/**
 * Reads a configuration in the form that a Pulumi program receives: full keys (`project:name`, `aws:region`) mapped to
 * text, with lists and objects as JSON. Keys in other namespaces are ignored.
 *
 * @param project the name of the project, which is the namespace of the settings
 * @param secretKeys full keys whose values must not appear in a message. @default none
 */
export function parseSettings(
  rawConfig: Readonly<Record<string, string>>,
  project: string,
  secretKeys: readonly string[] = [],
): ParsedSettings {
  const config = new Map(Object.entries(rawConfig));
  const found = new Map<string, unknown>();
  const mistakes: Mistake[] = unknownKeys([...config.keys()], project);
  const report = (fullKey: string, mistake: Mistake): void => {
    const isSecret = secretKeys.includes(fullKey) || DECLARED_SECRETS.some((name) => fullKey === `${project}:${name}`);
    mistakes.push(isSecret ? { ...mistake, got: "[secret]" } : mistake);
  };
  const take = (name: string, fullKey: string, raw: string | undefined, form: SettingForm): void => {
    const result = readValue(fullKey, raw, form);
    if (result.ok) {
      found.set(name, result.value);
    } else {
      result.mistakes.forEach((mistake) => report(fullKey, mistake));
    }
  };
  for (const [name, form] of Object.entries(PROVIDER_SETTINGS)) {
    take(name, `aws:${name}`, config.get(`aws:${name}`), form);
  }
  const given = new Set<SettingName>();
  for (const [name, declaration] of settingEntries) {
    const raw = config.get(`${project}:${name}`) ?? asConfigText(declaration.default);
    if (raw !== asConfigText(declaration.default)) {
      given.add(name);
      if (declaration.secret === true && !secretKeys.includes(`${project}:${name}`)) {
        report(`${project}:${name}`, inPlainText(`${project}:${name}`, declaration));
      }
    }
    if (raw !== FROM_PROFILE || declaration.default !== FROM_PROFILE) {
      take(name, `${project}:${name}`, raw, declaration);
    }
  }
  // Reason for the cast: each value comes from the schema with its name, which is how SettingValues is defined.
  const explicit = Object.fromEntries(found) as Partial<SettingValues>;
  const values = { ...defaultsOf(explicit, given), ...explicit };
  const strangeRegions = unknownRegions(values);
  // What names a region that does not exist can be held against nothing else.
  const sound = without(
    values,
    strangeRegions.map(({ setting }) => setting),
  );
  const conflicts = CROSS_CHECKS.flatMap((check) => check({ values: sound, given }));
  for (const { setting, place = "", ...mistake } of [...strangeRegions, ...conflicts]) {
    const fullKey = `${setting in PROVIDER_SETTINGS ? "aws" : project}:${setting}`;
    report(fullKey, { path: `${fullKey}${place}`, ...mistake });
  }

  const [first, ...others] = mistakes;
  if (first !== undefined) {
    return { ok: false, mistakes: [first, ...others] };
  }
  // Reason for the cast: a missing value would have produced a mistake, and there are no mistakes.
  return { ok: true, settings: accountSettings(values as SettingValues) };
}

// Reason for the cast: Object.entries loses the key types.
const settingEntries = Object.entries(SETTINGS) as [SettingName, (typeof SETTINGS)[SettingName]][];

/** Their values appear in no message, whether the stack encrypts them or not. */
const DECLARED_SECRETS = settingEntries.filter(([, { secret }]) => secret === true).map(([name]) => name);

function inPlainText(path: string, { allowed }: SettingForm): Mistake {
  return {
    path,
    problem: "is in plain text, which everybody reads who has the stack file",
    got: "[secret]",
    allowed,
    fix: `take a new secret, since this one may be known, and set it by pulumi config set --secret ${path}`,
  };
}

function accountSettings(settings: SettingValues): AccountSettings {
  const { region, allowedAccountIds, additionalRegions: _, eventEndpointSecret, ...values } = settings;
  return {
    ...values,
    homeRegion: region,
    accountId: allowedAccountIds,
    governedRegions: values.governedRegions.length === 0 ? [region] : values.governedRegions,
    lambdaFunctions: values.lambdaFunctions === "all" ? undefined : values.lambdaFunctions,
    configRules: values.configRules === "baseline" ? undefined : values.configRules,
    eventForwarding: completeForwarding(values.eventForwarding, eventEndpointSecret, allowedAccountIds),
    configAggregatorAccounts: values.configAggregatorAccounts.map((aggregator) => ({
      ...aggregator,
      region: aggregator.region ?? region,
    })),
    eksClusters: values.eksClusters.map((cluster) => ({ ...cluster, region: cluster.region ?? region })),
  };
}

function completeForwarding(
  { queues = [], endpoint }: Forwarding,
  secret: string | undefined,
  accountId: string,
): CompleteForwarding {
  return {
    queues: queues.map((queue) => ({ ...queue, crossAccount: queue.arn.split(":")[4] !== accountId })),
    endpoint:
      endpoint === undefined || secret === undefined
        ? undefined
        : { ...endpoint, authorization: { ...endpoint.authorization, secret } },
  };
}

function without(values: Partial<SettingValues>, names: readonly string[]): Partial<SettingValues> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}

/** The profile's values for the settings that the stack does not set; empty if the profile is invalid. */
function defaultsOf({ profile }: Partial<SettingValues>, given: ReadonlySet<SettingName>): Partial<SettingValues> {
  if (profile === undefined) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(PROFILE_DEFAULTS)
      // Reason for the cast: the keys of the table are these names, which Object.entries loses.
      .filter(([name]) => !given.has(name as ProfileDrivenName))
      .map(([name, defaults]) => [name, defaults[profile].value]),
  );
}

type Read =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Parses one setting's text with its schema, with one mistake for each position that is wrong. */
function readValue(fullKey: string, raw: string | undefined, form: SettingForm): Read {
  const guidance = { allowed: form.allowed, fix: adviceFor(fullKey, form) };
  if (raw === undefined) {
    return { ok: false, mistakes: [{ path: fullKey, problem: "is missing", got: shown(undefined), ...guidance }] };
  }
  const decoded = decode(raw, form.type);
  if (!decoded.ok) {
    return {
      ok: false,
      mistakes: [{ path: fullKey, problem: `is not ${anOrA(form.type)}`, got: shown(raw), ...guidance }],
    };
  }
  const result = form.schema.safeParse(decoded.value);
  if (result.success) {
    return { ok: true, value: result.data };
  }
  return {
    ok: false,
    mistakes: result.error.issues.map((issue) => ({
      path: fullKey + issue.path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join(""),
      problem: issue.message,
      got: shown(valueAt(decoded.value, issue.path)),
      ...guidance,
    })),
  };
}

function decode(
  raw: string,
  type: SettingForm["type"],
): { readonly ok: true; readonly value: unknown } | { ok: false } {
  if (type === "string" || type === "boolean") {
    return { ok: true, value: raw };
  }
  try {
    return { ok: true, value: JSON.parse(raw) };
  } catch {
    return { ok: false };
  }
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    // Reason for the cast: any object can be indexed by any key; a missing key gives undefined.
    (at, step) => (typeof at === "object" && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined),
    value,
  );
}

/** A default as Pulumi passes it to a program. */
function asConfigText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function anOrA(type: string): string {
  return type === "string" || type === "boolean" ? `a ${type}` : `an ${type}`;
}

function adviceFor(fullKey: string, form: SettingForm): string {
  return form.type === "array" || form.type === "object"
    ? `in the stack file, write for example ${fullKey}: ${JSON.stringify(form.example)}`
    : `pulumi config set ${form.secret === true ? "--secret " : ""}${fullKey} ${asConfigText(form.example)}`;
}

function unknownKeys(keys: readonly string[], project: string): Mistake[] {
  const names = Object.keys(SETTINGS);
  return keys
    .filter((key) => key.startsWith(`${project}:`))
    .map((key) => key.slice(project.length + 1))
    .filter((name) => !names.includes(name))
    .map((name) => {
      const meant = nearest(name, names);
      return {
        path: `${project}:${name}`,
        problem: meant === undefined ? "is not a setting" : `is not a setting; did you mean ${meant}?`,
        // Not the value: a misspelled key could hold anything, including a secret.
        got: shown(name),
        allowed: names.join(", "),
        fix: meant === undefined ? "remove it from the stack file" : `rename it to ${project}:${meant}`,
      };
    });
}
