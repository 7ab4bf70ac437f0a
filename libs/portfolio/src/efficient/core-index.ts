import type { Choice } from '../optimise/choice';
import type { ConstraintSystem } from '../optimise/constraints';
import type { AllocationProblem } from '../problem/allocation-problem';
import type { CompiledChoices } from './choice-model-of';

/** How often a project is in the portfolios that could be right, and what that means for deciding. */
export interface ProjectCore {
  readonly project: string;
  /** Share of the portfolios that fund the project at some level. */
  readonly coreIndex: number;
  /** `safe_yes`: in all of them (core). `safe_no`: in none (exterior). `discuss`: in some (borderline). */
  readonly decision: 'safe_yes' | 'safe_no' | 'discuss';
  /** Share of the portfolios with each level. */
  readonly levels: Readonly<Record<string, number>>;
}

/**
 * The core index of every project over a set of portfolios.
 *
 * Shapes  inclusion: by block and option, in how many portfolios it is chosen; total: how many portfolios.
 * Edges   total 0: no project has an index (empty list).
 * Source  Liesiö, Mild & Salo, "Preference programming for robust portfolio modeling and project selection", European Journal
 *         of Operational Research 181 (2007) 1488–1505: core index 1 = core, 0 = exterior, between = borderline.
 */
export function coreIndexes(
  system: ConstraintSystem,
  compiled: CompiledChoices,
  inclusion: readonly (readonly number[])[],
  total: number,
): readonly ProjectCore[] {
  if (total === 0) return [];
  const counts = new Map<string, Map<string, number>>();
  compiled.columns.forEach((columns, b) =>
    columns.forEach((place, o) => {
      const column = system.columns[place];
      if (column?.kind !== 'level') return;
      const own = counts.get(column.project.id) ?? new Map<string, number>();
      own.set(column.level.id, inclusion[b]?.[o] ?? 0);
      counts.set(column.project.id, own);
    }),
  );
  return coresOf(system.problem, counts, total);
}

/** The same over portfolios that are listed one by one. */
export function coreOfPortfolios(problem: AllocationProblem, portfolios: readonly Choice[]): readonly ProjectCore[] {
  if (portfolios.length === 0) return [];
  const counts = new Map<string, Map<string, number>>();
  for (const choice of portfolios)
    for (const [project, level] of Object.entries(choice)) {
      const own = counts.get(project) ?? new Map<string, number>();
      own.set(level, (own.get(level) ?? 0) + 1);
      counts.set(project, own);
    }
  return coresOf(problem, counts, portfolios.length);
}

function coresOf(
  problem: AllocationProblem,
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  total: number,
): readonly ProjectCore[] {
  return problem.projects
    .filter(({ alreadyDone }) => !alreadyDone)
    .map((project): ProjectCore => {
      const own = counts.get(project.id);
      const funded = [...(own?.values() ?? [])].reduce((sum, count) => sum + count, 0);
      return {
        project: project.id,
        coreIndex: funded / total,
        decision: funded === total ? 'safe_yes' : funded === 0 ? 'safe_no' : 'discuss',
        levels: Object.fromEntries(project.levels.map(({ id }) => [id, (own?.get(id) ?? 0) / total])),
      };
    });
}
