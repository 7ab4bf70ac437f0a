import * as fc from 'fast-check';
import { costOf, idsOf, votersIn, type Election } from './election';
import { runEqualShares } from './equal-shares-run';
import { Fraction, sumFractions } from './fraction';
import { runGreedy, type GreedyOrder, type WorthlessProjects } from './greedy';
import { maxWelfare } from './max-welfare';
import { runPhragmen } from './phragmen';
import type { Chooser } from './rule';
import type { SatisfactionMeasure } from './satisfaction';
import { supportOf } from './support';
import {
  approvalElection,
  approvalElections,
  benchmarkElection,
  naivePhragmen,
  pointElections,
  subsets,
  worthTable,
} from '../../../../test/support/elections';
import { chooserOf } from './tie-breaking';
import { tiedOutcomes } from './tied-outcomes';
import { totalWorth } from './total-worth';

const first: Chooser = () => 0;
const greedy = (
  election: Election,
  measure: SatisfactionMeasure,
  order: GreedyOrder = 'value_per_cost',
  choose = first,
  worthless: WorthlessProjects = 'fund_if_fits',
) =>
  runGreedy({
    budget: election.budget,
    costs: election.projects.map((project) => project.cost),
    values: totalWorth(supportOf(election, measure)),
    order,
    worthless,
    start: { alreadyFunded: [], choose, admit: null },
  });
const allGreedy = (election: Election, measure: SatisfactionMeasure) =>
  tiedOutcomes((choose) => greedy(election, measure, 'value_per_cost', choose).chosen, 1000).outcomes.map((set) =>
    idsOf(election, set),
  );
const welfare = (election: Election, measure: SatisfactionMeasure, cap = 1000) =>
  maxWelfare({
    budget: election.budget,
    costs: election.projects.map((project) => project.cost),
    values: totalWorth(supportOf(election, measure)),
    alreadyFunded: [],
    cap,
    mostStates: 100_000,
  })!;
const allBest = (election: Election, measure: SatisfactionMeasure) =>
  welfare(election, measure).outcomes.map((set) => idsOf(election, set));
const phragmen = (election: Election, choose = first, overspend: 'stop' | 'skip' = 'stop') =>
  runPhragmen(supportOf(election, 'cardinality'), {
    budget: election.budget,
    overspend,
    leftover: null,
    start: { alreadyFunded: [], choose, admit: null },
  });

describe('greedy, welfare and Phragmén: published cases', () => {
  // pabutools test-suite, tests/rules/test_rule.py: AppEx_1, AppEx_4; all tied outcomes.
  const all = ['p0', 'p1', 'p2', 'p3'];
  const one = approvalElection(3, { p0: 1, p1: 3, p2: 2, p3: 1 }, [all, all]);
  const four = approvalElection(2, { p0: 0, p1: 1, p2: 2 }, [['p0'], ['p0', 'p1', 'p2'], ['p2']]);

  it('AppEx_1', () => {
    expect(allGreedy(one, 'cost')).toEqual([['p0', 'p2'], ['p0', 'p3'], ['p1'], ['p2', 'p3']]);
    expect(allGreedy(one, 'cardinality')).toEqual([['p0', 'p3']]);
    expect(allBest(one, 'cost')).toEqual([['p0', 'p2'], ['p1'], ['p2', 'p3']]);
    expect(allBest(one, 'cardinality')).toEqual([
      ['p0', 'p2'],
      ['p0', 'p3'],
      ['p2', 'p3'],
    ]);
  });

  it('AppEx_4', () => {
    expect(allGreedy(four, 'cost')).toEqual([['p0', 'p2']]);
    expect(allGreedy(four, 'cardinality')).toEqual([
      ['p0', 'p1'],
      ['p0', 'p2'],
    ]);
    expect(allBest(four, 'cost')).toEqual([['p0', 'p2'], ['p2']]);
    expect(allBest(four, 'cardinality')).toEqual([['p0', 'p2']]);
  });

  it('an empty ballot: every feasible set is best, every exhaustive set is greedy', () => {
    const empty = approvalElection(3, { p0: 1, p1: 3, p2: 2, p3: 1 }, [[]]);
    expect(allBest(empty, 'cost')).toHaveLength(9 - 1);
    expect(allGreedy(empty, 'cost')).toEqual([['p0', 'p2'], ['p0', 'p3'], ['p1'], ['p2', 'p3']]);
    expect(greedy(empty, 'cost', 'value', first, 'leave_out').chosen).toEqual([]);
  });

  // Running example of Lackner & Skowron 2023; loads from abcvoting's expected output of seq-Phragmén on it.
  it('Lackner & Skowron 2023', () => {
    const election = approvalElection(4, { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 }, [
      ...Array.from({ length: 3 }, () => ['a', 'b']),
      ...Array.from({ length: 3 }, () => ['a', 'c']),
      ...Array.from({ length: 2 }, () => ['a', 'd']),
      ['b', 'c', 'f'],
      ['e'],
      ['f'],
      ['g'],
    ]);
    const tied = tiedOutcomes((choose) => phragmen(election, choose).chosen, 1000);
    expect(tied.outcomes.map((set) => idsOf(election, set))).toEqual([['a', 'b', 'c', 'd']]);
  });

  // abcvoting, expected output of test_abcbook_example12.py: loads 1/5, 1/3, 29/60.
  it('Lackner & Skowron 2023, example 12', () => {
    const election = approvalElection(3, { a: 1, b: 1, c: 1, d: 1 }, [
      ...Array.from({ length: 3 }, () => ['c', 'd']),
      ...Array.from({ length: 2 }, () => ['a', 'b']),
      ...Array.from({ length: 2 }, () => ['a', 'c']),
      ['b', 'd'],
    ]);
    const run = phragmen(election);
    expect(run.rounds.map((round) => [election.projects[round.project]!.id, round.load.toString()])).toEqual([
      ['c', '1/5'],
      ['b', '1/3'],
      ['d', '29/60'],
    ]);
  });
});

describe('workload W6 of the benchmarks: count, cost, sum of indexes', () => {
  const summary = (election: Election, chosen: readonly number[]) => [
    chosen.length,
    costOf(election, chosen).toNumber(),
    chosen.reduce((sum, index) => sum + index, 0),
  ];
  const shares = (election: Election, measure: SatisfactionMeasure) =>
    runEqualShares(supportOf(election, measure), {
      endowment: election.budget.over(votersIn(election)),
      start: { alreadyFunded: [], choose: first, admit: null },
      without: null,
      watch: null,
    }).chosen;

  it.each([
    ['S', 20, 500, 61, [9, 325800, 85], [7, 155600, 74], [7, 155600, 74]],
    ['M', 100, 10000, 62, [26, 1646600, 1101], [28, 1019200, 1651], [31, 909400, 1779]],
  ] as const)('%s', (_, projects, voters, seed, byApprovals, byCost, byCardinality) => {
    const election = benchmarkElection(projects, voters, seed);
    expect(summary(election, greedy(election, 'cardinality', 'value').chosen)).toEqual(byApprovals);
    expect(summary(election, shares(election, 'cost'))).toEqual(byCost);
    expect(summary(election, shares(election, 'cardinality'))).toEqual(byCardinality);
  });
});

describe('greedy, welfare and Phragmén: laws', () => {
  const cases = fc.oneof(
    fc.record({
      election: approvalElections(),
      measure: fc.constantFrom<SatisfactionMeasure>('cost', 'cardinality', 'share'),
    }),
    fc.record({ election: pointElections(), measure: fc.constantFrom<SatisfactionMeasure>('utilities', 'cost') }),
  );
  const valueOf = (election: Election, measure: SatisfactionMeasure, set: readonly number[]) =>
    sumFractions(worthTable(election, measure).flatMap((row) => set.map((project) => row[project]!)));

  it('the best welfare and all sets that reach it are those of trying every set', () => {
    fc.assert(
      fc.property(cases, ({ election, measure }) => {
        const feasible = subsets(election.projects.length).filter(
          (set) => costOf(election, set).compare(election.budget) <= 0,
        );
        const values = feasible.map((set) => valueOf(election, measure, set));
        const best = values.reduce((a, b) => (a.compare(b) >= 0 ? a : b), Fraction.zero);
        const sets = feasible.filter((_, i) => values[i]!.equals(best)).map((set) => set.join());
        const found = welfare(election, measure);
        expect(found.value.equals(best)).toBe(true);
        expect(found.complete).toBe(true);
        expect(found.outcomes.map((set) => set.join()).sort()).toEqual(sets.sort());
      }),
    );
  });

  it('lists at most the cap and says that there are more', () => {
    const many = approvalElection(3, { a: 1, b: 1, c: 1, d: 1 }, [['a', 'b', 'c', 'd']]);
    expect(welfare(many, 'cardinality', 3)).toMatchObject({ complete: false });
    expect(welfare(many, 'cardinality', 3).outcomes).toHaveLength(3);
    expect(welfare(many, 'cardinality', 4)).toMatchObject({ complete: true });
  });

  it('gives up, and says so, when the pairs to hold outgrow the limit', () => {
    const costs = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`p${i}`, 2 ** i + 1]));
    const election = approvalElection(2000, costs, [Object.keys(costs)]);
    const values = Array.from({ length: 12 }, (_, i) => Fraction.of(2 ** i));
    const request = {
      budget: election.budget,
      costs: election.projects.map((p) => p.cost),
      values,
      alreadyFunded: [],
      cap: 9,
    };
    expect(maxWelfare({ ...request, mostStates: 0 })).toBeNull();
    expect(maxWelfare({ ...request, mostStates: 100_000 })).not.toBeNull();
  });

  it('greedy is feasible, exhaustive and never above the best welfare', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom<GreedyOrder>('value', 'value_per_cost'), ({ election, measure }, order) => {
        const { chosen, rounds, doNotFit } = greedy(election, measure, order);
        const left = election.budget.minus(costOf(election, chosen));
        expect(left.sign()).toBeGreaterThanOrEqual(0);
        for (let p = 0; p < election.projects.length; p++)
          if (!chosen.includes(p)) expect(election.projects[p]!.cost.compare(left)).toBeGreaterThan(0);
        expect(chosen.length + doNotFit.length).toBe(election.projects.length);
        expect(valueOf(election, measure, chosen).compare(welfare(election, measure).value)).toBeLessThanOrEqual(0);
        if (rounds.length > 0) expect(rounds.at(-1)!.budgetLeft.equals(left)).toBe(true);
      }),
    );
  });

  it('Phragmén equals its definition in plain fractions: winners, order and loads', () => {
    fc.assert(
      fc.property(fc.oneof(approvalElections(), pointElections()), (election) => {
        const fast = phragmen(election);
        const plain = naivePhragmen(election);
        expect(fast.chosen).toEqual(plain.chosen);
        const support = supportOf(election, 'cardinality');
        const loads = election.ballots.flatMap((ballot, i) =>
          Array.from({ length: ballot.weight }, () => fast.loads[support.groupOf[i]!]!),
        );
        loads.forEach((load, voter) => expect(load).toBeCloseTo(plain.loads[voter]!.toNumber(), 9));
        expect(costOf(election, fast.chosen).compare(election.budget)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 400 },
    );
  });

  it('what Phragmén’s supporters carry is what the projects cost', () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        const run = phragmen(election, first, 'skip');
        const support = supportOf(election, 'cardinality');
        const carried = election.ballots.reduce(
          (sum, ballot, i) => sum + ballot.weight * run.loads[support.groupOf[i]!]!,
          0,
        );
        expect(carried).toBeCloseTo(costOf(election, run.chosen).toNumber(), 9);
        const loads = run.rounds.map((round) => round.load);
        loads.slice(1).forEach((load, i) => expect(load.compare(loads[i]!)).toBeGreaterThanOrEqual(0));
      }),
    );
  });

  it('when it may skip, Phragmén goes on past what does not fit', () => {
    const election = approvalElection(3, { dear: 4, big: 3, small: 1 }, [
      ['big', 'small'],
      ['big', 'small'],
      ['small'],
    ]);
    expect(phragmen(election).stoppedBy).toBe(1);
    expect(phragmen(election).chosen).toEqual([2]);
    const two = approvalElection(3, { big: 3, small: 1, last: 1 }, [['big', 'small'], ['big', 'small'], ['last']]);
    expect(phragmen(two, first, 'skip').chosen).toEqual([1, 2]);
    expect(phragmen(two, first, 'skip').doNotFit).toMatchObject([{ project: 0 }]);
  });

  it('greedy takes a project whose bar lifts at once', () => {
    const election = approvalElection(9, { a: 1, b: 1, c: 1 }, [['a', 'b', 'c'], ['a', 'b'], ['a']]);
    const run = runGreedy({
      budget: election.budget,
      costs: election.projects.map((project) => project.cost),
      values: totalWorth(supportOf(election, 'cardinality')),
      order: 'value',
      worthless: 'leave_out',
      start: {
        alreadyFunded: [],
        choose: first,
        admit: (chosen, candidate) =>
          candidate === 0 && !chosen.includes(1) ? { code: 'needs-b', params: {}, permanent: false } : null,
      },
    });
    expect(run.chosen).toEqual([1, 0, 2]);
    expect(run.passedOver).toEqual([]);
  });
});

describe('equal ballots', () => {
  const ballots = (count: number) =>
    Array.from({ length: count }, (_, i) => [['a', 'b'], ['b', 'c'], ['c'], ['a', 'd', 'e'], ['e']][(i * i) % 5]!);
  const cost = { a: 90, b: 120, c: 60, d: 150, e: 70 };

  it('count the same one by one, together, or as a weight', () => {
    const many = approvalElection(300, cost, ballots(10_000));
    const few = { ...many, ballots: many.ballots.slice(0, 5).map((ballot) => ({ ...ballot, weight: 2000 })) };
    expect(supportOf(many, 'cost').groupCount).toBe(supportOf(few, 'cost').groupCount);
    for (const measure of ['cost', 'cardinality', 'share'] as const) {
      const [one, other] = [many, few].map((election) =>
        runEqualShares(supportOf(election, measure), {
          endowment: election.budget.over(votersIn(election)),
          start: { alreadyFunded: [], choose: first, admit: null },
          without: null,
          watch: null,
        }),
      );
      expect(one!.chosen).toEqual(other!.chosen);
      expect(one!.rounds.map((round) => round.price.toString())).toEqual(
        other!.rounds.map((round) => round.price.toString()),
      );
    }
    expect(phragmen(many).chosen).toEqual(phragmen(few).chosen);
    expect(totalWorth(supportOf(many, 'cost')).map(String)).toEqual(totalWorth(supportOf(few, 'cost')).map(String));
  });

  it('are not looked for where hardly any are equal', () => {
    const election = benchmarkElection(200, 6000, 63);
    expect(supportOf(election, 'cost').groupCount).toBe(6000);
    expect(supportOf(election, 'cost').supporterWeight).toBeNull();
    expect(supportOf({ ...election, ballots: election.ballots.slice(0, 4000) }, 'cost').groupCount).toBeLessThan(4000);
  });
});

describe('ties', () => {
  const election = approvalElection(9, { 10: 2, 9: 1, b: 2 }, [['b'], ['9'], ['10']]);
  const choose = (keys: Parameters<typeof chooserOf>[1]['keys'], order: string[] = []) =>
    chooserOf(election, { keys, order })([0, 1, 2]);

  it('are broken by the first key that tells', () => {
    expect(election.projects.map((project) => project.id)).toEqual(['9', '10', 'b']);
    expect(choose(['index'])).toBe(0);
    expect(choose(['id'])).toBe(1);
    expect(choose(['id_numeric'])).toBe(0);
    expect(choose(['higher_cost'])).toBe(1);
    expect(choose(['lower_cost'])).toBe(0);
    expect(choose(['order'], ['b', '10'])).toBe(2);
    expect(choose(['more_supporters', 'higher_cost', 'order'], ['b'])).toBe(2);
  });

  it('are all tried when all outcomes are wanted', () => {
    const tied = tiedOutcomes((pick) => [pick([0, 1]), pick([0, 1, 2]) + 2], 10);
    expect(tied).toEqual({
      outcomes: [
        [0, 2],
        [0, 3],
        [0, 4],
        [1, 2],
        [1, 3],
        [1, 4],
      ],
      complete: true,
    });
    expect(tiedOutcomes((pick) => [pick([0, 1, 2])], 2).complete).toBe(false);
  });
});
