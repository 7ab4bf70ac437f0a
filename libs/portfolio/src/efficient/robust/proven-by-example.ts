import type { Path } from '@fordela/domain';
import type { AllocationProblem } from '../../problem/allocation-problem';
import { bestChoice, expectedTotals, OptimaSampler, withTotals } from '../uncertainty/sample-optima';
import { uncertainValues, type UncertaintyOptions } from '../uncertainty/uncertain-values';

/** What examples show of the portfolios that could be right, when they could not all be found. */
export interface ProvenByExample {
  readonly examples: number;
  /** In one example and not in another: to be discussed, whatever else there is. */
  readonly discuss: readonly string[];
  /** In every example, or in none: how it looks, not proven. */
  readonly alwaysIn: readonly string[];
  readonly neverIn: readonly string[];
}

/** The draws are evidence for lists, not estimates: any seed does, and this one is stated. */
export const exampleSeed = 1;

/**
 * Portfolios that could be right, by example: the best one for drawn weights and scores, each solved exactly.
 *
 * Rule    Weights are drawn inside their region and scores inside their intervals. What is best there no other portfolio
 *         dominates: the dominating one would be worth as much there, and then, being worth at least as much everywhere and the
 *         worth being linear in scores and weights apart, nowhere more.
 * Edges   Draws without a proof of their optimum do not count. Null when no portfolio keeps the limits, or the weights are too
 *         finely cornered to draw from.
 */
export function provenByExample(
  problem: AllocationProblem,
  known: Pick<UncertaintyOptions, 'weights' | 'weightInformation'>,
  draws: number,
  path: Path,
  shouldStop?: () => boolean,
): ProvenByExample | null {
  const doubt = { intervals: 'uniform', scores: [], reviewers: 'bootstrap' } as const;
  const read = uncertainValues(problem, { ...known, ...doubt }, path);
  if (!read.ok) return null;
  const uncertain = read.value;
  const { system, structure } = uncertain;
  if (!structure.feasible) return null;
  const average = bestChoice(withTotals(uncertain, expectedTotals(uncertain)));
  if (average.choices.length < structure.columns.length) return null;
  const sampler = new OptimaSampler(uncertain, exampleSeed, average.choices);
  const held = new Map(problem.projects.filter(({ alreadyDone }) => !alreadyDone).map(({ id }) => [id, 0]));
  let examples = 0;
  for (let index = 0; index < draws && !shouldStop?.(); index++) {
    const { choices, proven } = sampler.sample(index);
    if (!proven) continue;
    examples += 1;
    choices.forEach((option, b) => {
      const column = system.columns[structure.columns[b]?.[option] ?? -1];
      if (column?.kind === 'level') held.set(column.project.id, (held.get(column.project.id) ?? 0) + 1);
    });
  }
  if (examples === 0) return null;
  const where = (test: (count: number) => boolean) => [...held].filter(([, count]) => test(count)).map(([id]) => id);
  return {
    examples,
    discuss: where((count) => count > 0 && count < examples),
    alwaysIn: where((count) => count === examples),
    neverIn: where((count) => count === 0),
  };
}
