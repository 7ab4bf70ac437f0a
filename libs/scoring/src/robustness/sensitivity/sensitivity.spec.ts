import fc from 'fast-check';
import { fundedBy, type MoneyLine } from '../smaa/money-line';
import { envelope, oneWaySensitivity } from './one-way';
import { tornado } from './tornado';
import { orderOf, scoreOf, weightsAt } from './weight-line';
import { weightStability, type StabilityInterval, type StabilityTarget } from './weight-stability';

type Table = readonly (readonly number[])[];

function intervals(values: Table, weights: readonly number[], target: StabilityTarget): readonly StabilityInterval[] {
  const result = weightStability(values, weights, target);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const orderAt = (values: Table, weights: readonly number[]) => orderOf(values.map((row) => scoreOf(row, weights)));

/** What the target looks like under a ranking, as text, so that two can be compared. */
function seen(order: readonly number[], target: StabilityTarget): string {
  if (target.of === 'first') return String(order[0]);
  if (target.of === 'ranking') return String(order);
  if (target.of === 'funded') return String(fundedBy(target.line, order));
  return String(order.indexOf(target.pair[0]) < order.indexOf(target.pair[1]));
}

const problems = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 4 }))
  .chain(([m, n]) =>
    fc.record({
      values: fc.array(
        fc.array(
          fc.integer({ min: 0, max: 10 }).map((v) => v / 10),
          { minLength: n, maxLength: n },
        ),
        {
          minLength: m,
          maxLength: m,
        },
      ),
      raw: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: n, maxLength: n }),
      costs: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: m, maxLength: m }),
      budget: fc.integer({ min: 1, max: 20 }),
      count: fc.integer({ min: 1, max: m }),
      rule: fc.constantFrom('skip' as const, 'stop' as const),
      kind: fc.constantFrom('first', 'ranking', 'count', 'budget', 'pair'),
    }),
  )
  .map(({ values, raw, costs, budget, count, rule, kind }) => {
    const sum = raw.reduce((a, b) => a + b, 0);
    const line: MoneyLine = kind === 'count' ? { kind: 'count', count } : { kind: 'budget', budget, costs, rule };
    const target: StabilityTarget =
      kind === 'first' || kind === 'ranking'
        ? { of: kind }
        : kind === 'pair'
          ? { of: 'pair', pair: [0, 1] }
          : { of: 'funded', line };
    return { values, weights: raw.map((w) => w / sum), target };
  });

describe('weightStability', () => {
  it('is the closed form for two alternatives', () => {
    // V0 = 0.9 w0 + 0.2 w1, V1 = 0.4 w0 + 0.8 w1: equal where 0.5 w0 = 0.6 w1, w0 = 6/11.
    const [first] = intervals(
      [
        [0.9, 0.2],
        [0.4, 0.8],
      ],
      [0.7, 0.3],
      { of: 'first' },
    );
    expect(first!.lower).toBeCloseTo(6 / 11, 14);
    expect(first!.upper).toBe(1);
    expect(first!.below).toEqual([{ rises: 1, falls: 0 }]);
    expect(first!.above).toBeNull();
  });

  it('agrees with trying many weights: unchanged inside, changed just outside', () => {
    fc.assert(
      fc.property(problems, ({ values, weights, target }) => {
        const base = seen(orderAt(values, weights), target);
        for (const { criterion, weight, lower, upper, below, above } of intervals(values, weights, target)) {
          const at = (w: number) => seen(orderAt(values, weightsAt(weights, criterion, w)), target);
          expect(lower).toBeLessThanOrEqual(weight + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(weight - 1e-12);
          for (let k = 1; k < 40; k++) {
            const w = lower + (k / 40) * (upper - lower);
            if (upper - lower > 1e-9) expect(at(w)).toBe(base);
          }
          if (above) expect(at(upper + Math.min(1e-7, (1 - upper) / 2))).not.toBe(base);
          else expect(upper).toBe(1);
          if (below) expect(at(lower - Math.min(1e-7, lower / 2))).not.toBe(base);
          else expect(lower).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('starts at the weight itself where a tie is about to break the other way', () => {
    const [first, second] = intervals(
      [
        [0, 1],
        [1, 0],
      ],
      [0.5, 0.5],
      { of: 'first' },
    );
    // Equal now; alternative 0 stands first by index and loses as soon as criterion 0 gains.
    expect([first!.lower, first!.upper]).toEqual([0, 0.5]);
    expect(first!.above).toEqual([{ rises: 1, falls: 0 }]);
    expect([second!.lower, second!.upper]).toEqual([0.5, 1]);
  });

  it('names all that overtake at the same weight', () => {
    const [first] = intervals(
      [
        [1, 0],
        [0, 1],
        [0, 1],
      ],
      [0.8, 0.2],
      { of: 'first' },
    );
    expect(first!.lower).toBeCloseTo(0.5, 14);
    expect(first!.below).toEqual([
      { rises: 1, falls: 0 },
      { rises: 2, falls: 0 },
    ]);
  });

  it('cannot move a single weight, and shares equally among others that weigh nothing', () => {
    expect(intervals([[1], [0]], [1], { of: 'ranking' })).toEqual([
      { criterion: 0, weight: 1, lower: 1, upper: 1, below: null, above: null },
    ]);
    const [first] = intervals(
      [
        [1, 0, 0],
        [0, 1, 0.5],
      ],
      [1, 0, 0],
      { of: 'first' },
    );
    // The others at ½ each: w = (1 − w) × 0.75.
    expect(first!.lower).toBeCloseTo(0.75 / 1.75, 14);
  });

  it('refuses what has no answer', () => {
    const codes = (values: Table, weights: readonly number[]) => {
      const result = weightStability(values, weights, { of: 'first' });
      return result.ok ? [] : result.refusal.map(({ code }) => code);
    };
    expect(codes([], [1])).toEqual(['stability-too-few']);
    expect(codes([[NaN]], [1])).toEqual(['stability-not-finite']);
    expect(codes([[1, 2]], [1])).toEqual(['stability-row-length']);
    expect(codes([[1]], [0.9])).toEqual(['stability-weights']);
    expect(codes([[1, 1]], [1.5, -0.5])).toEqual(['stability-weights']);
  });
});

describe('oneWaySensitivity', () => {
  it('lists the ranking on every stretch from 0 to 1, as trying weights finds it', () => {
    fc.assert(
      fc.property(problems, ({ values, weights }) => {
        const result = oneWaySensitivity(values, weights);
        if (!result.ok) throw new Error('refused');
        for (const { criterion, stretches, first, complete } of result.value) {
          expect(complete).toBe(true);
          expect(stretches[0]!.from).toBe(0);
          expect(stretches.at(-1)!.to).toBe(1);
          stretches.forEach(({ from, to, order }, k) => {
            if (k > 0) expect(from).toBe(stretches[k - 1]!.to);
            if (to - from > 1e-9)
              expect(orderAt(values, weightsAt(weights, criterion, (from + to) / 2))).toEqual(order);
          });
          expect(first[0]!.from).toBe(0);
          expect(first.at(-1)!.to).toBe(1);
          for (const { from, to, alternative } of first) {
            const scores = values.map((row) => scoreOf(row, weightsAt(weights, criterion, (from + to) / 2)));
            expect(scores[alternative]).toBeGreaterThanOrEqual(Math.max(...scores) - 1e-9);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says when it lists only the nearest changes', () => {
    const values = Array.from({ length: 12 }, (_, i) => [i / 11, 1 - i / 11, ((i * 5) % 12) / 11]);
    const result = oneWaySensitivity(values, [0.2, 0.3, 0.5], 2);
    if (!result.ok) throw new Error('refused');
    expect(result.value[0]!.complete).toBe(false);
    expect(result.value[0]!.changes.length).toBeLessThanOrEqual(4);
  });

  it('finds the highest line', () => {
    expect(envelope([1, 0, 0.6], [0, 1, 0.6])).toEqual([
      { from: 0, to: 0.4, alternative: 0 },
      { from: 0.4, to: 0.6, alternative: 2 },
      { from: 0.6, to: 1, alternative: 1 },
    ]);
    expect(envelope([1, 1], [1, 1])).toEqual([{ from: 0, to: 1, alternative: 0 }]);
  });
});

describe('tornado', () => {
  const values = [
    [0.8, 0.2],
    [0.5, 0.6],
  ];

  it('moves one input at a time and sorts by swing', () => {
    const result = tornado(
      values,
      [0.6, 0.4],
      [
        { of: 'value', alternative: 1, criterion: 1, low: 0.55, high: 0.65 },
        { of: 'weight', criterion: 0, low: 0.4, high: 0.8 },
        { of: 'value', alternative: 0, criterion: 0, low: 0.6, high: 0.9 },
      ],
      { of: 'lead', alternative: 0, over: 'best-other' },
    );
    if (!result.ok) throw new Error('refused');
    expect(result.value.base).toBeCloseTo(0.56 - 0.54, 12);
    const bars = result.value.bars.map(({ input, atLow, atHigh }) => [input.of, input.criterion, atLow, atHigh]);
    expect(bars[0]![0]).toBe('weight');
    expect(bars[0]![2]).toBeCloseTo(0.44 - 0.56, 12);
    expect(bars[0]![3]).toBeCloseTo(0.68 - 0.52, 12);
    expect(bars[1]![2]).toBeCloseTo(0.44 - 0.54, 12);
    expect(bars[2]![2]).toBeCloseTo(0.56 - 0.52, 12);
    expect(result.value.bars.map(({ decides }) => decides)).toEqual([true, true, false]);
    expect(result.value.bars[0]).toMatchObject({ rankAtLow: 2, rankAtHigh: 1 });
  });

  it('measures a score or the lead over one other, and refuses ranges that are none', () => {
    const input = { of: 'weight', criterion: 1, low: 0, high: 1 } as const;
    const score = tornado(values, [0.6, 0.4], [input], { of: 'score', alternative: 1 });
    expect(score.ok && score.value.bars[0]).toMatchObject({ atLow: 0.5, atHigh: 0.6 });
    const lead = tornado(values, [0.6, 0.4], [input], { of: 'lead', alternative: 1, over: 0 });
    expect(lead.ok && lead.value.bars[0]!.atLow).toBeCloseTo(-0.3, 12);
    for (const wrong of [
      { low: 0.6, high: 0.4 },
      { low: 0, high: 1.5 },
      { low: NaN, high: 1 },
    ])
      expect(tornado(values, [0.6, 0.4], [{ ...input, ...wrong }], { of: 'score', alternative: 0 }).ok).toBe(false);
  });
});
