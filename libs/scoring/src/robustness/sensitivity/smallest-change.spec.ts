import fc from 'fast-check';
import { SampleStream } from '../../kernel/sample-stream';
import { norms, normOf } from '../linear/nearest-point';
import { exactDraw } from '../region/draw-weights';
import { freeSpace } from '../region/weight-space';
import { fundedBy, type MoneyLine } from '../smaa/money-line';
import { smallestScoreLift, smallestScoreSwap } from './smallest-score-change';
import { smallestWeightLift, smallestWeightSwap } from './smallest-weight-change';
import { orderOf, scoreOf } from './weight-line';

type Table = readonly (readonly number[])[];

const orderAt = (values: Table, weights: readonly number[]) => orderOf(values.map((row) => scoreOf(row, weights)));
function unwrap<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

/** Weights drawn from the whole simplex, with many near its faces. */
function tries(criteria: number, count: number): readonly number[][] {
  const draw = exactDraw(freeSpace(criteria).sampler as never);
  const stream = new SampleStream(6, 'draw');
  return Array.from({ length: count }, (_, k) => {
    const weights = new Float64Array(criteria);
    draw(stream, weights);
    if (k % 3 === 0) weights[k % criteria] = 0;
    const sum = weights.reduce((a, b) => a + b, 0);
    return [...weights].map((w) => w / sum);
  });
}

const cases = fc
  .tuple(fc.integer({ min: 3, max: 6 }), fc.integer({ min: 2, max: 4 }))
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
      budget: fc.integer({ min: 3, max: 20 }),
      kind: fc.constantFrom('count', 'skip', 'stop'),
      norm: fc.constantFrom(...norms),
    }),
  )
  .map(({ values, raw, costs, budget, kind, norm }) => {
    const sum = raw.reduce((a, b) => a + b, 0);
    const line: MoneyLine =
      kind === 'count'
        ? { kind: 'count', count: 1 + (budget % 2) }
        : { kind: 'budget', budget, costs, rule: kind as 'skip' | 'stop' };
    return { values, weights: raw.map((w) => w / sum), line, norm };
  });

describe('smallestWeightSwap', () => {
  it('is the closed form for two criteria', () => {
    for (const [norm, distance] of [
      ['sum', 0.2],
      ['largest', 0.1],
      ['euclidean', 0.1 * Math.SQRT2],
    ] as const) {
      const change = unwrap(
        smallestWeightSwap(
          [
            [1, 0],
            [0, 1],
          ],
          [0.6, 0.4],
          [1, 0],
          { norm },
        ),
      )!;
      expect(change.distance).toBeCloseTo(distance, 12);
      change.weights.forEach((weight) => expect(weight).toBeCloseTo(0.5, 12));
    }
  });

  it('makes the scores equal, and no weights nearer than that change the order', () => {
    fc.assert(
      fc.property(cases, ({ values, weights, norm }) => {
        const order = orderAt(values, weights);
        const pair = [order[1]!, order[0]!] as const;
        const lead = (w: readonly number[]) => scoreOf(values[pair[0]]!, w) - scoreOf(values[pair[1]]!, w);
        const change = unwrap(smallestWeightSwap(values, weights, pair, { norm }));
        if (change) {
          expect(Math.abs(change.weights.reduce((a, b) => a + b, 0) - 1)).toBeLessThan(1e-9);
          expect(Math.min(...change.weights)).toBeGreaterThanOrEqual(0);
          expect(Math.abs(Math.min(0, lead(weights)) === 0 ? 0 : lead(change.weights))).toBeLessThan(1e-9);
        }
        for (const other of tries(weights.length, 200)) {
          if (!(lead(other) > 1e-9)) continue;
          expect(change).not.toBeNull();
          expect(change!.distance).toBeLessThanOrEqual(
            normOf(
              other.map((w, c) => w - weights[c]!),
              norm,
            ) + 1e-9,
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps to the statements, says when nothing helps, and refuses the pointless', () => {
    const least = { id: 'c0', coefficients: [1, 0, 0], relation: '>=' as const, rhs: 0.55, path: [] };
    const values = [
      [1, 0, 0],
      [0, 1, 0.2],
    ];
    const free = unwrap(smallestWeightSwap(values, [0.6, 0.2, 0.2], [1, 0], { norm: 'sum' }))!;
    expect(free.weights[0]).toBeLessThan(0.55);
    const kept = unwrap(smallestWeightSwap(values, [0.6, 0.2, 0.2], [1, 0], { norm: 'sum', statements: [least] }));
    expect(kept).toBeNull();
    expect(
      unwrap(
        smallestWeightSwap(
          [
            [1, 1],
            [0, 0],
          ],
          [0.5, 0.5],
          [1, 0],
          { norm: 'sum' },
        ),
      ),
    ).toBeNull();
    expect(smallestWeightSwap(values, [0.6, 0.2, 0.2], [0, 1], { norm: 'sum' })).toMatchObject({
      ok: false,
      refusal: [{ code: 'change-already-so' }],
    });
    expect(smallestWeightSwap(values, [0.6, 0.2, 0.2], [7, 1], { norm: 'sum' })).toMatchObject({
      ok: false,
      refusal: [{ code: 'change-unknown-alternative' }],
    });
  });
});

describe('smallestWeightLift', () => {
  it('finds weights no further away than any tried, for a count, a budget that is skipped over and one that stops', () => {
    fc.assert(
      fc.property(cases, ({ values, weights, line, norm }) => {
        const funded = fundedBy(line, orderAt(values, weights));
        const target = funded.indexOf(false);
        if (target < 0) return;
        const { change, proof, atLeast } = unwrap(smallestWeightLift(values, weights, target, line, { norm }));
        expect(proof).toBe('exact');
        expect(atLeast).toBe(change && change.distance);
        if (change) {
          // As near as one likes to the weights found there are others under which it is funded.
          const near = tries(weights.length, 400).some((other) => {
            const mixed = change.weights.map((w, c) => w + 1e-7 * (other[c]! - w));
            return fundedBy(line, orderAt(values, mixed))[target];
          });
          const at = values.map((row) => scoreOf(row, change.weights));
          const tied = orderOf(at.map((score, i) => score + (i === target ? 1e-9 : 0)));
          expect(near || fundedBy(line, tied)[target]).toBe(true);
        }
        for (const other of tries(weights.length, 200)) {
          const scores = values.map((row) => scoreOf(row, other));
          const clear = scores.every((score, i) =>
            scores.every((another, k) => i === k || Math.abs(score - another) > 1e-7),
          );
          if (!clear || !fundedBy(line, orderOf(scores))[target]) continue;
          expect(change).not.toBeNull();
          expect(change!.distance).toBeLessThanOrEqual(
            normOf(
              other.map((w, c) => w - weights[c]!),
              norm,
            ) + 1e-9,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('says when its search is cut short, with a bound that holds', () => {
    const values = Array.from({ length: 14 }, (_, i) => [3, 5, 7, 11].map((k) => ((i * k * 37) % 101) / 101));
    const weights = [0.25, 0.25, 0.25, 0.25];
    const line: MoneyLine = {
      kind: 'budget',
      budget: 30,
      costs: values.map((_, i) => 7 + ((i * 5) % 9)),
      rule: 'skip',
    };
    const order = orderAt(values, weights);
    const search = (target: number, mostCells: number) =>
      unwrap(smallestWeightLift(values, weights, target, line, { norm: 'sum', mostCells }));
    const unfunded = order.filter((i) => !fundedBy(line, order)[i]);
    const hard = unfunded.filter((target) => search(target, 1).proof === 'bounded');
    expect(hard.length).toBeGreaterThan(0);
    for (const target of hard.slice(0, 2)) {
      const [cut, whole] = [search(target, 1), search(target, 3000)];
      const end = whole.change?.distance ?? Infinity;
      expect(cut.atLeast).toBeLessThanOrEqual(end + 1e-12);
      expect(cut.change?.distance ?? Infinity).toBeGreaterThanOrEqual(end - 1e-12);
    }
  });
});

describe('smallestScoreSwap', () => {
  it('is the gap over the weight, on either side', () => {
    const swap = unwrap(
      smallestScoreSwap(
        [
          [1, 0.5],
          [0.5, 0.9],
        ],
        [0.6, 0.4],
        [1, 0],
      ),
    );
    // 0.8 against 0.66: gap 0.14.
    expect(swap.gap).toBeCloseTo(0.14, 12);
    expect(swap.byCriterion[0]!.to).toBeCloseTo(0.5 + 0.14 / 0.6, 12);
    expect(swap.byCriterion[1]).toBeNull(); // 0.9 + 0.35 is more than there is
    expect(swap.smallest).toMatchObject({ alternative: 1, criterion: 0 });
    expect(swap.fallsOfOther[0]!.to).toBeCloseTo(1 - 0.14 / 0.6, 12);
    expect(swap.fallsOfOther[1]!.to).toBeCloseTo(0.5 - 0.35, 12);
  });

  it('reaches the other score exactly, with a joint change no larger than others tried', () => {
    fc.assert(
      fc.property(cases, fc.array(fc.nat(10), { minLength: 4, maxLength: 4 }), ({ values, weights, norm }, extra) => {
        const order = orderAt(values, weights);
        const pair = [order[2]!, order[0]!] as const;
        const { gap, byCriterion, joint } = unwrap(smallestScoreSwap(values, weights, pair, { norm }));
        const lift = (changes: readonly number[]) => changes.reduce((sum, change, c) => sum + weights[c]! * change, 0);
        byCriterion.forEach((change) => {
          if (change) expect(weights[change.criterion]! * (change.to - change.from)).toBeCloseTo(gap, 9);
        });
        if (joint) {
          expect(lift(joint.changes)).toBeGreaterThanOrEqual(gap - 1e-9);
          joint.changes.forEach((change, c) => expect(values[pair[0]]![c]! + change).toBeLessThanOrEqual(1 + 1e-9));
        }
        const tried = weights.map((_, c) => (extra[c]! / 10) * (1 - values[pair[0]]![c]!));
        if (lift(tried) >= gap) {
          expect(joint).not.toBeNull();
          expect(joint!.size).toBeLessThanOrEqual(normOf(tried, norm) + 1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('smallestScoreLift', () => {
  it('lifts to the lowest place at which it is funded: funded just above, not just below', () => {
    fc.assert(
      fc.property(cases, ({ values, weights, line }) => {
        const scores = values.map((row) => scoreOf(row, weights));
        const target = fundedBy(line, orderOf(scores)).indexOf(false);
        if (target < 0) return;
        const change = unwrap(smallestScoreLift(values, weights, target, line));
        const fundedAt = (score: number) =>
          fundedBy(line, orderOf(scores.map((other, i) => (i === target ? score : other))))[target]!;
        if (!change) {
          expect(fundedAt(2)).toBe(false);
          return;
        }
        expect(fundedAt(change.neededScore + 1e-9)).toBe(true);
        for (let k = 0; k < 20; k++)
          if (change.gap > 1e-6) expect(fundedAt(scores[target]! + (k / 20) * (change.gap - 1e-7))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses limits that are none', () => {
    const line: MoneyLine = { kind: 'count', count: 1 };
    expect(smallestScoreLift([[1], [0]], [1], 1, line, { limits: [1, 0] })).toMatchObject({
      ok: false,
      refusal: [{ code: 'change-limits' }],
    });
  });
});
