import { complete, type PreparedModel } from './prepared-model';
import { readValues } from './root-relaxation';
import { Relaxation } from './relaxation';

/** A binary this near a whole number in the relaxation counts as whole. */
const wholeTolerance = 1e-7;

/**
 * Tables by depth, kept from one search to the next: thousands of small searches would otherwise spend their time making them. Only
 * scratch space: nothing is read from it that the running search has not written.
 */
let tables: Relaxation[] = [];

/** Entries that the tables of one search may hold together (8 bytes each): a search that needs more ends as one out of effort. */
const mostEntries = 60_000_000;

/** Tables larger than this are given back after a search. */
const keptEntries = 20_000;

export interface SearchLimits {
  /** Table entries the search may work through. */
  readonly workLimit: number;
  readonly shouldStop: () => boolean;
}

/** What the search knows besides the tree: the best found, or, when collecting, all that reach a target. */
export interface Incumbents {
  /** A node whose objective is below this cannot help. */
  cutoff: number;
  /** Takes a feasible point with its exact objective; true when the cutoff rose. */
  readonly offer: (values: Float64Array, objective: number) => boolean;
  /** True when nothing more is wanted. */
  readonly done: () => boolean;
}

export type SearchEnd = 'complete' | 'limit' | 'restart';

/**
 * Depth-first branch and bound below one relaxation. Every node is re-optimised by the dual simplex method from its parent's
 * basis, variables are fixed by their reduced costs, and the branching variable is the one whose first dual step costs most on
 * its cheaper side (Driebeek–Tomlin penalties, which also close branches without solving them).
 */
export class Search {
  nodes = 0;
  work = 0;
  /** The highest relaxation bound among the nodes left unexplored when the search ended early. */
  openBound = -Infinity;
  private readonly values: Float64Array;
  private readonly point: Float64Array;
  private entries = 0;
  private stopped = false;
  private restarting = false;

  constructor(
    private readonly model: PreparedModel,
    private readonly incumbents: Incumbents,
    private readonly limits: SearchLimits,
    /** Asked when the cutoff has risen: is it worth starting again from the root with more columns fixed? */
    private readonly worthRestart: () => boolean,
  ) {
    this.values = new Float64Array(model.columns);
    this.point = new Float64Array(model.columns);
  }

  /** Explores everything below a re-optimised root whose left-out columns stand in `values`. */
  run(root: Relaxation, values: Float64Array): SearchEnd {
    this.values.set(values);
    this.entries = tables.reduce((sum, table) => sum + table.matrix.length, 0);
    const first = this.nodeAt(0, root);
    if (first === null) {
      this.leave(root.objective);
      return 'limit';
    }
    first.copyReduced(root, this.values, this.model.columnScale);
    this.explore(first, 0);
    if (tables.some((table) => table.matrix.length > keptEntries)) tables = [];
    return this.restarting ? 'restart' : this.stopped ? 'limit' : 'complete';
  }

  /** The table for a depth, with room for the parent's; null, and the search ends, when the tables would grow too large. */
  private nodeAt(depth: number, parent: Relaxation): Relaxation | null {
    const kept = tables[depth];
    if (kept && kept.rowCapacity >= parent.rows && kept.stride >= parent.columns) return kept;
    this.entries += Math.max(1, parent.rows) * Math.max(1, parent.columns) - (kept?.matrix.length ?? 0);
    if (this.entries > mostEntries) {
      this.stopped = true;
      return null;
    }
    const made = new Relaxation(Math.max(1, parent.rows), Math.max(1, parent.columns));
    tables[depth] = made;
    return made;
  }

  private leave(bound: number): void {
    this.openBound = Math.max(this.openBound, bound);
  }

  private explore(node: Relaxation, depth: number): void {
    this.nodes += 1;
    if (this.work > this.limits.workLimit || (this.nodes % 256 === 0 && this.limits.shouldStop())) this.stopped = true;
    const { incumbents } = this;
    for (;;) {
      if (this.stopped || this.restarting || incumbents.done()) return this.leave(node.objective);
      const status = node.reoptimise(incumbents.cutoff);
      this.work += node.work + node.rows * node.columns;
      node.work = 0;
      if (status === 'infeasible' || status === 'below-cutoff') return;
      if (status === 'stalled') return this.branchOnFree(node, depth);
      this.fixByReducedCost(node);
      const choice = this.chooseRow(node);
      if (choice === 'closed') return;
      if (choice === 'changed') continue;
      if (choice !== null) return this.branchOnRow(node, depth, choice);
      if (this.takePoint(node)) return;
      return this.branchOnFree(node, depth);
    }
  }

  /** Columns that would cost more than is left to lose keep their bound for good below this node. */
  private fixByReducedCost(node: Relaxation): void {
    const { columns, columnVariable, columnLower, columnUpper, reduced, atUpper } = node;
    const { columns: modelColumns, integer } = this.model;
    const room = node.objective - this.incumbents.cutoff;
    for (let k = 0; k < columns; k += 1) {
      const d = reduced[k] as number;
      if (d <= room && d >= -room) continue;
      const variable = columnVariable[k] as number;
      if (variable >= modelColumns || integer[variable] !== 1) continue;
      const lower = columnLower[k] as number;
      const upper = columnUpper[k] as number;
      if (upper <= lower) continue;
      if (atUpper[k] === 1) columnLower[k] = upper;
      else columnUpper[k] = lower;
    }
  }

  /** The row to branch on; 'changed' when penalties have fixed some instead, 'closed' when they close the node, null: all whole. */
  private chooseRow(node: Relaxation): number | 'closed' | 'changed' | null {
    let best: number | null = null;
    let bestScore = -1;
    let changed = false;
    const room = node.objective - this.incumbents.cutoff;
    const { rows, rowVariable, rowValue } = node;
    const { columns: modelColumns, integer } = this.model;
    for (let i = 0; i < rows; i += 1) {
      const variable = rowVariable[i] as number;
      if (variable >= modelColumns || integer[variable] !== 1) continue;
      const value = rowValue[i] as number;
      if (Math.abs(value - Math.round(value)) <= wholeTolerance) continue;
      node.measurePenalties(i);
      const { penaltyDown: down, penaltyUp: up } = node;
      if (down > room && up > room) return 'closed';
      if (down > room || up > room) {
        if (down > room) node.rowLower[i] = node.rowUpper[i] as number;
        else node.rowUpper[i] = node.rowLower[i] as number;
        changed = true;
        continue;
      }
      const score = Math.min(down, up) * 4 + Math.max(down, up) + Math.min(value, 1 - value) * 1e-6;
      if (score > bestScore) {
        bestScore = score;
        best = i;
      }
    }
    return changed ? 'changed' : best;
  }

  private branchOnRow(node: Relaxation, depth: number, row: number): void {
    node.measurePenalties(row);
    const { penaltyDown: down, penaltyUp: up } = node;
    const firstUp = up < down || (up === down && (node.rowValue[row] as number) >= 0.5);
    for (const toUpper of firstUp ? [true, false] : [false, true]) {
      const bound = node.objective - (toUpper ? up : down);
      if (bound < this.incumbents.cutoff) continue;
      if (this.stopped || this.restarting || this.incumbents.done()) {
        this.leave(bound);
        continue;
      }
      const child = this.nodeAt(depth + 1, node);
      if (child === null) {
        this.leave(bound);
        continue;
      }
      child.copyReduced(node, this.values, this.model.columnScale);
      const variable = node.rowVariable[row] as number;
      const place = this.rowOf(child, variable);
      if (toUpper) child.rowLower[place] = child.rowUpper[place] as number;
      else child.rowUpper[place] = child.rowLower[place] as number;
      this.explore(child, depth + 1);
    }
  }

  private rowOf(node: Relaxation, variable: number): number {
    return node.rowVariable.subarray(0, node.rows).indexOf(variable);
  }

  /** Offers a whole relaxation point. True when that settles the node: nothing better, and no equal wanted, lies below it. */
  private takePoint(node: Relaxation): boolean {
    this.point.set(this.values);
    readValues(node, this.model, this.point);
    for (let j = 0; j < this.model.columns; j += 1)
      if (this.model.integer[j] === 1) this.point[j] = Math.round(this.point[j] as number);
    const objective = complete(this.model, this.point);
    if (objective !== null && this.incumbents.offer(this.point, objective) && this.worthRestart())
      this.restarting = true;
    return node.objective < this.incumbents.cutoff;
  }

  /** Branches on a binary the relaxation has at a bound: the only way on when all are whole but the node is not settled. */
  private branchOnFree(node: Relaxation, depth: number): void {
    let chosen = -1;
    let least = Infinity;
    for (let k = 0; k < node.columns; k += 1) {
      const variable = node.columnVariable[k] as number;
      if (variable >= this.model.columns || this.model.integer[variable] !== 1) continue;
      if ((node.columnUpper[k] as number) <= (node.columnLower[k] as number)) continue;
      const size = Math.abs(node.reduced[k] as number);
      if (size < least) {
        least = size;
        chosen = k;
      }
    }
    if (chosen < 0) return this.branchOnBasic(node, depth);
    const variable = node.columnVariable[chosen] as number;
    for (const flips of [false, true]) {
      if (this.stopped || this.restarting || this.incumbents.done()) {
        this.leave(node.objective);
        continue;
      }
      const child = this.nodeAt(depth + 1, node);
      if (child === null) {
        this.leave(node.objective);
        continue;
      }
      child.copyReduced(node, this.values, this.model.columnScale);
      const k = child.columnVariable.subarray(0, child.columns).indexOf(variable);
      if (flips) child.flip(k);
      if (child.atUpper[k] === 1) child.columnLower[k] = child.columnUpper[k] as number;
      else child.columnUpper[k] = child.columnLower[k] as number;
      this.explore(child, depth + 1);
    }
  }

  /** All non-basic binaries are fixed; a basic one may still be free (it stands whole by chance). Else the node is empty. */
  private branchOnBasic(node: Relaxation, depth: number): void {
    for (let i = 0; i < node.rows; i += 1) {
      const variable = node.rowVariable[i] as number;
      if (variable >= this.model.columns || this.model.integer[variable] !== 1) continue;
      if ((node.rowUpper[i] as number) <= (node.rowLower[i] as number)) continue;
      for (const toUpper of (node.rowValue[i] as number) >= 0.5 ? [true, false] : [false, true]) {
        if (this.stopped || this.restarting || this.incumbents.done()) {
          this.leave(node.objective);
          continue;
        }
        const child = this.nodeAt(depth + 1, node);
        if (child === null) {
          this.leave(node.objective);
          continue;
        }
        child.copyReduced(node, this.values, this.model.columnScale);
        const place = this.rowOf(child, variable);
        if (toUpper) child.rowLower[place] = child.rowUpper[place] as number;
        else child.rowUpper[place] = child.rowLower[place] as number;
        this.explore(child, depth + 1);
      }
      return;
    }
  }
}
