import { solveLp } from '../../lp/solve-lp';
import { sumToOne, toConstraint } from './affine-hull';
import type { LinearStatement } from './statement';

/**
 * A smallest set of statements that cannot hold together for any weights (w ≥ 0, Σ w = 1): taking any one of them away lets
 * the others hold. Null when all can hold.
 *
 * Rule    The multipliers of a Farkas proof narrow the list down; then each statement is dropped that is not needed, last first,
 *         so that the earlier of two equally guilty ones is named.
 * Source  Deletion filter: Chinneck & Dravnieks, ORSA Journal on Computing 3 (1991).
 * @example conflictingStatements(2, [a >= 0.6, b >= 0.5, a <= 0.9]) // => [0, 1]
 */
export function conflictingStatements(
  criteria: number,
  statements: readonly LinearStatement[],
): readonly number[] | null {
  const proof = infeasibilityProof(criteria, statements);
  if (proof === null) return null;
  let guilty = proof.filter((index) => index >= 0);
  for (const index of [...guilty].reverse()) {
    const without = guilty.filter((other) => other !== index);
    if (
      infeasibilityProof(
        criteria,
        without.map((other) => statements[other] as LinearStatement),
      ) !== null
    )
      guilty = without;
  }
  return guilty;
}

/** Indices of the statements used in a proof that they cannot hold together; null when they can. */
function infeasibilityProof(criteria: number, statements: readonly LinearStatement[]): readonly number[] | null {
  const solution = solveLp({
    objective: new Array<number>(criteria).fill(0),
    maximise: false,
    constraints: [sumToOne(criteria), ...statements.map(toConstraint)],
  });
  if (solution.status !== 'infeasible') return null;
  return statements.map((_, index) => index).filter((index) => Math.abs(solution.farkas[index + 1] ?? 0) > 1e-12);
}
