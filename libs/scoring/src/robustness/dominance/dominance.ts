import { accept, refuse, type Result } from '@fordela/domain';
import type { WeightRegion } from '../../weights/statements/weight-region';
import { extremesOf } from './extremes';
import { boxFaults, type ValueBox } from './value-box';

/** Differences smaller than this, in units of value, count as none. */
export const valueTolerance = 1e-9;

/**
 * How surely the first of a pair is at least as good as the second, strongest first:
 * `criteria-strict` better on every criterion; `criteria-weak` as good on every criterion and better on one;
 * `absolute` its lowest score over all weights is at least the other's highest;
 * `pairwise` at least as good for every weight (and every value) allowed, and better for some;
 * `equal` the same for every weight.
 */
export const dominanceKinds = ['criteria-strict', 'criteria-weak', 'absolute', 'pairwise', 'equal'] as const;
export type DominanceKind = (typeof dominanceKinds)[number];

export interface DominanceAnswer {
  /** Per alternative: the range of its score over the region of weights and its own values, and its greatest regret. */
  readonly alternatives: readonly {
    readonly lowestScore: number;
    readonly highestScore: number;
    /** The most it can fall short of the best of the others: 0 or less only if it is never beaten. */
    readonly greatestRegret: number;
    readonly dominatedBy: readonly number[];
  }[];
  /** Row i, column j: the least lead of i over j, over all weights and values allowed. 0 on the diagonal. */
  readonly leastLeads: readonly (readonly number[])[];
  /** Every pair with dominance, by the strongest kind that holds. */
  readonly pairs: readonly {
    readonly better: number;
    readonly worse: number;
    readonly kinds: readonly DominanceKind[];
  }[];
  /** Alternatives no other dominates. */
  readonly nonDominated: readonly number[];
  /** How leads were found: over the listed corners of the region, or by a linear program per pair. */
  readonly by: 'corners' | 'linear-programs';
}

/**
 * Who is at least as good as whom, whatever the weights in the region and the values in the box. Exact.
 *
 * Shapes  box: m × n lowest and highest values; region: weights of n criteria.
 * Edges   Differences below 1e-9 count as none. Two alternatives that are the same for every weight do not dominate each other.
 * Errors  `dominance-too-few`, `dominance-row-length`, `dominance-interval`.
 * Source  Salo & Hämäläinen, "Preference ratios in multiattribute evaluation (PRIME)", IEEE Trans. SMC 31 (2001), and "Preference
 *         programming" (2010): absolute and pairwise dominance, maximum regret.
 * @example dominance(exactBox([[1, 0.5], [0.5, 0.5]]), { count: 2, statements: [] }) // 0 dominates 1
 */
export function dominance(box: ValueBox, region: WeightRegion): Result<DominanceAnswer> {
  const faults = boxFaults(box, region);
  if (faults.length > 0) return refuse(faults);
  const { low, high } = box;
  const { least, corners } = extremesOf(region);
  const leastLeads = low.map((row, i) =>
    high.map((other, j) => (i === j ? 0 : least(row.map((value, c) => value - other[c]!)).value)),
  );
  const lowest = low.map((row) => least(row).value);
  const highest = high.map((row) => -least(row.map((value) => -value)).value);
  const pairs = low.flatMap((_, better) =>
    low.flatMap((__, worse) => {
      if (better === worse) return [];
      const kinds = kindsOf(box, better, worse, leastLeads, lowest, highest);
      return kinds.length > 0 ? [{ better, worse, kinds }] : [];
    }),
  );
  const dominatedBy = low.map((_, i) =>
    pairs
      .filter(({ worse, kinds }) => worse === i && kinds.some((kind) => kind !== 'equal'))
      .map(({ better }) => better),
  );
  return accept({
    alternatives: low.map((_, i) => ({
      lowestScore: lowest[i]!,
      highestScore: highest[i]!,
      greatestRegret: leastLeads[i]!.reduce((most, lead, j) => (i === j ? most : Math.max(most, -lead)), -Infinity),
      dominatedBy: dominatedBy[i]!,
    })),
    leastLeads,
    pairs,
    nonDominated: dominatedBy.flatMap((by, i) => (by.length === 0 ? [i] : [])),
    by: corners ? 'corners' : 'linear-programs',
  });
}

function kindsOf(
  { low, high }: ValueBox,
  better: number,
  worse: number,
  leastLeads: readonly (readonly number[])[],
  lowest: readonly number[],
  highest: readonly number[],
): readonly DominanceKind[] {
  const least = leastLeads[better]![worse]!;
  const most = -leastLeads[worse]![better]!;
  const kinds: DominanceKind[] = [];
  const gaps = low[better]!.map((value, c) => value - high[worse]![c]!);
  if (gaps.every((gap) => gap > valueTolerance)) kinds.push('criteria-strict');
  if (gaps.every((gap) => gap >= -valueTolerance) && gaps.some((gap) => gap > valueTolerance))
    kinds.push('criteria-weak');
  if (least < -valueTolerance) return kinds;
  if (most <= valueTolerance) return [...kinds, 'equal'];
  if (lowest[better]! >= highest[worse]! - valueTolerance) kinds.push('absolute');
  return [...kinds, 'pairwise'];
}
