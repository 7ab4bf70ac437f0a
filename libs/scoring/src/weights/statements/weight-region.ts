import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { solveLp, type LpConstraint } from '../../lp/solve-lp';
import type { CriterionNode } from '../../problem/criterion';
import type { WeightStatementInput } from '../weight-spec';
import { linearStatements, statementNames, type LinearStatement } from './linear-statement';

/** The weights that agree with every statement: w ≥ 0, Σw = 1, and the statements. Never empty once made. */
export interface WeightRegion {
  readonly count: number;
  readonly statements: readonly LinearStatement[];
}

/** A region as rows of a linear program over w ≥ 0; the first row is Σw = 1. */
export function regionConstraints({ count, statements }: WeightRegion): readonly LpConstraint[] {
  const total: LpConstraint = { coefficients: new Array<number>(count).fill(1), relation: '=', rhs: 1 };
  return [total, ...statements];
}

/**
 * The region of weights that intervals and statements leave.
 *
 * Shapes  tree: the criteria; names in statements may be criteria or groups (the sum of their criteria).
 * Errors  Those of `linearStatements`; `weights-interval-reversed`; `weights-statements-conflict`, naming an irreducible set: without
 *         any one of them the rest could be met (deletion filter, Chinneck & Dravnieks 1991, ORSA J. Computing 3:157–168).
 */
export function weightRegion(
  tree: readonly CriterionNode[],
  input: {
    readonly statements?: readonly WeightStatementInput[];
    readonly intervals?: Readonly<Record<string, readonly [number, number]>>;
  },
  path: Path,
): Result<WeightRegion> {
  const names = statementNames(tree);
  const count = [...names.values()].reduce((most, leaves) => Math.max(most, ...leaves.map((leaf) => leaf + 1)), 0);
  const refusals: Refusal[] = [];
  const statements: LinearStatement[] = [];
  (input.statements ?? []).forEach((statement, index) => {
    const read = linearStatements(statement, names, count, [...path, 'statements', index]);
    if (read.ok) statements.push(...read.value);
    else refusals.push(...read.refusal);
  });
  for (const [id, [low, high]] of Object.entries(input.intervals ?? {})) {
    const leaves = names.get(id);
    const place = [...path, 'intervals', id];
    if (!leaves) refusals.push(refusal('statement-unknown-criterion', place, { id }));
    else if (low > high) refusals.push(refusal('weights-interval-reversed', place, { id, low, high }));
    else {
      const coefficients = Array.from({ length: count }, (_, j) => (leaves.includes(j) ? 1 : 0));
      statements.push({ id: `w(${id}) >= ${low}`, coefficients, relation: '>=', rhs: low, path: place });
      statements.push({ id: `w(${id}) <= ${high}`, coefficients, relation: '<=', rhs: high, path: place });
    }
  }
  if (refusals.length > 0) return refuse(refusals);
  const region = { count, statements };
  if (feasible(region)) return accept(region);
  const conflict = irreducibleConflict(region);
  const ids = conflict.map(({ id }) => id);
  return refuse([refusal('weights-statements-conflict', conflict[0]?.path ?? path, { statements: ids })]);
}

function feasible(region: WeightRegion): boolean {
  const objective = new Array<number>(region.count).fill(0);
  return solveLp({ objective, maximise: true, constraints: regionConstraints(region) }).status === 'optimal';
}

/** Drops statements one by one, from the last, as long as the rest still cannot be met. What is left needs every member. */
export function irreducibleConflict({ count, statements }: WeightRegion): readonly LinearStatement[] {
  let kept = [...statements];
  for (const statement of [...statements].reverse()) {
    const without = kept.filter((other) => other !== statement);
    if (!feasible({ count, statements: without })) kept = without;
  }
  return kept;
}

/** The least and the greatest weight each criterion can have in the region, by linear programming. */
export function weightRanges(region: WeightRegion): readonly (readonly [number, number])[] {
  const constraints = regionConstraints(region);
  return Array.from({ length: region.count }, (_, j) => {
    const objective = Array.from({ length: region.count }, (_, k) => (k === j ? 1 : 0));
    const [low, high] = [false, true].map((maximise) => {
      const solution = solveLp({ objective, maximise, constraints });
      return solution.status === 'optimal' ? solution.objective : Number.NaN;
    });
    return [low!, high!] as const;
  });
}
