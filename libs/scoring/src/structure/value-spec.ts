import { z } from 'zod';

/** What a value function does with a performance outside its range: use the nearest end, go on along the last piece, or refuse. */
export const outOfRangePolicies = ['clip', 'extrapolate', 'refuse'] as const;
export type OutOfRange = (typeof outOfRangePolicies)[number];

const outOfRange = () => z.enum(outOfRangePolicies).optional();

/**
 * How a performance becomes a partial value, 1 best and 0 worst. Every form is explained in docs/formats/decision-problem.md.
 * `outOfRange` defaults to `clip` and is stated in the result.
 */
export const valueSpecSchema = () =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('identity') }),
    z.strictObject({ type: z.literal('linear'), worst: z.number(), best: z.number(), outOfRange: outOfRange() }),
    z.strictObject({
      type: z.literal('piecewise'),
      points: z.array(z.tuple([z.number(), z.number()])).min(2),
      outOfRange: outOfRange(),
    }),
    z.strictObject({
      type: z.literal('stepped'),
      steps: z.array(z.tuple([z.number(), z.number()])).min(1),
      below: z.number().optional(),
    }),
    z.strictObject({
      type: z.literal('exponential'),
      worst: z.number(),
      best: z.number(),
      rho: z.number().optional(),
      midpoint: z.number().optional(),
      outOfRange: outOfRange(),
    }),
    z.strictObject({
      type: z.literal('target'),
      ideal: z.union([z.number(), z.tuple([z.number(), z.number()])]),
      acceptable: z.tuple([z.number(), z.number()]),
    }),
    z.strictObject({ type: z.literal('levels'), values: z.array(z.tuple([z.number(), z.number()])).min(1) }),
    z.strictObject({
      type: z.literal('formula'),
      formula: z.string().min(1),
      range: z.tuple([z.number(), z.number()]).optional(),
      monotone: z.enum(['increasing', 'decreasing']).optional(),
      outOfRange: outOfRange(),
    }),
  ]);
export type ValueSpec = z.infer<ReturnType<typeof valueSpecSchema>>;
