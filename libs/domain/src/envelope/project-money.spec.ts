import fc from 'fast-check';
import { defaultRuleBook } from '../rules/default-rule-book';
import { smallApplication } from '../rules/small-round.fixture';
import { checkRegrant, grantAccount, withEvent, type GrantEvent } from './grant-account';
import { moneyPlan } from './money-plan';

describe('moneyPlan', () => {
  const line = (
    financingNo: number,
    sourceType: 'state_1_1' | 'eruf' | 'municipal',
    status: 'decided' | 'applied' | 'intent',
    amounts: [number, number][],
  ) =>
    ({
      financingNo,
      sourceType,
      financierActorId: 'F',
      kind: 'cash',
      status,
      amounts: amounts.map(([year, amountSek]) => ({ year, amountSek })),
    }) as const;
  const application = smallApplication(
    {},
    {
      costs: [
        { year: 2027, amountSek: 1_000 },
        { year: 2028, amountSek: 500 },
      ],
      financing: [
        line(1, 'state_1_1', 'applied', [
          [2027, 400],
          [2028, 250],
        ]),
        line(2, 'municipal', 'decided', [[2027, 300]]),
        line(3, 'eruf', 'intent', [
          [2027, 100],
          [2028, 300],
        ]),
      ],
    },
  );

  it('says year by year what is secured, applied for, intended and without a source', () => {
    const plan = moneyPlan(application);
    expect(plan.years).toEqual([
      {
        year: 2027,
        costSek: 1_000,
        securedSek: 300,
        appliedSek: 400,
        intendedSek: 100,
        withoutSourceSek: 200,
        surplusSek: 0,
      },
      {
        year: 2028,
        costSek: 500,
        securedSek: 0,
        appliedSek: 250,
        intendedSek: 300,
        withoutSourceSek: 0,
        surplusSek: 50,
      },
    ]);
    expect(plan.total).toEqual({
      costSek: 1_500,
      securedSek: 300,
      appliedSek: 650,
      intendedSek: 400,
      withoutSourceSek: 200,
      surplusSek: 50,
    });
    expect(plan.cells).toHaveLength(5);
  });

  it('puts the grant in the place of what was asked for, once it is decided', () => {
    const [year] = moneyPlan(application, [{ year: 2027, amountSek: 150 }]).years;
    expect(year).toMatchObject({ securedSek: 450, appliedSek: 0, withoutSourceSek: 450 });
  });

  it('leaves everything asked for without a source when the application is rejected', () => {
    expect(moneyPlan(application, []).total).toMatchObject({ securedSek: 300, appliedSek: 0, withoutSourceSek: 800 });
  });

  it('leaves the 1:1 money of another decider where it is', () => {
    const other = { ...line(4, 'state_1_1', 'applied', [[2027, 200]]), financierActorId: 'G' };
    const decided = { ...line(5, 'state_1_1', 'decided', [[2027, 50]]), financierActorId: 'G' };
    const [own, ...rest] = application.project.financing;
    const requested = own!.amounts;
    for (const financing of [
      [own!, other, decided, ...rest],
      [other, decided, own!, ...rest],
    ]) {
      const plan = moneyPlan(smallApplication({ requested }, { costs: application.project.costs, financing }), [
        { year: 2027, amountSek: 150 },
      ]);
      expect(plan.cells[0]).toMatchObject({ financierActorId: 'F', status: 'decided', amountSek: 150 });
      expect(plan.years[0]).toMatchObject({ securedSek: 150 + 50 + 300, appliedSek: 200, intendedSek: 100 });
    }
  });

  it('accounts for every krona of cost', () => {
    const amounts = fc.uniqueArray(
      fc.record({ year: fc.integer({ min: 2026, max: 2030 }), amountSek: fc.nat(1_000_000) }),
      { selector: (entry) => entry.year },
    );
    const lines = fc.array(
      fc.record({ status: fc.constantFrom('decided' as const, 'applied' as const, 'intent' as const), amounts }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(amounts, lines, (costs, list) => {
        const financing = list.map((item, index) => ({
          ...line(index + 1, 'municipal', item.status, []),
          amounts: item.amounts,
        }));
        const plan = moneyPlan(smallApplication({}, { costs, financing }));
        for (const item of [...plan.years, plan.total])
          expect(item.securedSek + item.appliedSek + item.intendedSek + item.withoutSourceSek - item.surplusSek).toBe(
            item.costSek,
          );
      }),
    );
  });
});

describe('the account of a grant', () => {
  const grant = { applicationId: 'A-1', grantedSek: 1_000_000, totalCostSek: 2_000_000, decidedDate: '2022-06-01' };
  const claim = (date: string, reportedCostSek: number, approvedCostSek: number, paidSek: number): GrantEvent => ({
    kind: 'claim',
    date,
    reportedCostSek,
    approvedCostSek,
    paidSek,
  });
  const advance = (paidSek: number): GrantEvent => ({ kind: 'advance', date: '2027-01-15', paidSek });

  it('accumulates: an advance is worked off by the first claims', () => {
    const events = [
      advance(300_000),
      claim('2027-04-01', 500_000, 480_000, 0),
      claim('2027-07-01', 600_000, 600_000, 240_000),
    ];
    expect(grantAccount(grant, events)).toEqual({
      grantedSek: 1_000_000,
      reportedCostSek: 1_100_000,
      approvedCostSek: 1_080_000,
      earnedSek: 540_000,
      advanceSek: 300_000,
      paidSek: 540_000,
      recoveredSek: 0,
      netPaidSek: 540_000,
      leftSek: 460_000,
      payableSek: 0,
      unearnedSek: 0,
    });
    expect(grantAccount(grant, events.slice(0, 2))).toMatchObject({
      earnedSek: 240_000,
      payableSek: 0,
      unearnedSek: 60_000,
    });
  });

  const refused = (events: readonly GrantEvent[], event: GrantEvent, own = grant) => {
    const result = withEvent(own, events, event, defaultRuleBook);
    return result.ok ? [] : result.refusal.map((item) => item.code);
  };

  it('pays at most what is earned, and at most what is left', () => {
    expect(refused([], claim('2027-04-01', 400_000, 400_000, 200_000))).toEqual([]);
    expect(refused([], claim('2027-04-01', 400_000, 400_000, 200_001))).toEqual(['claim-above-earned']);
    expect(refused([], claim('2027-04-01', 400_000, 400_001, 0))).toEqual(['claim-above-reported']);
    expect(refused([], claim('2027-04-01', 9_000_000, 9_000_000, 1_000_001))).toEqual(['claim-above-left']);
  });

  it('refuses an advance above half the grant or the ceiling, over all advances, by the figures of the day', () => {
    expect(refused([], advance(400_000))).toEqual([]);
    expect(refused([], advance(400_001))).toEqual(['advance-above-ceiling']);
    expect(refused([advance(300_000)], advance(100_001))).toEqual(['advance-above-ceiling']);
    expect(refused([], advance(300_001), { ...grant, grantedSek: 600_000 })).toEqual(['advance-above-share']);
    expect(refused([], { kind: 'advance', date: '2022-12-31', paidSek: 1 })).toEqual(['advance-without-figure']);
  });

  it('refuses what is dated before the grant', () => {
    expect(refused([], { ...advance(1), date: '2026-06-14' }, { ...grant, decidedDate: '2026-06-15' })).toEqual([
      'grant-event-before-decision',
    ]);
    expect(refused([], { ...advance(1), date: '2026-06-15' }, { ...grant, decidedDate: '2026-06-15' })).toEqual([]);
  });

  it('lets a new decision give less only within what is paid, and what is paid in advance', () => {
    const regrant = (grantedSek: number, events: readonly GrantEvent[], date = '2027-06-01') =>
      checkRegrant({ ...grant, grantedSek }, events, date, defaultRuleBook).map(({ code }) => code);
    expect(regrant(399_999, [advance(400_000)])).toEqual(['grant-has-events']);
    expect(regrant(799_999, [advance(400_000)])).toEqual(['grant-below-advance']);
    expect(regrant(800_000, [advance(400_000)])).toEqual([]);
    expect(
      regrant(500_000, [advance(400_000), { kind: 'recovery', date: '2027-05-01', recoveredSek: 150_000 }]),
    ).toEqual([]);
    // 1,000,000 approved of 2,000,000 earns half of 600,000: 100,000 of the advance is left to work off.
    expect(regrant(600_000, [advance(400_000), claim('2027-04-01', 1_000_000, 1_000_000, 0)])).toEqual([]);
    expect(regrant(900_000, [advance(400_000)], '2022-12-31')).toEqual(['advance-without-figure']);
    expect(regrant(1, [])).toEqual([]);
  });

  it('refuses events out of order, fractions, and taking back more than was paid', () => {
    expect(refused([advance(1)], { kind: 'recovery', date: '2027-01-01', recoveredSek: 1 })).toEqual([
      'grant-event-order',
    ]);
    expect(refused([], advance(0.5))).toEqual(['grant-event-amount']);
    expect(refused([advance(5)], { kind: 'recovery', date: '2027-02-01', recoveredSek: 6 })).toEqual([
      'recovery-above-paid',
    ]);
    expect(refused([advance(5)], { kind: 'recovery', date: '2027-02-01', recoveredSek: 5 })).toEqual([]);
  });

  it('never pays out more than is granted or earned beyond an advance, whatever is asked of it', () => {
    const event: fc.Arbitrary<GrantEvent> = fc.oneof(
      fc.record({ kind: fc.constant('advance' as const), date: fc.constant('2027-01-01'), paidSek: fc.nat(600_000) }),
      fc.record({
        kind: fc.constant('claim' as const),
        date: fc.constant('2027-01-01'),
        reportedCostSek: fc.nat(900_000),
        approvedCostSek: fc.nat(900_000),
        paidSek: fc.nat(600_000),
      }),
      fc.record({
        kind: fc.constant('recovery' as const),
        date: fc.constant('2027-01-01'),
        recoveredSek: fc.nat(600_000),
      }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (wanted) => {
        const recorded: GrantEvent[] = [];
        for (const item of wanted) if (refused(recorded, item).length === 0) recorded.push(item);
        const account = grantAccount(grant, recorded);
        expect(account.netPaidSek).toBeLessThanOrEqual(account.grantedSek);
        expect(account.netPaidSek).toBeLessThanOrEqual(
          Math.max(account.earnedSek, account.advanceSek + account.earnedSek),
        );
        expect(account.netPaidSek).toBeGreaterThanOrEqual(0);
        expect(account.earnedSek).toBeLessThanOrEqual(account.grantedSek);
        expect(account.approvedCostSek).toBeLessThanOrEqual(account.reportedCostSek);
        expect(account.leftSek + account.netPaidSek).toBe(account.grantedSek);
      }),
    );
  });
});
