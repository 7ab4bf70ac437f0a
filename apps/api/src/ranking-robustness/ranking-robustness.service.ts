import { Injectable } from '@nestjs/common';
import { accept, invariant, refusal, refuse, type Refusal, type Result, type Round } from '@fordela/domain';
import { compareIds, envelopeSek, fundedDownRanking, weightsAt, type RoundScores } from '@fordela/scoring';
import { namedIn } from '../allocation/allocation.service';
import { wordedObservations } from '../platform/graphql/observation.types';
import { RoundService } from '../round/round.service';
import { scoringChoice, ScoringService, type ScoringChoice } from '../scoring/scoring.service';
import { rankedApplications, neighbouringPairs, stabilities, type RobustnessAnswers } from './robustness-result';
import { robustnessTasks } from './robustness-tasks';
import type {
  OtherWeightInput,
  RankedApplication,
  RankingRobustness,
  RankingRobustnessArgs,
  TriedWeight,
} from './ranking-robustness.types';

const fewestDraws = 100;
const mostDraws = 100_000;

/** How stable the ranking of a call is. */
@Injectable()
export class RankingRobustnessService {
  constructor(
    private readonly rounds: RoundService,
    private readonly scoring: ScoringService,
  ) {}

  /** Refused when an argument cannot be used or nothing has a score. AppError NOT_FOUND when there is no such call. */
  async ofCall(args: RankingRobustnessArgs): Promise<Result<RankingRobustness>> {
    const faults = rangeFaults(args);
    if (faults.length > 0) return refuse(faults);
    const choice = scoringChoice(args.policy, null);
    if (!choice.ok) return choice;
    const round = await this.rounds.load(args.callId);
    const scores = await this.scoring.ofRound(round, choice.value);
    if (!scores.ok) return scores;
    const order = orderIn(scores.value);
    if (order.length === 0) return refuse([refusal('ranking-without-scores', ['callId'])]);
    const tried = args.tried ? await this.triedWeight(round, choice.value, scores.value, args.tried) : accept(null);
    if (!tried.ok) return tried;
    const { tasks, gaps } = robustnessTasks(scores.value, order, args, choice.value.options.missing);
    const answered = await this.scoring.tasksOf(round, choice.value, tasks);
    if (!answered.ok) return refuse(answered.refusal.map(outsideTasks));
    const { problem, evaluation } = answered.value;
    const answers: RobustnessAnswers = { round, scores: scores.value, order, results: evaluation.results };
    const applications = rankedApplications(answers);
    const noted = gaps > 0 ? [{ code: 'robustness-gaps', path: [], params: { gaps } }] : [];
    const where = (fits: (share: number) => boolean) =>
      applications.filter(({ aboveLine }) => fits(aboveLine)).map(namedOnly);
    const conventions = evaluation.results.map(({ method, conventions: own }) => [method, own] as const);
    return accept({
      callId: args.callId,
      isExample: round.call.isExample,
      engineVersion: evaluation.engineVersion,
      inputFingerprint: evaluation.inputFingerprint,
      conventions: Object.fromEntries(conventions),
      observations: wordedObservations([
        ...noted,
        ...(evaluation.results.find(({ task }) => task === 'smaa')?.observations ?? []),
      ]),
      problem,
      doubt: args.doubt,
      margin: args.doubt === 'near' ? args.margin : null,
      draws: args.draws,
      largestError: 1.96 * Math.sqrt(0.25 / args.draws),
      budgetSek: envelopeSek(round),
      applications,
      alwaysAbove: where((share) => share === 1),
      depends: where((share) => share > 0 && share < 1),
      neverAbove: where((share) => share === 0),
      neighbours: neighbouringPairs(answers, applications),
      criteria: stabilities(answers),
      tried: tried.value,
    });
  }

  /** The ranking with one weight changed and the others in their proportions, beside the ranking now. */
  private async triedWeight(
    round: Round,
    choice: ScoringChoice,
    now: RoundScores,
    { criterionId, share }: OtherWeightInput,
  ): Promise<Result<TriedWeight>> {
    const index = now.criteria.findIndex((own) => own.criterionId === criterionId);
    if (index < 0) return refuse([refusal('criterion-unknown', ['tried', 'criterionId'], { id: criterionId })]);
    if (!(share >= 0 && share <= 1))
      return refuse([refusal('number-outside-range', ['tried', 'share'], { value: share, least: 0, most: 1 })]);
    const weights = now.criteria.map(({ weight }) => weight);
    const other = weights.length === 1 ? weights : weightsAt(weights, index, share);
    const changed = now.criteria.map((own, c) => ({ criterionId: own.criterionId, from: own.weight, to: other[c]! }));
    const byId = Object.fromEntries(changed.map(({ criterionId: id, to }) => [id, to]));
    const then = await this.scoring.ofRound(round, { ...choice, weights: byId });
    return then.ok ? accept({ weights: changed, ...movesBetween(round, orderIn(now), orderIn(then.value)) }) : then;
  }
}

/** Applications with a score, best first; equal scores by id. */
const orderIn = ({ ranking }: RoundScores): readonly string[] =>
  ranking.flatMap((group) => [...group].sort(compareIds));

function movesBetween(round: Round, now: readonly string[], then: readonly string[]): Omit<TriedWeight, 'weights'> {
  const named = namedIn(round);
  const [aboveNow, aboveThen] = [fundedDownRanking(round, now), fundedDownRanking(round, then)];
  const places = new Map(now.map((id, place) => [id, place + 1]));
  return {
    entering: aboveThen.filter((id) => !aboveNow.includes(id)).map(named),
    leaving: aboveNow.filter((id) => !aboveThen.includes(id)).map(named),
    moved: then.flatMap((id, index) => {
      const from = places.get(id);
      invariant(from, 'a score that exists does so with any weights');
      return from === index + 1 ? [] : [{ ...named(id), from, to: index + 1 }];
    }),
  };
}

const namedOnly = ({ applicationId, title }: RankedApplication) => ({ applicationId, title });

function rangeFaults({ draws, seed, doubt, margin }: RankingRobustnessArgs): readonly Refusal[] {
  const outside = (name: string, value: number, least: number, most: number) =>
    value >= least && value <= most ? [] : [refusal('number-outside-range', [name], { value, least, most })];
  return [
    ...outside('draws', draws, fewestDraws, mostDraws),
    ...outside('seed', seed, 0, 2 ** 31 - 1),
    ...(doubt === 'near' ? outside('margin', margin, 0.001, 1) : []),
  ];
}

/** Our own tasks are no part of the question: what they refuse has its place in the problem. */
const outsideTasks = (entry: Refusal): Refusal =>
  entry.path[0] === 'tasks' ? { ...entry, path: entry.path.slice(2) } : entry;
