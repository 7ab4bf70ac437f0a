import type { ProblemFile, ProjectInput, WrittenFile } from './problem-file';
import { idsInTable, isNested, listsByName } from './nested-columns';
import { positionNames } from './position-names';
import { withIncome } from './with-income';

/**
 * Writes the short forms of a problem file out: columns by project become lists, projects get ids, one cost is everybody's, tasks
 * given by name become tasks, and income becomes a cost saved.
 *
 * Rule    Ids left out are the project's name, else its number. Columns by project name the projects when `ids` do not: those of `cost`
 *         first. Nothing here refuses anything: a column that does not fit comes out with gaps that the readers complain of.
 */
export function writtenOut(file: WrittenFile): ProblemFile {
  const { projects, value, values, cost, group, years, otherResources, tasks, ...rest } = file;
  const listedYears = years && (Array.isArray(years) ? years : yearsOf(years));
  const resources = positionNames({ years: listedYears, budget: file.budget });
  const ids = file.ids ?? idsOf(file, resources);
  const inOrder = <Cell>(column: Column<Cell>): Cell[] =>
    Array.isArray(column) ? column : ordered(column, ids ?? Object.keys(column));
  const [plain, byName] = valueColumns(values, ids);
  const count =
    ids?.length ?? [value, plain].find(Array.isArray)?.length ?? Object.values(byName ?? {})[0]?.length ?? 0;
  const written: ProblemFile = {
    ...rest,
    ...(ids && { ids: [...ids] }),
    ...(projects && { projects: listedProjects(projects) }),
    ...((value ?? plain) !== undefined && { value: inOrder((value ?? plain)!) }),
    ...(byName && { values: byName }),
    ...(cost !== undefined && { cost: costColumn(cost, inOrder, count, ids, resources) }),
    ...(group && { group: inOrder(group) }),
    ...(listedYears && { years: listedYears }),
    ...(otherResources && { otherResources: otherResourcesOf(otherResources) }),
    ...(tasks !== undefined && { tasks: (Array.isArray(tasks) ? tasks : [tasks]).map(taskOf) }),
  };
  return withIncome(written);
}

type Column<Cell> = Cell[] | Record<string, Cell>;
type Decimal = number | string;
type CostOfFile = NonNullable<WrittenFile['cost']>;
type Ids = readonly (string | number)[];

/** A cost by project, not lists by resource. */
const isByProject = (cost: CostOfFile | undefined): cost is Record<string, Decimal> =>
  typeof cost === 'object' && !Array.isArray(cost) && Object.values(cost).every((cell) => typeof cell !== 'object');

/** The ids that columns by project give; null when none does. */
function idsOf({ cost, value, values, group, projects }: WrittenFile, resources: readonly string[]): Ids | null {
  if (projects) return null;
  const byProject = [isByProject(cost) ? cost : undefined, value, group].find(
    (column) => typeof column === 'object' && !Array.isArray(column),
  );
  if (byProject) return Object.keys(byProject);
  if (typeof cost === 'object' && isNested(cost)) return idsInTable(cost, resources);
  return values && isNested(values) ? idsInTable(values, []) : null;
}

/** In the order of the ids; cells of unknown ids come last, so that the lengths tell that something does not fit. */
function ordered<Cell>(column: Record<string, Cell>, ids: Ids): Cell[] {
  const known = new Set(ids.map(String));
  const others = Object.keys(column).filter((key) => !known.has(key));
  return [...known, ...others].flatMap((key) => (Object.hasOwn(column, key) ? [column[key] as Cell] : []));
}

type Scored = NonNullable<ProblemFile['value']>[number];

/** `values`: a plain column of one value, or a column for each name. */
function valueColumns(
  values: WrittenFile['values'],
  ids: Ids | null,
): readonly [plain: Scored[] | undefined, byName: Record<string, Scored[]> | undefined] {
  if (!values) return [undefined, undefined];
  if (!Array.isArray(values)) {
    const isByName = ids !== null && isNested(values);
    return [undefined, isByName ? listsByName<Scored>(values, ids, []) : (values as Record<string, Scored[]>)];
  }
  const rows = values.filter(isRow);
  if (rows.length === 0 || rows.length < values.length) return [values as Scored[], undefined];
  return [undefined, columnsOfRows(rows as Record<string, Scored>[])];
}

/** An object by name, not a value between ends. */
const isRow = (cell: unknown): boolean =>
  typeof cell === 'object' && cell !== null && !Array.isArray(cell) && !('low' in cell && 'high' in cell);

/** Rows by name as a list for each name; what a row leaves out is `empty`, or a cell short. */
function columnsOfRows<Cell>(rows: readonly Record<string, Cell>[], empty?: Cell): Record<string, Cell[]> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      rows.flatMap((row) => {
        const cell = Object.hasOwn(row, name) ? row[name] : empty;
        return cell === undefined ? [] : [cell];
      }),
    ]),
  );
}

/** Costs in one of the forms that the readers know. A resource that a project does not name costs it nothing. */
function costColumn(
  cost: CostOfFile,
  inOrder: (column: Column<Decimal>) => Decimal[],
  count: number,
  ids: Ids | null,
  resources: readonly string[],
): NonNullable<ProblemFile['cost']> {
  if (typeof cost !== 'object') return Array.from({ length: count }, () => cost);
  if (Array.isArray(cost))
    return cost.length > 0 && cost.every(isRow)
      ? columnsOfRows<Decimal>(cost as Record<string, Decimal>[], 0)
      : (cost as Decimal[]);
  if (isNested(cost) && ids) return listsByName<Decimal>(cost, ids, resources, 0);
  return isByProject(cost) ? inOrder(cost) : (cost as Record<string, Decimal[]>);
}

const otherResourcesOf = (
  resources: NonNullable<WrittenFile['otherResources']>,
): NonNullable<ProblemFile['otherResources']> =>
  Array.isArray(resources)
    ? resources.map((resource) => (typeof resource === 'string' ? { id: resource } : resource))
    : Object.entries(resources).map(([id, ceiling]) => ({ id, ceiling }));

type ProjectsOfFile = NonNullable<WrittenFile['projects']>;

const listedProjects = (projects: ProjectsOfFile): ProjectInput[] =>
  Array.isArray(projects)
    ? projects.map((project, index) => ({ ...project, id: project.id ?? shortName(project.name) ?? index + 1 }))
    : Object.entries(projects).map(([id, project]) => ({ ...project, id: project.id ?? id }));

/** A name that can serve as an id. */
const shortName = (name: string | undefined): string | undefined => (name && name.length <= 200 ? name : undefined);

const yearsOf = (ceilings: Record<string, number | string>): NonNullable<ProblemFile['years']> =>
  Object.entries(ceilings).map(([year, ceiling]) => ({ year: Number(year), ceiling }));

type TaskOfFile = Exclude<NonNullable<WrittenFile['tasks']>, unknown[]>;

const taskOf = (task: TaskOfFile): NonNullable<ProblemFile['tasks']>[number] =>
  typeof task === 'string' ? { task } : task;
