import { accept, at, refuse, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask, type TaskContext } from '../../evaluate/task';
import type { DecisionProblem } from '../../problem/decision-problem';
import { aggregateRatings, outOfScalePolicies, ratingAggregations, type Judgement } from '../aggregate-ratings';
import { profileReferences, reviewerProfiles } from '../agreement/reviewer-profile';
import { disagreementOrder, spreadByUnit, spreadMeasures } from '../agreement/spread';
import { expectedRanks } from '../expected-rank/expected-rank';
import { snsfPriors } from '../expected-rank/hyper-posterior';
import { fundingZone, lineConventions } from '../line/funding-zone';
import { publicDraw } from '../line/public-draw';
import { varianceEstimators } from '../strictness/crossed-effects';
import { strictnessModel } from '../strictness/strictness-model';
import {
  inFile,
  numericSource,
  ratingShape,
  ratingSource,
  type NumericSource,
  type RatingOptions,
} from './rating-source';

function numbers(problem: DecisionProblem, options: RatingOptions, context: TaskContext): Result<NumericSource> {
  const source = ratingSource(problem, options, context);
  return source.ok ? numericSource(source.value) : source;
}

const spreadTask = (): RegisteredTask =>
  defineTask({
    name: 'rating-spread',
    version: '1',
    options: () => z.strictObject({ ...ratingShape(), order: z.enum(spreadMeasures).optional() }),
    run: (problem, options, context) => {
      const source = numbers(problem, options, context);
      if (!source.ok) return source;
      const { table, unitIds, leftOut } = source.value;
      const order = options.order ?? 'standard-deviation';
      const spreads = spreadByUnit(table);
      return accept({
        method: 'rating-spread',
        conventions: { order, standardDeviation: 'sample', ties: 'by-id' },
        observations: [],
        outcome: {
          units: spreads.map(({ unit, ...rest }) => ({ unit: at(unitIds, unit), ...rest })),
          mostContestedFirst: disagreementOrder(spreads, unitIds, order).map((unit) => at(unitIds, unit)),
          leftOut,
        },
      });
    },
  });

const profileTask = (): RegisteredTask =>
  defineTask({
    name: 'reviewer-profiles',
    version: '1',
    options: () => z.strictObject({ ...ratingShape(), reference: z.enum(profileReferences).optional() }),
    run: (problem, options, context) => {
      const source = numbers(problem, options, context);
      if (!source.ok) return source;
      const { table, reviewerIds, leftOut } = source.value;
      const reference = options.reference ?? 'others';
      return accept({
        method: 'reviewer-profiles',
        conventions: { reference },
        observations: [],
        outcome: {
          reviewers: reviewerProfiles(table, reference).map(({ reviewer, ...rest }) => ({
            reviewer: at(reviewerIds, reviewer),
            ...rest,
          })),
          leftOut,
        },
      });
    },
  });

const aggregateTask = (): RegisteredTask =>
  defineTask({
    name: 'aggregate-ratings',
    version: '1',
    options: () =>
      z.strictObject({
        ...ratingShape(),
        scale: z.strictObject({ min: z.number(), max: z.number() }),
        aggregation: z.enum(ratingAggregations).optional(),
        trimShare: z.number().optional(),
        outOfScale: z.enum(outOfScalePolicies).optional(),
      }),
    run: (problem, options, context) => {
      const source = numbers(problem, options, context);
      if (!source.ok) return source;
      const { table, unitIds, reviewerIds, leftOut } = source.value;
      const { aggregation = 'mean', trimShare = 0.2, outOfScale = 'leave-out', scale } = options;
      const units: object[] = [];
      for (const [unit, row] of table.entries()) {
        const judgements = row.map((rating, reviewer): Judgement => {
          const why = leftOut.find((entry) => entry.unit === unitIds[unit] && entry.reviewer === reviewerIds[reviewer]);
          return {
            reviewerId: at(reviewerIds, reviewer),
            rating,
            cannotJudge: why?.reason === 'cannot_judge',
            conflictDeclared: why?.reason === 'conflict',
          };
        });
        const result = aggregateRatings(judgements, {
          aggregation,
          trimShare,
          outOfScale,
          scaleMin: scale.min,
          scaleMax: scale.max,
        });
        if (!result.ok) {
          const placeOf = ([reviewer]: readonly (string | number)[]) =>
            reviewer === undefined ? [...context.path, 'scale'] : source.value.placeOf([unit, reviewer]);
          return refuse(inFile(result.refusal, { placeOf }, context.path));
        }
        units.push({ unit: at(unitIds, unit), ...result.value });
      }
      return accept({
        method: 'aggregate-ratings',
        conventions: { aggregation, outOfScale, ...(aggregation === 'trimmed-mean' ? { trimShare } : {}) },
        observations: [],
        outcome: { units },
      });
    },
  });

const strictnessTask = (): RegisteredTask =>
  defineTask({
    name: 'reviewer-strictness',
    version: '1',
    options: () =>
      z.strictObject({
        ...ratingShape(),
        estimator: z.enum(varianceEstimators).optional(),
        minimumRatings: z.number().optional(),
        disconnected: z.enum(['refuse', 'report']).optional(),
      }),
    run: (problem, options, context) => {
      const source = numbers(problem, options, context);
      if (!source.ok) return source;
      const { table, unitIds, reviewerIds, leftOut } = source.value;
      const { estimator = 'reml', minimumRatings = 5, disconnected = 'refuse' } = options;
      const model = strictnessModel(table, unitIds, reviewerIds, { estimator, minimumRatings, disconnected });
      if (!model.ok) return refuse(inFile(model.refusal, source.value, context.path));
      return accept({
        method: 'crossed-random-effects',
        conventions: { estimator, minimumRatings, disconnected, best: 'highest', ranks: 'competition' },
        observations: [],
        outcome: { ...model.value, leftOut },
      });
    },
  });

const lineShape = () => ({
  places: z.number(),
  line: z.enum(lineConventions).optional(),
});

const expectedRankTask = (): RegisteredTask =>
  defineTask({
    name: 'expected-ranks',
    version: '1',
    options: () =>
      z.strictObject({
        ...ratingShape(),
        best: z.enum(['highest', 'lowest']).optional(),
        centre: z.enum(['grades', 'unit-means']).optional(),
        priors: z
          .strictObject({
            residualLimit: z.number().optional(),
            unitLimit: z.number().optional(),
            reviewerLimit: z.number().optional(),
            levelDeviation: z.number().optional(),
          })
          .optional(),
        disconnected: z.enum(['refuse', 'report']).optional(),
        gridPoints: z.number().optional(),
        latticePoints: z.number().optional(),
        interval: z.number().optional(),
        funding: z.strictObject(lineShape()).optional(),
        detail: z.boolean().optional(),
      }),
    run: (problem, options, context) => {
      const source = numbers(problem, options, context);
      if (!source.ok) return source;
      const { table, unitIds, reviewerIds, leftOut } = source.value;
      const settings = {
        best: options.best ?? 'highest',
        priors: { ...snsfPriors, ...options.priors },
        centre: options.centre ?? 'grades',
        disconnected: options.disconnected ?? 'refuse',
        gridPoints: options.gridPoints ?? 24,
        latticePoints: options.latticePoints ?? 256,
        interval: options.interval ?? 0.5,
      } as const;
      const result = expectedRanks(table, unitIds, reviewerIds, settings);
      if (!result.ok) return refuse(inFile(result.refusal, source.value, context.path));
      const { better, units, ...rest } = result.value;
      const line = options.funding?.line ?? 'rank-of-last-funded';
      const zone = options.funding
        ? fundingZone(
            units.map((unit) => ({
              unitId: unit.unitId,
              rank: unit.expectedRank,
              low: unit.rankLow,
              high: unit.rankHigh,
            })),
            options.funding.places,
            line,
          )
        : null;
      if (zone && !zone.ok)
        return refuse(zone.refusal.map((entry) => ({ ...entry, path: [...context.path, 'funding', 'places'] })));
      const places = options.funding?.places ?? null;
      return accept({
        method: 'bayesian-expected-ranks',
        conventions: {
          ...settings.priors,
          best: settings.best,
          centre: settings.centre,
          disconnected: settings.disconnected,
          gridPoints: settings.gridPoints,
          latticePoints: settings.latticePoints,
          interval: settings.interval,
          integration: 'gauss-legendre, exact conditionals, no sampling',
          ...(options.funding ? { places: options.funding.places, line } : {}),
        },
        observations: [],
        outcome: {
          ...rest,
          units: units.map(({ rankProbabilities, ...unit }) => ({
            ...unit,
            ...(places === null
              ? {}
              : { aboveLine: rankProbabilities.slice(0, places).reduce((sum, p) => sum + p, 0) }),
            ...(options.detail ? { rankProbabilities } : {}),
          })),
          zone: zone ? zone.value : null,
          ...(options.detail ? { better } : {}),
          leftOut,
        },
      });
    },
  });

const zoneTask = (): RegisteredTask =>
  defineTask({
    name: 'funding-zone',
    version: '1',
    options: () =>
      z.strictObject({
        ranks: z.array(
          z.strictObject({ unit: z.string().min(1), rank: z.number(), low: z.number(), high: z.number() }),
        ),
        ...lineShape(),
      }),
    run: (_problem, options, context) => {
      const line = options.line ?? 'rank-of-last-funded';
      const ranks = options.ranks.map(({ unit, ...rest }) => ({ unitId: unit, ...rest }));
      const zone = fundingZone(ranks, options.places, line);
      if (!zone.ok)
        return refuse(
          zone.refusal.map((entry) => ({
            ...entry,
            path: [...context.path, ...(typeof entry.path[0] === 'number' ? ['ranks'] : []), ...entry.path],
          })),
        );
      return accept({ method: 'funding-zone', conventions: { line }, observations: [], outcome: zone.value });
    },
  });

const drawTask = (): RegisteredTask =>
  defineTask({
    name: 'public-draw',
    version: '1',
    options: () =>
      z.strictObject({
        seed: z.string(),
        ids: z.array(z.string().min(1)),
        places: z.number(),
        commitment: z.string().optional(),
      }),
    run: (_problem, options, context) => {
      const draw = publicDraw({ ...options, commitment: options.commitment ?? null });
      if (!draw.ok) return refuse(draw.refusal.map((entry) => ({ ...entry, path: [...context.path, ...entry.path] })));
      return accept({
        method: 'public-draw',
        conventions: { algorithm: draw.value.algorithm },
        observations: [],
        outcome: draw.value,
      });
    },
  });

/** What the reviewers' ratings come to, how strict they are, and the line. */
export const judgementTasks = (): readonly RegisteredTask[] => [
  spreadTask(),
  profileTask(),
  aggregateTask(),
  strictnessTask(),
  expectedRankTask(),
  zoneTask(),
  drawTask(),
];
