import { quickNormalDistribution } from '../numbers/normal-table';

/**
 * Adds to `target` (units × ranks) the distribution of each unit's rank when the effects are independent normal variables.
 *
 * Method  Given that unit i has the value t, its rank is 1 + how many of the others exceed t: a sum of independent yes-or-no
 *         variables, whose distribution is built once for all units and has unit i taken out again. Then t is integrated by the
 *         trapezoid rule, which for such integrands is exact to about 1e-9 at this step.
 * Shapes  means, deviations: one per unit, deviations > 0. weight: what the whole distribution counts.
 * Source  Poisson binomial by convolution: Barlow & Heidtmann, IEEE Trans. Reliability 33 (1984). Cost O(points × units²).
 */
export function addRankDistribution(
  target: Float64Array,
  means: Float64Array,
  deviations: Float64Array,
  weight: number,
): void {
  const n = means.length;
  let lowest = Infinity;
  let highest = -Infinity;
  let narrowest = Infinity;
  for (let i = 0; i < n; i += 1) {
    const reach = 6.5 * (deviations[i] as number);
    lowest = Math.min(lowest, (means[i] as number) - reach);
    highest = Math.max(highest, (means[i] as number) + reach);
    narrowest = Math.min(narrowest, deviations[i] as number);
  }
  const points = Math.min(2000, Math.max(8, Math.ceil((highest - lowest) / (0.35 * narrowest)) + 1));
  const step = (highest - lowest) / (points - 1);
  const above = new Float64Array(n);
  const all = new Float64Array(n + 2);
  const others = new Float64Array(n + 1);
  for (let point = 0; point < points; point += 1) {
    const t = lowest + point * step;
    for (let k = 0; k < n; k += 1)
      above[k] = quickNormalDistribution(((means[k] as number) - t) / (deviations[k] as number));
    const band = countDistribution(above, all);
    for (let i = 0; i < n; i += 1) {
      const z = (t - (means[i] as number)) / (deviations[i] as number);
      if (Math.abs(z) > 6.5) continue;
      const mass = (weight * step * Math.exp(-0.5 * z * z)) / ((deviations[i] as number) * Math.sqrt(2 * Math.PI));
      const [from, to] = withoutOne(all, band, above[i] as number, others);
      const row = i * n;
      for (let r = from; r <= to; r += 1) target[row + r] = (target[row + r] as number) + mass * (others[r] as number);
    }
  }
}

/** The counts that have any probability to speak of, both ends counted. */
type Band = readonly [from: number, to: number];

/** Probabilities below this are dropped at the ends: they cannot reach a figure. */
const negligible = 1e-18;

/** all[c] = probability that exactly c of the independent events happen, for c in the band; 0 right outside it. */
function countDistribution(probabilities: Float64Array, all: Float64Array): Band {
  let from = 0;
  let to = 0;
  all[0] = 1;
  for (let k = 0; k < probabilities.length; k += 1) {
    const p = probabilities[k] as number;
    const q = 1 - p;
    all[to + 1] = (all[to] as number) * p;
    for (let c = to; c > from; c -= 1) all[c] = (all[c] as number) * q + (all[c - 1] as number) * p;
    all[from] = (all[from] as number) * q;
    to += 1;
    while (to > from && (all[to] as number) < negligible) to -= 1;
    while (from < to && (all[from] as number) < negligible) from += 1;
  }
  return [from, to];
}

/** The distribution with one event of probability p taken out, divided from the end where that is stable; and its band. */
function withoutOne(all: Float64Array, [from, to]: Band, p: number, others: Float64Array): Band {
  const n = others.length - 1;
  if (p <= 0.5) {
    let previous = 0;
    const last = Math.min(to, n - 1);
    for (let c = from; c <= last; c += 1) {
      previous = ((all[c] as number) - p * previous) / (1 - p);
      others[c] = previous;
    }
    return [from, last];
  }
  let next = 0;
  const first = Math.max(0, from - 1);
  for (let c = to - 1; c >= first; c -= 1) {
    next = ((c + 1 >= from ? (all[c + 1] as number) : 0) - (1 - p) * next) / p;
    others[c] = next;
  }
  return [first, to - 1];
}
