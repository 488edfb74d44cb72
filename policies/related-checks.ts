/** Checks of other systems that report the same, by their own ids. */
export interface RelatedChecks {
  readonly prowler?: readonly string[];
  readonly checkov?: readonly string[];
  readonly securityHub?: readonly string[];
  /** AWS Config managed rules, by identifier. */
  readonly config?: readonly string[];
}

/** `SYSTEM:ID` for each of the checks: `prowler:cloudtrail_kms_encryption_enabled`. */
export function relatedIds(checks: RelatedChecks): readonly string[] {
  return Object.entries(checks).flatMap(([system, ids]: [string, readonly string[]]) =>
    ids.map((id) => `${system}:${id}`),
  );
}
