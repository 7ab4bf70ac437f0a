import { Injectable } from '@nestjs/common';
import { accept, refusal, refuse, type Result, type Round } from '@fordela/domain';
import type { InformationOutcome, ProbabilityOutcome, RobustOutcome, RobustRule } from '@fordela/portfolio';
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
} from './certainty.types';
import { doubtOf, knownWeights, scoreSpread } from './doubt';

const mostListed = 100;
const mostSamples = 10_000;
const mostQuestions = 500;
const listedPortfolios = 5;
const mostStates = 3_000_000;

/** What of a call's best portfolio is certain, and what would make more of it so. */
@Injectable()
export class CertaintyService {
  constructor(private readonly allocations: AllocationService) {}

  /** Safe yes, safe no and to discuss. AppError NOT_FOUND when there is no such call. */
  async robustPortfolio(args: RobustPortfolioArgs): Promise<Result<RobustPortfolio>> {
    const { callId, options, weights, list, stateLimit } = args;
    if (list < 1 || list > mostListed) return outsideRange('list', list, 1, mostListed);
    if (stateLimit < 1 || stateLimit > mostStates) return outsideRange('stateLimit', stateLimit, 1, mostStates);
    const task = (basis: TaskBasis) => [
      { task: 'robust-portfolios', list, stateLimit, ...knownWeights(basis, weights) },
    ];
    const spread = (round: Round) => scoreSpread(round, args.scores);
    const asked = await this.allocations.ask(callId, options, task, true, spread);
    if (!asked.ok) return refuse(inArguments(asked.refusal));
    const { outcome, fields } = taskAnswer<RobustOutcome>(asked.value, 'robust-portfolios');
    const { round, scores } = asked.value;
    const intervalOf = spread(round);
    const inDoubt = scores.applications.flatMap(({ score, criteria }) =>
      score === null ? [] : criteria.filter(intervalOf),
    );
    const leftOut = leftOutIn(asked.value);
    const impossible = new Set(leftOut.map(({ applicationId }) => applicationId));
    const applications = outcome.projects
      .filter(({ project }) => !impossible.has(project))
      .map(({ project, coreIndex, decision }) => ({ ...namedIn(round)(project), coreIndex, decision }));
    const of = (wanted: string) => applications.filter(({ decision }) => decision === wanted);
    const named = (ids: readonly string[]) => ids.filter((id) => !impossible.has(id)).map(namedIn(round));
    return accept({
      ...fields,
      conventions: { ...fields.conventions, scores: args.scores, missingRatings: 'whole-scale' },
      scores: args.scores,
      uncertainScores: inDoubt.length,
      missingScores: inDoubt.filter(({ ratings }) => ratings?.counted.length === 0).length,
      byExample: outcome.byExample && {
        examples: outcome.byExample.examples,
        discuss: named(outcome.byExample.discuss),
        alwaysIn: named(outcome.byExample.alwaysIn),
        neverIn: named(outcome.byExample.neverIn),
      },
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
      { task: 'funding-probability', samples, list: listedPortfolios, ...doubtOf(basis, args) },
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
        ...doubtOf(basis, args),
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
