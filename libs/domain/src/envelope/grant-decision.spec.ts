import fc from 'fast-check';
import { envelope } from './envelope';
import { checkGrantDecision, type GrantDecision } from './grant-decision';

const frame = (year: number, frameSek: number, authorisation: number | null = null) => ({
  ...{ year, frameSek, alreadyCommittedSek: 0, reservedSek: 0, commitmentAuthorisationSek: authorisation },
});
const decision = (changes: Partial<GrantDecision> = {}): GrantDecision => ({
  ...{ applicationId: 'A', kind: 'granted', amounts: [{ year: 2027, amountSek: 100 }], decidedDate: '2026-06-15' },
  ...{ decidedBy: 'Nämnden', reason: '', aboveFrameReason: null, ...changes },
});
const application = { id: 'A', requestedSek: 1000 };
const codes = (
  wanted: GrantDecision,
  frames = [frame(2027, 1000)],
  others: Parameters<typeof checkGrantDecision>[3] = [],
) => {
  const checked = checkGrantDecision(wanted, application, frames, others);
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
  ] as const)('%j is refused', (changes, code) => expect(codes(decision(changes))).toEqual([code]));

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
          if (checkGrantDecision(wanted, { id: 'x', requestedSek: 600 }, frames, grants).ok)
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
