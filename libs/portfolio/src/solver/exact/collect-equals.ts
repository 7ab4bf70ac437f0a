import type { MipModel } from '../mip-solver';
import { Search, type Incumbents } from './branch-and-bound';
import { prepareModel, roundingMargin } from './prepared-model';
import { rootRelaxation } from './solve-exactly';

export interface Equals {
  /** Points with the objective asked for, in the order found; their auxiliary columns are settled. */
  readonly points: readonly Float64Array[];
  /** True when these are all; false when more were seen than wanted or the effort ran out first. */
  readonly complete: boolean;
}

/**
 * Every point of a whole-numbered binary program that reaches `target` (usually its optimum): the same search as
 * `solveExactly`, never closing a branch that can still reach it.
 *
 * Edges   Stops after `limit` + 1 points; then `complete` is false and the first `limit` are returned.
 */
export function collectEquals(
  input: MipModel,
  target: number,
  limit: number,
  effort: { readonly effortLimit: number; readonly shouldStop?: () => boolean },
): Equals {
  const model = prepareModel(input);
  const root = rootRelaxation(model);
  if (root === null) return { points: [], complete: true };
  const found = new Map<string, Float64Array>();
  const incumbents: Incumbents = {
    cutoff: target - roundingMargin(model, root.objective),
    offer: (values, objective) => {
      if (objective < target || found.size > limit) return false;
      found.set(binaryKey(values, model.integer), values.slice());
      return false;
    },
    done: () => found.size > limit,
  };
  const search = new Search(
    model,
    incumbents,
    { workLimit: effort.effortLimit * 1e6, shouldStop: effort.shouldStop ?? (() => false) },
    () => false,
  );
  const end = search.run(root, new Float64Array(model.columns));
  const points = [...found.values()];
  return { points: points.slice(0, limit), complete: end === 'complete' && points.length <= limit };
}

function binaryKey(values: Float64Array, integer: Uint8Array): string {
  let key = '';
  for (let j = 0; j < values.length; j += 1) if (integer[j] === 1) key += values[j] === 1 ? '1' : '0';
  return key;
}
