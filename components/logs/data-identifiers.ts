/** Which data identifiers a policy may name. */
import { DATA_IDENTIFIERS, isDataIdentifier } from "../../facts/logs/data-identifiers";
import { OptionError } from "../base/options";

/**
 * @param path of the option, as `optionOf` writes it
 * @throws {OptionError} when none is named, or one that CloudWatch Logs does not know
 */
export function checkIdentifiers(identifiers: readonly string[], path: string, fix: string): void {
  const unknown = identifiers.filter((identifier) => !isDataIdentifier(identifier));
  if (identifiers.length > 0 && unknown.length === 0) {
    return;
  }
  throw new OptionError({
    path,
    got: unknown.length > 0 ? unknown : identifiers,
    allowed: `one or more of ${DATA_IDENTIFIERS.join(", ")}`,
    fix,
  });
}
