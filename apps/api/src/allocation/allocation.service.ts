import { Injectable } from '@nestjs/common';
import { accept, fingerprint, refusal, refuse, type Result, type Round } from '@fordela/domain';
import { allocationProblemOf, type RoundAllocationOptions } from '@fordela/portfolio';
import type { RoundScores } from '@fordela/scoring';
import type { Jobs } from '../jobs';
import { Compute } from '../platform/compute/compute';
import { RecentAnswers } from '../platform/compute/recent-answers';
import { wordedObservations } from '../platform/graphql/observation.types';
import { RoundService } from '../round/round.service';
import { scoringChoice, ScoringService, type ScoringChoice } from '../scoring/scoring.service';
import type { AllocationOptionsInput } from './allocation-options.types';
import { allocationOf, type AnsweredProblem } from './allocation-result';
import type { Allocation, AllocationAnswer } from './allocation.types';
import { roundOptions, solverSettings } from './round-options';
import { splitSweepOf } from './split-sweep-result';
import type { SplitSweep, SplitSweepArgs } from './split-sweep.types';

/** An allocation with what it rests on, for whoever keeps it. */
export interface MadeAllocation {
  readonly allocation: Allocation;
  readonly round: Round;
  readonly scores: RoundScores;
  readonly choice: ScoringChoice;
}

/** How long the solver may go on past the limit it was given before its thread is ended. */
const graceMs = 30_000;
const usualTimeLimitSeconds = 60;
const mostSteps = 200;
/** Answers kept at hand: the same problem has the same answer, and a page asks again for every reader. */
const keptAnswers = 30;

/** Best allocations of stored applications, and answers to allocation problems of any kind. */
@Injectable()
export class AllocationService {
  private readonly answers = new RecentAnswers<Awaited<ReturnType<Jobs['allocate']>>>(keptAnswers);

  constructor(
    private readonly rounds: RoundService,
    private readonly scoring: ScoringService,
    private readonly compute: Compute<Jobs>,
  ) {}

  /** The proven optimum of a call; refused when the choices cannot be used. AppError NOT_FOUND for no such call. */
  async ofCall(callId: string, input: AllocationOptionsInput): Promise<Result<MadeAllocation>> {
    const asked = await this.ask(callId, input, [{ task: 'optimise' }]);
    if (!asked.ok) return asked;
    const { round, scores, choice } = asked.value;
    return accept({ allocation: allocationOf(asked.value), round, scores, choice });
  }

  /** The best portfolio at every split of a call's money; refused when the choices cannot be used. */
  async sweepOfCall({
    callId,
    options,
    steps,
    dimension,
    groups,
    meaning,
  }: SplitSweepArgs): Promise<Result<SplitSweep>> {
    if (steps < 1 || steps > mostSteps) return refuse([refusal('sweep-steps', ['steps'], { steps, most: mostSteps })]);
    const task = { task: 'split-sweep', dimension, groups: [...groups], meaning, steps };
    const asked = await this.ask(callId, options, [task]);
    return asked.ok ? accept(splitSweepOf(asked.value)) : asked;
  }

  /** The call's allocation problem with the given tasks, answered. */
  async ask(
    callId: string,
    input: AllocationOptionsInput,
    tasks: RoundAllocationOptions['tasks'],
  ): Promise<Result<AskedProblem>> {
    const round = await this.rounds.load(callId);
    const choice = scoringChoice(input.policy, input.weights);
    if (!choice.ok) return choice;
    const options = roundOptions(round, input, tasks);
    if (!options.ok) return options;
    const scores = await this.scoring.ofRound(round, choice.value);
    if (!scores.ok) return scores;
    const values = Object.fromEntries(
      scores.value.applications.map(({ applicationId, score }) => [applicationId, score]),
    );
    const roundProblem = allocationProblemOf(round, values, options.value);
    if (!roundProblem.ok) return roundProblem;
    const problem = { ...roundProblem.value.problem, ...solverSettings(input.solver) };
    const timeLimitMs = (input.solver?.timeLimitSeconds ?? usualTimeLimitSeconds) * 1000 + graceMs;
    const answer = await this.answers.get(fingerprint(problem), () =>
      this.compute.run('allocate', problem, { timeLimitMs }),
    );
    if (!answer.ok) return answer;
    return accept({
      round,
      scores: scores.value,
      scoresFingerprint: scores.value.inputFingerprint,
      choice: choice.value,
      options: options.value,
      roundProblem: { ...roundProblem.value, problem },
      answer: answer.value,
    });
  }

  /** The answers to an allocation problem, or every fault in it with its place. */
  async allocate(problem: unknown): Promise<Result<AllocationAnswer>> {
    const answer = await this.compute.run('allocate', problem);
    if (!answer.ok) return answer;
    const { observations, results, ...rest } = answer.value;
    return accept({
      ...rest,
      observations: wordedObservations(observations),
      results: results.map((result) => ({ ...result, observations: wordedObservations(result.observations) })),
    });
  }
}

/** A call's problem with its answer, and the scores it was made with. */
export interface AskedProblem extends AnsweredProblem {
  readonly scores: RoundScores;
  readonly choice: ScoringChoice;
}
