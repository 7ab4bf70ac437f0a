import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import type { Observation } from '../evaluate/task';
import { expectedPerformance, type Cell } from '../problem/cell';
import type { Criterion, Direction } from '../problem/criterion';
import { cellPath, type DecisionProblem } from '../problem/decision-problem';
import type { FormulaEngine } from './formula/formula-engine';
import { measuredCells } from './measured-cells';

/**
 * What to do with a performance that is not there. `worst` and `best` are the end of the criterion's scale, or without a scale
 * the worst or best one observed; `mean` and `median` are over the observed ones of the criterion; `renormalise-weights` leaves
 * the criterion out for that alternative and shares its weight among the rest (additive and product methods only).
 */
export const gapPolicies = ['refuse', 'worst', 'best', 'mean', 'median', 'renormalise-weights'] as const;
export type GapPolicy = (typeof gapPolicies)[number];

export interface TablePolicies {
  readonly missing: GapPolicy;
  /** For "cannot judge", which is not the same as missing. */
  readonly cannotJudge: GapPolicy;
  /** Uncertain performances: refused, or replaced by their expected value. */
  readonly uncertain: 'refuse' | 'expected';
}

/** Numbers to compute with. `null` stands only where the policy is `renormalise-weights`. */
export interface NumericTable {
  readonly alternativeIds: readonly string[];
  readonly criterionIds: readonly string[];
  readonly directions: readonly Direction[];
  readonly values: readonly (readonly (number | null)[])[];
  readonly observations: readonly Observation[];
}

/**
 * The performances as numbers under stated policies, with an observation for each criterion that is constant, and for each
 * performance that is missing, could not be judged, or lies outside its scale.
 */
export function numericTable(
  problem: DecisionProblem,
  policies: TablePolicies,
  formulas: FormulaEngine | null,
): Result<NumericTable> {
  const cells = measuredCells(problem, formulas);
  if (!cells.ok) return cells;
  if (problem.alternatives.length === 0) return refuse([refusal('alternatives-missing', ['alternatives'])]);
  if (problem.criteria.length === 0) return refuse([refusal('criteria-missing', ['criteria'])]);
  const refusals: Refusal[] = [];
  const observations: Observation[] = [];
  const columns = problem.criteria.map((criterion, j) => {
    const column = cells.value.map((row) => row[j] as Cell);
    observations.push(...columnObservations(problem, j, column));
    const known = column.map((cell) => (isUncertain(cell) ? null : expectedPerformance(cell)));
    const expected = column.map(expectedPerformance);
    const observed = expected.filter((value) => value !== null);
    return column.map((cell, i) => {
      if (isUncertain(cell)) {
        if (policies.uncertain === 'expected') return expected[i] as number;
        refusals.push(refusal('performance-uncertain', cellPath(problem, i, j), named(problem, i, criterion)));
        return null;
      }
      if (known[i] !== null) return known[i] as number;
      const policy = cell.kind === 'missing' ? policies.missing : policies.cannotJudge;
      if (policy === 'renormalise-weights') return null;
      const filled = policy === 'refuse' ? null : fill(policy, criterion, observed);
      if (filled === null) {
        const params = named(problem, i, criterion);
        if (cell.kind === 'missing') refusals.push(refusal('performance-missing', cellPath(problem, i, j), params));
        else refusals.push(refusal('performance-not-judged', cellPath(problem, i, j), params));
      }
      return filled;
    });
  });
  if (refusals.length > 0) return refuse(refusals);
  return accept({
    alternativeIds: problem.alternatives.map(({ id }) => id),
    criterionIds: problem.criteria.map(({ id }) => id),
    directions: problem.criteria.map(({ direction }) => direction),
    values: problem.alternatives.map((_, i) => columns.map((column) => column[i] as number | null)),
    observations,
  });
}

const isUncertain = ({ kind }: Cell): boolean =>
  kind === 'interval' || kind === 'normal' || kind === 'triangular' || kind === 'discrete';
const named = (problem: DecisionProblem, i: number, criterion: Criterion) => ({
  alternative: problem.alternatives[i]!.id,
  criterion: criterion.id,
});

/** The number that stands in for a gap; null when there is nothing to take it from. */
function fill(policy: GapPolicy, criterion: Criterion, observed: readonly number[]): number | null {
  const wantsHigh = (policy === 'best') === (criterion.direction === 'maximise');
  if (policy === 'worst' || policy === 'best') {
    if (criterion.scale) return wantsHigh ? criterion.scale.max : criterion.scale.min;
    if (observed.length === 0) return null;
    return wantsHigh ? Math.max(...observed) : Math.min(...observed);
  }
  if (observed.length === 0) return null;
  if (policy === 'mean') return observed.reduce((sum, value) => sum + value, 0) / observed.length;
  const sorted = [...observed].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

function columnObservations(problem: DecisionProblem, j: number, column: readonly Cell[]): Observation[] {
  const criterion = problem.criteria[j]!;
  const found: Observation[] = [];
  const values = column.flatMap((cell) => (cell.kind === 'number' ? [cell.value] : []));
  if (column.length > 1 && values.length === column.length && values.every((value) => value === values[0]))
    found.push({
      code: 'criterion-constant',
      path: criterion.path,
      params: { criterion: criterion.id, value: values[0]! },
    });
  column.forEach((cell, i) => {
    if (cell.kind === 'missing' || cell.kind === 'cannot_judge')
      found.push({
        code: cell.kind === 'missing' ? 'performance-missing' : 'performance-not-judged',
        path: cellPath(problem, i, j),
        params: named(problem, i, criterion),
      });
    const value = expectedPerformance(cell);
    const { scale } = criterion;
    if (value !== null && scale && (value < scale.min || value > scale.max))
      found.push({
        code: 'performance-out-of-scale',
        path: cellPath(problem, i, j),
        params: { ...named(problem, i, criterion), value, min: scale.min, max: scale.max },
      });
  });
  return found;
}
