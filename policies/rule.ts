/**
 * The form of a rule. A rule is data and one pure function; the SDK is met in crossguard.ts only.
 *
 * An id is for ever: a rule may be withdrawn, but its id is never given to another.
 */
import type { Severity } from "@pulumi/policy";
import { type Elsewhere, PRESET_SETTING } from "./presets";
import type { RelatedChecks } from "./related-checks";
import type { Requirement } from "./requirements";
import { type OneOf, type PathOf, type PropertiesOf, type ResourceType, type Tokens, tokensOf } from "./resource-type";
import type { Results } from "./result";
import { type Settings, type SettingValues, settingValues } from "./settings";
import type { Stack, StackResource } from "./stack/stack";
import { eachOf } from "./stack/subjects";

/** What a reader is told of a rule. */
export interface RuleText<Id extends string = string> {
  /** Kebab case, beginning with the service; unique and permanent. */
  readonly id: Id;
  /** The requirement as a sentence: "CloudTrail trails have log file validation enabled". */
  readonly title: string;
  readonly severity: Severity;
  /** @default "mandatory" */
  readonly enforcementLevel?: "mandatory" | "advisory";
  /** Why it matters: what is lost when the requirement is not met. */
  readonly rationale: string;
  /** What to change in the program. */
  readonly remediation: string;
  /** Sources, the first being the one that the engine shows. */
  readonly references: readonly [string, ...string[]];
  /** @default - no check of another system reports the same */
  readonly related?: RelatedChecks;
  /** What the rule asks of a resource that holds no evidence. Such a rule is asked of the whole stack. @default - the same */
  readonly elsewhere?: Elsewhere;
}

/** A resource as a rule sees it. */
export interface CheckedResource<Properties extends object = object> {
  readonly urn: string;
  readonly name: string;
  readonly type: string;
  /** Inputs for a resource rule; for a stack rule outputs where they are known, inputs otherwise. */
  readonly properties: PropertiesOf<Properties>;
  readonly protect: boolean;
}

interface Declared<Id extends string> extends RuleText<Id> {
  /** The engine's tokens of the types that are checked: one of a resource rule, one or several of a stack rule. */
  readonly types: Tokens;
  /** Dotted path of the property that decides. */
  readonly property: string;
  readonly settings: Settings;
}

/** Checks the inputs of one resource before it is created or changed, and so can stop it. */
export interface ResourceRule<Id extends string = string> extends Declared<Id> {
  readonly kind: "resource";
  /** @param configured the rule's settings by name; what is left out has its default */
  readonly check: (resource: CheckedResource, configured?: Readonly<Record<string, unknown>>) => Results;
}

/**
 * Checks what no single resource shows, after all have been registered. The types are the subject: a stack without a
 * resource of any of them is not concerned. A rule that requires that something exists has the type of `AccountBaseline`,
 * so that only a stack that says it is an account's baseline is asked.
 */
export interface StackRule<Id extends string = string> extends Declared<Id> {
  readonly kind: "stack";
  /** @param configured the rule's settings by name; what is left out has its default */
  readonly check: (stack: Stack, configured?: Readonly<Record<string, unknown>>) => Results;
}

export type Rule<Id extends string = string> = ResourceRule<Id> | StackRule<Id>;

/** What a rule adds to its text, whichever way it checks. */
interface Form<Properties extends object, S extends Settings> {
  /** Dotted path of the property that decides; `protect` is the resource option. */
  readonly property: PathOf<Properties> | "protect";
  /** @default - none */
  readonly settings?: S;
}

/** What a check is told besides its resource. */
interface Context<S extends Settings> {
  /** The rule's property. */
  readonly property: string;
  readonly settings: SettingValues<S>;
}

type ResourceCheck<Properties extends object, S extends Settings> =
  /** One requirement of the property. */
  | { readonly requires: Requirement }
  | { readonly check: (resource: CheckedResource<Properties>, context: Context<S>) => Results };

/** Declares a rule that one resource of the type can answer. */
export function resourceRule<const Id extends string, Properties extends object, const S extends Settings = NoSettings>(
  { token }: ResourceType<Properties>,
  { requires, check, ...rule }: RuleText<Id> & Form<Properties, S> & Alternatives<ResourceCheck<Properties, S>>,
): ResourceRule<Id> {
  const { property, settings = {} as S } = rule; // without settings S is NoSettings
  const declared = { kind: "resource", ...rule, types: [token], settings: declaredSettings(rule, settings) } as const;
  return check === undefined
    ? { ...declared, check: ({ properties }) => requires(properties, property) }
    : {
        ...declared,
        check: (resource, configured = {}) =>
          check(resource, { property, settings: settingValues(settings, configured) }),
      };
}

type StackCheck<Properties extends object, S extends Settings> =
  /** Asked of each resource of the type; what is found is said of that resource. */
  | {
      readonly checkEach: (
        resource: StackResource<Properties>,
        context: Context<S> & { readonly stack: Stack },
      ) => Results;
    }
  | { readonly check: (stack: Stack, context: Context<S>) => Results };

/** Declares a rule on a stack that has a resource of the type, or of one of several. */
export function stackRule<const Id extends string, Properties extends object, const S extends Settings = NoSettings>(
  subject: ResourceType<Properties> | OneOf<Properties>,
  { checkEach, check, ...rule }: RuleText<Id> & Form<Properties, S> & Alternatives<StackCheck<Properties, S>>,
): StackRule<Id> {
  const { property, settings = {} as S } = rule; // without settings S is NoSettings
  return {
    kind: "stack",
    ...rule,
    types: tokensOf(subject),
    settings: declaredSettings(rule, settings),
    check: (stack, configured = {}) => {
      const context = { property, settings: settingValues(settings, configured) };
      return check === undefined
        ? eachOf(stack, subject, (resource) => checkEach(resource, { ...context, stack }))
        : check(stack, context);
    },
  };
}

/** The rule's own settings, and the preset where it decides what the rule asks. */
function declaredSettings({ elsewhere }: Pick<RuleText, "elsewhere">, own: Settings): Settings {
  return elsewhere === undefined ? own : { ...own, ...PRESET_SETTING };
}

/** The settings of a rule that has none: reading any name of them is an error. */
// eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- no name is what is meant
type NoSettings = Readonly<Record<never, never>>;

/** A union of which exactly one form may be given, so that each can be told by what is there. */
type Alternatives<
  Union,
  Names extends PropertyKey = Union extends unknown ? keyof Union : never,
> = Union extends unknown ? Union & Readonly<Partial<Record<Exclude<Names, keyof Union>, undefined>>> : never;
