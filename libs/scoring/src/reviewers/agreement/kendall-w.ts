import { accept, at, refusal, refuse, type Result } from '@fordela/domain';
import { chiSquareTail } from '../numbers/chi-square-tail';
import { completeTable, type MissingPolicy, type RatingTable } from './rating-table';

/** `corrected` takes ties into account; `uncorrected` is the plain formula, which ties make too small. */
export const tieCorrections = ['corrected', 'uncorrected'] as const;
export type TieCorrection = (typeof tieCorrections)[number];

export interface KendallW {
  readonly w: number;
  /** Mean of Spearman's rank correlations over all pairs of reviewers: (m·W − 1)/(m − 1). */
  readonly meanSpearman: number;
  readonly chiSquare: number;
  readonly degrees: number;
  readonly pValue: number;
  /** Sum of each unit's ranks over the reviewers, in the order of the units used. */
  readonly rankSums: readonly number[];
  readonly tiesFound: boolean;
  readonly usedUnits: readonly number[];
  readonly droppedUnits: readonly number[];
}

/** Ranks from 1 for the lowest value; equal values share the mean of their ranks. */
export function midranks(values: readonly number[]): readonly number[] {
  const order = values.map((_, index) => index).sort((a, b) => at(values, a) - at(values, b) || a - b);
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && at(values, at(order, end + 1)) === at(values, at(order, start))) end += 1;
    for (let place = start; place <= end; place += 1) ranks[at(order, place)] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}

/**
 * Kendall's coefficient of concordance: how far the reviewers put the units in the same order. 1 same order, 0 none.
 *
 * Shapes  table: n ≥ 2 units × m ≥ 2 reviewers, ratings or ranks (each reviewer's ratings are turned into mid-ranks).
 * Edges   Gaps are refused, or units with gaps left out. The chi-square test is meant for n > 7.
 * Errors  Refusals: of the table; `kendall-too-small`; `kendall-all-tied` when every reviewer ties every unit.
 * Source  Kendall & Babington Smith, Annals of Mathematical Statistics 10 (1939); Kendall & Gibbons, Rank Correlation Methods, ch. 6.
 */
export function kendallW(
  table: RatingTable,
  options: { readonly missing: MissingPolicy; readonly ties: TieCorrection },
): Result<KendallW> {
  const complete = completeTable(table, options.missing);
  if (!complete.ok) return complete;
  const { rows, keptUnits, droppedUnits } = complete.value;
  const n = rows.length;
  const m = rows[0]?.length ?? 0;
  if (n < 2 || m < 2) return refuse([refusal('kendall-too-small', [], { units: n, reviewers: m })]);
  const rankSums = new Array<number>(n).fill(0);
  let tieSum = 0;
  for (let reviewer = 0; reviewer < m; reviewer += 1) {
    const column = rows.map((row) => at(row, reviewer));
    midranks(column).forEach((rank, unit) => {
      rankSums[unit] = at(rankSums, unit) + rank;
    });
    const counts = new Map<number, number>();
    for (const value of column) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const count of counts.values()) tieSum += count ** 3 - count;
  }
  const middle = (m * (n + 1)) / 2;
  const spread = rankSums.reduce((sum, rank) => sum + (rank - middle) ** 2, 0);
  const scale = m * m * (n ** 3 - n) - (options.ties === 'corrected' ? m * tieSum : 0);
  if (!(scale > 0)) return refuse([refusal('kendall-all-tied')]);
  const w = (12 * spread) / scale;
  const chiSquare = m * (n - 1) * w;
  return accept({
    w,
    meanSpearman: (m * w - 1) / (m - 1),
    chiSquare,
    degrees: n - 1,
    pValue: chiSquareTail(chiSquare, n - 1),
    rankSums,
    tiesFound: tieSum > 0,
    usedUnits: keptUnits,
    droppedUnits,
  });
}
