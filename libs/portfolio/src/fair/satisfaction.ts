import { accept, invariant, refusal, refuse, type Result } from '@fordela/domain';
import type { Ballot, Election } from './election';
import { Fraction, sumFractions } from './fraction';

/**
 * How much one funded project is worth to a voter who supports it. Additive: the worth of a set is the sum.
 *
 * - `cost`: the money the project gets. Large projects count more.
 * - `cardinality`: 1. Every project counts the same.
 * - `share`: cost / number of supporters: the voter's part of the money (also called effort).
 * - `cost_sqrt`: √cost, rounded down to six decimals: between the two first.
 * - `relative_cost`: cost / the most that could be spent on this ballot's projects within the budget.
 * - `relative_cardinality`: 1 / the most of this ballot's projects that the budget could hold.
 * - `utilities`: the points on the ballot (cumulative and scoring ballots).
 * - `borda`: the number of projects the voter ranked below it (ordinal ballots); the last one is worth 0.
 *
 * Source  Brill, Forster, Lackner, Maly & Peters, Proportionality in Approval-Based Participatory Budgeting (AAAI 2023);
 *         Lackner, Maly & Rey, Fairness in Long-Term Participatory Budgeting (2021) for share.
 */
export const satisfactionMeasures = [
  'cost',
  'cardinality',
  'share',
  'cost_sqrt',
  'relative_cost',
  'relative_cardinality',
  'utilities',
  'borda',
] as const;
export type SatisfactionMeasure = (typeof satisfactionMeasures)[number];

/** Refuses a measure the ballots cannot tell: points need points, Borda needs ranks. */
export function checkMeasure(election: Election, measure: SatisfactionMeasure): Result<SatisfactionMeasure> {
  const hasPoints = election.ballotKind === 'cumulative' || election.ballotKind === 'scoring';
  if (measure === 'utilities' && !hasPoints)
    return refuse([refusal('fair-measure-needs-points', ['measure'], { kind: election.ballotKind })]);
  if (measure === 'borda' && election.ballotKind !== 'ordinal')
    return refuse([refusal('fair-measure-needs-ranks', ['measure'], { kind: election.ballotKind })]);
  return accept(measure);
}

/** Is the project at this place of the ballot supported at all? Points of 0 or below are no support; a mere mention is. */
export function isSupport(ballot: Ballot, place: number): boolean {
  return ballot.utilities === null || (ballot.utilities[place] as Fraction).sign() > 0;
}

/** Worth of a project = `scale` of the project × `amount` of the ballot: what both have in common is kept apart. */
export interface Worth {
  /** Per project. */
  readonly scale: readonly Fraction[];
  /** By ballot and place on it; null where every amount is 1. */
  readonly amounts: ((ballot: Ballot) => readonly Fraction[]) | null;
}

/**
 * The worth of every project to its supporters under a measure, as scale × amount.
 *
 * Errors  InvariantError when the measure does not suit the ballots (`checkMeasure` refuses that first).
 */
export function worthOf(election: Election, measure: SatisfactionMeasure): Worth {
  invariant(checkMeasure(election, measure).ok, `the ballots do not tell ${measure}`);
  const costs = election.projects.map((project) => project.cost);
  const ones = costs.map(() => Fraction.one);
  switch (measure) {
    case 'cost':
      return { scale: costs, amounts: null };
    case 'cardinality':
      return { scale: ones, amounts: null };
    case 'cost_sqrt':
      return { scale: costs.map(squareRoot), amounts: null };
    case 'share': {
      const supporters = supporterCounts(election);
      return {
        scale: costs.map((cost, p) => (supporters[p] ? cost.over(supporters[p]) : Fraction.zero)),
        amounts: null,
      };
    }
    case 'relative_cost':
      return { scale: costs, amounts: (ballot) => evenly(ballot, mostSpent(election, ballot)) };
    case 'relative_cardinality':
      return { scale: ones, amounts: (ballot) => evenly(ballot, mostFunded(election, ballot)) };
    case 'utilities':
      return { scale: ones, amounts: (ballot) => ballot.utilities as readonly Fraction[] };
    case 'borda':
      return {
        scale: ones,
        amounts: (ballot) => ballot.projects.map((_, rank) => Fraction.of(ballot.projects.length - 1 - rank)),
      };
  }
}

/** Supporters of each project, each ballot counted with its weight. */
export function supporterCounts(election: Election): readonly number[] {
  const counts = election.projects.map(() => 0);
  for (const ballot of election.ballots)
    ballot.projects.forEach((project, place) => {
      if (isSupport(ballot, place)) counts[project] = (counts[project] as number) + ballot.weight;
    });
  return counts;
}

/** What each voter gets from a set of funded projects, in ballot order, exact. */
export function satisfactions(
  election: Election,
  funded: Iterable<number>,
  measure: SatisfactionMeasure,
): readonly Fraction[] {
  const { scale, amounts } = worthOf(election, measure);
  const isFunded = new Set(funded);
  return election.ballots.map((ballot) => {
    const amount = amounts?.(ballot);
    return sumFractions(
      ballot.projects.flatMap((project, place) => {
        if (!isFunded.has(project) || !isSupport(ballot, place)) return [];
        const worth = scale[project] as Fraction;
        return [amount ? worth.times(amount[place] as Fraction) : worth];
      }),
    );
  });
}

/** √value rounded down to six decimals, by whole-number arithmetic only: the same on every machine. */
function squareRoot(value: Fraction): Fraction {
  const target = value.times(10n ** 12n).floor();
  if (target < 2n) return Fraction.of(target, 10n ** 6n);
  let root = 1n << BigInt(Math.ceil(target.toString(2).length / 2));
  for (;;) {
    const next = (root + target / root) >> 1n;
    if (next >= root) return Fraction.of(root, 10n ** 6n);
    root = next;
  }
}

const evenly = (ballot: Ballot, most: Fraction): readonly Fraction[] => {
  const part = most.sign() > 0 ? Fraction.one.over(most) : Fraction.zero;
  return ballot.projects.map(() => part);
};

function supportedCosts(election: Election, ballot: Ballot): readonly Fraction[] {
  return ballot.projects
    .filter((_, place) => isSupport(ballot, place))
    .map((project) => (election.projects[project] as Election['projects'][number]).cost);
}

function mostFunded(election: Election, ballot: Ballot): Fraction {
  let [count, left] = [0, election.budget];
  for (const cost of [...supportedCosts(election, ballot)].sort((a, b) => a.compare(b))) {
    left = left.minus(cost);
    if (left.sign() < 0) break;
    count += 1;
  }
  return Fraction.of(count);
}

/** The largest sum of costs within the budget: all reachable sums, in order, without doubles. */
function mostSpent(election: Election, ballot: Ballot): Fraction {
  const costs = supportedCosts(election, ballot);
  const all = sumFractions(costs);
  if (all.compare(election.budget) <= 0) return all;
  let sums: readonly Fraction[] = [Fraction.zero];
  for (const cost of costs) {
    const more = sums.map((sum) => sum.plus(cost)).filter((sum) => sum.compare(election.budget) <= 0);
    sums = [...sums, ...more]
      .sort((a, b) => a.compare(b))
      .filter((sum, index, list) => index === 0 || !sum.equals(list[index - 1] as Fraction));
  }
  return sums[sums.length - 1] as Fraction;
}
