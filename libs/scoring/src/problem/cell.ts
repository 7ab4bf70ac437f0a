import { z } from 'zod';

/** One performance: how an alternative does on a criterion, and how surely that is known. */
export type Cell =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'cannot_judge' }
  | { readonly kind: 'interval'; readonly low: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'discrete'; readonly outcomes: readonly (readonly [value: number, probability: number])[] };

/** A cell as written in the file: a number, `null` (missing), `"cannot_judge"`, or an uncertain value. */
export const cellSchema = () =>
  z.union([
    z.number(),
    z.null(),
    z.literal('cannot_judge'),
    z.strictObject({ interval: z.tuple([z.number(), z.number()]) }),
    z.strictObject({ normal: z.tuple([z.number(), z.number()]) }),
    z.strictObject({ triangular: z.tuple([z.number(), z.number(), z.number()]) }),
    z.strictObject({ discrete: z.array(z.tuple([z.number(), z.number()])).min(1) }),
  ]);
export type CellInput = z.infer<ReturnType<typeof cellSchema>>;

/** What is wrong with an uncertain cell, as the name of a rule; null when nothing is. */
export function cellFault(input: CellInput): string | null {
  if (input === null || typeof input !== 'object') return null;
  if ('interval' in input) return input.interval[0] <= input.interval[1] ? null : 'interval-reversed';
  if ('normal' in input) return input.normal[1] >= 0 ? null : 'negative-standard-deviation';
  if ('triangular' in input) {
    const [low, mode, high] = input.triangular;
    return low <= mode && mode <= high ? null : 'triangular-out-of-order';
  }
  if (input.discrete.some(([, probability]) => probability < 0)) return 'negative-probability';
  const total = input.discrete.reduce((sum, [, probability]) => sum + probability, 0);
  return Math.abs(total - 1) <= 1e-9 ? null : 'probabilities-do-not-sum-to-1';
}

/** The written cell as a value to compute with. Check it with `cellFault` first. */
export function cellOf(input: CellInput): Cell {
  if (input === null) return { kind: 'missing' };
  if (input === 'cannot_judge') return { kind: 'cannot_judge' };
  if (typeof input === 'number') return { kind: 'number', value: input };
  if ('interval' in input) return { kind: 'interval', low: input.interval[0], high: input.interval[1] };
  if ('normal' in input) return { kind: 'normal', mean: input.normal[0], sd: input.normal[1] };
  if ('triangular' in input) {
    const [low, mode, high] = input.triangular;
    return { kind: 'triangular', low, mode, high };
  }
  return { kind: 'discrete', outcomes: input.discrete };
}

/**
 * The expected value of a cell; null when it is missing or could not be judged.
 *
 * Rule    interval: midpoint; normal: mean; triangular: (low + mode + high) / 3; discrete: probability-weighted mean.
 */
export function expectedPerformance(cell: Cell): number | null {
  switch (cell.kind) {
    case 'number':
      return cell.value;
    case 'interval':
      return (cell.low + cell.high) / 2;
    case 'normal':
      return cell.mean;
    case 'triangular':
      return (cell.low + cell.mode + cell.high) / 3;
    case 'discrete':
      return cell.outcomes.reduce((sum, [value, probability]) => sum + value * probability, 0);
    default:
      return null;
  }
}
