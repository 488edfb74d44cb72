/** What the gate says of one (rule, resource) pair. */
import type { SourcePlace } from "../state/stack-state";

export const VERDICTS = ["fail", "undecided", "exempt", "pass", "not-applicable"] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Severity = "low" | "medium" | "high" | "critical" | "unspecified";
export type EnforcementLevel = "mandatory" | "advisory";

export interface Finding {
  readonly rule: string;
  /** The resource judged; for a rule on the whole stack that found nothing, the stack. */
  readonly urn: string;
  readonly verdict: Verdict;
  readonly severity: Severity;
  /** Only a mandatory failure stops a deployment. */
  readonly level: EnforcementLevel;
  readonly message: string;
  /** Dotted path of the property that decided. */
  readonly property?: string;
  /** Where the resource is declared. */
  readonly source?: SourcePlace;
  /** Ids by which other systems know the demand, such as `prowler:cloudtrail_kms_encryption_enabled`. */
  readonly covers: readonly string[];
}

/** A rule as the pack describes it. */
export interface RuleInfo {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly level: EnforcementLevel | "disabled";
  readonly scope: "resource" | "stack";
  readonly property: string;
  readonly covers: readonly string[];
  readonly fix: string;
  readonly link: string;
}

/** What the gate could not look into: it judges none of it, and says so. */
export interface Opaque {
  readonly urn: string;
  /** Why nothing can be known without an account or a plugin. */
  readonly reason: string;
}

export interface Judgement {
  readonly pack: { readonly name: string; readonly version: string };
  readonly rules: readonly RuleInfo[];
  /** Every pair except the not-applicable ones, which are only counted: they are most, and say nothing. */
  readonly findings: readonly Finding[];
  readonly notApplicable: number;
  readonly resources: number;
}
