import { accept, at, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { normalQuantile } from '../../kernel/distributions';
import { compareIds } from '../../methods/common/ranks';
import { ratingTableFaults, type RatingTable } from '../agreement/rating-table';
import { backwardSolve } from '../numbers/cholesky';
import { quickNormalDistribution } from '../numbers/normal-table';
import { mean } from '../numbers/summaries';
import { ratingComponents } from '../strictness/connected-components';
import { crossedData, crossedPieces, forEachUnit, type CrossedData } from '../strictness/crossed-algebra';
import { conditionalEffects } from './conditional-effects';
import { hyperPosterior, type ExpectedRankPriors, type HyperNode, type HyperPosterior } from './hyper-posterior';
import { latticeCoordinate } from './lattice';
import { addRankDistribution } from './rank-distribution';

export interface ExpectedRankOptions {
  /** Which end of the grades is better. */
  readonly best: 'highest' | 'lowest';
  readonly priors: ExpectedRankPriors;
  /** The model's fixed overall mean: of all grades, or of the units' own means (they differ when units have different numbers). */
  readonly centre: 'grades' | 'unit-means';
  readonly disconnected: 'refuse' | 'report';
  /** Integration points per standard deviation. 24 gives expected ranks to about 1e-5. */
  readonly gridPoints: number;
  /** Points over the reviewers' levels for the distribution of ranks, where the levels do not cancel out. */
  readonly latticePoints: number;
  /** Probability of the central credible intervals of the rank, e.g. 0.5. */
  readonly interval: number;
}

export interface RankedUnit {
  readonly unitId: string;
  readonly grades: number;
  /** Mean of the grades as given; null without any. */
  readonly averageGrade: number | null;
  /** Posterior mean and standard deviation of the unit's effect, in grades above the overall mean (positive is better). */
  readonly effect: number;
  readonly effectDeviation: number;
  /** 1 + sum over the others of the probability that they are better. */
  readonly expectedRank: number;
  /** (n − expected rank) / (n − 1): 1 surely best, 0 surely last. */
  readonly sucra: number;
  /** Percentile of the expected rank: 100·(expected rank − ½) / n. */
  readonly percentile: number;
  /** Central credible interval of the rank: the smallest ranks whose cumulative probability reaches (1 ∓ interval) / 2. */
  readonly rankLow: number;
  readonly rankHigh: number;
  readonly medianRank: number;
  /** rankProbabilities[r − 1] = probability of rank r. */
  readonly rankProbabilities: readonly number[];
}

export interface ExpectedRanks {
  readonly overallMean: number;
  readonly units: readonly RankedUnit[];
  /** Unit ids by expected rank, best first; ties by id. */
  readonly order: readonly string[];
  /** Posterior of each reviewer's level: in the direction of better grades, so negative is strict. */
  readonly reviewers: readonly {
    readonly reviewerId: string;
    readonly grades: number;
    readonly level: number;
    readonly levelDeviation: number;
  }[];
  /** Posterior means of the standard deviations between units, and of a grade around unit and reviewer. */
  readonly unitDeviation: number;
  readonly gradeDeviation: number;
  /** better[i][k] = probability that unit i is truly better than unit k. */
  readonly better: readonly (readonly number[])[];
  readonly parts: readonly { readonly unitIds: readonly string[]; readonly reviewerIds: readonly string[] }[];
  /** `exact`: reviewers' levels cancel out of every comparison. `lattice`: integrated over an evenly spread set of points. */
  readonly rankMethod: 'exact' | 'lattice';
  /** Largest difference between an expected rank and the mean of its rank distribution: the error of the latter. */
  readonly rankError: number;
  readonly gridNodes: number;
}

/** Points per dimension for the distribution of ranks, which costs more per point than the expected ranks do. */
const rankGridPoints = 20;

/**
 * Bayesian expected ranks of the units of a panel, with reviewers of different strictness, without sampling.
 *
 * Model   grade = mean + unit effect + reviewer's deviation for that unit + residual; unit effect normal(0, τu); deviation
 *         normal(reviewer's level, τr); level normal(0, 0.5); residual normal(0, σ); τu, τr, σ uniform. σ and τr enter only as
 *         √(σ² + τr²), so two standard deviations are integrated over a Gauss–Legendre grid; the effects are exactly normal at
 *         each point, and the probability that one unit beats another is a normal probability.
 * Shapes  table: units × reviewers, gaps allowed; ids: one per row and per column, unique.
 * Edges   Units without grades are ranked by their prior alone, in the middle. Every figure is deterministic: same input, same
 *         bytes. Σ expected ranks = n(n + 1)/2.
 * Errors  Refusals: of the table; `expected-rank-too-few-units` (< 2 with grades); `ratings-no-variation`; `expected-rank-no-residual`;
 *         `prior-not-positive`, `grid-points`, `lattice-points`, `interval-out-of-range`; `ratings-disconnected` under `refuse`.
 * Source  Heyard, Ott, Salanti & Egger, Rethinking the Funding Line at the Swiss National Science Foundation: Bayesian Ranking and
 *         Lottery, Statistics and Public Policy 9 (2022) 110–121; SUCRA: Salanti, Ades & Ioannidis, J. Clin. Epidemiol. 64 (2011).
 *         Cost O(grid points² × units² × reviewers).
 */
export function expectedRanks(
  table: RatingTable,
  unitIds: readonly string[],
  reviewerIds: readonly string[],
  options: ExpectedRankOptions,
): Result<ExpectedRanks> {
  const faults = [...ratingTableFaults(table), ...optionFaults(options)];
  if (faults.length > 0) return refuse(faults);
  const data = crossedData(table);
  const rated = data.unitCounts.filter((count) => count > 0).length;
  if (rated < 2) return refuse([refusal('expected-rank-too-few-units', [], { units: rated })]);
  if (data.ratings.every((grade) => grade === data.ratings[0]))
    return refuse([refusal('ratings-no-variation', [], { value: data.ratings[0] as number })]);
  const named = (indexes: readonly number[], ids: readonly string[]) => indexes.map((i) => at(ids, i)).sort(compareIds);
  const parts = ratingComponents(table)
    .filter((part) => part.units.length > 0 && part.reviewers.length > 0)
    .map((part) => ({ unitIds: named(part.units, unitIds), reviewerIds: named(part.reviewers, reviewerIds) }));
  if (parts.length > 1 && options.disconnected === 'refuse')
    return refuse(
      parts
        .slice(1)
        .map((part) =>
          refusal('ratings-disconnected', [], { applications: part.unitIds, reviewers: part.reviewerIds }),
        ),
    );

  const unitMeans = table.map((row) => mean(row.filter((grade) => grade !== null)));
  const overallMean =
    options.centre === 'grades'
      ? (mean([...data.ratings]) as number)
      : (mean(unitMeans.filter((value) => value !== null)) as number);
  const sign = options.best === 'highest' ? 1 : -1;
  const grades = data.ratings.map((grade) => sign * (grade - overallMean));
  const posterior = hyperPosterior(data, grades, options.priors);
  if (!posterior.ok) return posterior;
  const nodes = posterior.value.nodes(options.gridPoints);
  const pairs = pairwise(data, grades, nodes, options.priors.levelDeviation);
  const n = table.length;
  const expected = Array.from({ length: n }, (_, i) => {
    let rank = 1;
    for (let k = 0; k < n; k += 1) if (k !== i) rank += pairs.better[k * n + i] as number;
    return rank;
  });
  const ranks = rankDistributions(data, grades, posterior.value, options);
  const units = expected.map((expectedRank, i): RankedUnit => {
    const rankProbabilities = Array.from(ranks.probabilities.subarray(i * n, (i + 1) * n));
    return {
      unitId: at(unitIds, i),
      grades: data.unitCounts[i] as number,
      averageGrade: at(unitMeans, i),
      effect: pairs.effects[i] as number,
      effectDeviation: Math.sqrt(Math.max(0, (pairs.squares[i] as number) - (pairs.effects[i] as number) ** 2)),
      expectedRank,
      sucra: (n - expectedRank) / (n - 1),
      percentile: (100 * (expectedRank - 0.5)) / n,
      rankLow: quantileRank(rankProbabilities, (1 - options.interval) / 2),
      rankHigh: quantileRank(rankProbabilities, (1 + options.interval) / 2),
      medianRank: quantileRank(rankProbabilities, 0.5),
      rankProbabilities,
    };
  });
  return accept({
    overallMean,
    units,
    order: [...units]
      .sort((a, b) => a.expectedRank - b.expectedRank || compareIds(a.unitId, b.unitId))
      .map((unit) => unit.unitId),
    reviewers: reviewerIds.map((reviewerId, j) => ({
      reviewerId,
      grades: data.reviewerCounts[j] as number,
      level: pairs.levels[j] as number,
      levelDeviation: Math.sqrt(Math.max(0, (pairs.levelSquares[j] as number) - (pairs.levels[j] as number) ** 2)),
    })),
    unitDeviation: nodes.reduce((sum, node) => sum + node.weight * node.unitDeviation, 0),
    gradeDeviation: nodes.reduce((sum, node) => sum + node.weight * node.gradeDeviation, 0),
    better: Array.from({ length: n }, (_, i) => Array.from(pairs.better.subarray(i * n, (i + 1) * n))),
    parts,
    rankMethod: ranks.method,
    rankError: Math.max(
      ...units.map((unit) =>
        Math.abs(unit.expectedRank - unit.rankProbabilities.reduce((sum, p, r) => sum + p * (r + 1), 0)),
      ),
    ),
    gridNodes: nodes.length,
  });
}

function optionFaults(options: ExpectedRankOptions): readonly Refusal[] {
  const faults: Refusal[] = [];
  for (const [name, value] of Object.entries(options.priors))
    if (!(value > 0 && value < Infinity))
      faults.push(refusal('prior-not-positive', ['priors', name], { name, value: String(value) }));
  if (!(Number.isInteger(options.gridPoints) && options.gridPoints >= 8 && options.gridPoints <= 96))
    faults.push(refusal('grid-points', ['gridPoints'], { lowest: 8, highest: 96 }));
  if (!(Number.isInteger(options.latticePoints) && options.latticePoints >= 16 && options.latticePoints <= 65_536))
    faults.push(refusal('lattice-points', ['latticePoints'], { lowest: 16, highest: 65_536 }));
  if (!(options.interval > 0 && options.interval < 1))
    faults.push(refusal('interval-out-of-range', ['interval'], { interval: String(options.interval) }));
  return faults;
}

/** The smallest rank whose cumulative probability reaches p. */
function quantileRank(probabilities: readonly number[], p: number): number {
  let sum = 0;
  for (const [index, probability] of probabilities.entries()) {
    sum += probability;
    // What is missing to 1 by rounding must not push the rank past the last.
    if (sum >= p - 1e-12) return index + 1;
  }
  return probabilities.length;
}

/** Moments of the effects and the probability of each unit being better than each other, over the grid. */
function pairwise(data: CrossedData, grades: Float64Array, nodes: readonly HyperNode[], levelDeviation: number) {
  const { units: n, reviewers: m } = data;
  const better = new Float64Array(n * n);
  const effects = new Float64Array(n);
  const squares = new Float64Array(n);
  const levels = new Float64Array(m);
  const levelSquares = new Float64Array(m);
  for (const node of nodes) {
    const { weight } = node;
    const { unitMeans, ownVariances, loads, ...level } = conditionalEffects(data, grades, node, levelDeviation);
    for (let i = 0; i < n; i += 1) {
      const centre = unitMeans[i] as number;
      const own = ownVariances[i] as number;
      let shared = 0;
      for (let j = 0; j < m; j += 1) shared += (loads[i * m + j] as number) ** 2;
      effects[i] = (effects[i] as number) + weight * centre;
      squares[i] = (squares[i] as number) + weight * (centre * centre + own + shared);
      for (let k = 0; k < i; k += 1) {
        let apart = own + (ownVariances[k] as number);
        for (let j = 0; j < m; j += 1) {
          const difference = (loads[i * m + j] as number) - (loads[k * m + j] as number);
          apart += difference * difference;
        }
        const p = weight * quickNormalDistribution((centre - (unitMeans[k] as number)) / Math.sqrt(apart));
        better[i * n + k] = (better[i * n + k] as number) + p;
        better[k * n + i] = (better[k * n + i] as number) + (weight - p);
      }
    }
    for (let j = 0; j < m; j += 1) {
      const centre = level.levelMeans[j] as number;
      levels[j] = (levels[j] as number) + weight * centre;
      levelSquares[j] = (levelSquares[j] as number) + weight * (centre * centre + (level.levelVariances[j] as number));
    }
  }
  return { better, effects, squares, levels, levelSquares };
}

/** True when every unit has been graded by the same reviewers: then their levels move all units alike. */
function sharesReviewers(data: CrossedData): boolean {
  const first = data.unitCounts[0] as number;
  let same = true;
  forEachUnit(data, (_, from, to) => {
    if (to - from !== first) same = false;
    else for (let c = 0; c < first; c += 1) if (data.reviewerOf[from + c] !== data.reviewerOf[c]) same = false;
  });
  return same;
}

/** The distribution of every unit's rank: at each grid point exactly, or over points spread through the reviewers' levels. */
function rankDistributions(
  data: CrossedData,
  grades: Float64Array,
  posterior: HyperPosterior,
  options: ExpectedRankOptions,
): { probabilities: Float64Array; method: 'exact' | 'lattice' } {
  const { levelDeviation } = options.priors;
  const nodes = posterior.nodes(Math.min(rankGridPoints, options.gridPoints));
  const { units: n, reviewers: m } = data;
  const probabilities = new Float64Array(n * n);
  const add = (node: HyperNode, levels: Float64Array, weight: number) => {
    const variance = node.gradeDeviation * node.gradeDeviation;
    const ratio = (node.unitDeviation * node.unitDeviation) / variance;
    const means = new Float64Array(n);
    const deviations = new Float64Array(n);
    forEachUnit(data, (unit, from, to) => {
      const own = ratio / (1 + ratio * (to - from));
      let left = 0;
      for (let c = from; c < to; c += 1)
        left += (grades[c] as number) - (levels[data.reviewerOf[c] as number] as number);
      means[unit] = own * left;
      deviations[unit] = node.gradeDeviation * Math.sqrt(own);
    });
    addRankDistribution(probabilities, means, deviations, weight);
  };
  if (sharesReviewers(data)) {
    for (const node of nodes) add(node, conditionalEffects(data, grades, node, levelDeviation).levelMeans, node.weight);
    return { probabilities, method: 'exact' };
  }
  const count = options.latticePoints;
  let index = 0;
  let before = 0;
  for (let k = 0; k < count; k += 1) {
    const place = latticeCoordinate(k, 0, count);
    while (index < nodes.length - 1 && before + at(nodes, index).weight < place) {
      before += at(nodes, index).weight;
      index += 1;
    }
    const node = at(nodes, index);
    const variance = node.gradeDeviation * node.gradeDeviation;
    const ratio = (levelDeviation * levelDeviation) / variance;
    const { factor } = crossedPieces(data, (node.unitDeviation * node.unitDeviation) / variance, ratio);
    const { levelMeans } = conditionalEffects(data, grades, node, levelDeviation);
    const normals = Float64Array.from({ length: m }, (_, j) => normalQuantile(latticeCoordinate(k, j + 1, count)));
    const spread = backwardSolve(factor, normals);
    add(
      node,
      levelMeans.map((value, j) => value + levelDeviation * (spread[j] as number)),
      1 / count,
    );
  }
  return { probabilities, method: 'lattice' };
}
