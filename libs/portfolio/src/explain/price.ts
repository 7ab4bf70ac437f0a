import type { AllocationProblem } from '../problem/allocation-problem';
import type { Optimum } from '../optimise/optimise';

/** What the first aim loses from one optimum to another, in its own unit, never below 0; null when either has no value. */
export function priceOf(free: Pick<Optimum, 'aims'>, forced: Pick<Optimum, 'aims'>): number | null {
  const [best, reached] = [free.aims[0]?.value ?? null, forced.aims[0]?.value ?? null];
  if (best === null || reached === null) return null;
  // Both are exact decimals read as floating point: their difference is written to the digits they have.
  return Number(Math.abs(best - reached).toPrecision(12));
}

/** Later aims' losses, for lexicographic objectives: the aims by name, before and after. */
export function aimsSideBySide(free: Pick<Optimum, 'aims'>, forced: Pick<Optimum, 'aims'>) {
  return free.aims.map(({ name, value }, index) => ({
    aim: name,
    free: value,
    forced: forced.aims[index]?.value ?? null,
  }));
}

/** Names and ids the sentences about a project need. */
export const projectParams = (problem: AllocationProblem, id: string) => ({
  project: id,
  name: problem.projects.find((project) => project.id === id)?.name ?? null,
});
