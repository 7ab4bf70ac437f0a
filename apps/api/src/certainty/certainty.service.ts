import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, type Result, type Round } from '@fordela/domain';
import type { InformationOutcome, ProbabilityOutcome, RobustOutcome, RobustRule, ScoreInput } from '@fordela/portfolio';
import { sentence } from '@fordela/wording';
import {
  AllocationService,
  inArguments,
  leftOutIn,
  namedIn,
  shortPortfolio,
  taskAnswer,
  type TaskBasis,
} from '../allocation/allocation.service';
import type {
  CautiousChoice,
  FundingProbabilities,
  FundingProbabilityArgs,
  OpenQuestion,
  RobustPortfolio,
  RobustPortfolioArgs,
  ValueOfInformation,
  WeightKnowledge,
} from './certainty.types';

const mostListed = 100;
const mostSamples = 10_000;
const mostQuestions = 500;
const listedPortfolios = 5;
/** More reviewers of one score than this have hardly any spread left, and too many outcomes to count exactly. */
const mostReviews = 12;

/** What of a call's best portfolio is certain, and what would make more of it so. */
@Injectable()
export class CertaintyService {
  constructor(private readonly allocations: AllocationService) {}

  /** Safe yes, safe no and to discuss. AppError NOT_FOUND when there is no such call. */
  async robustPortfolio({ callId, options, weights, list }: RobustPortfolioArgs): Promise<Result<RobustPortfolio>> {
    if (list < 1 || list > mostListed) return outsideRange('list', list, 1, mostListed);
    const task = (basis: TaskBasis) => [{ task: 'robust-portfolios', list, ...knownWeights(basis, weights) }];
    const asked = await this.allocations.ask(callId, options, task, true);
    if (!asked.ok) return refuse(inArguments(asked.refusal));
    const { outcome, fields } = taskAnswer<RobustOutcome>(asked.value, 'robust-portfolios');
    const { round } = asked.value;
    const leftOut = leftOutIn(asked.value);
    const impossible = new Set(leftOut.map(({ applicationId }) => applicationId));
    const applications = outcome.projects
      .filter(({ project }) => !impossible.has(project))
      .map(({ project, coreIndex, decision }) => ({ ...namedIn(round)(project), coreIndex, decision }));
    const of = (wanted: string) => applications.filter(({ decision }) => decision === wanted);
    return accept({
      ...fields,
      isComplete: outcome.complete,
      portfolioCount: outcome.portfolioCount,
      portfolios: outcome.portfolios.map((portfolio) => shortPortfolio(round, portfolio)),
      safeYes: of('safe_yes'),
      safeNo: of('safe_no'),
      discuss: of('discuss').sort((a, b) => b.coreIndex - a.coreIndex),
      leftOut,
      maximin: cautious(round, outcome.maximin),
      minimaxRegret: cautious(round, outcome.minimaxRegret),
    });
  }

  /** How probable each grant is. Refused when no portfolio keeps the limits. */
  async fundingProbability(args: FundingProbabilityArgs): Promise<Result<FundingProbabilities>> {
    const { callId, options, samples, seed } = args;
    if (samples < 1 || samples > mostSamples) return outsideRange('samples', samples, 1, mostSamples);
    if (seed < 0) return outsideRange('seed', seed, 0, 2 ** 31 - 1);
    const task = (basis: TaskBasis) => [
      { task: 'funding-probability', samples, list: listedPortfolios, ...doubt(basis, args) },
    ];
    const asked = await this.allocations.ask(callId, options, task, true);
    if (!asked.ok) return refuse(inArguments(asked.refusal));
    const { outcome, fields } = taskAnswer<ProbabilityOutcome | null>(asked.value, 'funding-probability');
    if (!outcome) return refuse([refusal('allocation-infeasible', ['options'])]);
    const { round } = asked.value;
    const leftOut = leftOutIn(asked.value);
    const impossible = new Set(leftOut.map(({ applicationId }) => applicationId));
    return accept({
      ...fields,
      applications: outcome.projects
        .filter(({ project }) => !impossible.has(project))
        .map(({ project, probability, standardError }) => ({ ...namedIn(round)(project), probability, standardError })),
      leftOut,
      portfolios: outcome.portfolios.map(({ probability, standardError, ...portfolio }) => ({
        ...shortPortfolio(round, portfolio),
        probability,
        standardError,
      })),
      distinctPortfolios: outcome.distinctPortfolios,
      samples: outcome.samples,
      uncertainScores: outcome.uncertainScores,
      perfectInformationValue: outcome.perfectInformationValue,
      perfectInformationError: outcome.perfectInformationError,
    });
  }

  /** What it would be worth to find out, most first. Refused when no portfolio keeps the limits. */
  async valueOfInformation(args: FundingProbabilityArgs, list: number): Promise<Result<ValueOfInformation>> {
    if (list < 1 || list > mostQuestions) return outsideRange('list', list, 1, mostQuestions);
    if (args.seed < 0) return outsideRange('seed', args.seed, 0, 2 ** 31 - 1);
    const task = (basis: TaskBasis) => [
      {
        task: 'value-of-information',
        samples: 0,
        pairs: false,
        ...doubt(basis, args),
        questions: pairsOf(basis.round),
      },
    ];
    const asked = await this.allocations.ask(args.callId, args.options, task, true);
    if (!asked.ok) return refuse(inArguments(asked.refusal));
    const { outcome, fields } = taskAnswer<InformationOutcome | null>(asked.value, 'value-of-information');
    if (!outcome) return refuse([refusal('allocation-infeasible', ['options'])]);
    const { round } = asked.value;
    return accept({
      ...fields,
      questions: outcome.questions
        .filter(({ expectedGain }) => expectedGain > 0)
        .slice(0, list)
        .map((question) => openQuestion(round, question)),
      asked: outcome.questions.length,
      bestOnAverage: shortPortfolio(round, outcome.bestOnAverage),
    });
  }
}

const outsideRange = (name: string, value: number, least: number, most: number) =>
  refuse([refusal('number-outside-range', [name], { value, least, most })]);

/** What is known of the weights, as the tasks have it. */
function knownWeights({ scores }: TaskBasis, knowledge: WeightKnowledge): object {
  if (knowledge === 'stated') return { weights: 'stated' };
  if (knowledge === 'any') return {};
  const levels = [...new Set(scores.criteria.map(({ weight }) => weight))].sort((a, b) => b - a);
  const order = levels.map((level) =>
    scores.criteria.filter(({ weight }) => weight === level).map(({ criterionId }) => criterionId),
  );
  return { weightInformation: { order } };
}

const doubt = (basis: TaskBasis, { weights, reviewers, seed }: FundingProbabilityArgs): object => ({
  seed,
  ...knownWeights(basis, weights),
  ...(reviewers === 'none' ? {} : { reviewers, scores: doubtfulScores(basis) }),
});

/** The scores that could have come out otherwise, as values from 0 to 1, of applications that can be chosen. */
function doubtfulScores({ round, scores, options }: TaskBasis): readonly ScoreInput[] {
  const excluded = new Set(options.excluded.map(({ applicationId }) => applicationId));
  const rated = new Map(round.criteria.filter(({ kind }) => kind === 'rated').map((own) => [own.id, own]));
  return scores.applications
    .filter(({ applicationId, score }) => score !== null && !excluded.has(applicationId))
    .flatMap(({ applicationId, criteria }) =>
      criteria.flatMap(({ criterionId, ratings }): ScoreInput[] => {
        const criterion = rated.get(criterionId);
        if (!criterion || !ratings) return [];
        const { scaleMin, scaleMax, direction } = criterion;
        const place = { project: applicationId, value: criterionId };
        if (ratings.counted.length === 0) return [{ ...place, uniform: [0, 1] }];
        if (ratings.counted.length > mostReviews) return [];
        const reviews = ratings.counted.map(({ rating }) => {
          const share = (rating - scaleMin) / (scaleMax - scaleMin);
          return direction === 'maximise' ? share : 1 - share;
        });
        return new Set(reviews).size > 1 ? [{ ...place, reviews }] : [];
      }),
    );
}

/** Of every two criteria: does the first weigh at least as much as the second? */
const pairsOf = ({ criteria }: Round) =>
  criteria.flatMap((first, index) =>
    criteria.slice(index + 1).map((second) => ({
      id: JSON.stringify([first.id, second.id]),
      coefficients: { [first.id]: 1, [second.id]: -1 },
    })),
  );

function openQuestion(
  round: Round,
  { id, kind, project, value, expectedGain, changeProbability }: InformationOutcome['questions'][number],
): OpenQuestion {
  const application = project === null ? null : namedIn(round)(project);
  const criterionIds = kind === 'score' ? [value ?? ''] : (JSON.parse(id) as string[]);
  const named = (language: 'sv' | 'en') =>
    sentence(
      kind === 'score' ? 'question-rating' : 'question-weights',
      {
        application: application?.title ?? '',
        criteria: criterionIds.map((own) => {
          const criterion = round.criteria.find((candidate) => candidate.id === own);
          return (language === 'sv' ? criterion?.nameSv : criterion?.nameEn) ?? own;
        }),
      },
      language,
    );
  return {
    kind,
    application,
    criterionIds,
    expectedGain,
    changeProbability,
    messageSv: named('sv'),
    messageEn: named('en'),
  };
}

const cautious = (round: Round, rule: RobustRule | null): CautiousChoice | null =>
  rule && {
    figure: rule.figure,
    portfolioCount: rule.portfolioCount,
    portfolios: rule.portfolios.map((portfolio) => shortPortfolio(round, portfolio)),
  };
