import fc from 'fast-check';
import { defaultRuleBook } from './default-rule-book';
import { euroAtGrantDate, exchangeRateId } from './euro-at-grant-date';
import { changedRuleBook, type FigureChange } from './rule-book-changes';

const rate = (value: number, validFrom: string, validTo: string): FigureChange => ({
  kind: 'figure',
  parameterId: exchangeRateId,
  value,
  validFrom,
  validTo,
  scope: 'eu_law',
  source: {
    citation: `InforEuro ${validFrom.slice(0, 7)}`,
    text: `1 euro = ${value} kronor.`,
    url: null,
    isVerified: true,
  },
});
const book = changedRuleBook(defaultRuleBook, [
  rate(11, '2026-05-01', '2026-05-31'),
  rate(10.5, '2026-06-01', '2026-06-30'),
]);
const codesOf = (amountSek: number, day: string, ruleBook = book) => {
  const told = euroAtGrantDate(ruleBook, amountSek, day);
  return told.ok ? [] : told.refusal.map(({ code, path }) => [code, ...path]);
};

describe('aid stated in kronor', () => {
  it('counts at the rate of the day it was granted, with that rate’s source', () => {
    const [may, june] = ['2026-05-31', '2026-06-01'].map((day) => euroAtGrantDate(book, 1_155_000, day));
    expect(may).toMatchObject({ ok: true, value: { amountEur: 105_000, rate: { value: 11 } } });
    expect(june).toMatchObject({
      value: { amountEur: 110_000, rate: { value: 10.5, source: { citation: 'InforEuro 2026-06' } } },
    });
  });

  it('borrows no rate from another day, and knows none to start with', () => {
    expect(codesOf(1, '2026-04-30')).toEqual([['exchange-rate-missing', 'grantedDate']]);
    expect(codesOf(1, '2026-07-01')).toEqual([['exchange-rate-missing', 'grantedDate']]);
    expect(codesOf(1, '2026-06-15', defaultRuleBook)).toEqual([['exchange-rate-missing', 'grantedDate']]);
    expect(codesOf(-1, '2026-06-15')).toEqual([['aid-amount-negative', 'amountSek']]);
  });

  it('never understates, and never by a cent too much', () => {
    fc.assert(
      fc.property(fc.nat(50_000_000), (amountSek) => {
        const told = euroAtGrantDate(book, amountSek, '2026-06-15');
        if (!told.ok) throw new Error('refused');
        const cents = Math.round(told.value.amountEur * 100);
        expect(cents * 105).toBeGreaterThanOrEqual(amountSek * 1000);
        expect((cents - 1) * 105).toBeLessThan(amountSek * 1000);
      }),
    );
  });
});
