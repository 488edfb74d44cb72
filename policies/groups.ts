/** Items that belong together, found in a list. */
export type Group<T> = readonly [T, ...T[]];

/** Key -> the items of that key, in the order in which each group begins. */
export function grouped<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, Group<T>> {
  const groups = new Map<string, [T, ...T[]]>();
  for (const [key, item] of entries) {
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [item]);
    } else {
      group.push(item);
    }
  }
  return groups;
}

/**
 * Items by what they have in common, in the order in which each group begins.
 *
 * @param key plain data
 */
export function groupedBy<T>(items: readonly T[], key: (item: T) => readonly unknown[]): readonly Group<T>[] {
  return [...grouped(items.map((item) => [JSON.stringify(key(item)), item])).values()];
}
