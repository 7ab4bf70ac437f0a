import { at, invariant } from '@fordela/domain';
import type { Choice } from '../optimise/choice';
import type { ConstraintRow, ConstraintSystem } from '../optimise/constraints';
import type { ChoiceAim, ChoiceBlock, ChoiceModel, ChoiceOption } from './search/choice-model';

/** A problem's limits as blocks of options, with the way back from options to portfolios. */
export interface CompiledChoices {
  readonly model: ChoiceModel;
  /** False when some project or synergy has no option that its own limits allow. */
  readonly feasible: boolean;
  readonly portfolioOf: (choices: ArrayLike<number>) => Choice;
  /** Columns of the constraint system that each block's options take, −1 for "nothing"; in the order of the blocks. */
  readonly columns: readonly (readonly number[])[];
}

/** A quantity per decision, as the constraint system counts its columns; all whole. */
export type Quantity = ArrayLike<number>;

/**
 * Compiles the limits of a problem for the search: a block per project (nothing, or one of its levels) and one per synergy.
 *
 * Rule    Limits over one block become its options; limits that cannot bind are left out; "at least" is negated. What remains is
 *         exactly the constraint system: the same portfolios are allowed.
 * Shapes  quantities: one entry per column of the system each; constant: added to every portfolio's quantities.
 */
export function choiceModelOf(
  system: ConstraintSystem,
  quantities: readonly Quantity[],
  aims: readonly ChoiceAim[],
  constants: readonly number[] = [],
): CompiledChoices {
  const blockColumns = blocksOf(system);
  const blockAt = new Map<number, number>();
  blockColumns.forEach((columns, b) => columns.forEach((column) => column >= 0 && blockAt.set(column, b)));
  const kept = blockColumns.map((columns) => [...columns]);
  const limits: { readonly entries: readonly (readonly [number, number])[]; readonly most: number }[] = [];
  for (const row of system.rows.flatMap(oneSided)) {
    const blocks = new Set(row.entries.map(([column]) => blockAt.get(column)));
    if (blocks.size === 0 && row.most < 0) return infeasible(quantities, aims);
    if (blocks.size === 0) continue;
    if (blocks.size > 1) {
      limits.push(row);
      continue;
    }
    const [block] = blocks;
    invariant(block !== undefined, 'every column has its block');
    const amounts = new Map(row.entries);
    kept[block] = at(kept, block).filter((column) => (amounts.get(column) ?? 0) <= row.most);
  }
  if (kept.some((columns) => columns.length === 0)) return infeasible(quantities, aims);
  const binding = limits.filter((row) => canBind(row, kept));
  const rowsOf = new Map<number, (readonly [number, number])[]>();
  binding.forEach(({ entries }, r) => {
    for (const [column, amount] of entries) {
      const own = rowsOf.get(column) ?? [];
      own.push([r, amount]);
      rowsOf.set(column, own);
    }
  });
  const optionOf = (column: number): ChoiceOption => ({
    quantities: quantities.map((quantity) => (column < 0 ? 0 : (quantity[column] as number))),
    usage: column < 0 ? [] : (rowsOf.get(column) ?? []),
  });
  const blocks: ChoiceBlock[] = kept.map((columns) => ({ options: columns.map(optionOf) }));
  if (constants.some((constant) => constant !== 0))
    blocks.push({ options: [{ quantities: quantities.map((_, t) => constants[t] ?? 0), usage: [] }] });
  return {
    model: { blocks, quantityCount: quantities.length, limits: binding.map(({ most }) => most), aims },
    feasible: true,
    columns: kept,
    portfolioOf: (choices) => portfolioOf(system, kept, choices),
  };
}

/** Columns by block: a project's "nothing" and levels, then each synergy's "no" and "yes". */
function blocksOf(system: ConstraintSystem): readonly (readonly number[])[] {
  const projects = [...system.columnsOf.values()].map((columns) => [-1, ...columns]);
  const synergies = system.columns.flatMap((column, j) => (column.kind === 'synergy' ? [[-1, j]] : []));
  return [...projects, ...synergies];
}

/** The row as "at most" rows. A definition "at most one level" and sharpenings of the relaxation say nothing new here. */
function oneSided(row: ConstraintRow) {
  const rows: { entries: readonly (readonly [number, number])[]; most: number }[] = [];
  if (row.upper < Infinity) rows.push({ entries: row.entries, most: row.upper });
  if (row.lower > -Infinity)
    rows.push({ entries: row.entries.map(([column, amount]) => [column, -amount] as const), most: -row.lower });
  return rows;
}

function canBind(
  row: { readonly entries: readonly (readonly [number, number])[]; readonly most: number },
  blocks: readonly (readonly number[])[],
): boolean {
  const amounts = new Map(row.entries);
  const largest = blocks.reduce(
    (sum, columns) => sum + Math.max(...columns.map((column) => amounts.get(column) ?? 0)),
    0,
  );
  return largest > row.most;
}

const infeasible = (quantities: readonly Quantity[], aims: readonly ChoiceAim[]): CompiledChoices => ({
  model: { blocks: [], quantityCount: quantities.length, limits: [], aims },
  feasible: false,
  columns: [],
  portfolioOf: () => ({}),
});

function portfolioOf(
  system: ConstraintSystem,
  blocks: readonly (readonly number[])[],
  choices: ArrayLike<number>,
): Choice {
  const choice: Record<string, string> = {};
  blocks.forEach((columns, b) => {
    const column = system.columns[columns[choices[b] as number] as number];
    if (column?.kind === 'level') choice[column.project.id] = column.level.id;
  });
  return choice;
}
