import fc from 'fast-check';
import { SampleStream } from '../../kernel/sample-stream';
import type { LinearStatement } from '../../weights/statements/linear-statement';
import type { WeightRegion } from '../../weights/statements/weight-region';
import { weightDraw } from '../region/draw-weights';
import { weightSpace } from '../region/weight-space';
import { scoreOf } from '../sensitivity/weight-line';
import { dominance } from './dominance';
import { potentialOptimality } from './potential-optimality';
import { rankRanges } from './rank-range';
import { exactBox, type ValueBox } from './value-box';

const free = (count: number): WeightRegion => ({ count, statements: [] });
const atLeast = (more: number, less: number, count: number): LinearStatement => ({
  id: `${more} ≥ ${less}`,
  coefficients: Array.from({ length: count }, (_, c) => (c === more ? 1 : c === less ? -1 : 0)),
  relation: '>=',
  rhs: 0,
  path: [],
});
function unwrap<Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function draws(region: WeightRegion, count: number): number[][] {
  const space = unwrap(weightSpace(region.count, region.statements));
  const draw = weightDraw(space.sampler, 8);
  return Array.from({ length: count }, (_, sample) => {
    const weights = new Float64Array(region.count);
    draw(sample, weights);
    return [...weights];
  });
}

const value = fc.integer({ min: 0, max: 10 }).map((v) => v / 10);
const cases = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 4 }))
  .chain(([m, n]) =>
    fc.record({
      low: fc.array(fc.array(value, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }),
      widths: fc.array(fc.array(fc.constantFrom(0, 0, 0.1, 0.2), { minLength: n, maxLength: n }), {
        minLength: m,
        maxLength: m,
      }),
      order: fc.constantFrom(0, 1, 2),
    }),
  )
  .map(({ low, widths, order }) => {
    const count = low[0]!.length;
    const statements = [atLeast(0, 1, count), atLeast(count - 1, 0, count)].slice(0, order);
    const high = low.map((row, i) => row.map((v, c) => v + widths[i]![c]!));
    return { box: { low, high }, region: { count, statements } };
  });

/** Values drawn inside the box. */
function inside({ low, high }: ValueBox, stream: SampleStream): number[][] {
  return low.map((row, i) => row.map((from, c) => from + stream.uniform() * (high[i]![c]! - from)));
}

describe('dominance', () => {
  it('tells strict and weak dominance on the criteria from dominance for all weights', () => {
    const values = [
      [0.9, 0.9],
      [0.8, 0.8],
      [0.9, 0.7],
      [0.7, 1],
    ];
    const answer = unwrap(dominance(exactBox(values), free(2)));
    const kinds = (better: number, worse: number) =>
      answer.pairs.find((pair) => pair.better === better && pair.worse === worse)?.kinds ?? [];
    expect(kinds(0, 1)).toEqual(['criteria-strict', 'criteria-weak', 'absolute', 'pairwise']);
    expect(kinds(0, 2)).toEqual(['criteria-weak', 'absolute', 'pairwise']);
    expect(kinds(0, 3)).toEqual([]);
    expect(answer.nonDominated).toEqual([0, 3]);
    // With criterion 0 at least as heavy as criterion 1, alternative 0 is at least as good as 3 everywhere: 0.9 against ≤ 0.85.
    const ordered = unwrap(dominance(exactBox(values), { count: 2, statements: [atLeast(0, 1, 2)] }));
    expect(ordered.pairs.find(({ better, worse }) => better === 0 && worse === 3)!.kinds).toContain('pairwise');
    expect(ordered.alternatives[3]!.dominatedBy).toEqual([0]);
    expect(answer.alternatives[3]!.greatestRegret).toBeCloseTo(0.2, 12);
    expect(answer.alternatives[0]!.greatestRegret).toBeCloseTo(0.1, 12);
  });

  it('calls equals equal, not dominated', () => {
    const answer = unwrap(
      dominance(
        exactBox([
          [0.5, 0.5],
          [0.5, 0.5],
        ]),
        free(2),
      ),
    );
    expect(answer.pairs.map(({ kinds }) => kinds)).toEqual([['equal'], ['equal']]);
    expect(answer.nonDominated).toEqual([0, 1]);
  });

  it('finds least leads that no weights and values tried go below, and some come near', () => {
    const stream = new SampleStream(3, 'draw');
    fc.assert(
      fc.property(cases, ({ box, region }) => {
        const answer = unwrap(dominance(box, region));
        let least = 0;
        for (const w of draws(region, 60)) {
          const scores = inside(box, stream).map((row) => scoreOf(row, w));
          scores.forEach((score, i) => {
            const { lowestScore, highestScore } = answer.alternatives[i]!;
            least = Math.min(least, score - lowestScore, highestScore - score);
            scores.forEach((other, j) => {
              if (i !== j) least = Math.min(least, score - other - answer.leastLeads[i]![j]!);
            });
          });
        }
        expect(least).toBeGreaterThanOrEqual(-1e-9);
      }),
      { numRuns: 40 },
    );
  });

  it('agrees between corners and linear programs', () => {
    // 26 interval bounds on 13 criteria have far more than 4,000 corners.
    const count = 13;
    const bound = (c: number, relation: '>=' | '<=', rhs: number): LinearStatement => ({
      id: `${c}${relation}`,
      coefficients: Array.from({ length: count }, (_, k) => (k === c ? 1 : 0)),
      relation,
      rhs,
      path: [],
    });
    const statements = Array.from({ length: count }, (_, c) => [bound(c, '>=', 0.02), bound(c, '<=', 0.14)]).flat();
    const values = [0, 1, 2].map((i) => Array.from({ length: count }, (_, c) => ((i * 5 + c * 3) % 11) / 11));
    const answer = unwrap(dominance(exactBox(values), { count, statements }));
    expect(answer.by).toBe('linear-programs');
    // The least lead fills the criteria with the smallest differences first.
    const lead = values[0]!.map((v, c) => v - values[1]![c]!).sort((a, b) => a - b);
    let left = 1 - count * 0.02;
    const expected = lead.reduce((sum, gap) => {
      const extra = Math.min(left, 0.12);
      left -= extra;
      return sum + gap * (0.02 + extra);
    }, 0);
    expect(answer.leastLeads[0]![1]).toBeCloseTo(expected, 9);
  });

  it('refuses what it cannot compare', () => {
    const codes = (box: ValueBox, count: number) => {
      const result = dominance(box, free(count));
      return result.ok ? [] : result.refusal.map(({ code }) => code);
    };
    expect(codes({ low: [], high: [] }, 1)).toEqual(['dominance-too-few']);
    expect(codes({ low: [[1]], high: [[0]] }, 1)).toEqual(['dominance-interval']);
    expect(codes({ low: [[NaN]], high: [[1]] }, 1)).toEqual(['dominance-interval']);
    expect(codes(exactBox([[1, 2]]), 1)).toEqual(['dominance-row-length']);
  });
});

describe('potentialOptimality', () => {
  it('finds who can be first, with weights that show it; a compromise inside the line between two never is', () => {
    const values = [
      [1, 0],
      [0, 1],
      [0.4, 0.4],
      [0.5, 0.5],
    ];
    const answer = unwrap(potentialOptimality(exactBox(values), free(2)));
    expect(answer.map(({ verdict }) => verdict)).toEqual(['alone', 'alone', 'never', 'tied']);
    expect(answer[0]!.witness).toEqual([1, 0]);
    expect(answer[2]!.largestLead).toBeCloseTo(-0.1, 9);
  });

  it('is never beaten by weights tried, and its witness gives the lead it claims', () => {
    fc.assert(
      fc.property(cases, ({ box, region }) => {
        const answer = unwrap(potentialOptimality(box, region));
        const lead = (i: number, w: readonly number[]) =>
          scoreOf(box.high[i]!, w) - Math.max(...box.low.filter((_, k) => k !== i).map((row) => scoreOf(row, w)));
        answer.forEach(({ largestLead, witness, verdict }, i) => {
          expect(lead(i, witness)).toBeCloseTo(largestLead, 8);
          if (verdict === 'never') expect(largestLead).toBeLessThan(0);
          for (const w of draws(region, 30)) expect(lead(i, w)).toBeLessThanOrEqual(largestLead + 1e-8);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a single alternative alone', () => {
    expect(unwrap(potentialOptimality(exactBox([[0.3]]), free(1)))[0]).toMatchObject({
      verdict: 'alone',
      largestLead: 0,
    });
  });
});

describe('rankRanges', () => {
  it('spans exactly the ranks of a small example', () => {
    const values = [
      [1, 0],
      [0, 1],
      [0.4, 0.4],
    ];
    const ranges = unwrap(rankRanges(exactBox(values), free(2)));
    // The third is second at the ends, and last where the two others are about equal.
    expect(ranges.map(({ best, worst }) => [best.rank, worst.rank])).toEqual([
      [1, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  it('holds every rank that weights and values tried give, attains its ends, and narrows with more information', () => {
    const stream = new SampleStream(4, 'draw');
    const strictRank = (scores: readonly number[], i: number) =>
      1 + scores.filter((score) => score > scores[i]! + 1e-9).length;
    fc.assert(
      fc.property(cases, ({ box, region }) => {
        const ranges = unwrap(rankRanges(box, region, { mostCells: 500 }));
        for (const w of draws(region, 60)) {
          const scores = inside(box, stream).map((row) => scoreOf(row, w));
          ranges.forEach(({ best, worst }, i) => {
            expect(strictRank(scores, i)).toBeGreaterThanOrEqual(best.bound);
            expect(strictRank(scores, i)).toBeLessThanOrEqual(worst.bound);
          });
        }
        const at = (
          i: number,
          mine: readonly (readonly number[])[],
          others: readonly (readonly number[])[],
          w: readonly number[],
        ) =>
          strictRank(
            mine.map((row, k) => scoreOf(k === i ? row : others[k]!, w)),
            i,
          );
        ranges.forEach(({ best, worst }, i) => {
          expect(best.proof).toBe('exact');
          expect(worst.proof).toBe('exact');
          expect(at(i, box.high, box.low, best.weights)).toBe(best.rank);
          expect(at(i, box.low, box.high, worst.weights)).toBe(worst.rank);
        });
        const told = {
          count: region.count,
          statements: [...region.statements, atLeast(0, region.count - 1, region.count)],
        };
        const narrower = unwrap(rankRanges(box, told, { mostCells: 500 }));
        narrower.forEach(({ best, worst }, i) => {
          expect(best.rank).toBeGreaterThanOrEqual(ranges[i]!.best.rank);
          expect(worst.rank).toBeLessThanOrEqual(ranges[i]!.worst.rank);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('gives bounds that hold when it is cut short, and only what is asked for', () => {
    const values = Array.from({ length: 12 }, (_, i) =>
      [0, 1, 2, 3].map((c) => ((i * 7 + c * 5 + i * c * 3) % 13) / 13),
    );
    const whole = unwrap(rankRanges(exactBox(values), free(4), { only: [5, 2], mostCells: 5000 }));
    const cut = unwrap(rankRanges(exactBox(values), free(4), { only: [5, 2], mostCells: 1 }));
    expect(whole).toHaveLength(2);
    cut.forEach(({ best, worst }, k) => {
      expect(whole[k]!.best.proof).toBe('exact');
      expect(best.bound).toBeLessThanOrEqual(whole[k]!.best.rank);
      expect(best.rank).toBeGreaterThanOrEqual(whole[k]!.best.rank);
      expect(worst.bound).toBeGreaterThanOrEqual(whole[k]!.worst.rank);
      expect(worst.rank).toBeLessThanOrEqual(whole[k]!.worst.rank);
    });
    expect(rankRanges(exactBox(values), free(4), { only: [99] }).ok).toBe(false);
  });
});
