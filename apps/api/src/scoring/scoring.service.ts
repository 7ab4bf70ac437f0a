import { Injectable } from '@nestjs/common';
import { accept, refuse, refusal, type Result, type Round, type SelfTest } from '@fordela/domain';
import {
  standardRoundScoring,
  type Evaluation as EngineEvaluation,
  type RoundScores,
  type RoundScoringOptions,
  type WeightsById,
} from '@fordela/scoring';
import type { Jobs } from '../jobs';
import { Compute } from '../platform/compute/compute';
import { wordedObservations } from '../platform/graphql/observation.types';
import { RoundService } from '../round/round.service';
import type { Evaluation } from './evaluation.types';
import type { CriterionScore, ScoredApplication, Scores, ScoringPolicyInput, TrialWeightInput } from './scores.types';

/** What scores rest on besides the round: the conventions, and weights to try instead of the call's own (null). */
export interface ScoringChoice {
  readonly options: RoundScoringOptions;
  readonly weights: WeightsById | null;
}

/** A round's decision problem and what the engine answered. */
export interface AnsweredRound {
  readonly problem: object;
  readonly evaluation: EngineEvaluation;
}

/** Scores of stored applications, and answers to decision problems of any kind. */
@Injectable()
export class ScoringService {
  constructor(
    private readonly rounds: RoundService,
    private readonly compute: Compute<Jobs>,
  ) {}

  /** The scores of a call; refused when the weights or conventions cannot be used. AppError NOT_FOUND for no such call. */
  async ofCall(callId: string, choice: ScoringChoice): Promise<Result<Omit<Scores, 'problem'>>> {
    const round = await this.rounds.load(callId);
    const scores = await this.ofRound(round, choice);
    return scores.ok ? accept({ callId, isExample: round.call.isExample, ...onTheWire(scores.value) }) : scores;
  }

  /** The scores of a round, as the engine gives them. */
  ofRound(round: Round, { options, weights }: ScoringChoice): Promise<Result<RoundScores>> {
    return this.compute.run('scoreRound', { round, options, weights });
  }

  /** What each reviewer alone would score each application of a round. */
  reviewersOf(round: Round, { options, weights }: ScoringChoice) {
    return this.compute.run('reviewersOfRound', { round, options, weights });
  }

  /** The decision problem of a round: `evaluate` of it gives the same scores. */
  problemOf(round: Round, { options, weights }: ScoringChoice): Promise<Result<object>> {
    return this.compute.run('decisionProblemOf', { round, options, weights });
  }

  async problemOfCall(callId: string, choice: ScoringChoice): Promise<Result<object>> {
    return this.problemOf(await this.rounds.load(callId), choice);
  }

  /** The answers to a decision problem, or every fault in it with its place. */
  async evaluate(problem: unknown): Promise<Result<Evaluation>> {
    return evaluationOf(await this.answer(problem));
  }

  /** The same as the engine gives it, without sentences. */
  answer(problem: unknown): Promise<Result<EngineEvaluation>> {
    return this.compute.run('evaluate', problem);
  }

  /** The answers to any tasks about a call's applications and ratings. AppError NOT_FOUND when there is no such call. */
  async evaluateCall(callId: string, choice: ScoringChoice, tasks: unknown): Promise<Result<Evaluation>> {
    const answer = await this.tasksOf(await this.rounds.load(callId), choice, tasks);
    return answer.ok ? evaluationOf(accept(answer.value.evaluation)) : answer;
  }

  /** The same of a round as the engine gives it, with the problem it answered. */
  tasksOf(round: Round, { options, weights }: ScoringChoice, tasks: unknown): Promise<Result<AnsweredRound>> {
    return this.compute.run('evaluateRound', { round, options, weights, tasks });
  }

  /** How far the reviewers of a round agree, how strict they are and how sure the ranking is when so many can be funded. */
  reviewerReportOf(round: Round, { options, weights }: ScoringChoice, places: number) {
    return this.compute.run('reviewerReportOf', { round, options, weights, places });
  }

  /** The published examples recomputed. */
  selfTest(): Promise<SelfTest> {
    return this.compute.run('selfTest', null);
  }
}

function evaluationOf(answer: Result<EngineEvaluation>): Result<Evaluation> {
  if (!answer.ok) return answer;
  const results = answer.value.results.map((result) => ({
    ...result,
    observations: wordedObservations(result.observations),
  }));
  return accept({ ...answer.value, results });
}

/** The conventions asked for over the standard ones, and the weights by criterion. */
export function scoringChoice(
  policy: ScoringPolicyInput | null | undefined,
  weights: readonly TrialWeightInput[] | null | undefined,
): Result<ScoringChoice> {
  const stated = Object.entries(policy ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const twice = (weights ?? []).findIndex(
    ({ criterionId }, index, all) => all.findIndex((other) => other.criterionId === criterionId) !== index,
  );
  if (twice >= 0) return refuse([refusal('criterion-twice', ['weights', twice], { id: weights![twice]!.criterionId })]);
  return accept({
    options: { ...standardRoundScoring, ...(Object.fromEntries(stated) as Partial<RoundScoringOptions>) },
    weights: weights ? Object.fromEntries(weights.map(({ criterionId, weight }) => [criterionId, weight])) : null,
  });
}

function onTheWire(scores: RoundScores): Omit<Scores, 'problem' | 'callId' | 'isExample'> {
  return {
    ...scores,
    observations: wordedObservations(scores.observations),
    applications: scores.applications.map((application): ScoredApplication => {
      const { reviewers, ...rest } = application;
      const sum = (count: (use: (typeof reviewers)[number]) => number) =>
        reviewers.reduce((total, use) => total + count(use), 0);
      const criteria = rest.criteria.map(({ ratings, ...criterion }): CriterionScore => ({
        ...criterion,
        counted: ratings?.counted ?? [],
        missing: ratings?.missing ?? [],
        cannotJudge: ratings?.cannotJudge ?? [],
        conflicted: ratings?.conflicted ?? [],
        outOfScale: ratings?.outOfScale ?? [],
      }));
      return {
        ...rest,
        criteria,
        missingRatings: sum((use) => (use.conflictDeclared ? 0 : use.missing.length)),
        excludedRatings:
          criteria.reduce((total, { conflicted }) => total + conflicted.length, 0) +
          sum((use) => use.outOfScale.length),
      };
    }),
  };
}
