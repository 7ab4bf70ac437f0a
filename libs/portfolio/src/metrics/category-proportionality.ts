import type { Election } from '../fair/election';
import { Fraction, sumFractions } from '../fair/fraction';

/** Money by category: what is funded, what the voters asked for, and how near they are. */
export interface CategoryProportionality {
  /** exp(−mean squared difference of the shares): 1 when the funded money is divided as the voters wish. */
  readonly score: number;
  readonly categories: readonly {
    readonly category: string;
    /** Part of the funded money in this category. A project with several categories counts wholly in each. */
    readonly fundedShare: number;
    /** Mean over voters of the part of their ballot's cost in this category. */
    readonly wishedShare: number;
  }[];
  /** Voters left out because their ballot costs nothing. */
  readonly votersWithoutWishes: number;
}

/**
 * How well the division of money between categories follows the ballots.
 *
 * Shapes  categories: those to compare, also ones no project has.
 * Edges   Null when there is no category, nothing funded costs anything, or no ballot costs anything.
 * Source  pabutools, category_proportionality; Faliszewski et al., Participatory Budgeting: Data, Tools and Analysis (IJCAI 2023).
 */
export function categoryProportionality(
  election: Election,
  funded: Iterable<number>,
  categories: readonly string[],
): CategoryProportionality | null {
  const inFunded = shares(election, [...funded], categories);
  if (!inFunded || categories.length === 0) return null;
  const wished = categories.map(() => Fraction.zero);
  let [voters, without] = [0, 0];
  for (const ballot of election.ballots) {
    const own = shares(election, ballot.projects, categories);
    if (!own) without += ballot.weight;
    else {
      voters += ballot.weight;
      own.forEach((share, index) => (wished[index] = wished[index]!.plus(share.times(ballot.weight))));
    }
  }
  if (voters === 0) return null;
  const meanWished = wished.map((sum) => sum.over(voters));
  const squares = inFunded.map((share, index) => share.minus(meanWished[index]!)).map((gap) => gap.times(gap));
  return {
    score: Math.exp(-sumFractions(squares).over(categories.length).toNumber()),
    categories: categories.map((category, index) => ({
      category,
      fundedShare: inFunded[index]!.toNumber(),
      wishedShare: meanWished[index]!.toNumber(),
    })),
    votersWithoutWishes: without,
  };
}

/** The part of the projects' cost in each category; null when they cost nothing. */
function shares(election: Election, indexes: readonly number[], categories: readonly string[]): Fraction[] | null {
  const projects = indexes.map((index) => election.projects[index]!);
  const total = sumFractions(projects.map((project) => project.cost));
  if (total.sign() === 0) return null;
  return categories.map((category) =>
    sumFractions(projects.filter((p) => p.categories.includes(category)).map((p) => p.cost)).over(total),
  );
}
