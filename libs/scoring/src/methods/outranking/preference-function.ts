import { z } from 'zod';

/**
 * The six generalised criteria of Brans: how much a lead d of one alternative over another counts, from 0 to 1.
 * `usual` 1 as soon as d > 0; `u-shape` 1 when d > q; `v-shape` d/p up to p; `level` ½ between q and p; `linear` from 0 at q to 1 at p;
 * `gaussian` 1 − e^(−d²/2s²). At a threshold itself the lower value holds.
 */
export type PreferenceFunction =
  | { readonly type: 'usual' }
  | { readonly type: 'u-shape'; readonly q: number }
  | { readonly type: 'v-shape'; readonly p: number }
  | { readonly type: 'level'; readonly q: number; readonly p: number }
  | { readonly type: 'linear'; readonly q: number; readonly p: number }
  | { readonly type: 'gaussian'; readonly s: number };

export const preferenceTypes = ['usual', 'u-shape', 'v-shape', 'level', 'linear', 'gaussian'] as const;

export const preferenceFunctionSchema = () =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('usual') }),
    z.strictObject({ type: z.literal('u-shape'), q: z.number().min(0) }),
    z.strictObject({ type: z.literal('v-shape'), p: z.number().min(0) }),
    z.strictObject({ type: z.literal('level'), q: z.number().min(0), p: z.number().min(0) }),
    z.strictObject({ type: z.literal('linear'), q: z.number().min(0), p: z.number().min(0) }),
    z.strictObject({ type: z.literal('gaussian'), s: z.number().positive() }),
  ]);

/**
 * The preference that a lead gives, in [0, 1].
 *
 * Edges   d ≤ 0 gives 0. `v-shape` with p = 0 and `linear` with p = q are steps.
 * Source  Brans & Vincke 1985, Management Science 31:647–656.
 * @example preference({ type: 'linear', q: 1, p: 3 }, 2) // => 0.5
 */
export function preference(f: PreferenceFunction, lead: number): number {
  if (lead <= 0) return 0;
  switch (f.type) {
    case 'usual':
      return 1;
    case 'u-shape':
      return lead > f.q ? 1 : 0;
    case 'v-shape':
      return lead > f.p ? 1 : lead / f.p;
    case 'level':
      return lead > f.p ? 1 : lead > f.q ? 0.5 : 0;
    case 'linear':
      return lead > f.p ? 1 : lead > f.q ? (lead - f.q) / (f.p - f.q) : 0;
    case 'gaussian':
      return -Math.expm1(-(lead * lead) / (2 * f.s * f.s));
  }
}
