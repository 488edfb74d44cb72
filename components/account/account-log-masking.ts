/** What an account masks in all its log groups, in one governed region. */
import { AccountDataProtection } from "../logs/account-data-protection";
import type { Scope } from "../base/component";
import type { AccountBaselineOptions } from "./account-baseline-options";

/** Absent where nothing is masked in all of them. */
export function createDataProtection(
  scope: Scope,
  { maskedInAllLogGroups: identifiers }: Pick<AccountBaselineOptions, "maskedInAllLogGroups">,
  region: string,
): AccountDataProtection | undefined {
  return identifiers.length === 0
    ? undefined
    : new AccountDataProtection(scope.child(`${region}-masking`), { identifiers, region }, scope.options);
}
