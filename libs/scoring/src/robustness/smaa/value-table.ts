/**
 * A partial value function as a table of points in rising order of performance: straight lines between them, the nearest end
 * outside. A performance that stands twice is a step, taking the later value from there on.
 */
export interface ValueTable {
  readonly performances: readonly number[];
  readonly values: readonly number[];
}

/**
 * The value of a performance by the table.
 *
 * Edges   Outside the table the value of its nearest end.
 * @example tableValue({ performances: [50, 75, 90, 100], values: [1, 0.8, 0.5, 0] }, 90) // => 0.5
 */
export function tableValue({ performances, values }: ValueTable, performance: number): number {
  const last = performances.length - 1;
  if (performance < performances[0]!) return values[0]!;
  if (performance >= performances[last]!) return values[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (performances[middle]! <= performance) low = middle;
    else high = middle;
  }
  const share = (performance - performances[low]!) / (performances[high]! - performances[low]!);
  return values[low]! + share * (values[high]! - values[low]!);
}

/** True when the table is one straight line all the way from low to high, so that a uniform performance has a uniform value. */
export function isStraightOn({ performances }: ValueTable, low: number, high: number): boolean {
  if (low < performances[0]! || high > performances.at(-1)!) return false;
  return performances.every((point, k) => {
    if (point > low && point < high) return false;
    return k === 0 || point !== performances[k - 1] || point < low || point > high;
  });
}
