import { accept, at, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import type { TaskContext } from '../../evaluate/task';
import { expectedPerformance } from '../../problem/cell';
import type { DecisionProblem } from '../../problem/decision-problem';
import { ratingTableFaults, type RatingTable, type RatingValue } from '../agreement/rating-table';

/** A rating as written: a number, a label, `null` (not given) or `"cannot_judge"`. */
const ratingCell = () => z.union([z.number(), z.string(), z.null()]);

const ratingRecord = () =>
  z.strictObject({
    unit: z.string().min(1),
    reviewer: z.string().min(1),
    rating: ratingCell().optional(),
    cannotJudge: z.boolean().optional(),
    conflictDeclared: z.boolean().optional(),
  });

/** Options of every task that reads ratings; see docs/formats/decision-problem.md, "Reviewers". */
export const ratingShape = () => ({
  ratings: z
    .union([
      z.array(z.array(ratingCell())),
      z.array(ratingRecord()).min(1),
      z.record(z.string(), z.record(z.string(), ratingCell())),
    ])
    .optional(),
  rows: z.enum(['units', 'reviewers']).optional(),
  units: z.array(z.string().min(1)).optional(),
  reviewers: z.array(z.string().min(1)).optional(),
});
export type RatingOptions = z.infer<z.ZodObject<ReturnType<typeof ratingShape>>>;

/** Why a rating that stands in the file is not in the table. */
export type LeftOut = 'conflict' | 'cannot_judge';

/** Ratings from any of the forms, as one table. */
export interface RatingSource {
  readonly unitIds: readonly string[];
  readonly reviewerIds: readonly string[];
  /** Units × reviewers; null where there is no rating to use. */
  readonly table: RatingTable<RatingValue>;
  readonly leftOut: readonly { readonly unit: string; readonly reviewer: string; readonly reason: LeftOut }[];
  /** The place in the file of a place in the table: `[unit, reviewer, …]`. */
  readonly placeOf: (place: Path) => Path;
}

type Cell = z.infer<ReturnType<typeof ratingCell>>;
type Record_ = z.infer<ReturnType<typeof ratingRecord>>;

const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);

/**
 * The ratings of a task: its own, or else the problem's performances with the alternatives as units and the criteria as reviewers.
 *
 * Errors  Refusals with their place in the file: `ratings-none-given`, `ratings-names-length`, `ratings-name-repeated`,
 *         `rating-repeated`, and those of `ratingTableFaults`.
 */
export function ratingSource(
  problem: DecisionProblem,
  options: RatingOptions,
  context: TaskContext,
): Result<RatingSource> {
  const { ratings } = options;
  const path = [...context.path, 'ratings'];
  if (ratings === undefined) return fromPerformances(problem, path);
  if (!Array.isArray(ratings)) return fromObject(ratings, options, path);
  return isTable(ratings)
    ? fromTable(problem, ratings, options, context.path)
    : fromRecords(ratings as readonly Record_[], options, path);
}

const isTable = (ratings: readonly unknown[]): ratings is readonly (readonly Cell[])[] => ratings.every(Array.isArray);

function fromPerformances(problem: DecisionProblem, path: Path): Result<RatingSource> {
  if (!problem.performances) return refuse([refusal('ratings-none-given', path)]);
  const unitIds = problem.alternatives.map(({ id }) => id);
  const reviewerIds = problem.criteria.map(({ id }) => id);
  const cells = problem.performances.map((row) =>
    row.map((cell): Cell => (cell.kind === 'cannot_judge' ? 'cannot_judge' : expectedPerformance(cell))),
  );
  return finished(unitIds, reviewerIds, cells, (place) => ['performances', ...place]);
}

function fromTable(
  problem: DecisionProblem,
  ratings: readonly (readonly Cell[])[],
  options: RatingOptions,
  base: Path,
): Result<RatingSource> {
  const path = [...base, 'ratings'];
  const faults = ratingTableFaults(ratings, path);
  if (faults.length > 0) return refuse(faults);
  const byReviewer = options.rows === 'reviewers';
  const cells = byReviewer ? at(ratings, 0).map((_, unit) => ratings.map((row) => at(row, unit))) : ratings;
  const width = at(cells, 0).length;
  const alternatives = problem.alternatives.map(({ id }) => id);
  const unitIds = options.units ?? (alternatives.length === cells.length ? alternatives : numbered('u', cells.length));
  const reviewerIds = options.reviewers ?? numbered('r', width);
  const refusals = [
    ...nameFaults(unitIds, cells.length, [...base, 'units']),
    ...nameFaults(reviewerIds, width, [...base, 'reviewers']),
  ];
  if (refusals.length > 0) return refuse(refusals);
  const placeOf = ([unit, reviewer, ...rest]: Path): Path => {
    if (unit === undefined) return path;
    const [first, second] = byReviewer ? [reviewer, unit] : [unit, reviewer];
    return [...path, ...[first, second].filter((step) => step !== undefined), ...rest];
  };
  return finished(unitIds, reviewerIds, cells, placeOf);
}

function fromObject(
  ratings: Readonly<Record<string, Readonly<Record<string, Cell>>>>,
  options: RatingOptions,
  path: Path,
): Result<RatingSource> {
  const outer = Object.keys(ratings);
  const inner = [...new Set(Object.values(ratings).flatMap((row) => Object.keys(row)))];
  const byReviewer = options.rows === 'reviewers';
  const unitIds = options.units ?? (byReviewer ? inner : outer);
  const reviewerIds = options.reviewers ?? (byReviewer ? outer : inner);
  const cellOf = (first: string, second: string): Cell => {
    const row = Object.hasOwn(ratings, first) ? ratings[first] : undefined;
    return row && Object.hasOwn(row, second) ? (row[second] as Cell) : null;
  };
  const known = (names: readonly string[], wanted: readonly string[], what: string) =>
    wanted.filter((id) => !names.includes(id)).map((id) => refusal('ratings-name-unknown', path, { id, what }));
  const refusals = [
    ...known(unitIds, byReviewer ? inner : outer, 'units'),
    ...known(reviewerIds, byReviewer ? outer : inner, 'reviewers'),
  ];
  if (refusals.length > 0) return refuse(refusals);
  const cells = unitIds.map((unit) =>
    reviewerIds.map((reviewer) => (byReviewer ? cellOf(reviewer, unit) : cellOf(unit, reviewer))),
  );
  return finished(unitIds, reviewerIds, cells, (place) => [
    ...path,
    ...named(place, byReviewer ? [] : unitIds, byReviewer ? [] : reviewerIds),
  ]);
}

/** Places by name where the file has names; nothing where the order of the file was another. */
const named = ([unit, reviewer]: Path, unitIds: readonly string[], reviewerIds: readonly string[]): Path =>
  [unitIds[Number(unit)], reviewerIds[Number(reviewer)]].filter((step) => step !== undefined);

function fromRecords(records: readonly Record_[], options: RatingOptions, path: Path): Result<RatingSource> {
  const unitIds = options.units ?? [...new Set(records.map(({ unit }) => unit))];
  const reviewerIds = options.reviewers ?? [...new Set(records.map(({ reviewer }) => reviewer))];
  const refusals: Refusal[] = [];
  const index = new Map<string, number>();
  const keyOf = (unit: number, reviewer: number) => `${unit} ${reviewer}`;
  const cells = unitIds.map(() => reviewerIds.map((): Cell => null));
  const leftOut: { unit: string; reviewer: string; reason: LeftOut }[] = [];
  records.forEach(({ unit, reviewer, rating, cannotJudge, conflictDeclared }, place) => {
    const [row, column] = [unitIds.indexOf(unit), reviewerIds.indexOf(reviewer)];
    if (row < 0) refusals.push(refusal('ratings-name-unknown', [...path, place, 'unit'], { id: unit, what: 'units' }));
    if (column < 0)
      refusals.push(refusal('ratings-name-unknown', [...path, place, 'reviewer'], { id: reviewer, what: 'reviewers' }));
    if (row < 0 || column < 0) return;
    if (index.has(keyOf(row, column)))
      refusals.push(refusal('rating-repeated', [...path, place], { application: unit, reviewer, criterion: null }));
    index.set(keyOf(row, column), place);
    if (conflictDeclared) leftOut.push({ unit, reviewer, reason: 'conflict' });
    else (cells[row] as Cell[])[column] = cannotJudge ? 'cannot_judge' : (rating ?? null);
  });
  if (refusals.length > 0) return refuse(refusals);
  const placeOf = ([unit, reviewer]: Path): Path => {
    const place = index.get(keyOf(Number(unit), Number(reviewer)));
    return place === undefined ? path : [...path, place, 'rating'];
  };
  const source = finished(unitIds, reviewerIds, cells, placeOf);
  return source.ok ? accept({ ...source.value, leftOut: [...leftOut, ...source.value.leftOut] }) : source;
}

function nameFaults(names: readonly string[], expected: number, path: Path): readonly Refusal[] {
  if (names.length !== expected) return [refusal('ratings-names-length', path, { length: names.length, expected })];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  return repeated === undefined ? [] : [refusal('ratings-name-repeated', path, { id: repeated })];
}

/** The table with "cannot judge" taken out and noted. */
function finished(
  unitIds: readonly string[],
  reviewerIds: readonly string[],
  cells: readonly (readonly Cell[])[],
  placeOf: (place: Path) => Path,
): Result<RatingSource> {
  const leftOut: { unit: string; reviewer: string; reason: LeftOut }[] = [];
  const table = cells.map((row, unit) =>
    row.map((cell, reviewer) => {
      if (cell !== 'cannot_judge') return cell;
      leftOut.push({ unit: at(unitIds, unit), reviewer: at(reviewerIds, reviewer), reason: 'cannot_judge' });
      return null;
    }),
  );
  const faults = ratingTableFaults(table).map((fault) => ({ ...fault, path: placeOf(fault.path) }));
  return faults.length > 0 ? refuse(faults) : accept({ unitIds, reviewerIds, table, leftOut, placeOf });
}

/** Ratings that are all numbers. */
export type NumericSource = Omit<RatingSource, 'table'> & { readonly table: RatingTable };

/** The same source when every rating is a number; each label is refused with its place. */
export function numericSource(source: RatingSource): Result<NumericSource> {
  const refusals = source.table.flatMap((row, unit) =>
    row.flatMap((rating, reviewer) =>
      typeof rating === 'string'
        ? [refusal('rating-not-a-number', source.placeOf([unit, reviewer]), { value: rating })]
        : [],
    ),
  );
  return refusals.length > 0 ? refuse(refusals) : accept({ ...source, table: source.table as RatingTable });
}

/** A refusal of the computation, with places in the table turned into places in the file, and options under the task. */
export function inFile(
  refusals: readonly Refusal[],
  source: Pick<RatingSource, 'placeOf'>,
  base: Path,
): readonly Refusal[] {
  return refusals.map((entry) => ({
    ...entry,
    path: typeof entry.path[0] === 'string' ? [...base, ...entry.path] : source.placeOf(entry.path),
  }));
}
