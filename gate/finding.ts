/** The gate's result for one (rule, resource) pair. */
import type { SourcePlace } from "../pulumi/stack-state";

export const RESULTS = ["fail", "undecided", "exempt", "pass", "not-applicable"] as const;
export type Result = (typeof RESULTS)[number];

/** The worst first. */
export const SEVERITIES = ["critical", "high", "medium", "low", "unspecified"] as const;
export type Severity = (typeof SEVERITIES)[number];
export type EnforcementLevel = "mandatory" | "advisory";

export interface Finding {
  readonly rule: string;
  /** The checked resource, or the stack for a stack rule without a specific resource. */
  readonly urn: string;
  readonly result: Result;
  readonly severity: Severity;
  /** Only a mandatory failure stops a deployment. */
  readonly level: EnforcementLevel;
  readonly message: string;
  /** Dotted path of the property that determined the result. */
  readonly property?: string;
  /** Where the resource is declared, or the component that it belongs to. */
  readonly source?: SourcePlace;
  /** Whether it was accepted as known before, so that it fails nothing. @default - it was not */
  readonly known?: boolean;
  /** Checks in other tools that report the same, such as `prowler:cloudtrail_kms_encryption_enabled`. */
  readonly relatedChecks: readonly string[];
}

/** A rule as the pack describes it. */
export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly level: EnforcementLevel | "disabled";
  readonly scope: "resource" | "stack";
  /** The resource types that it is about; none if the policy does not declare them. */
  readonly types: readonly string[];
  /** Whether its diagnostics use the baseline's format. */
  readonly ownWording: boolean;
  readonly property: string;
  readonly relatedChecks: readonly string[];
  readonly remediation: string;
  readonly reference: string;
}

/** Something that the gate could not evaluate. It is not checked, and the reports say so. */
export interface Opaque {
  readonly urn: string;
  /** Why it cannot be known without an account or a plugin. */
  readonly reason: string;
  /**
   * What is hidden: the resource itself, which exists already, or what depends on it, which is unknown wherever the program passes it on.
   * @default - resources that nobody can name
   */
  readonly hides?: "resource" | "dependents";
}

/** A rule that the configuration weakens, or sets otherwise than its pack does. */
export interface Weakening {
  readonly rule: string;
  /** A verb phrase whose subject is the rule: `is disabled`. */
  readonly change: string;
}

/** What a run was told not to ask. It is not judged. */
export interface LeftOut {
  /** By what, as the operator wrote it: `--only cloudtrail-*`. */
  readonly by: string;
  /** Ids of rules that would have been asked. */
  readonly rules: readonly string[];
}

/** A pack's results for a whole stack. */
export interface Evaluation {
  readonly pack: { readonly name: string; readonly version: string };
  readonly rules: readonly RuleInfo[];
  readonly weakened: readonly Weakening[];
  /** @default - every rule was asked that is not disabled */
  readonly leftOut?: LeftOut;
  /** Ids of rules that the organization wants a result of, and that came to none. @default - none */
  readonly missing?: readonly string[];
  /**
   * All pairs except the not-applicable ones. Those are the majority and carry no information, so they are only
   * counted.
   */
  readonly findings: readonly Finding[];
  readonly notApplicable: number;
  /** Ids of rules that asked nothing, because nothing of their types holds evidence. @default none */
  readonly unasked?: readonly string[];
  readonly resources: number;
}
