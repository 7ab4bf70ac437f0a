import type { Direction } from '../../problem/criterion';

/** A threshold that may grow with the performance: constant + slope × g. */
export interface Threshold {
  readonly constant: number;
  readonly slope: number;
}

/** Thresholds of one criterion: indifference q ≤ preference p (≤ veto v). Null veto: it can never block. */
export interface PseudoCriterion {
  readonly direction: Direction;
  readonly weight: number;
  readonly q: Threshold;
  readonly p: Threshold;
  readonly v: Threshold | null;
  /** Which of the two performances a growing threshold is taken at: the worse one (`direct`, as usual) or the better (`inverse`). */
  readonly mode: 'direct' | 'inverse';
}

export interface Credibility {
  readonly concordance: number;
  /** Per criterion, in [0, 1]; 1 is a veto. */
  readonly discordances: readonly number[];
  readonly partialConcordances: readonly number[];
  readonly credibility: number;
}

/**
 * How credible it is that a is at least as good as b.
 *
 * Shapes  a, b: n performances; criteria: n. Returns figures in [0, 1].
 * Rule    With D = lead of b over a: partial concordance 1 for D ≤ q, 0 for D ≥ p, linear between; discordance 0 for D ≤ p, 1 for
 *         D ≥ v, linear between. Credibility = concordance × Π over the criteria with discordance > concordance of
 *         (1 − discordance)/(1 − concordance).
 * Edges   p = q and v = p are steps (at D = p the concordance of a step is 1, discordance of a step 0).
 * Source  Roy 1978, Cahiers du CERO 20:3–24; Figueira, Mousseau & Roy 2005, ch. 4, §3.3.
 */
export function credibilityOf(
  a: readonly number[],
  b: readonly number[],
  criteria: readonly PseudoCriterion[],
): Credibility {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const partialConcordances = criteria.map((criterion, j) => {
    const lead = leadOf(b[j]!, a[j]!, criterion.direction);
    const [q, p] = [
      thresholdAt(criterion.q, a[j]!, b[j]!, criterion),
      thresholdAt(criterion.p, a[j]!, b[j]!, criterion),
    ];
    return lead <= q ? 1 : lead >= p ? 0 : (p - lead) / (p - q);
  });
  const discordances = criteria.map((criterion, j) => {
    if (!criterion.v) return 0;
    const lead = leadOf(b[j]!, a[j]!, criterion.direction);
    const [p, v] = [
      thresholdAt(criterion.p, a[j]!, b[j]!, criterion),
      thresholdAt(criterion.v, a[j]!, b[j]!, criterion),
    ];
    return lead <= p ? 0 : lead >= v ? 1 : (lead - p) / (v - p);
  });
  const concordance = partialConcordances.reduce((sum, part, j) => sum + criteria[j]!.weight * part, 0) / total;
  const credibility = discordances.reduce(
    (product, part) => (part > concordance ? (product * (1 - part)) / (1 - concordance) : product),
    concordance,
  );
  return { concordance, discordances, partialConcordances, credibility };
}

const leadOf = (better: number, than: number, direction: Direction): number =>
  direction === 'maximise' ? better - than : than - better;

function thresholdAt(
  { constant, slope }: Threshold,
  a: number,
  b: number,
  { direction, mode }: PseudoCriterion,
): number {
  if (slope === 0) return constant;
  const worse = direction === 'maximise' ? Math.min(a, b) : Math.max(a, b);
  const better = direction === 'maximise' ? Math.max(a, b) : Math.min(a, b);
  return constant + slope * (mode === 'direct' ? worse : better);
}
