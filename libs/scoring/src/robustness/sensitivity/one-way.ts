import { accept, refuse, type Result } from '@fordela/domain';
import { orderOf, weightLine, type WeightLine } from './weight-line';
import { additiveFaults, rankingSteps, type Overtaking, type RankingStep } from './weight-stability';

/** A stretch of the weight on which the ranking is the same. */
export interface RankingStretch {
  readonly from: number;
  readonly to: number;
  /** Alternatives, best first. */
  readonly order: readonly number[];
}

/** What happens to scores and ranking while one weight goes from 0 to 1. */
export interface OneWay {
  readonly criterion: number;
  readonly weight: number;
  /** Per alternative its score at weight 0, now, and at 1: a straight line from the first to the last. */
  readonly scores: readonly { readonly atZero: number; readonly now: number; readonly atOne: number }[];
  /** Who is first on which stretch, from 0 to 1. */
  readonly first: readonly { readonly from: number; readonly to: number; readonly alternative: number }[];
  /** The stretches nearest to the weight now, from low to high; those further out are left out when there are too many. */
  readonly stretches: readonly RankingStretch[];
  /** True when all stretches from 0 to 1 are listed. */
  readonly complete: boolean;
  readonly changes: readonly { readonly weight: number; readonly overtakings: readonly Overtaking[] }[];
}

/**
 * One-way sensitivity of an additive model to each weight, the others keeping their proportions. Exact: every change of the
 * ranking is found where two straight lines cross.
 *
 * Shapes  values: m × n; weights: n summing to 1. `mostChanges` bounds the changes listed on each side of the weight now.
 * Errors  As for `weightStability`.
 */
export function oneWaySensitivity(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  mostChanges = 100,
): Result<readonly OneWay[]> {
  const faults = additiveFaults(values, weights);
  if (faults.length > 0) return refuse(faults);
  return accept(weights.map((_, criterion) => oneWay(values, weights, criterion, mostChanges)));
}

function oneWay(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  criterion: number,
  mostChanges: number,
): OneWay {
  const line = weightLine(values, weights, criterion);
  const scores = line.now.map((now, i) => ({ atZero: line.atZero[i]!, now, atOne: line.atOne[i]! }));
  const start = { from: line.movable ? 0 : 1, to: 1, order: orderOf(line.now) };
  if (!line.movable) {
    const first = [{ from: 1, to: 1, alternative: start.order[0]! }];
    return { criterion, weight: 1, scores, first, stretches: [start], complete: true, changes: [] };
  }
  const [down, up] = [stepsTo(line, -1, mostChanges), stepsTo(line, 1, mostChanges)];
  const stretches: RankingStretch[] = [start];
  for (const step of up.steps) {
    const last = stretches.pop()!;
    stretches.push({ ...last, to: step.weight }, { from: step.weight, to: 1, order: step.order });
  }
  for (const step of down.steps) {
    const next = stretches.shift()!;
    stretches.unshift({ from: 0, to: step.weight, order: step.order }, { ...next, from: step.weight });
  }
  return {
    criterion,
    weight: line.weight,
    scores,
    first: envelope(line.atZero, line.atOne),
    stretches: stretches.filter(({ from, to }) => to > from),
    complete: up.complete && down.complete,
    changes: [...[...down.steps].reverse(), ...up.steps].map(({ weight, overtakings }) => ({ weight, overtakings })),
  };
}

/** The changes of the ranking on one side of the weight now, nearest first, up to a number of them. */
function stepsTo(
  line: WeightLine,
  direction: 1 | -1,
  most: number,
): { readonly steps: readonly RankingStep[]; readonly complete: boolean } {
  const steps: RankingStep[] = [];
  for (const step of rankingSteps(line, direction)) {
    if (steps.length === most) return { steps, complete: false };
    steps.push(step);
  }
  return { steps, complete: true };
}

/** The highest of the straight lines over [0, 1]: who is first where. Equal lines: the lower index. */
export function envelope(
  atZero: readonly number[],
  atOne: readonly number[],
): readonly { readonly from: number; readonly to: number; readonly alternative: number }[] {
  const slope = (i: number) => atOne[i]! - atZero[i]!;
  const segments: { from: number; to: number; alternative: number }[] = [];
  let at = 0;
  let leader = atZero.reduce((best, score, i) => {
    const gain = score - atZero[best]!;
    return gain > 0 || (gain === 0 && slope(i) > slope(best)) ? i : best;
  }, 0);
  for (;;) {
    let next: { weight: number; alternative: number } | null = null;
    for (let i = 0; i < atZero.length; i++) {
      const faster = slope(i) - slope(leader);
      if (!(faster > 0)) continue;
      const weight = Math.max(at, (atZero[leader]! - atZero[i]!) / faster);
      if (weight >= 1) continue;
      if (!next || weight < next.weight || (weight === next.weight && slope(i) > slope(next.alternative)))
        next = { weight, alternative: i };
    }
    if (!next) return [...segments, { from: at, to: 1, alternative: leader }];
    if (next.weight > at) segments.push({ from: at, to: next.weight, alternative: leader });
    [at, leader] = [next.weight, next.alternative];
  }
}
