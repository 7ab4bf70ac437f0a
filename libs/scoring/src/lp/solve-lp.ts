import { invariant } from '@fordela/domain';
import { Dictionary, lpTolerance } from './dictionary';

export interface LpConstraint {
  readonly coefficients: readonly number[];
  readonly relation: '<=' | '>=' | '=';
  readonly rhs: number;
}

/** Least and greatest value of a variable; null = none. */
export type LpBound = readonly [low: number | null, high: number | null];

export interface LinearProgram {
  readonly objective: readonly number[];
  readonly maximise: boolean;
  readonly constraints: readonly LpConstraint[];
  /** One per variable; without it every variable is ≥ 0. */
  readonly bounds?: readonly LpBound[];
}

export type LpSolution =
  | {
      readonly status: 'optimal';
      readonly x: readonly number[];
      readonly objective: number;
      /** Per constraint: how much the objective changes per unit of its right-hand side. */
      readonly duals: readonly number[];
    }
  | {
      readonly status: 'infeasible';
      /**
       * Farkas multipliers y per constraint: ≥ 0 for `<=`, ≤ 0 for `>=`, any sign for `=`, such that the least value of
       * (Σ yᵢ aᵢ)·x within the bounds exceeds Σ yᵢ bᵢ. Constraints with multiplier 0 are not needed for the contradiction.
       */
      readonly farkas: readonly number[];
    }
  | { readonly status: 'unbounded' };

/** x_original = offset + sign × x_standard, for one or (a free variable) two standard variables ≥ 0. */
interface Substitution {
  readonly offset: number;
  readonly terms: readonly (readonly [standard: number, sign: 1 | -1])[];
}

/** A row as a·y ≤ b in standard variables, scaled; `factor` takes its multiplier back to the constraint as written. */
interface Row {
  readonly coefficients: Float64Array;
  readonly rhs: number;
  readonly equality: boolean;
  readonly factor: number;
}

/**
 * Solves a small dense linear program exactly up to rounding: two-phase simplex on a condensed dictionary.
 *
 * Shapes  objective: n; every constraint: n coefficients. Meant for n and the number of constraints up to some hundreds.
 * Edges   No constraints: decided by the bounds alone. Redundant equalities are allowed. Feasible within 1e-9 of row scale.
 * Errors  InvariantError on lengths that differ, numbers that are not finite, or a bound with low > high.
 * Source  Chvátal, Linear Programming (1983), ch. 2–5 (duality), ch. 8 (bounds), ch. 16 (Farkas).
 * @example solveLp({ objective: [1, 1], maximise: true, constraints: [{ coefficients: [1, 2], relation: '<=', rhs: 4 }] })
 *          // => { status: 'optimal', x: [4, 0], objective: 4, duals: [1] }
 */
export function solveLp(program: LinearProgram): LpSolution {
  checkProgram(program);
  const substitutions = substitute(program);
  const count = substitutions.reduce((sum, { terms }) => sum + terms.length, 0);
  const rows = standardRows(program, substitutions, count);
  const dictionary = firstDictionary(program, rows, substitutions, count);
  const infeasible = phaseOne(dictionary, rows, count);
  const toConstraints = (multipliers: (row: number) => number) =>
    program.constraints.map((_, i) => positiveZero(multipliers(i) * (rows[i] as Row).factor));
  if (infeasible) return { status: 'infeasible', farkas: toConstraints((i) => infeasible[i] as number) };
  if (dictionary.maximise(rows.length) !== null) return { status: 'unbounded' };
  return optimum(program, dictionary, rows, substitutions, count, toConstraints);
}

const positiveZero = (value: number): number => (value === 0 ? 0 : value);

function checkProgram({ objective, constraints, bounds }: LinearProgram): void {
  const finite = (value: number) =>
    invariant(Number.isFinite(value), `a linear program needs finite numbers, got ${value}`);
  objective.forEach(finite);
  for (const constraint of constraints) {
    invariant(
      constraint.coefficients.length === objective.length,
      'a constraint has another length than the objective',
    );
    constraint.coefficients.forEach(finite);
    finite(constraint.rhs);
  }
  if (!bounds) return;
  invariant(bounds.length === objective.length, 'bounds have another length than the objective');
  for (const [low, high] of bounds) {
    if (low !== null) finite(low);
    if (high !== null) finite(high);
    invariant(low === null || high === null || low <= high, `a bound has low ${low} above high ${high}`);
  }
}

function substitute({ objective, bounds }: LinearProgram): readonly Substitution[] {
  let next = 0;
  return objective.map((_, j) => {
    const [low, high] = bounds?.[j] ?? [0, null];
    if (low !== null) return { offset: low, terms: [[next++, 1]] };
    if (high !== null) return { offset: high, terms: [[next++, -1]] };
    return {
      offset: 0,
      terms: [
        [next++, 1],
        [next++, -1],
      ],
    };
  });
}

function standardRows(program: LinearProgram, substitutions: readonly Substitution[], count: number): readonly Row[] {
  const rows = program.constraints.map(({ coefficients, relation, rhs }) =>
    standardRow(coefficients, rhs, relation, substitutions, count),
  );
  const upper = (program.bounds ?? []).flatMap(([low, high], j) => {
    if (low === null || high === null) return [];
    const unit = program.objective.map((_, k) => (k === j ? 1 : 0));
    return [standardRow(unit, high, '<=', substitutions, count)];
  });
  return [...rows, ...upper];
}

function standardRow(
  coefficients: readonly number[],
  rhs: number,
  relation: LpConstraint['relation'],
  substitutions: readonly Substitution[],
  count: number,
): Row {
  const sign = relation === '>=' ? -1 : 1;
  const row = new Float64Array(count);
  let constant = 0;
  let size = 0;
  coefficients.forEach((coefficient, j) => {
    const { offset, terms } = substitutions[j] as Substitution;
    constant += coefficient * offset;
    size = Math.max(size, Math.abs(coefficient));
    for (const [standard, direction] of terms) row[standard] = sign * direction * coefficient;
  });
  const scale = size > 0 ? 2 ** Math.ceil(Math.log2(size)) : 1; // a power of two scales without rounding
  return {
    coefficients: row.map((value) => value / scale),
    rhs: (sign * (rhs - constant)) / scale,
    equality: relation === '=',
    factor: sign / scale,
  };
}

/** Slack of row i is variable count + i; the artificial variable of phase one is count + rows; two objective rows at the end. */
function firstDictionary(
  program: LinearProgram,
  rows: readonly Row[],
  substitutions: readonly Substitution[],
  count: number,
): Dictionary {
  const artificial = count;
  const body = rows.map(({ coefficients, rhs }) => {
    const line = new Float64Array(count + 2);
    line.set(coefficients);
    line[artificial] = 0;
    line[count + 1] = rhs;
    return line;
  });
  const objective = new Float64Array(count + 2);
  program.objective.forEach((coefficient, j) => {
    for (const [standard, sign] of (substitutions[j] as Substitution).terms)
      objective[standard] = -sign * (program.maximise ? coefficient : -coefficient);
  });
  const feasibility = new Float64Array(count + 2);
  feasibility[artificial] = 1;
  const nonbasic = [...Array.from({ length: count }, (_, j) => j), count + rows.length];
  return new Dictionary(
    [...body, objective, feasibility],
    Array.from(rows, (_, i) => count + i),
    nonbasic,
  );
}

/** Finds a feasible dictionary. Returns null when found, else the multiplier of every row in a proof that there is none. */
function phaseOne(dictionary: Dictionary, rows: readonly Row[], count: number): readonly number[] | null {
  const slack = (i: number) => count + i;
  const artificial = count + rows.length;
  const artificialColumn = dictionary.nonbasic.indexOf(artificial);
  dictionary.block(artificial);
  const multipliersIn = (row: number, own: number | null, sign: number) => {
    const multipliers = rows.map(() => 0);
    dictionary.nonbasic.forEach((variable, column) => {
      if (variable >= count && variable < artificial)
        multipliers[variable - count] = sign * dictionary.entry(row, column);
    });
    if (own !== null) multipliers[own] = sign;
    return multipliers;
  };
  for (const [i, row] of rows.entries()) {
    if (!row.equality) continue;
    dictionary.block(slack(i));
    const at = dictionary.basic.indexOf(slack(i));
    const column = largestColumn(dictionary, at);
    if (column !== null) dictionary.pivot(at, column);
    else if (Math.abs(dictionary.value(at)) > 1e-9) return multipliersIn(at, i, dictionary.value(at) < 0 ? 1 : -1);
  }
  const fixed = (row: number) => {
    const variable = dictionary.basic[row] as number;
    return variable >= count && variable < artificial && (rows[variable - count] as Row).equality;
  };
  let worst: number | null = null;
  for (let row = 0; row < rows.length; row += 1) {
    if (fixed(row)) continue;
    (dictionary.body[row] as Float64Array)[artificialColumn] = -1;
    if (dictionary.value(row) < (worst === null ? 0 : dictionary.value(worst))) worst = row;
  }
  if (worst === null) return null;
  dictionary.pivot(worst, artificialColumn);
  dictionary.maximise(rows.length + 1);
  if (dictionary.value(rows.length + 1) < -1e-9) return multipliersIn(rows.length + 1, null, 1);
  const at = dictionary.basic.indexOf(artificial);
  const column = at < 0 ? null : largestColumn(dictionary, at);
  if (column !== null) dictionary.pivot(at, column);
  return null;
}

/** The column with the largest entry in the row that may enter; null when all are zero. */
function largestColumn(dictionary: Dictionary, row: number): number | null {
  let best: number | null = null;
  for (let j = 0; j < dictionary.columns; j += 1) {
    if (!dictionary.mayEnter(j)) continue;
    const size = Math.abs(dictionary.entry(row, j));
    if (size > lpTolerance && (best === null || size > Math.abs(dictionary.entry(row, best)))) best = j;
  }
  return best;
}

function optimum(
  program: LinearProgram,
  dictionary: Dictionary,
  rows: readonly Row[],
  substitutions: readonly Substitution[],
  count: number,
  toConstraints: (multipliers: (row: number) => number) => number[],
): LpSolution {
  const standard = new Float64Array(count);
  dictionary.basic.forEach((variable, row) => {
    if (variable < count) standard[variable] = Math.max(0, dictionary.value(row));
  });
  const x = substitutions.map(({ offset, terms }) =>
    positiveZero(terms.reduce((sum, [index, sign]) => sum + sign * (standard[index] as number), offset)),
  );
  const objective = program.objective.reduce((sum, coefficient, j) => sum + coefficient * (x[j] as number), 0);
  const multipliers = rows.map(() => 0);
  dictionary.nonbasic.forEach((variable, column) => {
    if (variable >= count && variable < count + rows.length)
      multipliers[variable - count] = dictionary.entry(rows.length, column);
  });
  const direction = program.maximise ? 1 : -1;
  return { status: 'optimal', x, objective, duals: toConstraints((i) => direction * (multipliers[i] as number)) };
}
