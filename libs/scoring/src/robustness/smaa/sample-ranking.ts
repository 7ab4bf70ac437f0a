import { DescendingOrder } from '../../kernel/descending-order';
import { discreteQuantile, normalQuantile, triangularQuantile } from '../../kernel/distributions';
import { SampleStream } from '../../kernel/sample-stream';
import { drawnScores, weightedScores } from '../../kernel/weighted-scores';
import { weightDraw, type WeightDraw } from '../region/draw-weights';
import type { SmaaModel, UncertainScore } from './smaa-model';
import { tableValue } from './value-table';

/**
 * One draw after the other: weights, scores and the order they give. Sample k depends on the model and k alone; each of
 * weights, interval scores, other uncertain scores and coin tosses has random numbers of its own.
 */
export class SampleRanking {
  readonly weights: Float64Array;
  readonly scores: Float64Array;
  /** Alternatives best first. */
  readonly order: Int32Array;
  /** How far up its distribution each score of `model.uncertain` was drawn, from 0 to 1. */
  readonly levels: Float64Array;
  private readonly sorter: DescendingOrder;
  private readonly weightDraw: WeightDraw;
  private readonly scoreStream: SampleStream;
  private readonly cellStream: SampleStream;
  private readonly tieStream: SampleStream;

  constructor(private readonly model: SmaaModel) {
    this.weights = new Float64Array(model.criteria);
    this.scores = new Float64Array(model.alternatives);
    this.levels = new Float64Array(model.uncertain.length);
    this.sorter = new DescendingOrder(model.alternatives);
    this.order = this.sorter.indices;
    this.weightDraw = weightDraw(model.space.sampler, model.seed);
    this.scoreStream = new SampleStream(model.seed, 'scores');
    this.cellStream = new SampleStream(model.seed, 'cells');
    this.tieStream = new SampleStream(model.seed, 'ties');
  }

  /** Draws the weights of sample k only. */
  drawWeights(sample: number): void {
    this.weightDraw(sample, this.weights);
  }

  /** Draws sample k and ranks it. */
  draw(sample: number): void {
    this.drawWeights(sample);
    this.score(sample);
    this.sorter.sort(this.scores);
    if (this.model.ties === 'random') this.tossForTies(sample);
  }

  /** Draws the scores of sample k under weights of the caller's choosing, and ranks them. */
  drawUnder(weights: ArrayLike<number>, sample: number): void {
    this.weights.set(weights);
    this.score(sample);
    this.sorter.sort(this.scores);
    if (this.model.ties === 'random') this.tossForTies(sample);
  }

  private score(sample: number): void {
    const { cells, hasIntervals, uncertain } = this.model;
    if (hasIntervals) {
      this.scoreStream.startSample(sample);
      drawnScores(cells, this.weights, this.scoreStream, this.scores);
    } else weightedScores(cells, this.weights, this.scores);
    if (uncertain.length === 0) return;
    this.cellStream.startSample(sample);
    for (let k = 0; k < uncertain.length; k++) {
      const cell = uncertain[k]!;
      const level = this.cellStream.uniform();
      this.levels[k] = level;
      this.scores[cell.alternative]! += this.weights[cell.criterion]! * drawValue(cell, level);
    }
  }

  private tossForTies(sample: number): void {
    const { order, scores, tieStream } = this;
    tieStream.startSample(sample);
    for (let start = 0; start < order.length;) {
      let end = start + 1;
      while (end < order.length && scores[order[end]!] === scores[order[start]!]) end++;
      for (let place = end - 1; place > start; place--) {
        const other = start + tieStream.below(place - start + 1);
        const moved = order[place]!;
        order[place] = order[other]!;
        order[other] = moved;
      }
      start = end;
    }
  }
}

/** The value at the share `p` of an uncertain score's distribution. */
export function drawValue({ kind, parameters, cumulative, table }: UncertainScore, p: number): number {
  const performance =
    kind === 'normal'
      ? parameters[0]! + parameters[1]! * normalQuantile(p)
      : kind === 'triangular'
        ? triangularQuantile(p, parameters[0]!, parameters[1]!, parameters[2]!)
        : kind === 'discrete'
          ? discreteQuantile(p, parameters, cumulative)
          : parameters[0]! + p * (parameters[1]! - parameters[0]!);
  return table ? tableValue(table, performance) : performance;
}
