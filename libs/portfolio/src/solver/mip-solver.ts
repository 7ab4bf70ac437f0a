/**
 * A mixed integer linear program as arrays of finite numbers: maximise Σ objective·x with rowLower ≤ A·x ≤ rowUpper and
 * lower ≤ x ≤ upper, x_j whole where `integer[j]`. Rows are compressed: row i holds the entries starts[i] .. starts[i+1]−1.
 * ±Infinity stands for a missing bound.
 */
export interface MipModel {
  readonly columns: number;
  readonly rows: number;
  readonly objective: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly integer: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly coefficients: Float64Array;
  /**
   * For the own method: towards which end each non-integer column is settled once the others are known (1 high, −1 low), where
   * that is not the sign of its objective.
   */
  readonly preference?: Float64Array;
}

export interface MipOptions {
  /** Relative gap at which the search may stop; with 0, `absoluteGap` decides. */
  readonly gap: number;
  /** Absolute gap at which the search may stop: below one unit of a whole-numbered objective, gap 0 is proven. */
  readonly absoluteGap: number;
  readonly timeLimitSeconds: number;
  readonly seed: number;
  /** A feasible point to start from. */
  readonly start?: Float64Array;
  /** False: without simplifying the model first. For a second try when the first contradicted itself. */
  readonly presolve?: boolean;
}

/**
 * `optimal`: proven within the gap asked for. `feasible`: stopped by the time limit with a point. `infeasible`: proven.
 * `unknown`: stopped without a point, or the solver gave up.
 */
export type MipStatus = 'optimal' | 'feasible' | 'infeasible' | 'unbounded' | 'unknown';

export interface MipAnswer {
  readonly status: MipStatus;
  /** Recomputed from the values; null without a point. */
  readonly objective: number | null;
  /** No point can be better than this; null when nothing is proven. */
  readonly bound: number | null;
  readonly gap: number | null;
  readonly values: Float64Array | null;
}

/** What the engine asks of an established solver. Answers are never trusted: callers check them in whole numbers. */
export interface MipSolver {
  readonly name: string;
  readonly version: string;
  readonly solve: (model: MipModel, options: MipOptions) => Promise<MipAnswer>;
}
