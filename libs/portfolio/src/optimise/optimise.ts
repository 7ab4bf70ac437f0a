import { at, invariant } from '@fordela/domain';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import { complete, prepareModel, type PreparedModel } from '../solver/exact/prepared-model';
import type { MipModel } from '../solver/mip-solver';
import type { Choice } from './choice';
import { constraintsOf, type ConstraintChoices, type ConstraintSystem } from './constraints';
import {
  after,
  gridFor,
  moneyWeights,
  objectiveProgram,
  valueWeights,
  type ObjectiveProgram,
  type SimpleObjective,
} from './objective-program';
import { baseModelOf, choiceOf, modelOf, pointOf, variedModel, type ExtraRow, type Forced } from './program';
import { optimumByTables } from './by-tables';
import { moneyTies } from './group-curves';
import { solveModel, type SolveContext, type SolveExtras, type SolveRecord } from './solve-model';

/** The best portfolio under one objective, and all that is needed to ask further about it. */
export interface Optimum {
  readonly status: SolveRecord['status'];
  readonly choice: Choice | null;
  /** One entry per aim, in order; a plain objective has one. */
  readonly aims: readonly Aim[];
  readonly record: SolveRecord;
  /** The last model solved: its points with the same objective are the tied optima. */
  readonly model: MipModel;
}

/** What one aim reached. */
export interface Aim {
  readonly name: Objective['name'];
  /** In the objective's own unit, for the reader: value units / valueScale, money, a count, a ratio. */
  readonly value: number | null;
  readonly bound: number | null;
  readonly status: SolveRecord['status'];
}

/** Changes to one solve of a prepared problem. */
export interface Variation extends SolveExtras {
  readonly forced?: Forced;
  readonly rows?: readonly ExtraRow[];
}

/** A problem made ready for many solves under one objective. */
export interface Optimiser {
  readonly system: ConstraintSystem;
  readonly objective: Objective;
  readonly solve: (variation?: Variation) => Promise<Optimum>;
  /** Whole-numbered objective of a plain (not lexicographic, not ratio) problem; null for those. */
  readonly program: ObjectiveProgram | null;
  /** The exact objective of a portfolio of a plain problem; null when it breaks a limit, and for other objectives. */
  readonly worthOf: (choice: Choice) => number | null;
  /** The one model of a plain problem, for methods that take it apart; null where `program` is. */
  readonly plain: PlainModel | null;
}

/** The single model behind a plain objective, and what a point of it means. */
export interface PlainModel {
  readonly withRows: (rows: readonly ExtraRow[]) => MipModel;
  readonly optimum: (record: SolveRecord, model: MipModel) => Optimum;
}

/**
 * Prepares a problem for solving under an objective.
 *
 * Rules   Lexicographic: each later aim is pursued among the portfolios that give up at most the stated tolerance of every earlier
 *         one. Minimax regret: the best value of every scenario is solved for first, under the same limits. Value per krona: the
 *         ratio of total value to total money, by Dinkelbach's method, over portfolios that grant at least one unit of money.
 * Source  Dinkelbach, Management Science 13 (1967) 492–498.
 */
export async function optimiserFor(
  problem: AllocationProblem,
  objective: Objective,
  settings: SolverSettings,
  context: SolveContext,
  choices: ConstraintChoices = {},
): Promise<Optimiser> {
  const system = constraintsOf(problem, choices);
  if (objective.name === 'value_per_krona')
    return {
      system,
      objective,
      program: null,
      plain: null,
      worthOf: () => null,
      solve: (variation = {}) => bestRatio(system, objective, settings, context, variation),
    };
  if (objective.name === 'lexicographic') {
    const stages: { objective: SimpleObjective; tolerance: number; bests: readonly number[] }[] = [];
    for (const stage of objective.stages)
      stages.push({ ...stage, bests: await scenarioBests(system, stage.objective, settings, context) });
    return {
      system,
      objective,
      program: null,
      plain: null,
      worthOf: () => null,
      solve: (variation = {}) => solveInOrder(system, stages, settings, context, variation),
    };
  }
  const bests = await scenarioBests(system, objective, settings, context);
  const program = objectiveProgram(system, objective, bests);
  const base = baseModelOf(system, program);
  let prepared: PreparedModel | null = null;
  const optimum = (record: SolveRecord, model: MipModel) =>
    optimumOf(system, [aimOf(objective.name, program, record)], record, model);
  return {
    system,
    objective,
    program,
    plain: { withRows: (rows) => variedModel(base, system, rows), optimum },
    worthOf: (choice) => {
      prepared ??= prepareModel(base);
      return complete(prepared, pointOf(system, choice, base.columns));
    },
    solve: async (variation = {}) => {
      const model = variedModel(base, system, variation.rows, variation.forced);
      const isPlain = !variation.rows?.length && !isForced(variation.forced) && variation.atLeast === undefined;
      const record =
        (isPlain && (await plainOptimum(system, program, model, settings, context, variation))) ||
        (await solveModel(model, settings, context, variation));
      return optimum(record, model);
    },
  };
}

const isForced = (forced: Forced = {}) => Object.keys(forced.in ?? {}).length > 0 || (forced.out ?? []).length > 0;

/** Effort of branch and bound after which tables, where they fit, are the quicker proof. */
const effortBeforeTables = 300;

/**
 * An optimum without variations: by tables when they are asked for by name, and by themselves when branch and bound does not prove
 * its portfolio soon (strongly correlated values and costs). Null where tables are no way.
 */
async function plainOptimum(
  system: ConstraintSystem,
  program: ObjectiveProgram,
  model: MipModel,
  settings: SolverSettings,
  context: SolveContext,
  extras: SolveExtras,
): Promise<SolveRecord | null> {
  if (settings.method === 'dynamic-programming') return optimumByTables(system, program);
  if (settings.method !== 'auto' || !moneyTies(system)) return null;
  const effortLimit = Math.min(settings.effortLimit, effortBeforeTables);
  const soon = await solveModel(model, { ...settings, method: 'branch-and-bound', effortLimit }, context, extras);
  if (soon.status === 'optimal' || soon.status === 'infeasible') return soon;
  return optimumByTables(system, program);
}

async function solveProgram(
  system: ConstraintSystem,
  program: ObjectiveProgram,
  settings: SolverSettings,
  context: SolveContext,
  variation: Variation,
): Promise<{ readonly model: MipModel; readonly record: SolveRecord }> {
  const model = modelOf(system, program, variation.rows, variation.forced);
  return { model, record: await solveModel(model, settings, context, variation) };
}

function optimumOf(system: ConstraintSystem, aims: readonly Aim[], record: SolveRecord, model: MipModel): Optimum {
  return { status: record.status, choice: record.values && choiceOf(system, record.values), aims, record, model };
}

/** Whole objective units as the reader's number. */
export const shownValue = (program: ObjectiveProgram, units: number | null): number | null =>
  units === null ? null : (program.sign * (units + program.offset)) / program.scale || 0;

function aimOf(name: Objective['name'], program: ObjectiveProgram, record: SolveRecord): Aim {
  return {
    name,
    value: shownValue(program, record.objective),
    bound: shownValue(program, record.bound),
    status: record.status,
  };
}

/** The best value of each scenario by itself, under the same limits: what regret is measured from. */
async function scenarioBests(
  system: ConstraintSystem,
  objective: SimpleObjective,
  settings: SolverSettings,
  context: SolveContext,
): Promise<readonly number[]> {
  if (objective.name !== 'minimax_regret') return [];
  const bests: number[] = [];
  for (const name of objective.over) {
    const own = objectiveProgram(system, {
      name: 'sum_of_value',
      of: name,
      penaltyPerGrant: objective.penaltyPerGrant,
    });
    const { record } = await solveProgram(system, own, { ...settings, gap: 0 }, context, {});
    // Without a proven optimum the bound is the safe side: no regret is understated.
    bests.push(record.status === 'optimal' ? (record.objective ?? 0) : (record.bound ?? record.objective ?? 0));
  }
  return bests;
}

async function solveInOrder(
  system: ConstraintSystem,
  stages: readonly { objective: SimpleObjective; tolerance: number; bests: readonly number[] }[],
  settings: SolverSettings,
  context: SolveContext,
  variation: Variation,
): Promise<Optimum> {
  const rows: ExtraRow[] = [...(variation.rows ?? [])];
  const aims: Aim[] = [];
  let carried: ObjectiveProgram | null = null;
  let start = variation.start ?? null;
  let last: { model: MipModel; record: SolveRecord } | null = null;
  for (const [index, stage] of stages.entries()) {
    const own = objectiveProgram(system, stage.objective, stage.bests);
    const program: ObjectiveProgram = carried ? after(carried, own) : own;
    const isLast = index === stages.length - 1;
    last = await solveProgram(system, program, isLast ? settings : { ...settings, gap: 0 }, context, {
      ...variation,
      rows,
      start,
    });
    aims.push(aimOf(stage.objective.name, own, last.record));
    if (last.record.objective === null || last.record.values === null) break;
    const shift = program.auxiliaries.length - own.auxiliaries.length;
    rows.push({
      weights: own.weights,
      auxiliaryWeights: [
        ...new Array<number>(shift).fill(0),
        ...own.auxiliaries.map((auxiliary) => auxiliary.objective),
      ],
      lower: last.record.objective - stage.tolerance * toleranceUnit(system, own, stage.objective),
      upper: Infinity,
    });
    const choice = choiceOf(system, last.record.values);
    carried = program;
    start = pointOf(
      system,
      choice,
      system.columns.length + program.auxiliaries.length + nextAuxiliaries(stages, index),
    );
  }
  invariant(last, 'a lexicographic objective has at least one aim');
  const optimal = aims.every((aim) => aim.status === 'optimal');
  const status = last.record.status === 'optimal' && !optimal ? 'feasible' : last.record.status;
  return { ...optimumOf(system, aims, last.record, last.model), status };
}

function nextAuxiliaries(stages: readonly { objective: SimpleObjective }[], index: number): number {
  const next = stages[index + 1]?.objective;
  if (!next) return 0;
  if (next.name === 'maximin' || next.name === 'minimax_regret') return 1;
  if (next.name !== 'most_equal') return 0;
  const { measure, groups } = next.equality;
  return measure === 'smallest_group' ? 1 : measure === 'spread' ? 2 : groups.length;
}

/** How many of the program's whole units one unit of a stated tolerance is. */
function toleranceUnit(system: ConstraintSystem, program: ObjectiveProgram, objective: SimpleObjective): number {
  if (objective.name === 'value_times_money') return system.problem.moneyScale / program.valueGrid;
  return objective.name === 'most_equal' && objective.equality.per.some((per) => per !== 1) ? 100 : 1;
}

/** The largest ratio of value to money: repeatedly maximises money₀·value − value₀·money until nothing improves on 0. */
async function bestRatio(
  system: ConstraintSystem,
  objective: Extract<Objective, { name: 'value_per_krona' }>,
  settings: SolverSettings,
  context: SolveContext,
  variation: Variation,
): Promise<Optimum> {
  const money = moneyWeights(system);
  const unit = Math.max(1, money.reduce(gcd, 0));
  const units = money.map((amount) => amount / unit);
  const total = units.reduce((sum, amount) => sum + Math.abs(amount), 0);
  const exactValues = valueWeights(system, objective.of);
  const { grid } = gridFor(exactValues, new Float64Array(units.length).fill(2 * total));
  const values = exactValues.map((value, j) =>
    Math.round((value - (system.columns[j]?.kind === 'level' ? objective.penaltyPerGrant : 0)) / grid),
  );
  const atLeastOne: ExtraRow = { weights: units, lower: 1, upper: Infinity };
  const varied: Variation = { ...variation, rows: [...(variation.rows ?? []), atLeastOne] };
  const { moneyScale, valueScale } = system.problem;
  const ratioScale = (valueScale / grid) * (unit / moneyScale);
  const programOf = (weights: Float64Array): ObjectiveProgram => ({
    weights,
    auxiliaries: [],
    rows: [],
    offset: 0,
    scale: 1,
    sign: 1,
    valueGrid: grid,
  });
  let solved = await solveProgram(system, programOf(values), { ...settings, gap: 0 }, context, varied);
  for (;;) {
    const { record, model } = solved;
    if (!record.values)
      return optimumOf(
        system,
        [{ name: objective.name, value: null, bound: null, status: record.status }],
        record,
        model,
      );
    const [value0, money0] = [dot(values, record.values), dot(units, record.values)];
    const ratio = value0 / money0 / ratioScale;
    const [v, m] = reduced(value0, money0);
    const next = await solveProgram(
      system,
      programOf(values.map((value, j) => m * value - v * (units[j] as number))),
      { ...settings, gap: 0 },
      context,
      { ...varied, start: record.values },
    );
    const improved = (next.record.objective ?? 0) > 0;
    if (!improved) {
      const proven = next.record.status === 'optimal';
      const aim: Aim = {
        name: objective.name,
        value: ratio,
        bound: proven ? ratio : null,
        status: proven ? 'optimal' : 'feasible',
      };
      return { ...optimumOf(system, [aim], next.record, next.model), status: aim.status };
    }
    solved = next;
  }
}

function reduced(a: number, b: number): readonly [number, number] {
  const common = gcd(Math.abs(a), b) || 1;
  return [a / common, b / common];
}

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

function dot(weights: Float64Array, values: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < weights.length; j += 1) sum += at(weights, j) * at(values, j);
  return sum;
}
