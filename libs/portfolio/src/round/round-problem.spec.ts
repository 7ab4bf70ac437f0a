import * as fc from 'fast-check';
import { checkRound, deMinimisJointLimits, defaultRuleBook, ineligibleApplicationIds } from '@fordela/domain';
import { demoRound } from '../../../../test/support/demo-round';
import { parseAllocationProblem } from '../problem/parse-allocation-problem';
import { allocationProblemOf, type RoundAllocationOptions } from './allocation-problem-of';
import { portfolioShares } from './portfolio-shares';

const round = demoRound();
const plain: RoundAllocationOptions = {
  objective: 'sum_of_value',
  ownerAttribution: 'partner_budget',
  partialGrants: 'all_or_nothing',
  sequences: 'report',
  excluded: [],
  mustFund: [],
  limits: [],
  deMinimis: [],
  grants: null,
  minimumGrantSek: null,
  tasks: [{ task: 'optimise' }],
};
const ones = Object.fromEntries(round.applications.map((application) => [application.id, 1]));

function problemOf(options: Partial<RoundAllocationOptions> = {}, values: Record<string, number | null> = ones) {
  const made = allocationProblemOf(round, values, { ...plain, ...options });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value;
}

describe('the allocation problem of a round', () => {
  it('is one the engine reads', () => {
    const findings = checkRound(round, defaultRuleBook, { asOf: round.call.decisionDate });
    const { problem } = problemOf({
      deMinimis: deMinimisJointLimits(round, defaultRuleBook, round.call.decisionDate),
      excluded: ineligibleApplicationIds(findings).map((applicationId) => ({ applicationId, reason: 'gate' })),
      limits: [{ dimension: 'ownerGroup', group: 'region_own', maxShare: 0.35 }],
    });
    const parsed = parseAllocationProblem(problem);
    expect(parsed.ok ? parsed.value.projects.length : parsed.refusal).toBe(42);
    expect(problem.projects?.filter((project) => project.exclude === undefined)).toHaveLength(31);
  });

  it('says what it leaves out: links that bind nothing, and a requirement that cannot be met', () => {
    const { problem, observations } = problemOf();
    expect(observations.filter((item) => item.code === 'round-link-only-shown')).toHaveLength(9);
    expect(observations.find((item) => item.code === 'round-link-to-unknown')?.params).toEqual({
      from: 'SRM-26-037',
      to: 'SRM-26-099',
      type: 'requires',
    });
    expect(problem.projects?.find((project) => project.id === 'SRM-26-037')?.exclude).toEqual({
      reason: 'requires-something-that-does-not-exist',
    });
  });

  it('never chooses what nobody has scored', () => {
    const { problem, observations } = problemOf({}, { ...ones, 'SRM-26-001': null });
    expect(problem.projects?.find((project) => project.id === 'SRM-26-001')?.exclude).toEqual({ reason: 'not-scored' });
    expect(observations.some((item) => item.code === 'round-application-not-scored')).toBe(true);
  });

  it('refuses a pin without a reason, on an unknown application, or both ways, naming the place', () => {
    const pin = (applicationId: string, reason = 'beslut') => ({ applicationId, reason });
    const made = allocationProblemOf(round, ones, {
      ...plain,
      excluded: [pin('SRM-26-001'), pin('SRM-26-002', ' ')],
      mustFund: [pin('SRM-26-001'), pin('X')],
    });
    expect(made.ok ? [] : made.refusal.map((item) => [item.code, item.path.join('.')])).toEqual([
      ['round-pin-without-reason', 'excluded.1.reason'],
      ['round-pinned-both-ways', 'mustFund.0.applicationId'],
      ['round-unknown-application', 'mustFund.1.applicationId'],
    ]);
  });
});

describe('the shares of a portfolio', () => {
  it('are whole kronor that sum to the grants in every dimension but themes', () => {
    const grants = fc.uniqueArray(
      fc.record({
        applicationId: fc.constantFrom(...round.applications.map((application) => application.id)),
        grantedSek: fc.nat(9_999_999),
      }),
      { selector: (grant) => grant.applicationId },
    );
    fc.assert(
      fc.property(grants, fc.constantFrom('partner_budget' as const, 'lead_partner' as const), (list, attribution) => {
        const shares = portfolioShares(round, list, attribution);
        const total = list.reduce((sum, grant) => sum + grant.grantedSek, 0);
        expect(shares.grantedSek).toBe(total);
        for (const dimension of ['ownerGroups', 'phases', 'municipalities', 'years'] as const)
          expect(shares[dimension].reduce((sum, entry) => sum + entry.amountSek, 0)).toBe(total);
      }),
    );
  });

  it('divides a joint project by its partners’ budgets, or counts it all to its lead partner', () => {
    const grant = [{ applicationId: 'SRM-26-001', grantedSek: 1_000_000 }];
    const amounts = (attribution: 'partner_budget' | 'lead_partner') =>
      portfolioShares(round, grant, attribution).ownerGroups.map((entry) => entry.amountSek);
    expect(amounts('partner_budget')).toEqual([700_000, 80_000, 220_000]);
    expect(amounts('lead_partner')).toEqual([1_000_000, 0, 0]);
  });
});
