import { constraintsOf, type ConstraintSystem } from '../optimise/constraints';
import type { MipModel, MipSolver } from '../solver/mip-solver';
import type { FairSetting } from './fair-setting';
import { Fraction, leastCommonMultiple, sumFractions } from './fraction';
import type { WelfareOptimum } from './max-welfare';
import { inOrder } from './tied-outcomes';

const options = { gap: 0, absoluteGap: 0.5, timeLimitSeconds: 60, seed: 1 };

/**
 * The sets with the greatest total worth under all limits of the problem, by the established solver: best first, then others of equal
 * worth by forbidding each set found. Null when no set keeps the limits or the solver proved nothing in time.
 *
 * Exact   The solver works on whole-numbered worth, scaled down where the largest is above 2^40: then, and when it stops without proof,
 *         `complete` is false. Every set is what the solver returned, rounded, and checked against every limit in whole numbers.
 */
export async function welfareUnderLimits(
  setting: FairSetting,
  values: readonly Fraction[],
  cap: number,
  solver: MipSolver,
): Promise<WelfareOptimum | null> {
  const system = constraintsOf(setting.problem);
  const candidateOf = candidateColumns(setting, system);
  const units = wholeUnits(values);
  const forbidden: (readonly number[])[] = [];
  let best: Fraction | null = null;
  const outcomes: (readonly number[])[] = [];
  for (;;) {
    const answer = await solver.solve(modelOf(setting, system, candidateOf, units.whole, forbidden), options);
    if (answer.status === 'infeasible' && best)
      return { value: best, outcomes: inOrder(outcomes), complete: units.isExact };
    if (answer.status !== 'optimal' || !answer.values) break;
    const chosen = setting.candidates.flatMap((_, candidate) =>
      (answer.values![candidateOf.indexOf(candidate)] ?? 0) > 0.5 ? [candidate] : [],
    );
    if (setting.admission.unmet(chosen).length > 0 || isOverBudget(setting, chosen)) break;
    const value = sumFractions(chosen.map((candidate) => values[candidate]!));
    if (best && value.compare(best) < 0) return { value: best, outcomes: inOrder(outcomes), complete: units.isExact };
    if (outcomes.length === cap) return { value: best as Fraction, outcomes: inOrder(outcomes), complete: false };
    best = value;
    outcomes.push(chosen);
    forbidden.push(chosen);
  }
  return best ? { value: best, outcomes: inOrder(outcomes), complete: false } : null;
}

/** The candidate each column stands for; −1 for other levels and synergies. */
function candidateColumns(setting: FairSetting, system: ConstraintSystem): readonly number[] {
  const placeOf = new Map(setting.candidates.map(({ project, level }, index) => [`${project.id}\n${level.id}`, index]));
  return system.columns.map((column) =>
    column.kind === 'level' ? (placeOf.get(`${column.project.id}\n${column.level.id}`) ?? -1) : -1,
  );
}

/** Values as whole numbers in proportion, the largest at most 2^40. */
function wholeUnits(values: readonly Fraction[]): { readonly whole: readonly number[]; readonly isExact: boolean } {
  const units = leastCommonMultiple(values.map((value) => value.denominator));
  const whole = values.map((value) => value.times(units).numerator);
  const largest = whole.reduce((most, value) => (value > most ? value : most), 1n);
  const divisor = largest / 2n ** 40n + 1n;
  return { whole: whole.map((value) => Number(value / divisor)), isExact: divisor === 1n };
}

function isOverBudget({ election }: FairSetting, chosen: readonly number[]): boolean {
  return sumFractions(chosen.map((index) => election.projects[index]!.cost)).compare(election.budget) > 0;
}

function modelOf(
  setting: FairSetting,
  system: ConstraintSystem,
  candidateOf: readonly number[],
  units: readonly number[],
  forbidden: readonly (readonly number[])[],
): MipModel {
  const columns = system.columns.length;
  const columnOf = new Map(candidateOf.map((candidate, column) => [candidate, column]));
  const money = (candidate: number) => setting.candidates[candidate]!.level.money;
  const isFree = (column: number) => candidateOf[column]! >= 0 || system.columns[column]!.kind === 'synergy';
  const fixed = setting.alreadyFunded.map((candidate) => columnOf.get(candidate)!);
  const rows = [
    ...system.rows,
    {
      entries: candidateOf.flatMap((candidate, column) =>
        candidate >= 0 ? [[column, money(candidate)] as const] : [],
      ),
      lower: -Infinity,
      upper: setting.problem.budget ?? Infinity,
    },
    ...fixed.map((column) => ({ entries: [[column, 1] as const], lower: 1, upper: 1 })),
    ...forbidden.map((chosen) => ({
      entries: candidateOf.flatMap((candidate, column) =>
        candidate >= 0 ? [[column, chosen.includes(candidate) ? 1 : -1] as const] : [],
      ),
      lower: -Infinity,
      upper: chosen.length - 1,
    })),
  ];
  return {
    columns,
    rows: rows.length,
    objective: Float64Array.from(candidateOf, (candidate) => (candidate >= 0 ? units[candidate]! : 0)),
    lower: new Float64Array(columns),
    upper: Float64Array.from(candidateOf, (_, column) => (isFree(column) ? 1 : 0)),
    integer: new Uint8Array(columns).fill(1),
    rowLower: Float64Array.from(rows, (row) => row.lower),
    rowUpper: Float64Array.from(rows, (row) => row.upper),
    starts: Int32Array.from([
      0,
      ...rows.map(
        (
          (total) => (row) =>
            (total += row.entries.length)
        )(0),
      ),
    ]),
    indices: Int32Array.from(rows.flatMap((row) => row.entries.map(([column]) => column))),
    coefficients: Float64Array.from(rows.flatMap((row) => row.entries.map(([, coefficient]) => coefficient))),
  };
}
