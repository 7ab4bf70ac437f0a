import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import type { Observation } from '../../evaluate/task';
import { cellPath, type DecisionProblem } from '../../problem/decision-problem';
import type { FormulaEngine } from '../../structure/formula/formula-engine';
import { valueFunctionOf, type ValueFunction } from '../../structure/value-function';

/** What to do with a criterion that has neither a value function nor a scale: refuse, or a line over the performances observed. */
export const scaleFallbacks = ['refuse', 'observed-range'] as const;
export type ScaleFallback = (typeof scaleFallbacks)[number];

export interface PartialValues {
  /** m × n partial values; null where the performance is. */
  readonly values: readonly (readonly (number | null)[])[];
  readonly functions: readonly ValueFunction[];
  readonly observations: readonly Observation[];
}

/**
 * The partial value of every performance by its criterion's value function.
 *
 * Shapes  performances: m × n, null where left out. Returns the same shape.
 * Edges   `observed-range`: a constant criterion gives value 1 to all. Out-of-range performances are reported one by one.
 * Errors  Those of `valueFunctionOf`; `value-out-of-range` where the function's policy is to refuse.
 */
export function partialValues(
  problem: DecisionProblem,
  performances: readonly (readonly (number | null)[])[],
  fallback: ScaleFallback,
  formulas: FormulaEngine | null,
): Result<PartialValues> {
  const refusals: Refusal[] = [];
  const observations: Observation[] = [];
  const functions: ValueFunction[] = [];
  const columns = problem.criteria.map((criterion, j) => {
    const column = performances.map((row) => row[j]!);
    const known = column.filter((value) => value !== null);
    const made =
      !criterion.value && !criterion.scale && fallback === 'observed-range' && known.length > 0
        ? accept(observedLine(known, criterion.direction === 'maximise'))
        : valueFunctionOf(criterion, criterion.path, formulas);
    if (!made.ok) {
      refusals.push(...made.refusal);
      return column;
    }
    functions.push(made.value);
    return column.map((x, i) => {
      if (x === null) return null;
      const value = made.value.valueOf(x);
      const { range, outOfRange } = made.value;
      const params = { alternative: problem.alternatives[i]!.id, criterion: criterion.id, value: x };
      if (value === null) refusals.push(refusal('value-out-of-range', cellPath(problem, i, j), params));
      else if (range && (x < range[0] || x > range[1]))
        observations.push({
          code: 'value-out-of-range',
          path: cellPath(problem, i, j),
          params: { ...params, min: range[0], max: range[1], policy: outOfRange },
        });
      return value;
    });
  });
  if (refusals.length > 0) return refuse(refusals);
  return accept({ values: performances.map((_, i) => columns.map((column) => column[i]!)), functions, observations });
}

function observedLine(known: readonly number[], maximise: boolean): ValueFunction {
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const line = (x: number) => (maximise ? (x - low) / (high - low) : (high - x) / (high - low));
  return {
    valueOf: low === high ? () => 1 : line,
    range: [low, high],
    outOfRange: 'clip',
    monotone: maximise ? 'increasing' : 'decreasing',
    monotoneProof: 'by-form',
  };
}
