import { SampleRanking } from './sample-ranking';
import type { SmaaModel } from './smaa-model';
import type { SmaaResult } from './smaa-result';

/** One alternative with the weights that speak most for it. */
export interface CentralWeights {
  readonly alternative: number;
  readonly weights: readonly number[];
}

/** The alternatives that were ever first, with their central weights: what confidence factors are computed for. */
export const centralWeightsOf = (result: SmaaResult): readonly CentralWeights[] =>
  result.alternatives.flatMap(({ centralWeights }, alternative) =>
    centralWeights ? [{ alternative, weights: centralWeights }] : [],
  );

/**
 * How often each alternative is first under its own central weights, over the score draws from ≤ k < to. Its share of the draws is
 * its confidence factor: low means that the scores, not the weights, decide. Whole numbers, so that parts can be added.
 *
 * Rule    Draw k uses the same scores as draw k of the main run. With `competition` ties an equal first counts as first.
 * Source  Lahdelma & Salminen, Operations Research 49 (2001), section 3.
 */
export function confidenceChunk(
  model: SmaaModel,
  central: readonly CentralWeights[],
  from: number,
  to: number,
): Uint32Array {
  const ranking = new SampleRanking(model);
  const counts = new Uint32Array(central.length);
  for (let sample = from; sample < to; sample++)
    central.forEach(({ alternative, weights }, k) => {
      ranking.drawUnder(weights, sample);
      const first = ranking.order[0]!;
      const isFirst =
        model.ties === 'competition' ? ranking.scores[alternative] === ranking.scores[first] : alternative === first;
      if (isFirst) counts[k]!++;
    });
  return counts;
}
