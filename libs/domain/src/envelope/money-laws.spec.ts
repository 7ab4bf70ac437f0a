import fc from 'fast-check';
import { sumSek, sumYears } from '../money';
import { defaultRuleBook } from '../rules/default-rule-book';
import type { BudgetFrame } from '../round';
import { envelope, lapseForecast, type GrantPlan } from './envelope';
import { checkRegrant, grantAccount, withEvent, type DecidedMoney, type GrantEvent } from './grant-account';
import { checkGrantDecision } from './grant-decision';
import { rebalanced } from './rebalance';

/** A call of three applications as time goes: decisions, payments and rebalancings in any order, each refused or taken up. */
const ids = ['A', 'B', 'C'] as const;
type Id = (typeof ids)[number];
const asked = 1_000_000;
const totalCostSek = 2_000_000;
const yearsOf = [2026, 2027, 2028] as const;

const money = fc.nat({ max: 600_000 });
const id = fc.constantFrom(...ids);
const year = fc.constantFrom(...yearsOf);
const day = fc
  .integer({ min: 0, max: 900 })
  .map((days) => new Date(Date.UTC(2026, 2, 1 + days)).toISOString().slice(0, 10));
const amounts = fc
  .tuple(money, money, money)
  .map((list) => yearsOf.map((of, at) => ({ year: of, amountSek: list[at]! })));
const event: fc.Arbitrary<GrantEvent> = fc.oneof(
  fc.record({ kind: fc.constant('advance' as const), date: day, paidSek: money }),
  fc.record({
    ...{ kind: fc.constant('claim' as const), date: day },
    ...{ reportedCostSek: money, approvedCostSek: money, paidSek: money },
  }),
  fc.record({ kind: fc.constant('recovery' as const), date: day, recoveredSek: money }),
);
const moved = fc.record({ applicationId: id, year, amountSek: fc.integer({ min: 1, max: 300_000 }) });
const step = fc.oneof(
  fc.record({ does: fc.constant('grant' as const), id, amounts, date: day }),
  fc.record({ does: fc.constant('reject' as const), id, date: day }),
  fc.record({ does: fc.constant('pay' as const), id, event }),
  fc.record({
    does: fc.constant('rebalance' as const),
    returns: fc.array(moved, { maxLength: 2 }),
    reuses: fc.array(moved, { maxLength: 2 }),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer Item> ? Item : never;
const frames = fc.tuple(money, money, money, money).map((list): BudgetFrame[] =>
  yearsOf.map((of, at) => ({
    ...{ year: of, frameSek: 2 * list[at]!, alreadyCommittedSek: 0, reservedSek: 0 },
    commitmentAuthorisationSek: at === 0 ? 3 * list[3]! : null,
  })),
);

interface Standing {
  readonly grants: readonly GrantPlan[];
  readonly decided: ReadonlyMap<Id, DecidedMoney>;
  readonly events: ReadonlyMap<Id, readonly GrantEvent[]>;
  readonly lastDecided: ReadonlyMap<Id, string>;
}

describe('the money of a call, whatever happens in whatever order', () => {
  const take = (own: readonly BudgetFrame[], now: Standing, next: Step): Standing => {
    switch (next.does) {
      case 'pay': {
        const grant = now.decided.get(next.id);
        const before = now.events.get(next.id) ?? [];
        if (!grant || !withEvent(grant, before, next.event, defaultRuleBook).ok) return now;
        return { ...now, events: new Map([...now.events, [next.id, [...before, next.event]]]) };
      }
      case 'rebalance': {
        const result = rebalanced(own, now.grants, next.returns, next.reuses, new Map(ids.map((of) => [of, asked])));
        // A rebalancing is computed and not kept: what people make of it are new decisions.
        if (result.ok) holds(own, result.value.grants);
        return now;
      }
      default: {
        const wanted = next.does === 'grant' ? next.amounts.filter(({ amountSek }) => amountSek > 0) : [];
        const others = now.grants.filter(({ applicationId }) => applicationId !== next.id);
        const decision = {
          ...{ applicationId: next.id, kind: next.does === 'grant' ? ('granted' as const) : ('rejected' as const) },
          ...{ amounts: wanted, decidedDate: next.date, decidedBy: 'Nämnden', reason: 'Skäl', aboveFrameReason: null },
        };
        const lastDecidedDate = now.lastDecided.get(next.id) ?? null;
        const application = { id: next.id, requestedSek: asked, receivedDate: '2026-03-01' };
        const basis = { application, frames: own, others, recommended: null, lastDecidedDate };
        if (!checkGrantDecision(decision, basis).ok) return now;
        const before = now.decided.get(next.id);
        const grantedSek = sumYears(wanted);
        const decidedDate = before?.decidedDate ?? next.date;
        const grant = { applicationId: next.id, grantedSek, totalCostSek, decidedDate };
        const events = now.events.get(next.id) ?? [];
        if (before && checkRegrant(grant, events, next.date, defaultRuleBook).length > 0) return now;
        const decided = new Map(now.decided);
        if (grantedSek > 0) decided.set(next.id, grant);
        else decided.delete(next.id);
        return {
          ...{ decided, events: now.events, lastDecided: new Map([...now.lastDecided, [next.id, next.date]]) },
          grants: grantedSek > 0 ? [...others, { applicationId: next.id, payments: wanted }] : others,
        };
      }
    }
  };

  const holds = (own: readonly BudgetFrame[], grants: readonly GrantPlan[]) => {
    const all = envelope(own, grants);
    for (const { payments, commitments } of all)
      for (const number of [payments, commitments])
        if (number) {
          expect(number.earlierSek + number.decidedSek + number.reservedSek + number.freeSek).toBe(number.limitSek);
          expect(number.freeSek).toBeGreaterThanOrEqual(0);
        }
    expect(sumSek(all.map(({ payments }) => payments.decidedSek))).toBe(
      sumSek(grants.map(({ payments }) => sumYears(payments))),
    );
    for (const { payments } of grants) expect(sumYears(payments)).toBeLessThanOrEqual(asked);
    for (const { usedSek, carriedSek, lapsesSek, shortSek, roomSek } of lapseForecast(own, grants, {
      carryOverPercent: 3,
    }))
      expect(usedSek + carriedSek + lapsesSek - shortSek).toBe(roomSek);
  };

  it('never grants above the frames, the authorisation or the request, and never pays above the grant', () => {
    fc.assert(
      fc.property(frames, fc.array(step, { maxLength: 25 }), (own, steps) => {
        const nothing: Standing = { grants: [], decided: new Map(), events: new Map(), lastDecided: new Map() };
        const end = steps.reduce((now, next) => {
          const then = take(own, now, next);
          holds(own, then.grants);
          for (const [of, grant] of then.decided) paysWithin(grant, then.events.get(of) ?? []);
          for (const of of ids) if (!then.decided.has(of)) paidBackIn(then.events.get(of) ?? []);
          return then;
        }, nothing);
        expect(end.grants).toHaveLength(end.decided.size);
      }),
      { numRuns: 500 },
    );
  });

  const paysWithin = (grant: DecidedMoney, events: readonly GrantEvent[]) => {
    const account = grantAccount(grant, events);
    expect(account.netPaidSek).toBeGreaterThanOrEqual(0);
    expect(account.netPaidSek).toBeLessThanOrEqual(grant.grantedSek);
    // Paid and not earned is at most half the grant: what an advance may be.
    expect(2 * account.unearnedSek).toBeLessThanOrEqual(grant.grantedSek);
    expect(account.leftSek + account.netPaidSek).toBe(grant.grantedSek);
    for (const { date } of events) expect(date >= grant.decidedDate).toBe(true);
  };

  /** Of what is no longer granted, everything has been paid back. */
  const paidBackIn = (events: readonly GrantEvent[]) => {
    const paid = sumSek(events.map((item) => (item.kind === 'recovery' ? -item.recoveredSek : item.paidSek)));
    expect(paid).toBe(0);
  };

  it('is followed far enough to mean something', () => {
    const seen = new Set<string>();
    const ample: BudgetFrame[] = yearsOf.map((of) => ({
      ...{
        year: of,
        frameSek: 9_000_000,
        alreadyCommittedSek: 0,
        reservedSek: 0,
        commitmentAuthorisationSek: 9_000_000,
      },
    }));
    const steps = fc.sample(fc.array(step, { minLength: 25, maxLength: 25 }), { numRuns: 300, seed: 20261127 });
    for (const list of steps) {
      let now: Standing = { grants: [], decided: new Map(), events: new Map(), lastDecided: new Map() };
      for (const next of list) {
        const then = take(ample, now, next);
        if (then !== now) seen.add(next.does === 'pay' ? next.event.kind : next.does);
        if (then !== now && next.does === 'grant' && now.decided.has(next.id)) seen.add('regrant');
        now = then;
      }
    }
    expect([...seen].sort()).toEqual(['advance', 'claim', 'grant', 'recovery', 'regrant', 'reject']);
  });
});
