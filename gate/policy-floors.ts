/**
 * Holds the configuration of a policy to those who may only tighten it, or whose floors nothing lowers. Pure: a policy as it
 * is configured in, the policy as it stands or what is wrong with it out.
 */
import type { Weakening } from "./finding";
import type { OrganizationPolicy, SettingBound } from "./organization-policy";
import { type ConfiguredLevel, isLevel, isWeaker, stricter } from "./policy-levels";

/** A policy with the level and the settings that its pack and the configuration give it. */
export interface ConfiguredPolicy {
  readonly rule: string;
  readonly level: ConfiguredLevel;
  readonly defaultLevel: ConfiguredLevel;
  /** Whether the configuration names the level, by the rule or by `all`. */
  readonly levelIsGiven: boolean;
  /** All settings, those by default included. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly defaultSettings: Readonly<Record<string, unknown>>;
  /** The settings that the pack knows. */
  readonly settingNames: readonly string[];
  /** The settings that the configuration names. */
  readonly givenSettings: readonly string[];
}

/** A policy after a further hand, and what that hand may not do. */
export interface Held {
  readonly policy: ConfiguredPolicy;
  readonly problems: readonly string[];
}

/**
 * Raises a policy's level to what the judged program asks of itself.
 * @param own the entry for the policy. @param all the entry for all policies.
 */
export function raisedByProgram(policy: ConfiguredPolicy, own: unknown, all: unknown): Held {
  const { level: asked = entryOf(all).level, settings } = entryOf(own);
  const problems = settings.length === 0 ? [] : [`changes ${settings.join(", ")}`];
  if (asked === undefined) {
    return { policy, problems };
  }
  if (!isLevel(asked)) {
    return { policy, problems: [...problems, `asks for the level ${JSON.stringify(asked)}, which is none`] };
  }
  return isWeaker(asked, policy.level)
    ? { policy, problems: [...problems, `lowers the level from ${policy.level} to ${asked}`] }
    : { policy: { ...policy, level: stricter(policy.level, asked) }, problems };
}

function entryOf(entry: unknown): { readonly level?: unknown; readonly settings: readonly string[] } {
  if (typeof entry !== "object" || entry === null) {
    return entry === undefined ? { settings: [] } : { level: entry, settings: [] };
  }
  const { enforcementLevel, ...settings } = entry as Record<string, unknown>; // an object, by the check above
  return {
    ...(enforcementLevel === undefined ? {} : { level: enforcementLevel }),
    settings: Object.keys(settings),
  };
}

/** Raises what nobody has configured to the organization's floors, and objects to what somebody has configured below them. */
export function heldToOrganization(policy: ConfiguredPolicy, organization: OrganizationPolicy): Held {
  const bounds = organization.settings.filter(({ rule }) => rule === policy.rule);
  return bounds.reduce<Held>(
    (held, bound) => {
      const { policy: bounded, problems } = heldToBound(held.policy, bound);
      return { policy: bounded, problems: [...held.problems, ...problems] };
    },
    heldToLevel(policy, floorOf(policy, organization, bounds.length > 0)),
  );
}

/** The level below which an organization lets nobody go, whoever asks. */
export function organizationFloor(policy: ConfiguredPolicy, organization: OrganizationPolicy): ConfiguredLevel {
  return floorOf(
    policy,
    organization,
    organization.settings.some(({ rule }) => rule === policy.rule),
  );
}

/** A bound of a rule's settings would mean nothing if the rule could be switched off. */
function floorOf(
  { rule, defaultLevel }: ConfiguredPolicy,
  { levels }: OrganizationPolicy,
  bounded: boolean,
): ConfiguredLevel {
  const levelOf = (name: string): ConfiguredLevel => {
    const floor = Object.hasOwn(levels, name) ? levels[name] : undefined;
    return floor === undefined ? "disabled" : floor === "default" ? defaultLevel : floor;
  };
  return Object.hasOwn(levels, rule) ? levelOf(rule) : stricter(levelOf("all"), bounded ? defaultLevel : "disabled");
}

function heldToLevel(policy: ConfiguredPolicy, floor: ConfiguredLevel): Held {
  if (!isWeaker(policy.level, floor)) {
    return { policy, problems: [] };
  }
  return policy.levelIsGiven
    ? { policy, problems: [`the level is ${policy.level}; the organization asks for ${floor}`] }
    : { policy: { ...policy, level: floor }, problems: [] };
}

function heldToBound(policy: ConfiguredPolicy, bound: SettingBound): Held {
  const { setting } = bound;
  const value = Object.hasOwn(policy.settings, setting) ? policy.settings[setting] : undefined;
  const demand = demandOf(bound).find(({ isMet }) => !isMet(value));
  if (demand === undefined) {
    return { policy, problems: [] };
  }
  return policy.givenSettings.includes(setting)
    ? {
        policy,
        problems: [`${setting} is ${JSON.stringify(value)}; the organization asks for ${demand.words}`],
      }
    : { policy: { ...policy, settings: { ...policy.settings, [setting]: demand.value } }, problems: [] };
}

interface Demand {
  readonly words: string;
  /** The value nearest to what nobody has configured. */
  readonly value: unknown;
  readonly isMet: (value: unknown) => boolean;
}

function demandOf({ minimum, maximum, equals }: SettingBound): readonly Demand[] {
  const isNumber = (value: unknown): value is number => typeof value === "number";
  return [
    ...(minimum === undefined
      ? []
      : [
          {
            words: `at least ${minimum}`,
            value: minimum,
            isMet: (value: unknown) => isNumber(value) && value >= minimum,
          },
        ]),
    ...(maximum === undefined
      ? []
      : [
          {
            words: `at most ${maximum}`,
            value: maximum,
            isMet: (value: unknown) => isNumber(value) && value <= maximum,
          },
        ]),
    ...(equals === undefined
      ? []
      : [{ words: JSON.stringify(equals), value: equals, isMet: (value: unknown) => isEqual(value, equals) }]),
  ];
}

/**
 * What a configuration makes of a policy that its pack and the organization have otherwise. Whether other settings are weaker
 * only their rule could tell, so all are named.
 *
 * @param before the policy as its pack and the organization have it.
 */
export function weakenings(policy: ConfiguredPolicy, before: ConfiguredPolicy): readonly Weakening[] {
  const { rule, level } = policy;
  const changed = policy.givenSettings.filter((name) => !isEqual(policy.settings[name], before.settings[name]));
  return [
    ...(isWeaker(level, before.level)
      ? [{ rule, change: level === "disabled" ? "is disabled" : `is ${level} instead of ${before.level}` }]
      : []),
    ...changed.map((name) => ({
      rule,
      change: `has ${name} ${shown(policy.settings[name])} instead of ${shown(before.settings[name])}`,
    })),
  ];
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

/** Settings are JSON. */
function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
