/** Finds the name that a misspelled name was probably meant to be. */

/**
 * The candidate closest to `name`, if it is close enough to suggest: at most a third of its letters differ. The
 * comparison ignores case.
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const [best] = candidates
    .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.ceil(candidate.length / 3))
    .sort((left, right) => left.distance - right.distance);
  return best?.candidate;
}

/** Levenshtein distance: the number of letters to insert, delete or replace. */
function editDistance(from: string, to: string): number {
  // A name this much longer is not a misspelling, and the table below would grow with the product of the lengths.
  if (Math.abs(from.length - to.length) > to.length) {
    return Math.max(from.length, to.length);
  }
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of Array.from(from).entries()) {
    const current = [row + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      const inserted = (current[column] ?? 0) + 1;
      const deleted = (previous[column + 1] ?? 0) + 1;
      current.push(Math.min(replaced, inserted, deleted));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
