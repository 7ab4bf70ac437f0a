import { Injectable } from '@nestjs/common';
import {
  accept,
  fingerprint,
  invariant,
  refusal,
  refuse,
  type Refusal,
  type Result,
  type Round,
} from '@fordela/domain';
import {
  allocationProblemOf,
  type AllocationAnswer as EngineAnswer,
  type ApplicationValue,
  type RoundAllocationOptions,
} from '@fordela/portfolio';
import type { CriterionScore, RoundScores } from '@fordela/scoring';
import type { Jobs } from '../jobs';
import { Compute } from '../platform/compute/compute';
import { RecentAnswers } from '../platform/compute/recent-answers';
import { GateService } from '../gate/gate.service';
import { wordedObservations } from '../platform/graphql/observation.types';
import { RoundService } from '../round/round.service';
import { scoringChoice, ScoringService, type ScoringChoice } from '../scoring/scoring.service';
import type { AllocationOptionsInput } from './allocation-options.types';
import { allocationOf, leftOutOf, type AnsweredProblem } from './allocation-result';
import type { Allocation, AllocationAnswer, LeftOut } from './allocation.types';
import { allocationPartsOfCall, recomputedAllocation, type RecordedAllocation } from './recomputed-allocation';
import { roundOptions, solverSettings } from './round-options';
import { splitSweepOf } from './split-sweep-result';
import type { SplitSweep, SplitSweepArgs } from './split-sweep.types';
import type { NamedApplication, ShortPortfolio, TaskAnswerFields } from './task-answer.types';

/** An allocation with what it rests on, for whoever keeps it. */
export interface MadeAllocation {
  readonly allocation: Allocation;
  /** The engine's own answer, whole. */
  readonly answer: EngineAnswer;
  readonly round: Round;
  readonly scores: RoundScores;
  readonly choice: ScoringChoice;
}

/** A kept answer computed again, by which engine, and which parts of it are made of the call and are taken over. */
export interface Recomputed {
  readonly engineVersion: string;
  readonly result: object;
  readonly partsOfCall: readonly string[];
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
    const { round, scores, choice, answer } = asked.value;
    return accept({ allocation: allocationOf(asked.value), answer, round, scores, choice });
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

  /**
   * The call's allocation problem with the given tasks, answered. Tasks that rest on the scores are made of them; with `spread`
   * the values by criterion are intervals where it gives one.
   */
  async ask(
    callId: string,
    input: AllocationOptionsInput,
    tasks: Tasks | ((basis: TaskBasis) => Tasks),
    byCriterion = false,
    spread: (round: Round) => ScoreSpread = () => () => null,
  ): Promise<Result<AskedProblem>> {
    const round = withReleased(await this.rounds.load(callId), input.releasedSek ?? []);
    const choice = scoringChoice(input.policy, input.weights);
    if (!choice.ok) return choice;
    const gate = await this.gates.blocked(round);
    const chosen = roundOptions(round, input, [], gate);
    if (!chosen.ok) return chosen;
    const scores = await this.scoring.ofRound(round, choice.value);
    if (!scores.ok) return scores;
    const basis = { round, scores: scores.value, options: chosen.value };
    const options = { ...chosen.value, tasks: typeof tasks === 'function' ? tasks(basis) : tasks };
    const values = Object.fromEntries(
      scores.value.applications.map((application) => [
        application.applicationId,
        byCriterion ? criterionValues(application, spread(round)) : application.score,
      ]),
    );
    const weights = Object.fromEntries(scores.value.criteria.map(({ criterionId, weight }) => [criterionId, weight]));
    const roundProblem = allocationProblemOf(round, values, { ...options, ...(byCriterion ? { weights } : {}) });
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
      options,
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

  /** A kept allocation with every part that follows from its problem computed anew; refused when the problem is, now. */
  async recomputed(recorded: object, problem: object): Promise<Result<Recomputed>> {
    const answer = await this.compute.run('allocate', problem);
    if (!answer.ok) return answer;
    const result = recomputedAllocation(recorded as RecordedAllocation, problem as Allocation['problem'], answer.value);
    return accept({ engineVersion: answer.value.engineVersion, result, partsOfCall: allocationPartsOfCall });
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

/** Between which values a score can lie; null where it is taken as it is. */
export type ScoreSpread = (score: CriterionScore) => readonly [number, number] | null;

function criterionValues(
  { score, criteria }: RoundScores['applications'][number],
  spread: ScoreSpread,
): ApplicationValue {
  if (score === null) return null;
  const valueOf = (own: CriterionScore) => {
    const likely = own.value ?? score;
    const ends = spread(own);
    return ends ? { low: Math.min(ends[0], likely), likely, high: Math.max(ends[1], likely) } : likely;
  };
  return {
    value: score,
    values: Object.fromEntries(criteria.map((own) => [own.criterionId, valueOf(own)])),
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

type Tasks = RoundAllocationOptions['tasks'];

/** What a task may be made of. */
export interface TaskBasis {
  readonly round: Round;
  readonly scores: RoundScores;
  readonly options: RoundAllocationOptions;
}

/** The answer to the first task of a name, and what it says of itself. The problem must ask for it. */
export function taskAnswer<Outcome>(
  { round, options, ruleBookVersion, roundProblem, answer }: AskedProblem,
  name: string,
): { readonly outcome: Outcome; readonly fields: TaskAnswerFields } {
  const result = answer.results.find(({ task }) => task === name);
  invariant(result, `the problem asks for ${name}`);
  const { engineVersion, inputFingerprint } = answer;
  return {
    outcome: result.outcome as Outcome,
    fields: {
      callId: round.call.id,
      isExample: round.call.isExample,
      engineVersion,
      inputFingerprint,
      method: result.method,
      conventions: { ...result.conventions, ownerAttribution: options.ownerAttribution, ruleBook: ruleBookVersion },
      observations: wordedObservations([...roundProblem.observations, ...answer.observations, ...result.observations]),
      problem: roundProblem.problem,
    },
  };
}

/** Refusals of a task in the arguments of a query: a place in the task is a place in the argument of that name, every other in `options`. */
export const inArguments = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.map((entry) => ({
    ...entry,
    path: entry.path[0] === 'tasks' ? entry.path.slice(2) : ['options', ...entry.path],
  }));

/** Applications of a round by id, with their titles. */
export function namedIn({ applications }: Round): (applicationId: string) => NamedApplication {
  const titles = new Map(applications.map(({ id, project }) => [id, project.title]));
  return (applicationId) => ({ applicationId, title: titles.get(applicationId) ?? applicationId });
}

/** An engine's short portfolio with titles. */
export const shortPortfolio = (
  round: Round,
  { levels, grants, money }: { readonly levels: Readonly<Record<string, string>>; grants: number; money: number },
): ShortPortfolio => ({
  applications: Object.keys(levels).sort().map(namedIn(round)),
  grants,
  grantedSek: money,
});

/** The applications that could not be chosen, with the reasons. */
export const leftOutIn = ({ roundProblem }: AskedProblem): readonly LeftOut[] => leftOutOf(roundProblem);
