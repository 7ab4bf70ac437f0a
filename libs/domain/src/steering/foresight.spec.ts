import fc from 'fast-check';
import { smallApplication } from '../rules/small-round.fixture';
import { signalRefusals, signalShare, type StatedSignal } from './check-signal';
import { easeByCost } from './ease';
import { dayAfter, monthPeriod, weekOf } from './periods';

const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => new Date(Date.UTC(1990, 0, 1 + days)).toISOString().slice(0, 10));

describe('periods', () => {
  // ISO 8601's own examples of years whose first days belong to the year before, and of last days that belong to the next.
  it.each([
    ['2005-01-01', '2004-W53'],
    ['2005-01-02', '2004-W53'],
    ['2005-12-31', '2005-W52'],
    ['2006-01-01', '2005-W52'],
    ['2006-01-02', '2006-W01'],
    ['2007-12-31', '2008-W01'],
    ['2008-12-29', '2009-W01'],
    ['2010-01-03', '2009-W53'],
  ])('%s lies in %s', (of, label) => {
    expect(weekOf(of).label).toBe(label);
  });

  it('a week is seven days, holds its day, and is the same for each of them', () => {
    fc.assert(
      fc.property(day, (of) => {
        const week = weekOf(of);
        expect(week.from <= of && of <= week.to).toBe(true);
        expect(dayAfter(week.from, 6)).toBe(week.to);
        expect(weekOf(week.from)).toEqual(week);
        expect(weekOf(week.to)).toEqual(week);
        expect(weekOf(dayAfter(week.to, 1)).from).toBe(dayAfter(week.to, 1));
      }),
    );
  });

  it('a month ends where the next begins', () => {
    expect(['2026-02', '2028-02', '2026-12'].map((month) => monthPeriod(month).to)).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-12-31',
    ]);
    expect(dayAfter('2026-03-01', -1)).toBe('2026-02-28');
    expect(() => weekOf('2026-02-30')).toThrow('not a day');
  });
});

describe('a signal', () => {
  const signal = (changes: Partial<StatedSignal> = {}): StatedSignal => ({
    title: 'Vinnova öppnar',
    source: 'vinnova.se',
    date: '2026-03-01',
    link: 'https://www.vinnova.se/e/utlysning',
    importance: 5,
    readiness: null,
    ...changes,
  });

  it('is refused with the place of every fault', () => {
    expect(signalRefusals(signal(), '2026-03-01')).toEqual([]);
    const wrong = signal({ title: ' ', source: '', date: '2026-03-02', link: 'vinnova', importance: 6, readiness: -1 });
    expect(signalRefusals(wrong, '2026-03-01').map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['text-missing', 'title'],
      ['text-missing', 'source'],
      ['date-in-future', 'date'],
      ['link-form', 'link'],
      ['mark-outside-scale', 'importance'],
      ['mark-outside-scale', 'readiness'],
    ]);
    expect(signalRefusals(signal({ link: 'javascript:alert(1)' }), '2026-03-01')[0]?.code).toBe('link-form');
    expect(signalRefusals(signal({ importance: NaN }), '2026-03-01')[0]?.code).toBe('mark-outside-scale');
  });

  it('is marked from 0 to 1', () => {
    expect([0, 3, 5, null].map(signalShare)).toEqual([0, 0.6, 1, null]);
  });
});

describe('ease', () => {
  it('is one minus the cost as a part of the largest; unknown without a cost', () => {
    const costs = [4_000_000, 1_000_000, 0];
    const ease = easeByCost(
      costs.map((totalCostSek, index) => smallApplication({ id: `A-${index}` }, { totalCostSek })),
    );
    expect([...ease.values()]).toEqual([0, 0.75, null]);
    expect(easeByCost([])).toEqual(new Map());
  });
});
