import { invariant } from '@fordela/domain';

/** Bound violations up to this are rounding (rows are scaled so that their largest coefficient is 1). */
export const feasibilityTolerance = 1e-9;

/** Smaller pivots lose too many digits. */
const pivotTolerance = 1e-8;

/** Coefficients below this are rounding residue. */
const residue = 1e-13;

export type RelaxationStatus = 'optimal' | 'infeasible' | 'below-cutoff' | 'stalled';

/**
 * The linear relaxation at one node of the search, as a dense dictionary: each basic variable (and the objective) is a linear
 * combination of the non-basic ones, which all stand at one of their finite bounds. Variables 0 … n−1 are the model's
 * columns, n … n+m−1 the activities of its rows. Because every variable is boxed, any basis can be made dual feasible by
 * moving non-basic variables to their better bound, and the dual simplex method needs no first phase.
 */
export class Relaxation {
  rows = 0;
  columns = 0;
  /** Row-major, `stride` = allocated columns. */
  matrix: Float64Array;
  readonly reduced: Float64Array;
  readonly columnVariable: Int32Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly atUpper: Uint8Array;
  readonly rowVariable: Int32Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly rowValue: Float64Array;
  objective = 0;
  /** Table entries worked through so far. */
  work = 0;
  /** Of the row last measured: see `measurePenalties`. */
  penaltyDown = 0;
  penaltyUp = 0;
  private readonly candidates: Int32Array;
  private readonly ratios: Float64Array;

  /** Room for `rowCapacity` rows; the matrix itself starts with room for `reserved` of them and grows by `reserve`. */
  constructor(
    readonly rowCapacity: number,
    readonly stride: number,
    reserved = rowCapacity,
  ) {
    this.matrix = new Float64Array(reserved * stride);
    this.reduced = new Float64Array(stride);
    this.columnVariable = new Int32Array(stride);
    this.columnLower = new Float64Array(stride);
    this.columnUpper = new Float64Array(stride);
    this.atUpper = new Uint8Array(stride);
    this.rowVariable = new Int32Array(rowCapacity);
    this.rowLower = new Float64Array(rowCapacity);
    this.rowUpper = new Float64Array(rowCapacity);
    this.rowValue = new Float64Array(rowCapacity);
    this.candidates = new Int32Array(stride);
    this.ratios = new Float64Array(stride);
  }

  /** Holds nothing any more. */
  clear(): void {
    this.rows = 0;
    this.columns = 0;
    this.objective = 0;
    this.work = 0;
  }

  /** Makes room in the matrix for so many rows, keeping what it holds. */
  reserve(rows: number): void {
    invariant(rows <= this.rowCapacity, 'more rows than the relaxation was made for');
    if (this.matrix.length >= rows * this.stride) return;
    const grown = new Float64Array(Math.min(this.rowCapacity, Math.max(rows, 2 * this.rows)) * this.stride);
    grown.set(this.matrix.subarray(0, this.rows * this.stride));
    this.matrix = grown;
  }

  /** Puts every non-basic variable at the bound its reduced cost asks for, keeping basic values in step. */
  makeDualFeasible(): void {
    for (let k = 0; k < this.columns; k += 1) {
      const d = this.reduced[k] as number;
      if ((d > 0 && this.atUpper[k] === 0) || (d < 0 && this.atUpper[k] === 1)) this.flip(k);
    }
  }

  /** Moves a non-basic variable to its other bound. */
  flip(k: number): void {
    const range = (this.columnUpper[k] as number) - (this.columnLower[k] as number);
    const step = this.atUpper[k] === 1 ? -range : range;
    this.atUpper[k] = this.atUpper[k] === 1 ? 0 : 1;
    if (step === 0) return;
    this.objective += (this.reduced[k] as number) * step;
    for (let i = 0, p = k; i < this.rows; i += 1, p += this.stride) {
      const t = this.matrix[p] as number;
      if (t !== 0) this.rowValue[i] = (this.rowValue[i] as number) + t * step;
    }
  }

  /**
   * Dual simplex with bound flipping, until primal feasible. Stops early when the objective can no longer reach the cutoff.
   * `stalled`: more pivots than could be needed; the bound still holds.
   */
  reoptimise(cutoff: number): RelaxationStatus {
    const most = 200 + 20 * (this.rows + this.columns);
    for (let pivots = 0; pivots < most; pivots += 1) {
      if (this.objective < cutoff) return 'below-cutoff';
      const r = this.mostViolatedRow();
      if (r < 0) return 'optimal';
      if (!this.pivotOut(r)) return 'infeasible';
    }
    return 'stalled';
  }

  private mostViolatedRow(): number {
    let worst = feasibilityTolerance;
    let row = -1;
    for (let i = 0; i < this.rows; i += 1) {
      const value = this.rowValue[i] as number;
      const violation = Math.max((this.rowLower[i] as number) - value, value - (this.rowUpper[i] as number));
      if (violation > worst) {
        worst = violation;
        row = i;
      }
    }
    return row;
  }

  /** One dual simplex step that brings basic variable of row r to the bound it violates. False when no step can. */
  private pivotOut(r: number): boolean {
    const { stride, matrix, candidates, ratios, columns, columnLower, columnUpper, atUpper, reduced } = this;
    const value = this.rowValue[r] as number;
    const up = value < (this.rowLower[r] as number);
    const target = up ? (this.rowLower[r] as number) : (this.rowUpper[r] as number);
    let slope = Math.abs(target - value);
    const base = r * stride;
    let count = 0;
    for (let k = 0; k < columns; k += 1) {
      const t = matrix[base + k] as number;
      if (t < pivotTolerance && t > -pivotTolerance) continue;
      const helps = atUpper[k] === 0 ? t > 0 === up : t < 0 === up;
      if (!helps || (columnUpper[k] as number) <= (columnLower[k] as number)) continue;
      candidates[count] = k;
      ratios[count] = Math.abs((reduced[k] as number) / t);
      count += 1;
    }
    let entering = -1;
    while (count > 0) {
      let best = 0;
      for (let c = 1; c < count; c += 1) {
        const difference = (ratios[c] as number) - (ratios[best] as number);
        if (difference < 0 || (difference === 0 && this.betterPivot(base, c, best))) best = c;
      }
      const k = candidates[best] as number;
      const gain =
        Math.abs(matrix[base + k] as number) * ((this.columnUpper[k] as number) - (this.columnLower[k] as number));
      count -= 1;
      candidates[best] = candidates[count] as number;
      ratios[best] = ratios[count] as number;
      if (slope - gain <= 0) {
        entering = k;
        break;
      }
      slope -= gain;
      this.flip(k);
    }
    if (entering < 0) return slope <= feasibilityTolerance;
    this.pivot(r, entering, target);
    return true;
  }

  private betterPivot(base: number, a: number, b: number): boolean {
    const size = (c: number) => Math.abs(this.matrix[base + (this.candidates[c] as number)] as number);
    return size(a) > size(b);
  }

  /** Exchanges the basic variable of row r, leaving at `target`, with the non-basic variable of column q. */
  private pivot(r: number, q: number, target: number): void {
    const { stride, matrix, reduced, rowValue, columns, rows } = this;
    const base = r * stride;
    const pivot = matrix[base + q] as number;
    const step = (target - (rowValue[r] as number)) / pivot;
    const enteringValue =
      (this.atUpper[q] === 1 ? (this.columnUpper[q] as number) : (this.columnLower[q] as number)) + step;
    this.objective += (reduced[q] as number) * step;
    this.work += columns;
    for (let k = 0; k < columns; k += 1) matrix[base + k] = -(matrix[base + k] as number) / pivot;
    matrix[base + q] = 1 / pivot;
    for (let i = 0; i < rows; i += 1) {
      if (i === r) continue;
      const row = i * stride;
      const factor = matrix[row + q] as number;
      if (factor === 0) continue;
      this.work += columns;
      rowValue[i] = (rowValue[i] as number) + factor * step;
      matrix[row + q] = 0;
      for (let k = 0; k < columns; k += 1) {
        const sum = (matrix[row + k] as number) + factor * (matrix[base + k] as number);
        matrix[row + k] = sum < residue && sum > -residue ? 0 : sum;
      }
    }
    const d = reduced[q] as number;
    if (d !== 0) {
      reduced[q] = 0;
      for (let k = 0; k < columns; k += 1) reduced[k] = (reduced[k] as number) + d * (matrix[base + k] as number);
    }
    const leaving = this.rowVariable[r] as number;
    const [lower, upper] = [this.rowLower[r] as number, this.rowUpper[r] as number];
    this.rowVariable[r] = this.columnVariable[q] as number;
    this.rowLower[r] = this.columnLower[q] as number;
    this.rowUpper[r] = this.columnUpper[q] as number;
    rowValue[r] = enteringValue;
    this.columnVariable[q] = leaving;
    this.columnLower[q] = lower;
    this.columnUpper[q] = upper;
    this.atUpper[q] = target === upper ? 1 : 0;
  }

  /**
   * The objective lost at least, were basic row r to move to its lower (`penaltyDown`) or upper bound (`penaltyUp`): the first step
   * of the dual simplex method, without taking it. Infinity where it cannot move that far.
   */
  measurePenalties(r: number): void {
    const { stride, matrix, columns, columnLower, columnUpper, atUpper, reduced } = this;
    const value = this.rowValue[r] as number;
    const base = r * stride;
    let [down, up] = [Infinity, Infinity];
    for (let k = 0; k < columns; k += 1) {
      const t = matrix[base + k] as number;
      if (t < pivotTolerance && t > -pivotTolerance) continue;
      if ((columnUpper[k] as number) <= (columnLower[k] as number)) continue;
      const ratio = Math.abs((reduced[k] as number) / t);
      if (t > 0 === (atUpper[k] === 0)) {
        if (ratio < up) up = ratio;
      } else if (ratio < down) down = ratio;
    }
    this.penaltyDown = down * (value - (this.rowLower[r] as number));
    this.penaltyUp = up * ((this.rowUpper[r] as number) - value);
  }

  /**
   * Copies another relaxation, leaving out what no longer matters: non-basic variables whose bounds have met (their value is
   * written to `values`, in the model's units) and rows of activities that the remaining variables cannot push over a bound.
   */
  copyReduced(from: Relaxation, values: Float64Array, columnScale: Float64Array): void {
    const modelColumns = columnScale.length;
    invariant(from.rows <= this.rowCapacity && from.columns <= this.stride, 'a node must have room for its parent');
    const { matrix, reduced, columnVariable, columnLower, columnUpper, atUpper, stride, candidates: kept } = this;
    // How far a non-basic variable can still move, with the sign of the move.
    const room = this.ratios;
    let columns = 0;
    for (let k = 0; k < from.columns; k += 1) {
      const lower = from.columnLower[k] as number;
      const upper = from.columnUpper[k] as number;
      const variable = from.columnVariable[k] as number;
      if (upper <= lower) {
        if (variable < modelColumns) values[variable] = lower * (columnScale[variable] as number);
        continue;
      }
      const isUpper = from.atUpper[k] as number;
      kept[columns] = k;
      room[columns] = isUpper === 1 ? lower - upper : upper - lower;
      reduced[columns] = from.reduced[k] as number;
      columnVariable[columns] = variable;
      columnLower[columns] = lower;
      columnUpper[columns] = upper;
      atUpper[columns] = isUpper;
      columns += 1;
    }
    this.columns = columns;
    this.objective = from.objective;
    const { matrix: parent, rows: parentRows, stride: parentStride } = from;
    let rows = 0;
    for (let i = 0; i < parentRows; i += 1) {
      const target = rows * stride;
      const source = i * parentStride;
      let falls = 0;
      let rises = 0;
      for (let c = 0; c < columns; c += 1) {
        const t = parent[source + (kept[c] as number)] as number;
        matrix[target + c] = t;
        const reach = t * (room[c] as number);
        if (reach > 0) rises += reach;
        else falls -= reach;
      }
      const variable = from.rowVariable[i] as number;
      const value = from.rowValue[i] as number;
      const lower = from.rowLower[i] as number;
      const upper = from.rowUpper[i] as number;
      if (variable >= modelColumns && value - falls >= lower - 1e-12 && value + rises <= upper + 1e-12) continue;
      this.rowVariable[rows] = variable;
      this.rowLower[rows] = lower;
      this.rowUpper[rows] = upper;
      this.rowValue[rows] = value;
      rows += 1;
    }
    this.rows = rows;
    this.work = parentRows * columns;
  }
}
