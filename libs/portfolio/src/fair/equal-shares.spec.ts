import * as fc from 'fast-check';
import { costOf, idsOf, votersIn, type Election } from './election';
import { equalShares, equalSharesOutcomes, type Completion, type EqualSharesOptions } from './equal-shares';
import { runEqualShares } from './equal-shares-run';
import { Fraction, sumFractions } from './fraction';
import { satisfactions, type SatisfactionMeasure } from './satisfaction';
import { supportOf } from './support';
import {
  approvalElection,
  approvalElections,
  naiveEqualShares,
  naivePhragmen,
  pointElections,
  worthTable,
} from '../../../../test/support/elections';

const none: Completion = { method: 'none' };
const increase = (stepPerVoter: Fraction, then: 'value' | null = null): Completion => ({
  method: 'budget_increase',
  stepPerVoter,
  stopWhenExhaustive: true,
  mostSteps: 100_000,
  then,
});
const options = (
  measure: SatisfactionMeasure,
  completion: Completion = none,
  more: Partial<EqualSharesOptions> = {},
): EqualSharesOptions => ({
  measure,
  completion,
  alreadyFunded: [],
  startMoney: 'remaining_budget',
  choose: () => 0,
  admit: null,
  ...more,
});
const allOutcomes = (election: Election, ...given: Parameters<typeof options>) =>
  equalSharesOutcomes(election, options(...given), 1000).outcomes.map((set) => idsOf(election, set));
const run = (election: Election, measure: SatisfactionMeasure, endowment: Fraction) =>
  runEqualShares(supportOf(election, measure), {
    endowment,
    start: { alreadyFunded: [], choose: () => 0, admit: null },
    without: null,
    watch: null,
  });

const lacknerSkowron = approvalElection(4, { a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1 }, [
  ...Array.from({ length: 3 }, () => ['a', 'b']),
  ...Array.from({ length: 3 }, () => ['a', 'c']),
  ...Array.from({ length: 2 }, () => ['a', 'd']),
  ['b', 'c', 'f'],
  ['e'],
  ['f'],
  ['g'],
]);

describe('Method of Equal Shares: published cases', () => {
  // pabutools test-suite, tests/rules/test_rule.py (AppEx_2, AppEx_4), all tied outcomes.
  const two = approvalElection(4, { p0: '1', p1: '0.9', p2: '2', p3: '1.09' }, [
    ['p0'],
    ['p1', 'p2', 'p3'],
    ['p1', 'p2', 'p3'],
    ['p2'],
  ]);
  const four = approvalElection(2, { p0: 0, p1: 1, p2: 2 }, [['p0'], ['p0', 'p1', 'p2'], ['p2']]);

  it('AppEx_2', () => {
    expect(allOutcomes(two, 'cardinality')).toEqual([['p0', 'p1', 'p3']]);
    expect(allOutcomes(two, 'cost')).toEqual([['p0', 'p2']]);
    expect(allOutcomes(two, 'cost', increase(Fraction.of(1, 10)))).toEqual([['p0', 'p1', 'p2']]);
    expect(allOutcomes(two, 'cost', increase(Fraction.of(1, 100)))).toEqual([['p0', 'p1', 'p2']]);
  });

  it('AppEx_4: a project that costs nothing satisfies nobody by cost, and is free by cardinality', () => {
    expect(allOutcomes(four, 'cost')).toEqual([[]]);
    expect(allOutcomes(four, 'cardinality')).toEqual([['p0']]);
    expect(allOutcomes(four, 'cost', increase(Fraction.of(1, 10)))).toEqual([['p2']]);
    expect(allOutcomes(four, 'cardinality', increase(Fraction.of(1, 10)))).toEqual([
      ['p0', 'p1'],
      ['p0', 'p2'],
    ]);
  });

  // Running example of Lackner & Skowron, Multi-Winner Voting with Approval Preferences (2023).
  it.each(['cost', 'cardinality', 'cost_sqrt'] as const)('Lackner & Skowron 2023, %s', (measure) => {
    expect(allOutcomes(lacknerSkowron, measure)).toEqual([['a']]);
  });

  it('Lackner & Skowron 2023, with the budget raised by 1/24 in all per step', () => {
    const raised = increase(Fraction.of(1, 24 * 12));
    expect(allOutcomes(lacknerSkowron, 'cost', raised)).toEqual([['a', 'b', 'c', 'd']]);
    for (const startMoney of ['remaining_budget', 'full_budget'] as const) {
      const outcome = equalShares(lacknerSkowron, options('cost', raised, { alreadyFunded: [6], startMoney }));
      expect([...idsOf(lacknerSkowron, outcome.funded)].sort()).toEqual(['a', 'b', 'c', 'g']);
    }
  });

  it('Lackner & Skowron 2023, steps so large that the first one overspends', () => {
    const outcome = equalShares(lacknerSkowron, options('cost', increase(Fraction.of(5, 12))));
    expect(idsOf(lacknerSkowron, outcome.funded)).toEqual(['a']);
    expect(outcome.increase).toMatchObject({ steps: 0, ended: 'over_budget' });
  });

  // abcvoting, expected output of test_abcbook_example11.py: Lackner & Skowron 2023, example 11.
  it('completes with Phragmén from what voters have left', () => {
    const outcome = equalShares(lacknerSkowron, options('cardinality', { method: 'phragmen', overspend: 'stop' }));
    expect(idsOf(lacknerSkowron, outcome.funded)).toEqual(['a', 'b', 'c', 'd']);
    expect(outcome.run.rounds.map((round) => round.payment.toString())).toEqual(['1/8']);
    const filled = outcome.filledUpBy;
    expect(filled?.rule === 'phragmen' && filled.run.rounds.map((round) => round.load.toString())).toEqual([
      '1/96',
      '37/384',
      '7/24',
    ]);
  });

  // abcvoting, expected output of test_abcbook_example12.py.
  it('Lackner & Skowron 2023, example 12', () => {
    const election = approvalElection(3, { a: 1, b: 1, c: 1, d: 1 }, [
      ...Array.from({ length: 3 }, () => ['c', 'd']),
      ...Array.from({ length: 2 }, () => ['a', 'b']),
      ...Array.from({ length: 2 }, () => ['a', 'c']),
      ['b', 'd'],
    ]);
    const outcome = equalShares(election, options('cardinality', { method: 'phragmen', overspend: 'stop' }));
    expect(outcome.run.rounds.map((round) => round.payment.toString())).toEqual(['1/5', '13/40']);
    expect([...idsOf(election, outcome.funded)].sort()).toEqual(['a', 'c', 'd']);
    const filled = outcome.filledUpBy;
    expect(filled?.rule === 'phragmen' && filled.run.rounds.map((round) => round.load.toString())).toEqual(['1/40']);
  });

  // pabutools test-suite, test_completion.
  it('completes by the greedy rule', () => {
    const election = approvalElection(5, { a: 1, b: 2, c: 2, d: 1, e: 1, f: 1 }, [
      ['a', 'b'],
      ['a', 'b'],
      ['a'],
      ['a', 'c'],
      ['a', 'c'],
      ['a', 'c'],
      ['a', 'd'],
      ['a', 'd'],
      ['f'],
      ['e'],
    ]);
    const greedy: Completion = { method: 'utilitarian', order: 'value_per_cost' };
    const plain = equalShares(election, options('cost', greedy));
    expect([...idsOf(election, plain.funded)].sort()).toEqual(['a', 'b', 'c']);
    const withF = equalShares(election, options('cost', greedy, { alreadyFunded: [5] }));
    expect([...idsOf(election, withF.funded)].sort()).toEqual(['a', 'c', 'd', 'f']);
  });
});

describe('Method of Equal Shares: laws', () => {
  const measures: SatisfactionMeasure[] = [
    'cost',
    'cardinality',
    'share',
    'cost_sqrt',
    'relative_cost',
    'relative_cardinality',
  ];
  const cases = fc.oneof(
    fc.record({ election: approvalElections(), measure: fc.constantFrom(...measures) }),
    fc.record({
      election: pointElections(),
      measure: fc.constantFrom<SatisfactionMeasure>('utilities', 'cost', 'cardinality'),
    }),
  );

  it('equals the definition in plain fractions: winners, order, prices, ties and money left', () => {
    fc.assert(
      fc.property(cases, ({ election, measure }) => {
        const endowment = election.budget.over(votersIn(election));
        const fast = run(election, measure, endowment);
        const plain = naiveEqualShares(election, measure, endowment);
        expect(fast.chosen).toEqual(plain.chosen);
        expect(fast.rounds.map((round) => round.price.toString())).toEqual(plain.prices.map(String));
        expect(fast.brokenTies.map((tie) => tie.tied)).toEqual(plain.tied);
        const support = supportOf(election, measure);
        const left = election.ballots.flatMap((ballot, index) => {
          const money = fast.purse.moneyOf(support.groupOf[index]!);
          return Array.from({ length: ballot.weight }, () =>
            Fraction.of(money.top, money.bottom).over(support.moneyUnits).toString(),
          );
        });
        expect(left).toEqual(plain.money.map(String));
      }),
      { numRuns: 600 },
    );
  });

  it('never spends more than the budget, nor a voter more than the endowment', () => {
    const completions: Completion[] = [
      none,
      increase(Fraction.of(1, 10)),
      increase(Fraction.of(1, 3), 'value'),
      { method: 'utilitarian', order: 'value' },
      { method: 'phragmen', overspend: 'skip' },
      { method: 'phragmen', overspend: 'stop' },
    ];
    fc.assert(
      fc.property(cases, fc.constantFrom(...completions), ({ election, measure }, completion) => {
        const outcome = equalShares(election, options(measure, completion));
        expect(costOf(election, outcome.funded).compare(election.budget)).toBeLessThanOrEqual(0);
        expect(outcome.cost.equals(costOf(election, outcome.funded))).toBe(true);
        expect(new Set(outcome.funded).size).toBe(outcome.funded.length);
        for (let group = 0; group < outcome.run.purse.money.length; group++)
          expect(outcome.run.purse.moneyOf(group).top >= 0n).toBe(true);
      }),
    );
  });

  it('prices never fall from round to round', () => {
    fc.assert(
      fc.property(cases, ({ election, measure }) => {
        const { rounds } = run(election, measure, election.budget.over(votersIn(election)));
        rounds.slice(1).forEach((round, i) => expect(round.price.compare(rounds[i]!.price)).toBeGreaterThanOrEqual(0));
      }),
    );
  });

  it('says of every project left out that its supporters lack the money', () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        const outcome = run(election, 'cost', election.budget.over(votersIn(election)));
        const plain = naiveEqualShares(election, 'cost', election.budget.over(votersIn(election)));
        const worth = worthTable(election, 'cost');
        for (const { project } of outcome.unaffordable) {
          const atEnd = plain.money.filter((_, voter) => worth[voter]![project]!.sign() > 0);
          expect(outcome.moneyLeftFor(project).equals(sumFractions(atEnd))).toBe(true);
          expect(outcome.moneyLeftFor(project).compare(election.projects[project]!.cost)).toBeLessThan(0);
        }
      }),
    );
  });

  it('skips steps of the budget increase only where nothing changes', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 40 }), ({ election, measure }, parts) => {
        const stepPerVoter = Fraction.of(1, parts);
        const completion = { ...increase(stepPerVoter), mostSteps: 60 } as Completion;
        const outcome = equalShares(election, options(measure, completion));
        const plain = naiveIncrease(election, measure, stepPerVoter, 60);
        expect(outcome.run.chosen).toEqual(plain.chosen);
        expect(outcome.increase!.ended).toBe(plain.ended);
        expect(outcome.increase!.steps).toBe(plain.steps);
      }),
      { numRuns: 300 },
    );
  });

  it('the Phragmén completion goes on exactly from what is left', () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        fc.pre(election.projects.every((project) => project.cost.sign() > 0));
        const outcome = equalShares(election, options('cost', { method: 'phragmen', overspend: 'stop' }));
        const plain = naiveEqualShares(election, 'cost', election.budget.over(votersIn(election)));
        const loads = plain.money.map((money) => money.negated());
        expect(outcome.funded).toEqual([...plain.chosen, ...naivePhragmen(election, loads, plain.chosen).chosen]);
      }),
    );
  });

  it('the chosen outcome is among all tied outcomes', () => {
    fc.assert(
      fc.property(approvalElections({ projects: 5, ballots: 5 }), fc.boolean(), (election, raised) => {
        const given = options(
          'cardinality',
          raised ? ({ ...increase(Fraction.of(1, 2)), mostSteps: 20 } as Completion) : none,
        );
        const tied = equalSharesOutcomes(election, given, 5000);
        expect(tied.complete).toBe(true);
        if (!raised) {
          const one = [...equalShares(election, given).funded].sort((a, b) => a - b);
          expect(tied.outcomes).toContainEqual(one);
        }
        for (const outcome of tied.outcomes)
          expect(costOf(election, outcome).compare(election.budget)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('does not depend on the order of the ballots', () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        const reversed = { ...election, ballots: [...election.ballots].reverse() };
        expect(equalShares(reversed, options('cost')).funded).toEqual(equalShares(election, options('cost')).funded);
      }),
    );
  });

  it('passes over what the limits bar, and takes it when the bar lifts', () => {
    const election = approvalElection(10, { a: 2, b: 2, c: 2 }, [['a', 'b', 'c'], ['a', 'b', 'c'], ['a']]);
    const admit = (chosen: readonly number[], candidate: number) =>
      candidate === 0 && !chosen.includes(2)
        ? { code: 'needs-c', params: {}, permanent: false }
        : candidate === 1
          ? { code: 'never', params: {}, permanent: true }
          : null;
    const outcome = equalShares(election, options('cost', none, { admit }));
    expect(idsOf(election, outcome.funded)).toEqual(['c', 'a']);
    expect(outcome.run.passedOver).toEqual([
      { project: 1, round: 0, blocked: { code: 'never', params: {}, permanent: true } },
    ]);
  });
});

function naiveIncrease(election: Election, measure: SatisfactionMeasure, step: Fraction, most: number) {
  const start = election.budget.over(votersIn(election));
  const worth = worthTable(election, measure);
  let before: { chosen: number[]; steps: number } = { chosen: [], steps: 0 };
  for (let steps = 0; ; steps++) {
    if (steps > most) return { ...before, ended: 'step_limit' };
    const { chosen } = naiveEqualShares(election, measure, start.plus(step.times(steps)));
    if (costOf(election, chosen).compare(election.budget) > 0) return { ...before, ended: 'over_budget' };
    const left = election.budget.minus(costOf(election, chosen));
    const exhaustive = election.projects.every(
      ({ cost }, p) => chosen.includes(p) || cost.compare(left) > 0 || worth.every((row) => row[p]!.sign() === 0),
    );
    before = { chosen, steps };
    if (exhaustive) return { ...before, ended: 'exhaustive' };
  }
}

it('satisfaction of the funded is what the measure says', () => {
  expect(satisfactions(lacknerSkowron, [0, 1], 'cost').map(String)).toEqual([
    '2',
    '2',
    '2',
    '1',
    '1',
    '1',
    '1',
    '1',
    '1',
    '0',
    '0',
    '0',
  ]);
});
