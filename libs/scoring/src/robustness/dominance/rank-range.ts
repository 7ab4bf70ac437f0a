import { accept, refusal, refuse, type Result } from '@fordela/domain';
import { solveLp, type LpConstraint } from '../../lp/solve-lp';
import { regionConstraints, type WeightRegion } from '../../weights/statements/weight-region';
import { dot } from '../linear/dense';
import { valueTolerance } from './dominance';
import { extremesOf, type Extremes } from './extremes';
import { boxFaults, type ValueBox } from './value-box';

/** An extreme rank: the one attained by known weights, and the furthest that has not been ruled out. */
export interface ExtremeRank {
  /** Attained at `weights`. */
  readonly rank: number;
  /** Proven bound; equal to `rank` when the proof is `exact`. */
  readonly bound: number;
  readonly proof: 'exact' | 'bounded';
  readonly weights: readonly number[];
}

/** The best and the worst rank an alternative can have. */
export interface RankRange {
  readonly best: ExtremeRank;
  readonly worst: ExtremeRank;
}

/**
 * The best and worst rank of alternatives over all weights in the region and all values in the box. The rank is one more than the
 * number of others that are strictly better (by more than 1e-9).
 *
 * Rule    Others that are better for every weight, or for none, are found pairwise. Among the rest, weights that let as few (as many)
 *         as possible be better are searched for by branch and bound over linear programs. Cut short after `mostCells` programs per
 *         rank, the answer is the rank attained and the bound proven so far.
 * Shapes  box: m × n; region: weights of n criteria; `only`: the alternatives wanted (default all).
 * Errors  `dominance-too-few`, `dominance-row-length`, `dominance-interval`, `change-unknown-alternative`.
 * Source  Kadziński, Greco & Słowiński, "Extreme ranking analysis in robust ordinal regression", Omega 40 (2012).
 */
export function rankRanges(
  box: ValueBox,
  region: WeightRegion,
  options: { readonly only?: readonly number[]; readonly mostCells?: number } = {},
): Result<readonly RankRange[]> {
  const faults = boxFaults(box, region);
  if (faults.length > 0) return refuse(faults);
  const only = options.only ?? box.low.map((_, i) => i);
  const unknown = only.filter((i) => !(Number.isInteger(i) && i >= 0 && i < box.low.length));
  if (unknown.length > 0)
    return refuse(unknown.map((i) => refusal('change-unknown-alternative', [], { alternative: String(i) })));
  const extremes = extremesOf(region);
  const mostCells = options.mostCells ?? 200;
  const { low, high } = box;
  return accept(
    only
      .map((i) => {
        // Best: itself at its highest, the others at their lowest, as few as possible better; worst the other way round.
        const best = fewestBetter(
          low.flatMap((row, k) => (k === i ? [] : [row.map((value, c) => high[i]![c]! - value)])),
          region,
          extremes,
          mostCells,
        );
        const worst = fewestBetter(
          high.flatMap((row, k) => (k === i ? [] : [row.map((value, c) => value - low[i]![c]! - strictly)])),
          region,
          extremes,
          mostCells,
        );
        const { length } = low;
        return {
          best: { ...best, rank: 1 + best.violated, bound: 1 + best.atLeast },
          worst: { ...worst, rank: length - worst.violated, bound: length - worst.atLeast },
        };
      })
      .map(({ best, worst }) => ({ best: extremeRank(best), worst: extremeRank(worst) })),
  );
}

/** Weights sum to 1, so taking this from every coefficient makes "at least 0" into "more than by rounding". */
const strictly = 2 * valueTolerance;

const extremeRank = ({
  rank,
  bound,
  weights,
}: {
  rank: number;
  bound: number;
  weights: readonly number[];
}): ExtremeRank => ({
  rank,
  bound,
  proof: rank === bound ? 'exact' : 'bounded',
  weights,
});

interface FewestViolated {
  readonly violated: number;
  readonly atLeast: number;
  readonly weights: readonly number[];
}

/** Weights of the region under which as few as possible of the conditions "row · w ≥ 0" are violated. */
function fewestBetter(
  rows: readonly (readonly number[])[],
  region: WeightRegion,
  { least, corners }: Extremes,
  mostCells: number,
): FewestViolated {
  const isViolated = (row: readonly number[], weights: readonly number[]) => dot(row, weights) < -valueTolerance;
  const never = rows.filter((row) => -least(row.map((value) => -value)).value < -valueTolerance);
  const open = rows.filter((row) => !never.includes(row) && least(row).value < -valueTolerance);
  let best = { violated: Infinity, weights: corners?.[0] ?? least(new Array<number>(region.count).fill(0)).weights };
  const consider = (weights: readonly number[]) => {
    const violated = open.filter((row) => isViolated(row, weights)).length;
    if (violated < best.violated) best = { violated, weights };
  };
  for (const corner of corners ?? []) consider(corner);
  consider(best.weights);
  const stack: { readonly kept: readonly number[]; readonly dropped: readonly number[] }[] = [
    { kept: [], dropped: [] },
  ];
  let cells = 0;
  for (; stack.length > 0 && cells < mostCells; cells++) {
    const { kept, dropped } = stack.pop()!;
    if (dropped.length >= best.violated) continue;
    const relaxed = relax(open, kept, dropped, region);
    if (!relaxed) continue;
    consider(relaxed.weights);
    if (relaxed.worst === null || dropped.length + 1 >= best.violated) continue;
    stack.push({ kept, dropped: [...dropped, relaxed.worst] }, { kept: [...kept, relaxed.worst], dropped });
  }
  const atLeast = stack.reduce((fewest, { dropped }) => Math.min(fewest, dropped.length), best.violated);
  return { violated: never.length + best.violated, atLeast: never.length + atLeast, weights: best.weights };
}

/** Weights that keep the kept rows and violate the others, the dropped aside, by as little as possible in all. */
function relax(
  rows: readonly (readonly number[])[],
  kept: readonly number[],
  dropped: readonly number[],
  region: WeightRegion,
): { readonly weights: readonly number[]; readonly worst: number | null } | null {
  const elastic = rows.map((_, k) => k).filter((k) => !kept.includes(k) && !dropped.includes(k));
  const { count } = region;
  const slack = (of: number | null) => elastic.map((k) => (k === of ? 1 : 0));
  const constraints: LpConstraint[] = [
    ...regionConstraints(region).map(({ coefficients, relation, rhs }) => ({
      coefficients: [...coefficients, ...slack(null)],
      relation,
      rhs,
    })),
    ...kept.map((k): LpConstraint => ({ coefficients: [...rows[k]!, ...slack(null)], relation: '>=', rhs: 0 })),
    ...elastic.map((k): LpConstraint => ({ coefficients: [...rows[k]!, ...slack(k)], relation: '>=', rhs: 0 })),
  ];
  const objective = [...new Array<number>(count).fill(0), ...elastic.map(() => 1)];
  const solution = solveLp({ objective, maximise: false, constraints });
  if (solution.status !== 'optimal') return null;
  const weights = solution.x.slice(0, count);
  let worst: number | null = null;
  for (const k of elastic)
    if (
      dot(rows[k]!, weights) < -valueTolerance &&
      (worst === null || dot(rows[k]!, weights) < dot(rows[worst]!, weights))
    )
      worst = k;
  return { weights, worst };
}
