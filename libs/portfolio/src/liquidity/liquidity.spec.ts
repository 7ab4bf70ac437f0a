import fc from 'fast-check';
import { defaultRuleBook, monthNumber, monthText } from '@fordela/domain';
import { demoRound } from '../../../../test/support/demo-round';
import { followShares } from './follow-shares';
import { liquidityForecast, type LiquidityForecast } from './liquidity-forecast';
import { claimRulesOn, liquidityOf, type ClaimPractice } from './liquidity-of-round';
import type { ClaimRule, LiquidityParameters, LiquidityProject } from './liquidity-project';
import { advanceOf } from './source-payments';

const eruf: ClaimRule = {
  source: 'eruf',
  pays: 'after_claims',
  claimEveryMonths: 24,
  monthsToPayment: 3,
  finalReportMonths: 0,
  heldBackPct: 0,
  costBase: 'all',
  advance: null,
  validFrom: '2026-01-01',
  validTo: null,
  basis: 'the report’s example: one claim when the work is done',
};

const usual: LiquidityParameters = {
  asOf: '2026-06-01',
  rules: [eruf],
  profile: 'phase',
  lagMonths: 1,
  paidTo: 'partners',
  forwardMonths: 0,
  capacitySek: {},
};

/** Kraftsamla Sörmland (2026), section 4.3: three million, A, B and C of a million each, all paid by ERUF in arrears. */
const threeMillion: LiquidityProject = {
  id: 'example',
  title: null,
  phases: ['A', 'B', 'C'].map((name, i) => ({
    ...{ no: i + 1, name, start: `${2026 + i}-01`, end: `${2026 + i}-12` },
    costs: [{ year: 2026 + i, amountSek: 1_000_000 }],
  })),
  financing: [{ source: 'eruf', kind: 'cash', amounts: [{ year: 2028, amountSek: 3_000_000 }] }],
  partners: [{ actor: 'kommunen', part: 1 }],
  donePhases: null,
  advanceRequestedSek: 0,
};

function forecast(
  projects: readonly LiquidityProject[],
  parameters: Partial<LiquidityParameters> = {},
): LiquidityForecast {
  const result = liquidityForecast(projects, { ...usual, ...parameters });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

describe('the report’s example', () => {
  it('lies out with two million when only A and B are carried out, and gets them back after the claim', () => {
    const { actors, projects } = forecast([{ ...threeMillion, donePhases: [1, 2] }], {
      capacitySek: { kommunen: 510_000 },
    });
    const [actor] = actors;
    expect(actor).toMatchObject({
      spentSek: 2_000_000,
      receivedSek: 2_000_000,
      peakPrefinancingSek: 2_000_000,
      peakMonth: '2027-12',
      aboveCapacitySek: 1_490_000,
      finalSek: 0,
    });
    expect(actor?.monthsAboveCapacity[0]).toBe('2026-07'); // seven twelfths of the first million
    expect(projects[0]?.payments).toEqual([
      {
        source: 'eruf',
        kind: 'final',
        claimedMonth: '2027-12',
        paidMonth: '2028-03',
        amountSek: 2_000_000,
        accumulatedCostSek: 2_000_000,
      },
    ]);
  });

  it('tells the same as the what-if of the whole project', () => {
    const [project] = forecast([threeMillion]).projects;
    expect(
      project?.ifStopped.map(({ phases, spentSek, peakPrefinancingSek, paidBackSek }) => [
        phases,
        spentSek,
        peakPrefinancingSek,
        paidBackSek,
      ]),
    ).toEqual([
      [[1], 1_000_000, 1_000_000, 1_000_000],
      [[1, 2], 2_000_000, 2_000_000, 2_000_000],
      [[1, 2, 3], 3_000_000, 2_166_668, 3_000_000], // the first claim is paid in March 2028
    ]);
    expect(project?.peakMonth).toBe('2028-02');
  });

  it('lies out with little less under "only a very small advance"', () => {
    const advance = { mostPctOfGrant: 50, mostSek: 400_000, wanted: 'most', deductedFrom: 'first' } as const;
    const { actors, projects } = forecast([{ ...threeMillion, donePhases: [1, 2] }], { rules: [{ ...eruf, advance }] });
    expect(actors[0]?.peakPrefinancingSek).toBe(1_600_000);
    expect(projects[0]?.payments.map(({ kind, amountSek }) => [kind, amountSek])).toEqual([
      ['advance', 400_000],
      ['final', 1_600_000],
    ]);
  });

  it('must give money back when less is done than the advance', () => {
    const advance = { mostPctOfGrant: 50, mostSek: 1_500_000, wanted: 'most', deductedFrom: 'last' } as const;
    const { projects, actors } = forecast([{ ...threeMillion, donePhases: [1] }], { rules: [{ ...eruf, advance }] });
    expect(projects[0]?.payments.map(({ kind, amountSek }) => [kind, amountSek])).toEqual([
      ['advance', 1_500_000],
      ['recovery', -500_000],
    ]);
    expect(actors[0]?.finalSek).toBe(0);
  });
});

describe('rules of payment', () => {
  it('caps the advance at half of the grant, at its sum and at what is requested', () => {
    const rule = {
      advance: { mostPctOfGrant: 50, mostSek: 400_000, wanted: 'requested', deductedFrom: 'first' } as const,
    };
    expect(advanceOf(rule, 2_000_000, 500_000)).toBe(400_000);
    expect(advanceOf(rule, 500_001, 500_000)).toBe(250_000);
    expect(advanceOf(rule, 2_000_000, 100_000)).toBe(100_000);
    expect(advanceOf({ advance: null }, 2_000_000, 100_000)).toBe(0);
  });

  it('claims every quarter on accumulated cost, holds back a tenth, and pays the rest with the final report', () => {
    const project: LiquidityProject = {
      ...threeMillion,
      phases: [{ no: 1, name: '', start: '2026-01', end: '2026-12', costs: [{ year: 2026, amountSek: 1_200_000 }] }],
      financing: [
        { source: 'eruf', kind: 'cash', amounts: [{ year: 2026, amountSek: 480_000 }] },
        { source: 'municipal', kind: 'cash', amounts: [{ year: 2026, amountSek: 720_000 }] },
      ],
    };
    const rules: ClaimRule[] = [
      { ...eruf, claimEveryMonths: 3, monthsToPayment: 2, finalReportMonths: 1, heldBackPct: 10 },
      { ...eruf, source: 'municipal', pays: 'as_spent' },
    ];
    const { projects, actors } = forecast([project], { rules });
    const claims = projects[0]?.payments.filter(({ source }) => source === 'eruf');
    expect(
      claims?.map(({ kind, claimedMonth, paidMonth, amountSek }) => [kind, claimedMonth, paidMonth, amountSek]),
    ).toEqual([
      ['claim', '2026-03', '2026-05', 120_000],
      ['claim', '2026-06', '2026-08', 120_000],
      ['claim', '2026-09', '2026-11', 120_000],
      ['final', '2027-01', '2027-03', 120_000],
    ]);
    // 40 % of 100,000 a month, four months out before the first payment comes in the fifth.
    expect(actors[0]).toMatchObject({ peakPrefinancingSek: 160_000, peakMonth: '2026-04', finalSek: 0 });
  });

  it('reads the rule that is valid on the day, and refuses a source without one', () => {
    const later: ClaimRule = { ...eruf, monthsToPayment: 9, validFrom: '2027-01-01' };
    const rules = [{ ...eruf, validTo: '2026-12-31' }, later];
    expect(forecast([threeMillion], { rules, asOf: '2027-05-05' }).rules[0]?.monthsToPayment).toBe(9);
    const codes = (parameters: Partial<LiquidityParameters>, project = threeMillion) => {
      const result = liquidityForecast([project], { ...usual, ...parameters });
      return result.ok ? [] : result.refusal.map(({ code }) => code);
    };
    expect(codes({ rules: [later] })).toEqual(['liquidity-no-rule']);
    expect(codes({ rules: [eruf, eruf] })).toEqual(['liquidity-two-rules']);
    expect(codes({}, { ...threeMillion, donePhases: [7] })).toEqual(['liquidity-unknown-phase']);
    expect(codes({}, { ...threeMillion, partners: [{ actor: 'a', part: 0 }] })).toEqual(['liquidity-no-partner']);
    const reversed = threeMillion.phases.map((phase) => ({ ...phase, start: phase.end, end: phase.start }));
    expect(codes({}, { ...threeMillion, phases: reversed })).toEqual(Array(3).fill('liquidity-phase-reversed'));
  });

  it('lets the lead partner pass on the partners’ parts later', () => {
    const shared = {
      ...threeMillion,
      donePhases: [1],
      partners: [
        { actor: 'lead', part: 60 },
        { actor: 'other', part: 40 },
      ],
    };
    const [lead, other] = forecast([shared], { paidTo: 'lead', forwardMonths: 2 }).actors;
    expect([lead?.spentSek, other?.spentSek]).toEqual([600_000, 400_000]);
    expect(lead?.months.find(({ month }) => month === '2027-03')?.receivedSek).toBe(1_000_000);
    expect(lead?.months.find(({ month }) => month === '2027-05')?.passedOnSek).toBe(400_000);
    expect(other?.months.at(-1)).toMatchObject({ month: '2027-05', passedOnSek: -400_000, cumulativeSek: 0 });
    expect(lead?.finalSek).toBe(0);
  });
});

const someProject = (): fc.Arbitrary<LiquidityProject> =>
  fc
    .record({
      phases: fc.array(
        fc.record({
          start: fc.integer({ min: 0, max: 30 }),
          length: fc.integer({ min: 0, max: 14 }),
          costs: fc.array(fc.integer({ min: 0, max: 999_999 }), { minLength: 3, maxLength: 3 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      shares: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }),
      inKind: fc.integer({ min: 0, max: 300_000 }),
      parts: fc
        .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 })
        .filter((parts) => parts.some((part) => part > 0)),
      done: fc.option(fc.subarray([1, 2, 3, 4])),
      advance: fc.integer({ min: 0, max: 900_000 }),
    })
    .map(({ phases, shares, inKind, parts, done, advance }): LiquidityProject => {
      const start = monthNumber('2026-01');
      const own = phases.map((phase, i) => ({
        no: i + 1,
        name: '',
        start: monthText(start + phase.start),
        end: monthText(start + phase.start + phase.length),
        costs: phase.costs.map((amountSek, year) => ({ year: 2026 + year, amountSek })),
      }));
      const total = own.flatMap(({ costs }) => costs).reduce((sum, { amountSek }) => sum + amountSek, 0);
      const year2026 = own.reduce((sum, { costs }) => sum + (costs[0]?.amountSek ?? 0), 0);
      const given = Math.min(inKind, year2026);
      const sum = shares.reduce((a, b) => a + b, 0);
      const first = sum > 0 ? Math.floor(((total - given) * (shares[0] as number)) / sum) : 0;
      const second = sum > 0 ? Math.floor(((total - given) * (shares[1] as number)) / sum) : 0;
      return {
        ...threeMillion,
        phases: own,
        financing: [
          { source: 'eruf', kind: 'cash', amounts: [{ year: 2027, amountSek: first }] },
          { source: 'state_1_1', kind: 'cash', amounts: [{ year: 2026, amountSek: second }] },
          { source: 'municipal', kind: 'cash', amounts: [{ year: 2026, amountSek: total - given - first - second }] },
          { source: 'municipal', kind: 'in_kind', amounts: [{ year: 2026, amountSek: given }] },
        ],
        partners: parts.map((part, i) => ({ actor: `actor-${i}`, part })),
        donePhases: done?.filter((no) => no <= own.length) ?? null,
        advanceRequestedSek: advance,
      };
    });

const allRules: ClaimRule[] = [
  { ...eruf, claimEveryMonths: 4, finalReportMonths: 2, heldBackPct: 15 },
  {
    ...{ ...eruf, source: 'state_1_1', claimEveryMonths: 3, costBase: 'cash' },
    advance: { mostPctOfGrant: 50, mostSek: 400_000, wanted: 'requested', deductedFrom: 'last' },
  },
  { ...eruf, source: 'municipal', pays: 'as_spent', costBase: 'cash' },
];

describe('laws of liquidity', () => {
  it('keeps every krona: actors add up to projects, and a project carried out in full ends at nothing', () => {
    fc.assert(
      fc.property(
        fc.array(someProject(), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('even', 'phase', 'lagged'),
        fc.boolean(),
        (list, profile, lead) => {
          const projects = list.map((project, i) => ({ ...project, id: `p${i}` }));
          const { actors, projects: own } = forecast(projects, {
            rules: allRules,
            profile: profile as 'even',
            paidTo: lead ? 'lead' : 'partners',
            forwardMonths: 1,
          });
          const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
          expect(sum(actors.map(({ spentSek }) => spentSek))).toBe(sum(own.map(({ spentSek }) => spentSek)));
          expect(sum(actors.map(({ finalSek }) => finalSek))).toBe(sum(own.map(({ finalSek }) => finalSek)));
          const months = new Map<string, number>();
          for (const { months: rows } of actors)
            for (const row of rows) months.set(row.month, (months.get(row.month) ?? 0) + row.receivedSek);
          for (const { payments } of own)
            for (const payment of payments)
              months.set(payment.paidMonth, (months.get(payment.paidMonth) ?? 0) - payment.amountSek);
          expect([...months.values()].every((rest) => rest === 0)).toBe(true);
          for (const actor of actors) {
            expect(sum(actor.months.map(({ spentSek }) => spentSek))).toBe(actor.spentSek);
            for (const { spentSek } of actor.months) expect(Number.isSafeInteger(spentSek) && spentSek >= 0).toBe(true);
            expect(actor.peakPrefinancingSek).toBe(
              Math.max(0, ...actor.months.map(({ cumulativeSek }) => -cumulativeSek)),
            );
          }
          own.forEach((project, i) => {
            const done = projects[i]?.donePhases;
            if (done === null) expect(project.finalSek).toBe(0);
            // Without work given (which a source may pay its share of too) nobody earns on stopping early.
            if (project.inKindSek === 0 && projects[i]?.financing.at(-1)?.amounts[0]?.amountSek === 0)
              expect(project.finalSek).toBeLessThanOrEqual(0);
            expect(project.ifStopped.at(-1)?.spentSek).toBeGreaterThanOrEqual(project.spentSek);
          });
        },
      ),
      { numRuns: 80 },
    );
  });

  it('never pays a source’s money beyond its grant, and pays what was earned', () => {
    fc.assert(
      fc.property(someProject(), (project) => {
        const [own] = forecast([project], { rules: allRules }).projects;
        const all = project.phases.flatMap(({ costs }) => costs).reduce((sum, { amountSek }) => sum + amountSek, 0);
        const grant = project.financing[0]?.amounts[0]?.amountSek ?? 0;
        const paid = own?.payments.filter(({ source }) => source === 'eruf') ?? [];
        let sofar = 0;
        for (const { amountSek } of paid) {
          sofar += amountSek;
          expect(sofar).toBeLessThanOrEqual(grant);
        }
        const cost = (own?.spentSek ?? 0) + (own?.inKindSek ?? 0);
        expect(sofar).toBe(all === 0 ? 0 : Number((BigInt(grant) * BigInt(cost)) / BigInt(all)));
      }),
      { numRuns: 80 },
    );
  });

  it('needs no more of an actor when sources pay sooner', () => {
    fc.assert(
      fc.property(someProject(), (project) => {
        const peak = (months: number) =>
          forecast([project], { rules: allRules.map((rule) => ({ ...rule, advance: null, monthsToPayment: months })) })
            .projects[0]?.peakPrefinancingSek ?? 0;
        expect(peak(1)).toBeLessThanOrEqual(peak(4));
      }),
      { numRuns: 100 },
    );
  });

  it('follows the shares within a krona, whatever comes', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 5 })
          .filter((parts) => parts.some((part) => part > 0)),
        fc.array(fc.integer({ min: -500, max: 100_000 }), { maxLength: 12 }),
        (parts, amounts) => {
          const split = followShares(parts);
          const given = parts.map(() => 0);
          const total = parts.reduce((a, b) => a + b, 0);
          let seen = 0;
          for (const amount of amounts) {
            const pieces = split(amount);
            expect(pieces.reduce((a, b) => a + b, 0)).toBe(amount);
            seen += amount;
            pieces.forEach((piece, i) => (given[i] = (given[i] as number) + piece));
            expect(pieces.every((piece) => (amount < 0 ? piece <= 0 : piece >= 0))).toBe(true);
          }
          if (amounts.every((amount) => amount >= 0))
            given.forEach((own, i) => expect(Math.abs(own - (seen * (parts[i] as number)) / total)).toBeLessThan(2));
        },
      ),
    );
  });
});

describe('liquidityOf', () => {
  const practice = (source: string, pays: ClaimRule['pays']): ClaimPractice => ({
    ...{ source, pays, claimEveryMonths: 3, monthsToPayment: 2, finalReportMonths: 3, heldBackPct: 0, costBase: 'all' },
    advance: source === 'state_1_1' ? { wanted: 'requested', deductedFrom: 'first' } : null,
    basis: 'assumption',
  });
  const round = demoRound();
  const sources = [
    ...new Set(round.applications.flatMap(({ project }) => project.financing.map(({ sourceType }) => sourceType))),
  ];
  const claimed = ['state_1_1', 'eruf', 'esf', 'interreg'];
  const practices = sources.map((source) => practice(source, claimed.includes(source) ? 'after_claims' : 'as_spent'));
  const rules = claimRulesOn(defaultRuleBook, round.call.decisionDate, practices);
  if (!rules.ok) throw new Error(JSON.stringify(rules.refusal));
  const parameters = { ...usual, asOf: round.call.decisionDate, rules: rules.value };

  it('takes the advance ceilings of the day from the rule book', () => {
    expect(rules.value.find(({ source }) => source === 'state_1_1')?.advance).toMatchObject({
      mostPctOfGrant: 50,
      mostSek: 400_000,
    });
    expect(claimRulesOn(defaultRuleBook, '1999-01-01', practices)).toMatchObject({
      ok: false,
      refusal: [{ code: 'liquidity-no-advance-ceiling' }],
    });
  });

  it('forecasts every application of the demonstration round that adds up, to the krona', () => {
    const sound = round.applications.filter(({ project }) => {
      const cost = project.phases.flatMap(({ costs }) => costs).reduce((sum, { amountSek }) => sum + amountSek, 0);
      const money = project.financing
        .flatMap(({ amounts }) => amounts)
        .reduce((sum, { amountSek }) => sum + amountSek, 0);
      return cost === money && cost === project.totalCostSek;
    });
    const result = liquidityOf(
      round,
      sound.map(({ id }) => ({ applicationId: id, grantedSek: null, donePhases: null })),
      parameters,
    );
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    expect(sound.length).toBeGreaterThan(30);
    for (const { finalSek } of result.value.projects) expect(finalSek).toBe(0);
    expect(result.value.actors.some(({ peakPrefinancingSek }) => peakPrefinancingSek > 0)).toBe(true);
  });

  it('leaves the gap with the partners when less is granted than requested', () => {
    const [application] = round.applications;
    if (!application) throw new Error('the demonstration round is empty');
    const granted = application.requestedSek - 100_000;
    const result = liquidityOf(
      round,
      [{ applicationId: application.id, grantedSek: granted, donePhases: null }],
      parameters,
    );
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    expect(result.value.projects[0]?.finalSek).toBe(-100_000);
  });

  it('refuses an application that is not in the round', () => {
    const result = liquidityOf(round, [{ applicationId: 'nej', grantedSek: null, donePhases: null }], parameters);
    expect(result).toMatchObject({ ok: false, refusal: [{ code: 'liquidity-unknown-application' }] });
  });
});
