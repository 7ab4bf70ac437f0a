import type { HalfSpace } from './affine-hull';

/**
 * How weights are drawn uniformly from a region. Plain JSON, so that it can be sent to a worker thread.
 * `fixed`, `simplex` and `linear-extension` are exact; `rejection` is exact too, at the price of draws thrown away;
 * `hit-and-run` is a random walk whose distribution tends to the uniform one.
 */
export type WeightSampler =
  | { readonly kind: 'fixed'; readonly weights: readonly number[] }
  /** The region is the simplex spanned by these points: a random mixture of them. */
  | { readonly kind: 'simplex'; readonly vertices: readonly (readonly number[])[] }
  /** A partial order of importance: sorted weights given to a random order that respects it. `above[c]`: bits of those ≥ c. */
  | { readonly kind: 'linear-extension'; readonly above: readonly number[] }
  /** Draws of the proposal are kept when they satisfy all the rows; `acceptance` is the share kept in a pilot run. */
  | {
      readonly kind: 'rejection';
      readonly proposal: ExactSampler;
      readonly halfSpaces: readonly HalfSpace[];
      readonly acceptance: number;
    }
  | HitAndRun;

export type ExactSampler = Extract<WeightSampler, { readonly kind: 'simplex' | 'linear-extension' }>;

/** A random walk inside a convex region; chains of `chainLength` samples start afresh at the centre, each with its own numbers. */
export interface HitAndRun {
  readonly kind: 'hit-and-run';
  readonly centre: readonly number[];
  /** Directions in weight space, scaled so that the region is about equally wide along all of them. */
  readonly directions: readonly (readonly number[])[];
  readonly halfSpaces: readonly HalfSpace[];
  /** Steps between two samples. */
  readonly thinning: number;
  /** Steps before the first sample of a chain. */
  readonly burnIn: number;
  readonly chainLength: number;
}
