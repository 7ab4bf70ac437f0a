import type { ProblemFile, ProjectInput } from './problem-file';
import { fractionOf } from './fraction';
import { positionNames } from './position-names';
import { columnCount, rowsAreResources } from './read-project-list';

type Costs = Record<string, number | string>;

const isIncome = (amount: number | string): boolean => (fractionOf(amount)?.numerator ?? 0n) < 0n;

/**
 * Negative costs of a project given by year or resource are income: money that being funded brings in there, as in capital budgeting.
 * They become a synergy of the project alone, which is how a cost saved is counted everywhere.
 *
 * Edges   A negative cost that is one number, or stands in a level, is left for the readers to refuse.
 */
export function withIncome(file: ProblemFile): ProblemFile {
  if (!file.projects) return withColumnIncome(file);
  const names = positionNames(file);
  const income: NonNullable<ProblemFile['synergies']> = [];
  const projects = file.projects?.map((project): ProjectInput => {
    const { cost, levels, id } = project;
    if (levels || typeof cost !== 'object') return project;
    const byName: Costs = Array.isArray(cost)
      ? Object.fromEntries(cost.map((amount, index) => [names[index] ?? String(index + 1), amount]))
      : cost;
    const entries = Object.entries(byName);
    const saved = entries.filter(([, amount]) => isIncome(amount));
    if (saved.length === 0) return project;
    const groups = { ...(project.group !== undefined && { group: project.group }), ...project.groups };
    income.push({
      id: `income-${id}`,
      projects: [id],
      cost: Object.fromEntries(saved),
      ...(Object.keys(groups).length > 0 && { groups }),
    });
    return {
      ...project,
      cost: Object.fromEntries(entries.map(([key, amount]) => [key, isIncome(amount) ? 0 : amount])),
    };
  });
  if (income.length === 0) return file;
  return { ...file, projects, synergies: [...(file.synergies ?? []), ...income] };
}

/** The same for costs as columns: rows, or lists by resource. */
function withColumnIncome(file: ProblemFile): ProblemFile {
  const { cost } = file;
  if (!cost || (Array.isArray(cost) && !Array.isArray(cost[0]))) return file;
  const names = positionNames(file);
  const count = columnCount(file);
  const income = new Map<number, Costs>();
  const spent = (project: number, resource: string | number, amount: number | string) => {
    if (!isIncome(amount)) return amount;
    const name = typeof resource === 'string' ? resource : (names[resource] ?? String(resource + 1));
    income.set(project, { ...income.get(project), [name]: amount });
    return 0;
  };
  const costs = Array.isArray(cost)
    ? (cost as (number | string)[][]).map((row, i, rows) =>
        rowsAreResources(rows, file.costRows, count)
          ? row.map((amount, j) => spent(j, i, amount))
          : row.map((amount, j) => spent(i, j, amount)),
      )
    : Object.fromEntries(
        Object.entries(cost).map(([resource, column]) => [
          resource,
          column.map((amount, j) => spent(j, resource, amount)),
        ]),
      );
  if (income.size === 0) return file;
  const synergies = [...income].map(([index, saved]) => {
    const id = file.ids?.[index] ?? String(index + 1);
    const group = file.group?.[index];
    return { id: `income-${id}`, projects: [id], cost: saved, ...(group !== undefined && { groups: { group } }) };
  });
  return { ...file, cost: costs, synergies: [...(file.synergies ?? []), ...synergies] };
}
