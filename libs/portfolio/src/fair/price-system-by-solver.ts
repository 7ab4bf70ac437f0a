import type { MipModel, MipSolver } from '../solver/mip-solver';
import type { Election } from './election';
import type { LinearRow } from './exact-feasibility';
import { Fraction } from './fraction';
import { linearSystem, priceAnswerOf, type PriceabilityAnswer, type PriceabilityQuestion } from './priceability';

/**
 * Priceability of elections too large for exact arithmetic, by the established solver. What needs no prices (over budget, not exhaustive)
 * is still decided exactly; the prices hold, and their absence is meant, within the solver's tolerance of 1e-7.
 *
 * Edges   `undecided` when the solver neither finds prices nor proves that there are none within a minute.
 */
export async function priceabilityBySolver(
  election: Election,
  question: PriceabilityQuestion,
  solver: MipSolver,
): Promise<PriceabilityAnswer> {
  const system = linearSystem(election, question);
  const answer = await solver.solve(modelOf(system.variables, system.rows), {
    gap: 0,
    absoluteGap: 0,
    timeLimitSeconds: 60,
    seed: 1,
  });
  const isUndecided = !answer.values && answer.status !== 'infeasible';
  const told = priceAnswerOf(election, question, system, () =>
    answer.values ? Array.from(answer.values, (value) => Fraction.parse(Math.max(0, value)) ?? Fraction.zero) : null,
  );
  return isUndecided && !told.holds && told.because === 'no_prices' ? { ...told, because: 'undecided' } : told;
}

/** The rows as a model for the solver, with nothing to maximise. */
export function modelOf(columns: number, rows: readonly LinearRow[]): MipModel {
  const entries = rows.map((row) => [...row.coefficients].filter(([, value]) => value.sign() !== 0));
  const ends = entries.map(
    (
      (total) => (list) =>
        (total += list.length)
    )(0),
  );
  return {
    columns,
    rows: rows.length,
    objective: new Float64Array(columns),
    lower: new Float64Array(columns),
    upper: new Float64Array(columns).fill(Infinity),
    integer: new Uint8Array(columns),
    rowLower: Float64Array.from(rows, ({ relation, constant }) =>
      relation === '<=' ? -Infinity : constant.toNumber(),
    ),
    rowUpper: Float64Array.from(rows, ({ relation, constant }) => (relation === '>=' ? Infinity : constant.toNumber())),
    starts: Int32Array.from([0, ...ends]),
    indices: Int32Array.from(entries.flatMap((list) => list.map(([column]) => column))),
    coefficients: Float64Array.from(entries.flatMap((list) => list.map(([, value]) => value.toNumber()))),
  };
}
