import { at } from '@fordela/domain';
import type { MipModel } from '../solver/mip-solver';
import type { Choice } from './choice';
import type { ConstraintSystem } from './constraints';
import { preferenceOf, type ObjectiveProgram } from './objective-program';

/** A row over decisions and auxiliaries that is not a limit of the problem: an earlier aim, an exclusion of a portfolio. */
export interface ExtraRow {
  readonly weights: Float64Array;
  /** Coefficients of the program's auxiliary columns. */
  readonly auxiliaryWeights?: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** Bounds on decisions for one solve: what is forced in or out. */
export interface Forced {
  /** Projects that must be funded at some level, or at the given one. */
  readonly in?: Readonly<Record<string, string | true>>;
  readonly out?: readonly string[];
}

/**
 * The whole-numbered model of a problem: decisions first, then auxiliary quantities. Limits over one decision become bounds,
 * limits with the same left side become one row.
 */
export function modelOf(
  system: ConstraintSystem,
  objective: ObjectiveProgram,
  extraRows: readonly ExtraRow[] = [],
  forced: Forced = {},
): MipModel {
  return variedModel(baseModelOf(system, objective), system, extraRows, forced);
}

/** The model before any variation; build it once for many solves. */
export function baseModelOf(system: ConstraintSystem, objective: ObjectiveProgram): MipModel {
  const decisions = system.columns.length;
  const columns = decisions + objective.auxiliaries.length;
  const lower = new Float64Array(columns);
  const upper = new Float64Array(columns).fill(1);
  const integer = new Uint8Array(columns).fill(1);
  const cost = new Float64Array(columns);
  const preference = new Float64Array(columns);
  cost.set(objective.weights);
  objective.auxiliaries.forEach((auxiliary, k) => {
    lower[decisions + k] = auxiliary.lower;
    upper[decisions + k] = auxiliary.upper;
    integer[decisions + k] = 0;
    cost[decisions + k] = auxiliary.objective;
    preference[decisions + k] = preferenceOf(auxiliary);
  });
  const rows = new RowBuilder();
  for (const row of system.rows) {
    const isBan = row.upper === 0 && row.lower === -Infinity && row.entries.every(([, a]) => a > 0);
    if (isBan) for (const [j] of row.entries) upper[j] = 0;
    else if (isCommand(row)) lower[at(row.entries, 0)[0]] = 1;
    else rows.add(row.entries, row.lower, row.upper);
  }
  for (const row of objective.rows)
    rows.add([...sparse(row.weights), [decisions + row.auxiliary, row.coefficient]], row.lower, row.upper);
  for (let j = 0; j < decisions; j += 1)
    if ((lower[j] as number) > (upper[j] as number)) {
      lower[j] = 0;
      rows.add([[j, 1]], 1, Infinity);
    }
  return { columns, objective: cost, lower, upper, integer, preference, ...rows.arrays() };
}

/** One decision that must be taken. */
const isCommand = ({ entries, lower, upper }: ConstraintSystem['rows'][number]): boolean =>
  entries.length === 1 && Math.abs(at(entries, 0)[1]) === 1 && lower === 1 && upper === Infinity;

/** A base model with further rows, and with projects forced in or out. The base stays as it is. */
export function variedModel(
  base: MipModel,
  system: ConstraintSystem,
  extraRows: readonly ExtraRow[] = [],
  forced: Forced = {},
): MipModel {
  const decisions = system.columns.length;
  const rows = new RowBuilder();
  for (const row of extraRows) {
    const auxiliaries = (row.auxiliaryWeights ?? []).map((weight, k): Entry => [decisions + k, weight]);
    rows.add([...sparse(row.weights), ...auxiliaries.filter(([, weight]) => weight !== 0)], row.lower, row.upper);
  }
  const [lower, upper] = [base.lower.slice(), base.upper.slice()];
  for (const [id, levelId] of Object.entries(forced.in ?? {})) {
    const own = grantColumns(system, id, levelId);
    const only = own.length === 1 ? (own[0] as number) : null;
    if (only !== null && upper[only] === 1) lower[only] = 1;
    else
      rows.add(
        own.map((j): Entry => [j, 1]),
        1,
        Infinity,
      );
  }
  for (const id of forced.out ?? [])
    for (const j of system.columnsOf.get(id) ?? []) {
      upper[j] = 0;
      if (lower[j] === 1) rows.add([[j, 1]], 1, Infinity);
      lower[j] = 0;
    }
  return { ...base, lower, upper, ...withRows(base, rows) };
}

/** The base's rows followed by the builder's. */
function withRows(base: MipModel, added: RowBuilder) {
  const extra = added.arrays();
  if (extra.rows === 0) return {};
  const joinFloats = (a: Float64Array, b: Float64Array) => {
    const joined = new Float64Array(a.length + b.length);
    joined.set(a);
    joined.set(b, a.length);
    return joined;
  };
  const starts = new Int32Array(base.rows + extra.rows + 1);
  starts.set(base.starts);
  extra.starts.forEach((start, i) => (starts[base.rows + i] = base.indices.length + start));
  const indices = new Int32Array(base.indices.length + extra.indices.length);
  indices.set(base.indices);
  indices.set(extra.indices, base.indices.length);
  return {
    rows: base.rows + extra.rows,
    rowLower: joinFloats(base.rowLower, extra.rowLower),
    rowUpper: joinFloats(base.rowUpper, extra.rowUpper),
    starts,
    indices,
    coefficients: joinFloats(base.coefficients, extra.coefficients),
  };
}

type Entry = readonly [number, number];

/** The decisions that grant a project one of its levels, or the given one; none for a project without decisions. */
export function grantColumns(system: ConstraintSystem, id: string, level: string | true): readonly number[] {
  const own = system.columnsOf.get(id) ?? [];
  if (level === true) return own;
  return own.filter((j) => {
    const column = system.columns[j];
    return column?.kind === 'level' && column.level.id === level;
  });
}

function sparse(weights: Float64Array): Entry[] {
  const entries: Entry[] = [];
  weights.forEach((weight, j) => {
    if (weight !== 0) entries.push([j, weight]);
  });
  return entries;
}

class RowBuilder {
  private readonly byLeftSide = new Map<readonly Entry[], { lower: number; upper: number }>();

  /** Rows given the same list of entries are one row. */
  add(entries: readonly Entry[], lower: number, upper: number): void {
    const known = this.byLeftSide.get(entries);
    if (known) {
      known.lower = Math.max(known.lower, lower);
      known.upper = Math.min(known.upper, upper);
    } else this.byLeftSide.set(entries, { lower, upper });
  }

  arrays() {
    const lists = [...this.byLeftSide.keys()];
    const bounds = [...this.byLeftSide.values()];
    const starts = new Int32Array(lists.length + 1);
    lists.forEach((entries, i) => (starts[i + 1] = (starts[i] as number) + entries.length));
    const indices = new Int32Array(starts[lists.length] as number);
    const coefficients = new Float64Array(indices.length);
    let place = 0;
    for (const entries of lists)
      for (const [j, a] of entries) {
        indices[place] = j;
        coefficients[place] = a;
        place += 1;
      }
    return {
      rows: lists.length,
      rowLower: Float64Array.from(bounds, ({ lower }) => lower),
      rowUpper: Float64Array.from(bounds, ({ upper }) => upper),
      starts,
      indices,
      coefficients,
    };
  }
}

/** The portfolio a point of the model stands for. */
export function choiceOf(system: ConstraintSystem, values: Float64Array): Choice {
  const choice: Record<string, string> = {};
  system.columns.forEach((column, j) => {
    if (column.kind === 'level' && values[j] === 1) choice[column.project.id] = column.level.id;
  });
  return choice;
}

/** The point of a portfolio: its decisions, with every synergy whose condition holds. Auxiliaries stay 0. */
export function pointOf(system: ConstraintSystem, choice: Choice, columns: number): Float64Array {
  const point = new Float64Array(columns);
  const isFunded = (id: string) => choice[id] !== undefined || !system.columnsOf.has(id);
  system.columns.forEach((column, j) => {
    if (column.kind === 'level') point[j] = choice[column.project.id] === column.level.id ? 1 : 0;
    else {
      const synergy = at(system.problem.synergies, column.index);
      point[j] = synergy.projects.filter(isFunded).length >= synergy.atLeast ? 1 : 0;
    }
  });
  return point;
}
