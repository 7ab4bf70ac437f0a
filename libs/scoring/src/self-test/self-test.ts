import { compareWithPublished, selfTestOf, type PublishedCase, type SelfTest } from '@fordela/domain';
import { evaluate } from '../evaluate/evaluate';
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

/** Runs every published example through `evaluate`, as a user's file would be. */
export const selfTest = (): SelfTest =>
  selfTestOf(publishedCases().map((published) => compareWithPublished(published, evaluate(published.problem))));
