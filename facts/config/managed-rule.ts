import type { Source } from "../source";
import type { RuleRegions } from "./rule-regions";

export const SOURCES: readonly Source[] = [
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-trigger-type.html",
    readOn: "2026-11-25",
  },
  {
    page: "https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html",
    readOn: "2026-11-25",
  },
];

/** The values that a parameter of a managed rule may take; AWS Config takes every value as a string. */
export type LegalValues =
  | { readonly kind: "one-of"; readonly values: readonly string[] }
  /** Comma-separated, no blanks, each item one of `values`, none twice. */
  | { readonly kind: "items-of"; readonly values: readonly string[] }
  /** Whole numbers from `minimum` to `maximum`. */
  | { readonly kind: "integer"; readonly minimum: number; readonly maximum: number }
  /** Comma-separated, no blanks, each item matching `item`, which `meaning` says in words. */
  | { readonly kind: "items-like"; readonly item: RegExp; readonly meaning: string };

/** One parameter of a managed rule. */
export interface ManagedRuleParameter {
  readonly legal: LegalValues;
  /** What is passed unless the caller says otherwise; without it the parameter is left out, which the rule allows. */
  readonly default?: string;
}

/**
 * When AWS Config evaluates a rule: when a resource of the rule's types is recorded as changed, at intervals (24 hours unless
 * told otherwise), or both. A rule of kind `change` sees nothing where the types are not recorded.
 */
export type RuleTrigger = "change" | "periodic" | "hybrid";

/** One managed rule of AWS Config. */
export interface ManagedRule {
  /** The `sourceIdentifier`; not always the upper-cased rule name. */
  readonly identifier: string;
  /** What makes a resource non-compliant. */
  readonly description: string;
  /** Whether it belongs to the set that `ConfigRules` creates when it is given no list. */
  readonly baseline: boolean;
  readonly trigger: RuleTrigger;
  /**
   * Whether the rule is about types that exist once in the account and not once in each region: users, groups, roles and
   * customer managed policies of IAM, and the root user. Such a rule belongs into one region only: of kind `change` it sees
   * nothing where those types are not recorded, and a periodic one evaluates the same resources in every region anew.
   */
  readonly readsGlobalResources: boolean;
  readonly parameters: Readonly<Record<string, ManagedRuleParameter>>;
  readonly regions: RuleRegions;
}

/** An optional list of the KMS keys that are approved. */
export const KEY_ARNS: ManagedRuleParameter = {
  legal: {
    kind: "items-like",
    item: /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/,
    meaning: "ARNs of KMS keys",
  },
};
/** Values of a parameter that AWS documents as boolean. */
export const TRUE_OR_FALSE: LegalValues = { kind: "one-of", values: ["true", "false"] };
/** The parameters of a rule that has none. */
export const NO_PARAMETERS = {} as const;
