import { invariant, InvariantError } from '@fordela/domain';

/** Below this a pivot or a reduced cost counts as zero. Rows come here scaled to a largest coefficient in (0.5, 1]. */
export const lpTolerance = 1e-10;

/** Pivots without progress before the anti-cycling rule takes over. */
const degenerateLimit = 40;
const pivotLimit = 200_000;

/**
 * The simplex dictionary in condensed form: every basic variable as `value − Σ entry × nonbasic`, with no columns stored for
 * the basic ones. Variables are numbers; the two lists say where each stands.
 *
 * Shapes  body: rows × (columns + 1), the last column being the values. The objective rows stand after the constraint rows.
 * Source  Chvátal, Linear Programming (1983), ch. 2–3 (dictionaries, Bland's rule).
 */
export class Dictionary {
  /** Columns that may never enter: slacks of equalities, the artificial variable after phase one. */
  private readonly blocked = new Set<number>();

  constructor(
    readonly body: Float64Array[],
    readonly basic: number[],
    readonly nonbasic: number[],
  ) {}

  get columns(): number {
    return this.nonbasic.length;
  }

  entry(row: number, column: number): number {
    return (this.body[row] as Float64Array)[column] as number;
  }

  value(row: number): number {
    return this.entry(row, this.columns);
  }

  block(variable: number): void {
    this.blocked.add(variable);
  }

  mayEnter(column: number): boolean {
    return !this.blocked.has(this.nonbasic[column] as number);
  }

  /** Exchanges the basic variable of the row with the nonbasic one of the column. */
  pivot(row: number, column: number): void {
    const pivotRow = this.body[row] as Float64Array;
    const pivot = pivotRow[column] as number;
    invariant(Math.abs(pivot) > 0, 'pivot on zero');
    pivotRow[column] = 1;
    for (let j = 0; j <= this.columns; j += 1) pivotRow[j] = (pivotRow[j] as number) / pivot;
    for (let i = 0; i < this.body.length; i += 1) {
      if (i === row) continue;
      const other = this.body[i] as Float64Array;
      const factor = other[column] as number;
      if (factor === 0) continue;
      other[column] = 0;
      for (let j = 0; j <= this.columns; j += 1) {
        const next = (other[j] as number) - factor * (pivotRow[j] as number);
        other[j] = Math.abs(next) < 1e-14 ? 0 : next;
      }
    }
    const leaving = this.basic[row] as number;
    this.basic[row] = this.nonbasic[column] as number;
    this.nonbasic[column] = leaving;
  }

  /**
   * Maximises the objective that stands in the given row, over rows 0…basic.length − 1.
   *
   * Rule    The largest reduced cost enters (ties: the lowest variable); the smallest ratio leaves (ties: the lowest variable).
   *         After 40 pivots without progress Bland's rule is used until there is progress, so it always ends.
   * Returns the column along which the objective grows without end, or null at an optimum.
   */
  maximise(objectiveRow: number): number | null {
    let idle = 0;
    for (let pivots = 0; pivots < pivotLimit; pivots += 1) {
      const column = this.entering(objectiveRow, idle > degenerateLimit);
      if (column === null) return null;
      const row = this.leaving(column);
      if (row === null) return column;
      idle = this.value(row) > lpTolerance ? 0 : idle + 1;
      this.pivot(row, column);
    }
    throw new InvariantError('simplex did not end');
  }

  private entering(objectiveRow: number, bland: boolean): number | null {
    let best: number | null = null;
    for (let j = 0; j < this.columns; j += 1) {
      const cost = this.entry(objectiveRow, j);
      if (cost >= -lpTolerance || !this.mayEnter(j)) continue;
      if (best === null) best = j;
      else {
        const lower = (this.nonbasic[j] as number) < (this.nonbasic[best] as number);
        const bestCost = this.entry(objectiveRow, best);
        if (bland ? lower : cost < bestCost || (cost === bestCost && lower)) best = j;
      }
    }
    return best;
  }

  private leaving(column: number): number | null {
    let best: number | null = null;
    let bestRatio = Infinity;
    for (let i = 0; i < this.basic.length; i += 1) {
      const entry = this.entry(i, column);
      if (entry <= lpTolerance) continue;
      const ratio = Math.max(0, this.value(i)) / entry;
      const tied = best !== null && Math.abs(ratio - bestRatio) <= 1e-12 * Math.max(1, bestRatio);
      if (best === null || (tied ? (this.basic[i] as number) < (this.basic[best] as number) : ratio < bestRatio)) {
        best = i;
        bestRatio = Math.min(bestRatio, ratio);
      }
    }
    return best;
  }
}
