import { Injectable } from '@nestjs/common';
import { accept, fingerprint, refusal, refuse, type Result, type Round } from '@fordela/domain';
import {
  allocationProblemOf,
  type AllocationAnswer as EngineAnswer,
  type ApplicationValue,
  type RoundAllocationOptions,
} from '@fordela/portfolio';
import type { RoundScores } from '@fordela/scoring';
import type { Jobs } from '../jobs';
import { Compute } from '../platform/compute/compute';
import { RecentAnswers } from '../platform/compute/recent-answers';
import { GateService } from '../gate/gate.service';
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
    private readonly gates: GateService,
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

  /**
   * The answers to any tasks about a call's money. The problem also holds what some tasks need: each application's value on every
   * criterion with the weights (one without a value counts as the score, which leaves the score as it is), and the reviewers as
   * voters, each wishing as it would score alone.
   */
  async tasksOfCall(callId: string, input: AllocationOptionsInput, tasks: unknown): Promise<Result<AllocationAnswer>> {
    if (!isTaskList(tasks)) return refuse([refusal('round-tasks-missing', ['tasks'])]);
    const asked = await this.ask(callId, input, tasks, true);
    return asked.ok ? accept(answerOf(asked.value.answer, asked.value.roundProblem.observations)) : asked;
  }

  /** The call's allocation problem with the given tasks, answered. */
  async ask(
    callId: string,
    input: AllocationOptionsInput,
    tasks: RoundAllocationOptions['tasks'],
    byCriterion = false,
  ): Promise<Result<AskedProblem>> {
    const round = withReleased(await this.rounds.load(callId), input.releasedSek ?? []);
    const choice = scoringChoice(input.policy, input.weights);
    if (!choice.ok) return choice;
    const gate = await this.gates.blocked(round);
    const options = roundOptions(round, input, tasks, gate);
    if (!options.ok) return options;
    const scores = await this.scoring.ofRound(round, choice.value);
    if (!scores.ok) return scores;
    const values = Object.fromEntries(
      scores.value.applications.map((application) => [
        application.applicationId,
        byCriterion ? criterionValues(application) : application.score,
      ]),
    );
    const weights = Object.fromEntries(scores.value.criteria.map(({ criterionId, weight }) => [criterionId, weight]));
    const roundProblem = allocationProblemOf(round, values, { ...options.value, ...(byCriterion ? { weights } : {}) });
    if (!roundProblem.ok) return roundProblem;
    const reviewers = byCriterion ? await this.scoring.reviewersOf(round, choice.value) : null;
    if (reviewers && !reviewers.ok) return reviewers;
    const problem = {
      ...roundProblem.value.problem,
      ...(reviewers ? { ballots: ballotsOf(reviewers.value) } : {}),
      ...solverSettings(input.solver),
    };
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
      ruleBookVersion: gate.ruleBook.version,
      roundProblem: { ...roundProblem.value, problem },
      answer: answer.value,
    });
  }

  /** The answers to an allocation problem, or every fault in it with its place. */
  async allocate(problem: unknown): Promise<Result<AllocationAnswer>> {
    const answer = await this.compute.run('allocate', problem);
    return answer.ok ? accept(answerOf(answer.value, [])) : answer;
  }
}

/** The round with money that has come back in its years' frames; a year without a frame gets one of it. */
function withReleased(round: Round, released: AllocationOptionsInput['releasedSek']): Round {
  if (released.length === 0) return round;
  const years = [...new Set([...round.budgetFrames, ...released].map(({ year }) => year))].sort((a, b) => a - b);
  const none = { frameSek: 0, alreadyCommittedSek: 0, reservedSek: 0, commitmentAuthorisationSek: null };
  const budgetFrames = years.map((year) => {
    const frame = round.budgetFrames.find((item) => item.year === year) ?? { year, ...none };
    const more = released.filter((item) => item.year === year).reduce((sum, { amountSek }) => sum + amountSek, 0);
    return { ...frame, frameSek: frame.frameSek + more };
  });
  return { ...round, budgetFrames };
}

const isTaskList = (tasks: unknown): tasks is RoundAllocationOptions['tasks'] =>
  Array.isArray(tasks) &&
  tasks.length > 0 &&
  tasks.every((task: unknown) => typeof task === 'object' && task !== null && 'task' in task);

const ballotsOf = (
  reviewers: readonly { readonly reviewerId: string; readonly scores: Readonly<Record<string, number>> }[],
) => ({
  type: 'utility' as const,
  voters: reviewers.map(({ reviewerId, scores }) => ({ id: reviewerId, utilities: scores })),
});

function criterionValues({ score, criteria }: RoundScores['applications'][number]): ApplicationValue {
  if (score === null) return null;
  return {
    value: score,
    values: Object.fromEntries(criteria.map(({ criterionId, value }) => [criterionId, value ?? score])),
  };
}

function answerOf(
  { observations, results, ...rest }: EngineAnswer,
  ofRound: EngineAnswer['observations'],
): AllocationAnswer {
  return {
    ...rest,
    observations: wordedObservations([...ofRound, ...observations]),
    results: results.map((result) => ({ ...result, observations: wordedObservations(result.observations) })),
  };
}

/** A call's problem with its answer, and the scores it was made with. */
export interface AskedProblem extends AnsweredProblem {
  readonly scores: RoundScores;
  readonly choice: ScoringChoice;
}
