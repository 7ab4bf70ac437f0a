import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import type { CriterionNode } from '../../problem/criterion';
import type { Elicitation } from '../elicited-weights';
import type { WeightSpec } from '../weight-spec';
import { chebyshevCentre, vertexCentroid } from './representative-weights';
import { weightRanges, weightRegion } from './weight-region';

/** How a point was chosen from all the weights that agree with the statements, and how far they reach. */
export interface StatementReport {
  readonly method: 'statements';
  readonly representative: 'vertex-centroid' | 'chebyshev-centre';
  readonly statements: readonly string[];
  /** Least and greatest weight of each criterion in the region. */
  readonly ranges: readonly (readonly [low: number, high: number])[];
}

/**
 * A representative point of the weights that agree with intervals and statements (`vertex-centroid` unless another is named).
 *
 * Errors  Those of `weightRegion`; `weights-too-many-corners` when the centroid cannot be had (ask for `chebyshev-centre`).
 */
export function statementWeights(
  spec: Extract<WeightSpec, { method: 'statements' }>,
  tree: readonly CriterionNode[],
  path: Path,
): Result<Elicitation> {
  const region = weightRegion(tree, spec, path);
  if (!region.ok) return region;
  const representative = spec.representative ?? 'vertex-centroid';
  const weights =
    representative === 'vertex-centroid' ? vertexCentroid(region.value) : chebyshevCentre(region.value).weights;
  if (!weights) return refuse([refusal('weights-too-many-corners', path)]);
  return accept({
    weights,
    report: {
      method: 'statements',
      representative,
      statements: region.value.statements.map(({ id }) => id),
      ranges: weightRanges(region.value),
    },
    observations: [],
  });
}
