/**
 * Measurements that are reliable on busy machines: two things are measured alternately (A B A B), with a ratio per
 * pair.
 */

/** Milliseconds. */
export interface Pair {
  readonly ours: number;
  readonly reference: number;
}

export interface Comparison {
  /** Medians, in milliseconds. */
  readonly ours: number;
  readonly reference: number;
  /** Median of the pairs' ratios, with the minimum and maximum. */
  readonly ratio: number;
  readonly least: number;
  readonly greatest: number;
}

/** Runs both alternately, after one warm-up round. */
export async function compare(
  rounds: number,
  ours: () => Promise<number>,
  reference: () => Promise<number>,
): Promise<Comparison> {
  const pairs: Pair[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { ours: await ours(), reference: await reference() };
    if (round > 0) {
      pairs.push(pair);
    }
  }
  const ratios = pairs.map((pair) => pair.ours / pair.reference);
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    reference: median(pairs.map((pair) => pair.reference)),
    ratio: median(ratios),
    least: Math.min(...ratios),
    greatest: Math.max(...ratios),
  };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) {
    throw new Error("a median needs at least one value");
  }
  return middle;
}

/** The duration of a call, in milliseconds. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}
