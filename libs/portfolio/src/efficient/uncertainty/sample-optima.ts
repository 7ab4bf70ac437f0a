import { RandomStream } from '@fordela/domain';
import { blockOrder } from '../search/block-order';
import type { ChoiceModel } from '../search/choice-model';
import { efficientChoices, type EfficientSettings } from '../search/efficient-choices';
import { drawWeights } from '../weights/weight-simplices';
import { quantileOf } from './distribution';
import type { UncertainValues } from './uncertain-values';

/** What each stream of random numbers is for: drawing more of one never shifts another. */
const purposes = { weights: 1, scores: 2, reviewers: 3 } as const;

/** One draw of everything uncertain, with the portfolio that is best in it. */
export interface SampledOptimum {
  readonly weights: Float64Array;
  /** The drawn number of every uncertain score. */
  readonly scores: Float64Array;
  readonly choices: readonly number[];
  /** Value of the best and of the compared portfolio in whole units of 1/scale value units. */
  readonly value: number;
  readonly comparedValue: number;
  /** False when the search stopped early: the portfolio is the best found. */
  readonly proven: boolean;
}

/** A single search gives up after this many partial portfolios. */
const stateLimit = 1_000_000;
const mostStarts = 6;

/**
 * Solves a problem exactly for drawn weights and scores, sample by sample.
 *
 * Rule    Sample k depends on (seed, k) only. Ties are broken by the search's own fixed order. Portfolios that were best in earlier
 *         samples are tried first: that saves time and never changes an answer.
 */
export class OptimaSampler {
  private readonly order: readonly number[];
  private readonly weightStream: RandomStream;
  private readonly scoreStream: RandomStream;
  private readonly reviewerStream: RandomStream;
  private readonly totals: Float64Array;
  private starts: (readonly number[])[] = [];

  constructor(
    private readonly uncertain: UncertainValues,
    seed: number,
    /** The portfolio whose value is noted in every sample. */
    private readonly compared: readonly number[],
  ) {
    this.weightStream = new RandomStream(seed, purposes.weights);
    this.scoreStream = new RandomStream(seed, purposes.scores);
    this.reviewerStream = new RandomStream(seed, purposes.reviewers);
    this.totals = new Float64Array(uncertain.system.columns.length);
    this.order = blockOrder(this.modelFor(expectedTotals(uncertain)), [[1]]);
  }

  sample(index: number): SampledOptimum {
    const { uncertain } = this;
    const weights = new Float64Array(uncertain.region.names.length);
    this.weightStream.startSample(index);
    drawWeights(uncertain.parts, this.weightStream, weights);
    this.scoreStream.startSample(index);
    this.reviewerStream.startSample(index);
    const left = Math.floor(this.reviewerStream.uniform() * uncertain.panel.length);
    const scores = Float64Array.from(uncertain.scores, ({ distribution, byReviewer }) =>
      byReviewer ? (byReviewer[left] as number) : quantileOf(distribution, this.scoreStream.uniform()),
    );
    this.totals.fill(0);
    uncertain.expected.forEach((own, i) => {
      const weight = weights[i] as number;
      for (let j = 0; j < own.length; j++) this.totals[j] = (this.totals[j] as number) + weight * (own[j] as number);
    });
    uncertain.scores.forEach(({ nameIndex, levels }, s) => {
      const weight = weights[nameIndex] as number;
      for (const { column, intercept, slope } of levels) {
        const drawn = intercept + slope * (scores[s] as number);
        const usual = uncertain.expected[nameIndex]?.[column] as number;
        this.totals[column] = (this.totals[column] as number) + weight * (drawn - usual);
      }
    });
    const totals = this.totals.map((value) => Math.round(value * uncertain.scale));
    const { choices, value, proven } = this.solve(totals);
    const valueOf = (own: readonly number[]) =>
      uncertain.structure.columns.reduce((sum, columns, b) => {
        const column = columns[own[b] as number] as number;
        return column < 0 ? sum : sum + (totals[column] as number);
      }, 0);
    return { weights, scores, choices, value, comparedValue: valueOf(this.compared), proven };
  }

  private solve(totals: Float64Array) {
    const best = bestChoice(this.modelFor(totals), { order: this.order, start: this.starts });
    this.starts = [best.choices, ...this.starts.filter((own) => own.join() !== best.choices.join())].slice(
      0,
      mostStarts,
    );
    return best;
  }

  private modelFor(totals: Float64Array): ChoiceModel {
    return withTotals(this.uncertain, totals);
  }
}

/** The model of the problem's limits with one value per decision. */
export function withTotals({ structure }: UncertainValues, totals: ArrayLike<number>): ChoiceModel {
  return {
    ...structure.model,
    blocks: structure.model.blocks.map(({ options }, b) => ({
      options: options.map(({ usage }, o) => {
        const column = structure.columns[b]?.[o] as number;
        return { usage, quantities: [column < 0 ? 0 : (totals[column] as number)] };
      }),
    })),
  };
}

/** Expected total value of every decision, in whole units of 1/scale value units. */
export function expectedTotals(
  uncertain: UncertainValues,
  weights: readonly number[] = uncertain.meanWeights,
): Float64Array {
  return Float64Array.from(uncertain.system.columns, (_, j) =>
    Math.round(
      uncertain.scale *
        uncertain.expected.reduce((sum, own, i) => sum + (weights[i] as number) * (own[j] as number), 0),
    ),
  );
}

/** The choice with the largest first quantity. The model must allow one. */
export function bestChoice(model: ChoiceModel, settings: Pick<EfficientSettings, 'order' | 'start'> = {}) {
  const answer = efficientChoices(model, { equal: 'one', stateLimit, mostPerPoint: 1, mostBins: 2048, ...settings });
  const [point] = answer.points;
  return { choices: point?.choices[0] ?? [], value: point?.values[0] ?? 0, proven: answer.complete };
}
