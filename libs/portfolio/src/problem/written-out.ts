import type { BallotType } from './allocation-problem';
import type { ProblemFile, ProjectInput, VoterInput, WrittenFile } from './problem-file';
import { withIncome } from './with-income';

/**
 * Writes the short forms of a problem file out: columns by project become lists, projects get ids, one cost is everybody's, tasks
 * given by name become tasks, and income becomes a cost saved.
 *
 * Rule    Ids left out are the project's name, else its number. Columns by project name the projects when `ids` do not: those of `cost`
 *         first. Nothing here refuses anything: a column that does not fit comes out with gaps that the readers complain of.
 */
export function writtenOut(file: WrittenFile): ProblemFile {
  const { projects, value, values, cost, group, years, ballots, tasks, ...rest } = file;
  const ids = file.ids ?? idsOf(file);
  const inOrder = <Cell>(column: Cell[] | Record<string, Cell>): Cell[] =>
    Array.isArray(column) ? column : ordered(column, ids ?? Object.keys(column));
  const plain = Array.isArray(values) ? values : undefined;
  const count = ids?.length ?? [value, plain].find(Array.isArray)?.length ?? firstLength(file) ?? 0;
  const written: ProblemFile = {
    ...rest,
    ...(ids && { ids }),
    ...(projects && { projects: listedProjects(projects) }),
    ...((value ?? plain) !== undefined && { value: inOrder((value ?? plain)!) }),
    ...(values && !Array.isArray(values) && { values }),
    ...(cost !== undefined && { cost: costColumn(cost, inOrder, count) }),
    ...(group && { group: inOrder(group) }),
    ...(years && { years: Array.isArray(years) ? years : yearsOf(years) }),
    ...(ballots && { ballots: ballotsOf(ballots) }),
    ...(tasks !== undefined && { tasks: (Array.isArray(tasks) ? tasks : [tasks]).map(taskOf) }),
  };
  return withIncome(written);
}

type Column<Cell> = Cell[] | Record<string, Cell>;
type CostOfFile = NonNullable<WrittenFile['cost']>;

/** A cost by project, not lists by resource. */
const isByProject = (cost: CostOfFile | undefined): cost is Record<string, number | string> =>
  typeof cost === 'object' && !Array.isArray(cost) && Object.values(cost).every((cell) => !Array.isArray(cell));

/** The ids that columns by project give; null when none does. */
function idsOf({ cost, value, group, projects }: WrittenFile): string[] | null {
  if (projects) return null;
  const byProject = [isByProject(cost) ? cost : undefined, value, group].find(
    (column) => typeof column === 'object' && !Array.isArray(column),
  );
  return byProject ? Object.keys(byProject) : null;
}

/** In the order of the ids; cells of unknown ids come last, so that the lengths tell that something does not fit. */
function ordered<Cell>(column: Record<string, Cell>, ids: readonly (string | number)[]): Cell[] {
  const known = new Set(ids.map(String));
  const others = Object.keys(column).filter((key) => !known.has(key));
  return [...known, ...others].flatMap((key) => (Object.hasOwn(column, key) ? [column[key] as Cell] : []));
}

function firstLength({ values }: WrittenFile): number | undefined {
  return values && !Array.isArray(values) ? Object.values(values)[0]?.length : undefined;
}

function costColumn(
  cost: CostOfFile,
  inOrder: (column: Column<number | string>) => (number | string)[],
  count: number,
): NonNullable<ProblemFile['cost']> {
  if (typeof cost !== 'object') return Array.from({ length: count }, () => cost);
  if (Array.isArray(cost)) return cost;
  return isByProject(cost) ? inOrder(cost) : (cost as Record<string, (number | string)[]>);
}

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

const typeNames: Readonly<Record<string, BallotType>> = {
  cumulative: 'utility',
  scoring: 'utility',
  ordinal: 'ranking',
};

function ballotsOf(ballots: NonNullable<WrittenFile['ballots']>): NonNullable<ProblemFile['ballots']> {
  if (Array.isArray(ballots)) return ballots;
  if (isFull(ballots)) return { ...ballots, type: typeNames[ballots.type] ?? (ballots.type as BallotType) };
  return Object.entries(ballots).map(([id, ballot]): VoterInput =>
    Array.isArray(ballot) ? { id, approves: ballot } : { id, utilities: ballot },
  );
}

type FullBallots = Extract<WrittenFile['ballots'], { voters: VoterInput[] }>;

const isFull = (ballots: object): ballots is FullBallots =>
  'type' in ballots && typeof ballots.type === 'string' && 'voters' in ballots && Array.isArray(ballots.voters);
