/** How one uncertain number may turn out: evenly or with a peak between two ends, or one of a list with probabilities. */
export type Distribution =
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'discrete'; readonly outcomes: readonly Outcome[] };

export interface Outcome {
  readonly value: number;
  readonly probability: number;
}

/** A straight line: intercept + slope · x. */
export interface Line {
  readonly intercept: number;
  readonly slope: number;
}

/** The mean. */
export function meanOf(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'uniform':
      return (distribution.low + distribution.high) / 2;
    case 'triangular':
      return (distribution.low + distribution.mode + distribution.high) / 3;
    case 'discrete':
      return distribution.outcomes.reduce((sum, { value, probability }) => sum + value * probability, 0);
  }
}

/** The value below which a share p of the probability lies, 0 < p < 1. */
export function quantileOf(distribution: Distribution, p: number): number {
  switch (distribution.kind) {
    case 'uniform':
      return distribution.low + p * (distribution.high - distribution.low);
    case 'triangular': {
      const { low, mode, high } = distribution;
      const range = high - low;
      if (range <= 0) return low;
      const peak = (mode - low) / range;
      return p < peak ? low + Math.sqrt(p * range * (mode - low)) : high - Math.sqrt((1 - p) * range * (high - mode));
    }
    case 'discrete': {
      let sum = 0;
      for (const { value, probability } of distribution.outcomes) {
        sum += probability;
        if (p < sum) return value;
      }
      return distribution.outcomes.at(-1)?.value ?? 0;
    }
  }
}

/** P(X ≤ x) and E[X; X ≤ x] of a continuous distribution, for x between its ends. */
function below(distribution: Exclude<Distribution, { kind: 'discrete' }>, x: number): readonly [number, number] {
  const { low, high } = distribution;
  if (x <= low || high <= low) return x < low ? [0, 0] : high <= low ? [1, low] : [0, 0];
  if (x >= high) return [1, meanOf(distribution)];
  if (distribution.kind === 'uniform') return [(x - low) / (high - low), (x * x - low * low) / (2 * (high - low))];
  const { mode } = distribution;
  const rising = (y: number): readonly [number, number] => {
    const base = (high - low) * (mode - low);
    if (base <= 0) return [0, 0];
    const d = y - low;
    return [(d * d) / base, (2 * d * d * d) / (3 * base) + (low * d * d) / base];
  };
  if (x <= mode) return rising(x);
  const base = (high - low) * (high - mode);
  const d = high - x;
  const above = (d * d) / base;
  return [1 - above, meanOf(distribution) - (high * above - (2 * d * d * d) / (3 * base))];
}

export interface BestLine {
  /** The mean of the largest line. */
  readonly mean: number;
  /** Probability that each line is the largest; ties go to the first. */
  readonly probabilities: readonly number[];
}

/**
 * The mean of the largest of several lines at an uncertain x, exactly: the upper envelope's pieces are integrated one by one.
 *
 * Edges   No line: InvariantError by the caller. Lines that tie everywhere count as the first of them.
 * @example bestLine([{ intercept: 0, slope: 1 }, { intercept: 0.5, slope: 0 }], { kind: 'uniform', low: 0, high: 1 }) // mean 0.625
 */
export function bestLine(lines: readonly Line[], distribution: Distribution): BestLine {
  const at = (line: Line, x: number) => line.intercept + line.slope * x;
  const largest = (x: number) => {
    let best = 0;
    lines.forEach((line, i) => {
      if (at(line, x) > at(lines[best] as Line, x)) best = i;
    });
    return best;
  };
  const probabilities = new Array<number>(lines.length).fill(0);
  let mean = 0;
  if (distribution.kind === 'discrete') {
    for (const { value, probability } of distribution.outcomes) {
      const best = largest(value);
      mean += probability * at(lines[best] as Line, value);
      probabilities[best] = (probabilities[best] as number) + probability;
    }
    return { mean, probabilities };
  }
  const { low, high } = distribution;
  if (!(high > low)) {
    const best = largest(low);
    probabilities[best] = 1;
    return { mean: at(lines[best] as Line, low), probabilities };
  }
  const crossings = lines.flatMap((a, i) =>
    lines.slice(i + 1).flatMap((b) => {
      const x = (b.intercept - a.intercept) / (a.slope - b.slope);
      return x > low && x < high ? [x] : [];
    }),
  );
  const ends = [low, ...crossings.sort((a, b) => a - b), high];
  for (let k = 1; k < ends.length; k++) {
    const [from, to] = [ends[k - 1] as number, ends[k] as number];
    const best = largest((from + to) / 2);
    const [p0, m0] = below(distribution, from);
    const [p1, m1] = below(distribution, to);
    const line = lines[best] as Line;
    mean += line.intercept * (p1 - p0) + line.slope * (m1 - m0);
    probabilities[best] = (probabilities[best] as number) + p1 - p0;
  }
  return { mean, probabilities };
}

/** The mean of as many draws with replacement as there are ratings, each outcome with its exact probability. */
export function bootstrapMean(ratings: readonly number[]): Distribution {
  const count = ratings.length;
  let sums = new Map<number, number>([[0, 1]]);
  for (let draw = 0; draw < count; draw++) {
    const next = new Map<number, number>();
    for (const [sum, probability] of sums)
      for (const rating of ratings) {
        // Sums of the same ratings in another order must meet: nine decimals are far below any rating scale's step.
        const key = Math.round((sum + rating) * 1e9) / 1e9;
        next.set(key, (next.get(key) ?? 0) + probability / count);
      }
    sums = next;
  }
  const outcomes = [...sums]
    .sort(([a], [b]) => a - b)
    .map(([sum, probability]) => ({ value: sum / count, probability }));
  return { kind: 'discrete', outcomes };
}

/** One of the ratings, each as likely. */
export function oneOf(ratings: readonly number[]): Distribution {
  const counts = new Map<number, number>();
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  const outcomes = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([value, count]) => ({ value, probability: count / ratings.length }));
  return { kind: 'discrete', outcomes };
}
