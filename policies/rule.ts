/**
 * The form of a rule. A rule is data and one pure function; the SDK is met in crossguard.ts only.
 *
 * An id is for ever: a rule may be withdrawn, but its id is never given to another.
 */
import type { PolicyConfigSchema, Severity } from "@pulumi/policy";
import type { Judgements } from "./judgement";
import type { PropertyMap } from "./properties";
import type { Stack } from "./stack";

/** Ids by which other systems know the same demand. */
export interface Covers {
  readonly prowler?: readonly string[];
  readonly checkov?: readonly string[];
  readonly securityHub?: readonly string[];
  /** AWS Config managed rules, by identifier. */
  readonly config?: readonly string[];
}

interface RuleBase<Id extends string> {
  /** Kebab case, unique and permanent. */
  readonly id: Id;
  /** The demand as a sentence: "A trail validates its log files". */
  readonly title: string;
  readonly severity: Severity;
  /** @default "mandatory" */
  readonly enforcementLevel?: "mandatory" | "advisory";
  /** Pulumi type of the resource that is judged, such as `aws:cloudtrail/trail:Trail`. */
  readonly type: string;
  /** Dotted path of the property that decides. */
  readonly property: string;
  /** Why it matters: what is lost when the demand is not met. */
  readonly rationale: string;
  /** What to change in the program. */
  readonly fix: string;
  /** Sources, the first being the one that the engine shows. */
  readonly links: readonly [string, ...string[]];
  readonly covers: Covers;
  /** JSON schema of the rule's settings, every one with a default. */
  readonly config?: PolicyConfigSchema["properties"];
}

/** The settings of a rule after defaults: what the policy configuration says, else the schema's default. */
export type RuleConfig = Readonly<Record<string, unknown>>;

/** One resource as a resource rule sees it. */
export interface JudgedResource {
  readonly urn: string;
  readonly name: string;
  readonly type: string;
  /** The resource's inputs. */
  readonly properties: PropertyMap;
  readonly protect: boolean;
}

/** Judges the inputs of one resource before it is created or changed, and so can stop it. */
export interface ResourceRule<Id extends string = string> extends RuleBase<Id> {
  readonly kind: "resource";
  readonly judge: (resource: JudgedResource, config: RuleConfig) => Judgements;
}

/**
 * Judges what no single resource shows, after all have been registered. `type` is the subject: a stack without a
 * resource of that type is not concerned. A rule that demands that something exists has the type
 * {@link ACCOUNT_BASELINE}, so that only a stack that says it is an account's baseline is asked.
 */
export interface StackRule<Id extends string = string> extends RuleBase<Id> {
  readonly kind: "stack";
  readonly judge: (stack: Stack, config: RuleConfig) => Judgements;
}

export type Rule<Id extends string = string> = ResourceRule<Id> | StackRule<Id>;

/** The component by which a stack says that it is an account's baseline. */
export const ACCOUNT_BASELINE = "ai-governance-baseline:index:AccountBaseline";

export function resourceRule<const Id extends string>(rule: Omit<ResourceRule<Id>, "kind">): ResourceRule<Id> {
  return { kind: "resource", ...rule };
}

export function stackRule<const Id extends string>(rule: Omit<StackRule<Id>, "kind">): StackRule<Id> {
  return { kind: "stack", ...rule };
}
