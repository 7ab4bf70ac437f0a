import { z } from 'zod';
import { weightSpecSchema } from '../../weights/weight-spec';
import { gapPolicies } from '../../structure/numeric-table';
import { tieConventions } from './ranks';

/** Options of every task that reads the performance table. */
export const tableShape = () => ({
  missing: z.enum(gapPolicies).optional(),
  cannotJudge: z.enum(gapPolicies).optional(),
  uncertain: z.enum(['refuse', 'expected']).optional(),
  detail: z.boolean().optional(),
});

/** Options of every task that ends in a ranking. */
export const rankingShape = () => ({
  ties: z.enum(tieConventions).optional(),
  tieTolerance: z.number().min(0).optional(),
});

/** Options of every task that uses weights. */
export const weightShape = () => ({
  weights: weightSpecSchema().optional(),
  normaliseWeights: z.boolean().optional(),
});

/** Options that weighted ranking methods share. */
export const methodShape = () => ({ ...tableShape(), ...rankingShape(), ...weightShape() });

export type MethodOptions = z.infer<z.ZodObject<ReturnType<typeof methodShape>>>;
