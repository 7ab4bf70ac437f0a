import type { SolverSettings } from '../problem/allocation-problem';
import { complete, hasImpossibleRow, prepareModel, type PreparedModel } from '../solver/exact/prepared-model';
import { componentModel, componentsOf } from '../solver/components';
import { Knapsack, isKnapsack } from '../solver/knapsack/knapsack-part';
import { exactSolverVersion, solveExactly } from '../solver/exact/solve-exactly';
import type { MipAnswer, MipModel, MipSolver } from '../solver/mip-solver';

/** What a solve may use. */
export interface SolveContext {
  readonly solver: MipSolver;
  readonly shouldStop?: () => boolean;
}

/** How a figure was proven. No wall-clock time: the same input gives the same certificate. */
export interface SolveRecord {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  readonly method: string;
  readonly methodVersion: string;
  /** Whole objective units; null without a point. */
  readonly objective: number | null;
  /** No portfolio is better; null when nothing is proven. */
  readonly bound: number | null;
  readonly values: Float64Array | null;
  /** Nodes opened by the own method; null for HiGHS. */
  readonly nodes: number | null;
  /** Table entries the own branch and bound worked through, where that is what was asked. */
  readonly work?: number;
}

export interface SolveExtras {
  readonly start?: Float64Array | null;
  /** Only points with at least this objective are wanted. */
  readonly atLeast?: number;
  /** Nothing is better than this, as an earlier solve has proven: the own method ends at a point that reaches it. */
  readonly atMost?: number;
}

export const ownMethod = 'branch-and-bound';
export const dynamicProgramming = 'dynamic-programming';
export const dynamicProgrammingVersion = '1.0.0';

/** From this many decisions on, `auto` looks first whether the problem is nothing but knapsacks. */
const largeKnapsack = 200;

/**
 * Solves a whole-numbered model by the method asked for. Whatever found it, a point is returned only after its rows have been
 * re-checked and its objective re-added in whole numbers.
 */
export async function solveModel(
  model: MipModel,
  settings: SolverSettings,
  context: SolveContext,
  extras: SolveExtras = {},
): Promise<SolveRecord> {
  if (settings.method === 'highs') return solveByHighs(model, settings, context, extras);
  if (settings.method === dynamicProgramming || (settings.method === 'auto' && model.columns >= largeKnapsack)) {
    const apart = solveAsKnapsacks(model, extras);
    if (apart) return apart;
  }
  const own = solveByOwn(model, settings, context, extras);
  if (settings.method !== 'auto' || own.status === 'optimal' || own.status === 'infeasible' || context.shouldStop?.())
    return own;
  const second = await solveByHighs(model, settings, context, { ...extras, start: own.values });
  return better(own, second);
}

/** The optimum by dynamic programming; null when some part of the model is more than one knapsack, or grows too large. */
function solveAsKnapsacks(model: MipModel, extras: SolveExtras): SolveRecord | null {
  const values = new Float64Array(model.columns);
  const components = componentsOf(model);
  const parts = components.map((component) => componentModel(model, component));
  if (!parts.every(isKnapsack)) return null;
  const found = { method: dynamicProgramming, methodVersion: dynamicProgrammingVersion, nodes: null };
  const none = { ...found, status: 'infeasible' as const, objective: null, bound: null, values: null };
  for (const [k, part] of parts.entries()) {
    const upper = part.rowUpper[0] ?? 0;
    const answer = new Knapsack(part).solve(upper, upper);
    if (answer === 'unproven') return null;
    if (answer === null) return none;
    components[k]?.columns.forEach((j, place) => (values[j] = answer.values[place] as number));
  }
  const objective = complete(prepareModel(model), values);
  if (objective === null) return null;
  if (extras.atLeast !== undefined && objective < extras.atLeast) return none;
  return { ...found, status: 'optimal', objective, bound: objective, values };
}

function solveByOwn(
  model: MipModel,
  settings: SolverSettings,
  context: SolveContext,
  extras: SolveExtras,
): SolveRecord {
  const answer = solveExactly(model, {
    gap: settings.gap,
    effortLimit: settings.effortLimit,
    shouldStop: context.shouldStop,
    ...(extras.start && { start: extras.start }),
    ...(extras.atLeast !== undefined && { atLeast: extras.atLeast }),
    ...(extras.atMost !== undefined && { atMost: extras.atMost }),
  });
  return { ...answer, method: ownMethod, methodVersion: exactSolverVersion };
}

/** HiGHS proves bounds to this relative accuracy, whatever gap it is asked for. */
const highsAccuracy = 1e-7;

/** How often a point of HiGHS that fails the whole-number check is cut off and the model solved again. */
const mostRepairs = 20;

async function solveByHighs(
  model: MipModel,
  settings: SolverSettings,
  { solver }: SolveContext,
  extras: SolveExtras,
): Promise<SolveRecord> {
  const prepared = prepareModel(model);
  const none = { method: solver.name, methodVersion: solver.version, nodes: null };
  if (hasImpossibleRow(model)) return { ...none, status: 'infeasible', objective: null, bound: null, values: null };
  let presolve = true;
  let current = withAtLeast(model, extras.atLeast);
  for (let repair = 0; repair <= mostRepairs; repair += 1) {
    const { scaled, objectiveUnit, columnScale } = scaledModel(current);
    const answer = await solver.solve(scaled, {
      gap: settings.gap,
      absoluteGap: (0.5 * prepared.objectiveStep) / objectiveUnit,
      timeLimitSeconds: settings.timeLimitSeconds,
      seed: settings.seed,
      presolve,
      ...(extras.start && { start: extras.start.map((value, j) => value / (columnScale[j] as number)) }),
    });
    if (answer.status === 'infeasible')
      return { ...none, status: 'infeasible', objective: null, bound: null, values: null };
    const bound = answer.bound === null ? null : wholeBound(answer.bound * objectiveUnit, objectiveUnit, prepared);
    if (!answer.values) return { ...none, status: 'unknown', objective: null, bound, values: null };
    const point = answer.values.map((value, j) => (model.integer[j] === 1 ? Math.round(value) : value));
    const objective = complete(prepared, point);
    if (objective === null) {
      current = without(current, point);
      continue;
    }
    // Its own decisions, added up, beat what it says cannot be beaten: then its bound proves nothing.
    const dust = 10 * highsAccuracy * Math.max(Math.abs(objective), objectiveUnit);
    const contradicted = bound !== null && objective > bound + dust;
    if (contradicted && presolve) {
      presolve = false;
      continue;
    }
    const proven = contradicted || bound === null ? null : Math.max(bound, objective);
    const status = statusOf(answer, objective, proven, settings.gap);
    return { ...none, status, objective, bound: proven, values: point };
  }
  return { ...none, status: 'unknown', objective: null, bound: null, values: null };
}

/** The model in the numbers HiGHS likes: rows with largest coefficient 1, auxiliaries within ±1, objective within 10^5. */
function scaledModel(model: MipModel) {
  const { columnScale, rowScale } = prepareModel(model);
  const scaledBy = (values: Float64Array, turn: (value: number, j: number) => number) => values.map(turn);
  const unitOf = (j: number) => columnScale[j] as number;
  const coefficients = model.coefficients.slice();
  for (let i = 0; i < model.rows; i += 1)
    for (let p = model.starts[i] as number; p < (model.starts[i + 1] as number); p += 1)
      coefficients[p] =
        (model.coefficients[p] as number) * (rowScale[i] as number) * unitOf(model.indices[p] as number);
  const objective = scaledBy(model.objective, (c, j) => c * unitOf(j));
  const largest = objective.reduce((most, c) => Math.max(most, Math.abs(c)), 1);
  const objectiveUnit = 10 ** Math.max(0, Math.floor(Math.log10(largest)) - 4);
  const scaled: MipModel = {
    ...model,
    coefficients,
    objective: scaledBy(objective, (c) => c / objectiveUnit),
    lower: scaledBy(model.lower, (bound, j) => bound / unitOf(j)),
    upper: scaledBy(model.upper, (bound, j) => bound / unitOf(j)),
    rowLower: scaledBy(model.rowLower, (bound, i) => bound * (rowScale[i] as number)),
    rowUpper: scaledBy(model.rowUpper, (bound, i) => bound * (rowScale[i] as number)),
  };
  return { scaled, objectiveUnit, columnScale };
}

function statusOf(answer: MipAnswer, objective: number, bound: number | null, gap: number): 'optimal' | 'feasible' {
  if (answer.status !== 'optimal' || bound === null) return 'feasible';
  return bound - objective <= Math.max(gap, 2 * highsAccuracy) * Math.max(1, Math.abs(objective))
    ? 'optimal'
    : 'feasible';
}

function wholeBound(bound: number, unit: number, { objectiveStep, objectiveOfFixed }: PreparedModel): number {
  const margin = highsAccuracy * Math.abs(bound) + 1e-9 * unit + 1e-6;
  return objectiveOfFixed + Math.floor((bound - objectiveOfFixed + margin) / objectiveStep) * objectiveStep;
}

/** The model with the further row "not exactly these binaries". */
export function without(model: MipModel, point: Float64Array): MipModel {
  const binaries = Int32Array.from(model.integer.keys()).filter((j) => model.integer[j] === 1);
  const ones = binaries.filter((j) => point[j] === 1).length;
  const coefficients = Float64Array.from(binaries, (j) => (point[j] === 1 ? 1 : -1));
  return withRow(model, binaries, coefficients, -Infinity, ones - 1);
}

function withAtLeast(model: MipModel, atLeast: number | undefined): MipModel {
  if (atLeast === undefined) return model;
  const indices = Int32Array.from(model.objective.keys()).filter((j) => model.objective[j] !== 0);
  return withRow(
    model,
    indices,
    Float64Array.from(indices, (j) => model.objective[j] as number),
    atLeast,
    Infinity,
  );
}

function withRow(
  model: MipModel,
  indices: Int32Array,
  coefficients: Float64Array,
  lower: number,
  upper: number,
): MipModel {
  const join = <T extends Float64Array | Int32Array>(a: T, b: T, make: (length: number) => T): T => {
    const joined = make(a.length + b.length);
    joined.set(a);
    joined.set(b, a.length);
    return joined;
  };
  const floats = (length: number) => new Float64Array(length);
  return {
    ...model,
    rows: model.rows + 1,
    rowLower: join(model.rowLower, Float64Array.of(lower), floats),
    rowUpper: join(model.rowUpper, Float64Array.of(upper), floats),
    starts: join(
      model.starts,
      Int32Array.of(model.indices.length + indices.length),
      (length) => new Int32Array(length),
    ),
    indices: join(model.indices, indices, (length) => new Int32Array(length)),
    coefficients: join(model.coefficients, coefficients, floats),
  };
}

/** The better point of two solves with the sharper of their bounds. */
function better(a: SolveRecord, b: SolveRecord): SolveRecord {
  if (b.status === 'infeasible') return b;
  const first = b.objective === null || (a.objective !== null && a.objective >= b.objective) ? a : b;
  const bounds = [a.bound, b.bound].filter((bound) => bound !== null);
  const bound = bounds.length > 0 ? Math.max(Math.min(...bounds), first.objective ?? -Infinity) : null;
  const optimal = first.objective !== null && bound === first.objective;
  const status = optimal || b.status === 'optimal' ? 'optimal' : first.objective === null ? 'unknown' : 'feasible';
  return {
    ...first,
    bound,
    status,
    method: `${a.method}+${b.method}`,
    methodVersion: `${a.methodVersion}+${b.methodVersion}`,
  };
}
