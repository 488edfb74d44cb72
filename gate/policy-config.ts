/**
 * Reconciles the configuration of a pack's policies like the engine does: the schema's defaults, overridden by the
 * file, which is validated against the schema. Unlike the engine, this rejects unknown policy names, because the
 * configuration of a misspelled rule would otherwise be ignored.
 *
 * Source: https://github.com/pulumi/pulumi/blob/master/pkg/resource/analyzer/config.go (ReconcilePolicyPackConfig)
 */
import type * as ajvPackage from "ajv";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as protocol from "@pulumi/pulumi/proto/analyzer_pb";
import type { Weakening } from "./finding";
import type { OrganizationPolicy } from "./organization-policy";
import {
  type ConfiguredPolicy,
  heldToOrganization,
  organizationFloor,
  raisedByProgram,
  weakenings,
} from "./policy-floors";
import { type ConfiguredLevel, LEVELS, isLevel, levelName } from "./policy-levels";

/** Policy name -> level, or settings with an optional `enforcementLevel`; `all` sets the level of every policy. */
export type PolicyConfig = Readonly<Record<string, unknown>>;

/** The policy configuration is wrong. The message lists all mistakes. */
export class PolicyConfigError extends Error {}

/** Who may configure a pack, besides the operator. */
export interface FurtherConfiguration {
  /** A file of the judged program, which may only raise levels. */
  readonly program?: PolicyConfig;
  /** Floors that nothing lowers. */
  readonly organization?: OrganizationPolicy;
  /** The value of the setting `preset` of every policy that has it and is not configured otherwise. @default - its own default */
  readonly preset?: string;
}

/** The resulting configuration of each policy. */
export interface Reconciled {
  readonly request: protocol.ConfigureAnalyzerRequest;
  readonly levels: ReadonlyMap<string, ConfiguredLevel>;
  /** The levels below which the organization lets nobody go. */
  readonly floors: ReadonlyMap<string, ConfiguredLevel>;
  /** What the configuration has weakened, in the pack's order. */
  readonly weakened: readonly Weakening[];
}

/** A kind of mistake: what the whole of it is, and how to correct it. */
interface Objection {
  readonly head: string;
  readonly lines: readonly string[];
  readonly fix?: string;
}

/**
 * @param config the operator's.
 * @throws {@link PolicyConfigError} that lists all mistakes.
 */
export function reconcile(
  info: protocol.AnalyzerInfo,
  config: PolicyConfig,
  { program = {}, organization, preset }: FurtherConfiguration = {},
): Reconciled {
  const policies = info.getPoliciesList();
  const unknown = (names: readonly string[]): string[] => unknownNames(info, names);
  const settled = policies.map((policy) => settle(policy, config, preset));
  refuse({
    head: "The policy configuration is wrong:",
    lines: [...unknown(Object.keys(config)), ...settled.flatMap(({ problems }) => problems)],
  });
  const raised = settled.map(({ policy }) =>
    raisedByProgram(policy, entryIn(program, policy.rule), entryIn(program, "all")),
  );
  refuse({
    head: "The policy configuration in the program's folder may raise levels, and nothing else:",
    lines: [...unknown(Object.keys(program)), ...raised.flatMap(({ policy, problems }) => named(policy, problems))],
    fix: "Pass --trust-program-config if nobody you distrust can change it, or name a file of your own by --policy-config.",
  });
  refuse({ head: "The organization's policy does not fit the pack:", lines: misfits(info, settled, organization) });
  const held = raised.map(({ policy }) =>
    organization === undefined ? { policy, problems: [] } : heldToOrganization(policy, organization),
  );
  refuse({
    head: "The policy configuration goes below the organization's policy:",
    lines: held.flatMap(({ policy, problems }) => named(policy, problems)),
    fix: "Raise the policy configuration to what the organization asks for.",
  });
  const result = held.map(({ policy }) => policy);
  return {
    request: requestOf(result),
    levels: new Map(result.map(({ rule, level }) => [rule, level])),
    floors: new Map(
      organization === undefined ? [] : result.map((policy) => [policy.rule, organizationFloor(policy, organization)]),
    ),
    weakened: result.flatMap((policy) => weakenings(policy, unconfigured(policy, organization))),
  };
}

function refuse({ head, lines, fix }: Objection): void {
  if (lines.length > 0) {
    throw new PolicyConfigError(
      [head, ...lines.map((line) => `  ${line}`), ...(fix === undefined ? [] : [fix])].join("\n"),
    );
  }
}

function named({ rule }: ConfiguredPolicy, problems: readonly string[]): string[] {
  return problems.map((problem) => `${rule}: ${problem}`);
}

function unknownNames(info: protocol.AnalyzerInfo, names: readonly string[]): string[] {
  const known = new Set(info.getPoliciesList().map((policy) => policy.getName()));
  return names
    .filter((name) => name !== "all" && !known.has(name))
    .map((name) => `${name}: the pack ${info.getName()} has no such policy`);
}

/** What an organization's policy names and the pack does not have, or could not be configured as. */
function misfits(
  info: protocol.AnalyzerInfo,
  settled: readonly Settled[],
  organization: OrganizationPolicy | undefined,
): string[] {
  if (organization === undefined) {
    return [];
  }
  const { levels, settings, mustCheck, exemptions } = organization;
  const byRule = new Map(settled.map((one) => [one.policy.rule, one]));
  return [
    ...unknownNames(info, [
      ...Object.keys(levels),
      ...settings.map(({ rule }) => rule),
      ...mustCheck,
      ...(exemptions?.never ?? []),
    ]),
    ...settings.flatMap(({ rule, setting, minimum, maximum, equals }) => {
      const known = byRule.get(rule);
      if (known === undefined) {
        return [];
      }
      const { settingNames, defaultSettings } = known.policy;
      if (!settingNames.includes(setting)) {
        return [`${rule}: has no setting ${setting}; its settings are ${settingNames.join(", ") || "none"}`];
      }
      const values = [minimum, maximum, equals].filter((value) => value !== undefined);
      return values.flatMap((value) =>
        known.objections({ ...defaultSettings, [setting]: value }).map((problem) => `${rule}: ${problem}`),
      );
    }),
  ];
}

function requestOf(policies: readonly ConfiguredPolicy[]): protocol.ConfigureAnalyzerRequest {
  const request = new protocol.ConfigureAnalyzerRequest();
  for (const { rule, level, settings } of policies) {
    const entry = new protocol.PolicyConfig();
    entry.setEnforcementlevel(LEVELS[level]);
    // Settings are JSON, which is what fromJavaScript's declared index type of {} means.
    entry.setProperties(Struct.fromJavaScript(settings as Parameters<typeof Struct.fromJavaScript>[0]));
    request.getPolicyconfigMap().set(rule, entry);
  }
  return request;
}

/** The policy as it would stand if nobody but its pack and the organization had a word. */
function unconfigured(policy: ConfiguredPolicy, organization: OrganizationPolicy | undefined): ConfiguredPolicy {
  const { defaultLevel, defaultSettings } = policy;
  const untouched = {
    ...policy,
    level: defaultLevel,
    levelIsGiven: false,
    settings: defaultSettings,
    givenSettings: [],
  };
  return organization === undefined ? untouched : heldToOrganization(untouched, organization).policy;
}

interface Settled {
  readonly policy: ConfiguredPolicy;
  readonly problems: readonly string[];
  /** What the policy's schema has against settings. */
  readonly objections: (settings: object) => readonly string[];
}

/** A configuration is JSON of a stranger: a name such as `constructor` must not find what every object has. */
function entryIn(config: PolicyConfig, name: string): unknown {
  return Object.hasOwn(config, name) ? config[name] : undefined;
}

function settle(policy: protocol.PolicyInfo, config: PolicyConfig, preset: string | undefined): Settled {
  const rule = policy.getName();
  const given = entryIn(config, rule);
  const isWrong =
    given !== undefined &&
    typeof given !== "string" &&
    (typeof given !== "object" || given === null || Array.isArray(given));
  const entry = typeof given === "string" ? { enforcementLevel: given } : isWrong ? {} : (given ?? {});
  const { enforcementLevel, ...own } = entry as Record<string, unknown>; // an object, by the check above
  const asked = enforcementLevel ?? levelOf(entryIn(config, "all"));
  const defaultLevel = levelName(policy.getEnforcementlevel());
  const level = asked ?? defaultLevel;
  const schema = policy.getConfigschema()?.toObject();
  const properties = policy.getConfigschema()?.getProperties()?.toJavaScript() ?? {};
  const defaultSettings = defaultsOf(properties);
  const chosen = preset !== undefined && Object.hasOwn(properties, "preset") ? { preset } : {};
  const objections = (settings: object): readonly string[] =>
    problemsOf(settings, properties, schema?.requiredList ?? []);
  const problems = [
    ...(isWrong ? [`is ${JSON.stringify(given)}; it must be a level or an object`] : []),
    ...(isLevel(level)
      ? []
      : [`enforcementLevel is ${JSON.stringify(level)}; allowed are ${Object.keys(LEVELS).join(", ")}`]),
    ...(Object.keys({ ...chosen, ...own }).length === 0 ? [] : objections({ ...chosen, ...own })),
  ];
  return {
    policy: {
      rule,
      level: isLevel(level) ? level : "mandatory",
      defaultLevel,
      levelIsGiven: asked !== undefined,
      settings: { ...defaultSettings, ...chosen, ...own },
      defaultSettings: { ...defaultSettings, ...chosen },
      settingNames: Object.keys(properties),
      givenSettings: Object.keys(own),
    },
    problems: problems.map((problem) => `${rule}: ${problem}`),
    objections,
  };
}

function defaultsOf(properties: object): Record<string, unknown> {
  const schemas = Object.entries(properties as Record<string, { default?: unknown }>); // JSON schemas, by the protocol
  return Object.fromEntries(
    schemas.filter(([, schema]) => "default" in schema).map(([name, schema]) => [name, schema.default]),
  );
}

function problemsOf(settings: object, properties: object, required: readonly string[]): string[] {
  const validate = validator().compile({ type: "object", properties, required, additionalProperties: false });
  if (validate(settings)) {
    return [];
  }
  return (validate.errors ?? []).map(({ instancePath, message = "is wrong", params }) => {
    const extra = (params as { additionalProperty?: string }).additionalProperty; // ajv's params vary by keyword
    const allowed =
      extra === undefined ? "" : ` (${extra}; allowed are ${Object.keys(properties).join(", ") || "none"})`;
    return `${instancePath.replace(/^\//, "") || "settings"} ${message}${allowed}`;
  });
}

let ajv: ajvPackage.Ajv | undefined;

/** Loaded on demand, because most runs configure nothing. */
function validator(): ajvPackage.Ajv {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded on first use only
  const { default: Validator } = require("ajv") as typeof ajvPackage;
  return (ajv ??= new Validator({ strict: false, allErrors: true }));
}

function levelOf(all: unknown): unknown {
  return typeof all === "object" && all !== null ? (all as Record<string, unknown>)["enforcementLevel"] : all; // narrowed
}
