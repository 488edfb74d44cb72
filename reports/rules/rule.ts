/** A rule of the policy pack as a reader is told of it, with the controls that depend on it. Plain data. */
import type { EnforcementLevel, Severity } from "../../gate/finding";

/** A clause that a control of the rule contributes to. */
export interface RuleClause {
  /** The framework's id in the catalog, such as `nist-800-53`. */
  readonly framework: string;
  readonly name: string;
  /** Clause ids are meaningless without it. */
  readonly version: string;
  readonly clause: string;
}

/** A control that the rule belongs to. */
export interface RuleControl {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly RuleClause[];
}

/** A setting of the rule, which a policy configuration sets for a stack. */
export interface RuleSetting {
  readonly name: string;
  /** @default - the name says it all */
  readonly description?: string;
  readonly default: unknown;
}

export interface DescribedRule {
  readonly id: string;
  /** The requirement as a sentence. */
  readonly title: string;
  readonly severity: Severity;
  /** Unless a policy configuration says otherwise. */
  readonly level: EnforcementLevel;
  /** The service that the id begins with, by which rules are listed. */
  readonly service: string;
  /** Whether each resource is checked by itself, or the stack as a whole. */
  readonly scope: "resource" | "stack";
  /** The engine's tokens of the types that are checked. */
  readonly types: readonly string[];
  /** Dotted path of the property that decides. */
  readonly property: string;
  readonly rationale: string;
  readonly remediation: string;
  readonly settings: readonly RuleSetting[];
  /** Checks of other systems that report the same, by system. */
  readonly related: readonly { readonly system: string; readonly ids: readonly string[] }[];
  readonly references: readonly string[];
  readonly controls: readonly RuleControl[];
  /** The rule's place in the documentation, relative to the project's folder. */
  readonly page: string;
}
