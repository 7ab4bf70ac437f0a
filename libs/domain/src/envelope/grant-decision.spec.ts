import fc from 'fast-check';
import { envelope } from './envelope';
import { checkGrantDecision, type DecisionBasis, type GrantDecision } from './grant-decision';

const frame = (year: number, frameSek: number, authorisation: number | null = null) => ({
  ...{ year, frameSek, alreadyCommittedSek: 0, reservedSek: 0, commitmentAuthorisationSek: authorisation },
});
const decision = (changes: Partial<GrantDecision> = {}): GrantDecision => ({
  ...{ applicationId: 'A', kind: 'granted', amounts: [{ year: 2027, amountSek: 100 }], decidedDate: '2026-06-15' },
  ...{ decidedBy: 'Nämnden', reason: '', aboveFrameReason: null, ...changes },
});
const application = { id: 'A', requestedSek: 1000, receivedDate: '2026-03-01' };
const codes = (
  wanted: GrantDecision,
  frames = [frame(2027, 1000)],
  others: DecisionBasis['others'] = [],
  more: Partial<DecisionBasis> = {},
) => {
  const basis = { application, frames, others, recommended: null, lastDecidedDate: null, ...more };
  const checked = checkGrantDecision(wanted, basis);
  return checked.ok ? [] : checked.refusal.map(({ code, path }) => `${code} ${path.join('.')}`);
};

describe('a decision about an application', () => {
  it('is accepted within the request and the envelope', () => expect(codes(decision())).toEqual([]));

  it.each([
    [{ amounts: [{ year: 2027, amountSek: 0.5 }] }, 'decision-amount amounts.0.amountSek'],
    [{ amounts: [{ year: 2027, amountSek: -1 }] }, 'decision-amount amounts.0.amountSek'],
    [
      {
        amounts: [
          { year: 2027, amountSek: 1 },
          { year: 2027, amountSek: 2 },
        ],
      },
      'decision-year-twice amounts.1.year',
    ],
    [{ amounts: [] }, 'decision-without-amount amounts'],
    [{ amounts: [{ year: 2027, amountSek: 1001 }], aboveFrameReason: 'x' }, 'decision-above-request amounts'],
    [{ kind: 'rejected', amounts: [] }, 'decision-reason-missing reason'],
    [{ kind: 'returned', reason: 'Mer underlag' }, 'decision-with-amount amounts'],
    [{ decidedBy: ' ' }, 'text-missing decidedBy'],
    [{ amounts: [{ year: 2025, amountSek: 1 }], aboveFrameReason: 'x' }, 'decision-year-out-of-range amounts.0.year'],
    [{ amounts: [{ year: 2037, amountSek: 1 }], aboveFrameReason: 'x' }, 'decision-year-out-of-range amounts.0.year'],
    [{ decidedDate: '2026-02-28' }, 'decision-before-application decidedDate'],
  ] as const)('%j is refused', (changes, code) => expect(codes(decision(changes))).toEqual([code]));

  it('is not dated before the decision it replaces', () => {
    expect(codes(decision(), undefined, [], { lastDecidedDate: '2026-06-16' })).toEqual(['decision-order decidedDate']);
    expect(codes(decision(), undefined, [], { lastDecidedDate: '2026-06-15' })).toEqual([]);
  });

  it('needs a reason to depart from the scenario it is made on, in money or in years', () => {
    const on = (recommended: DecisionBasis['recommended'], changes = {}) =>
      codes(decision(changes), [frame(2027, 1000), frame(2028, 1000)], [], { recommended });
    expect(on([{ year: 2027, amountSek: 100 }])).toEqual([]);
    for (const recommended of [[], [{ year: 2027, amountSek: 99 }], [{ year: 2028, amountSek: 100 }]]) {
      expect(on(recommended)).toEqual(['decision-departs-without-reason reason']);
      expect(on(recommended, { reason: 'Nämnden bedömer anslutningen högre.' })).toEqual([]);
    }
  });

  it('needs a reason to take more than is free, in payments or in commitments', () => {
    const others = [{ applicationId: 'B', payments: [{ year: 2027, amountSek: 950 }] }];
    expect(codes(decision(), undefined, others)).toEqual(['decision-above-free amounts']);
    expect(codes(decision({ aboveFrameReason: 'Nämnden tar av nästa års reserv.' }), undefined, others)).toEqual([]);
    expect(codes(decision(), [frame(2026, 0, 50), frame(2027, 1000)])).toEqual([
      'decision-above-authorisation amounts',
    ]);
  });

  it('never lets the envelope go below zero without a reason, and it balances whatever is decided', () => {
    const money = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(fc.array(fc.tuple(money, money), { maxLength: 8 }), money, money, (wishes, first, second) => {
        const frames = [frame(2026, first, second), frame(2027, second, 100)];
        let grants: { applicationId: string; payments: { year: number; amountSek: number }[] }[] = [];
        wishes.forEach(([a, b], index) => {
          const amounts = [
            { year: 2026, amountSek: a },
            { year: 2027, amountSek: b },
          ];
          const wanted = decision({ applicationId: `A${index}`, amounts });
          const asked = { id: 'x', requestedSek: 600, receivedDate: null };
          const basis = { application: asked, frames, others: grants, recommended: null, lastDecidedDate: null };
          if (checkGrantDecision(wanted, basis).ok)
            grants = [...grants, { applicationId: `A${index}`, payments: amounts }];
        });
        for (const { payments, commitments } of envelope(frames, grants)) {
          expect(payments.freeSek).toBeGreaterThanOrEqual(0);
          for (const number of [payments, commitments!]) {
            const { limitSek, earlierSek, decidedSek, reservedSek, freeSek } = number;
            expect(earlierSek + decidedSek + reservedSek + freeSek).toBe(limitSek);
          }
          expect(commitments!.freeSek).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
