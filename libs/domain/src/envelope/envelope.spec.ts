import fc from 'fast-check';
import { sumYears, type YearAmount } from '../money';
import type { BudgetFrame } from '../round';
import { smallProject } from '../rules/small-round.fixture';
import { envelope, lapseForecast, type GrantPlan } from './envelope';
import { claimPayments, liquidity, paymentProfiles, paymentsOf, quarterlyClaims } from './payment-profile';
import { rebalanced } from './rebalance';
import { ownedMoney, ownerSharesByYear } from './owner-shares';

const frame = (year: number, frameSek: number, changes: Partial<BudgetFrame> = {}): BudgetFrame => ({
  year,
  frameSek,
  alreadyCommittedSek: 0,
  reservedSek: 0,
  commitmentAuthorisationSek: null,
  ...changes,
});
const grant = (applicationId: string, ...payments: [number, number][]): GrantPlan => ({
  applicationId,
  payments: payments.map(([year, amountSek]) => ({ year, amountSek })),
});

const sek = fc.nat(1_000_000_000);
const years = fc.uniqueArray(fc.integer({ min: 2024, max: 2034 }), { minLength: 1, maxLength: 6 });
const frames = years.chain((list) =>
  fc.tuple(
    ...list.map((year) =>
      fc.record({
        year: fc.constant(year),
        frameSek: sek,
        alreadyCommittedSek: sek,
        reservedSek: sek,
        commitmentAuthorisationSek: fc.option(sek, { nil: null }),
      }),
    ),
  ),
);
const amounts: fc.Arbitrary<readonly YearAmount[]> = years.chain((list) =>
  fc.tuple(...[...list].sort().map((of) => fc.record({ year: fc.constant(of), amountSek: sek }))),
);
const grants = fc
  .array(amounts, { maxLength: 6 })
  .map((lists) => lists.map((payments, index) => ({ applicationId: `A-${index}`, payments })));

describe('envelope', () => {
  it('shows the two numbers of the demonstration call', () => {
    const list = [
      frame(2026, 24_000_000, { alreadyCommittedSek: 23_000_000, commitmentAuthorisationSek: 60_000_000 }),
      frame(2027, 24_000_000, { alreadyCommittedSek: 13_500_000 }),
      frame(2028, 24_000_000, { alreadyCommittedSek: 8_000_000, reservedSek: 7_000_000 }),
    ];
    const [first, second] = envelope(list, [grant('A-1', [2026, 343_000], [2027, 1_321_000], [2028, 936_000])]);
    expect(first?.payments).toEqual({
      limitSek: 24_000_000,
      earlierSek: 23_000_000,
      decidedSek: 343_000,
      reservedSek: 0,
      freeSek: 657_000,
    });
    expect(first?.commitments).toEqual({
      limitSek: 60_000_000,
      earlierSek: 21_500_000,
      decidedSek: 2_257_000,
      reservedSek: 7_000_000,
      freeSek: 29_243_000,
    });
    expect(second).toMatchObject({
      commitments: null,
      outstanding: { earlierSek: 8_000_000, decidedSek: 936_000, reservedSek: 7_000_000 },
    });
  });

  it('has a year of its own for payments without a frame', () => {
    const [year] = envelope([], [grant('A-1', [2027, 5])]);
    expect(year).toMatchObject({ year: 2027, hasFrame: false, payments: { limitSek: 0, freeSek: -5 } });
  });

  it('balances to the krona every year in both numbers, and pays out exactly what is granted', () => {
    fc.assert(
      fc.property(frames, grants, (list, all) => {
        const result = envelope(list, all);
        for (const { payments, commitments } of result)
          for (const number of [payments, commitments])
            if (number)
              expect(number.earlierSek + number.decidedSek + number.reservedSek + number.freeSek).toBe(number.limitSek);
        const decided = result.reduce((sum, item) => sum + item.payments.decidedSek, 0);
        expect(decided).toBe(all.reduce((sum, item) => sum + sumYears(item.payments), 0));
        // What is outstanding falls by what is paid: Σ later payments this year − next year = next year's payments.
        result
          .slice(1)
          .forEach((item, index) =>
            expect(
              (result[index] as (typeof result)[number]).outstanding.decidedSek - item.outstanding.decidedSek,
            ).toBe(item.payments.decidedSek),
          );
      }),
    );
  });

  it('gives the same whatever the order of frames and grants', () => {
    fc.assert(
      fc.property(frames, grants, (list, all) => {
        expect(envelope([...list].reverse(), [...all].reverse())).toEqual(envelope(list, all));
      }),
    );
  });
});

describe('lapseForecast', () => {
  it('carries over what may be carried and lets the rest lapse', () => {
    const list = [frame(2026, 1_000), frame(2027, 1_000)];
    expect(lapseForecast(list, [grant('A-1', [2026, 900], [2027, 1_040])], { carryOverPercent: 3 })).toEqual([
      { year: 2026, roomSek: 1_000, usedSek: 900, carriedSek: 30, lapsesSek: 70, shortSek: 0 },
      { year: 2027, roomSek: 1_030, usedSek: 1_040, carriedSek: 0, lapsesSek: 0, shortSek: 10 },
    ]);
  });

  it('carries over no less than nothing and no more than all', () => {
    for (const carryOverPercent of [-1, 101, NaN])
      expect(() => lapseForecast([frame(2026, 1)], [], { carryOverPercent })).toThrow('0–100 %');
  });

  it('accounts for every krona: room = used + carried + lapses − short', () => {
    fc.assert(
      fc.property(frames, grants, fc.nat(100), (list, all, carryOverPercent) => {
        for (const item of lapseForecast(list, all, { carryOverPercent }))
          expect(item.usedSek + item.carriedSek + item.lapsesSek - item.shortSek).toBe(item.roomSek);
      }),
    );
  });
});

describe('payment profiles', () => {
  const project = smallProject({
    startMonth: '2026-10',
    endMonth: '2027-09',
    phases: [
      {
        phaseNo: 1,
        cyclePhase: 'application',
        name: '',
        startMonth: '2026-10',
        endMonth: '2026-12',
        costs: [{ year: 2026, amountSek: 300 }],
      },
      {
        phaseNo: 2,
        cyclePhase: 'implementation',
        name: '',
        startMonth: '2027-01',
        endMonth: '2027-09',
        costs: [{ year: 2027, amountSek: 900 }],
      },
    ],
  });
  const options = {
    requested: [
      { year: 2026, amountSek: 100 },
      { year: 2027, amountSek: 500 },
    ],
    fallbackYear: 2026,
  };

  it('differ in when the same money is paid', () => {
    expect(paymentsOf('as_requested', 600, project, options)).toEqual([
      { year: 2026, amountSek: 100 },
      { year: 2027, amountSek: 500 },
    ]);
    expect(paymentsOf('even', 600, project, options)).toEqual([
      { year: 2026, amountSek: 150 },
      { year: 2027, amountSek: 450 },
    ]);
    expect(paymentsOf('by_phase', 600, project, options)).toEqual([
      { year: 2026, amountSek: 150 },
      { year: 2027, amountSek: 450 },
    ]);
    expect(paymentsOf('lagged', 600, project, options)).toEqual([{ year: 2027, amountSek: 600 }]);
  });

  it('claims by the quarter are paid three months later, the last one after the end', () => {
    expect(claimPayments(600, project, quarterlyClaims)).toEqual([
      { month: '2027-03', amountSek: 150 },
      { month: '2027-06', amountSek: 150 },
      { month: '2027-09', amountSek: 150 },
      { month: '2027-12', amountSek: 150 },
    ]);
  });

  it('an advance comes first and is worked off', () => {
    expect(claimPayments(600, project, quarterlyClaims, 200)).toEqual([
      { month: '2026-10', amountSek: 200 },
      { month: '2027-06', amountSek: 100 },
      { month: '2027-09', amountSek: 150 },
      { month: '2027-12', amountSek: 150 },
    ]);
  });

  it('the liquidity curve says how much must be paid before the money comes, and an advance lowers it until it is worked off', () => {
    const curve = liquidity(600, project, quarterlyClaims);
    expect(curve).toMatchObject({ peakSek: 250, peakMonth: '2027-02' });
    expect(curve.months.at(-1)).toMatchObject({ month: '2027-12', prefinancedSek: 0 });
    const after = (month: string, advance: number) =>
      liquidity(600, project, quarterlyClaims, advance).months.find((item) => item.month === month)?.prefinancedSek;
    expect([after('2026-12', 0), after('2026-12', 200)]).toEqual([150, -50]);
    expect([after('2027-08', 0), after('2027-08', 200)]).toEqual([250, 250]);
  });

  const month = fc
    .tuple(fc.integer({ min: 2025, max: 2029 }), fc.integer({ min: 1, max: 12 }))
    .map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
  const phase = fc.record({
    start: month,
    end: month,
    amount: fc.nat(3_000_000),
    of: fc.integer({ min: 2025, max: 2029 }),
  });
  const anyProject = fc
    .record({
      start: fc.option(month, { nil: null }),
      end: fc.option(month, { nil: null }),
      phases: fc.array(phase, { maxLength: 4 }),
      costs: amounts,
    })
    .map(({ start, end, phases, costs }) =>
      smallProject({
        startMonth: start,
        endMonth: end,
        costs,
        phases: phases.map((item, index) => ({
          phaseNo: index + 1,
          cyclePhase: 'implementation',
          name: '',
          startMonth: item.start,
          endMonth: item.end,
          costs: [{ year: item.of, amountSek: item.amount }],
        })),
      }),
    );

  it('always sum to the grant, never go below zero, and keep years in order', () => {
    fc.assert(
      fc.property(
        anyProject,
        sek,
        fc.constantFrom(...paymentProfiles),
        amounts,
        (any, grantSek, profile, requested) => {
          const payments = paymentsOf(profile, grantSek, any, { requested, fallbackYear: 2026 });
          expect(sumYears(payments)).toBe(grantSek);
          expect(payments.every((entry) => entry.amountSek > 0)).toBe(true);
          expect(payments.map((entry) => entry.year)).toEqual([...new Set(payments.map((entry) => entry.year))].sort());
        },
      ),
    );
  });

  it('the liquidity curve ends where everything is paid, and its steps are cost less money received', () => {
    fc.assert(
      fc.property(
        anyProject,
        fc.nat(50_000_000),
        fc.constantFrom(1, 2, 3, 4, 6, 12),
        fc.nat(12),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (any, grantSek, claimEveryMonths, monthsToPayment, part) => {
          const advance = Math.floor(grantSek * part);
          const { months, peakSek } = liquidity(grantSek, any, { claimEveryMonths, monthsToPayment }, advance);
          if (months.length === 0) return;
          expect(months.at(-1)?.prefinancedSek).toBe(0);
          expect(months.reduce((sum, item) => sum + item.receivedSek, 0)).toBe(grantSek);
          expect(peakSek).toBe(Math.max(0, ...months.map((item) => item.prefinancedSek)));
          months.reduce((before, item) => {
            expect(item.prefinancedSek).toBe(before + item.costSek - item.receivedSek);
            return item.prefinancedSek;
          }, 0);
        },
      ),
    );
  });
});

describe('rebalanced', () => {
  const list = [frame(2026, 1_000), frame(2027, 1_000)];
  const all = [grant('A-1', [2026, 600], [2027, 400]), grant('A-2', [2026, 300])];
  const asked = new Map([
    ['A-1', 1_000],
    ['A-2', 500],
    ['A-9', 100],
  ]);
  const anything = new Map(['A-0', 'A-1', 'A-2'].map((id) => [id, 10_000_000_000]));

  it('lets one project use what another gives back', () => {
    const result = rebalanced(
      list,
      all,
      [{ applicationId: 'A-1', year: 2026, amountSek: 250 }],
      [
        { applicationId: 'A-2', year: 2026, amountSek: 200 },
        { applicationId: 'A-9', year: 2026, amountSek: 100 },
      ],
      asked,
    );
    expect(result.ok && result.value.grants).toEqual([
      grant('A-1', [2026, 350], [2027, 400]),
      grant('A-2', [2026, 500]),
      grant('A-9', [2026, 100]),
    ]);
    expect(result.ok && result.value.after[0]?.payments.freeSek).toBe(50);
    expect(result.ok && result.value.releasedSek).toEqual([{ year: 2026, amountSek: -50 }]);
  });

  it.each([
    ['rebalance-unknown-grant', [{ applicationId: 'A-9', year: 2026, amountSek: 1 }], []],
    ['rebalance-above-grant', [{ applicationId: 'A-1', year: 2026, amountSek: 601 }], []],
    [
      'rebalance-above-grant',
      [
        { applicationId: 'A-1', year: 2026, amountSek: 400 },
        { applicationId: 'A-1', year: 2026, amountSek: 201 },
      ],
      [],
    ],
    [
      'rebalance-above-free',
      [{ applicationId: 'A-1', year: 2027, amountSek: 100 }],
      [{ applicationId: 'A-2', year: 2026, amountSek: 101 }],
    ],
    ['rebalance-above-request', [], [{ applicationId: 'A-9', year: 2027, amountSek: 101 }]],
    ['rebalance-above-request', [], [{ applicationId: 'A-8', year: 2027, amountSek: 1 }]],
    ['rebalance-amount', [{ applicationId: 'A-1', year: 2026, amountSek: 0.5 }], []],
    ['rebalance-amount', [], [{ applicationId: 'A-1', year: 2026, amountSek: -1 }]],
  ])('refuses %s', (code, returns, reuses) => {
    expect(rebalanced(list, all, returns, reuses, asked)).toMatchObject({ ok: false, refusal: [{ code }] });
  });

  it('promises no more for later years than the authorisation, nor further above it', () => {
    const later = { applicationId: 'A-2', year: 2027, amountSek: 100 };
    const within = (authorisation: number, amountSek: number) =>
      rebalanced(
        [frame(2026, 1_000, { commitmentAuthorisationSek: authorisation }), frame(2027, 1_000)],
        all,
        [],
        [{ ...later, amountSek }],
        asked,
      );
    expect(within(500, 100)).toMatchObject({ ok: true });
    expect(within(499, 100)).toMatchObject({
      ok: false,
      refusal: [
        {
          code: 'rebalance-above-authorisation',
          path: ['reuses', 0, 'amountSek'],
          params: { year: 2026, over: 1, limit: 499 },
        },
      ],
    });
    expect(within(300, 1)).toMatchObject({ ok: false });
    // Moved between projects of the same year: what is promised is the same, above the authorisation or not.
    const moved = rebalanced(
      [frame(2026, 1_000, { commitmentAuthorisationSek: 300 }), frame(2027, 1_000)],
      all,
      [{ applicationId: 'A-1', year: 2027, amountSek: 100 }],
      [later],
      asked,
    );
    expect(moved).toMatchObject({ ok: true });
  });

  it('never lets a year that held fall short, and conserves money', () => {
    const move = fc.record({
      applicationId: fc.constantFrom('A-0', 'A-1', 'A-2'),
      year: fc.integer({ min: 2024, max: 2034 }),
      amountSek: fc.integer({ min: 1, max: 500_000_000 }),
    });
    fc.assert(
      fc.property(
        frames,
        grants,
        fc.array(move, { maxLength: 4 }),
        fc.array(move, { maxLength: 4 }),
        (ownFrames, own, returns, reuses) => {
          const result = rebalanced(ownFrames, own, returns, reuses, anything);
          if (!result.ok) return;
          for (const before of result.value.before) {
            const after = result.value.after.find((item) => item.year === before.year);
            const released = result.value.releasedSek.find((item) => item.year === before.year)?.amountSek ?? 0;
            expect((after?.payments.decidedSek ?? 0) + released).toBe(before.payments.decidedSek);
            if (before.payments.freeSek >= 0 && after) expect(after.payments.freeSek).toBeGreaterThanOrEqual(0);
            if (before.commitments && after?.commitments)
              expect(after.commitments.freeSek).toBeGreaterThanOrEqual(Math.min(0, before.commitments.freeSek));
          }
          expect(result.value.grants.every((item) => item.payments.every((entry) => entry.amountSek > 0))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('ownerSharesByYear', () => {
  const actors = new Map([
    [
      'R',
      {
        id: 'R',
        name: 'R',
        actorType: 'public',
        legalForm: 'region',
        parentActorId: null,
        municipalityCode: null,
        provenance: null,
        note: null,
      } as const,
    ],
    [
      'K',
      {
        id: 'K',
        name: 'K',
        actorType: 'public',
        legalForm: 'municipality',
        parentActorId: null,
        municipalityCode: null,
        provenance: null,
        note: null,
      } as const,
    ],
  ]);
  const project = smallProject({
    leadPartnerId: 'R',
    partners: [
      { actorId: 'R', role: 'lead_partner', costSharePct: 67 },
      { actorId: 'K', role: 'project_partner', costSharePct: 33 },
    ],
  });

  it('splits each year’s money to the krona, by partner budget or by lead partner', () => {
    const projects = new Map([['A-1', project]]);
    const shares = (grants: GrantPlan[], attribution: 'partner_budget' | 'lead_partner') =>
      ownerSharesByYear(ownedMoney(grants, projects, actors, attribution));
    expect(shares([grant('A-1', [2026, 10], [2027, 100])], 'partner_budget')).toEqual([
      { year: 2026, totalSek: 10, byGroup: { region_own: 7, municipal: 3, other: 0 }, amountsSek: [10] },
      { year: 2027, totalSek: 100, byGroup: { region_own: 67, municipal: 33, other: 0 }, amountsSek: [100] },
    ]);
    expect(shares([grant('A-1', [2026, 10])], 'lead_partner')[0]?.byGroup).toEqual({
      region_own: 10,
      municipal: 0,
      other: 0,
    });
  });

  it('follows them over the years, from grants of any time', () => {
    const earlier = { year: 2024, byGroup: { region_own: 0, municipal: 40, other: 0 } };
    const projects = new Map([['A-1', project]]);
    const pieces = [...ownedMoney([grant('A-1', [2026, 10])], projects, actors, 'lead_partner'), earlier, earlier];
    expect(ownerSharesByYear(pieces).map(({ year, totalSek, amountsSek }) => [year, totalSek, amountsSek])).toEqual([
      [2024, 80, [40, 40]],
      [2026, 10, [10]],
    ]);
  });
});
