import { evaluate } from '../evaluate/evaluate';
import type { Result } from '@fordela/domain';
import fc from 'fast-check';
import { approvalScores } from './approval';
import { ballotsFromRatings, profileOf, type RankedBallot, type UnrankedConvention } from './ballots';
import { bordaScores } from './borda';
import { kemenyOrder, kemenyScore } from './kemeny';
import { condorcet, copelandScores, duelsOf, pairwiseCounts } from './pairwise';
import { pluralityScores, winnersOf } from './plurality';
import { schulzeScores, strongestPaths } from './schulze';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const codes = <T>(result: Result<T>) => (result.ok ? [] : result.refusal.map((entry) => entry.code));
const read = (
  ballots: readonly RankedBallot[],
  unranked: UnrankedConvention = 'refuse',
  candidates: string[] | null = null,
) => value(profileOf(ballots, candidates, unranked));
const rankings = (lines: Record<string, number>): RankedBallot[] =>
  Object.entries(lines).map(([line, count]) => ({ count, ranking: [...line] }));
const byName = (names: readonly string[], scores: readonly number[]) =>
  Object.fromEntries(names.map((name, i) => [name, scores[i]]));
const orders = (items: number[]): number[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) => orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));

describe("Tennessee's capital: 100 voters in four blocs (Wikipedia: Borda count, Condorcet, Kemeny–Young)", () => {
  const profile = read([
    { count: 42, ranking: ['Memphis', 'Nashville', 'Chattanooga', 'Knoxville'] },
    { count: 26, ranking: ['Nashville', 'Chattanooga', 'Knoxville', 'Memphis'] },
    { count: 15, ranking: ['Chattanooga', 'Knoxville', 'Nashville', 'Memphis'] },
    { count: 17, ranking: ['Knoxville', 'Chattanooga', 'Nashville', 'Memphis'] },
  ]);
  const counts = pairwiseCounts(profile);
  const { candidates } = profile;
  it('elects Memphis by plurality', () => {
    expect(winnersOf(candidates, pluralityScores(profile, 'split'))).toEqual(['Memphis']);
  });
  it('gives the Borda scores', () => {
    expect(byName(candidates, bordaScores(profile, 'from-zero', 'average'))).toEqual({
      Memphis: 126,
      Nashville: 194,
      Chattanooga: 173,
      Knoxville: 107,
    });
    expect(byName(candidates, bordaScores(profile, 'from-one', 'average'))).toEqual({
      Memphis: 226,
      Nashville: 294,
      Chattanooga: 273,
      Knoxville: 207,
    });
  });
  it('has Nashville as Condorcet winner and the Copeland scores', () => {
    expect(condorcet(candidates, counts)).toEqual({
      winner: 'Nashville',
      loser: 'Memphis',
      smithSet: ['Nashville'],
      cycle: null,
    });
    expect(byName(candidates, copelandScores(counts, 'wins-minus-losses'))).toEqual({
      Memphis: -3,
      Nashville: 3,
      Chattanooga: 1,
      Knoxville: -1,
    });
    expect(byName(candidates, copelandScores(counts, 'wins'))).toEqual({
      Memphis: 0,
      Nashville: 3,
      Chattanooga: 2,
      Knoxville: 1,
    });
    expect(byName(candidates, schulzeScores(counts))).toEqual({
      Memphis: 0,
      Nashville: 3,
      Chattanooga: 2,
      Knoxville: 1,
    });
  });
  it('has the Kemeny order with score 393', () => {
    const kemeny = value(kemenyOrder(counts));
    expect(kemeny.order.map((index) => candidates[index])).toEqual([
      'Nashville',
      'Chattanooga',
      'Knoxville',
      'Memphis',
    ]);
    expect(kemeny).toMatchObject({ score: 393, distance: 207, optimalOrders: 1 });
  });
});

describe('majorities in a circle', () => {
  it('reproduces 45 voters and five candidates (Schulze 2011, example 1; Wikipedia, Schulze method)', () => {
    const profile = read(rankings({ ACBED: 5, ADECB: 5, BEDAC: 8, CABED: 3, CAEBD: 7, CBADE: 2, DCEBA: 7, EBADC: 8 }));
    const counts = pairwiseCounts(profile);
    expect(counts[0]).toEqual([0, 20, 26, 30, 22]);
    expect(strongestPaths(counts)).toEqual([
      [0, 28, 28, 30, 24],
      [25, 0, 28, 33, 24],
      [25, 29, 0, 29, 24],
      [25, 28, 28, 0, 24],
      [25, 28, 28, 31, 0],
    ]);
    // E > A > C > B > D
    expect(byName(profile.candidates, schulzeScores(counts))).toEqual({ A: 3, B: 1, C: 2, D: 0, E: 4 });
  });
  it('names the cycle and the Smith set, and nobody as winner', () => {
    const profile = read(rankings({ ABCD: 1, BCAD: 1, CABD: 1 }));
    const counts = pairwiseCounts(profile);
    expect(condorcet(profile.candidates, counts)).toEqual({
      winner: null,
      loser: 'D',
      smithSet: ['A', 'B', 'C'],
      cycle: ['A', 'B', 'C'],
    });
    expect(value(kemenyOrder(counts))).toMatchObject({ order: [0, 1, 2, 3], optimalOrders: 3 });
    expect(duelsOf(counts)[3]).toEqual({ wins: 0, losses: 3, ties: 0 });
  });
});

describe('conventions for ties and gaps', () => {
  it('shares, or not, what equals take up', () => {
    const profile = read([{ count: 2, ranking: ['A', ['B', 'C'], 'D'] }]);
    expect(bordaScores(profile, 'from-zero', 'average')).toEqual([6, 3, 3, 0]);
    expect(bordaScores(profile, 'from-zero', 'lowest')).toEqual([6, 2, 2, 0]);
    expect(bordaScores(profile, 'from-zero', 'highest')).toEqual([6, 4, 4, 0]);
    expect(bordaScores(profile, 'dowdall', 'highest')).toEqual([2, 1, 1, 0.5]);
    const shared = read([{ count: 3, ranking: [['A', 'B'], 'C'] }]);
    expect(pluralityScores(shared, 'split')).toEqual([1.5, 1.5, 0]);
    expect(pluralityScores(shared, 'each')).toEqual([3, 3, 0]);
    expect(copelandScores(pairwiseCounts(shared), 'wins-plus-half-ties')).toEqual([1.5, 1.5, 0]);
  });
  it('treats candidates left out as told', () => {
    const ballots = [{ count: 1, ranking: ['A'] }];
    const names = ['A', 'B', 'C'];
    expect(codes(profileOf(ballots, names, 'refuse'))).toEqual(['ballot-incomplete']);
    expect(bordaScores(read(ballots, 'last', names), 'from-zero', 'average')).toEqual([2, 0.5, 0.5]);
    expect(bordaScores(read(ballots, 'ignored', names), 'from-zero', 'average')).toEqual([2, 0, 0]);
    expect(bordaScores(read(ballots, 'ignored', names), 'modified', 'average')).toEqual([1, 0, 0]);
    expect(pairwiseCounts(read(ballots, 'last', names))).toEqual([
      [0, 1, 1],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(pairwiseCounts(read(ballots, 'ignored', names))).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });
  it('makes ballots of ratings', () => {
    expect(
      ballotsFromRatings(
        [
          [5, null],
          [3, 2],
          [5, 4],
        ],
        ['a', 'b', 'c'],
        'highest',
      ),
    ).toEqual([
      { count: 1, ranking: [['a', 'c'], ['b']] },
      { count: 1, ranking: [['c'], ['b']] },
    ]);
    expect(ballotsFromRatings([[1], [2]], ['a', 'b'], 'lowest')).toEqual([{ count: 1, ranking: [['a'], ['b']] }]);
  });
  it('refuses ballots that cannot be read', () => {
    const one = (ballot: RankedBallot, candidates: string[] | null = null) =>
      codes(profileOf([ballot], candidates, 'last'));
    expect(codes(profileOf([], null, 'last'))).toEqual(['ballots-none']);
    expect(one({ count: 0, ranking: ['A', 'B'] })).toEqual(['ballot-count']);
    expect(one({ count: NaN, ranking: ['A', 'B'] })).toEqual(['ballot-count']);
    expect(one({ count: 1, ranking: ['A', 'A', 'B'] })).toEqual(['ballot-repeats']);
    expect(one({ count: 1, ranking: ['A', 'X'] }, ['A', 'B'])).toEqual(['ballot-unknown']);
    expect(one({ count: 1, ranking: [] }, ['A', 'B'])).toEqual(['ballot-empty']);
    expect(one({ count: 1, ranking: ['A'] })).toEqual(['ballots-one-candidate']);
    expect(one({ count: 1, ranking: ['A', 'B'] }, ['A', 'B', 'A'])).toContain('candidate-repeated');
    expect(codes(kemenyOrder(Array.from({ length: 19 }, () => new Array<number>(19).fill(0))))).toEqual([
      'kemeny-too-many',
    ]);
  });
});

describe('approval', () => {
  it('counts approvals', () => {
    const result = value(
      approvalScores(
        [
          { count: 2, approves: ['B', 'A'] },
          { count: 1, approves: [] },
          { count: 3, approves: ['B'] },
        ],
        null,
      ),
    );
    expect(result).toEqual({ candidates: ['A', 'B'], scores: [2, 5], voters: 6 });
    expect(codes(approvalScores([{ count: 1, approves: ['A', 'A'] }], null))).toEqual(['ballot-repeats']);
    expect(codes(approvalScores([{ count: 1, approves: ['C'] }], ['A', 'B']))).toEqual(['ballot-unknown']);
    expect(codes(approvalScores([{ count: -1, approves: ['A'] }], ['A', 'B']))).toEqual(['ballot-count']);
    expect(codes(approvalScores([], null))).toEqual(['ballots-none']);
  });
});

describe('laws', () => {
  const profiles = fc.integer({ min: 2, max: 6 }).chain((n) =>
    fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 9 }),
        ranking: fc.shuffledSubarray([...'ABCDEF'].slice(0, n), { minLength: n, maxLength: n }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  );
  it('has no order that beats the Kemeny order (oracle: every order), and counts the equally good ones', () => {
    fc.assert(
      fc.property(profiles, (ballots) => {
        const counts = pairwiseCounts(read(ballots));
        const kemeny = value(kemenyOrder(counts));
        const scores = orders(counts.map((_, i) => i)).map((order) => kemenyScore(counts, order));
        expect(kemeny.score).toBe(Math.max(...scores));
        expect(kemenyScore(counts, kemeny.order)).toBe(kemeny.score);
        expect(kemeny.optimalOrders).toBe(scores.filter((score) => score === kemeny.score).length);
      }),
      { numRuns: 60 },
    );
  });
  it('puts a Condorcet winner first in Kemeny, Copeland and Schulze, and finds the Smith set (oracle: every subset)', () => {
    fc.assert(
      fc.property(profiles, (ballots) => {
        const profile = read(ballots);
        const counts = pairwiseCounts(profile);
        const n = counts.length;
        const result = condorcet(profile.candidates, counts);
        const dominant = Array.from({ length: 2 ** n - 1 }, (_, k) => k + 1).filter((set) =>
          counts.every((row, a) =>
            counts.every((other, b) => !(set & (1 << a)) || set & (1 << b) || row[b]! > other[a]!),
          ),
        );
        const size = (set: number) => [...set.toString(2)].filter((bit) => bit === '1').length;
        const smallest = dominant.reduce((best, set) => (size(set) < size(best) ? set : best));
        expect(result.smithSet).toEqual(profile.candidates.filter((_, i) => smallest & (1 << i)));
        result.cycle?.forEach((from, i) => {
          const to = result.cycle![(i + 1) % result.cycle!.length]!;
          const [a, b] = [profile.candidates.indexOf(from), profile.candidates.indexOf(to)];
          expect(counts[a]![b]!).toBeGreaterThan(counts[b]![a]!);
        });
        if (result.winner === null) return;
        expect(profile.candidates[value(kemenyOrder(counts)).order[0]!]).toBe(result.winner);
        expect(winnersOf(profile.candidates, copelandScores(counts, 'wins-minus-losses'))).toEqual([result.winner]);
        expect(winnersOf(profile.candidates, schulzeScores(counts))).toEqual([result.winner]);
      }),
    );
  });
  it('does not depend on the order of ballots, nor on splitting a bloc, and Borda is the sum of the pairs', () => {
    fc.assert(
      fc.property(profiles, (ballots) => {
        const profile = read(ballots);
        const split = read(
          [...ballots]
            .reverse()
            .flatMap((ballot) => Array.from({ length: ballot.count }, () => ({ ...ballot, count: 1 }))),
        );
        expect(pairwiseCounts(split)).toEqual(pairwiseCounts(profile));
        expect(pluralityScores(split, 'split')).toEqual(pluralityScores(profile, 'split'));
        const pairs = pairwiseCounts(profile).map((row) => row.reduce((sum, count) => sum + count, 0));
        expect(bordaScores(profile, 'from-zero', 'average')).toEqual(pairs);
      }),
    );
  });
});

describe('ballots as plain lists', () => {
  const outcome = (task: object) => {
    const answer = evaluate({ tasks: [task] });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return answer.value.results[0]!.outcome;
  };

  it('count one voter each', () => {
    const written = [
      ['a', 'b', 'c'],
      [['b', 'c'], 'a'],
      ['a', 'c', 'b'],
    ];
    const counted = written.map((ranking) => ({ count: 1, ranking }));
    expect(outcome({ task: 'group-ranking', ballots: written })).toEqual(
      outcome({ task: 'group-ranking', ballots: counted }),
    );
    expect(outcome({ task: 'approval-voting', ballots: [['a', 'b'], ['b']] })).toEqual(
      outcome({ task: 'approval-voting', ballots: [{ approves: ['a', 'b'] }, { count: 1, approves: ['b'] }] }),
    );
  });
});
