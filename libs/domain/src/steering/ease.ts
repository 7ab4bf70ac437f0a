import type { Application } from '../round';

/**
 * How little effort each project takes beside the others, 0–1: one minus its total cost as a part of the largest. The second axis
 * of a prioritisation matrix that asks for effort instead of readiness.
 *
 * Shapes  One value per application, by id.
 * Edges   Without a stated cost (0 or less): null, and it is no measure for the others. The largest gets 0.
 */
export function easeByCost(applications: readonly Application[]): ReadonlyMap<string, number | null> {
  const costs = applications.map(({ id, project }) => [id, project.totalCostSek] as const);
  const largest = Math.max(0, ...costs.map(([, cost]) => cost));
  return new Map(costs.map(([id, cost]) => [id, cost > 0 ? 1 - cost / largest : null]));
}
