import { accept, invariant, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { isSeed } from '../../kernel/sample-stream';
import { packIntervals } from '../../kernel/weighted-scores';
import type { Cell } from '../../problem/cell';
import { freeSpace, type WeightSpace } from '../region/weight-space';
import type { MoneyLine } from './money-line';
import { isStraightOn, tableValue, type ValueTable } from './value-table';

/**
 * What happens to scores that are equal to the last bit in a draw. `ordinal-by-id`: the one listed first stands first (the tasks
 * list alternatives by id). `competition`: all get the best rank of the group, so that a rank can hold more than one.
 * `random`: a seeded coin decides each time.
 */
export const smaaTies = ['ordinal-by-id', 'competition', 'random'] as const;
export type SmaaTies = (typeof smaaTies)[number];

/** An uncertain score that is not simply uniform in value: drawn on its own scale, then put through the value table, if any. */
export interface UncertainScore {
  readonly alternative: number;
  readonly criterion: number;
  readonly kind: 'interval' | 'normal' | 'triangular' | 'discrete';
  /** interval: low, high; normal: mean, standard deviation; triangular: low, mode, high; discrete: the outcomes. */
  readonly parameters: readonly number[];
  /** discrete: running sums of the probabilities. */
  readonly cumulative: readonly number[];
  readonly table: ValueTable | null;
}

/** Everything a worker needs to draw any sample. Plain JSON and typed arrays: it can be posted to a thread as it is. */
export interface SmaaModel {
  readonly alternatives: number;
  readonly criteria: number;
  readonly seed: number;
  readonly ties: SmaaTies;
  readonly space: WeightSpace;
  /**
   * The cells that are exact or uniform in value; 0 where an `uncertain` score stands. When none is uniform, the values row by
   * row, and no random numbers are spent on them; else as `packIntervals` has them.
   */
  readonly cells: Float64Array;
  readonly hasIntervals: boolean;
  readonly uncertain: readonly UncertainScore[];
  readonly line: MoneyLine | null;
  /** Ranks counted one by one, from the first; worse ranks only enter the expected rank. */
  readonly rankDepth: number;
  readonly countPairs: boolean;
  /** Count whole rankings, for the ranking entropy. */
  readonly countRankings: boolean;
}

/** More counts of one kind (alternatives × ranks, or pairs) than this are not kept: 100 MB. */
const mostCounts = 25_000_000;

export interface SmaaOptions {
  readonly seed: number;
  /** Default: nothing is said about the weights. */
  readonly space?: WeightSpace;
  readonly ties?: SmaaTies;
  readonly line?: MoneyLine;
  /** How an uncertain cell in natural units becomes a value; null or absent: the cell is in values already. */
  readonly tableOf?: (alternative: number, criterion: number) => ValueTable | null;
  /** Draw uniform intervals one by one like the other uncertain scores, so that each draw can be looked at. Slower. */
  readonly separateIntervals?: boolean;
  readonly rankDepth?: number;
  readonly countPairs?: boolean;
  readonly countRankings?: boolean;
  /** Where the cells and the options stand in the caller's input. */
  readonly cellPath?: (alternative: number, criterion: number) => Path;
  readonly path?: Path;
}

/**
 * A SMAA model from a table of cells, exact or uncertain.
 *
 * Shapes  cells: m rows of n; values with 1 best and 0 worst, or natural units where `tableOf` says how to value them.
 * Errors  `smaa-missing-score` for a missing cell (missing is not zero), `smaa-too-few` for an empty table, `smaa-line`,
 *         `smaa-seed`, `smaa-rank-depth`, `smaa-weights-length`, `smaa-too-large`.
 */
export function smaaModel(cells: readonly (readonly Cell[])[], options: SmaaOptions): Result<SmaaModel> {
  const alternatives = cells.length;
  const criteria = cells[0]?.length ?? 0;
  const refusals = faults(cells, options);
  if (refusals.length > 0) return refuse(refusals);
  const low = new Float64Array(alternatives * criteria);
  const high = new Float64Array(alternatives * criteria);
  const uncertain: UncertainScore[] = [];
  cells.forEach((row, alternative) =>
    row.forEach((cell, criterion) => {
      const table = options.tableOf?.(alternative, criterion) ?? null;
      const place = alternative * criteria + criterion;
      const span = options.separateIntervals && cell.kind === 'interval' ? null : valueSpan(cell, table);
      if (span) {
        low[place] = span[0];
        high[place] = span[1];
      } else uncertain.push(uncertainScore(cell, alternative, criterion, table));
    }),
  );
  return accept({ ...frame(alternatives, criteria, options), ...packed(alternatives, criteria, low, high), uncertain });
}

/**
 * A SMAA model straight from typed arrays of values: low and high of every cell, row by row. The fast way in for large tables.
 *
 * Errors  InvariantError when the arrays differ in length or a low exceeds its high.
 */
export function intervalModel(
  alternatives: number,
  criteria: number,
  low: Float64Array,
  high: Float64Array,
  options: SmaaOptions,
): SmaaModel {
  invariant(low.length === alternatives * criteria && high.length === low.length, 'low and high must fill the table');
  invariant(
    low.every((value, k) => value <= high[k]!),
    'a low exceeds its high or is not a number',
  );
  return { ...frame(alternatives, criteria, options), ...packed(alternatives, criteria, low, high), uncertain: [] };
}

function packed(alternatives: number, criteria: number, low: Float64Array, high: Float64Array) {
  const hasIntervals = low.some((value, k) => value < high[k]!);
  return { hasIntervals, cells: hasIntervals ? packIntervals(alternatives, criteria, low, high) : low };
}

function frame(alternatives: number, criteria: number, options: SmaaOptions) {
  return {
    alternatives,
    criteria,
    seed: options.seed,
    ties: options.ties ?? 'ordinal-by-id',
    space: options.space ?? freeSpace(criteria),
    line: options.line ?? null,
    rankDepth: Math.min(options.rankDepth ?? alternatives, alternatives),
    countPairs: options.countPairs ?? false,
    countRankings: options.countRankings ?? false,
  };
}

function faults(cells: readonly (readonly Cell[])[], options: SmaaOptions): Refusal[] {
  const path = options.path ?? [];
  const alternatives = cells.length;
  const criteria = cells[0]?.length ?? 0;
  const refusals: Refusal[] = [];
  if (alternatives === 0 || criteria === 0) refusals.push(refusal('smaa-too-few', path, { alternatives, criteria }));
  if (!isSeed(options.seed)) refusals.push(refusal('smaa-seed', [...path, 'seed'], { seed: String(options.seed) }));
  if (options.rankDepth !== undefined && !(Number.isInteger(options.rankDepth) && options.rankDepth >= 1))
    refusals.push(refusal('smaa-rank-depth', [...path, 'rankDepth'], { depth: String(options.rankDepth) }));
  if (options.space && options.space.criteria !== criteria)
    refusals.push(refusal('smaa-weights-length', path, { weights: options.space.criteria, criteria }));
  const depth = Math.min(options.rankDepth ?? alternatives, alternatives);
  const counts = alternatives * (options.countPairs ? alternatives : depth);
  if (counts > mostCounts) refusals.push(refusal('smaa-too-large', path, { counts, most: mostCounts }));
  cells.forEach((row, i) =>
    row.forEach((cell, c) => {
      if (cell.kind === 'missing' || cell.kind === 'cannot_judge')
        refusals.push(refusal('smaa-missing-score', options.cellPath?.(i, c) ?? [i, c], { kind: cell.kind }));
    }),
  );
  return [...refusals, ...lineFaults(options.line, alternatives, [...path, 'line'])];
}

function lineFaults(line: MoneyLine | undefined, alternatives: number, path: Path): Refusal[] {
  if (!line) return [];
  if (line.kind === 'count') {
    const { count } = line;
    return Number.isInteger(count) && count >= 1
      ? []
      : [refusal('smaa-line', [...path, 'count'], { count: String(count) })];
  }
  const refusals = line.costs.flatMap((cost, i) =>
    Number.isSafeInteger(cost) && cost >= 0
      ? []
      : [refusal('smaa-line', [...path, 'costs', i], { cost: String(cost) })],
  );
  if (line.costs.length !== alternatives)
    refusals.push(refusal('smaa-line', [...path, 'costs'], { length: line.costs.length, expected: alternatives }));
  if (!(Number.isSafeInteger(line.budget) && line.budget >= 0))
    refusals.push(refusal('smaa-line', [...path, 'budget'], { budget: String(line.budget) }));
  return refusals;
}

/** Lowest and highest value of a cell that is exact or uniform in value; null for one that must be drawn on its own. */
function valueSpan(cell: Cell, table: ValueTable | null): readonly [number, number] | null {
  if (cell.kind === 'number') {
    const value = table ? tableValue(table, cell.value) : cell.value;
    return [value, value];
  }
  if (cell.kind !== 'interval') return null;
  if (!table) return [cell.low, cell.high];
  if (!isStraightOn(table, cell.low, cell.high) && cell.low < cell.high) return null;
  const ends = [tableValue(table, cell.low), tableValue(table, cell.high)] as const;
  return ends[0] <= ends[1] ? ends : [ends[1], ends[0]];
}

function uncertainScore(cell: Cell, alternative: number, criterion: number, table: ValueTable | null): UncertainScore {
  const shared = { alternative, criterion, table, cumulative: [] };
  switch (cell.kind) {
    case 'interval':
      return { ...shared, kind: cell.kind, parameters: [cell.low, cell.high] };
    case 'normal':
      return { ...shared, kind: cell.kind, parameters: [cell.mean, cell.sd] };
    case 'triangular':
      return { ...shared, kind: cell.kind, parameters: [cell.low, cell.mode, cell.high] };
    case 'discrete': {
      let sum = 0;
      const cumulative = cell.outcomes.map(([, probability]) => (sum += probability));
      return { ...shared, kind: cell.kind, parameters: cell.outcomes.map(([value]) => value), cumulative };
    }
    default:
      invariant(false, `a ${cell.kind} cell is not uncertain`);
  }
}
