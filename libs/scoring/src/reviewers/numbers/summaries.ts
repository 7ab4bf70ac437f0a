/** The middle value; the mean of the two middle values for an even count; null for no values. Does not touch its argument. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** The arithmetic mean, added in the order given; null for no values. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/**
 * The value below which the share p of the sorted values lies, with linear interpolation between order statistics
 * (Hyndman & Fan's type 7, the default of R and numpy). InvariantError is not needed: an empty list gives NaN.
 */
export function sortedQuantile(sorted: readonly number[], p: number): number {
  if (sorted.length === 0) return NaN;
  const place = p * (sorted.length - 1);
  const low = Math.floor(place);
  const high = Math.min(sorted.length - 1, low + 1);
  const from = sorted[low] as number;
  return from + (place - low) * ((sorted[high] as number) - from);
}
