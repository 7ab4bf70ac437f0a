import { z } from 'zod';
import { normalisations } from '../methods/common/normalise';

/** One number per criterion: an array in criterion order, or an object by criterion id. */
export const perCriterionSchema = () => z.union([z.array(z.number()), z.record(z.string(), z.number())]);
export type PerCriterion = z.infer<ReturnType<typeof perCriterionSchema>>;

/** A ratio judgement: a number, or a fraction as text (`"1/3"`). */
export const judgementSchema = () => z.union([z.number(), z.string().regex(/^\s*\d+(\.\d+)?\s*\/\s*\d+(\.\d+)?\s*$/)]);

/** Pairwise judgements: a full square matrix, its upper triangle row by row, or a list `[a, b, how many times a beats b]`. */
export const pairwiseSchema = () =>
  z.union([
    z.array(z.array(judgementSchema())),
    z.strictObject({ upper: z.array(judgementSchema()) }),
    z.strictObject({ judgements: z.array(z.tuple([z.string(), z.string(), judgementSchema()])) }),
  ]);
export type PairwiseInput = z.infer<ReturnType<typeof pairwiseSchema>>;

export const ahpPrioritisations = ['eigenvector', 'geometric-mean', 'column-mean'] as const;
export type AhpPrioritisation = (typeof ahpPrioritisations)[number];
export const randomIndexTables = ['saaty-1980', 'saaty-tran-2007', 'alonso-lamata-2006'] as const;
export type RandomIndexTable = (typeof randomIndexTables)[number];
export const rankWeightMethods = ['roc', 'rank-sum', 'rank-reciprocal', 'rank-exponent'] as const;
export const representativeWeights = ['vertex-centroid', 'chebyshev-centre'] as const;

/** A linear statement about weights: as text (`"w(early) >= 2*w(durability)"`) or as coefficients. */
export const weightStatementSchema = () =>
  z.union([
    z.string().min(1),
    z.strictObject({ id: z.string().min(1).optional(), statement: z.string().min(1) }),
    z.strictObject({
      id: z.string().min(1).optional(),
      coefficients: z.record(z.string(), z.number()),
      relation: z.enum(['>=', '<=', '=']),
      constant: z.number().optional(),
    }),
  ]);
export type WeightStatementInput = z.infer<ReturnType<typeof weightStatementSchema>>;

const ranking = () => z.array(z.union([z.string(), z.array(z.string()).min(1)])).min(1);

/** Methods that may be given by their name alone. */
export const optionlessWeights = [
  'equal',
  'entropy',
  'critic',
  'merec',
  'standard-deviation',
  'variance',
  'gini',
  'angle',
  'cilos',
  'idocriw',
] as const;

/** The elicited and computed ways to weights; see docs/formats/decision-problem.md, "Weights". */
export const weightMethodSchema = () =>
  z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('equal') }),
    z.strictObject({ method: z.literal('direct'), values: perCriterionSchema() }),
    z.strictObject({ method: z.literal('swing'), points: perCriterionSchema() }),
    z.strictObject({ method: z.literal('smart'), ratings: perCriterionSchema() }),
    z.strictObject({
      method: z.enum(rankWeightMethods),
      ranking: ranking().optional(),
      ranks: perCriterionSchema().optional(),
      exponent: z.number().min(0).optional(),
    }),
    z.strictObject({
      method: z.literal('ahp'),
      pairwise: pairwiseSchema(),
      prioritisation: z.enum(ahpPrioritisations).optional(),
      randomIndex: z.enum(randomIndexTables).optional(),
    }),
    z.strictObject({
      method: z.literal('bwm'),
      bestToOthers: perCriterionSchema(),
      othersToWorst: perCriterionSchema(),
      model: z.enum(['linear', 'nonlinear']).optional(),
    }),
    z.strictObject({ method: z.literal('entropy') }),
    z.strictObject({
      method: z.literal('critic'),
      correlation: z.enum(['pearson', 'spearman']).optional(),
      normalisation: z.enum(normalisations).optional(),
    }),
    z.strictObject({ method: z.literal('merec') }),
    z.strictObject({ method: z.literal('standard-deviation'), normalisation: z.enum(normalisations).optional() }),
    z.strictObject({ method: z.literal('variance'), normalisation: z.enum(normalisations).optional() }),
    z.strictObject({ method: z.literal('gini') }),
    z.strictObject({ method: z.literal('angle') }),
    z.strictObject({ method: z.literal('cilos') }),
    z.strictObject({ method: z.literal('idocriw') }),
    z.strictObject({
      method: z.literal('statements'),
      statements: z.array(weightStatementSchema()).optional(),
      intervals: z.record(z.string(), z.tuple([z.number(), z.number()])).optional(),
      representative: z.enum(representativeWeights).optional(),
    }),
  ]);

/** Weights as written in the file: numbers (direct), the name of a method without options, or a method with its judgements. */
export const weightSpecSchema = () =>
  z.union([z.array(z.number()), z.enum(optionlessWeights), weightMethodSchema(), z.record(z.string(), z.number())]);
export type WeightSpecInput = z.infer<ReturnType<typeof weightSpecSchema>>;

/** Weights in one shape: always a method with its judgements. */
export type WeightSpec = z.infer<ReturnType<typeof weightMethodSchema>>;

/** The written weights in their one shape. */
export function weightSpecOf(input: WeightSpecInput): WeightSpec {
  if (Array.isArray(input)) return { method: 'direct', values: input };
  if (typeof input === 'string') return { method: input };
  if (typeof input.method === 'string') return input as WeightSpec;
  return { method: 'direct', values: input as Record<string, number> };
}
