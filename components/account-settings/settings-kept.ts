/** Which settings a component makes, where some are left as they are. */
import { OptionError } from "../base/options";

/**
 * The settings that are not left out.
 *
 * @param path of the option, as `optionOf` writes it
 * @throws {OptionError} when a name is no setting, or nothing is left to make
 */
export function settingsKept<Setting extends string>(
  all: readonly Setting[],
  without: readonly Setting[] = [],
  path: string,
): readonly Setting[] {
  const strange = without.filter((name) => !all.includes(name));
  const kept = all.filter((name) => !without.includes(name));
  if (strange.length > 0 || kept.length === 0) {
    throw new OptionError({
      path,
      got: without,
      allowed: `some of ${all.join(", ")}, but not all`,
      fix: strange.length > 0 ? `Remove ${strange.join(", ")}.` : "Leave the component out instead.",
    });
  }
  return kept;
}
