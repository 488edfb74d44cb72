/** Checks of other systems that report the same, by their own ids. */
export interface RelatedChecks {
  readonly prowler?: readonly string[];
  readonly checkov?: readonly string[];
  readonly securityHub?: readonly string[];
  /** AWS Config managed rules, by identifier. */
  readonly config?: readonly string[];
}

/** What people call the systems, in the order in which they are told. */
export const SYSTEM_NAMES: Readonly<Record<keyof RelatedChecks, string>> = {
  prowler: "Prowler",
  checkov: "Checkov",
  securityHub: "Security Hub",
  config: "AWS Config",
};

/** The checks of each system that has any, under the name that people call it. */
export function checksBySystem(
  checks: RelatedChecks,
): readonly { readonly system: string; readonly ids: readonly string[] }[] {
  // Reason for the cast: Object.keys loses the key types.
  return (Object.keys(SYSTEM_NAMES) as (keyof RelatedChecks)[])
    .map((system) => ({ system: SYSTEM_NAMES[system], ids: checks[system] ?? [] }))
    .filter(({ ids }) => ids.length > 0);
}

/** `SYSTEM:ID` for each of the checks: `prowler:cloudtrail_kms_encryption_enabled`. */
export function relatedIds(checks: RelatedChecks): readonly string[] {
  return Object.entries(checks).flatMap(([system, ids]: [string, readonly string[]]) =>
    ids.map((id) => `${system}:${id}`),
  );
}

/** The checks of all, each once. */
export function merged(several: readonly RelatedChecks[]): RelatedChecks {
  // Reason for the cast: Object.keys loses the key types.
  const systems = Object.keys(SYSTEM_NAMES) as (keyof RelatedChecks)[];
  return Object.fromEntries(
    systems
      .map((system) => [system, [...new Set(several.flatMap((checks) => checks[system] ?? []))]] as const)
      .filter(([, ids]) => ids.length > 0),
  );
}
