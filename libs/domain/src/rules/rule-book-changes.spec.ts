import fc from 'fast-check';
import { checkRound, knownRules } from './check-round';
import { dayBefore, isDay } from './day';
import { defaultRuleBook } from './default-rule-book';
import { parameterOn, rulesOn } from './rule-book';
import { changedRuleBook, tryRuleBookChange, type FigureChange, type RuleChange } from './rule-book-changes';
import { smallApplication, smallRound } from './small-round.fixture';

const source = { citation: 'Regionens beslut 2027 § 12', text: 'Sänkt tak.', url: null, isVerified: true };
const rate = (validFrom: string, value: number, validTo: string | null = null): FigureChange => ({
  ...{
    kind: 'figure',
    parameterId: 'grant_rate_ceiling',
    value,
    validFrom,
    validTo,
    scope: 'regional_practice',
    source,
  },
});
const rule = (validFrom: string, severity: RuleChange['severity']): RuleChange => ({
  ...{ kind: 'rule', ruleId: 'grant_rate_above_50', severity, validFrom, scope: 'regional_practice', source },
});
const day = () =>
  fc
    .record({
      y: fc.integer({ min: 2023, max: 2035 }),
      m: fc.integer({ min: 1, max: 12 }),
      d: fc.integer({ min: 1, max: 28 }),
    })
    .map(({ y, m, d }) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);

describe('a changed rule book', () => {
  it('is the book itself without changes, and says how many there were', () => {
    expect(changedRuleBook(defaultRuleBook, [])).toBe(defaultRuleBook);
    expect(changedRuleBook(defaultRuleBook, [rate('2027-01-01', 40), rule('2027-01-01', null)]).version).toBe(
      `${defaultRuleBook.version}+2`,
    );
  });

  it('changes what is found only from the first day of the change', () => {
    const round = smallRound([smallApplication()]);
    fc.assert(
      fc.property(day(), day(), fc.integer({ min: 1, max: 100 }), (from, asOf, value) => {
        const book = changedRuleBook(defaultRuleBook, [rate(from, value), rule(from, 'warning')]);
        if (asOf < from)
          expect(checkRound(round, book, { asOf })).toEqual(checkRound(round, defaultRuleBook, { asOf }));
        else {
          expect(parameterOn(book, 'grant_rate_ceiling', asOf)?.value).toBe(value);
          expect(rulesOn(book, asOf).find(({ ruleId }) => ruleId === 'grant_rate_above_50')?.severity).toBe('warning');
        }
      }),
    );
  });

  it('lets a later change with the same first day replace the earlier', () => {
    const book = changedRuleBook(defaultRuleBook, [rate('2027-01-01', 40), rate('2027-01-01', 45)]);
    expect(parameterOn(book, 'grant_rate_ceiling', '2027-06-01')?.value).toBe(45);
    expect(
      book.parameters.filter(({ id, validFrom }) => id === 'grant_rate_ceiling' && validFrom === '2027-01-01'),
    ).toHaveLength(1);
  });

  it('ends a rule the day before it is no longer applied, and can begin it again', () => {
    const off = changedRuleBook(defaultRuleBook, [rule('2027-01-01', null)]);
    const isOn = (book: typeof off, asOf: string) =>
      rulesOn(book, asOf).some(({ ruleId }) => ruleId === 'grant_rate_above_50');
    expect([isOn(off, '2026-12-31'), isOn(off, '2027-01-01')]).toEqual([true, false]);
    const again = changedRuleBook(defaultRuleBook, [rule('2027-01-01', null), rule('2028-01-01', 'error')]);
    expect([isOn(again, '2027-12-31'), isOn(again, '2028-01-01')]).toEqual([false, true]);
  });

  it('refuses what the checks could not use, with the place', () => {
    const codes = (change: FigureChange | RuleChange) => {
      const tried = tryRuleBookChange(defaultRuleBook, [], change, knownRules());
      return tried.ok ? [] : tried.refusal.map(({ code }) => code);
    };
    expect(codes(rate('2027-02-30', 40))).toEqual(['rule-book-date']);
    expect(codes(rate('2027-01-01', 140))).toEqual(['rule-book-value']);
    expect(codes(rate('2027-01-01', Number.NaN))).toEqual(['rule-book-value']);
    expect(codes(rate('2027-01-01', 40, '2026-01-01'))).toEqual(['rule-book-date']);
    expect(codes({ ...rule('2027-01-01', 'error'), ruleId: 'no_such_rule' })).toEqual(['rule-unknown']);
    const figure = (parameterId: string, value: number) => ({ ...rate('2027-01-01', value), parameterId });
    expect(codes(figure('grant_rate_cieling', 40))).toEqual(['figure-unknown']);
    expect(codes(figure('toString', 40))).toEqual(['figure-unknown']);
    expect(codes(figure('sek_per_eur', 0))).toEqual(['rule-book-value']);
    expect(codes(figure('sek_per_eur', 11.2345))).toEqual([]);
    expect(codes(rate('2027-01-01', 40))).toEqual([]);
  });
});

describe('days', () => {
  it('knows which exist, and which comes before', () => {
    expect(['2024-02-29', '2023-02-29', '1900-02-29', '2000-02-29', '2026-13-01', '26-01-01'].map(isDay)).toEqual([
      ...[true, false, false, true, false, false],
    ]);
    expect(['2024-03-01', '2023-03-01', '2026-01-01', '2026-05-15'].map(dayBefore)).toEqual([
      ...['2024-02-29', '2023-02-28', '2025-12-31', '2026-05-14'],
    ]);
  });
});
