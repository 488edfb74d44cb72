/** Lists taken apart. */
/** Items that belong together. */
export type Group<T> = readonly [T, ...T[]];

/**
 * Items by what they have in common, in the order in which each group begins.
 *
 * @param key plain data
 */
export function groupedBy<T>(items: readonly T[], key: (item: T) => readonly unknown[]): readonly Group<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const text = JSON.stringify(key(item));
    const group = groups.get(text);
    if (group === undefined) {
      groups.set(text, [item]);
    } else {
      group.push(item);
    }
  }
  return [...groups.values()];
}
