import { invariant, InvariantError } from '@fordela/domain';
import type { MipModel } from '../mip-solver';

/**
 * A model with whole-numbered data, read both by rows and by columns. Columns marked integer are binary (bounds 0 and 1); the
 * others are auxiliary: whole-numbered too and settled by the binaries (see `complete`).
 */
export interface PreparedModel extends MipModel {
  readonly columnStarts: Int32Array;
  readonly columnRows: Int32Array;
  readonly columnCoefficients: Float64Array;
  readonly auxiliaries: Int32Array;
  /** Rows with several auxiliary columns do not settle them; they are only checked. */
  readonly settles: Uint8Array;
  /** The unit the relaxation counts a column in: 1 for binaries, the size of its bounds for auxiliaries. */
  readonly columnScale: Float64Array;
  /** 1 / the largest absolute coefficient of the row, its columns counted in their units. */
  readonly rowScale: Float64Array;
  /** Every objective value is what the fixed columns bring and a multiple of this. */
  readonly objectiveStep: number;
  readonly objectiveOfFixed: number;
  /** The size of the numbers the objective is made of: the largest that one column can bring. */
  readonly objectiveSize: number;
}

const largestExact = Number.MAX_SAFE_INTEGER;

// Made only when thrown: every coefficient of every model is looked at.
const notWhole = (what: string, value: number) => new InvariantError(`${what} must be whole, got ${value}`);

/** Reads the model by columns as well and checks what exactness rests on. InvariantError when the data are not whole and safe. */
export function prepareModel(model: MipModel): PreparedModel {
  const { columns, rows, starts, indices, coefficients } = model;
  const counts = new Int32Array(columns + 1);
  const rowScale = new Float64Array(rows);
  const settles = new Uint8Array(rows);
  const columnScale = new Float64Array(columns).fill(1);
  for (let j = 0; j < columns; j += 1)
    if (model.integer[j] !== 1)
      columnScale[j] = Math.max(1, Math.abs(model.lower[j] as number), Math.abs(model.upper[j] as number));
  for (let i = 0; i < rows; i += 1) {
    let [largest, total, auxiliary] = [0, 0, 0];
    for (let p = starts[i] as number; p < (starts[i + 1] as number); p += 1) {
      const a = coefficients[p] as number;
      const j = indices[p] as number;
      if (!Number.isInteger(a)) throw notWhole('coefficients', a);
      largest = Math.max(largest, Math.abs(a) * (columnScale[j] as number));
      total += Math.abs(a) * Math.max(Math.abs(model.lower[j] as number), Math.abs(model.upper[j] as number));
      if (model.integer[j] !== 1) auxiliary += 1;
      counts[j + 1] = (counts[j + 1] as number) + 1;
    }
    if (total > largestExact) throw new InvariantError(`row ${i} sums to more than doubles hold exactly`);
    settles[i] = auxiliary === 1 ? 1 : 0;
    rowScale[i] = largest > 0 ? 1 / largest : 1;
  }
  for (let j = 0; j < columns; j += 1) counts[j + 1] = (counts[j + 1] as number) + (counts[j] as number);
  const fill = counts.slice();
  const columnRows = new Int32Array(coefficients.length);
  const columnCoefficients = new Float64Array(coefficients.length);
  for (let i = 0; i < rows; i += 1)
    for (let p = starts[i] as number; p < (starts[i + 1] as number); p += 1) {
      const j = indices[p] as number;
      const place = fill[j] as number;
      columnRows[place] = i;
      columnCoefficients[place] = coefficients[p] as number;
      fill[j] = place + 1;
    }
  const auxiliaries: number[] = [];
  let [step, size, ofFixed] = [0, 0, 0];
  for (let j = 0; j < columns; j += 1) {
    const c = model.objective[j] as number;
    if (!Number.isSafeInteger(c)) throw notWhole('objective coefficients', c);
    if ((model.lower[j] as number) < (model.upper[j] as number)) step = step === 1 ? 1 : gcd(step, Math.abs(c));
    else ofFixed += c * (model.lower[j] as number);
    size = Math.max(size, Math.abs(c) * (columnScale[j] as number));
    if (model.integer[j] !== 1) auxiliaries.push(j);
    else
      invariant((model.lower[j] as number) >= 0 && (model.upper[j] as number) <= 1, 'integer columns must be binary');
  }
  return {
    ...model,
    columnStarts: counts,
    columnRows,
    columnCoefficients,
    auxiliaries: Int32Array.from(auxiliaries),
    settles,
    columnScale,
    rowScale,
    objectiveStep: step || 1,
    objectiveOfFixed: ofFixed,
    objectiveSize: size,
  };
}

/** Is there a row that no values within the columns' bounds can keep, such as one with its least above its most? */
export function hasImpossibleRow(model: MipModel): boolean {
  for (let i = 0; i < model.rows; i += 1) {
    let [least, most] = [0, 0];
    for (let p = model.starts[i] as number; p < (model.starts[i + 1] as number); p += 1) {
      const a = model.coefficients[p] as number;
      const j = model.indices[p] as number;
      least += a * ((a > 0 ? model.lower[j] : model.upper[j]) as number);
      most += a * ((a > 0 ? model.upper[j] : model.lower[j]) as number);
    }
    const [lower, upper] = [model.rowLower[i] as number, model.rowUpper[i] as number];
    if (lower > upper || least > upper || most < lower) return true;
  }
  return false;
}

/** How far below the true bound a relaxation's may lie for rounding: relative to the largest numbers it was computed from. */
export const roundingMargin = (model: PreparedModel, rootBound: number): number =>
  Math.max(1e-6, 1e-9 * Math.max(Math.abs(rootBound), model.objectiveSize));

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

/** The whole-numbered activity of every row. */
export function activities(model: PreparedModel, values: Float64Array): Float64Array {
  const sums = new Float64Array(model.rows);
  for (let i = 0; i < model.rows; i += 1) {
    let sum = 0;
    for (let p = model.starts[i] as number; p < (model.starts[i + 1] as number); p += 1)
      sum += (model.coefficients[p] as number) * (values[model.indices[p] as number] as number);
    sums[i] = sum;
  }
  return sums;
}

/**
 * Settles the auxiliary columns at their preferred whole values for the given binaries (in place; each within what its own rows
 * allow) and returns the exact objective; null when some row cannot hold. All sums are of whole numbers within 2^53, so this is exact.
 */
export function complete(model: PreparedModel, values: Float64Array): number | null {
  for (const j of model.auxiliaries) {
    let [low, high] = [model.lower[j] as number, model.upper[j] as number];
    for (let p = model.columnStarts[j] as number; p < (model.columnStarts[j + 1] as number); p += 1) {
      const i = model.columnRows[p] as number;
      if (model.settles[i] !== 1) continue;
      const a = model.columnCoefficients[p] as number;
      let rest = 0;
      for (let q = model.starts[i] as number; q < (model.starts[i + 1] as number); q += 1) {
        const column = model.indices[q] as number;
        if (column !== j) rest += (model.coefficients[q] as number) * (values[column] as number);
      }
      const ends = [((model.rowLower[i] as number) - rest) / a, ((model.rowUpper[i] as number) - rest) / a];
      low = Math.max(low, Math.ceil(Math.min(...ends)));
      high = Math.min(high, Math.floor(Math.max(...ends)));
    }
    if (low > high) return null;
    values[j] = ((model.preference ?? model.objective)[j] as number) > 0 ? high : low;
  }
  for (let i = 0; i < model.rows; i += 1) {
    let sum = 0;
    for (let p = model.starts[i] as number; p < (model.starts[i + 1] as number); p += 1)
      sum += (model.coefficients[p] as number) * (values[model.indices[p] as number] as number);
    if (sum < (model.rowLower[i] as number) || sum > (model.rowUpper[i] as number)) return null;
  }
  let objective = 0;
  for (let j = 0; j < model.columns; j += 1) objective += (model.objective[j] as number) * (values[j] as number);
  return objective;
}
