import { invariant } from '@fordela/domain';
import type { EqualityMeasure, Objective } from '../problem/allocation-problem';
import { countsIn, moneyByGroup } from './group-money';
import { ownValue } from '../problem/read-objective';
import type { ConstraintSystem, DecisionColumn } from './constraints';

export type SimpleObjective = Exclude<Objective, { name: 'lexicographic' | 'value_per_krona' }>;

/** A quantity besides the decisions that a row bounds: the worst scenario's value, the largest regret, a distance. */
export interface AuxiliaryColumn {
  readonly lower: number;
  readonly upper: number;
  readonly objective: number;
  /** Where it should stand (1 high, −1 low) when its objective is 0. */
  readonly preference?: number;
}

/** A row that ties one auxiliary quantity to the decisions. */
export interface AuxiliaryRow {
  readonly auxiliary: number;
  readonly coefficient: number;
  readonly weights: Float64Array;
  readonly lower: number;
  readonly upper: number;
}

/** An objective as whole numbers: maximise Σ weights·decision + Σ objective·auxiliary + offset, counted in 1/scale. */
export interface ObjectiveProgram {
  readonly weights: Float64Array;
  readonly auxiliaries: readonly AuxiliaryColumn[];
  readonly rows: readonly AuxiliaryRow[];
  readonly offset: number;
  readonly scale: number;
  /** −1 when the reader should see the number with its sign turned (a regret, a distance, an amount to be small). */
  readonly sign: 1 | -1;
  /** Values were rounded to multiples of this many value units to keep products exact; 1 = not at all. */
  readonly valueGrid: number;
}

/**
 * An objective with what earlier ones of a lexicographic order left behind: their auxiliary quantities, no longer counted in
 * the objective but still wanted at their best ends.
 */
export function after(earlier: ObjectiveProgram, next: ObjectiveProgram): ObjectiveProgram {
  const shift = earlier.auxiliaries.length;
  return {
    ...next,
    auxiliaries: [
      ...earlier.auxiliaries.map((auxiliary) => ({ ...auxiliary, objective: 0, preference: preferenceOf(auxiliary) })),
      ...next.auxiliaries,
    ],
    rows: [...earlier.rows, ...next.rows.map((row) => ({ ...row, auxiliary: row.auxiliary + shift }))],
  };
}

export const preferenceOf = (auxiliary: AuxiliaryColumn): number =>
  auxiliary.preference ?? Math.sign(auxiliary.objective);

/** Products and sums stay below this, so that doubles hold them exactly with room for rounding margins. */
const largestObjective = 2 ** 50;

/** What each decision adds to a value (the problem's own, or a named one), in value units. */
export function valueWeights(system: ConstraintSystem, name: string): Float64Array {
  return Float64Array.from(system.columns, (column) => {
    if (column.kind === 'level')
      return (name === ownValue ? column.level.value : column.level.values[name])?.point ?? 0;
    const synergy = system.problem.synergies[column.index];
    invariant(synergy, 'a synergy column has its synergy');
    return name === ownValue ? synergy.value : (synergy.values[name] ?? 0);
  });
}

/** What each decision costs, in money units. */
export function moneyWeights(system: ConstraintSystem): Float64Array {
  return Float64Array.from(system.columns, (column) =>
    column.kind === 'level' ? column.level.money : (system.problem.synergies[column.index]?.money ?? 0),
  );
}

const grantWeights = (system: ConstraintSystem) =>
  Float64Array.from(system.columns, (column) => (column.kind === 'level' ? 1 : 0));

/**
 * Writes an objective as a whole-numbered program.
 *
 * Rule    `value_times_money`: each grant counts its value × its money; a synergy its value × the money its projects request.
 *         The penalty is taken once per grant, in the objective's own unit.
 * Edges   Products that would leave 2^50 are formed from values rounded to a coarser grid, which is returned.
 * Errors  InvariantError when `minimax_regret` comes without the best value of each scenario (`bests`).
 */
export function objectiveProgram(
  system: ConstraintSystem,
  objective: SimpleObjective,
  bests: readonly number[] = [],
): ObjectiveProgram {
  const { moneyScale, valueScale } = system.problem;
  const plain = { auxiliaries: [], rows: [], offset: 0, valueGrid: 1, sign: 1 as const };
  switch (objective.name) {
    case 'sum_of_value': {
      const values = valueWeights(system, objective.of);
      const grants = grantWeights(system);
      const weights = values.map((value, j) => value - objective.penaltyPerGrant * (grants[j] as number));
      return { ...plain, weights, scale: valueScale };
    }
    case 'value_times_money':
      return valueTimesMoney(system, objective.of, objective.penaltyPerGrant);
    case 'least_money':
      return { ...plain, weights: moneyWeights(system).map((money) => -money), scale: moneyScale, sign: -1 };
    case 'fewest_changes': {
      const { baseline } = objective;
      const weights = Float64Array.from(system.columns, (column) => {
        if (column.kind !== 'level') return 0;
        const before = baseline[column.project.id] ?? null;
        if (before === null) return -1;
        return before === column.level.id ? 1 : 0;
      });
      const funded = Object.entries(baseline).filter(
        ([id, level]) => level !== null && system.columnsOf.has(id),
      ).length;
      return { ...plain, weights, offset: -funded, scale: 1, sign: -1 };
    }
    case 'maximin':
    case 'minimax_regret':
      return worstCase(system, objective, bests);
    case 'most_equal':
      return equalityProgram(system, objective.equality);
  }
}

/** Value of a grant × its money, from values on a grid coarse enough to keep the sum of products exact. */
function valueTimesMoney(system: ConstraintSystem, of: string, penalty: number): ObjectiveProgram {
  const { moneyScale, valueScale } = system.problem;
  const values = valueWeights(system, of);
  const money = factors(system);
  const { grid } = gridFor(values, money);
  const unit = valueScale / grid;
  const grants = grantWeights(system);
  const weights = values.map(
    (value, j) =>
      Math.round(value / grid) * (money[j] as number) -
      Math.round(((penalty * moneyScale) / grid) * (grants[j] as number)),
  );
  return { weights, auxiliaries: [], rows: [], offset: 0, scale: unit * moneyScale, sign: 1, valueGrid: grid };
}

/** The money a decision's value is multiplied by. */
function factors(system: ConstraintSystem): Float64Array {
  const requested = (id: string) =>
    system.problem.projects.find((project) => project.id === id)?.levels.at(-1)?.money ?? 0;
  return Float64Array.from(system.columns, (column: DecisionColumn) => {
    if (column.kind === 'level') return column.level.money;
    const synergy = system.problem.synergies[column.index];
    return (synergy?.projects ?? []).reduce((sum, id) => sum + requested(id), 0);
  });
}

/** The finest grid 10^k of value units on which Σ |value| × |factor| stays below 2^50. */
export function gridFor(values: Float64Array, factor: Float64Array): { readonly grid: number } {
  let grid = 1;
  for (;;) {
    let total = 0;
    for (let j = 0; j < values.length; j += 1)
      total += Math.round(Math.abs((values[j] as number) / grid)) * Math.abs(factor[j] as number);
    if (total <= largestObjective) return { grid };
    grid *= 10;
  }
}

/** The worst value over scenarios or stakeholders, as large as possible; or the largest regret, as small as possible. */
function worstCase(
  system: ConstraintSystem,
  objective: Extract<SimpleObjective, { name: 'maximin' | 'minimax_regret' }>,
  bests: readonly number[],
): ObjectiveProgram {
  const grants = grantWeights(system);
  const rows = objective.over.map((name, k): AuxiliaryRow => {
    const weights = valueWeights(system, name).map(
      (value, j) => value - objective.penaltyPerGrant * (grants[j] as number),
    );
    if (objective.name === 'maximin') return { auxiliary: 0, coefficient: -1, weights, lower: 0, upper: Infinity };
    const best = bests[k];
    invariant(best !== undefined, 'minimax regret needs the best value of each scenario');
    return { auxiliary: 0, coefficient: 1, weights, lower: best, upper: Infinity };
  });
  const reach = (sign: 1 | -1) =>
    rows.map(({ weights }) => weights.reduce((sum, weight) => sum + Math.max(0, sign * weight), 0));
  const isMaximin = objective.name === 'maximin';
  const lower = isMaximin ? -Math.max(...reach(-1)) : 0;
  const upper = isMaximin ? Math.max(...reach(1)) : Math.max(...reach(-1)) + Math.max(0, ...bests);
  return {
    weights: new Float64Array(system.columns.length),
    auxiliaries: [{ lower, upper, objective: isMaximin ? 1 : -1 }],
    rows,
    offset: 0,
    scale: system.problem.valueScale,
    sign: isMaximin ? 1 : -1,
    valueGrid: 1,
  };
}

/** Money per head is counted in hundredths of a money unit. */
const perHeadScale = 100;

function equalityProgram(system: ConstraintSystem, equality: EqualityMeasure): ObjectiveProgram {
  const { moneyScale } = system.problem;
  const scale = equality.per.some((per) => per !== 1) ? perHeadScale : 1;
  const moneyIn = equality.groups.map((group) =>
    Float64Array.from(system.columns, (column) => {
      if (column.kind === 'level')
        return scale * countsIn(column.project, column.level, equality.dimension, [group], 'money', null);
      const synergy = system.problem.synergies[column.index];
      const share = synergy ? moneyByGroup(synergy.groups[equality.dimension], synergy.money).get(group) : 0;
      return scale * (share ?? 0);
    }),
  );
  const most = Math.max(0, ...moneyIn.map((weights) => weights.reduce((sum, weight) => sum + Math.max(0, weight), 0)));
  // Shared costs can take more from a group than its projects bring it.
  const least = Math.min(0, ...moneyIn.map((weights) => weights.reduce((sum, weight) => sum + Math.min(0, weight), 0)));
  const base = { weights: new Float64Array(system.columns.length), offset: 0, scale: scale * moneyScale, valueGrid: 1 };
  const perOf = (g: number) => equality.per[g] ?? 1;
  if (equality.measure === 'smallest_group')
    return {
      ...base,
      auxiliaries: [{ lower: least, upper: most, objective: 1 }],
      rows: moneyIn.map((weights, g) => ({ auxiliary: 0, coefficient: -perOf(g), weights, lower: 0, upper: Infinity })),
      sign: 1,
    };
  if (equality.measure === 'spread')
    return {
      ...base,
      auxiliaries: [
        { lower: least, upper: most, objective: 1 },
        { lower: least, upper: most, objective: -1 },
      ],
      rows: moneyIn.flatMap((weights, g): AuxiliaryRow[] => [
        { auxiliary: 0, coefficient: -perOf(g), weights, lower: 0, upper: Infinity },
        { auxiliary: 1, coefficient: -perOf(g), weights, lower: -Infinity, upper: 0 },
      ]),
      sign: -1,
    };
  const target = (g: number) => scale * (equality.targets[g] ?? 0);
  const farthest = Math.max(most, -least) + Math.max(0, ...equality.groups.map((_, g) => target(g)));
  return {
    ...base,
    auxiliaries: equality.groups.map(() => ({ lower: 0, upper: farthest, objective: -1 })),
    rows: moneyIn.flatMap((weights, g): AuxiliaryRow[] => [
      { auxiliary: g, coefficient: 1, weights, lower: target(g), upper: Infinity },
      { auxiliary: g, coefficient: -1, weights, lower: -Infinity, upper: target(g) },
    ]),
    sign: -1,
  };
}
