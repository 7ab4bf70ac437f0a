import { activities, type PreparedModel } from './prepared-model';

/**
 * Improves a portfolio by single changes and exchanges until none helps: adds, removals, and swaps of one column for another,
 * only among `candidates`. Works in whole numbers; rows may start out violated, and a move must then lessen the violation.
 * For models without auxiliary columns. Returns the objective, or null when the result still breaks a row.
 *
 * Rule    With `keepCount`, violations are first worked off by exchanges alone, which keep the number of columns chosen.
 * Edges   Columns whose bounds have met stay. Deterministic: candidates are tried in their order, the best move of a pass is
 *         the first one found that helps.
 */
export function improve(
  model: PreparedModel,
  values: Float64Array,
  candidates: Int32Array,
  keepCount = false,
): number | null {
  const sums = activities(model, values);
  const search = new Neighbourhood(model, values, sums);
  const free = candidates.filter((j) => (model.lower[j] as number) < (model.upper[j] as number));
  let objective = 0;
  for (let j = 0; j < model.columns; j += 1) objective += (model.objective[j] as number) * (values[j] as number);
  for (let round = 0; round < 50; round += 1) {
    let moved = false;
    for (const j of keepCount && search.violation > 0 ? [] : free) {
      const gain = search.tryFlip(j);
      if (gain === null) continue;
      objective += gain;
      moved = true;
    }
    for (const out of free) {
      if (values[out] !== 1) continue;
      for (const into of free) {
        if (values[into] !== 0) continue;
        const gain = (model.objective[into] as number) - (model.objective[out] as number);
        if (gain <= 0 && search.violation === 0) continue;
        if (!search.trySwap(out, into, gain)) continue;
        objective += gain;
        moved = true;
        break;
      }
    }
    if (!moved) break;
  }
  return search.violation === 0 ? objective : null;
}

class Neighbourhood {
  violation = 0;
  private readonly violations: Float64Array;
  private readonly change: Float64Array;
  private readonly touched: Int32Array;
  private touchedCount = 0;

  constructor(
    private readonly model: PreparedModel,
    private readonly values: Float64Array,
    private readonly sums: Float64Array,
  ) {
    this.violations = new Float64Array(model.rows);
    this.change = new Float64Array(model.rows);
    this.touched = new Int32Array(model.rows);
    for (let i = 0; i < model.rows; i += 1) {
      this.violations[i] = this.excess(i, sums[i] as number);
      this.violation += this.violations[i] as number;
    }
  }

  private excess(i: number, sum: number): number {
    const over = Math.max(sum - (this.model.rowUpper[i] as number), (this.model.rowLower[i] as number) - sum, 0);
    return over * (this.model.rowScale[i] as number);
  }

  private note(j: number, sign: number): void {
    const { columnStarts, columnRows, columnCoefficients } = this.model;
    for (let p = columnStarts[j] as number; p < (columnStarts[j + 1] as number); p += 1) {
      const i = columnRows[p] as number;
      if (this.change[i] === 0) {
        this.touched[this.touchedCount] = i;
        this.touchedCount += 1;
      }
      this.change[i] = (this.change[i] as number) + sign * (columnCoefficients[p] as number);
    }
  }

  /** True when the noted change keeps every row, or lessens the violation there is; then it is made. */
  private accept(gain: number): boolean {
    let difference = 0;
    for (let t = 0; t < this.touchedCount; t += 1) {
      const i = this.touched[t] as number;
      const excess = this.excess(i, (this.sums[i] as number) + (this.change[i] as number));
      difference += excess - (this.violations[i] as number);
      if (difference > 0 && this.violation === 0) break;
    }
    const wanted = this.violation > 0 ? difference < -1e-12 : difference === 0 && gain > 0;
    for (let t = 0; t < this.touchedCount; t += 1) {
      const i = this.touched[t] as number;
      if (wanted) {
        this.sums[i] = (this.sums[i] as number) + (this.change[i] as number);
        const excess = this.excess(i, this.sums[i] as number);
        this.violation += excess - (this.violations[i] as number);
        this.violations[i] = excess;
      }
      this.change[i] = 0;
    }
    this.touchedCount = 0;
    if (wanted && this.violation < 1e-9 && this.violations.every((excess) => excess === 0)) this.violation = 0;
    return wanted;
  }

  /** Adds or removes one column when that helps; the gain, or null. */
  tryFlip(j: number): number | null {
    const sign = this.values[j] === 1 ? -1 : 1;
    const gain = sign * (this.model.objective[j] as number);
    if (this.violation === 0 && gain <= 0) return null;
    this.note(j, sign);
    if (!this.accept(gain)) return null;
    this.values[j] = sign === 1 ? 1 : 0;
    return gain;
  }

  trySwap(out: number, into: number, gain: number): boolean {
    this.note(out, -1);
    this.note(into, 1);
    if (!this.accept(gain)) return false;
    this.values[out] = 0;
    this.values[into] = 1;
    return true;
  }
}
