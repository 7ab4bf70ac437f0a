import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../allocate/task';
import type { AllocationProblem, FundingLevel } from '../problem/allocation-problem';
import { concentrationOverYears } from './earlier-years';
import { portfolioMetrics, spreadOf, type GrantedProject } from './portfolio-metrics';
import { maxMinFairnessBound, proportionalFairnessBound } from './price-of-fairness';

/** The tasks about how money is spread; docs/formats/allocation-problem.md, "Metrics". */
export const metricsTasks = (): readonly RegisteredTask[] => [portfolioMetricsTask, inequalityTask, fairnessBoundsTask];

const id = () => z.union([z.string().min(1), z.number()]).transform(String);

/** A portfolio: ids of projects granted what they requested, or the level of each. */
export const selectionSchema = () => z.union([z.array(id()), z.record(z.string(), z.string())]);
export type Selection = z.infer<ReturnType<typeof selectionSchema>>;

const portfolioMetricsTask = defineTask({
  name: 'portfolio-metrics',
  version: '1.0.0',
  options: () => z.strictObject({ selection: selectionSchema(), dimensions: z.array(z.string()).optional() }),
  run: (problem, { selection, dimensions }, { path }) => {
    const grants = grantsOf(problem, selection, [...path, 'selection']);
    if (!grants.ok) return grants;
    const names = dimensions ?? Object.keys(problem.dimensions);
    const unknown = names.flatMap((dimension, index) =>
      problem.dimensions[dimension]
        ? []
        : [
            refusal('fair-unknown-dimension', [...path, 'dimensions', index], {
              dimension,
              choices: Object.keys(problem.dimensions),
            }),
          ],
    );
    if (unknown.length > 0) return refuse(unknown);
    const measured = names.map((dimension) => {
      const inhabitants = problem.populations[dimension] ?? {};
      const named = problem.dimensions[dimension] ?? [];
      return { dimension, inhabitants, groups: [...new Set([...named, ...Object.keys(inhabitants)])] };
    });
    const metrics = portfolioMetrics(grants.value, measured);
    const overYears = metrics.dimensions.flatMap(({ dimension, rows }) => {
      const earlier = problem.earlierYears.filter((year) => year.dimension === dimension);
      const now = Object.fromEntries(rows.map(({ group, amount }) => [group, amount]));
      return earlier.length > 0 ? [{ dimension, ...concentrationOverYears(earlier, now) }] : [];
    });
    return accept({
      method: 'spread of money over grants and groups',
      conventions: {
        moneyUnit: `1/${problem.moneyScale} ${problem.currency}`,
        divided: 'by largest remainder',
        tags: 'in full',
      },
      observations: [],
      outcome: { ...metrics, overYears },
    });
  },
});

/** An amount ≥ 0: a number, or decimal text. */
const amount = () =>
  z.union([
    z.number().min(0),
    z
      .string()
      .regex(/^\s*\d+(\.\d+)?\s*$/)
      .transform(Number),
  ]);

const inequalityTask = defineTask({
  name: 'inequality',
  version: '1.0.0',
  options: () => z.strictObject({ amounts: z.union([z.array(amount()).min(1), z.record(z.string(), amount())]) }),
  run: (_, { amounts }) =>
    accept({
      method: 'Gini, Herfindahl–Hirschman, Jain, Theil',
      conventions: { gini: 'mean difference with replacement', herfindahl: 'shares squared; points = percent squared' },
      observations: [],
      outcome: spreadOf(Object.values(amounts)),
    }),
});

const fairnessBoundsTask = defineTask({
  name: 'fairness-bounds',
  version: '1.0.0',
  options: () =>
    z.strictObject({
      // One number is a list of one.
      parties: z.preprocess((given) => (typeof given === 'number' ? [given] : given), z.array(z.int().min(1)).min(1)),
    }),
  run: (_, { parties }) =>
    accept({
      method: 'Bertsimas, Farias & Trichakis 2011, theorems 1 and 2',
      conventions: { holdsFor: 'equal best values and divisible means' },
      observations: [],
      outcome: parties.map((n) => ({
        parties: n,
        proportional: proportionalFairnessBound(n),
        maxMin: maxMinFairnessBound(n),
      })),
    }),
});

/** The grants of a selection: money in the problem's units, at the levels chosen (the requested one unless named). */
export function grantsOf(
  problem: AllocationProblem,
  selection: Selection,
  path: Path,
): Result<readonly GrantedProject[]> {
  const entries: readonly (readonly [string, string | null])[] = Array.isArray(selection)
    ? selection.map((project) => [project, null])
    : Object.entries(selection);
  const refusals: ReturnType<typeof refusal>[] = [];
  const grants = entries.flatMap(([projectId, levelId], index): GrantedProject[] => {
    const place = Array.isArray(selection) ? index : projectId;
    const project = problem.projects.find((candidate) => candidate.id === projectId);
    if (!project) {
      refusals.push(refusal('fair-unknown-project', [...path, place], { id: projectId }));
      return [];
    }
    const level: FundingLevel | undefined =
      levelId === null ? project.levels.at(-1) : project.levels.find((candidate) => candidate.id === levelId);
    if (!level) {
      const choices = project.levels.map((candidate) => candidate.id);
      refusals.push(refusal('fair-unknown-level', [...path, place], { project: projectId, level: levelId, choices }));
      return [];
    }
    return [{ id: projectId, amountSek: level.money, groups: project.groups }];
  });
  return refusals.length > 0 ? refuse(refusals) : accept(grants);
}
