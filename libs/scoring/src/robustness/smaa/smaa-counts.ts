import { invariant } from '@fordela/domain';
import { PairWins } from '../../kernel/pair-wins';
import { RankCounts } from '../../kernel/rank-counts';
import { lineCount } from './money-line';
import { RankingTally, mergeTallies, type Tally } from './ranking-tally';
import { SampleRanking } from './sample-ranking';
import type { SmaaModel } from './smaa-model';

const { round } = Math;

/** Weights are summed as whole multiples of 2^-31: whole numbers add up to the same bytes in any order. */
export const weightUnit = 2147483648;

/** Up to so many draws the sums stay exact: 2^22 × 2^31 = 2^53. */
export const mostDraws = 4194304;

/**
 * What was counted in some of the draws: whole numbers only, so that counts of parts add up to the counts of the whole, byte
 * for byte, however the draws were divided. Typed arrays: they can be transferred between threads.
 */
export interface SmaaCounts {
  readonly draws: number;
  /** Alternatives × rankDepth, row by row: how often at each rank. */
  readonly ranks: Uint32Array;
  /** Sum and sum of squares of each alternative's rank, the first being 1. */
  readonly rankSums: Float64Array;
  readonly rankSquares: Float64Array;
  /** Alternatives × criteria: sum of the weights (in 2^-31) of the draws in which the alternative was first; and of their squares. */
  readonly firstWeights: Float64Array;
  readonly firstWeightSquares: Float64Array;
  /** Alternatives × alternatives: how often the row stood strictly before the column. Empty when not asked for. */
  readonly pairs: Uint32Array;
  /** How often above the money line. Empty when there is none. */
  readonly funded: Uint32Array;
  /** How often each whole ranking came. Empty when not asked for. */
  readonly rankings: Tally;
}

/**
 * Counts the draws from ≤ k < to. The piece of work that a thread gets.
 *
 * Errors  InvariantError unless 0 ≤ from ≤ to ≤ 2^22.
 */
export function smaaChunk(model: SmaaModel, from: number, to: number): SmaaCounts {
  invariant(Number.isInteger(from) && Number.isInteger(to), 'draws are whole numbers');
  invariant(0 <= from && from <= to && to <= mostDraws, `draws ${from} to ${to} cannot be counted`);
  const { alternatives, criteria, rankDepth } = model;
  const ranking = new SampleRanking(model);
  const { order, scores } = ranking;
  const shared = model.ties === 'competition' ? new SharedRanks(alternatives, rankDepth, model.countPairs) : null;
  const ranks = shared ?? new RankCounts(alternatives, rankDepth);
  const deep = rankDepth < alternatives ? new DeepRanks(alternatives, rankDepth) : null;
  const first = new FirstWeights(alternatives, criteria);
  const wins = model.countPairs ? new PairWins(alternatives) : null;
  const funded = new Uint32Array(model.line ? alternatives : 0);
  const countFunded = model.line ? lineCount(model.line) : null;
  const tally = model.countRankings ? new RankingTally() : null;
  for (let sample = from; sample < to; sample++) {
    ranking.draw(sample);
    ranks.add(order, scores);
    first.add(order, ranking.weights, shared ? shared.firstCount() : 1);
    if (deep) deep.add(order, shared);
    if (wins) wins.add(order);
    if (countFunded) countFunded(order, funded);
    if (tally) tally.add(order);
  }
  const pairs = wins ? wins.matrix() : new Uint32Array(0);
  if (shared) shared.takeTiesFrom(pairs);
  const counted = ranks.matrix();
  const moments = rankMoments(counted, alternatives, rankDepth, deep);
  const rankings = tally ? tally.read() : { keys: new Float64Array(0), counts: new Uint32Array(0) };
  const { weights: firstWeights, squares: firstWeightSquares } = first;
  return { draws: to - from, ranks: counted, ...moments, firstWeights, firstWeightSquares, pairs, funded, rankings };
}

/** The counts of two parts as the counts of both together. Associative and commutative. */
export function mergeSmaaCounts(a: SmaaCounts, b: SmaaCounts): SmaaCounts {
  return {
    draws: a.draws + b.draws,
    ranks: addUp(a.ranks, b.ranks),
    rankSums: addUp(a.rankSums, b.rankSums),
    rankSquares: addUp(a.rankSquares, b.rankSquares),
    firstWeights: addUp(a.firstWeights, b.firstWeights),
    firstWeightSquares: addUp(a.firstWeightSquares, b.firstWeightSquares),
    pairs: addUp(a.pairs, b.pairs),
    funded: addUp(a.funded, b.funded),
    rankings: mergeTallies(a.rankings, b.rankings),
  };
}

/** The buffers of the counts, for a thread to hand over instead of copying. */
export function smaaTransfer(counts: SmaaCounts): ArrayBuffer[] {
  const { ranks, rankSums, rankSquares, firstWeights, firstWeightSquares, pairs, funded, rankings } = counts;
  return [
    ranks,
    rankSums,
    rankSquares,
    firstWeights,
    firstWeightSquares,
    pairs,
    funded,
    rankings.keys,
    rankings.counts,
  ].map((array) => array.buffer as ArrayBuffer);
}

function addUp<Counts extends Uint32Array | Float64Array>(a: Counts, b: Counts): Counts {
  invariant(a.length === b.length, 'counts of different models cannot be merged');
  const sum = a.slice() as Counts;
  for (let k = 0; k < sum.length; k++) sum[k]! += b[k]!;
  return sum;
}

function rankMoments(ranks: Uint32Array, alternatives: number, depth: number, deep: DeepRanks | null) {
  const rankSums = deep ? deep.sums.slice() : new Float64Array(alternatives);
  const rankSquares = deep ? deep.squares.slice() : new Float64Array(alternatives);
  for (let i = 0; i < alternatives; i++)
    for (let place = 0; place < depth; place++) {
      const count = ranks[i * depth + place]!;
      rankSums[i]! += count * (place + 1);
      rankSquares[i]! += count * (place + 1) * (place + 1);
    }
  return { rankSums, rankSquares };
}

/** Sums of the weights under which each alternative was first. */
class FirstWeights {
  readonly weights: Float64Array;
  readonly squares: Float64Array;

  constructor(
    alternatives: number,
    private readonly criteria: number,
  ) {
    this.weights = new Float64Array(alternatives * criteria);
    this.squares = new Float64Array(alternatives * criteria);
  }

  add(order: Int32Array, weights: Float64Array, firstCount: number): void {
    for (let position = 0; position < firstCount; position++) {
      const row = order[position]! * this.criteria;
      for (let c = 0; c < this.criteria; c++) {
        const weight = weights[c]!;
        this.weights[row + c]! += round(weight * weightUnit);
        this.squares[row + c]! += round(weight * weight * weightUnit);
      }
    }
  }
}

/** Sums over the ranks too deep to be counted one by one. */
class DeepRanks {
  readonly sums: Float64Array;
  readonly squares: Float64Array;

  constructor(
    alternatives: number,
    private readonly depth: number,
  ) {
    this.sums = new Float64Array(alternatives);
    this.squares = new Float64Array(alternatives);
  }

  add(order: Int32Array, shared: SharedRanks | null): void {
    for (let position = this.depth; position < order.length; position++) {
      const place = shared ? shared.placeAt(position) : position;
      if (place < this.depth) continue;
      this.sums[order[position]!]! += place + 1;
      this.squares[order[position]!]! += (place + 1) * (place + 1);
    }
  }
}

/** Ranks in which equal scores share the best place of their group; remembers which pairs were tied. */
class SharedRanks {
  private readonly places: Int32Array;
  private readonly counts: Uint32Array;
  private readonly ties: Uint32Array;

  constructor(
    private readonly alternatives: number,
    private readonly depth: number,
    private readonly countPairs: boolean,
  ) {
    this.places = new Int32Array(alternatives);
    this.counts = new Uint32Array(alternatives * depth);
    this.ties = new Uint32Array(countPairs ? alternatives * alternatives : 0);
  }

  add(order: Int32Array, scores: Float64Array): void {
    const { places, alternatives, depth } = this;
    for (let position = 0; position < alternatives; position++) {
      const alternative = order[position]!;
      const tied = position > 0 && scores[alternative] === scores[order[position - 1]!];
      const place = tied ? places[position - 1]! : position;
      places[position] = place;
      if (place < depth) this.counts[alternative * depth + place]!++;
      if (tied && this.countPairs)
        for (let other = place; other < position; other++) this.ties[order[other]! * alternatives + alternative]!++;
    }
  }

  /** The zero-based rank at a position of the order added last. */
  placeAt(position: number): number {
    return this.places[position]!;
  }

  /** How many shared the first place in the order added last. */
  firstCount(): number {
    const end = this.places.findIndex((place) => place > 0);
    return end < 0 ? this.alternatives : end;
  }

  matrix(): Uint32Array {
    return this.counts;
  }

  /** The order had put the one listed first before its equals: takes those wins back. */
  takeTiesFrom(pairs: Uint32Array): void {
    for (let k = 0; k < pairs.length; k++) pairs[k]! -= this.ties[k]!;
  }
}
