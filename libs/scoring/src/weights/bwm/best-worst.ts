import { accept, invariant, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { solveLp, type LpConstraint } from '../../lp/solve-lp';

/** What the best-worst method gives. Intervals are those of all weights with the same, least ξ (nonlinear model only). */
export interface BestWorstResult {
  readonly weights: readonly number[];
  readonly intervals: readonly (readonly [low: number, high: number])[] | null;
  readonly xi: number;
  /** Largest ξ possible for this a(best, worst); null for the linear model with judgements off the 1–9 scale. */
  readonly consistencyIndex: number;
  /** ξ / consistency index for the nonlinear model. For the linear model ξ itself is the indicator (Rezaei 2016). */
  readonly consistencyRatio: number;
  /** Input-based ratio max |a(B,j)·a(j,W) − a(B,W)| / (a(B,W)² − a(B,W)), known before solving; 0 when consistent. */
  readonly inputBasedRatio: number;
  readonly best: number;
  readonly worst: number;
}

/**
 * Weights from how much the best criterion beats each, and how much each beats the worst.
 *
 * Shapes  bestToOthers and othersToWorst: n each, ≥ 1; a 1 in each marks the best and the worst (the first such).
 * Rules   linear: least ξ with |w(B) − a(B,j) w(j)| ≤ ξ and |w(j) − a(j,W) w(W)| ≤ ξ. nonlinear: least ξ with
 *         |w(B)/w(j) − a(B,j)| ≤ ξ and |w(j)/w(W) − a(j,W)| ≤ ξ; it leaves intervals, whose midpoints scaled to sum 1 are the weights.
 * Errors  `bwm-length`, `bwm-below-one`, `bwm-no-best`, `bwm-no-worst`, `bwm-contradiction` (the two vectors give a(B,W) differently).
 * Source  Rezaei 2015, Omega 53:49–57 (nonlinear); Rezaei 2016, Omega 64:126–130 (linear, intervals); Liang, Brunelli & Rezaei
 *         2020, Omega 96:102175 (input-based ratio).
 */
export function bestWorstWeights(
  bestToOthers: readonly number[],
  othersToWorst: readonly number[],
  model: 'linear' | 'nonlinear',
  path: Path = [],
): Result<BestWorstResult> {
  const fault = bestWorstFault(bestToOthers, othersToWorst, path);
  if (fault) return refuse([fault]);
  const best = bestToOthers.indexOf(1);
  const worst = othersToWorst.lastIndexOf(1);
  const span = bestToOthers[worst]!;
  const inputBasedRatio =
    span === 1
      ? 0
      : bestToOthers.reduce(
          (most, value, j) => Math.max(most, Math.abs(value * othersToWorst[j]! - span) / (span * span - span)),
          0,
        );
  const consistencyIndex = nonlinearConsistencyIndex(span);
  if (model === 'linear') {
    const { weights, xi } = linearModel(bestToOthers, othersToWorst, best, worst);
    return accept({
      weights,
      intervals: null,
      xi,
      consistencyIndex,
      consistencyRatio: xi,
      inputBasedRatio,
      best,
      worst,
    });
  }
  const { intervals, weights, xi } = nonlinearModel(bestToOthers, othersToWorst, best, worst);
  const consistencyRatio = consistencyIndex === 0 ? 0 : xi / consistencyIndex;
  return accept({ weights, intervals, xi, consistencyIndex, consistencyRatio, inputBasedRatio, best, worst });
}

function bestWorstFault(bestToOthers: readonly number[], othersToWorst: readonly number[], path: Path) {
  if (bestToOthers.length !== othersToWorst.length)
    return refusal('bwm-length', [...path, 'othersToWorst'], {
      length: othersToWorst.length,
      expected: bestToOthers.length,
    });
  for (const [key, vector] of [
    ['bestToOthers', bestToOthers],
    ['othersToWorst', othersToWorst],
  ] as const) {
    const below = vector.findIndex((value) => !(value >= 1));
    if (below >= 0) return refusal('bwm-below-one', [...path, key, below], { value: vector[below]! });
  }
  if (!bestToOthers.includes(1)) return refusal('bwm-no-best', [...path, 'bestToOthers']);
  if (!othersToWorst.includes(1)) return refusal('bwm-no-worst', [...path, 'othersToWorst']);
  const [best, worst] = [bestToOthers.indexOf(1), othersToWorst.lastIndexOf(1)];
  if (bestToOthers[worst] !== othersToWorst[best])
    return refusal('bwm-contradiction', [...path, 'othersToWorst', best], {
      bestToWorst: bestToOthers[worst]!,
      opposite: othersToWorst[best]!,
    });
  return null;
}

/** The largest possible ξ: the smaller root of ξ² − (1 + 2a)ξ + (a² − a) = 0, with a = a(best, worst). */
function nonlinearConsistencyIndex(span: number): number {
  const b = 1 + 2 * span;
  return (b - Math.sqrt(b * b - 4 * (span * span - span))) / 2;
}

function linearModel(bestToOthers: readonly number[], othersToWorst: readonly number[], best: number, worst: number) {
  const n = bestToOthers.length;
  const constraints: LpConstraint[] = [{ coefficients: [...bestToOthers.map(() => 1), 0], relation: '=', rhs: 1 }];
  const within = (i: number, factor: number, j: number) => {
    if (i === j) return;
    for (const sign of [1, -1]) {
      const coefficients = new Array<number>(n + 1).fill(0);
      coefficients[i] = sign;
      coefficients[j] = -sign * factor;
      coefficients[n] = -1;
      constraints.push({ coefficients, relation: '<=', rhs: 0 });
    }
  };
  bestToOthers.forEach((factor, j) => within(best, factor, j));
  othersToWorst.forEach((factor, j) => within(j, factor, worst));
  const solution = solveLp({ objective: [...bestToOthers.map(() => 0), 1], maximise: false, constraints });
  invariant(solution.status === 'optimal', 'the best-worst program always has an optimum');
  return { weights: solution.x.slice(0, n), xi: solution.x[n]! < 1e-12 ? 0 : solution.x[n]! };
}

/**
 * With w(W) = 1 and w(B) = b, a weight w(j) fits when it lies in [a(j,W) − ξ, a(j,W) + ξ] and in [b/(a(B,j) + ξ), b/(a(B,j) − ξ)]:
 * possible exactly when b lies between two products. The least ξ for which these ranges of b meet is found by bisection.
 */
function nonlinearModel(
  bestToOthers: readonly number[],
  othersToWorst: readonly number[],
  best: number,
  worst: number,
) {
  const span = bestToOthers[worst]!;
  const others = bestToOthers.map((_, j) => j).filter((j) => j !== best && j !== worst);
  const rangeOfB = (xi: number): [number, number] => {
    const lows = others.map((j) => Math.max(0, bestToOthers[j]! - xi) * Math.max(0, othersToWorst[j]! - xi));
    const highs = others.map((j) => (bestToOthers[j]! + xi) * (othersToWorst[j]! + xi));
    return [Math.max(span - xi, ...lows), Math.min(span + xi, ...highs)];
  };
  const possible = (xi: number) => {
    const [low, high] = rangeOfB(xi);
    return low <= high * (1 + 1e-15);
  };
  let [low, high] = [0, nonlinearConsistencyIndex(span) + 1];
  if (possible(0)) high = 0;
  for (let step = 0; step < 200 && high - low > 0; step += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (possible(middle)) high = middle;
    else low = middle;
  }
  const xi = high;
  const [from, to] = rangeOfB(xi);
  const b = (from + Math.max(from, to)) / 2;
  const bounds = bestToOthers.map((factor, j): [number, number] => {
    if (j === best) return [b, b];
    if (j === worst) return [1, 1];
    const least = Math.max(othersToWorst[j]! - xi, b / (factor + xi));
    const most = Math.min(othersToWorst[j]! + xi, factor > xi ? b / (factor - xi) : Infinity);
    return [least, Math.max(least, most)];
  });
  const sums = [0, 1].map((end) => bounds.reduce((sum, bound) => sum + bound[end]!, 0)) as [number, number];
  const intervals = bounds.map(([least, most]): [number, number] => [
    least / (sums[1] - most + least),
    most / (sums[0] - least + most),
  ]);
  const middles = intervals.map(([least, most]) => (least + most) / 2);
  const total = middles.reduce((sum, value) => sum + value, 0);
  return { xi, intervals, weights: middles.map((value) => value / total) };
}
