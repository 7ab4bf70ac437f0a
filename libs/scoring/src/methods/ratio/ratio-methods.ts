import type { Direction } from '../../problem/criterion';
import { distance } from '../distance/topsis';

/**
 * A family of methods that score by ratios and distances on a normalised table. Every function takes plain numbers; what is
 * normalised how is said at each. Shapes throughout: values m × n, weights and directions n; results in the order of the rows.
 */
type Table = readonly (readonly number[])[];

const columnOf = (table: Table, j: number): readonly number[] => table.map((row) => row[j]!);
const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
const bestOf = (xs: readonly number[], direction: Direction): number =>
  direction === 'maximise' ? Math.max(...xs) : Math.min(...xs);
const worstOf = (xs: readonly number[], direction: Direction): number =>
  direction === 'maximise' ? Math.min(...xs) : Math.max(...xs);
const weighted = (table: Table, weights: readonly number[]): Table =>
  table.map((row) => row.map((x, j) => x * weights[j]!));

/**
 * ARAS: weighted shares of each alternative relative to an ideal one made of the best values. Values > 0; 1 is the ideal.
 * Source: Zavadskas & Turskis 2010, Technological and Economic Development of Economy 16:159–172.
 */
export function aras(values: Table, weights: readonly number[], directions: readonly Direction[]) {
  const ideal = weights.map((_, j) => bestOf(columnOf(values, j), directions[j]!));
  const facing = [ideal, ...values].map((row) => row.map((x, j) => (directions[j] === 'maximise' ? x : 1 / x)));
  const totals = weights.map((_, j) => sum(columnOf(facing, j)));
  const optimality = facing.map((row) => sum(row.map((x, j) => (weights[j]! * x) / totals[j]!)));
  return { optimality: optimality.slice(1), degree: optimality.slice(1).map((s) => s / optimality[0]!) };
}

/**
 * COPRAS: sums of weighted shares, benefits S⁺ and costs S⁻ apart; relative significance Q, and its share of the best as utility.
 * Source: Zavadskas, Kaklauskas & Sarka 1994, TEDE 1:131–139. Without cost criteria Q is S⁺.
 */
export function copras(values: Table, weights: readonly number[], directions: readonly Direction[]) {
  const totals = weights.map((_, j) => sum(columnOf(values, j)));
  const shares = values.map((row) => row.map((x, j) => (weights[j]! * x) / totals[j]!));
  const part = (direction: Direction) => shares.map((row) => sum(row.filter((_, j) => directions[j] === direction)));
  const [benefit, cost] = [part('maximise'), part('minimise')];
  const hasCost = directions.includes('minimise');
  const inverse = sum(cost.map((s) => 1 / s));
  const significance = benefit.map((s, i) => (hasCost ? s + sum(cost) / (cost[i]! * inverse) : s));
  const best = Math.max(...significance);
  return { benefit, cost, significance, utility: significance.map((q) => q / best) };
}

/**
 * MOORA's three systems on the vector-normalised weighted table: ratio (benefits − costs, higher better), reference point (largest
 * distance to the best, lower better), and full multiplicative form (Π benefits / Π costs, higher better; unweighted exponents).
 * Source: Brauers & Zavadskas 2006, Control & Cybernetics 35:445–469; 2010, TEDE 16:5–24.
 */
export function moora(normalised: Table, weights: readonly number[], directions: readonly Direction[]) {
  const table = weighted(normalised, weights);
  const sign = (j: number) => (directions[j] === 'maximise' ? 1 : -1);
  const ratio = table.map((row) => sum(row.map((x, j) => sign(j) * x)));
  const reference = weights.map((_, j) => bestOf(columnOf(table, j), directions[j]!));
  const referenceDistance = table.map((row) => Math.max(...row.map((x, j) => Math.abs(reference[j]! - x))));
  const logMultiplicative = table.map((row) => sum(row.map((x, j) => sign(j) * Math.log(x))));
  return { ratio, reference, referenceDistance, logMultiplicative };
}

/**
 * EDAS: positive and negative distance from the average, each as a share of the largest. Averages must be > 0.
 * Source: Keshavarz Ghorabaee, Zavadskas, Olfat & Turskis 2015, Informatica 26:435–451.
 */
export function edas(values: Table, weights: readonly number[], directions: readonly Direction[]) {
  const average = weights.map((_, j) => sum(columnOf(values, j)) / values.length);
  const lead = (x: number, j: number) => (directions[j] === 'maximise' ? x - average[j]! : average[j]! - x);
  const side = (sign: 1 | -1) =>
    values.map((row) => sum(row.map((x, j) => (weights[j]! * Math.max(0, sign * lead(x, j))) / average[j]!)));
  const [positive, negative] = [side(1), side(-1)];
  const [mostPositive, mostNegative] = [Math.max(...positive), Math.max(...negative)];
  const shareOf = (xs: readonly number[], most: number, i: number) => (most === 0 ? 0 : xs[i]! / most);
  const appraisal = values.map(
    (_, i) => (shareOf(positive, mostPositive, i) + (1 - shareOf(negative, mostNegative, i))) / 2,
  );
  return { average, positive, negative, appraisal };
}

/**
 * CODAS: Euclidean distance from the worst point; where two are closer than the threshold only that counts, else the taxicab
 * distance too. Normalised: higher better. Source: Keshavarz Ghorabaee et al. 2016, Economic Computation 50(3):25–44.
 */
export function codas(normalised: Table, weights: readonly number[], threshold: number) {
  const table = weighted(normalised, weights);
  const worst = weights.map((_, j) => Math.min(...columnOf(table, j)));
  const euclidean = table.map((row) => distance(row, worst, 'euclidean'));
  const taxicab = table.map((row) => distance(row, worst, 'manhattan'));
  const assessment = table.map((_, i) =>
    table.map((_, k) => {
      const gap = euclidean[i]! - euclidean[k]!;
      return gap + (Math.abs(gap) >= threshold ? taxicab[i]! - taxicab[k]! : 0);
    }),
  );
  return { euclidean, taxicab, assessment, score: assessment.map(sum) };
}

/**
 * CoCoSo: three compromises of the weighted sum S and the sum of powers P. Normalised to [0, 1], higher better.
 * Source: Yazdani, Zarate, Zavadskas & Turskis 2019, Management Decision 57:2501–2519.
 */
export function cocoso(normalised: Table, weights: readonly number[], lambda: number) {
  const s = normalised.map((row) => sum(row.map((x, j) => weights[j]! * x)));
  const p = normalised.map((row) => sum(row.map((x, j) => x ** weights[j]!)));
  const total = sum(s) + sum(p);
  const [minS, minP, maxS, maxP] = [Math.min(...s), Math.min(...p), Math.max(...s), Math.max(...p)];
  const ka = s.map((value, i) => (p[i]! + value) / total);
  const kb = s.map((value, i) => value / minS + p[i]! / minP);
  const kc = s.map((value, i) => (lambda * value + (1 - lambda) * p[i]!) / (lambda * maxS + (1 - lambda) * maxP));
  const score = ka.map((a, i) => Math.cbrt(a * kb[i]! * kc[i]!) + (a + kb[i]! + kc[i]!) / 3);
  return { s, p, ka, kb, kc, score };
}

/**
 * MABAC: distance of w(r + 1) from the border area (geometric mean per criterion). Normalised min-max, higher better.
 * Source: Pamučar & Ćirović 2015, Expert Systems with Applications 42:3016–3028.
 */
export function mabac(normalised: Table, weights: readonly number[]) {
  const table = normalised.map((row) => row.map((x, j) => weights[j]! * (x + 1)));
  const border = weights.map((_, j) => columnOf(table, j).reduce((product, x) => product * x ** (1 / table.length), 1));
  const distances = table.map((row) => row.map((x, j) => x - border[j]!));
  return { border, distances, score: distances.map(sum) };
}

/**
 * MAIRCA: the gap between the theoretical (w/m) and the real ponder; lower is better. Normalised min-max, higher better.
 * Source: Pamučar, Vasin & Lukovac 2014, XVI RAILCON, 89–92.
 */
export function mairca(normalised: Table, weights: readonly number[]) {
  const theoretical = weights.map((weight) => weight / normalised.length);
  const gaps = normalised.map((row) => row.map((x, j) => theoretical[j]! * (1 - x)));
  return { theoretical, gaps, score: gaps.map(sum) };
}

/**
 * MARCOS: utility relative to the ideal and the anti-ideal alternative. Values > 0.
 * Source: Stević, Pamučar, Puška & Chatterjee 2020, Computers & Industrial Engineering 140:106231.
 */
export function marcos(values: Table, weights: readonly number[], directions: readonly Direction[]) {
  const ideal = weights.map((_, j) => bestOf(columnOf(values, j), directions[j]!));
  const antiIdeal = weights.map((_, j) => worstOf(columnOf(values, j), directions[j]!));
  const strength = (row: readonly number[]) =>
    sum(row.map((x, j) => weights[j]! * (directions[j] === 'maximise' ? x / ideal[j]! : ideal[j]! / x)));
  const [best, worst] = [strength(ideal), strength(antiIdeal)];
  const s = values.map(strength);
  const toIdeal = s.map((value) => value / best);
  const toAntiIdeal = s.map((value) => value / worst);
  const score = toIdeal.map((plus, i) => {
    const minus = toAntiIdeal[i]!;
    const [fPlus, fMinus] = [minus / (plus + minus), plus / (plus + minus)];
    return (plus + minus) / (1 + (1 - fPlus) / fPlus + (1 - fMinus) / fMinus);
  });
  return { toIdeal, toAntiIdeal, score };
}

/**
 * OCRA: competitiveness on costs and on benefits, each from its own worst. Column minima must be > 0; the lowest total is 0.
 * Source: Parkan & Wu 2000, European J. Operational Research; Madić, Petković & Radovanović 2015, Serbian J. Management 10:61–73.
 */
export function ocra(values: Table, weights: readonly number[], directions: readonly Direction[]) {
  const part = (direction: Direction) =>
    values.map((row) =>
      sum(
        row.map((x, j) => {
          if (directions[j] !== direction) return 0;
          const column = columnOf(values, j);
          const low = Math.min(...column);
          return (weights[j]! * (direction === 'maximise' ? x - low : Math.max(...column) - x)) / low;
        }),
      ),
    );
  const fromLowest = (xs: readonly number[]) => xs.map((x) => x - Math.min(...xs));
  const [benefit, cost] = [fromLowest(part('maximise')), fromLowest(part('minimise'))];
  return { benefit, cost, score: fromLowest(benefit.map((b, i) => b + cost[i]!)) };
}

/**
 * SPOTIS: weighted distance to the ideal point within stated bounds; lower is better. Free of rank reversal: only the bounds count.
 * Source: Dezert, Tchamova, Han & Tacnet 2020, 23rd Int. Conf. on Information Fusion.
 */
export function spotis(
  values: Table,
  weights: readonly number[],
  bounds: readonly (readonly [number, number])[],
  ideal: readonly number[],
) {
  const distances = values.map((row) =>
    row.map((x, j) => Math.abs(x - ideal[j]!) / Math.abs(bounds[j]![1] - bounds[j]![0])),
  );
  return { distances, score: distances.map((row) => sum(row.map((d, j) => weights[j]! * d))) };
}

/**
 * PROBID: distances to the 1st, 2nd, … ideal solutions, nearer ones counting more, and to the average solution.
 * Values vector-normalised, direction heeded here. Source: Wang, Rangaiah & Wang 2021, I&EC Research 60:11216–11230.
 */
export function probid(
  normalised: Table,
  weights: readonly number[],
  directions: readonly Direction[],
  simplified: boolean,
) {
  const table = weighted(normalised, weights);
  const m = table.length;
  const sorted = weights.map((_, j) =>
    [...columnOf(table, j)].sort((a, b) => (directions[j] === 'maximise' ? b - a : a - b)),
  );
  const ideals = table.map((_, k) => sorted.map((column) => column[k]!));
  const mean = sorted.map((column) => sum(column) / m);
  const to = table.map((row) => ideals.map((ideal) => distance(row, ideal, 'euclidean')));
  const toMean = table.map((row) => distance(row, mean, 'euclidean'));
  const quarter = Math.max(1, Math.floor(m / 4));
  const half = m % 2 === 1 ? (m + 1) / 2 : m / 2;
  const [goodTo, badFrom] = simplified ? [quarter, m + 1 - quarter] : [half, half];
  const good = to.map((row) => sum(row.slice(0, goodTo).map((d, k) => d / (k + 1))));
  const bad = to.map((row) => sum(row.slice(badFrom - 1).map((d, k) => d / (m - (badFrom + k) + 1))));
  const score = good.map((plus, i) => (simplified ? bad[i]! / plus : 1 / (1 + (plus / bad[i]!) ** 2) + toMean[i]!));
  return { toPositiveIdeals: good, toNegativeIdeals: bad, toMean, score };
}
