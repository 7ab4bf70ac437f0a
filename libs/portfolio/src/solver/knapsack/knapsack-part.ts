import { solveExactly } from '../exact/solve-exactly';
import type { MipModel } from '../mip-solver';
import { KnapsackCore } from './knapsack-core';
import { KnapsackTable, largestTable, tableSize } from './knapsack-table';

/** States a core may make before the table, or the search, is tried instead. */
const coreStates = 60_000;

/** A part's best point at one limit; null where no point keeps it. Throws nothing; `unproven` when the effort ran out. */
export type PartAnswer = { readonly objective: number; readonly values: Float64Array } | null | 'unproven';

/**
 * A part of a model that one row with a moving upper bound limits, solved for one bound after another: as a knapsack where it is
 * one (over its core, or from one table for all bounds), else by branch and bound.
 */
export class MovingPart {
  private readonly knapsack: Knapsack | null;

  constructor(
    private readonly model: MipModel,
    /** The row whose upper bound moves; null: nothing moves, and the part is solved once. */
    private readonly row: number | null,
    private readonly largest: number,
    private readonly effort: { readonly effortLimit: number; readonly shouldStop?: () => boolean },
  ) {
    this.knapsack = isKnapsack(model) ? new Knapsack(model) : null;
  }

  private known: { readonly upper: number; readonly answer: PartAnswer } | null = null;

  at(upper: number): PartAnswer {
    if (this.known && (this.row === null || this.known.upper === upper)) return this.known.answer;
    const answer = this.solve(upper);
    this.known = { upper, answer };
    return answer;
  }

  private solve(upper: number): PartAnswer {
    const { row } = this;
    const bound = row === null ? (this.model.rowUpper[0] ?? 0) : upper;
    const fromKnapsack = this.knapsack?.solve(bound, Math.max(bound, this.largest));
    if (fromKnapsack !== undefined && fromKnapsack !== 'unproven') return fromKnapsack;
    const rowUpper = this.model.rowUpper.slice();
    if (row !== null) rowUpper[row] = upper;
    const answer = solveExactly({ ...this.model, rowUpper }, { gap: 0, ...this.effort });
    if (answer.status === 'infeasible') return null;
    if (answer.status !== 'optimal' || answer.values === null || answer.objective === null) return 'unproven';
    return { objective: answer.objective, values: answer.values };
  }
}

/** At most one row, "at most" and without negative amounts, over binaries. */
export function isKnapsack(model: MipModel): boolean {
  return (
    model.rows <= 1 &&
    model.integer.every((whole) => whole === 1) &&
    model.rowLower.every((lower) => lower <= 0) &&
    model.coefficients.every((amount) => amount >= 0)
  );
}

/** A part that is a knapsack; decisions already fixed are taken out of it. */
export class Knapsack {
  private readonly free: readonly number[];
  private readonly values: readonly number[];
  private readonly weights: readonly number[];
  private readonly fixedWeight: number;
  private readonly fixed: Float64Array;
  private readonly core: KnapsackCore;
  private failures = 0;
  private table: KnapsackTable | null = null;

  constructor(private readonly model: MipModel) {
    const amounts = new Float64Array(model.columns);
    model.indices.forEach((j, p) => (amounts[j] = (amounts[j] as number) + (model.coefficients[p] as number)));
    const all = Array.from({ length: model.columns }, (_, j) => j);
    this.free = all.filter((j) => model.lower[j] === 0 && model.upper[j] === 1);
    this.fixed = Float64Array.from(all, (j) => (model.lower[j] === 1 ? 1 : 0));
    this.fixedWeight = all.reduce((sum, j) => sum + (this.fixed[j] as number) * (amounts[j] as number), 0);
    this.values = this.free.map((j) => model.objective[j] as number);
    this.weights = this.free.map((j) => amounts[j] as number);
    this.core = new KnapsackCore(this.values, this.weights);
  }

  /** `largest`: no later bound exceeds it, so a table up to it serves all. */
  solve(upper: number, largest: number): PartAnswer {
    const room = Math.floor(upper) - this.fixedWeight;
    if (room < 0) return null;
    const total = this.weights.reduce((sum, weight) => sum + weight, 0);
    const answer =
      this.table?.solve(room) ??
      this.byCore(Math.min(room, total)) ??
      this.byTable(room, Math.min(largest - this.fixedWeight, total));
    if (answer === null) return 'unproven';
    const values = this.fixed.slice();
    this.free.forEach((j, k) => (values[j] = answer.taken[k] as number));
    let objective = 0;
    for (let j = 0; j < values.length; j += 1) objective += (values[j] as number) * (this.model.objective[j] as number);
    return { objective, values };
  }

  /** Cores that grow too large twice are not tried again. */
  private byCore(room: number) {
    if (this.failures >= 2) return null;
    const answer = this.core.solve(room, coreStates);
    if (answer === null) this.failures += 1;
    return answer;
  }

  private byTable(room: number, largest: number) {
    if (tableSize(this.values, this.weights, largest) > largestTable) return null;
    this.table = new KnapsackTable(this.values, this.weights, largest);
    return this.table.solve(room);
  }
}
