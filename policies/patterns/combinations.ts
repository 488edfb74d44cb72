/** Alternatives multiplied out. */

/**
 * Every way to choose one of each list of alternatives, put together; `undefined` where there are more than the most.
 *
 * @param choices lists of alternatives, each of which is a list of what has to hold together
 */
export function combined<T>(
  choices: readonly (readonly (readonly T[])[])[],
  most: number,
): readonly (readonly T[])[] | undefined {
  return choices.reduce<readonly (readonly T[])[] | undefined>(
    (product, alternatives) =>
      product === undefined || product.length * alternatives.length > most
        ? undefined
        : product.flatMap((one) => alternatives.map((other) => [...one, ...other])),
    [[]],
  );
}
