import { compareWithPublished, selfTestOf, type PublishedCase, type SelfTest } from '@fordela/domain';
import { allocate } from '../allocate/allocate';
import type { MipSolver } from '../solver/mip-solver';
import { committeeCases } from './committee-cases';
import { electionCases } from './election-cases';
import { explanationCases } from './explanation-cases';
import { knapsackCases } from './knapsack-cases';
import { liquidityCases } from './liquidity-cases';
import { metricCases } from './metric-cases';
import { priceCases } from './price-cases';
import { textbookCases } from './textbook-cases';

/** Every published example of allocation the library holds itself to. Each room brings its own list. */
export const publishedAllocationCases = (): readonly PublishedCase[] => [
  ...knapsackCases(),
  ...textbookCases(),
  ...electionCases(),
  ...committeeCases(),
  ...priceCases(),
  ...explanationCases(),
  ...metricCases(),
  ...liquidityCases(),
];

/** Runs every published example through `allocate`, as a user's file would be. */
export async function allocationSelfTest(solver: MipSolver): Promise<SelfTest> {
  const outcomes = [];
  for (const published of publishedAllocationCases())
    outcomes.push(compareWithPublished(published, await allocate(published.problem, { solver })));
  return selfTestOf(outcomes);
}
