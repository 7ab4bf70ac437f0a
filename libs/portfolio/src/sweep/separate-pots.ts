import { invariant } from '@fordela/domain';
import { activities, prepareModel } from '../solver/exact/prepared-model';
import { componentModel, componentsOf, type Component } from '../solver/components';
import { MovingPart } from '../solver/knapsack/knapsack-part';
import type { MipModel } from '../solver/mip-solver';

export interface PotsAnswer {
  readonly status: 'optimal' | 'infeasible';
  readonly objective: number | null;
  readonly values: Float64Array | null;
}

/** A model that falls into parts once the money of two pots is given: each pot's projects can then be chosen by themselves. */
export interface SeparatePots {
  /** The best point with at most so much in each pot; null when the effort ran out. */
  readonly at: (first: number, second: number) => PotsAnswer | null;
}

/**
 * Takes a model apart whose last two rows are the pots, with upper bounds of which the sum stays the same.
 *
 * Rule    A limit on both pots together that their sum already keeps is left out. What remains must tie no project of one pot to
 *         one of the other; every part is then solved for each bound by itself, most often as a knapsack.
 * Edges   null when the pots are tied to each other (years, links between them): then each share is a problem of its own.
 */
export function separatePots(
  model: MipModel,
  potsTogether: number,
  effort: { readonly effortLimit: number; readonly shouldStop?: () => boolean },
): SeparatePots | null {
  const [first, second] = [model.rows - 2, model.rows - 1];
  const implied = rowsImpliedBy(model, first, second, potsTogether);
  const parts = componentsOf(model, implied).map((component) => {
    const moving = [first, second].filter((row) => component.rows.includes(row));
    return { component, moving };
  });
  if (parts.some(({ moving }) => moving.length > 1)) return null;
  const solvers = parts.map(({ component, moving: [row] }) => ({
    component,
    side: row === first ? 0 : row === second ? 1 : null,
    part: partOf(model, component, row ?? null, potsTogether, effort),
  }));
  const prepared = prepareModel(model);
  return {
    at: (...pots) => {
      if (emptyRowBreaks(model, first, pots[0]) || emptyRowBreaks(model, second, pots[1])) return infeasible;
      const values = new Float64Array(model.columns);
      let objective = 0;
      for (const { component, side, part } of solvers) {
        const answer = part.at(side === null ? 0 : (pots[side] as number));
        if (answer === 'unproven') return null;
        if (answer === null) return infeasible;
        objective += answer.objective;
        component.columns.forEach((j, k) => (values[j] = answer.values[k] as number));
      }
      checkRows(model, activities(prepared, values), [first, second], pots);
      return { status: 'optimal', objective, values };
    },
  };
}

const infeasible: PotsAnswer = { status: 'infeasible', objective: null, values: null };

function partOf(
  model: MipModel,
  component: Component,
  row: number | null,
  largest: number,
  effort: { readonly effortLimit: number; readonly shouldStop?: () => boolean },
): MovingPart {
  return new MovingPart(
    componentModel(model, component),
    row === null ? null : component.rows.indexOf(row),
    largest,
    effort,
  );
}

/** A pot nobody is in still may not be below nothing. */
const emptyRowBreaks = (model: MipModel, row: number, upper: number): boolean =>
  model.starts[row] === model.starts[row + 1] && upper < 0;

/** "At most" rows whose left side is that of both pots together and whose bound the pots cannot exceed. */
function rowsImpliedBy(model: MipModel, first: number, second: number, together: number): ReadonlySet<number> {
  const sums = new Map<number, number>();
  for (const row of [first, second])
    for (let p = model.starts[row] as number; p < (model.starts[row + 1] as number); p += 1) {
      const j = model.indices[p] as number;
      sums.set(j, (sums.get(j) ?? 0) + (model.coefficients[p] as number));
    }
  const implied = new Set<number>();
  for (let i = 0; i < first; i += 1) {
    if (model.rowLower[i] !== -Infinity || (model.rowUpper[i] as number) < together) continue;
    const [from, to] = [model.starts[i] as number, model.starts[i + 1] as number];
    if (to - from !== sums.size) continue;
    let same = true;
    for (let p = from; p < to && same; p += 1)
      same = sums.get(model.indices[p] as number) === (model.coefficients[p] as number);
    if (same) implied.add(i);
  }
  return implied;
}

/** What the parts chose is checked against the whole, in whole numbers. */
function checkRows(model: MipModel, sums: Float64Array, pots: readonly number[], uppers: readonly number[]): void {
  for (let i = 0; i < model.rows; i += 1) {
    const pot = pots.indexOf(i);
    const upper = pot < 0 ? (model.rowUpper[i] as number) : (uppers[pot] as number);
    const sum = sums[i] as number;
    invariant(sum >= (model.rowLower[i] as number) && sum <= upper, `the parts together break row ${i}`);
  }
}
