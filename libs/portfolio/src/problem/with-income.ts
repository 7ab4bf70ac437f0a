import type { ProblemFile, ProjectInput } from './problem-file';
import { positionNames } from './position-names';

type Costs = Record<string, number | string>;

/**
 * Negative costs of a project given by year or resource are income: money that being funded brings in there, as in capital budgeting.
 * They become a synergy of the project alone, which is how a cost saved is counted everywhere.
 *
 * Edges   A negative cost that is one number, or stands in a level, is left for the readers to refuse.
 */
export function withIncome(file: ProblemFile): ProblemFile {
  const names = positionNames(file);
  const income: NonNullable<ProblemFile['synergies']> = [];
  const projects = file.projects?.map((project): ProjectInput => {
    const { cost, levels, id } = project;
    if (levels || typeof cost !== 'object') return project;
    const byName: Costs = Array.isArray(cost)
      ? Object.fromEntries(cost.map((amount, index) => [names[index] ?? String(index + 1), amount]))
      : cost;
    const entries = Object.entries(byName);
    const saved = entries.filter(([, amount]) => Number(amount) < 0);
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
      cost: Object.fromEntries(entries.map(([key, amount]) => [key, Number(amount) < 0 ? 0 : amount])),
    };
  });
  if (income.length === 0) return file;
  return { ...file, projects, synergies: [...(file.synergies ?? []), ...income] };
}
