import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import {
  addFractions,
  fraction,
  fractionOf,
  multiplyFractions,
  roundToDecimals,
  type Fraction,
} from '../problem/fraction';
import { ownValue } from '../problem/read-objective';
import type { ConstraintSystem } from '../optimise/constraints';
import type { ObjectiveProgram } from '../optimise/objective-program';
import { baseModelOf, choiceOf, pointOf, variedModel } from '../optimise/program';
import type { Choice } from '../optimise/choice';
import { solveExactly } from '../solver/exact/solve-exactly';
import type { MipModel } from '../solver/mip-solver';
import type { ProblemChange } from './changed-problem';
import { demandRows, noDemand, type Demand } from './demand';
import type { KnownPortfolio, KnownPortfolios } from './known-portfolios';

/** The weight of one criterion moves in steps of this part of all weights together. */
export const weightSteps = 10_000;

/** The best portfolios while one criterion's weight moves: `choice` is best from step `from` to step `to`, both included. */
export interface WeightSegment {
  readonly from: number;
  readonly to: number;
  readonly choice: Choice;
}

/**
 * The problem along the weight of one criterion. At step k its weight is k/10,000 of the sum of all weights, and the others share
 * the rest in their present proportions, so that every project's value is linear in k.
 */
export interface WeightLine {
  readonly criterion: string;
  /** The step nearest to the present weight. */
  readonly now: number;
  readonly segments: readonly WeightSegment[];
  /** Both ends of every segment, in the order of their steps, with the best objective there. */
  readonly ends: readonly { readonly step: number; readonly top: number }[];
  /** The objective of a known portfolio at a step. */
  readonly worthOf: (known: KnownPortfolio, step: number) => number;
  /** A best portfolio at a step of those that meet a demand, if it is at least `atLeast`; null when none is. */
  readonly best: (step: number, demand: Demand, atLeast: number) => Float64Array | null;
  /** What a portfolio that reaches `worth` in the problem's own objective reaches at the present step, at most. */
  readonly mostNow: (worth: number) => number;
  /** The weight at a step, in the file's unit. */
  readonly weightAt: (step: number) => number;
  /** The problem at a step, to solve anew. */
  readonly change: (step: number) => ProblemChange;
}

/** Sums of step × value must stay exact. */
const largestTotal = 2 ** 50;

/**
 * The weight line of a criterion, or null when its weight cannot be moved: values not made from weights, one criterion only,
 * negative weights, or an objective that is not linear in the problem's own value.
 *
 * Rule    The best objective is convex and piecewise linear in k. Between two known best portfolios whose lines cross at k, the
 *         whole steps on either side of k are solved; if neither improves, the lines meet there (Eisner & Severance).
 * Source  Eisner & Severance, Journal of the ACM 23 (1976) 619–635.
 */
export function weightLine(
  problem: AllocationProblem,
  system: ConstraintSystem,
  objective: Objective,
  criterion: string,
  settings: SolverSettings,
  program: ObjectiveProgram,
  known: KnownPortfolios,
): WeightLine | null {
  const ends = lineEnds(problem, system, objective, criterion);
  if (!ends) return null;
  const { atZero, atOne, share, total, grid } = ends;
  const base = baseModelOf(system, {
    weights: new Float64Array(system.columns.length),
    auxiliaries: [],
    rows: [],
    offset: 0,
    scale: 1,
    sign: 1,
    valueGrid: 1,
  });
  const weightsAt = (step: number) =>
    atZero.map((zero, j) => (weightSteps - step) * zero + step * (atOne[j] as number));
  const solve = (step: number, demand: Demand, atLeast?: number): Float64Array | null => {
    const model: MipModel = {
      ...variedModel(base, system, demandRows(system, demand), demand.forced),
      objective: weightsAt(step),
    };
    const { effortLimit } = settings;
    const { values } = solveExactly(model, { gap: 0, effortLimit, ...(atLeast !== undefined && { atLeast }) });
    known.add(values);
    return values;
  };
  const worth = (point: Float64Array, step: number) => {
    const weights = weightsAt(step);
    return point.reduce((sum, chosen, j) => sum + chosen * (weights[j] as number), 0);
  };
  const segments = envelope(system, (step) => solve(step, noDemand), worth);
  if (segments === null) return null;
  const now = Math.round(share * weightSteps);
  const endsOf = new Map<KnownPortfolio, readonly [number, number]>();
  const endsOfKnown = (portfolio: KnownPortfolio) => {
    const own = endsOf.get(portfolio) ?? [dot(atZero, portfolio.point), dot(atOne, portfolio.point)];
    endsOf.set(portfolio, own);
    return own;
  };
  return {
    criterion,
    now,
    segments,
    ends: segments.flatMap(({ from, to, choice }) => {
      const point = pointOf(system, choice, system.columns.length);
      return [from, to].map((step) => ({ step, top: worth(point, step) }));
    }),
    worthOf: (portfolio, step) => {
      const [zero, one] = endsOfKnown(portfolio);
      return (weightSteps - step) * zero + step * one;
    },
    best: solve,
    mostNow: mostBetween(weightsAt(now), program.weights),
    weightAt: (step) => (total * step) / weightSteps,
    change: (step) => {
      const values: Record<string, number[]> = {};
      for (const [id, columns] of system.columnsOf)
        values[id] = columns.map((j) => {
          const money = objective.name === 'value_times_money' ? moneyOf(system, j) : 1;
          const zero = money === 0 ? 0 : (atZero[j] as number) / money;
          const one = money === 0 ? 0 : (atOne[j] as number) / money;
          return (weightSteps - step) * zero + step * one;
        });
      return { kind: 'values', valueScale: (problem.valueScale / grid) * weightSteps, values };
    },
  };
}

/**
 * An upper bound on one objective for portfolios that reach a worth in another: nearly a multiple of it, since both weigh the same
 * values as they stand now, but each rounded to a grid of its own.
 */
function mostBetween(objective: Float64Array, other: Float64Array): (worth: number) => number {
  const sum = (weights: Float64Array) => weights.reduce((total, weight) => total + Math.abs(weight), 0);
  const ratio = sum(objective) / Math.max(1, sum(other));
  const slack = objective.reduce((total, weight, j) => total + Math.max(0, weight - ratio * (other[j] as number)), 0);
  return (worth) => ratio * worth + slack + 1e-12 * sum(objective);
}

function dot(weights: Float64Array, point: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < weights.length; j += 1) sum += (weights[j] as number) * (point[j] as number);
  return sum;
}

const moneyOf = (system: ConstraintSystem, j: number): number => {
  const column = system.columns[j];
  return column?.kind === 'level' ? column.level.money : 0;
};

/** Every decision's objective with the criterion's weight at nothing and at everything, on a grid that keeps sums exact. */
function lineEnds(problem: AllocationProblem, system: ConstraintSystem, objective: Objective, criterion: string) {
  const isLinear = objective.name === 'sum_of_value' || objective.name === 'value_times_money';
  if (!problem.weights || !isLinear || objective.of !== ownValue || objective.penaltyPerGrant !== 0) return null;
  if (problem.synergies.length > 0) return null;
  const exact = Object.entries(problem.weights).map(([name, text]) => [name, fractionOf(text) ?? fraction(0)] as const);
  const total = exact.reduce((sum, [, weight]) => addFractions(sum, weight), fraction(0));
  const own = exact.find(([name]) => name === criterion)?.[1];
  if (!own || exact.some(([, weight]) => weight.numerator < 0n)) return null;
  const rest = addFractions(total, multiplyFractions(own, fraction(-1)));
  if (rest.numerator <= 0n) return null;
  const perRest = multiplyFractions(total, { numerator: rest.denominator, denominator: rest.numerator });
  const valueAt = (j: number, end: 'zero' | 'one'): Fraction => {
    const column = system.columns[j];
    if (column?.kind !== 'level') return fraction(0);
    const point = (name: string) => fraction(column.level.values[name]?.point ?? 0);
    if (end === 'one') return multiplyFractions(total, point(criterion));
    const others = exact
      .filter(([name]) => name !== criterion)
      .reduce((sum, [name, weight]) => addFractions(sum, multiplyFractions(weight, point(name))), fraction(0));
    return multiplyFractions(others, perRest);
  };
  const factor = Float64Array.from(system.columns, (_, j) =>
    objective.name === 'value_times_money' ? moneyOf(system, j) : 1,
  );
  const columns = [...system.columns.keys()];
  const exactEnds = columns.map((j) => [valueAt(j, 'zero'), valueAt(j, 'one')] as const);
  for (let grid = 1; ; grid *= 10) {
    const whole = (value: Fraction) => Number(roundToDecimals(multiplyFractions(value, fraction(1, grid)), 0));
    const atZero = Float64Array.from(exactEnds, ([zero], j) => whole(zero) * (factor[j] as number));
    const atOne = Float64Array.from(exactEnds, ([, one], j) => whole(one) * (factor[j] as number));
    const sum = columns.reduce(
      (most, j) => most + Math.max(Math.abs(atZero[j] as number), Math.abs(atOne[j] as number)),
      0,
    );
    if (sum * weightSteps > largestTotal) continue;
    const number = (value: Fraction) => Number(value.numerator) / Number(value.denominator);
    return { atZero, atOne, grid, total: number(total), share: number(own) / number(total) };
  }
}

/** The upper envelope over the whole steps; null when some step could not be solved. */
function envelope(
  system: ConstraintSystem,
  solve: (step: number) => Float64Array | null,
  worth: (point: Float64Array, step: number) => number,
): readonly WeightSegment[] | null {
  const [first, last] = [solve(0), solve(weightSteps)];
  if (!first || !last) return null;
  const segments: { from: number; to: number; point: Float64Array }[] = [];
  let failed = false;
  const explore = (from: number, left: Float64Array, to: number, right: Float64Array): void => {
    if (failed) return;
    const [gapLeft, gapRight] = [worth(left, from) - worth(right, from), worth(right, to) - worth(left, to)];
    if (gapRight <= 0) return void segments.push({ from, to, point: left });
    if (gapLeft <= 0) return void segments.push({ from, to, point: right });
    const below = Math.min(to - 1, Math.max(from, from + Math.floor(((to - from) * gapLeft) / (gapLeft + gapRight))));
    for (const [step, line] of [
      [below, left],
      [below + 1, right],
    ] as const) {
      if (step === from || step === to) continue;
      const point = solve(step);
      if (!point) return void (failed = true);
      if (worth(point, step) <= Math.max(worth(line, step), worth(line === left ? right : left, step))) continue;
      explore(from, left, step, point);
      explore(step, point, to, right);
      return;
    }
    segments.push({ from, to: below, point: left }, { from: below + 1, to, point: right });
  };
  explore(0, first, weightSteps, last);
  if (failed) return null;
  return segments
    .sort((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, point }) => ({ from, to, choice: choiceOf(system, point) }));
}
