import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Conventions, type RegisteredTask, type TaskContext } from '../../evaluate/task';
import type { DecisionProblem } from '../../problem/decision-problem';
import {
  normalisationShape,
  normalised,
  type NormalisationOptions,
  type UsualNormalisation,
} from '../common/normalised';
import { methodShape, type MethodOptions } from '../common/options';
import { criteriaTable, rankedAnswer, type DetailTable } from '../common/outcome';
import { spreadOption } from '../common/per-criterion-option';
import { boundsOf, boundsOption } from '../common/bounds-option';
import { prepare, type Prepared } from '../common/prepare';
import { rankBy } from '../common/ranks';
import { signRefusals } from '../common/sign-checks';
import {
  aras,
  codas,
  cocoso,
  copras,
  edas,
  mabac,
  mairca,
  marcos,
  moora,
  ocra,
  probid,
  spotis,
} from '../ratio/ratio-methods';

type Table = readonly (readonly number[])[];

/** What one of these methods works out, before it is put into the common shape. */
interface Worked {
  readonly scores: readonly number[];
  readonly extra?: readonly Readonly<Record<string, number>>[];
  readonly tables?: () => Readonly<Record<string, DetailTable>>;
}

interface RatioMethod<Options> {
  readonly name: string;
  readonly best: 'highest' | 'lowest';
  readonly rankReversal?: 'impossible';
  /** Options of its own, besides the common ones. */
  readonly shape?: () => Readonly<Record<string, z.ZodType>>;
  readonly usual?: UsualNormalisation;
  /** What the performances must be. */
  readonly need?: (prepared: Prepared) => readonly Refusal[];
  readonly conventions?: (options: Options) => Conventions;
  readonly work: (prepared: Prepared, table: Table, options: Options & NormalisationOptions) => Result<Worked>;
}

type CommonOptions = MethodOptions & NormalisationOptions;

/** A task around one of the methods: options, table, normalisation where the method has one, and the common answer. */
function ratioTask<Options extends object = object>(method: RatioMethod<Options>): RegisteredTask {
  const shape = () => ({
    ...methodShape(),
    ...(method.usual ? normalisationShape() : {}),
    ...(method.shape?.() ?? {}),
  });
  return defineTask({
    name: method.name,
    version: '1',
    options: () => z.strictObject(shape()) as unknown as z.ZodType<CommonOptions & Options>,
    run: (problem: DecisionProblem, options: CommonOptions & Options, context: TaskContext) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const wrong = method.need?.(prepared.value) ?? [];
      if (wrong.length > 0) return refuse(wrong);
      const table = method.usual
        ? normalised(prepared.value, options, method.usual)
        : accept({ table: prepared.value.values, conventions: {} });
      if (!table.ok) return table;
      const worked = method.work(prepared.value, table.value.table, options);
      if (!worked.ok) return worked;
      if (worked.value.scores.some((score) => !Number.isFinite(score)))
        return refuse([refusal('method-no-spread', context.path, { method: method.name })]);
      const { scores, extra, tables } = worked.value;
      return accept(
        rankedAnswer(prepared.value, {
          method: method.name,
          scores,
          best: method.best,
          rankReversal: method.rankReversal ?? 'possible',
          conventions: { ...table.value.conventions, ...method.conventions?.(options) },
          extra,
          tables: () => ({
            ...(method.usual ? { normalised: criteriaTable(prepared.value, table.value.table) } : {}),
            ...tables?.(),
          }),
        }),
      );
    },
  });
}

const positive = (prepared: Prepared) => signRefusals(prepared, prepared.values, 'positive');
const nonNegative = (prepared: Prepared) => signRefusals(prepared, prepared.values, 'non-negative');
const zip = (columns: Readonly<Record<string, readonly number[]>>): readonly Readonly<Record<string, number>>[] => {
  const [first] = Object.values(columns);
  return (first ?? []).map((_, i) => Object.fromEntries(Object.entries(columns).map(([key, xs]) => [key, xs[i]!])));
};
/** After any inversion but `keep` every column is to be maximised. */
const facing = (prepared: Prepared, options: NormalisationOptions, usual: 'keep' | 'inverted') =>
  (options.inversion ?? usual) === 'keep' ? prepared.directions : prepared.directions.map(() => 'maximise' as const);

const arasTask = () =>
  ratioTask({
    name: 'aras',
    best: 'highest',
    need: positive,
    work: ({ weights, directions }, table) => {
      const { optimality, degree } = aras(table, weights, directions);
      return accept({ scores: degree, extra: zip({ optimality }) });
    },
  });

const coprasTask = () =>
  ratioTask({
    name: 'copras',
    best: 'highest',
    need: positive,
    work: ({ weights, directions }, table) => {
      const { benefit, cost, significance, utility } = copras(table, weights, directions);
      return accept({ scores: utility, extra: zip({ benefit, cost, significance }) });
    },
  });

const mooraTask = () =>
  ratioTask<{ readonly variant?: 'ratio' | 'reference-point' }>({
    name: 'moora',
    best: 'highest',
    shape: () => ({ variant: z.enum(['ratio', 'reference-point']).optional() }),
    usual: { normalisation: 'vector', inversion: 'keep' },
    conventions: ({ variant }) => ({
      variant: variant ?? 'ratio',
      ...(variant === 'reference-point' ? { score: 'minus-the-largest-distance-to-the-reference-point' } : {}),
    }),
    work: (prepared, table, options) => {
      const { weights } = prepared;
      const { ratio, referenceDistance } = moora(table, weights, facing(prepared, options, 'keep'));
      const scores = options.variant === 'reference-point' ? referenceDistance.map((d) => (d === 0 ? 0 : -d)) : ratio;
      return accept({ scores, extra: zip({ ratio, referenceDistance }) });
    },
  });

/**
 * MULTIMOORA: the three systems side by side. The score counts the alternatives that one is ahead of in the majority of the three
 * rankings (Brauers & Zavadskas 2012, Informatica 23:1–25: dominance).
 */
const multimooraTask = () =>
  ratioTask({
    name: 'multimoora',
    best: 'highest',
    need: positive,
    usual: { normalisation: 'vector', inversion: 'keep' },
    conventions: () => ({
      score: 'number-it-is-ahead-of-in-most-of-the-three-rankings',
      multiplicativeForm: 'natural-logarithm',
    }),
    work: (prepared, table, options) => {
      const { weights, alternativeIds: ids, ties, tieTolerance: tolerance } = prepared;
      const { ratio, referenceDistance, logMultiplicative } = moora(table, weights, facing(prepared, options, 'keep'));
      const rank = (xs: readonly number[], best: 'highest' | 'lowest') =>
        rankBy(ids, xs, { best, ties, tolerance }).ranks;
      const rankRatio = rank(ratio, 'highest');
      const rankReference = rank(referenceDistance, 'lowest');
      const rankMultiplicative = rank(logMultiplicative, 'highest');
      const rankings = [rankRatio, rankReference, rankMultiplicative];
      const lead = (a: number, b: number) => rankings.reduce((sum, ranks) => sum + Math.sign(ranks[b]! - ranks[a]!), 0);
      return accept({
        scores: ids.map((_, a) => ids.filter((_, b) => lead(a, b) > 0).length),
        extra: zip({ ratio, referenceDistance, logMultiplicative, rankRatio, rankReference, rankMultiplicative }),
      });
    },
  });

const edasTask = () =>
  ratioTask({
    name: 'edas',
    best: 'highest',
    need: (prepared) => {
      const negative = nonNegative(prepared);
      if (negative.length > 0) return negative;
      const zero = prepared.criterionIds.findIndex((_, j) => prepared.values.every((row) => row[j] === 0));
      if (zero < 0) return [];
      return [
        refusal('method-needs-positive', prepared.columnPaths[zero]!, {
          criterion: prepared.criterionIds[zero]!,
          value: 0,
        }),
      ];
    },
    work: ({ weights, directions, criterionIds }, table) => {
      const { average, positive: above, negative: below, appraisal } = edas(table, weights, directions);
      return accept({
        scores: appraisal,
        extra: zip({ positiveDistance: above, negativeDistance: below }),
        tables: () => ({ average: { rows: ['average'], columns: criterionIds, values: [average] } }),
      });
    },
  });

const codasTask = () =>
  ratioTask<{ readonly threshold?: number }>({
    name: 'codas',
    best: 'highest',
    shape: () => ({ threshold: z.number().min(0).optional() }),
    usual: { normalisation: 'max', inversion: 'reciprocal' },
    conventions: ({ threshold }) => ({ threshold: threshold ?? 0.02 }),
    work: ({ weights, alternativeIds }, table, { threshold }) => {
      const { euclidean, taxicab, assessment, score } = codas(table, weights, threshold ?? 0.02);
      return accept({
        scores: score,
        extra: zip({ euclidean, taxicab }),
        tables: () => ({ assessment: { rows: alternativeIds, columns: alternativeIds, values: assessment } }),
      });
    },
  });

const cocosoTask = () =>
  ratioTask<{ readonly lambda?: number }>({
    name: 'cocoso',
    best: 'highest',
    shape: () => ({ lambda: z.number().min(0).max(1).optional() }),
    usual: { normalisation: 'min-max' },
    conventions: ({ lambda }) => ({ lambda: lambda ?? 0.5 }),
    work: (prepared, table, { lambda }) => {
      const negative = signRefusals(prepared, table, 'non-negative');
      if (negative.length > 0) return refuse(negative);
      const { s, p, ka, kb, kc, score } = cocoso(table, prepared.weights, lambda ?? 0.5);
      return accept({ scores: score, extra: zip({ s, p, ka, kb, kc }) });
    },
  });

const mabacTask = () =>
  ratioTask({
    name: 'mabac',
    best: 'highest',
    usual: { normalisation: 'min-max' },
    work: (prepared, table) => {
      const { border, distances, score } = mabac(table, prepared.weights);
      return accept({
        scores: score,
        tables: () => ({
          border: { rows: ['border'], columns: prepared.criterionIds, values: [border] },
          distances: criteriaTable(prepared, distances),
        }),
      });
    },
  });

const maircaTask = () =>
  ratioTask({
    name: 'mairca',
    best: 'lowest',
    usual: { normalisation: 'min-max' },
    work: (prepared, table) => {
      const { gaps, score } = mairca(table, prepared.weights);
      return accept({ scores: score, tables: () => ({ gaps: criteriaTable(prepared, gaps) }) });
    },
  });

const marcosTask = () =>
  ratioTask({
    name: 'marcos',
    best: 'highest',
    need: positive,
    work: ({ weights, directions }, table) => {
      const { toIdeal, toAntiIdeal, score } = marcos(table, weights, directions);
      return accept({ scores: score, extra: zip({ toIdeal, toAntiIdeal }) });
    },
  });

const ocraTask = () =>
  ratioTask({
    name: 'ocra',
    best: 'highest',
    need: positive,
    work: ({ weights, directions }, table) => {
      const { benefit, cost, score } = ocra(table, weights, directions);
      return accept({ scores: score, extra: zip({ benefit, cost }) });
    },
  });

const probidTask = () =>
  ratioTask<{ readonly simplified?: boolean }>({
    name: 'probid',
    best: 'highest',
    shape: () => ({ simplified: z.boolean().optional() }),
    usual: { normalisation: 'vector', inversion: 'keep' },
    conventions: ({ simplified }) => ({ simplified: simplified ?? false }),
    work: (prepared, table, options) => {
      const directions = facing(prepared, options, 'keep');
      const result = probid(table, prepared.weights, directions, options.simplified ?? false);
      const { toPositiveIdeals, toNegativeIdeals, toMean, score } = result;
      return accept({ scores: score, extra: zip({ toPositiveIdeals, toNegativeIdeals, toMean }) });
    },
  });

interface SpotisOptions {
  readonly bounds?: readonly (readonly [number, number])[] | Readonly<Record<string, readonly [number, number]>>;
  readonly ideal?: readonly number[] | Readonly<Record<string, number>>;
}

/** SPOTIS needs the bounds of every criterion: from the task, or else from the criteria's scales. */
const spotisTask = () =>
  defineTask({
    name: 'spotis',
    version: '1',
    options: () =>
      z.strictObject({
        ...methodShape(),
        bounds: boundsOption(),
        ideal: z.union([z.array(z.number()), z.record(z.string(), z.number())]).optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const { criterionIds: ids, directions, values, weights } = prepared.value;
      const { bounds, ideal } = options as SpotisOptions;
      const never = (_: unknown): _ is number => false;
      const points = spreadOption<number, null>(ideal, never, ids, null, [...context.path, 'ideal']);
      if (!points.ok) return points;
      const pairs = boundsOf(bounds, problem, context.path);
      if (!pairs.ok) return pairs;
      const goals = ids.map((_, j) => points.value[j] ?? pairs.value[j]![directions[j] === 'maximise' ? 1 : 0]);
      const { distances, score } = spotis(values, weights, pairs.value, goals);
      return accept(
        rankedAnswer(prepared.value, {
          method: 'spotis',
          scores: score,
          best: 'lowest',
          rankReversal: 'impossible',
          tables: () => ({
            distances: criteriaTable(prepared.value, distances),
            ideal: { rows: ['ideal'], columns: ids, values: [goals] },
          }),
        }),
      );
    },
  });

export const ratioTasks = (): readonly RegisteredTask[] => [
  arasTask(),
  coprasTask(),
  mooraTask(),
  multimooraTask(),
  edasTask(),
  codasTask(),
  cocosoTask(),
  mabacTask(),
  maircaTask(),
  marcosTask(),
  ocraTask(),
  spotisTask(),
  probidTask(),
];
