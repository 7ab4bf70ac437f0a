import { defaultRuleBook } from '../rules/default-rule-book';
import { smallApplication } from '../rules/small-round.fixture';
import type { BudgetFrame } from '../round';
import { lapseForecast, type GrantPlan } from './envelope';
import { checkRegrant, grantAccount, withEvent, type GrantEvent } from './grant-account';
import { checkGrantDecision, type GrantDecision } from './grant-decision';
import { moneyPlan } from './money-plan';
import { rebalanced } from './rebalance';

// Each case stands on a limit: one krona, one day or one year to the side the answer is another.

const frame = (year: number, frameSek: number, more: Partial<BudgetFrame> = {}): BudgetFrame => ({
  ...{ year, frameSek, alreadyCommittedSek: 0, reservedSek: 0, commitmentAuthorisationSek: null, ...more },
});
const plan = (applicationId: string, ...payments: [number, number][]): GrantPlan => ({
  applicationId,
  payments: payments.map(([year, amountSek]) => ({ year, amountSek })),
});

describe('the plan of a project’s money, where several decide 1:1 money', () => {
  const line = (financingNo: number, financierActorId: string, status: 'decided' | 'applied', amountSek: number) =>
    ({
      ...{ financingNo, financierActorId, status },
      sourceType: 'state_1_1',
      kind: 'cash',
      amounts: [{ year: 2027, amountSek }],
    }) as const;
  const of = (...financing: ReturnType<typeof line>[]) =>
    smallApplication(
      { requested: [{ year: 2027, amountSek: 200 }] },
      { costs: [{ year: 2027, amountSek: 1_000 }], financing },
    );

  it('takes the place of what is applied for only: what another has decided stays', () => {
    const { cells, years } = moneyPlan(of(line(1, 'G', 'decided', 300), line(2, 'F', 'applied', 100)), [
      { year: 2027, amountSek: 150 },
    ]);
    expect(years[0]).toMatchObject({ securedSek: 450, appliedSek: 0, withoutSourceSek: 550 });
    // What was asked for and decided is gone, not left as a line of 0 kronor.
    expect(cells.map(({ financierActorId, amountSek }) => [financierActorId, amountSek])).toEqual([
      ['F', 150],
      ['G', 300],
    ]);
  });

  it('puts the grant under the first who decides 1:1 money when nobody’s line is what was asked for', () => {
    const { cells } = moneyPlan(of(line(1, 'G', 'decided', 300), line(2, 'H', 'decided', 100)), [
      { year: 2027, amountSek: 150 },
    ]);
    expect(cells[0]).toMatchObject({ financierActorId: 'G', amountSek: 150 });
  });
});

describe('the account of a grant, on its limits', () => {
  const grant = { applicationId: 'A-1', grantedSek: 1_000_000, totalCostSek: 2_000_000, decidedDate: '2026-06-01' };
  const claim = (costSek: number, paidSek: number, date = '2027-04-01'): GrantEvent => ({
    ...{ kind: 'claim', date, reportedCostSek: costSek, approvedCostSek: costSek, paidSek },
  });
  const recovery = (recoveredSek: number): GrantEvent => ({ kind: 'recovery', date: '2027-05-01', recoveredSek });
  const advance = (paidSek: number, date = '2027-05-01'): GrantEvent => ({ kind: 'advance', date, paidSek });
  const refused = (events: readonly GrantEvent[], event: GrantEvent, book = defaultRuleBook) => {
    const result = withEvent(grant, events, event, book);
    return result.ok ? [] : result.refusal.map(({ code }) => code);
  };

  it('earns no more than the grant when more cost is approved than was planned', () => {
    const account = grantAccount(grant, [claim(3_000_000, 0)]);
    expect(account).toMatchObject({ earnedSek: 1_000_000, payableSek: 1_000_000, unearnedSek: 0 });
  });

  it('pays all that is left, and again what was taken back', () => {
    expect(refused([], claim(2_000_000, 1_000_000))).toEqual([]);
    const taken = [claim(1_000_000, 500_000), recovery(100_000)];
    expect(refused(taken, claim(0, 100_000, '2027-06-01'))).toEqual([]);
    expect(refused(taken, claim(0, 100_001, '2027-06-01'))).toEqual(['claim-above-earned']);
  });

  it('counts advances alone against their ceiling, not what claims have paid', () => {
    expect(refused([claim(600_000, 300_000)], advance(400_000))).toEqual([]);
  });

  it('gives no advance on a day when either figure is missing', () => {
    const without = {
      ...defaultRuleBook,
      parameters: defaultRuleBook.parameters.filter(({ id }) => id !== 'advance_ceiling_sek'),
    };
    expect(refused([], advance(1), without)).toEqual(['advance-without-figure']);
  });

  it('lets a new decision give exactly what is paid and earned, on a day without figures too', () => {
    const regrant = (grantedSek: number, events: readonly GrantEvent[], date = '2027-06-01') =>
      checkRegrant({ ...grant, grantedSek, totalCostSek: 500_000 }, events, date, defaultRuleBook);
    expect(regrant(500_000, [claim(500_000, 500_000)])).toEqual([]);
    expect(regrant(500_000, [claim(500_000, 500_000)], '2022-12-31')).toEqual([]);
  });
});

describe('what may lapse', () => {
  it('counts earlier commitments as used, and carries over by the frame, not by what was carried into the year', () => {
    const frames = [frame(2026, 1_000, { alreadyCommittedSek: 400 }), frame(2027, 1_000)];
    expect(lapseForecast(frames, [plan('A-1', [2026, 100])], { carryOverPercent: 10 })).toEqual([
      { year: 2026, roomSek: 1_000, usedSek: 500, carriedSek: 100, lapsesSek: 400, shortSek: 0 },
      { year: 2027, roomSek: 1_100, usedSek: 0, carriedSek: 100, lapsesSek: 1_000, shortSek: 0 },
    ]);
  });
});

describe('a rebalancing, on its limits', () => {
  const frames = [frame(2026, 1_000, { commitmentAuthorisationSek: 400 }), frame(2027, 1_000)];
  const grants = [plan('A-1', [2026, 600], [2027, 400]), plan('A-2', [2026, 300])];
  const asked = new Map([
    ['A-1', 2_000],
    ['A-2', 2_000],
  ]);
  const move = (applicationId: string, year: number, amountSek: number) => ({ applicationId, year, amountSek });

  it('gives back all of a year, which then is gone from the plan', () => {
    const result = rebalanced(frames, grants, [move('A-1', 2026, 600)], [], asked);
    expect(result.ok && result.value.grants).toEqual([plan('A-1', [2027, 400]), plan('A-2', [2026, 300])]);
  });

  it('moves no 0 kronor', () => {
    expect(rebalanced(frames, grants, [move('A-1', 2026, 0)], [], asked)).toMatchObject({
      refusal: [{ code: 'rebalance-amount', path: ['returns', 0, 'amountSek'] }],
    });
  });

  it('uses all that is free, and never says that less than nothing is', () => {
    expect(rebalanced(frames, grants, [], [move('A-2', 2026, 100)], asked)).toMatchObject({ ok: true });
    const short = [frame(2026, 500)];
    expect(rebalanced(short, grants, [], [move('A-2', 2026, 1)], asked)).toMatchObject({
      refusal: [{ code: 'rebalance-above-free', params: { reused: 1, free: 0 } }],
    });
  });

  it('names the money for a later year that comes above the authorisation', () => {
    const reuses = [move('A-2', 2026, 50), move('A-2', 2027, 50)];
    expect(rebalanced(frames, grants, [], reuses, asked)).toMatchObject({
      refusal: [{ code: 'rebalance-above-authorisation', path: ['reuses', 1, 'amountSek'] }],
    });
  });
});

describe('a decision, on its limits', () => {
  const application = { id: 'A', requestedSek: 1_000, receivedDate: '2026-06-15' };
  const check = (changes: Partial<GrantDecision>, frames = [frame(2026, 5_000)], others: readonly GrantPlan[] = []) => {
    const decision: GrantDecision = {
      ...{ applicationId: 'A', kind: 'granted', amounts: [{ year: 2026, amountSek: 100 }], decidedDate: '2026-06-15' },
      ...{ decidedBy: 'Nämnden', reason: '', aboveFrameReason: null, ...changes },
    };
    const basis = { application, frames, others, recommended: null, lastDecidedDate: null };
    const checked = checkGrantDecision(decision, basis);
    return checked.ok ? [] : checked.refusal.map(({ code, params }) => ({ code, ...params }));
  };

  it('gives all that was asked for, in the first and in the last year it can, on the day the application came', () => {
    expect(check({ amounts: [{ year: 2026, amountSek: 1_000 }] })).toEqual([]);
    expect(check({ amounts: [{ year: 2036, amountSek: 1 }], aboveFrameReason: 'Sent.' })).toEqual([]);
  });

  it('is not stopped by another year that others have overcommitted, and never says that less than nothing is free', () => {
    const frames = [frame(2026, 5_000), frame(2027, 50)];
    const others = [plan('B', [2027, 80])];
    expect(check({}, frames, others)).toEqual([]);
    expect(check({ amounts: [{ year: 2027, amountSek: 1 }] }, frames, others)).toEqual([
      { code: 'decision-above-free', year: 2027, free: 0 },
    ]);
  });
});
