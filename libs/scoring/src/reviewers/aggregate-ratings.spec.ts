import fc from 'fast-check';
import { aggregateRatings, trimmedMean, type AggregationOptions, type Judgement } from './aggregate-ratings';

const options: AggregationOptions = {
  aggregation: 'mean',
  trimShare: 0,
  scaleMin: 1,
  scaleMax: 5,
  outOfScale: 'leave-out',
};
const judged = (reviewerId: string, rating: number | null, more: Partial<Judgement> = {}): Judgement => ({
  reviewerId,
  rating,
  cannotJudge: false,
  conflictDeclared: false,
  ...more,
});
const aggregate = (judgements: readonly Judgement[], more: Partial<AggregationOptions> = {}) => {
  const result = aggregateRatings(judgements, { ...options, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

describe('aggregating ratings', () => {
  const judgements = [
    judged('R1', 4),
    judged('R2', null),
    judged('R3', 2, { cannotJudge: true }),
    judged('R4', 5, { conflictDeclared: true }),
    judged('R5', 6),
    judged('R6', 1),
  ];
  it('leaves out what does not count, each for its own reason', () => {
    expect(aggregate(judgements)).toEqual({
      value: 2.5,
      counted: [
        { reviewerId: 'R1', rating: 4 },
        { reviewerId: 'R6', rating: 1 },
      ],
      missing: ['R2'],
      cannotJudge: ['R3'],
      conflicted: ['R4'],
      outOfScale: [{ reviewerId: 'R5', rating: 6 }],
    });
  });
  it('has no value rather than zero when nothing counts', () => {
    expect(aggregate([judged('R1', null), judged('R2', 3, { conflictDeclared: true })]).value).toBeNull();
    expect(aggregate([]).value).toBeNull();
  });
  it('takes mean, median and trimmed mean', () => {
    const ratings = [1, 5, 5, 4, 2].map((rating, i) => judged(`R${i}`, rating));
    expect(aggregate(ratings).value).toBeCloseTo(3.4, 14);
    expect(aggregate(ratings, { aggregation: 'median' }).value).toBe(4);
    expect(aggregate(ratings, { aggregation: 'trimmed-mean', trimShare: 0.2 }).value).toBeCloseTo(11 / 3, 14);
    expect(trimmedMean([1, 2, 3, 4, 100], 0.2)).toBe(3);
    expect(aggregate([judged('R1', 3)], { aggregation: 'trimmed-mean', trimShare: 0.4 }).value).toBe(3);
  });
  it('refuses out-of-scale ratings when told to, and options that make no sense', () => {
    const refused = (more: Partial<AggregationOptions>, list = judgements) => {
      const result = aggregateRatings(list, { ...options, ...more });
      return result.ok ? [] : result.refusal;
    };
    expect(refused({ outOfScale: 'refuse' })).toEqual([
      { code: 'rating-out-of-scale', path: [4], params: { reviewer: 'R5', value: 6, min: 1, max: 5 } },
    ]);
    expect(refused({ scaleMin: 5 })[0]?.code).toBe('rating-scale-empty');
    expect(refused({ aggregation: 'trimmed-mean', trimShare: 0.5 })[0]?.code).toBe('trim-share-out-of-range');
    expect(refused({}, [judged('R1', Infinity)])[0]?.code).toBe('rating-not-finite');
  });
  it('is not moved by anything a conflicted or unable reviewer writes', () => {
    const rating = fc.option(fc.integer({ min: -3, max: 9 }));
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 })),
        rating,
        rating,
        fc.constantFrom('mean', 'median', 'trimmed-mean'),
        (ratings, a, b, aggregation) => {
          const counted = ratings.map((value, i) => judged(`R${i}`, value));
          const more = { aggregation, trimShare: 0.1 } as Partial<AggregationOptions>;
          const extra = [judged('X', a, { conflictDeclared: true }), ...counted, judged('Y', b, { cannotJudge: true })];
          expect(aggregate(extra, more).value).toBe(aggregate(counted, more).value);
        },
      ),
    );
  });
});
