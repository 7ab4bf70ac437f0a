import * as fc from 'fast-check';
import { electionOf, type Election, type ElectionInput } from '../../libs/portfolio/src/fair/election';
import { Fraction, sumFractions } from '../../libs/portfolio/src/fair/fraction';
import { isSupport, worthOf, type SatisfactionMeasure } from '../../libs/portfolio/src/fair/satisfaction';

/** Slow and obvious versions of the rules, straight from their definitions, and random elections. Used by specs only. */

export function accepted(input: ElectionInput): Election {
  const election = electionOf(input);
  if (!election.ok) throw new Error(JSON.stringify(election.refusal));
  return election.value;
}

/** An approval election from costs by id and lists of ids. */
export function approvalElection(
  budget: string | number,
  cost: Readonly<Record<string, string | number>>,
  ballots: readonly (readonly string[])[],
): Election {
  return accepted({
    budget,
    projects: Object.entries(cost).map(([id, value]) => ({ id, cost: value })),
    ballots: ballots.map((projects) => ({ projects })),
  });
}

/** Worth of each project to each voter; weights unfolded, so that every row is one voter. */
export function worthTable(election: Election, measure: SatisfactionMeasure): Fraction[][] {
  const { scale, amounts } = worthOf(election, measure);
  return election.ballots.flatMap((ballot) => {
    const row = election.projects.map(() => Fraction.zero);
    ballot.projects.forEach((project, place) => {
      if (!isSupport(ballot, place)) return;
      row[project] = amounts ? scale[project]!.times(amounts(ballot)[place]!) : scale[project]!;
    });
    return Array.from({ length: ballot.weight }, () => row);
  });
}

/** Method of Equal Shares by its definition: every round prices every project by sorting its supporters. */
export function naiveEqualShares(
  election: Election,
  measure: SatisfactionMeasure,
  endowment: Fraction,
): { chosen: number[]; money: Fraction[]; prices: Fraction[]; tied: number[][] } {
  const worth = worthTable(election, measure);
  const money = worth.map(() => endowment);
  const supported = election.projects.map((_, p) => p).filter((p) => worth.some((row) => row[p]!.sign() > 0));
  const chosen = supported.filter((p) => election.projects[p]!.cost.sign() === 0);
  let active = supported.filter((p) => election.projects[p]!.cost.sign() > 0);
  const [prices, tied]: [Fraction[], number[][]] = [[], []];
  for (;;) {
    const offers = active.flatMap((project) => {
      const price = naivePrice(election.projects[project]!.cost, worth, money, project);
      return price ? [{ project, price }] : [];
    });
    if (offers.length === 0) return { chosen, money, prices, tied };
    const least = offers.reduce(
      (best, offer) => (offer.price.compare(best) < 0 ? offer.price : best),
      offers[0]!.price,
    );
    const winners = offers.filter((offer) => offer.price.equals(least)).map((offer) => offer.project);
    const winner = winners[0]!;
    if (winners.length > 1) tied.push(winners);
    worth.forEach((row, voter) => {
      if (row[winner]!.sign() === 0) return;
      const due = least.times(row[winner]!);
      money[voter] = due.compare(money[voter]!) < 0 ? money[voter]!.minus(due) : Fraction.zero;
    });
    chosen.push(winner);
    prices.push(least);
    active = active.filter((project) => project !== winner);
  }
}

/** The price ρ with Σ min(money, ρ × worth) = cost; null when the supporters have too little. */
export function naivePrice(cost: Fraction, worth: Fraction[][], money: Fraction[], project: number): Fraction | null {
  const supporters = worth
    .map((row, voter) => ({ worth: row[project]!, money: money[voter]! }))
    .filter((supporter) => supporter.worth.sign() > 0)
    .sort((a, b) => a.money.over(a.worth).compare(b.money.over(b.worth)));
  let missing = cost;
  let rest = sumFractions(supporters.map((supporter) => supporter.worth));
  for (const supporter of supporters) {
    const price = missing.over(rest);
    if (price.times(supporter.worth).compare(supporter.money) <= 0) return price;
    missing = missing.minus(supporter.money);
    rest = rest.minus(supporter.worth);
  }
  return null;
}

/** Phragmén's sequential rule by its definition, for approvals; ends when a project tied for next does not fit. */
export function naivePhragmen(election: Election, initialLoads?: Fraction[], start: number[] = []) {
  const worth = worthTable(election, 'cardinality');
  const loads = initialLoads ? [...initialLoads] : worth.map(() => Fraction.zero);
  const chosen: number[] = [];
  let spent = sumFractions(start.map((project) => election.projects[project]!.cost));
  const candidates = election.projects.map((_, project) => project).filter((project) => !start.includes(project));
  for (;;) {
    const offers = candidates.flatMap((project) => {
      const { cost } = election.projects[project]!;
      const supporters = worth.flatMap((row, voter) => (row[project]!.sign() > 0 ? [loads[voter]!] : []));
      if (chosen.includes(project) || supporters.length === 0 || cost.compare(election.budget) > 0) return [];
      return [{ project, load: sumFractions([cost, ...supporters]).over(supporters.length) }];
    });
    if (offers.length === 0) return { chosen, loads };
    const least = offers.reduce((best, offer) => (offer.load.compare(best) < 0 ? offer.load : best), offers[0]!.load);
    const tied = offers.filter((offer) => offer.load.equals(least)).map((offer) => offer.project);
    if (tied.some((project) => spent.plus(election.projects[project]!.cost).compare(election.budget) > 0))
      return { chosen, loads };
    const winner = tied[0]!;
    worth.forEach((row, voter) => {
      if (row[winner]!.sign() > 0) loads[voter] = least;
    });
    spent = spent.plus(election.projects[winner]!.cost);
    chosen.push(winner);
  }
}

/** All subsets of 0 … n − 1. */
export function subsets(n: number): number[][] {
  return Array.from({ length: 2 ** n }, (_, bits) =>
    Array.from({ length: n }, (__, i) => i).filter((i) => (bits >> i) & 1),
  );
}

/** Small random approval elections, rich in ties: small whole costs, sometimes decimal. */
export const approvalElections = (most = { projects: 7, ballots: 9 }): fc.Arbitrary<Election> =>
  fc
    .record({
      costs: fc.array(
        fc.oneof(
          fc.integer({ min: 0, max: 6 }),
          fc.integer({ min: 1, max: 60 }).map((c) => c / 10),
        ),
        {
          minLength: 1,
          maxLength: most.projects,
        },
      ),
      rows: fc.array(
        fc.record({
          picks: fc.array(fc.boolean(), { minLength: most.projects, maxLength: most.projects }),
          weight: fc.integer({ min: 1, max: 4 }),
        }),
        { minLength: 1, maxLength: most.ballots },
      ),
      part: fc.integer({ min: 0, max: 12 }),
    })
    .map(({ costs, rows, part }) =>
      accepted({
        budget: `${Math.round(costs.reduce((sum, cost) => sum + cost, 0) * 10 * part)}/100`,
        projects: costs.map((cost, index) => ({ id: `p${index}`, cost })),
        ballots: rows.map(({ picks, weight }) => ({
          weight,
          projects: costs.flatMap((_, index) => (picks[index] ? [`p${index}`] : [])),
        })),
      }),
    );

/** Small random elections with points. */
export const pointElections = (): fc.Arbitrary<Election> =>
  fc
    .record({
      costs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
      rows: fc.array(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom('1/3', '0.5', '2/7')), {
          minLength: 6,
          maxLength: 6,
        }),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
      budget: fc.integer({ min: 0, max: 30 }),
    })
    .map(({ costs, rows, budget }) =>
      accepted({
        budget,
        ballotKind: 'scoring',
        projects: costs.map((cost, index) => ({ id: `p${index}`, cost })),
        ballots: rows.map((points) => ({
          projects: costs.map((_, index) => `p${index}`),
          utilities: costs.map((_, index) => points[index]!),
        })),
      }),
    );

/** The election of workload W6 (benchmarks): mulberry32, projects with a popularity, ballots of up to ten draws. */
export function benchmarkElection(projects: number, voters: number, seed: number): Election {
  let a = seed >>> 0;
  const u32 = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const int = (low: number, high: number) => low + (u32() % (high - low + 1));
  const drawn = Array.from({ length: projects }, () => ({ cost: 100 * int(10, 1000), popularity: int(1, 100) }));
  let total = 0;
  const reach = drawn.map(({ popularity }) => (total += popularity));
  const ballots = Array.from({ length: voters }, (_, voter) => {
    const draws = Array.from({ length: int(1, 10) }, () => int(0, total - 1));
    const named = new Set(draws.map((draw) => reach.findIndex((limit) => limit > draw)));
    return { voterId: `v${voter}`, weight: 1, projects: [...named], utilities: null };
  });
  return {
    budget: Fraction.of(Math.floor((3 * drawn.reduce((sum, { cost }) => sum + cost, 0)) / 10)),
    ballotKind: 'approval',
    projects: drawn.map(({ cost }, p) => ({ id: `p${p}`, cost: Fraction.of(cost), categories: [], targets: [] })),
    ballots,
  };
}
