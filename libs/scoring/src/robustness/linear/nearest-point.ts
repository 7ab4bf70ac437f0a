import { invariant } from '@fordela/domain';
import { solveLp, type LpConstraint } from '../../lp/solve-lp';
import { dot, solveSquare } from './dense';

/** How the size of a change is measured: sum of the changes, root of their squares, or the largest one. */
export const norms = ['sum', 'euclidean', 'largest'] as const;
export type Norm = (typeof norms)[number];

export const normOf = (change: readonly number[], norm: Norm): number => {
  if (norm === 'sum') return change.reduce((sum, value) => sum + Math.abs(value), 0);
  if (norm === 'largest') return change.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return Math.sqrt(change.reduce((sum, value) => sum + value * value, 0));
};

/** a·x ≥ b, or a·x = b. */
export interface Row {
  readonly coefficients: readonly number[];
  readonly rhs: number;
  readonly equality: boolean;
}

/**
 * The point nearest to `from` that satisfies every row. `sum` and `largest` by linear programming, `euclidean` by the dual
 * active-set method; all exact up to rounding. Where several are nearest: the one the simplex method ends in, always the same.
 *
 * Shapes  from: n; every row has n coefficients. Returns the point and its distance; null when no point satisfies the rows.
 */
export function nearestPoint(
  from: readonly number[],
  rows: readonly Row[],
  norm: Norm,
): { readonly point: readonly number[]; readonly distance: number } | null {
  const point = norm === 'euclidean' ? projection(from, rows) : byLinearProgram(from, rows, norm);
  if (point === null) return null;
  return {
    point,
    distance: normOf(
      point.map((x, k) => x - from[k]!),
      norm,
    ),
  };
}

/** Variables: increase and decrease of each coordinate, and for `largest` the bound on them all. */
function byLinearProgram(
  from: readonly number[],
  rows: readonly Row[],
  norm: 'sum' | 'largest',
): readonly number[] | null {
  const n = from.length;
  const largest = norm === 'largest' ? 1 : 0;
  const constraints: LpConstraint[] = rows.map(({ coefficients, rhs, equality }) => ({
    coefficients: [...coefficients, ...coefficients.map((a) => -a), ...new Array<number>(largest).fill(0)],
    relation: equality ? '=' : '>=',
    rhs: rhs - dot(coefficients, from),
  }));
  if (largest === 1)
    for (let k = 0; k < n; k++) {
      const coefficients = new Array<number>(2 * n + 1).fill(0);
      coefficients[k] = coefficients[n + k] = -1;
      coefficients[2 * n] = 1;
      constraints.push({ coefficients, relation: '>=', rhs: 0 });
    }
  const objective = [...new Array<number>(2 * n).fill(largest === 1 ? 0 : 1), ...new Array<number>(largest).fill(1)];
  const solution = solveLp({ objective, maximise: false, constraints });
  if (solution.status === 'infeasible') return null;
  invariant(solution.status === 'optimal', 'a distance is bounded below');
  return from.map((x, k) => x + solution.x[k]! - solution.x[n + k]!);
}

/** Rows violated by less than this, at a row scale of 1, count as satisfied. */
const tolerance = 1e-11;

/**
 * Projection on a polyhedron. From the unconstrained optimum, the most violated row is made to hold, step by step, dropping rows
 * whose multiplier reaches zero, until none is violated.
 *
 * Source  Goldfarb & Idnani, "A numerically stable dual method for solving strictly convex quadratic programs", Mathematical
 *         Programming 27 (1983), with the identity as Hessian.
 */
function projection(from: readonly number[], rows: readonly Row[]): readonly number[] | null {
  const scaled = rows.map(scaleRow);
  // A row that holds with equality is also a row the other way round, added when it is violated on that side.
  const all = scaled.flatMap((row) =>
    row.equality ? [row, { ...row, coefficients: row.coefficients.map((a) => -a), rhs: -row.rhs }] : [row],
  );
  let point = [...from];
  let active: number[] = [];
  let multipliers: number[] = [];
  for (let round = 0; round < 100 * (all.length + 1); round++) {
    const violated = mostViolated(all, point);
    if (violated === null) return polish(from, all, active) ?? point;
    let added = 0;
    for (;;) {
      const normal = all[violated]!.coefficients;
      const gram = active.map((a) => active.map((b) => dot(all[a]!.coefficients, all[b]!.coefficients)));
      const share =
        solveSquare(
          gram,
          active.map((a) => dot(all[a]!.coefficients, normal)),
        ) ?? active.map(() => 0);
      const move = normal.map(
        (value, k) => value - active.reduce((sum, a, q) => sum + share[q]! * all[a]!.coefficients[k]!, 0),
      );
      const length = dot(move, move);
      const full = length > 1e-18 ? (all[violated]!.rhs - dot(normal, point)) / dot(move, normal) : Infinity;
      let partial = Infinity;
      let leaving = -1;
      share.forEach((s, q) => {
        if (s > 1e-14 && multipliers[q]! / s < partial) [partial, leaving] = [multipliers[q]! / s, q];
      });
      const step = Math.min(full, partial);
      if (step === Infinity) return null;
      if (full < Infinity) point = point.map((x, k) => x + step * move[k]!);
      multipliers = multipliers.map((u, q) => u - step * share[q]!);
      added += step;
      if (full <= partial) {
        active = [...active, violated];
        multipliers = [...multipliers, added];
        break;
      }
      active = active.filter((_, q) => q !== leaving);
      multipliers = multipliers.filter((_, q) => q !== leaving);
    }
  }
  invariant(false, 'the projection did not come to an end');
}

const scaleRow = (row: Row): Row => {
  const size = Math.sqrt(dot(row.coefficients, row.coefficients)) || 1;
  return { ...row, coefficients: row.coefficients.map((a) => a / size), rhs: row.rhs / size };
};

function mostViolated(rows: readonly Row[], point: readonly number[]): number | null {
  let worst = tolerance;
  let index: number | null = null;
  rows.forEach(({ coefficients, rhs }, k) => {
    const violation = rhs - dot(coefficients, point);
    if (violation > worst) [worst, index] = [violation, k];
  });
  return index;
}

/** The projection once more from the rows that hold with equality, free of the rounding gathered on the way. */
function polish(from: readonly number[], rows: readonly Row[], active: readonly number[]): readonly number[] | null {
  const normals = active.map((a) => rows[a]!.coefficients);
  const shares = solveSquare(
    normals.map((a) => normals.map((b) => dot(a, b))),
    active.map((a) => rows[a]!.rhs - dot(rows[a]!.coefficients, from)),
  );
  if (!shares) return null;
  const point = from.map((x, k) => x + normals.reduce((sum, normal, q) => sum + shares[q]! * normal[k]!, 0));
  return mostViolated(rows, point) === null ? point : null;
}
