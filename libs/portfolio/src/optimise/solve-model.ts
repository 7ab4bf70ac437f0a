import type { SolverSettings } from '../problem/allocation-problem';
import { complete, prepareModel } from '../solver/exact/prepared-model';
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
}

export interface SolveExtras {
  readonly start?: Float64Array | null;
  /** Only points with at least this objective are wanted. */
  readonly atLeast?: number;
}

export const ownMethod = 'branch-and-bound';

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
  const own = solveByOwn(model, settings, context, extras);
  if (settings.method !== 'auto' || own.status === 'optimal' || own.status === 'infeasible' || context.shouldStop?.())
    return own;
  const second = await solveByHighs(model, settings, context, { ...extras, start: own.values });
  return better(own, second);
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
  let current = withAtLeast(model, extras.atLeast);
  for (let repair = 0; repair <= mostRepairs; repair += 1) {
    const { scaled, objectiveUnit, columnScale } = scaledModel(current);
    const answer = await solver.solve(scaled, {
      gap: settings.gap,
      absoluteGap: (0.5 * prepared.objectiveStep) / objectiveUnit,
      timeLimitSeconds: settings.timeLimitSeconds,
      seed: settings.seed,
      ...(extras.start && { start: extras.start.map((value, j) => value / (columnScale[j] as number)) }),
    });
    if (answer.status === 'infeasible')
      return { ...none, status: 'infeasible', objective: null, bound: null, values: null };
    const bound = answer.bound === null ? null : wholeBound(answer.bound * objectiveUnit, prepared.objectiveStep);
    if (!answer.values) return { ...none, status: 'unknown', objective: null, bound, values: null };
    const point = answer.values.map((value, j) => (model.integer[j] === 1 ? Math.round(value) : value));
    const objective = complete(prepared, point);
    if (objective === null) {
      current = without(current, point);
      continue;
    }
    const proven = bound === null ? null : Math.max(bound, objective);
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

function wholeBound(bound: number, step: number): number {
  const margin = highsAccuracy * Math.abs(bound) + 1e-6;
  return Math.floor((bound + margin) / step) * step;
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
