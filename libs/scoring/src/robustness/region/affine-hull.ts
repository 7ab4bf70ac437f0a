import { solveLp, type LpBound, type LpConstraint } from '../../lp/solve-lp';
import { dot } from '../linear/dense';
import type { LinearStatement } from '../../weights/statements/linear-statement';

/** Slack below this counts as none: the statement holds with equality in the whole region. */
const flatTolerance = 1e-9;

/** A half-space a·w ≤ b, its coefficients scaled so that the largest is 1 in size. */
export interface HalfSpace {
  readonly coefficients: readonly number[];
  readonly bound: number;
}

/** The region of weights as a full-dimensional body inside a flat: w = centre + Σ basis × y. */
export interface AffineHull {
  /** A point inside every half-space, as far from them as possible (centre of the largest inscribed ball). */
  readonly centre: readonly number[];
  /** Orthonormal directions along which the weights can move; none when there is one point only. */
  readonly basis: readonly (readonly number[])[];
  /** The half-spaces that are not equalities in disguise. Includes w ≥ 0 where it matters. */
  readonly halfSpaces: readonly HalfSpace[];
  /** Radius of the inscribed ball; 0 for a point. */
  readonly radius: number;
}

/** Σ w = 1 as a constraint of a linear program over weights. */
const sumToOne = (criteria: number): LpConstraint => ({
  coefficients: new Array<number>(criteria).fill(1),
  relation: '=',
  rhs: 1,
});

/**
 * Finds the flat in which the region {w ≥ 0, Σ w = 1, statements} is full-dimensional, and a point well inside it.
 * Half-spaces that leave no slack (a ≥ b together with b ≥ a) become equalities, until some slack is left in all the others.
 *
 * Errors  null when the region is empty.
 * Source  Chebyshev centre: Boyd & Vandenberghe, Convex Optimization (2004), section 8.5.1.
 */
export function affineHull(criteria: number, statements: readonly LinearStatement[]): AffineHull | null {
  const equalities: LpConstraint[] = [sumToOne(criteria)];
  let halfSpaces: HalfSpace[] = Array.from({ length: criteria }, (_, c) => halfSpace(unitRow(criteria, c, -1), 0));
  for (const statement of statements) {
    if (statement.relation === '=') equalities.push(statement);
    else {
      const sign = statement.relation === '<=' ? 1 : -1;
      halfSpaces.push(
        halfSpace(
          statement.coefficients.map((a) => sign * a),
          sign * statement.rhs,
        ),
      );
    }
  }
  const says = ({ coefficients }: HalfSpace) => coefficients.some((a) => a !== 0);
  if (halfSpaces.some((row) => !says(row) && row.bound < 0)) return null;
  halfSpaces = halfSpaces.filter(says);
  for (;;) {
    const basis = nullSpace(equalities.map(({ coefficients }) => coefficients));
    const inside = chebyshevCentre(criteria, equalities, halfSpaces, basis);
    if (inside === null) return null;
    if (basis.length === 0 || inside.radius > flatTolerance) return { ...inside, basis, halfSpaces };
    const tight = halfSpaces.filter((row) => largestSlack(criteria, equalities, halfSpaces, row) <= flatTolerance);
    if (tight.length === 0) return { ...inside, basis, halfSpaces };
    halfSpaces = halfSpaces.filter((row) => !tight.includes(row));
    for (const { coefficients, bound } of tight) equalities.push({ coefficients, relation: '=', rhs: bound });
  }
}

const unitRow = (length: number, at: number, value: number): number[] =>
  Array.from({ length }, (_, c) => (c === at ? value : 0));

function halfSpace(coefficients: readonly number[], bound: number): HalfSpace {
  const size = Math.max(...coefficients.map(Math.abs)) || 1;
  return { coefficients: coefficients.map((a) => a / size), bound: bound / size };
}

/** Orthonormal basis of the directions orthogonal to every row: what twice-repeated Gram–Schmidt leaves of the unit vectors. */
function nullSpace(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const length = rows[0]?.length ?? 0;
  const spanned: number[][] = [];
  const remainder = (vector: readonly number[]): number[] => {
    let rest = [...vector];
    for (let pass = 0; pass < 2; pass++)
      for (const direction of spanned) {
        const share = dot(rest, direction);
        rest = rest.map((value, k) => value - share * (direction[k] as number));
      }
    return rest;
  };
  const include = (vector: readonly number[]): number[] | null => {
    const rest = remainder(vector);
    const size = Math.sqrt(dot(rest, rest));
    if (size <= 1e-10 * Math.max(1, Math.sqrt(dot(vector, vector)))) return null;
    const direction = rest.map((value) => value / size);
    spanned.push(direction);
    return direction;
  };
  rows.forEach(include);
  const free: number[][] = [];
  while (spanned.length < length) {
    // The unit vector with the largest part outside the span: better conditioned than the first that will do.
    const parts = Array.from({ length }, (_, c) => {
      const rest = remainder(unitRow(length, c, 1));
      return dot(rest, rest);
    });
    const direction = include(unitRow(length, parts.indexOf(Math.max(...parts)), 1));
    if (!direction) break;
    free.push(direction);
  }
  return free;
}

/** Centre and radius of the largest ball of the flat inside every half-space; radius 0 for a region without interior. */
function chebyshevCentre(
  criteria: number,
  equalities: readonly LpConstraint[],
  halfSpaces: readonly HalfSpace[],
  basis: readonly (readonly number[])[],
): { centre: readonly number[]; radius: number } | null {
  const withRadius = (row: readonly number[], radius: number): number[] => [...row, radius];
  const constraints: LpConstraint[] = [
    ...equalities.map((row) => ({ ...row, coefficients: withRadius(row.coefficients, 0) })),
    ...halfSpaces.map(({ coefficients, bound }) => {
      const inFlat = Math.sqrt(basis.reduce((sum, direction) => sum + dot(coefficients, direction) ** 2, 0));
      return { coefficients: withRadius(coefficients, inFlat), relation: '<=' as const, rhs: bound };
    }),
  ];
  const objective = withRadius(new Array<number>(criteria).fill(0), 1);
  const bounds: LpBound[] = [...new Array<LpBound>(criteria).fill([0, null]), [0, basis.length === 0 ? 0 : 1]];
  const solution = solveLp({ objective, maximise: true, constraints, bounds });
  if (solution.status !== 'optimal') return null;
  return { centre: solution.x.slice(0, criteria), radius: solution.x[criteria] as number };
}

function largestSlack(
  criteria: number,
  equalities: readonly LpConstraint[],
  halfSpaces: readonly HalfSpace[],
  row: HalfSpace,
): number {
  const constraints = [
    ...equalities,
    ...halfSpaces.map(({ coefficients, bound }) => ({ coefficients, relation: '<=' as const, rhs: bound })),
  ];
  const solution = solveLp({ objective: row.coefficients, maximise: false, constraints });
  return solution.status === 'optimal' ? row.bound - solution.objective : 0;
}
