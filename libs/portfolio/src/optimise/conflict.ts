import type { AllocationProblem, SolverSettings } from '../problem/allocation-problem';
import { solveExactly } from '../solver/exact/solve-exactly';
import type { MipModel } from '../solver/mip-solver';
import { constraintsOf, type ConstraintSystem } from './constraints';
import { describeLimit, type DescribedLimit } from './describe-limit';
import { limitKey, type LimitRef } from './limit-ref';
import type { ObjectiveProgram } from './objective-program';
import { modelOf, type ExtraRow, type Forced } from './program';

/** Limits that cannot hold together, although all of them but any one can. */
export interface Conflict {
  readonly limits: readonly DescribedLimit[];
  /** True when no smaller set of limits is in conflict; false when only irreducibility was shown. */
  readonly smallest: boolean;
}

/** A smaller conflict is looked for this many times before the irreducible one is returned as it is. */
const mostImprovements = 300;

/**
 * The smallest set of limits that no portfolio keeps together; null when some portfolio keeps all.
 *
 * Rule    First an irreducible conflict by QuickXplain (each limit in it is needed), then a smallest one by implicit hitting sets:
 *         the fewest limits that touch every known way out; when those conflict, no smaller set does.
 * Edges   Only what the search can prove counts: if the effort ends first, the irreducible conflict is returned, `smallest` false.
 * Source  Junker, AAAI 2004 (QuickXplain); Ignatiev, Previti, Liffiton & Marques-Silva, CP 2015 (smallest MUS).
 */
export function smallestConflict(
  problem: AllocationProblem,
  settings: SolverSettings,
  forced: Forced = {},
): Conflict | null {
  const system = constraintsOf(problem);
  const refs = [
    ...new Map(
      system.rows.flatMap((row) => (row.origin ? [[limitKey(row.origin), row.origin] as const] : [])),
    ).values(),
  ];
  const holds = (active: readonly LimitRef[]) => canHold(system, active, settings, forced);
  if (holds(refs)) return null;
  const irreducible = quickXplain(refs, holds);
  const smaller = refs.length <= 400 ? smallestByHittingSets(refs, irreducible, holds, settings) : null;
  const limits = (smaller ?? irreducible).map((ref) => describeLimit(problem, ref));
  return { limits, smallest: smaller !== null };
}

/** Is there a portfolio that keeps these limits? Unproven counts as yes: a conflict must be proven. */
function canHold(
  system: ConstraintSystem,
  active: readonly LimitRef[],
  settings: SolverSettings,
  forced: Forced,
): boolean {
  const keys = new Set(active.map(limitKey));
  const rows = system.rows.filter((row) => row.origin === null || keys.has(limitKey(row.origin)));
  const model = modelOf({ ...system, rows }, anything(system), [], forced);
  return solveExactly(model, { gap: 0, effortLimit: settings.effortLimit }).status !== 'infeasible';
}

/** Any portfolio will do. */
const anything = (system: ConstraintSystem): ObjectiveProgram => ({
  weights: new Float64Array(system.columns.length),
  auxiliaries: [],
  rows: [],
  offset: 0,
  scale: 1,
  sign: 1,
  valueGrid: 1,
});

type Holds = (active: readonly LimitRef[]) => boolean;

function quickXplain(refs: readonly LimitRef[], holds: Holds): readonly LimitRef[] {
  const explain = (background: readonly LimitRef[], added: boolean, rest: readonly LimitRef[]): readonly LimitRef[] => {
    if (added && !holds(background)) return [];
    if (rest.length <= 1) return rest;
    const middle = Math.floor(rest.length / 2);
    const [first, second] = [rest.slice(0, middle), rest.slice(middle)];
    const inSecond = explain([...background, ...first], first.length > 0, second);
    const inFirst = explain([...background, ...inSecond], inSecond.length > 0, first);
    return [...inFirst, ...inSecond];
  };
  return explain([], false, refs);
}

function smallestByHittingSets(
  refs: readonly LimitRef[],
  irreducible: readonly LimitRef[],
  holds: Holds,
  settings: SolverSettings,
): readonly LimitRef[] | null {
  const waysOut: (readonly number[])[] = [];
  for (let round = 0; round < mostImprovements; round += 1) {
    const chosen = fewestHitting(refs.length, waysOut, settings);
    if (chosen === null) return null;
    if (chosen.length >= irreducible.length) return irreducible;
    const active = chosen.map((index) => refs[index] as LimitRef);
    if (!holds(active)) return active;
    // Grow to as many limits as can hold together; what is left out is a way out that every conflict must touch.
    const kept = new Set(chosen);
    for (let index = 0; index < refs.length; index += 1) {
      if (kept.has(index)) continue;
      kept.add(index);
      if (!holds([...kept].map((own) => refs[own] as LimitRef))) kept.delete(index);
    }
    waysOut.push([...refs.keys()].filter((index) => !kept.has(index)));
  }
  return null;
}

/** The fewest of n things that touch every set; null when that could not be proven. */
function fewestHitting(
  n: number,
  sets: readonly (readonly number[])[],
  settings: SolverSettings,
): readonly number[] | null {
  const rows: readonly ExtraRow[] = sets.map((set) => {
    const weights = new Float64Array(n);
    for (const index of set) weights[index] = 1;
    return { weights, lower: 1, upper: Infinity };
  });
  const model = coveringModel(n, rows);
  const answer = solveExactly(model, { gap: 0, effortLimit: settings.effortLimit });
  if (answer.status !== 'optimal' || !answer.values) return null;
  const { values } = answer;
  return Array.from({ length: n }, (_, index) => index).filter((index) => values[index] === 1);
}

function coveringModel(n: number, rows: readonly ExtraRow[]): MipModel {
  const entries = rows.map(({ weights }) => Array.from(weights.keys()).filter((j) => weights[j] !== 0));
  const starts = new Int32Array(rows.length + 1);
  entries.forEach((row, i) => (starts[i + 1] = (starts[i] as number) + row.length));
  const indices = Int32Array.from(entries.flat());
  return {
    columns: n,
    rows: rows.length,
    objective: new Float64Array(n).fill(-1),
    lower: new Float64Array(n),
    upper: new Float64Array(n).fill(1),
    integer: new Uint8Array(n).fill(1),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    starts,
    indices,
    coefficients: new Float64Array(indices.length).fill(1),
  };
}
