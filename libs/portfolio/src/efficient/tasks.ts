import { accept, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Answer, type RegisteredTask, type TaskContext } from '../allocate/task';
import type { AllocationProblem, Observation } from '../problem/allocation-problem';
import { solverSchema, weightInformationSchema } from '../problem/problem-file';
import { decimalPattern } from '../problem/text-patterns';
import { efficientByRepeatedSolving } from './by-repeated-solving';
import { aimSchema } from './efficient-aims';
import { efficientPortfolios, type EfficientOutcome } from './efficient-portfolios';
import { robustPortfolios, type RobustOutcome } from './robust/robust-portfolios';
import { fundingProbability, type ProbabilityOutcome } from './uncertainty/funding-probability';
import { reviewerRules } from './uncertainty/uncertain-values';
import { valueOfInformation, type InformationOutcome } from './uncertainty/value-of-information';

/** The tasks of this room. */
export const efficientTasks = (): readonly RegisteredTask[] => [
  efficientTask(),
  robustTask(),
  probabilityTask(),
  informationTask(),
];

/** Partial portfolios looked at before the search gives up; about a minute of work. */
export const usualStateLimit = 3_000_000;

const efficientOptions = () =>
  z.strictObject({
    /** The aims, best known by name; without any: every named value. */
    aims: z.array(aimSchema()).min(1).max(12).optional(),
    /** All portfolios with equal values, or one of them. */
    equal: z.enum(['all', 'one']).default('all'),
    /** Most portfolios listed per value vector; all are counted. */
    list: z.int().min(1).max(10_000).default(20),
    markSupported: z.boolean().default(false),
    /** `own`: the search of this library. `highs`: one solve per point and empty box, for comparison. */
    method: z.enum(['own', 'highs']).default('own'),
    stateLimit: z.int().min(1).default(usualStateLimit),
    solver: solverSchema().optional(),
  });
type EfficientTaskOptions = z.infer<ReturnType<typeof efficientOptions>>;

/** Most problems the solver is asked to solve for one frontier. */
const solveLimit = 20_000;

const efficientTask = (): RegisteredTask =>
  defineTask<EfficientTaskOptions, EfficientOutcome>({
    name: 'efficient-portfolios',
    version: '1.1.0',
    options: efficientOptions,
    run: async (problem, { method, solver, ...options }, context) => {
      const outcome =
        method === 'own'
          ? efficientPortfolios(problem, options, context.path, context.shouldStop)
          : await bySolver(problem, options, { ...problem.solver, ...solver }, context);
      if (!outcome.ok) return outcome;
      return accept(answerOf(method, options, outcome.value, context));
    },
  });

async function bySolver(
  problem: AllocationProblem,
  options: Pick<EfficientTaskOptions, 'aims' | 'equal'>,
  settings: AllocationProblem['solver'],
  context: TaskContext,
): Promise<Result<EfficientOutcome>> {
  return efficientByRepeatedSolving(problem, { ...options, solveLimit }, settings, context, context.path);
}

function answerOf(
  method: string,
  options: Pick<EfficientTaskOptions, 'equal' | 'list'>,
  outcome: EfficientOutcome,
  context: TaskContext,
): Answer<EfficientOutcome> {
  const observations: Observation[] = [];
  if (!outcome.complete)
    observations.push({
      code: 'efficient-incomplete',
      path: context.path,
      params: {
        found: outcome.frontierSize,
        proven: outcome.proof?.efficientPoints ?? null,
        // Rounded up: what is said is proven.
        percent: outcome.proof?.within == null ? null : Math.ceil(outcome.proof.within * 1000) / 10,
      },
    });
  else if (outcome.frontierSize === 0)
    observations.push({ code: 'efficient-no-portfolio', path: context.path, params: {} });
  return {
    method: method === 'own' ? 'efficient-set-by-dominance-and-search-region@1' : 'efficient-set-by-repeated-solving@1',
    conventions: {
      equalPortfolios: options.equal,
      listedPerPoint: options.list,
      intervalValuesCountAs: 'point',
      coreIndexOver: 'all-efficient-portfolios',
      comparedDecimalsPerInhabitant: 6,
    },
    observations,
    outcome,
  };
}

const robustOptions = () =>
  z.strictObject({
    /** What is known of the weights: the problem's information (any weights when there is none), or its stated weights exactly. */
    weights: z.enum(['information', 'stated']).default('information'),
    /** Instead of the problem's own. */
    weightInformation: weightInformationSchema().optional(),
    /** `aim`: of portfolios worth the same the cheaper is better, so portfolios of every cost are found. */
    money: z.enum(['limit', 'aim']).default('limit'),
    list: z.int().min(1).max(100_000).default(100),
    stateLimit: z.int().min(1).default(usualStateLimit),
  });

const robustTask = (): RegisteredTask =>
  defineTask<z.infer<ReturnType<typeof robustOptions>>, RobustOutcome>({
    name: 'robust-portfolios',
    version: '1.1.0',
    options: robustOptions,
    run: (problem, options, context) => {
      const outcome = robustPortfolios(problem, options, context.path, context.shouldStop);
      if (!outcome.ok) return outcome;
      const observations: Observation[] = [];
      const observe = (code: string, params: Observation['params'] = {}) =>
        observations.push({ code, path: context.path, params });
      const { complete, portfolioCount, weightsRounded, minimaxRegret } = outcome.value;
      if (!complete) observe('robust-incomplete', { stateLimit: options.stateLimit });
      else if (portfolioCount === 0) observe('efficient-no-portfolio');
      else if (minimaxRegret === null) observe('robust-regret-left-out', { portfolios: portfolioCount });
      if (weightsRounded) observe('robust-weights-rounded');
      return accept({
        method: 'robust-portfolio-modelling@1',
        conventions: {
          weights: options.weights,
          money: options.money,
          intervalValuesCountAs: 'any-value-within',
          levelsOfOneProject: 'independent-scores',
          equalPortfolios: 'all',
          coreIndexOver: 'all-non-dominated-portfolios',
        },
        observations,
        outcome: outcome.value,
      });
    },
  });

const number = () => z.number();
const scoreSchema = () =>
  z.strictObject({
    project: z.union([z.string().min(1), z.number()]).transform(String),
    value: z.string().min(1).optional(),
    uniform: z.tuple([number(), number()]).optional(),
    triangular: z.tuple([number(), number(), number()]).optional(),
    outcomes: z
      .array(z.strictObject({ value: number(), probability: z.number().min(0).max(1) }))
      .min(1)
      .max(100)
      .optional(),
    reviews: z.array(number()).min(1).max(12).optional(),
    reviewerIds: z.array(z.string().min(1)).max(12).optional(),
  });

const uncertaintyOptions = {
  weights: () => z.enum(['information', 'stated']).default('information'),
  weightInformation: () => weightInformationSchema().optional(),
  intervals: () => z.enum(['uniform', 'triangular', 'point']).default('uniform'),
  scores: () => z.array(scoreSchema()).max(20_000).default([]),
  reviewers: () => z.enum(reviewerRules).default('bootstrap'),
  seed: () => z.int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
};

const probabilityOptions = () =>
  z.strictObject({
    weights: uncertaintyOptions.weights(),
    weightInformation: uncertaintyOptions.weightInformation(),
    intervals: uncertaintyOptions.intervals(),
    scores: uncertaintyOptions.scores(),
    reviewers: uncertaintyOptions.reviewers(),
    seed: uncertaintyOptions.seed(),
    samples: z.int().min(1).max(1_000_000).default(1_000),
    /** Only samples from..to−1 of them: parts worked out apart are added by their counts. */
    from: z.int().min(0).optional(),
    to: z.int().min(0).optional(),
    /** Most portfolios listed. */
    list: z.int().min(0).max(10_000).default(10),
  });

const probabilityTask = (): RegisteredTask =>
  defineTask<z.infer<ReturnType<typeof probabilityOptions>>, ProbabilityOutcome | null>({
    name: 'funding-probability',
    version: '1.1.0',
    options: probabilityOptions,
    run: (problem, options, context) => {
      const { seed, samples, from = 0, to = samples, list } = options;
      const range = { seed, from, to: Math.min(to, samples) };
      const outcome = fundingProbability(problem, options, range, list, context.path, context.shouldStop);
      if (!outcome.ok) return outcome;
      return accept({
        method: 'best-portfolio-probability-by-sampling@1',
        conventions: uncertaintyConventions(options),
        observations: uncertaintyObservations(outcome.value, outcome.value?.unprovenSamples ?? 0, context),
        outcome: outcome.value,
      });
    },
  });

const decimal = () => z.union([z.number(), z.string().regex(decimalPattern)]);
const informationOptions = () =>
  z.strictObject({
    weights: uncertaintyOptions.weights(),
    weightInformation: uncertaintyOptions.weightInformation(),
    intervals: uncertaintyOptions.intervals(),
    scores: uncertaintyOptions.scores(),
    reviewers: uncertaintyOptions.reviewers(),
    seed: uncertaintyOptions.seed(),
    /** Ask of every pair of named values which weighs more. */
    pairs: z.boolean().default(true),
    /** Further questions: is Σ coefficients · weight ≥ constant? */
    questions: z
      .array(
        z.strictObject({
          id: z.string().min(1).optional(),
          coefficients: z.record(z.string().min(1), decimal()),
          constant: decimal().optional(),
        }),
      )
      .max(200)
      .default([]),
    /** Samples for the entropies; 0 leaves them out. The gains are exact without them. */
    samples: z.int().min(0).max(100_000).default(300),
  });

const informationTask = (): RegisteredTask =>
  defineTask<z.infer<ReturnType<typeof informationOptions>>, InformationOutcome | null>({
    name: 'value-of-information',
    version: '1.1.0',
    options: informationOptions,
    run: (problem, options, context) => {
      const outcome = valueOfInformation(problem, options, context.path, context.shouldStop);
      if (!outcome.ok) return outcome;
      return accept({
        method: 'expected-value-of-partial-perfect-information@1',
        conventions: {
          ...uncertaintyConventions(options),
          gains: 'exact',
          scoresLearnt: 'each-by-itself',
          entropies: 'sampled',
        },
        observations: uncertaintyObservations(outcome.value, 0, context),
        outcome: outcome.value,
      });
    },
  });

function uncertaintyConventions(options: {
  readonly weights: string;
  readonly intervals: string;
  readonly reviewers: string;
  readonly seed: number;
  readonly scores: readonly { readonly reviewerIds?: readonly string[] | undefined }[];
}): Answer<unknown>['conventions'] {
  const { weights, intervals, reviewers, seed } = options;
  const reviewersLeftOut = options.scores.some((score) => score.reviewerIds)
    ? 'of-all-scores-at-once'
    : 'score-by-score';
  return {
    weights,
    weightsDrawn: 'evenly-over-the-region',
    intervals,
    reviewers,
    ...(reviewers === 'leave_one_out' ? { reviewersLeftOut } : {}),
    seed,
    generator: 'philox4x32-10',
    levelsOfOneProject: 'one-score',
    tiedPortfolios: 'fixed-order',
  };
}

function uncertaintyObservations(outcome: unknown, unproven: number, context: TaskContext): readonly Observation[] {
  if (outcome === null) return [{ code: 'efficient-no-portfolio', path: context.path, params: {} }];
  return unproven > 0 ? [{ code: 'uncertainty-unproven', path: context.path, params: { samples: unproven } }] : [];
}
