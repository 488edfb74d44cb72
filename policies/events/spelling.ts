/** Names that are compared letter by letter, and differ from the meant one by case or by a hyphen. */

/** The known name that is meant; `undefined` where the name is a known one, or none is like it. */
export function misspelled(name: string, known: readonly string[]): string | undefined {
  return known.includes(name) ? undefined : known.find((candidate) => plainly(candidate) === plainly(name));
}

function plainly(name: string): string {
  return name.replaceAll("-", "").toLowerCase();
}
