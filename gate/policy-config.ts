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
import type { EnforcementLevel } from "./finding";

export type ConfiguredLevel = EnforcementLevel | "disabled" | "remediate";

const LEVELS: Readonly<Record<ConfiguredLevel, protocol.EnforcementLevel>> = {
  advisory: protocol.EnforcementLevel.ADVISORY,
  mandatory: protocol.EnforcementLevel.MANDATORY,
  disabled: protocol.EnforcementLevel.DISABLED,
  remediate: protocol.EnforcementLevel.REMEDIATE,
};

/** Policy name -> level, or settings with an optional `enforcementLevel`; `all` sets the level of every policy. */
export type PolicyConfig = Readonly<Record<string, unknown>>;

/** The policy configuration is wrong. The message lists all mistakes. */
export class PolicyConfigError extends Error {}

/** The resulting configuration of each policy. */
export interface Reconciled {
  readonly request: protocol.ConfigureAnalyzerRequest;
  readonly levels: ReadonlyMap<string, ConfiguredLevel>;
}

/** @throws {@link PolicyConfigError} that lists all mistakes. */
export function reconcile(info: protocol.AnalyzerInfo, config: PolicyConfig): Reconciled {
  const policies = info.getPoliciesList();
  const names = new Set(policies.map((policy) => policy.getName()));
  const mistakes = Object.keys(config)
    .filter((name) => name !== "all" && !names.has(name))
    .map((name) => `${name}: the pack ${info.getName()} has no such policy`);
  const request = new protocol.ConfigureAnalyzerRequest();
  const levels = new Map<string, ConfiguredLevel>();
  for (const policy of policies) {
    const { level, properties, problems } = settle(policy, config);
    mistakes.push(...problems.map((problem) => `${policy.getName()}: ${problem}`));
    levels.set(policy.getName(), level);
    const entry = new protocol.PolicyConfig();
    entry.setEnforcementlevel(LEVELS[level]);
    // Settings are JSON, which is what fromJavaScript's declared index type of {} means.
    entry.setProperties(Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]));
    request.getPolicyconfigMap().set(policy.getName(), entry);
  }
  if (mistakes.length > 0) {
    throw new PolicyConfigError(
      `The policy configuration is wrong:\n${mistakes.map((line) => `  ${line}`).join("\n")}`,
    );
  }
  return { request, levels };
}

interface Settled {
  readonly level: ConfiguredLevel;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}

function settle(policy: protocol.PolicyInfo, config: PolicyConfig): Settled {
  const given = config[policy.getName()];
  const settings = typeof given === "string" ? { enforcementLevel: given } : (given ?? {});
  if (typeof settings !== "object" || Array.isArray(settings)) {
    return {
      level: "mandatory",
      properties: {},
      problems: [`is ${JSON.stringify(given)}; it must be a level or an object`],
    };
  }
  const { enforcementLevel, ...own } = settings as Record<string, unknown>; // an object, by the check above
  const level = enforcementLevel ?? levelOf(config["all"]) ?? levelName(policy.getEnforcementlevel());
  const problems: string[] = [];
  if (!isLevel(level)) {
    problems.push(`enforcementLevel is ${JSON.stringify(level)}; allowed are ${Object.keys(LEVELS).join(", ")}`);
  }
  const schema = policy.getConfigschema()?.toObject();
  const properties = policy.getConfigschema()?.getProperties()?.toJavaScript() ?? {};
  const checked = Object.keys(own).length === 0 ? [] : problemsOf(own, properties, schema?.requiredList ?? []);
  problems.push(...checked);
  return { level: isLevel(level) ? level : "mandatory", properties: { ...defaultsOf(properties), ...own }, problems };
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

function isLevel(level: unknown): level is ConfiguredLevel {
  return typeof level === "string" && Object.hasOwn(LEVELS, level);
}

/** The level for a number on the wire. */
export function levelName(level: protocol.EnforcementLevel): ConfiguredLevel {
  const found = Object.entries(LEVELS).find(([, value]) => value === level)?.[0];
  return isLevel(found) ? found : "mandatory";
}
