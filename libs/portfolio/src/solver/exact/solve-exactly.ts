import type { MipModel } from '../mip-solver';
import { Search, type Incumbents, type SearchLimits } from './branch-and-bound';
import { improve } from './improve';
import {
  activities,
  complete,
  hasImpossibleRow,
  prepareModel,
  roundingMargin,
  type PreparedModel,
} from './prepared-model';
import { Relaxation } from './relaxation';
import { addRows, cutRow, emptyRelaxation, emptyTable, modelRow, readValues, type ValidCut } from './root-relaxation';

export const exactSolverVersion = '1.0.0';

export interface ExactOptions {
  /** Relative gap at which a branch may be left; 0 = proven optimum. */
  readonly gap: number;
  /** Millions of table entries the search may work through. */
  readonly effortLimit: number;
  readonly shouldStop?: () => boolean;
  /** A feasible point to start from. */
  readonly start?: Float64Array;
  /** Only points at least this good are wanted; without one the answer is `infeasible` at this level. */
  readonly atLeast?: number;
  /** No point is better, as the caller has proven: the search ends at one that reaches it. */
  readonly atMost?: number;
}

export interface ExactAnswer {
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** Exact, from whole numbers; null without a point. */
  readonly objective: number | null;
  /** No point is better than this; equal to `objective` when optimal at gap 0. */
  readonly bound: number | null;
  readonly values: Float64Array | null;
  readonly nodes: number;
  /** Table entries worked through: what `effortLimit` counts, one by one. */
  readonly work: number;
}

/** Above this many link rows, only those the relaxation violates are carried. */
const lazyRows = 400;

/** Below this many columns one starting point for local search is enough: the tree finds the rest sooner. */
const smallModel = 120;

/** Local search looks at this many columns nearest to the break; a relaxation with few rows breaks few columns. */
const neighbourhood = (model: PreparedModel): number => Math.min(150, 30 + 10 * model.rows);

/**
 * The exact optimum of a whole-numbered binary program: branch and bound on dense dual simplex relaxations that shrink as
 * reduced costs fix columns.
 *
 * Shapes  model: maximise; integer columns binary, others auxiliary (at most one per row), all data whole numbers within 2^53.
 * Rules   Objective values are compared as whole numbers. A branch is closed only when its bound plus a margin for rounding
 *         (1e-9 of the largest numbers in it, at least 1e-6) cannot reach the next objective value; margins cost nodes, never optimality.
 * Edges   No columns: the empty point. Effort used up: `feasible` with the proven bound, or `unknown` without a point.
 * Errors  InvariantError on data that are not whole.
 * Source  Driebeek 1966, Tomlin 1971 (penalties); Kirby & Scobey 1970, Maros 2003 (dual simplex with bound flipping);
 *         Martello & Toth, Knapsack Problems (1990), ch. 2 (reduction).
 */
export function solveExactly(input: MipModel, options: ExactOptions): ExactAnswer {
  const model = prepareModel(input);
  const best = new BestPoint(model, options);
  // The relaxation would not see a row whose least is above its most.
  if (hasImpossibleRow(model)) return best.answer('complete', -Infinity, { nodes: 0, work: 0 });
  if (options.start) best.offerUnchecked(options.start);
  const root = emptyRelaxation(model, model.objective, 'root', model.rows + 1);
  const isOver = () => {
    best.setMargin(root.objective);
    return best.done() || root.objective < best.cutoff;
  };
  const atRoot = () => best.answer('complete', -Infinity, { nodes: 0, work: root.work });
  if (!bringInRows(model, root) || isOver()) return atRoot();
  if (!addCountCut(model, root) || isOver()) return atRoot();
  return searchFromRoot(model, root, best, options);
}

/** The best point so far and the cutoff it implies. */
class BestPoint implements Incumbents {
  cutoff: number;
  values: Float64Array | null = null;
  objective = -Infinity;
  private margin = 1e-6;

  constructor(
    private readonly model: PreparedModel,
    private readonly options: ExactOptions,
  ) {
    this.cutoff = this.options.atLeast === undefined ? -Infinity : this.options.atLeast - this.margin;
  }

  setMargin(rootBound: number): void {
    this.margin = roundingMargin(this.model, rootBound);
    this.raise();
  }

  private raise(): void {
    const wanted = this.options.atLeast ?? -Infinity;
    const step = this.model.objectiveStep;
    const better =
      this.values === null
        ? wanted
        : Math.max(wanted, this.objective + Math.max(step, this.options.gap * Math.abs(this.objective)));
    this.cutoff = better - this.margin;
  }

  readonly offer = (values: Float64Array, objective: number): boolean => {
    if (objective <= this.objective && this.values !== null) return false;
    if (this.options.atLeast !== undefined && objective < this.options.atLeast) return false;
    this.values = values.slice();
    this.objective = objective;
    this.raise();
    return true;
  };

  offerUnchecked(values: Float64Array): void {
    const copy = values.slice();
    const objective = complete(this.model, copy);
    if (objective !== null) this.offer(copy, objective);
  }

  readonly done = (): boolean => this.options.atMost !== undefined && this.objective >= this.options.atMost;

  answer(end: 'complete' | 'limit', openBound: number, spent: Pick<ExactAnswer, 'nodes' | 'work'>): ExactAnswer {
    const found = this.values !== null;
    const wholeBound = (bound: number) => Math.floor(bound + this.margin);
    if (end === 'complete') {
      if (!found) return { status: 'infeasible', objective: null, bound: null, values: null, ...spent };
      const slack = this.options.gap * Math.abs(this.objective);
      const bound = this.objective + (slack >= this.model.objectiveStep ? Math.floor(slack) : 0);
      return { status: 'optimal', objective: this.objective, bound, values: this.values, ...spent };
    }
    const bound = Math.max(wholeBound(openBound), found ? this.objective : -Infinity);
    if (!found) return { status: 'unknown', objective: null, bound, values: null, ...spent };
    return {
      status: bound === this.objective ? 'optimal' : 'feasible',
      objective: this.objective,
      bound,
      values: this.values,
      ...spent,
    };
  }
}

/** The re-optimised relaxation of the whole model, with the count cut; null when it is infeasible. */
export function rootRelaxation(model: PreparedModel): Relaxation | null {
  if (hasImpossibleRow(model)) return null;
  const root = emptyRelaxation(model, model.objective, 'root', model.rows + 1);
  return bringInRows(model, root) && addCountCut(model, root) ? root : null;
}

/** Adds the count cut to the re-optimised relaxation of the whole model, where it cuts anything off. False: infeasible. */
function addCountCut(model: PreparedModel, root: Relaxation): boolean {
  const cut = countCut(model, root);
  if (!cut) return true;
  addRows(root, model, [cutRow(model, cut, 0)], new Float64Array(model.columns));
  return root.reoptimise(-Infinity) !== 'infeasible' && bringInRows(model, root);
}

/** Adds the model's rows, all at once or, when there are many, as the relaxation violates them. False: infeasible. */
function bringInRows(model: PreparedModel, relaxation: Relaxation): boolean {
  const present = new Uint8Array(model.rows);
  for (let i = 0; i < relaxation.rows; i += 1) notePresent(model, present, relaxation.rowVariable[i] as number);
  for (let k = 0; k < relaxation.columns; k += 1) notePresent(model, present, relaxation.columnVariable[k] as number);
  const nothing = new Float64Array(model.columns);
  const long = (i: number) => (model.starts[i + 1] as number) - (model.starts[i] as number) > 20;
  const wanted: number[] = [];
  for (let i = 0; i < model.rows; i += 1) if (!present[i] && (model.rows <= lazyRows || long(i))) wanted.push(i);
  const point = new Float64Array(model.columns);
  for (;;) {
    if (wanted.length > 0) {
      addRows(
        relaxation,
        model,
        wanted.map((i) => modelRow(model, i)),
        nothing,
      );
      for (const i of wanted) present[i] = 1;
    }
    if (relaxation.reoptimise(-Infinity) === 'infeasible') return false;
    wanted.length = 0;
    if (model.rows <= lazyRows) return true;
    readValues(relaxation, model, point);
    const sums = activities(model, point);
    for (let i = 0; i < model.rows; i += 1) {
      if (present[i]) continue;
      const excess = Math.max(
        (sums[i] as number) - (model.rowUpper[i] as number),
        (model.rowLower[i] as number) - (sums[i] as number),
      );
      if (excess * (model.rowScale[i] as number) > 1e-9) wanted.push(i);
    }
    if (wanted.length === 0) return true;
  }
}

function notePresent(model: PreparedModel, present: Uint8Array, variable: number): void {
  const row = variable - model.columns;
  if (row >= 0 && row < model.rows) present[row] = 1;
}

/**
 * Chvátal's cut for the number of columns chosen: at most the whole part of the relaxation's largest number. With values close
 * to "cost plus a constant" it is what closes the gap. Null when it would not cut the relaxation's point off, and when no column
 * chosen has a value.
 */
function countCut(model: PreparedModel, root: Relaxation): ValidCut | null {
  if (!model.objective.some((c, j) => c !== 0 && model.integer[j] === 1)) return null;
  const ones = Float64Array.from(model.integer);
  const point = new Float64Array(model.columns);
  readValues(root, model, point);
  let chosen = 0;
  for (let j = 0; j < model.columns; j += 1) if (model.integer[j] === 1) chosen += point[j] as number;
  if (chosen - Math.floor(chosen + 1e-6) < 1e-6) return null;
  const counting = emptyRelaxation(model, ones, 'counting', model.rows + 1);
  if (!bringInRows(model, counting)) return null;
  const upper = Math.floor(counting.objective + 1e-6);
  if (upper >= chosen - 1e-6) return null;
  const indices = Int32Array.from(ones.keys()).filter((j) => ones[j] === 1);
  return { indices, coefficients: new Float64Array(indices.length).fill(1), upper };
}

function searchFromRoot(model: PreparedModel, root: Relaxation, best: BestPoint, options: ExactOptions): ExactAnswer {
  const values = new Float64Array(model.columns);
  const limits: SearchLimits = {
    workLimit: options.effortLimit * 1e6 - root.work,
    shouldStop: options.shouldStop ?? (() => false),
  };
  const improves = model.auxiliaries.length === 0;
  // Whether anything reaches a level is most often asked to hear that nothing does: then first points are of no use.
  const isAsked = options.atLeast !== undefined && model.columns <= smallModel;
  if (improves && !isAsked) roundAndImprove(model, root, best);
  let [nodes, work] = [0, 0];
  for (;;) {
    const free = fixAtRoot(model, root, best.cutoff);
    const core = coreOf(model, root, values);
    const worthRestart = () => countFree(model, root, best.cutoff) < 0.8 * free;
    const search = new Search(model, best, { ...limits, workLimit: limits.workLimit - work }, worthRestart);
    const end = search.run(core, values);
    nodes += search.nodes;
    work += search.work;
    if (end === 'restart') {
      if (improves) improveBest(model, root, best);
      continue;
    }
    return best.answer(end, search.openBound, { nodes, work: root.work + work });
  }
}

/** Fixes, for good, what the root's reduced costs decide; the number of columns left free. */
function fixAtRoot(model: PreparedModel, root: Relaxation, cutoff: number): number {
  const room = root.objective - cutoff;
  let free = 0;
  for (let k = 0; k < root.columns; k += 1) {
    const variable = root.columnVariable[k] as number;
    if (variable >= model.columns || model.integer[variable] !== 1) continue;
    if ((root.columnUpper[k] as number) <= (root.columnLower[k] as number)) continue;
    if (Math.abs(root.reduced[k] as number) <= room) free += 1;
    else if (root.atUpper[k] === 1) root.columnLower[k] = root.columnUpper[k] as number;
    else root.columnUpper[k] = root.columnLower[k] as number;
  }
  return free;
}

function countFree(model: PreparedModel, root: Relaxation, cutoff: number): number {
  const room = root.objective - cutoff;
  let free = 0;
  for (let k = 0; k < root.columns; k += 1) {
    const variable = root.columnVariable[k] as number;
    if (variable >= model.columns || model.integer[variable] !== 1) continue;
    if ((root.columnUpper[k] as number) <= (root.columnLower[k] as number)) continue;
    if (Math.abs(root.reduced[k] as number) <= room) free += 1;
  }
  return free;
}

/** What is left of the root after fixing, with every row of the model that can still bind. */
function coreOf(model: PreparedModel, root: Relaxation, values: Float64Array): Relaxation {
  const reduced = emptyTable('core', root.rows, root.columns);
  reduced.reserve(root.rows);
  reduced.copyReduced(root, values, model.columnScale);
  if (model.rows <= lazyRows) return reduced;
  const present = new Uint8Array(model.rows);
  for (let i = 0; i < root.rows; i += 1) notePresent(model, present, root.rowVariable[i] as number);
  for (let k = 0; k < root.columns; k += 1) notePresent(model, present, root.columnVariable[k] as number);
  const free = new Uint8Array(model.columns);
  for (const list of [
    reduced.columnVariable.subarray(0, reduced.columns),
    reduced.rowVariable.subarray(0, reduced.rows),
  ])
    for (const variable of list) if (variable < model.columns) free[variable] = 1;
  const rows: number[] = [];
  for (let i = 0; i < model.rows; i += 1) if (!present[i] && canBind(model, i, free, values)) rows.push(i);
  const core = new Relaxation(reduced.rows + rows.length + 1, Math.max(1, reduced.columns));
  core.copyReduced(reduced, values, model.columnScale);
  addRows(
    core,
    model,
    rows.map((i) => modelRow(model, i)),
    values,
  );
  return core;
}

function canBind(model: PreparedModel, i: number, free: Uint8Array, values: Float64Array): boolean {
  let [low, high] = [0, 0];
  for (let p = model.starts[i] as number; p < (model.starts[i + 1] as number); p += 1) {
    const j = model.indices[p] as number;
    const a = model.coefficients[p] as number;
    const ends =
      free[j] === 1 ? [a * (model.lower[j] as number), a * (model.upper[j] as number)] : [a * (values[j] as number)];
    low += Math.min(...ends);
    high += Math.max(...ends);
  }
  return low < (model.rowLower[i] as number) || high > (model.rowUpper[i] as number);
}

/** The columns nearest to the break, by reduced cost; ties by index. */
function nearBreak(model: PreparedModel, root: Relaxation): Int32Array {
  const distance = new Float64Array(model.columns).fill(Infinity);
  for (let k = 0; k < root.columns; k += 1) {
    const variable = root.columnVariable[k] as number;
    if (variable < model.columns) distance[variable] = Math.abs(root.reduced[k] as number);
  }
  for (let i = 0; i < root.rows; i += 1) {
    const variable = root.rowVariable[i] as number;
    if (variable < model.columns) distance[variable] = 0;
  }
  const order = Array.from(distance.keys()).filter((j) => model.integer[j] === 1 && Number.isFinite(distance[j]));
  order.sort((a, b) => (distance[a] as number) - (distance[b] as number) || a - b);
  return Int32Array.from(order.slice(0, neighbourhood(model)));
}

/** First points: the relaxation's whole part, and its nearest point with as many columns, both improved by exchanges. */
function roundAndImprove(model: PreparedModel, root: Relaxation, best: BestPoint): void {
  const relaxed = new Float64Array(model.columns);
  readValues(root, model, relaxed);
  const candidates = nearBreak(model, root);
  const whole = relaxed.map((x) => Math.floor(x + 1e-7));
  const missing = Math.round(relaxed.reduce((sum, x) => sum + x, 0)) - whole.reduce((sum, x) => sum + x, 0);
  const nearest = whole.slice();
  const fractional = Array.from(relaxed.keys()).filter((j) => relaxed[j] !== whole[j]);
  fractional.sort((a, b) => (relaxed[b] as number) - (relaxed[a] as number) || a - b);
  for (const j of fractional.slice(0, missing)) nearest[j] = 1;
  for (const [point, keepCount] of [
    [whole, false],
    ...(model.columns > smallModel ? [[nearest, true] as const] : []),
  ] as const)
    if (improve(model, point, candidates, keepCount) !== null) best.offerUnchecked(point);
}

function improveBest(model: PreparedModel, root: Relaxation, best: BestPoint): void {
  if (best.values === null) return;
  const point = best.values.slice();
  if (improve(model, point, nearBreak(model, root)) !== null) best.offerUnchecked(point);
}
