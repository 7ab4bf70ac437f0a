import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { usualInversion, type Normalisation } from '../../methods/common/normalise';
import { normaliseTable } from '../../methods/common/normalise-table';
import type { Elicitation, ElicitationScope } from '../elicited-weights';
import { toSumOne } from '../ahp/priorities';
import type { WeightSpec } from '../weight-spec';
import {
  angleWeights,
  cilosWeights,
  criticWeights,
  entropyWeights,
  giniWeights,
  merecWeights,
  standardDeviationWeights,
  varianceWeights,
} from './objective-weights';

export type ComputedSpec = Extract<
  WeightSpec,
  {
    method: 'entropy' | 'critic' | 'merec' | 'standard-deviation' | 'variance' | 'gini' | 'angle' | 'cilos' | 'idocriw';
  }
>;

/** Weights from the data alone: which formula, on which normalisation. */
export interface ComputedReport {
  readonly method: ComputedSpec['method'];
  readonly normalisation: Normalisation;
  readonly correlation?: 'pearson' | 'spearman';
}

/** The normalisation each formula's authors used. */
const usualNormalisation: Readonly<Record<ComputedSpec['method'], Normalisation>> = {
  entropy: 'sum',
  critic: 'min-max',
  merec: 'none',
  'standard-deviation': 'min-max',
  variance: 'min-max',
  gini: 'none',
  angle: 'sum',
  cilos: 'sum',
  idocriw: 'sum',
};

/**
 * Weights computed from the performance table.
 *
 * Errors  `weights-need-table`; `weights-need-two-alternatives`; `weights-need-positive` (entropy, MEREC, Gini, angle, CILOS);
 *         `weights-no-information` when the table does not tell the criteria apart; those of the normalisation.
 */
export function computedWeights(spec: ComputedSpec, scope: ElicitationScope): Result<Elicitation> {
  const { table, path, ids } = scope;
  if (!table) return refuse([refusal('weights-need-table', path, { method: spec.method })]);
  if (table.values.length < 2) return refuse([refusal('weights-need-two-alternatives', path, { method: spec.method })]);
  const wrong = positivityRefusals(spec.method, table.values, ids, scope);
  if (wrong.length > 0) return refuse(wrong);
  const stated = 'normalisation' in spec ? spec.normalisation : undefined;
  const normalisation = stated ?? usualNormalisation[spec.method];
  // Shares of the raw column: entropy and the angle do not ask which way is better. CILOS and CRITIC do.
  const heedsDirection = spec.method !== 'entropy' && spec.method !== 'angle';
  const normalised = normaliseTable(
    table.values,
    table.directions,
    { normalisation, inversion: heedsDirection ? usualInversion[normalisation] : 'keep', constant: 'zero' },
    table.columnPaths,
  );
  if (!normalised.ok) return normalised;
  const raw = { ...table, normalised: normalised.value };
  const weights = formula(spec, raw);
  if (!weights) return refuse([refusal('weights-no-information', path, { method: spec.method })]);
  const report: ComputedReport =
    spec.method === 'critic'
      ? { method: spec.method, normalisation, correlation: spec.correlation ?? 'pearson' }
      : { method: spec.method, normalisation };
  return accept({ weights, report, observations: [] });
}

type Tables = NonNullable<ElicitationScope['table']> & { readonly normalised: readonly (readonly number[])[] };

function formula(spec: ComputedSpec, { values, normalised, directions }: Tables): readonly number[] | null {
  switch (spec.method) {
    case 'entropy':
      return entropyWeights(normalised);
    case 'critic':
      return criticWeights(normalised, spec.correlation ?? 'pearson');
    case 'merec':
      return merecWeights(values, directions);
    case 'standard-deviation':
      return standardDeviationWeights(normalised);
    case 'variance':
      return varianceWeights(normalised);
    case 'gini':
      return giniWeights(values);
    case 'angle':
      return angleWeights(normalised);
    case 'cilos':
      return cilosWeights(normalised);
    case 'idocriw':
      return integratedWeights(values, normalised);
  }
}

/** IDOCRIW: entropy weights of the raw shares times CILOS weights, scaled to sum 1 (Zavadskas & Podvezko 2016). */
function integratedWeights(
  values: readonly (readonly number[])[],
  shares: readonly (readonly number[])[],
): readonly number[] | null {
  const totals = (values[0] ?? []).map((_, j) => values.reduce((sum, row) => sum + row[j]!, 0));
  const entropy = entropyWeights(values.map((row) => row.map((value, j) => value / totals[j]!)));
  const cilos = cilosWeights(shares);
  return entropy && cilos && toSumOne(entropy.map((weight, j) => weight * cilos[j]!));
}

function positivityRefusals(
  method: ComputedSpec['method'],
  values: readonly (readonly number[])[],
  ids: readonly string[],
  { table }: ElicitationScope,
): readonly Refusal[] {
  if (method === 'critic' || method === 'standard-deviation' || method === 'variance') return [];
  const zeroAllowed = method === 'entropy' || method === 'gini' || method === 'angle';
  return ids.flatMap((id, j) => {
    const column = values.map((row) => row[j]!);
    const wrong = column.find((value) => !(zeroAllowed ? value >= 0 : value > 0));
    const empty = column.every((value) => value === 0);
    if (wrong === undefined && !empty) return [];
    return [refusal('weights-need-positive', table!.columnPaths[j]!, { method, criterion: id, value: wrong ?? 0 })];
  });
}
