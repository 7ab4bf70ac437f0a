import { runPublishedCase, type CaseOutcome, type PublishedCase } from './published-case';
import { groupCases } from './group-cases';
import { mcdaCases } from './mcda-cases';
import { reviewerCases } from './reviewer-cases';
import { robustnessCases } from './robustness-cases';
import { weightCases } from './weight-cases';

/** Every published example the library holds itself to. Each room brings its own list. */
export const publishedCases = (): readonly PublishedCase[] => [
  ...weightCases(),
  ...mcdaCases(),
  ...reviewerCases(),
  ...groupCases(),
  ...robustnessCases(),
];

/** What the product shows on request: "reproduces n of n". */
export interface SelfTest {
  readonly reproduced: number;
  readonly total: number;
  readonly cases: readonly CaseOutcome[];
}

/** Runs every published example through `evaluate`, as a user's file would be. */
export function selfTest(): SelfTest {
  const cases = publishedCases().map(runPublishedCase);
  return { reproduced: cases.filter(({ ok }) => ok).length, total: cases.length, cases };
}
