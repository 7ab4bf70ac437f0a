import { deMinimisJointLimits, defaultRuleBook, checkRound, type Round } from '@fordela/domain';
import { demoRound } from '../../../../test/support/demo-round';
import { allocate } from '../allocate/allocate';
import type { OptimiseOutcome } from '../optimise/optimise-task';
import { highsSolver } from '../solver/highs-solver';
import { allocationProblemOf, type RoundAllocationOptions } from './allocation-problem-of';

const round = demoRound();

/** Mean rating per criterion without declared conflicts, scaled from 1–5 to 0–1, weighted with the example weights. */
function exampleScores({ applications, criteria, ratings }: Round): Record<string, number> {
  return Object.fromEntries(
    applications.map(({ id }) => [
      id,
      criteria.reduce((sum, criterion) => {
        const own = ratings.filter(
          (rating) =>
            rating.applicationId === id &&
            rating.criterionId === criterion.id &&
            rating.rating !== null &&
            !rating.conflictDeclared,
        );
        const mean = own.reduce((total, rating) => total + (rating.rating ?? 0), 0) / own.length;
        return sum + (criterion.weight * (mean - 1)) / 4;
      }, 0),
    ]),
  );
}

const errors = [
  ...new Set(
    checkRound(round, defaultRuleBook)
      .filter((f) => f.severity === 'error')
      .map((f) => f.applicationId),
  ),
];
const options: RoundAllocationOptions = {
  objective: 'sum_of_value',
  ownerAttribution: 'partner_budget',
  partialGrants: 'all_or_nothing',
  sequences: 'report',
  excluded: errors.flatMap((applicationId) => (applicationId === null ? [] : [{ applicationId, reason: 'error' }])),
  mustFund: [],
  limits: [],
  deMinimis: deMinimisJointLimits(round, defaultRuleBook, round.call.decisionDate),
  grants: null,
  minimumGrantSek: null,
  tasks: [{ task: 'optimise' }],
};

async function optimumOf(change: Partial<RoundAllocationOptions>, method: string): Promise<OptimiseOutcome> {
  const made = allocationProblemOf(round, exampleScores(round), { ...options, ...change });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const answer = await allocate({ ...made.value.problem, solver: { method } }, { solver: await highsSolver() });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.results[0]?.outcome as OptimiseOutcome;
}

const numbers = (outcome: OptimiseOutcome) =>
  outcome.portfolio?.funded.map(({ project }) => project.slice(-3)).join(' ');

describe('the demonstration portfolio', () => {
  // demo/README.md, "What a solver should see".
  it.each(['auto', 'highs'])('spreads thin when scores are summed: 19 projects (%s)', async (method) => {
    const outcome = await optimumOf({ objective: 'sum_of_value' }, method);
    expect(numbers(outcome)).toBe('005 006 007 008 010 011 012 013 014 017 019 022 024 026 027 029 032 035 040');
    expect(outcome.portfolio?.money).toBe(21_000_000);
    expect(outcome.certificate).toMatchObject({ status: 'optimal', recheckedInWholeNumbers: true });
    // HiGHS proves its bound to one part in ten million; our own method to the last unit.
    expect(outcome.certificate.gap).toBeLessThanOrEqual(method === 'highs' ? 2e-7 : 0);
  });

  it.each(['auto', 'highs'])('concentrates when scores are weighted by money: 11 projects (%s)', async (method) => {
    const outcome = await optimumOf({ objective: 'value_times_money' }, method);
    expect(numbers(outcome)).toBe('001 002 004 008 009 011 013 022 023 031 035');
    expect(outcome.portfolio?.money).toBe(23_450_000);
    expect(outcome.certificate.status).toBe('optimal');
  });
});
