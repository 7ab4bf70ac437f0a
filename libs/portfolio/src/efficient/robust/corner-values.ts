import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import type { ConstraintSystem } from '../../optimise/constraints';
import type { Scored, WeightInformation } from '../../problem/allocation-problem';
import type { WeightInformationInput } from '../../problem/problem-file';
import { readWeightInformation } from '../../problem/read-weight-information';
import { ownValue } from '../../problem/read-objective';
import { startReading } from '../../problem/reading';
import { weightRegion, type WeightRegion } from '../weights/weight-region';

/** The value of every decision at one corner of the weights, as whole numbers of 1/divisor value units. */
export interface CornerValues {
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Sum of the corner's whole-numbered weights: value = number / divisor. */
  readonly divisor: bigint;
}

/** What the weights and scores allow, at the corners of the weights. */
export interface RobustValues {
  readonly region: WeightRegion;
  readonly corners: readonly CornerValues[];
  /** False when some value is known only as an interval. */
  readonly exactScores: boolean;
  /** True when corner weights had to be rounded to keep sums exact in doubles. */
  readonly weightsRounded: boolean;
}

/** Sums stay below this, so that differences of sums are exact too. */
const largestSum = 2 ** 51;

/**
 * The weights a task reckons with: its own information, else the problem's, else none at all.
 *
 * Rule    `stated`: the weights written in the problem, exactly. Values outside the information's list do not count.
 */
export function weightsInQuestion(
  system: ConstraintSystem,
  own: WeightInformationInput | undefined,
  use: 'information' | 'stated',
  path: Path,
): Result<WeightRegion> {
  const { problem } = system;
  const names = problem.valueNames;
  const unknown = (values: readonly string[]): WeightInformation => ({ values, order: [], bounds: {}, statements: [] });
  if (names.length === 0) {
    if (problem.objective === null && problem.projects.length > 0)
      return refuse([refusal('allocation-no-value', path, { value: ownValue, choices: [] })]);
    return weightRegion(unknown([ownValue]), path);
  }
  if (use === 'stated') {
    const { weights } = problem;
    if (!weights) return refuse([refusal('robust-no-stated-weights', path)]);
    return weightRegion(statedWeights(weights), path);
  }
  if (own) {
    const reading = startReading({ moneyDecimals: 0, valueDecimals: 0 }, 12);
    const information = readWeightInformation({ weightInformation: own }, names, reading);
    if (reading.refusals.length > 0)
      return refuse(reading.refusals.map((entry) => ({ ...entry, path: [...path, ...entry.path] })));
    return weightRegion(information ?? unknown(names), [...path, 'weightInformation']);
  }
  return weightRegion(problem.weightInformation ?? unknown(names), ['weightInformation']);
}

/** Weights in the proportions stated, as one point. */
function statedWeights(weights: Readonly<Record<string, string>>): WeightInformation {
  const values = Object.keys(weights);
  const [first = ''] = values;
  return {
    values,
    order: [],
    bounds: {},
    statements: values.slice(1).map((name) => ({
      id: name,
      coefficients: { [name]: weights[first] ?? '0', [first]: `-${weights[name] ?? '0'}` },
      relation: '=',
      constant: '0',
    })),
  };
}

/** Low and high value of every decision at every corner of the weights. */
export function robustValues(system: ConstraintSystem, region: WeightRegion): Result<RobustValues> {
  const scores = region.names.map((name) => system.columns.map((_, j) => scoreOf(system, j, name)));
  const mass = scores.map((own) =>
    own.reduce((sum, { low, high }) => sum + Math.max(Math.abs(low), Math.abs(high)), 0),
  );
  let weightsRounded = false;
  const corners = region.corners.map((corner): CornerValues => {
    const total = corner.reduce((sum, entry, i) => sum + Number(entry) * (mass[i] as number), 0);
    let weights = corner.map(Number);
    if (total > largestSum) {
      const shrink = largestSum / total;
      weightsRounded = true;
      weights = weights.map((weight) => Math.round(weight * shrink));
    }
    const add = (pick: (scored: Scored) => number) =>
      Float64Array.from(system.columns, (_, j) =>
        weights.reduce((sum, weight, i) => sum + weight * pick(scores[i]?.[j] ?? zero), 0),
      );
    return {
      low: add(({ low }) => low),
      high: add(({ high }) => high),
      divisor: weights.reduce((sum, weight) => sum + BigInt(weight), 0n),
    };
  });
  if (corners.some(({ divisor }) => divisor === 0n)) return refuse([refusal('robust-values-too-large', [])]);
  const exactScores = corners.every(({ low, high }) => low.every((value, j) => value === high[j]));
  return accept({ region, corners, exactScores, weightsRounded });
}

const zero: Scored = { low: 0, point: 0, high: 0 };

/** The value of a decision under one name; a synergy's is known exactly. */
export function scoreOf(system: ConstraintSystem, j: number, name: string): Scored {
  const column = system.columns[j];
  if (column?.kind === 'level') return (name === ownValue ? column.level.value : column.level.values[name]) ?? zero;
  const synergy = system.problem.synergies[column?.index ?? -1];
  const value = (name === ownValue ? synergy?.value : synergy?.values[name]) ?? 0;
  return { low: value, point: value, high: value };
}
