import type { Path } from '@fordela/domain';
import type { ProblemFile, ProjectInput } from './problem-file';
import type { Reading } from './reading';

/** A project as the file gives it, whichever way, and where its fields stand. */
export interface ListedProject {
  readonly id: string;
  readonly input: ProjectInput;
  readonly pathOf: (...steps: (string | number)[]) => Path;
}

/** The projects of the file in its order: the objects of `projects`, or the columns `value`, `values`, `cost`, `group`, `ids`. */
export function readProjectList(file: ProblemFile, reading: Reading): readonly ListedProject[] {
  const columns = (['ids', 'value', 'values', 'cost', 'group'] as const).filter((key) => file[key] !== undefined);
  if (file.projects && columns.length > 0)
    reading.refuse('allocation-two-ways', [columns[0] as string], { one: 'projects', other: columns[0] as string });
  const listed = file.projects
    ? file.projects.map((input, index) => ({
        id: String(input.id),
        input,
        pathOf: (...steps: (string | number)[]) => ['projects', index, ...steps],
      }))
    : fromColumns(file, reading);
  const seen = new Set<string>();
  for (const { id, pathOf } of listed) {
    if (seen.has(id)) reading.refuse('allocation-duplicate-id', pathOf('id'), { id });
    seen.add(id);
  }
  return listed;
}

function fromColumns(file: ProblemFile, reading: Reading): readonly ListedProject[] {
  const named = Object.entries(file.values ?? {});
  const count = columnCount(file);
  const costs = costColumn(file, count, reading);
  const checked: readonly (readonly [string, number | undefined])[] = [
    ['ids', file.ids?.length],
    ['group', file.group?.length],
    ['cost', costs?.length],
    ...named.map(([key, column]) => [key, column.length] as const),
  ];
  for (const [key, length] of checked)
    if (length !== undefined && length !== count)
      reading.refuse('allocation-column-length', [key], { column: key, length, expected: count });
  return Array.from({ length: count }, (_, index) => {
    const group = file.group?.[index];
    const input: ProjectInput = {
      id: file.ids?.[index] ?? String(index + 1),
      ...(file.value?.[index] !== undefined && { value: file.value[index] }),
      ...(named.length > 0 && {
        values: Object.fromEntries(named.map(([key, column]) => [key, column[index] ?? 0])),
      }),
      ...(costs?.[index] !== undefined && { cost: costs[index] }),
      ...(group !== undefined && { group }),
    };
    return {
      id: String(input.id),
      input,
      pathOf: (first?: string | number, ...rest: (string | number)[]) =>
        first === undefined ? [index] : [first === 'id' ? 'ids' : first, index, ...rest],
    };
  });
}

/** How many projects the columns speak of. */
export const columnCount = (file: ProblemFile): number =>
  file.value?.length ?? file.ids?.length ?? Object.values(file.values ?? {})[0]?.length ?? costLength(file);

/** How many projects the costs alone speak of. */
function costLength({ cost, costRows }: ProblemFile): number {
  if (!cost) return 0;
  if (!Array.isArray(cost)) return Object.values(cost)[0]?.length ?? 0;
  const first = cost[0];
  return costRows === 'resources' && Array.isArray(first) ? first.length : cost.length;
}

/** The cost of each project: one number, a list by resource, or an object by resource. */
function costColumn(file: ProblemFile, count: number, reading: Reading): ProjectInput['cost'][] | null {
  const { cost } = file;
  if (cost === undefined) return null;
  if (!Array.isArray(cost)) {
    for (const [key, column] of Object.entries(cost))
      if (column.length !== count)
        reading.refuse('allocation-column-length', ['cost', key], {
          column: key,
          length: column.length,
          expected: count,
        });
    return Array.from({ length: count }, (_, index) =>
      Object.fromEntries(Object.entries(cost).map(([key, column]) => [key, column[index] ?? 0])),
    );
  }
  if (cost.length === 0 || !Array.isArray(cost[0])) return cost as (number | string)[];
  return costTable(cost as (number | string)[][], file.costRows, count, reading);
}

/**
 * Rule    As many rows as projects: a row is a project. As many columns as projects: a row is a resource. A square table can be
 *         read both ways, so `costRows` must say which, unless both readings are the same.
 */
function costTable(
  rows: (number | string)[][],
  stated: ProblemFile['costRows'],
  count: number,
  reading: Reading,
): ProjectInput['cost'][] {
  const isSquare = rows.length === count && rows.every((row) => row.length === count);
  if (stated === undefined && isSquare && rows.some((row, i) => row.some((cell, j) => cell !== rows[j]?.[i])))
    reading.refuse('allocation-cost-square', ['cost'], { size: count });
  if (!rowsAreResources(rows, stated, count)) return rows;
  rows.forEach((row, index) => {
    if (row.length !== count)
      reading.refuse('allocation-column-length', ['cost', index], {
        column: `cost ${index + 1}`,
        length: row.length,
        expected: count,
      });
  });
  return Array.from({ length: count }, (_, index) => rows.map((row) => row[index] ?? 0));
}

/** Whether a row of costs is a resource's; otherwise a project's. */
export const rowsAreResources = (
  rows: readonly (readonly unknown[])[],
  stated: ProblemFile['costRows'],
  count: number,
): boolean => stated === 'resources' || (stated === undefined && rows.length !== count && rows[0]?.length === count);
