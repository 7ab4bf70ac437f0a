/** Most characteristic objects that are made: the product of the numbers of characteristic values. */
export const mostCharacteristicObjects = 20_000;

type Table = readonly (readonly number[])[];

/** Every combination of characteristic values, the last criterion changing fastest. Shapes: per criterion ≥ 2 ascending values. */
export function characteristicObjects(characteristic: Table): Table {
  return characteristic.reduce<Table>(
    (objects, values) => objects.flatMap((object) => values.map((value) => [...object, value])),
    [[]],
  );
}

/**
 * COMET: the preference of an alternative between those of the characteristic objects around it. Free of rank reversal.
 *
 * Shapes  values: m × n within the characteristic values; preferences: one per characteristic object, in [0, 1].
 * Rule    Triangular membership in the neighbouring characteristic values of each criterion; products of memberships weigh the
 *         objects' preferences (that is: multilinear interpolation).
 * Source  Sałabun 2015, Journal of Multi-Criteria Decision Analysis 22:37–50.
 */
export function comet(values: Table, characteristic: Table, preferences: readonly number[]): readonly number[] {
  return values.map((row) => {
    const memberships = row.map((x, j) => membership(characteristic[j]!, x));
    const strides = characteristic.map((_, j) =>
      characteristic.slice(j + 1).reduce((product, levels) => product * levels.length, 1),
    );
    const walk = (j: number, index: number, degree: number): number => {
      if (degree === 0) return 0;
      if (j === memberships.length) return degree * preferences[index]!;
      return memberships[j]!.reduce(
        (total, share, level) => total + walk(j + 1, index + level * strides[j]!, degree * share),
        0,
      );
    };
    return walk(0, 0, 1);
  });
}

/** How far x belongs to each characteristic value: 1 at it, falling in straight lines to 0 at its neighbours. */
function membership(levels: readonly number[], x: number): readonly number[] {
  return levels.map((level, k) => {
    if (x === level) return 1;
    const neighbour = x < level ? levels[k - 1] : levels[k + 1];
    if (neighbour === undefined || (x < level ? x <= neighbour : x >= neighbour)) return 0;
    return (x - neighbour) / (level - neighbour);
  });
}

/** Preferences 0…1 from dense ranks of the characteristic objects, 1 = best: equally spaced, worst 0. All equal: all 1. */
export function preferencesOfRanks(ranks: readonly number[]): readonly number[] {
  const worst = Math.max(...ranks);
  return ranks.map((rank) => (worst === 1 ? 1 : (worst - rank) / (worst - 1)));
}
