import { accept, at, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask, type TaskContext } from '../../evaluate/task';
import type { DecisionProblem } from '../../problem/decision-problem';
import { alphaBootstrap } from '../agreement/alpha-bootstrap';
import { cohenKappa } from '../agreement/cohen-kappa';
import { measurementLevels, type Difference } from '../agreement/difference';
import { fleissKappa, fleissMissingPolicies } from '../agreement/fleiss-kappa';
import { intraclassCorrelations } from '../agreement/intraclass-correlation';
import { kendallW, tieCorrections } from '../agreement/kendall-w';
import { krippendorffAlpha } from '../agreement/krippendorff-alpha';
import { missingPolicies, type RatingTable, type RatingValue } from '../agreement/rating-table';
import { mean } from '../numbers/summaries';
import {
  inFile,
  numericSource,
  ratingShape,
  ratingSource,
  type RatingOptions,
  type RatingSource,
} from './rating-source';

const named = (indexes: readonly number[], ids: readonly string[]) => indexes.map((index) => at(ids, index));
const values = () => z.array(z.union([z.number(), z.string()])).optional();
const counts = () =>
  z
    .array(z.array(z.number().int().min(0)))
    .min(1)
    .optional();

/**
 * How many ratings of each value every unit got (units × values), written as a table of ratings: who gave which does not matter to
 * alpha and to Fleiss' kappa.
 */
function countsSource(
  rows: readonly (readonly number[])[],
  listed: readonly RatingValue[] | undefined,
  base: Path,
): Result<RatingSource & { readonly values: readonly RatingValue[] }> {
  const path = [...base, 'counts'];
  const width = at(rows, 0).length;
  const wrong = rows.findIndex((row) => row.length !== width);
  if (wrong >= 0)
    return refuse([
      refusal('ratings-not-rectangular', [...path, wrong], { length: at(rows, wrong).length, expected: width }),
    ]);
  const used = listed ?? Array.from({ length: width }, (_, code) => code + 1);
  if (used.length !== width)
    return refuse([refusal('ratings-names-length', [...base, 'values'], { length: used.length, expected: width })]);
  const most = Math.max(1, ...rows.map((row) => row.reduce((sum, count) => sum + count, 0)));
  const table: RatingTable<RatingValue> = rows.map((row) => {
    const ratings: (RatingValue | null)[] = row.flatMap((count, code) =>
      new Array<RatingValue>(count).fill(at(used, code)),
    );
    return [...ratings, ...new Array<null>(most - ratings.length).fill(null)];
  });
  return accept({
    unitIds: rows.map((_, unit) => `u${unit + 1}`),
    reviewerIds: Array.from({ length: most }, (_, reviewer) => `r${reviewer + 1}`),
    table,
    leftOut: [],
    placeOf: ([unit]) => (unit === undefined ? path : [...path, unit]),
    values: used,
  });
}

/** Ratings, or counts of ratings by value. */
function ratingsOrCounts(
  problem: DecisionProblem,
  options: RatingOptions & { readonly counts?: number[][]; readonly values?: RatingValue[] },
  context: TaskContext,
): Result<RatingSource & { readonly values: readonly RatingValue[] | null }> {
  if (options.counts && options.ratings) return refuse([refusal('ratings-and-counts', [...context.path, 'counts'])]);
  if (options.counts) return countsSource(options.counts, options.values, context.path);
  const source = ratingSource(problem, options, context);
  return source.ok ? accept({ ...source.value, values: options.values ?? null }) : source;
}

const levelSchema = () =>
  z.union([
    z.enum([...measurementLevels, 'absolute']),
    z.strictObject({ circular: z.strictObject({ period: z.number() }) }),
    z.strictObject({ bipolar: z.strictObject({ lowest: z.number(), highest: z.number() }) }),
    z.strictObject({ matrix: z.array(z.array(z.number())) }),
  ]);

function differenceOf(level: z.infer<ReturnType<typeof levelSchema>>): Difference {
  if (typeof level === 'string') return { kind: level };
  if ('circular' in level) return { kind: 'circular', period: level.circular.period };
  if ('bipolar' in level) return { kind: 'bipolar', ...level.bipolar };
  return { kind: 'matrix', matrix: level.matrix };
}

const alphaTask = (): RegisteredTask =>
  defineTask({
    name: 'krippendorff-alpha',
    version: '1',
    options: () =>
      z.strictObject({
        ...ratingShape(),
        counts: counts(),
        values: values(),
        level: levelSchema(),
        bootstrap: z
          .strictObject({ draws: z.number(), seed: z.number(), confidence: z.number().optional() })
          .optional(),
      }),
    run: (problem, options, context) => {
      const read = ratingsOrCounts(problem, options, context);
      if (!read.ok) return read;
      const { table, unitIds, leftOut, values: listed } = read.value;
      const difference = differenceOf(options.level);
      const alpha = krippendorffAlpha(table, { difference, values: listed });
      const level = [...context.path, 'level', ...(difference.kind === 'circular' ? ['circular'] : [])];
      if (!alpha.ok) return refuse(inFile(alpha.refusal, read.value, level));
      const bootstrap = options.bootstrap && { confidence: 0.95, ...options.bootstrap };
      const interval = bootstrap && alphaBootstrap(table, { difference, values: listed }, bootstrap);
      if (interval && !interval.ok) return refuse(inFile(interval.refusal, read.value, [...context.path, 'bootstrap']));
      const { pairableUnits, unpairableUnits, ...rest } = alpha.value;
      return accept({
        method: 'krippendorff-alpha',
        conventions: {
          difference: difference.kind,
          unitsWithOneRating: 'left-out',
          ...(bootstrap ? { interval: 'bootstrap-of-units-percentile', ...bootstrap } : {}),
        },
        observations: [],
        outcome: {
          ...rest,
          pairableUnits: named(pairableUnits, unitIds),
          unpairableUnits: named(unpairableUnits, unitIds),
          interval: interval ? interval.value : null,
          leftOut,
        },
      });
    },
  });

const icc = (): RegisteredTask =>
  defineTask({
    name: 'intraclass-correlation',
    version: '1',
    options: () =>
      z.strictObject({
        ...ratingShape(),
        missing: z.enum(missingPolicies).optional(),
        confidence: z.number().optional(),
      }),
    run: (problem, options, context) => {
      const read = ratingSource(problem, options, context);
      if (!read.ok) return read;
      const source = numericSource(read.value);
      if (!source.ok) return source;
      const { missing = 'refuse', confidence = 0.95 } = options;
      const result = intraclassCorrelations(source.value.table, { missing, confidence });
      if (!result.ok) return refuse(inFile(result.refusal, source.value, context.path));
      const { droppedUnits, ...rest } = result.value;
      return accept({
        method: 'intraclass-correlation',
        conventions: { missing, confidence, limits: 'f-distribution' },
        observations: [],
        outcome: { ...rest, droppedUnits: named(droppedUnits, source.value.unitIds), leftOut: source.value.leftOut },
      });
    },
  });

const cohenTask = (): RegisteredTask =>
  defineTask({
    name: 'cohen-kappa',
    version: '1',
    options: () =>
      z.strictObject({
        ...ratingShape(),
        crosstab: counts(),
        values: values(),
        weights: z.union([z.enum(['unweighted', 'linear', 'quadratic']), z.array(z.array(z.number()))]).optional(),
        missing: z.enum(missingPolicies).optional(),
        confidence: z.number().optional(),
      }),
    run: (problem, options, context) => {
      const read = options.crosstab
        ? crosstabSource(options.crosstab, options.values, context.path)
        : ratingSource(problem, options, context);
      if (!read.ok) return read;
      const source = read.value;
      const { missing = 'listwise', confidence = 0.95, weights = 'unweighted' } = options;
      const kappaOptions = {
        weights,
        values: options.values ?? (options.crosstab ? crosstabValues(options.crosstab) : null),
        missing,
        confidence,
      };
      const pairs = source.reviewerIds.flatMap((first, a) =>
        source.reviewerIds.slice(a + 1).map((second, k) => ({ first, second, a, b: a + 1 + k })),
      );
      if (pairs.length === 0) return refuse([refusal('kappa-two-reviewers', source.placeOf([]), { reviewers: 1 })]);
      const outcome: object[] = [];
      const kappas: number[] = [];
      for (const { first, second, a, b } of pairs) {
        const kappa = cohenKappa(
          source.table.map((row) => [at(row, a), at(row, b)]),
          kappaOptions,
        );
        if (!kappa.ok) {
          // A gap in one pair of several is that pair's alone: only its own place is right.
          const placeOf = ([unit, column]: Path) =>
            source.placeOf(unit === undefined ? [] : [unit, column === 0 ? a : b]);
          return refuse(
            inFile(kappa.refusal, { placeOf }, context.path).map((entry) => ({
              ...entry,
              params: { ...entry.params, first, second },
            })),
          );
        }
        const { droppedUnits, ...rest } = kappa.value;
        kappas.push(rest.kappa);
        outcome.push({ first, second, ...rest, droppedUnits: named(droppedUnits, source.unitIds) });
      }
      return accept({
        method: 'cohen-kappa',
        conventions: {
          weights: typeof weights === 'string' ? weights : 'given',
          missing,
          confidence,
          mean: 'of-all-pairs (Light 1971)',
        },
        observations: [],
        outcome: { pairs: outcome, meanKappa: mean(kappas), leftOut: source.leftOut },
      });
    },
  });

const crosstabValues = (crosstab: readonly (readonly number[])[]): RatingValue[] => crosstab.map((_, code) => code + 1);

/** A square table of how many units got value a from the first and b from the second reviewer, as ratings of two reviewers. */
function crosstabSource(
  crosstab: readonly (readonly number[])[],
  listed: readonly RatingValue[] | undefined,
  base: Path,
): Result<RatingSource> {
  const path = [...base, 'crosstab'];
  const used = listed ?? crosstabValues(crosstab);
  if (used.length !== crosstab.length || crosstab.some((row) => row.length !== crosstab.length))
    return refuse([refusal('kappa-crosstab-square', path, { size: crosstab.length, expected: used.length })]);
  const table = crosstab.flatMap((row, a) =>
    row.flatMap((count, b) => Array.from({ length: count }, () => [at(used, a), at(used, b)])),
  );
  if (table.length === 0) return refuse([refusal('kappa-no-units', path)]);
  return accept({
    unitIds: table.map((_, unit) => `u${unit + 1}`),
    reviewerIds: ['r1', 'r2'],
    table,
    leftOut: [],
    placeOf: () => path,
  });
}

const fleissTask = (): RegisteredTask =>
  defineTask({
    name: 'fleiss-kappa',
    version: '1',
    options: () =>
      z.strictObject({
        ...ratingShape(),
        counts: counts(),
        values: values(),
        missing: z.enum(fleissMissingPolicies).optional(),
      }),
    run: (problem, options, context) => {
      const read = ratingsOrCounts(problem, options, context);
      if (!read.ok) return read;
      const missing = options.missing ?? 'refuse';
      const kappa = fleissKappa(read.value.table, { values: read.value.values, missing });
      if (!kappa.ok) return refuse(inFile(kappa.refusal, read.value, context.path));
      const { usedUnits, droppedUnits, ...rest } = kappa.value;
      const ids = read.value.unitIds;
      return accept({
        method: 'fleiss-kappa',
        conventions: { missing },
        observations: [],
        outcome: {
          ...rest,
          usedUnits: named(usedUnits, ids),
          droppedUnits: named(droppedUnits, ids),
          leftOut: read.value.leftOut,
        },
      });
    },
  });

const kendallTask = (): RegisteredTask =>
  defineTask({
    name: 'kendall-w',
    version: '1',
    options: () =>
      z.strictObject({
        ...ratingShape(),
        missing: z.enum(missingPolicies).optional(),
        ties: z.enum(tieCorrections).optional(),
      }),
    run: (problem, options, context) => {
      const read = ratingSource(problem, options, context);
      if (!read.ok) return read;
      const source = numericSource(read.value);
      if (!source.ok) return source;
      const { missing = 'refuse', ties = 'corrected' } = options;
      const result = kendallW(source.value.table, { missing, ties });
      if (!result.ok) return refuse(inFile(result.refusal, source.value, context.path));
      const { usedUnits, droppedUnits, ...rest } = result.value;
      const ids = source.value.unitIds;
      return accept({
        method: 'kendall-w',
        conventions: { missing, ties },
        observations: [],
        outcome: {
          ...rest,
          usedUnits: named(usedUnits, ids),
          droppedUnits: named(droppedUnits, ids),
          leftOut: source.value.leftOut,
        },
      });
    },
  });

/** How far reviewers agree. */
export const agreementTasks = (): readonly RegisteredTask[] => [
  alphaTask(),
  icc(),
  cohenTask(),
  fleissTask(),
  kendallTask(),
];
