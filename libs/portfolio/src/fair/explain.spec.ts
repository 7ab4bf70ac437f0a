import * as fc from 'fast-check';
import { votersIn } from './election';
import { effectiveSupport, type SupportTiming } from './effective-support';
import { runEqualShares } from './equal-shares-run';
import { Fraction, sumFractions } from './fraction';
import { MoneyRecorder, projectLosses, supportersByProject } from './project-loss';
import { supportOf } from './support';
import { approvalElection, approvalElections, naivePrice, worthTable } from '../../../../test/support/elections';

const start = { alreadyFunded: [], choose: () => 0, admit: null };

describe('why not funded: published case (pabutools tests/test_analysis.py)', () => {
  const ballots = [
    ['a', 'b'],
    ['a', 'b'],
    ['a'],
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
    ['a', 'c'],
    ['a', 'd'],
    ['a', 'd'],
    ['e'],
    ['e'],
  ];

  it.each([
    [[1, 1, 2, 1, 2], 'ab', [200, 150, 37, 75, 50]],
    [[5, 1, 2, 1, 2], 'bd', [60, 200, 50, 100, 50]],
    [[5, 5, 5, 5, 5], '', [80, 40, 30, 20, 20]],
  ])('effective support with costs %p', (costs, funded, percent) => {
    const cost = Object.fromEntries([...'abcde'].map((id, index) => [id, costs[index]!]));
    const support = supportOf(approvalElection(5, cost, ballots), 'cost');
    const request = { endowment: Fraction.of(5, 10), start };
    const found = [...'abcde'].map((id, project) =>
      Number(
        effectiveSupport(support, request, project, funded.includes(id), 'after_payment')!.share.times(100).floor(),
      ),
    );
    expect(found).toEqual(percent);
  });

  it('money lost to funded rivals', () => {
    const supporters = [[0, 1, 2, 4], [2, 3, 4], [0, 2], [0, 1], [4], [5]];
    const money = (...values: number[]) => values.map((value) => Fraction.of(value, 2));
    const rounds = [
      { project: 0, before: money(2, 2, 2, 2, 2, 2), after: money(1, 1, 1, 2, 1, 2) },
      { project: 1, before: money(1, 1, 1, 2, 1, 2), after: money(1, 1, 0, 0, 0, 2) },
    ];
    const losses = projectLosses(supporters, [2, 2, 2, 2, 2, 2], rounds[0]!.before, rounds);
    expect(
      losses.map((loss) => [
        loss.supportersMoney.toNumber(),
        loss.lostTo.map((to) => [to.project, to.amount.toNumber()]),
      ]),
    ).toEqual([
      [8, []],
      [4, [[0, 2]]],
      [
        1,
        [
          [0, 2],
          [1, 1],
        ],
      ],
      [2, [[0, 2]]],
      [
        0,
        [
          [0, 1],
          [1, 1],
        ],
      ],
      [2, []],
    ]);
  });
});

describe('why not funded: laws', () => {
  const measures = fc.constantFrom('cost' as const, 'cardinality' as const);

  it('before payment, support reaches 1 exactly when the project is funded or tied with what was', () => {
    fc.assert(
      fc.property(approvalElections(), measures, (election, measure) => {
        const support = supportOf(election, measure);
        const endowment = election.budget.over(votersIn(election));
        const run = runEqualShares(support, { endowment, start, without: null, watch: null });
        for (let project = 0; project < election.projects.length; project++) {
          const found = effectiveSupport(support, { endowment, start }, project, false, 'before_payment');
          if (!found) continue;
          if (run.chosen.includes(project)) expect(found.share.compare(Fraction.one)).toBeGreaterThanOrEqual(0);
          if (found.share.compare(Fraction.one) > 0) expect(run.chosen).toContain(project);
        }
      }),
    );
  });

  it('after payment never exceeds before payment', () => {
    fc.assert(
      fc.property(approvalElections(), measures, (election, measure) => {
        const support = supportOf(election, measure);
        const request = { endowment: election.budget.over(votersIn(election)), start };
        const share = (project: number, timing: SupportTiming) =>
          effectiveSupport(support, request, project, false, timing)?.share ?? Fraction.zero;
        election.projects.forEach((_, project) =>
          expect(share(project, 'after_payment').compare(share(project, 'before_payment'))).toBeLessThanOrEqual(0),
        );
      }),
    );
  });

  it('what supporters have and what they lost make up their endowments; what they have does not buy the project', () => {
    fc.assert(
      fc.property(approvalElections(), measures, (election, measure) => {
        const support = supportOf(election, measure);
        const endowment = election.budget.over(votersIn(election));
        const recorder = new MoneyRecorder(support);
        const run = runEqualShares(support, { endowment, start, without: null, watch: recorder.watch });
        const supporters = supportersByProject(support);
        const endowments = Array.from(support.weight, () => endowment);
        const losses = projectLosses(supporters, [...support.weight], endowments, recorder.rounds);
        const worth = worthTable(election, measure);
        losses.forEach(({ project, supportersMoney, lostTo }) => {
          const lost = sumFractions(lostTo.map((loss) => loss.amount));
          const heads = worth.filter((row) => row[project]!.sign() > 0).length;
          expect(supportersMoney.plus(lost).equals(endowment.times(heads))).toBe(true);
          const { cost } = election.projects[project]!;
          if (heads > 0 && cost.sign() > 0)
            expect(supportersMoney.compare(cost) >= 0).toBe(run.chosen.includes(project));
        });
        expect(
          naivePrice(
            Fraction.one,
            worth,
            worth.map(() => Fraction.zero),
            0,
          ),
        ).toBeNull();
      }),
    );
  });
});
