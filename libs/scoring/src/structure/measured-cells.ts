import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import type { Cell } from '../problem/cell';
import { cellPath, type DecisionProblem } from '../problem/decision-problem';
import type { FormulaEngine } from './formula/formula-engine';

/**
 * The performances with the computed criteria filled in from the alternatives' data.
 *
 * Shapes  Returns alternatives × criteria, in the problem's order.
 * Edges   A variable that is null or absent for an alternative makes its cell `missing`.
 * Errors  `performances-missing`; `criterion-computed-and-given`; `formula-engine-needed`; `formula-unknown-variable` when no
 *         alternative has the variable; `formula-not-finite` with the alternative (division by zero, root of a negative).
 */
export function measuredCells(
  problem: DecisionProblem,
  formulas: FormulaEngine | null,
): Result<readonly (readonly Cell[])[]> {
  if (!problem.performances) return refuse([refusal('performances-missing', ['performances'])]);
  const cells = problem.performances.map((row) => [...row]);
  const refusals: Refusal[] = [];
  problem.criteria.forEach((criterion, j) => {
    if (criterion.formula === null) return;
    const computed = computedColumn(problem, j, formulas);
    if (!computed.ok) refusals.push(...computed.refusal);
    else
      computed.value.forEach((cell, i) => {
        (cells[i] as Cell[])[j] = cell;
      });
  });
  return refusals.length > 0 ? refuse(refusals) : accept(cells);
}

function computedColumn(problem: DecisionProblem, j: number, formulas: FormulaEngine | null): Result<readonly Cell[]> {
  const { id, formula, path: place } = problem.criteria[j]!;
  const path = [...place, 'formula'];
  const given = problem.performances!.findIndex((row) => row[j]!.kind !== 'missing');
  if (given >= 0)
    return refuse([refusal('criterion-computed-and-given', cellPath(problem, given, j), { criterion: id })]);
  if (!formulas) return refuse([refusal('formula-engine-needed', path)]);
  const compiled = formulas.compile(formula as string, path);
  if (!compiled.ok) return compiled;
  const { variables, valueOf } = compiled.value;
  const unknown = variables.filter(
    (name) => !problem.alternatives.some((a) => ownValue(problem, a.id, name) !== undefined),
  );
  if (unknown.length > 0)
    return refuse(unknown.map((variable) => refusal('formula-unknown-variable', path, { formula, variable })));
  const refusals: Refusal[] = [];
  const cells = problem.alternatives.map((alternative): Cell => {
    const values = variables.map((name) => [name, ownValue(problem, alternative.id, name) ?? null] as const);
    if (values.some(([, value]) => value === null)) return { kind: 'missing' };
    const value = valueOf(Object.fromEntries(values) as Record<string, number>);
    if (!Number.isFinite(value)) {
      refusals.push(
        refusal('formula-not-finite', path, { formula, alternative: alternative.id, value: String(value) }),
      );
      return { kind: 'missing' };
    }
    return { kind: 'number', value };
  });
  return refusals.length > 0 ? refuse(refusals) : accept(cells);
}

function ownValue(problem: DecisionProblem, alternativeId: string, variable: string): number | null | undefined {
  const row = Object.hasOwn(problem.data, alternativeId) ? problem.data[alternativeId] : undefined;
  return row && Object.hasOwn(row, variable) ? row[variable] : undefined;
}
