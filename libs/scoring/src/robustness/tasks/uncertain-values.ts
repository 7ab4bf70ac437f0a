import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import type { Observation, TaskContext } from '../../evaluate/task';
import type { Cell } from '../../problem/cell';
import type { Criterion } from '../../problem/criterion';
import { cellPath, type DecisionProblem } from '../../problem/decision-problem';
import { measuredCells } from '../../structure/measured-cells';
import { valueFunctionOf, type ValueFunction } from '../../structure/value-function';
import type { ValueSpec } from '../../structure/value-spec';
import type { ValueTable } from '../smaa/value-table';
import { takenAsValues, type ValueFallback } from './additive-source';

/** What a missing performance, or one that could not be judged, may be taken for: nothing, or anything on the criterion's scale. */
export const ignorancePolicies = ['refuse', 'whole-scale'] as const;
export type IgnorancePolicy = (typeof ignorancePolicies)[number];

export interface UncertainValuePolicies {
  readonly missing: IgnorancePolicy;
  readonly cannotJudge: IgnorancePolicy;
  readonly withoutScale: ValueFallback;
}

/** Cells ready to draw from: exact ones as values, uncertain ones with the table that turns a draw into a value. */
export interface UncertainValues {
  readonly cells: readonly (readonly Cell[])[];
  readonly tables: readonly (readonly (ValueTable | null)[])[];
  readonly observations: readonly Observation[];
}

/**
 * Every cell of a problem in values, uncertainty kept.
 *
 * Rule    Straight value functions are followed exactly; curved ones (exponential, formula) are tabulated until the largest deviation
 *         found between points is below 1e-6, and the deviation is reported. A normal performance is cut at 8.3 standard deviations.
 * Errors  Those of `valueFunctionOf` and `measuredCells`; `value-out-of-range`; `smaa-missing-score`; `smaa-whole-scale`.
 */
export function uncertainValues(
  given: DecisionProblem,
  policies: UncertainValuePolicies,
  context: TaskContext,
): Result<UncertainValues> {
  const problem = takenAsValues(given, policies.withoutScale);
  const measured = measuredCells(problem, context.formulas);
  if (!measured.ok) return measured;
  const refusals: Refusal[] = [];
  const observations: Observation[] = [];
  const columns = problem.criteria.map((criterion, j) => {
    const column = measured.value.map((row) => row[j]!);
    const made = functionOf(criterion, column, policies.withoutScale, context);
    if (!made.ok) {
      refusals.push(...made.refusal);
      return column.map((cell) => ({ cell, table: null }));
    }
    let deviation = 0;
    const valued = column.map((cell, i) => {
      const known = withIgnorance(cell, made.value, policies);
      const one = known && valuedCell(known, made.value, criterion.value);
      if (one) deviation = Math.max(deviation, one.deviation);
      else refusals.push(faultOf(problem, i, j, known ?? cell));
      return one ?? { cell, table: null };
    });
    if (deviation > 0)
      observations.push({
        code: 'smaa-value-tabulated',
        path: criterion.path,
        params: { criterion: criterion.id, deviation },
      });
    return valued;
  });
  if (refusals.length > 0) return refuse(refusals);
  const rows = problem.alternatives.map((_, i) => columns.map((column) => column[i]!));
  return accept({
    cells: rows.map((row) => row.map(({ cell }) => cell)),
    tables: rows.map((row) => row.map(({ table }) => table)),
    observations,
  });
}

function faultOf(problem: DecisionProblem, i: number, j: number, cell: Cell): Refusal {
  const path = cellPath(problem, i, j);
  const params = { alternative: problem.alternatives[i]!.id, criterion: problem.criteria[j]!.id };
  if (cell.kind === 'missing' || cell.kind === 'cannot_judge')
    return refusal('smaa-missing-score', path, { ...params, kind: cell.kind });
  const [low, high] = supportOf(cell);
  return refusal('value-out-of-range', path, { ...params, value: low === high ? low : high });
}

/** The value function of a criterion; over the range of its cells, uncertain ones included, when it has none and may take that. */
function functionOf(
  criterion: Criterion,
  column: readonly Cell[],
  fallback: ValueFallback,
  context: TaskContext,
): Result<ValueFunction> {
  if (criterion.value || criterion.scale || fallback !== 'observed-range')
    return valueFunctionOf(criterion, criterion.path, context.formulas);
  const ends = column
    .filter(({ kind }) => kind !== 'missing' && kind !== 'cannot_judge')
    .map((cell) =>
      cell.kind === 'normal' ? [cell.mean - 1.96 * cell.sd, cell.mean + 1.96 * cell.sd] : supportOf(cell),
    )
    .flat();
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  if (!(low < high))
    return accept({
      valueOf: () => 1,
      range: null,
      outOfRange: 'clip',
      monotone: 'increasing',
      monotoneProof: 'by-form',
    });
  return valueFunctionOf(
    { ...criterion, scale: { min: low, max: high, levels: [] } },
    criterion.path,
    context.formulas,
  );
}

/** The cell, or, where nothing is known and that may be anything, the whole scale; null when it must be refused. */
function withIgnorance(cell: Cell, { range }: ValueFunction, policies: UncertainValuePolicies): Cell | null {
  const policy =
    cell.kind === 'missing' ? policies.missing : cell.kind === 'cannot_judge' ? policies.cannotJudge : null;
  if (policy === null) return cell;
  return policy === 'whole-scale' && range ? { kind: 'interval', low: range[0], high: range[1] } : null;
}

interface ValuedCell {
  readonly cell: Cell;
  readonly table: ValueTable | null;
  /** How far the table may be from the function; 0 where it follows it exactly. */
  readonly deviation: number;
}

function valuedCell(cell: Cell, { valueOf, range }: ValueFunction, spec: ValueSpec | null): ValuedCell | null {
  if (cell.kind === 'number') {
    const value = valueOf(cell.value);
    return value === null ? null : { cell: { kind: 'number', value }, table: null, deviation: 0 };
  }
  if (cell.kind === 'discrete') {
    const outcomes = cell.outcomes.map(([x, probability]) => [valueOf(x), probability] as const);
    if (outcomes.some(([value]) => value === null)) return null;
    return { cell: { kind: 'discrete', outcomes: outcomes as [number, number][] }, table: null, deviation: 0 };
  }
  if (spec?.type === 'levels') return null; // between two levels there is no value
  if (spec?.type === 'identity') return { cell, table: null, deviation: 0 };
  const [low, high] = supportOf(cell);
  const made = tableOn(valueOf, spec, range, low, high);
  return made && { cell, ...made };
}

/** The performances a cell can have; a normal one as far out as its draws can be. */
function supportOf(cell: Cell): readonly [number, number] {
  switch (cell.kind) {
    case 'number':
      return [cell.value, cell.value];
    case 'normal':
      return [cell.mean - 8.3 * cell.sd, cell.mean + 8.3 * cell.sd];
    case 'interval':
    case 'triangular':
      return [cell.low, cell.high];
    case 'discrete':
      return [Math.min(...cell.outcomes.map(([x]) => x)), Math.max(...cell.outcomes.map(([x]) => x))];
    default:
      return [NaN, NaN];
  }
}

/** Tables are refined until they are this close, or have this many points. */
const closeEnough = 1e-6;
const mostPoints = 8193;

/** The function as a table on [low, high]: from bend to bend where it is straight, else from point to point of an ever finer grid. */
function tableOn(
  valueOf: ValueFunction['valueOf'],
  spec: ValueSpec | null,
  range: ValueFunction['range'],
  low: number,
  high: number,
): { readonly table: ValueTable; readonly deviation: number } | null {
  const bends = bendsOf(spec, range, low, high);
  if (bends !== null) {
    const table = tableThrough(valueOf, [low, ...bends, high]);
    return table && { table, deviation: 0 };
  }
  for (let points = 33; ; points = 2 * points - 1) {
    const grid = Array.from({ length: points }, (_, k) => low + (k / (points - 1)) * (high - low));
    const table = tableThrough(valueOf, grid);
    if (!table) return null;
    const deviation = grid.slice(1).reduce((most, x, k) => {
      const middle = (grid[k]! + x) / 2;
      const straight = ((valueOf(grid[k]!) ?? 0) + (valueOf(x) ?? 0)) / 2;
      return Math.max(most, Math.abs((valueOf(middle) ?? 0) - straight));
    }, 0);
    if (deviation <= closeEnough || points >= mostPoints) return { table, deviation };
  }
}

/** Performances strictly inside (low, high) where a straight function bends or jumps; null for a curved one. */
function bendsOf(
  spec: ValueSpec | null,
  range: ValueFunction['range'],
  low: number,
  high: number,
): readonly number[] | null {
  const within = (xs: readonly number[]) => [...new Set(xs)].filter((x) => x > low && x < high).sort((a, b) => a - b);
  switch (spec?.type) {
    case undefined:
    case 'linear':
      return within(range ?? []);
    case 'piecewise':
      return within(spec.points.map(([x]) => x));
    case 'stepped':
      return within(spec.steps.map(([x]) => x));
    case 'target':
      return within([spec.ideal, spec.acceptable].flat());
    default:
      return null;
  }
}

/** The table through the points, with a step wherever the function jumps; null when it has no value at one of them. */
function tableThrough(valueOf: ValueFunction['valueOf'], xs: readonly number[]): ValueTable | null {
  const performances: number[] = [];
  const values: number[] = [];
  const last = xs.length - 1;
  for (const [k, x] of xs.entries()) {
    const reach = Math.max(Math.abs(x) * 1e-14, 1e-300);
    const sides = [k > 0 ? valueOf(x - reach) : null, valueOf(x), k < last ? valueOf(x + reach) : null];
    if (sides[1] === null) return null;
    for (const value of sides) {
      if (value === null) continue;
      const isStep = performances.at(-1) === x && Math.abs(values.at(-1)! - value) <= 1e-9;
      if (isStep) values[values.length - 1] = value;
      else {
        performances.push(x);
        values.push(value);
      }
    }
  }
  return { performances, values };
}
