import { solveLp, type LpConstraint } from '../../lp/solve-lp';
import type { Direction } from '../../problem/criterion';
import { compareIds } from '../common/ranks';

export interface SimusResult {
  /** Efficient results: criteria (as objectives) × alternatives, each row with sum 1, or 0 where the program has no optimum. */
  readonly stages: readonly (readonly number[])[];
  /** Why a stage gave nothing; null where it has an optimum. */
  readonly failures: readonly ('infeasible' | 'unbounded' | null)[];
  /** Sum of a column × its share of positive entries. */
  readonly participation: readonly number[];
  /** Dominance minus subordination over all stages. */
  readonly netDominance: readonly number[];
}

/**
 * SIMUS: one linear program per criterion, which chooses amounts of the alternatives for it while the others hold their limits.
 *
 * Shapes  ids: m; values: m × n; limits: n. A criterion to maximise is limited from above when it is not the objective, one to minimise
 *         from below. Weights are not used.
 * Edges   Where several amounts are optimal the simplex method's first is taken, with the alternatives in the order of their ids:
 *         the order of the rows does not matter, but equal alternatives may be treated differently.
 * Source  Munier, A Strategy for Using Multicriteria Analysis in Decision-Making (2011), Springer.
 */
export function simus(
  ids: readonly string[],
  values: readonly (readonly number[])[],
  directions: readonly Direction[],
  limits: readonly number[],
): SimusResult {
  const order = ids.map((_, i) => i).sort((a, b) => compareIds(ids[a]!, ids[b]!));
  const columnOf = (j: number) => order.map((i) => values[i]![j]!);
  const solutions = directions.map((direction, z) => {
    const constraints = directions.flatMap((other, j): LpConstraint[] =>
      j === z
        ? []
        : [
            {
              coefficients: columnOf(j),
              relation: other === 'maximise' ? '<=' : '>=',
              rhs: limits[j]!,
            },
          ],
    );
    return solveLp({ objective: columnOf(z), maximise: direction === 'maximise', constraints });
  });
  const stages = solutions.map((solution) => {
    const sorted = solution.status === 'optimal' ? solution.x : ids.map(() => 0);
    const x = ids.map((_, i) => sorted[order.indexOf(i)]!);
    const total = x.reduce((sum, value) => sum + value, 0);
    return x.map((value) => (total === 0 ? 0 : value / total));
  });
  const participation = values.map((_, i) => {
    const column = stages.map((row) => row[i]!);
    return (column.reduce((sum, value) => sum + value, 0) * column.filter((value) => value > 0).length) / stages.length;
  });
  const netDominance = values.map((_, i) =>
    stages.reduce((sum, row) => sum + row.reduce((lead, other) => lead + (row[i]! - other), 0), 0),
  );
  return {
    stages,
    failures: solutions.map(({ status }) => (status === 'optimal' ? null : status)),
    participation,
    netDominance,
  };
}
