import { accept, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Answer, type RegisteredTask, type TaskContext } from '../../evaluate/task';
import type { DecisionProblem } from '../../problem/decision-problem';
import { centralWeightsOf, confidenceChunk } from '../smaa/confidence';
import { smaaChunk, type SmaaCounts } from '../smaa/smaa-counts';
import { shareError, smaaResult, type ShareEstimate } from '../smaa/smaa-result';
import { drawingShape, smaaSource, type SmaaSource } from './smaa-source';
import { describedSpace } from './weight-information';

/** Above so many alternatives, all pairs and confidence factors come only when they are asked for. */
const fewAlternatives = 100;
/** Up to so many alternatives whole rankings can be numbered, and are counted unless told otherwise. */
const fewForRankings = 18;

const smaaShape = () => ({
  ...drawingShape(),
  pairs: z.boolean().optional(),
  rankingEntropy: z.boolean().optional(),
  rankDepth: z.number().int().min(1).optional(),
  confidenceDraws: z.number().int().min(0).max(1_000_000).optional(),
});
export type SmaaTaskOptions = z.infer<z.ZodObject<ReturnType<typeof smaaShape>>>;

/** A SMAA run before its draws: what threads draw from, and what their sum is read with. */
export interface SmaaRun extends SmaaSource {
  /** Draws for the confidence factors of the alternatives that were ever first; 0 for none. */
  readonly confidenceDraws: number;
}

/** Reads the run a `smaa` task describes. Draw `run.model` with `smaaChunk`, in any parts, and read the sum with `smaaAnswer`. */
export function smaaRun(problem: DecisionProblem, options: SmaaTaskOptions, context: TaskContext): Result<SmaaRun> {
  const alternatives = problem.alternatives.length;
  const source = smaaSource(problem, options, context, {
    countPairs: options.pairs ?? alternatives <= fewAlternatives,
    countRankings: options.rankingEntropy ?? alternatives <= fewForRankings,
    rankDepth: options.rankDepth,
  });
  if (!source.ok) return source;
  const { model, draws } = source.value;
  const isExact = model.uncertain.length === 0 && !model.hasIntervals;
  // With exact scores every draw of the scores is the same: one tells all.
  const usual = isExact ? 1 : alternatives <= fewAlternatives ? Math.min(draws, 1000) : 0;
  return accept({ ...source.value, confidenceDraws: options.confidenceDraws ?? usual });
}

/** The answer of a run from the counts of all its draws. */
export function smaaAnswer(run: SmaaRun, counts: SmaaCounts): Answer<object> {
  const { model, ids, criterionIds, confidenceDraws } = run;
  const result = smaaResult(model, counts);
  const central = confidenceDraws > 0 ? centralWeightsOf(result) : [];
  const confident = confidenceChunk(model, central, 0, confidenceDraws);
  const confidence = new Map(
    central.map(({ alternative }, k): [number, ShareEstimate] => {
      const share = confident[k]! / confidenceDraws;
      return [alternative, { share, standardError: shareError(share, confidenceDraws) }];
    }),
  );
  const pairs = (values: readonly (readonly number[])[] | null) => values && { rows: ids, columns: ids, values };
  return {
    method: 'smaa-2',
    conventions: { ...run.conventions, rankDepth: model.rankDepth, confidenceDraws },
    observations: run.observations,
    outcome: {
      draws: result.draws,
      largestError95: result.largestError95,
      weights: describedSpace(run.weights),
      alternatives: result.alternatives.map(({ centralWeights, centralWeightsErrors, ...rest }, i) => ({
        alternative: ids[i]!,
        ...rest,
        centralWeights:
          centralWeights &&
          centralWeights.map((weight, c) => ({
            criterion: criterionIds[c]!,
            weight,
            standardError: centralWeightsErrors![c]!,
          })),
        confidence: confidence.get(i) ?? null,
      })),
      choiceEntropy: result.choiceEntropy,
      rankingEntropy: result.rankingEntropy,
      pairwiseWinning: pairs(result.pairwiseWinning),
      pairwiseWinningErrors: pairs(result.pairwiseWinningErrors),
    },
  };
}

/** Stochastic multicriteria acceptability analysis, SMAA-2. */
export const smaaTask = (): RegisteredTask =>
  defineTask({
    name: 'smaa',
    version: '1',
    options: () => z.strictObject(smaaShape()),
    run: (problem, options, context) => {
      const run = smaaRun(problem, options, context);
      return run.ok ? accept(smaaAnswer(run.value, smaaChunk(run.value.model, 0, run.value.draws))) : run;
    },
  });
