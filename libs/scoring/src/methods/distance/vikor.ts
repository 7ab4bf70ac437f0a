import { compareIds } from '../common/ranks';
import type { Direction } from '../../problem/criterion';

export interface VikorResult {
  /** Weighted sum of the gaps to the best (group utility), largest weighted gap (regret), and their compromise. Lower is better. */
  readonly s: readonly number[];
  readonly r: readonly number[];
  readonly q: readonly number[];
  /** Condition 1: the second-best Q is at least `requiredAdvantage` behind. */
  readonly acceptableAdvantage: boolean;
  /** Condition 2: the best by Q is also best by S or R. */
  readonly acceptableStability: boolean;
  readonly requiredAdvantage: number;
  readonly advantage: number | null;
  /** Indexes, best first. */
  readonly compromise: readonly number[];
}

/**
 * VIKOR: a compromise between the utility of the majority and the regret of the opponent.
 *
 * Shapes  values: m ≥ 1 × n; weights, directions: n; ids: m (last tie-break). v in [0, 1] is the weight of the majority's utility.
 * Rule    S = Σ w (f* − f)/(f* − f⁻), R = max of the terms, Q = v (S − S*)/(S⁻ − S*) + (1 − v)(R − R*)/(R⁻ − R*).
 * Edges   A constant criterion adds nothing. If all S (or R) are equal, its term in Q is 0. With one alternative it is the compromise.
 *         requiredAdvantage defaults to 1/(m − 1).
 * Compromise set: only the best when both conditions hold; best and second when only stability fails; every alternative closer
 *         to the best than the required advantage when the advantage fails.
 * Source  Opricovic & Tzeng 2004, EJOR 156:445–455.
 */
export function vikor(
  ids: readonly string[],
  values: readonly (readonly number[])[],
  weights: readonly number[],
  directions: readonly Direction[],
  options: { readonly v: number; readonly requiredAdvantage?: number; readonly tolerance: number },
): VikorResult {
  const terms = weightedGaps(values, weights, directions);
  const s = terms.map((row) => row.reduce((sum, term) => sum + term, 0));
  const r = terms.map((row) => Math.max(0, ...row));
  const [us, ur] = [rescaled(s), rescaled(r)];
  const q = us.map((value, i) => options.v * value + (1 - options.v) * ur[i]!);
  const order = ids.map((_, i) => i).sort((a, b) => q[a]! - q[b]! || compareIds(ids[a]!, ids[b]!));
  const [first, second] = order as [number, number | undefined];
  const requiredAdvantage = options.requiredAdvantage ?? 1 / Math.max(1, ids.length - 1);
  const advantage = second === undefined ? null : q[second]! - q[first]!;
  const acceptableAdvantage = advantage === null || advantage >= requiredAdvantage - options.tolerance;
  const isLeast = (xs: readonly number[]) => xs[first]! <= Math.min(...xs) + options.tolerance;
  const acceptableStability = isLeast(s) || isLeast(r);
  const compromise = !acceptableAdvantage
    ? order.filter((i) => q[i]! - q[first]! < requiredAdvantage - options.tolerance)
    : acceptableStability || second === undefined
      ? [first]
      : [first, second];
  return { s, r, q, acceptableAdvantage, acceptableStability, requiredAdvantage, advantage, compromise };
}

/** w × (best − x)/(best − worst) per cell; 0 where the criterion is constant. */
function weightedGaps(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  directions: readonly Direction[],
): readonly (readonly number[])[] {
  const columns = directions.map((direction, j) => {
    const column = values.map((row) => row[j]!);
    const [low, high] = [Math.min(...column), Math.max(...column)];
    const best = direction === 'maximise' ? high : low;
    return column.map((x) => (low === high ? 0 : (weights[j]! * Math.abs(best - x)) / (high - low)));
  });
  return values.map((_, i) => columns.map((column) => column[i]!));
}

function rescaled(xs: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  return xs.map((x) => (high === low ? 0 : (x - low) / (high - low)));
}
