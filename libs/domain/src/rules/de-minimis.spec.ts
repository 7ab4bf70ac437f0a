import fc from 'fast-check';
import { InvariantError } from '../invariant';
import { checkRound } from './check-round';
import { deMinimisJointLimits, deMinimisStandings, eurFromSek, exceedsCeiling } from './de-minimis';
import { defaultRuleBook } from './default-rule-book';
import { smallApplication, smallRound } from './small-round.fixture';

const claim = (id: string, amountEur: number, undertaking = 'F1') =>
  smallApplication(
    { id },
    { title: id, stateAidRoute: 'deminimis', stateAidUndertakingId: undertaking, stateAidAmountEur: amountEur },
  );
const aid = (grantedDate: string, amountEur: number, undertakingActorId = 'F1') => ({
  undertakingActorId,
  grantedDate,
  granter: 'Tillväxtverket',
  amountEur,
  note: null,
});
const asOf = '2026-06-15';

describe('the rolling three years', () => {
  it('counts aid from the day after the same day three years ago, up to and including today', () => {
    const round = smallRound([claim('A-1', 1)], {
      deMinimisHistory: [aid('2023-06-15', 1000), aid('2023-06-16', 200), aid('2026-06-15', 30), aid('2026-06-16', 4)],
    });
    const [standing] = deMinimisStandings(round, defaultRuleBook, asOf);
    expect(standing).toMatchObject({ windowFrom: '2023-06-16', windowTo: asOf, historyEur: 230 });
  });

  it('knows leap days', () => {
    const round = smallRound([claim('A-1', 1)], { deMinimisHistory: [aid('2025-02-28', 7), aid('2025-03-01', 5)] });
    expect(deMinimisStandings(round, defaultRuleBook, '2028-02-29')[0]).toMatchObject({
      windowFrom: '2025-03-01',
      historyEur: 5,
    });
  });

  it('counts units of one organisation as one undertaking', () => {
    const round = smallRound([claim('A-1', 100, 'F1'), claim('A-2', 50, 'F2')], {
      deMinimisHistory: [aid('2025-01-01', 7, 'F2')],
    });
    expect(deMinimisStandings(round, defaultRuleBook, asOf)).toMatchObject([
      {
        undertakingActorId: 'F1',
        memberActorIds: ['F1', 'F2'],
        historyEur: 7,
        applications: [{ amountEur: 100 }, { amountEur: 50 }],
      },
    ]);
  });

  it('ends a chain of parents that loops', () => {
    const round = smallRound([claim('A-1', 100, 'F2')]);
    const actors = round.actors.map((actor) => (actor.id === 'F1' ? { ...actor, parentActorId: 'F2' } : actor));
    expect(deMinimisStandings({ ...round, actors }, defaultRuleBook, asOf)[0]?.undertakingActorId).toBe('F1');
  });
});

describe('joint limits', () => {
  it('binds applications that fit one by one but not together', () => {
    const round = smallRound([claim('A-1', 110_000), claim('A-2', 90_000)], {
      deMinimisHistory: [aid('2025-03-18', 120_000)],
    });
    expect(deMinimisJointLimits(round, defaultRuleBook, asOf)).toEqual([
      {
        undertakingActorId: 'F1',
        ceilingEur: 300_000,
        historyEur: 120_000,
        remainingEur: 180_000,
        applications: [
          { applicationId: 'A-1', amountEur: 110_000 },
          { applicationId: 'A-2', amountEur: 90_000 },
        ],
      },
    ]);
  });

  it('binds nothing when all fit, and leaves out what passes the ceiling alone', () => {
    expect(
      deMinimisJointLimits(smallRound([claim('A-1', 200_000), claim('A-2', 100_000)]), defaultRuleBook, asOf),
    ).toEqual([]);
    const round = smallRound([claim('A-1', 300_001), claim('A-2', 100_000), claim('A-3', 150_000)]);
    expect(deMinimisJointLimits(round, defaultRuleBook, asOf)).toEqual([]);
    expect(checkRound(round, defaultRuleBook).map((item) => [item.applicationId, item.ruleId])).toEqual([
      ['A-1', 'de_minimis_exceeded'],
    ]);
  });

  it('lets what an officer has let past the ceiling take all that is left', () => {
    const round = smallRound([claim('A-1', 300_001), claim('A-2', 100_000)], {
      deMinimisHistory: [aid('2025-03-18', 120_000)],
    });
    expect(deMinimisJointLimits(round, defaultRuleBook, asOf, new Set(['A-1', 'A-2']))).toMatchObject([
      {
        remainingEur: 180_000,
        applications: [
          { applicationId: 'A-1', amountEur: 180_000 },
          { applicationId: 'A-2', amountEur: 100_000 },
        ],
      },
    ]);
    expect(deMinimisJointLimits(round, defaultRuleBook, asOf, new Set(['A-2']))).toEqual([]);
  });

  it('says the same as trying every choice: a limit is there exactly when some choice of fitting applications is too much', () => {
    const amounts = fc.array(
      fc.integer({ min: 1, max: 200_000_00 }).map((cents) => cents / 100),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 250_000_00 }), (eur, historyCents) => {
        const round = smallRound(
          eur.map((amount, index) => claim(`A-${index}`, amount)),
          {
            deMinimisHistory: [aid('2025-01-01', historyCents / 100)],
          },
        );
        const left = 300_000_00 - historyCents;
        const fitting = eur.map((amount) => Math.round(amount * 100)).filter((amount) => amount <= left);
        const isTooMuch = Array.from({ length: 2 ** fitting.length }, (_, choice) =>
          fitting.reduce((sum, amount, index) => sum + (choice & (1 << index) ? amount : 0), 0),
        ).some((sum) => sum > left);
        const limits = deMinimisJointLimits(round, defaultRuleBook, asOf);
        expect(limits.length > 0).toBe(isTooMuch);
        if (limits[0]) expect(Math.round(limits[0].remainingEur * 100)).toBe(left);
      }),
    );
  });

  it('is exact at the ceiling', () => {
    const [standing] = deMinimisStandings(smallRound([claim('A-1', 1)]), defaultRuleBook, asOf);
    expect(standing && exceedsCeiling(standing, [299_999.9, 0.1])).toBe(false);
    expect(standing && exceedsCeiling(standing, [299_999.9, 0.11])).toBe(true);
  });
});

describe('eurFromSek', () => {
  it('rounds up to cents, so that aid is never understated', () => {
    expect(eurFromSek(1_000_000, 11.2345)).toBe(89_011.53);
    expect(eurFromSek(0, 11)).toBe(0);
    expect(eurFromSek(11, 11)).toBe(1);
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 5_000_000, max: 20_000_000 }), (sek, rate) => {
        const eur = eurFromSek(sek, rate / 1_000_000);
        expect(eur * (rate / 1_000_000)).toBeGreaterThanOrEqual(sek - 1e-3);
        expect((eur - 0.01) * (rate / 1_000_000)).toBeLessThan(sek + 1e-3);
      }),
    );
  });

  it('refuses a rate that is none', () => {
    expect(() => eurFromSek(1, 0)).toThrow(InvariantError);
    expect(() => eurFromSek(1.5, 11)).toThrow(InvariantError);
  });
});
