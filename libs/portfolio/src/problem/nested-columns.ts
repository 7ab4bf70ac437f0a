/** Cells by two names, such as year and project. */
type Nested<Cell> = Readonly<Record<string, Readonly<Record<string, Cell>>>>;

const innerKeys = (table: Nested<unknown>): readonly string[] => [
  ...new Set(Object.values(table).flatMap((row) => Object.keys(row))),
];

/** Objects in an object, both with something in them. */
export const isNested = (table: object): table is Nested<number | string> =>
  !Array.isArray(table) &&
  Object.keys(table).length > 0 &&
  Object.values(table).every((row) => typeof row === 'object' && row !== null && !Array.isArray(row));

/**
 * Whether the outer names of a table are the projects', which it may not say.
 *
 * Rule    They are when all of them are known ids and not all of the inner ones are; without known ids, when the inner names are all known
 *         names of what the table is by and not all of the outer ones are. Otherwise the projects stand inside.
 */
export function projectsOutside(
  table: Nested<unknown>,
  ids: readonly (string | number)[] | null,
  names: readonly string[],
): boolean {
  const [outer, inner] = [Object.keys(table), innerKeys(table)];
  const all = (keys: readonly string[], known: ReadonlySet<string>) => keys.every((key) => known.has(key));
  if (ids) {
    const known = new Set(ids.map(String));
    return all(outer, known) && !all(inner, known);
  }
  const known = new Set(names);
  return all(inner, known) && !all(outer, known);
}

/** The ids that a table gives. */
export const idsInTable = (table: Nested<unknown>, names: readonly string[]): readonly string[] =>
  projectsOutside(table, null, names) ? Object.keys(table) : innerKeys(table);

/**
 * The table as a list for each name, in the order of the ids; cells of unknown ids come last.
 *
 * Edges   A missing cell is `empty`; without one the list is a cell short, so that its length tells.
 */
export function listsByName<Cell>(
  table: Nested<Cell>,
  ids: readonly (string | number)[],
  names: readonly string[],
  empty?: Cell,
): Record<string, Cell[]> {
  const outside = projectsOutside(table, ids, names);
  const [projects, columns] = outside ? [Object.keys(table), innerKeys(table)] : [innerKeys(table), Object.keys(table)];
  const cellOf = (project: string, column: string): Cell | undefined =>
    outside ? table[project]?.[column] : table[column]?.[project];
  const known = ids.map(String);
  const inOrder = [...known, ...projects.filter((id) => !known.includes(id))];
  return Object.fromEntries(
    columns.map((column) => [
      column,
      inOrder.flatMap((project) => {
        const cell = cellOf(project, column) ?? (known.includes(project) ? empty : undefined);
        return cell === undefined ? [] : [cell];
      }),
    ]),
  );
}
