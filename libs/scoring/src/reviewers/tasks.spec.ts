import type { Result } from '@fordela/domain';
import { evaluate, type Evaluation } from '../evaluate/evaluate';

type Json = Record<string, unknown>;
function run(...tasks: Json[]): Evaluation {
  const result = evaluate({ tasks });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const outcome = (task: Json, problem: Json = {}) => {
  const result: Result<Evaluation> = evaluate({ ...problem, tasks: [task] });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.results[0]?.outcome as Json;
};
const refused = (task: Json, problem: Json = {}) => {
  const result = evaluate({ ...problem, tasks: [task] });
  return result.ok ? [] : result.refusal.map(({ code, path }) => `${code} ${path.join('.')}`);
};

const table = [
  [5, 4, 'cannot_judge'],
  [2, null, 3],
  [4, 4, 1],
  [1, 2, 2],
];
const units = ['A', 'B', 'C', 'D'];
const reviewers = ['R1', 'R2', 'R3'];
const byName = Object.fromEntries(
  units.map((unit, i) => [unit, Object.fromEntries(reviewers.map((reviewer, j) => [reviewer, table[i]?.[j]]))]),
);
const turned = reviewers.map((_, j) => table.map((row) => row[j]));
const records = units.flatMap((unit, i) =>
  reviewers.flatMap((reviewer, j) => {
    const rating = table[i]?.[j];
    if (rating === null) return [];
    return [rating === 'cannot_judge' ? { unit, reviewer, cannotJudge: true } : { unit, reviewer, rating }];
  }),
);

describe('ratings in a file', () => {
  it('may be a table, turned round, by name, as a list, or the problem’s own performances', () => {
    const base = outcome({ task: 'rating-spread', ratings: table, units, reviewers });
    expect(outcome({ task: 'rating-spread', ratings: turned, rows: 'reviewers', units, reviewers })).toEqual(base);
    expect(outcome({ task: 'rating-spread', ratings: byName })).toEqual(base);
    expect(outcome({ task: 'rating-spread', ratings: records })).toEqual(base);
    expect(outcome({ task: 'rating-spread' }, { alternatives: units, criteria: reviewers, matrix: table })).toEqual(
      base,
    );
    expect(base.leftOut).toEqual([{ unit: 'A', reviewer: 'R3', reason: 'cannot_judge' }]);
    expect(base.mostContestedFirst).toEqual(['C', 'A', 'B', 'D']);
  });
  it('leaves out declared conflicts and says so', () => {
    const conflicted = [...records, { unit: 'B', reviewer: 'R2', rating: 5, conflictDeclared: true }];
    const result = outcome({ task: 'rating-spread', ratings: conflicted });
    expect(result.leftOut).toContainEqual({ unit: 'B', reviewer: 'R2', reason: 'conflict' });
    expect(result.units).toEqual(outcome({ task: 'rating-spread', ratings: records }).units);
  });
  it('is refused with its place', () => {
    expect(refused({ task: 'rating-spread' })).toEqual(['ratings-none-given tasks.0.ratings']);
    expect(refused({ task: 'rating-spread', ratings: [[1, 2], [3]] })).toEqual([
      'ratings-not-rectangular tasks.0.ratings.1',
    ]);
    expect(refused({ task: 'rating-spread', ratings: [[1, 'x']] })).toEqual([
      'rating-not-a-number tasks.0.ratings.0.1',
    ]);
    expect(
      refused({
        task: 'rating-spread',
        rows: 'reviewers',
        ratings: [
          [1, 2],
          ['x', 2],
        ],
      }),
    ).toEqual(['rating-not-a-number tasks.0.ratings.1.0']);
    expect(refused({ task: 'rating-spread', ratings: { A: { R1: 'x' } } })).toEqual([
      'rating-not-a-number tasks.0.ratings.A.R1',
    ]);
    expect(
      refused({
        task: 'rating-spread',
        ratings: [
          { unit: 'A', reviewer: 'R', rating: 1 },
          { unit: 'A', reviewer: 'R', rating: 2 },
        ],
      }),
    ).toEqual(['rating-repeated tasks.0.ratings.1']);
    expect(
      refused({ task: 'rating-spread', ratings: [{ unit: 'A', reviewer: 'R', rating: 1 }], units: ['B'] }),
    ).toEqual(['ratings-name-unknown tasks.0.ratings.0.unit']);
    expect(refused({ task: 'rating-spread', ratings: { A: { R1: 1 } }, reviewers: ['R2'] })).toEqual([
      'ratings-name-unknown tasks.0.ratings',
    ]);
    expect(refused({ task: 'rating-spread', ratings: table, units: ['A'] })).toEqual([
      'ratings-names-length tasks.0.units',
    ]);
    expect(refused({ task: 'rating-spread', ratings: table, reviewers: ['A', 'A', 'B'] })).toEqual([
      'ratings-name-repeated tasks.0.reviewers',
    ]);
    expect(refused({ task: 'rating-spread', ratings: table, unknown: 1 })).toEqual([
      'problem-unknown-key tasks.0.unknown',
    ]);
    expect(refused({ task: 'intraclass-correlation', ratings: table })).toEqual([
      'rating-missing tasks.0.ratings.0.2',
      'rating-missing tasks.0.ratings.1.1',
    ]);
    expect(refused({ task: 'intraclass-correlation', ratings: table, missing: 'listwise', confidence: 3 })).toEqual([
      'confidence-out-of-range tasks.0.confidence',
    ]);
  });
});

describe('tasks about reviewers', () => {
  it('give alpha with its units named and an interval for a seed', () => {
    const options = { task: 'krippendorff-alpha', level: 'ordinal', ratings: table, units, reviewers };
    const result = outcome({ ...options, bootstrap: { draws: 200, seed: 1 } });
    expect(result).toMatchObject({
      pairableUnits: units,
      unpairableUnits: [],
      interval: { draws: 200, confidence: 0.95 },
    });
    expect(outcome(options).interval).toBeNull();
    const counts = outcome({
      task: 'krippendorff-alpha',
      level: 'ordinal',
      values: [1, 2, 3, 4, 5],
      counts: [
        [0, 0, 0, 1, 1],
        [0, 1, 1, 0, 0],
        [1, 0, 0, 2, 0],
        [1, 2, 0, 0, 0],
      ],
    });
    expect(counts.alpha).toBeCloseTo(result.alpha as number, 12);
    expect(refused({ ...options, level: { matrix: [[0]] } })).toEqual(['alpha-matrix-size tasks.0.level.matrix']);
    expect(refused({ ...options, counts: [[1]] })).toEqual(['ratings-and-counts tasks.0.counts']);
    expect(refused({ task: 'krippendorff-alpha', level: 'nominal', counts: [[2], [1, 1]] })).toEqual([
      'ratings-not-rectangular tasks.0.counts.1',
    ]);
    expect(refused({ ...options, bootstrap: { draws: 1, seed: 1 } })).toEqual([
      'bootstrap-draws tasks.0.bootstrap.draws',
    ]);
    expect(refused({ task: 'krippendorff-alpha', ratings: table })).toEqual(['problem-not-understood tasks.0.level']);
  });
  it('compare every pair of reviewers by kappa', () => {
    const result = outcome({ task: 'cohen-kappa', ratings: table, reviewers });
    const pairs = result.pairs as { first: string; second: string; kappa: number; units: number }[];
    expect(pairs.map(({ first, second, units: count }) => [first, second, count])).toEqual([
      ['R1', 'R2', 3],
      ['R1', 'R3', 3],
      ['R2', 'R3', 2],
    ]);
    expect(result.meanKappa).toBeCloseTo(pairs.reduce((sum, pair) => sum + pair.kappa, 0) / 3, 14);
    expect(refused({ task: 'cohen-kappa', ratings: table, missing: 'refuse' })).toEqual([
      'rating-missing tasks.0.ratings.1.1',
    ]);
    expect(refused({ task: 'cohen-kappa', crosstab: [[1, 2]] })).toEqual(['kappa-crosstab-square tasks.0.crosstab']);
    expect(refused({ task: 'cohen-kappa', ratings: [[1]] })).toEqual(['kappa-two-reviewers tasks.0.ratings']);
  });
  it('measure Fleiss and Kendall with units named', () => {
    expect(outcome({ task: 'fleiss-kappa', ratings: table, units, missing: 'listwise' })).toMatchObject({
      usedUnits: ['C', 'D'],
      droppedUnits: ['A', 'B'],
    });
    expect(outcome({ task: 'kendall-w', ratings: table, units, missing: 'listwise' })).toMatchObject({
      usedUnits: ['C', 'D'],
      degrees: 1,
    });
    expect(refused({ task: 'fleiss-kappa', counts: [[1, 0]], missing: 'available' })).toEqual([
      'fleiss-no-units tasks.0.counts',
    ]);
  });
  it('profile reviewers, aggregate ratings and model strictness', () => {
    const profiles = outcome({ task: 'reviewer-profiles', ratings: table, reviewers }).reviewers as Json[];
    expect(profiles.map(({ reviewer, ratings }) => [reviewer, ratings])).toEqual([
      ['R1', 4],
      ['R2', 3],
      ['R3', 3],
    ]);
    const aggregated = outcome({
      task: 'aggregate-ratings',
      ratings: table,
      units,
      reviewers,
      scale: { min: 2, max: 5 },
    }).units as Json[];
    expect(aggregated[0]).toMatchObject({ unit: 'A', value: 4.5, cannotJudge: ['R3'] });
    expect(aggregated[1]).toMatchObject({ unit: 'B', value: 2.5, missing: ['R2'] });
    expect(aggregated[2]).toMatchObject({ outOfScale: [{ reviewerId: 'R3', rating: 1 }] });
    expect(
      refused({ task: 'aggregate-ratings', ratings: table, scale: { min: 2, max: 5 }, outOfScale: 'refuse' }),
    ).toEqual(['rating-out-of-scale tasks.0.ratings.2.2']);
    const strict = outcome({ task: 'reviewer-strictness', ratings: table, units, reviewers, minimumRatings: 4 });
    expect((strict.reviewers as Json[]).map(({ belowMinimum }) => belowMinimum)).toEqual([false, true, true]);
    expect((strict.units as Json[]).map(({ unitId, rawRank }) => [unitId, rawRank])).toEqual([
      ['A', 1],
      ['B', 3],
      ['C', 2],
      ['D', 4],
    ]);
    expect(refused({ task: 'reviewer-strictness', ratings: table, minimumRatings: 0 })).toEqual([
      'minimum-ratings tasks.0.minimumRatings',
    ]);
  });
  it('rank by expectation, draw the zone and the lots', () => {
    const options = { task: 'expected-ranks', ratings: table, units, latticePoints: 64, gridPoints: 16 };
    const result = outcome({ ...options, funding: { places: 2 }, detail: true });
    const ranked = result.units as {
      expectedRank: number;
      sucra: number;
      aboveLine: number;
      rankProbabilities: number[];
    }[];
    expect(ranked.reduce((sum, unit) => sum + unit.expectedRank, 0)).toBeCloseTo(10, 9);
    ranked.forEach((unit) => {
      expect(unit.sucra).toBeCloseTo((4 - unit.expectedRank) / 3, 12);
      expect(unit.aboveLine).toBeCloseTo(
        (unit.rankProbabilities[0] as number) + (unit.rankProbabilities[1] as number),
        12,
      );
    });
    expect(ranked.reduce((sum, unit) => sum + unit.aboveLine, 0)).toBeCloseTo(2, 3);
    const plain = outcome(options);
    expect(plain.zone).toBeNull();
    expect(plain).not.toHaveProperty('better');
    expect((plain.units as Json[])[0]).not.toHaveProperty('aboveLine');
    expect(refused({ ...options, funding: { places: 1.5 } })).toEqual(['line-places tasks.0.funding.places']);
    expect(refused({ ...options, priors: { unitLimit: -1 } })).toEqual(['prior-not-positive tasks.0.priors.unitLimit']);
    const ranks = [
      { unit: 'A', rank: 1, low: 1, high: 2 },
      { unit: 'B', rank: 2, low: 1, high: 2 },
    ];
    expect(outcome({ task: 'funding-zone', ranks, places: 1, line: 'between-places' })).toMatchObject({
      zone: ['A', 'B'],
      placesInZone: 1,
    });
    expect(refused({ task: 'funding-zone', ranks: [{ ...ranks[0], high: 0 }], places: 1 })).toEqual([
      'line-interval tasks.0.ranks.0',
    ]);
    const draw = { task: 'public-draw', seed: 'sixteen letters!', ids: ['b', 'a'], places: 1 };
    expect(outcome(draw)).toMatchObject({ ids: ['a', 'b'], places: 1 });
    expect(refused({ ...draw, places: 3 })).toEqual(['draw-places tasks.0.places']);
    expect(run(draw).results[0]?.conventions.algorithm).toContain('sha256');
  });
});

describe('tasks about groups', () => {
  const ballots = [{ count: 2, ranking: ['A', 'B', 'C'] }, { ranking: ['C', 'B', 'A'] }];
  it('rank by all methods or those chosen, from ballots or from ratings', () => {
    const result = outcome({ task: 'group-ranking', ballots });
    expect(Object.keys(result).sort()).toEqual([
      'borda',
      'candidates',
      'condorcet',
      'copeland',
      'duels',
      'kemeny',
      'pairwise',
      'plurality',
      'schulze',
      'voters',
    ]);
    expect(Object.keys(outcome({ task: 'group-ranking', ballots, methods: ['borda'] }))).not.toContain('kemeny');
    const rated = outcome({
      task: 'group-ranking',
      ratings: [
        [5, 5, 1],
        [3, 4, 2],
        [1, 1, 4],
      ],
      units: ['A', 'B', 'C'],
    });
    expect(rated.borda).toEqual(result.borda);
    expect(refused({ task: 'group-ranking', ballots, candidates: ['A', 'B'] })).toEqual([
      'ballot-unknown tasks.0.ballots.0.ranking.2',
      'ballot-unknown tasks.0.ballots.1.ranking.0',
    ]);
    expect(refused({ task: 'group-ranking', ballots, ratings: [[1]] })).toEqual([
      'ballots-and-ratings tasks.0.ballots',
    ]);
    expect(refused({ task: 'group-ranking', ratings: [[1], [null]] })).toEqual(['ballot-incomplete tasks.0.ratings']);
    const many = { ranking: Array.from({ length: 19 }, (_, i) => `c${i}`) };
    expect(refused({ task: 'group-ranking', ballots: [many] })).toEqual(['kemeny-too-many tasks.0.methods']);
    expect(outcome({ task: 'group-ranking', ballots: [many], methods: ['borda'] })).toHaveProperty('borda');
  });
  it('count approvals', () => {
    expect(
      outcome({ task: 'approval-voting', ballots: [{ approves: ['A', 'B'] }, { count: 2, approves: ['B'] }] }),
    ).toMatchObject({ voters: 3, ranking: [['B'], ['A']], winners: ['B'] });
    expect(refused({ task: 'approval-voting', ballots: [{ approves: ['A', 'A'] }] })).toEqual([
      'ballot-repeats tasks.0.ballots.0.approves.1',
    ]);
  });
});
