import type { Direction } from '../../problem/criterion';
import { toSumOne } from '../ahp/priorities';

type Table = readonly (readonly number[])[];

const column = (table: Table, j: number): readonly number[] => table.map((row) => row[j]!);
const columnsOf = (table: Table): readonly (readonly number[])[] => (table[0] ?? []).map((_, j) => column(table, j));
const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
const mean = (xs: readonly number[]): number => sum(xs) / xs.length;

/** Sample standard deviation (n − 1). The divisor cancels in every weight made from it. */
export function standardDeviation(xs: readonly number[]): number {
  const centre = mean(xs);
  return Math.sqrt(sum(xs.map((x) => (x - centre) ** 2)) / (xs.length - 1));
}

/**
 * Shannon entropy weights: w ∝ 1 − e, with e = −Σ p ln p / ln m over the column's shares p.
 *
 * Shapes  shares: m × n, each column ≥ 0 with sum 1 (the `sum` normalisation). Returns n weights, or null when every column is
 *         uniform (nothing tells the criteria apart). 0 ln 0 = 0.
 * Source  Hwang & Yoon 1981, Multiple Attribute Decision Making, ch. 2; Shannon 1948.
 */
export function entropyWeights(shares: Table): readonly number[] | null {
  const divergences = columnsOf(shares).map((xs) => {
    const entropy = -sum(xs.map((p) => (p > 0 ? p * Math.log(p) : 0))) / Math.log(xs.length);
    return Math.max(0, 1 - entropy);
  });
  return sum(divergences) > 1e-15 ? toSumOne(divergences) : null;
}

/**
 * CRITIC weights: w(j) ∝ sd(j) · Σ(k) (1 − r(j,k)), over normalised columns where higher is better.
 *
 * Edges   A constant column has sd 0 and weight 0, and its correlation with others counts as 0. Null when all are constant.
 * Source  Diakoulaki, Mavrotas & Papayannakis 1995, Computers & OR 22:763–770.
 */
export function criticWeights(normalised: Table, correlation: 'pearson' | 'spearman'): readonly number[] | null {
  const columns = columnsOf(normalised);
  const compared = correlation === 'pearson' ? columns : columns.map(averageRanks);
  const information = columns.map(
    (xs, j) => standardDeviation(xs) * sum(compared.map((ys) => 1 - pearson(compared[j]!, ys))),
  );
  return sum(information) > 1e-15 ? toSumOne(information) : null;
}

/** Pearson's correlation; 0 when either is constant, 1 with itself. */
export function pearson(xs: readonly number[], ys: readonly number[]): number {
  const [cx, cy] = [mean(xs), mean(ys)];
  const covariance = sum(xs.map((x, i) => (x - cx) * (ys[i]! - cy)));
  const spread = Math.sqrt(sum(xs.map((x) => (x - cx) ** 2)) * sum(ys.map((y) => (y - cy) ** 2)));
  return spread === 0 ? 0 : covariance / spread;
}

/** Ranks from the lowest, ties sharing the mean of their places. */
export function averageRanks(xs: readonly number[]): readonly number[] {
  return xs.map((x) => 1 + xs.filter((y) => y < x).length + (xs.filter((y) => y === x).length - 1) / 2);
}

/**
 * MEREC weights: how much the overall performance changes when a criterion is taken away.
 *
 * Shapes  values: m × n, all > 0. Returns n weights, or null when no criterion makes a difference.
 * Rule    n(i,j) = min/x (maximise) or x/max (minimise); S(i) = ln(1 + (1/n) Σ |ln n(i,j)|); S′ without one criterion, still
 *         divided by n; w(j) ∝ Σ(i) |S′(i,j) − S(i)|.
 * Source  Keshavarz-Ghorabaee et al. 2021, Symmetry 13(4):525.
 */
export function merecWeights(values: Table, directions: readonly Direction[]): readonly number[] | null {
  const columns = columnsOf(values).map((xs, j) =>
    xs.map((x) => (directions[j] === 'maximise' ? Math.min(...xs) / x : x / Math.max(...xs))),
  );
  const n = columns.length;
  const logs = values.map((_, i) => columns.map((xs) => Math.abs(Math.log(xs[i]!))));
  const effects = columns.map((_, j) =>
    sum(logs.map((row) => Math.abs(Math.log(1 + (sum(row) - row[j]!) / n) - Math.log(1 + sum(row) / n)))),
  );
  return sum(effects) > 1e-15 ? toSumOne(effects) : null;
}

/** Weights in proportion to the columns' standard deviations; null when all are constant. */
export function standardDeviationWeights(normalised: Table): readonly number[] | null {
  const spreads = columnsOf(normalised).map(standardDeviation);
  return sum(spreads) > 1e-15 ? toSumOne(spreads) : null;
}

/** Weights in proportion to the columns' sample variances; null when all are constant. */
export function varianceWeights(normalised: Table): readonly number[] | null {
  const spreads = columnsOf(normalised).map((xs) => standardDeviation(xs) ** 2);
  return sum(spreads) > 1e-15 ? toSumOne(spreads) : null;
}

/** Weights in proportion to the columns' Gini coefficients Σ|x − y| / (2 m² mean); columns must have a positive mean. */
export function giniWeights(values: Table): readonly number[] | null {
  const ginis = columnsOf(values).map(
    (xs) => sum(xs.flatMap((x) => xs.map((y) => Math.abs(x - y)))) / (2 * xs.length ** 2 * mean(xs)),
  );
  return sum(ginis) > 1e-15 ? toSumOne(ginis) : null;
}

/**
 * Weights in proportion to the angle between each column of shares and the uniform column.
 * Source  Shuai, Zongzhun, Yongji & Lei 2012, 24th Chinese Control and Decision Conference, 3889–3892.
 */
export function angleWeights(shares: Table): readonly number[] | null {
  const angles = columnsOf(shares).map((xs) => {
    const length = Math.sqrt(sum(xs.map((x) => x * x)) * xs.length);
    return Math.acos(Math.min(1, sum(xs) / length));
  });
  return sum(angles) > 1e-15 ? toSumOne(angles) : null;
}

/**
 * CILOS weights: by how much each criterion loses when another is at its best.
 *
 * Shapes  shares: m × n with column sums 1, higher better, all > 0. Returns n weights; null when there is no unique solution.
 * Source  Zavadskas & Podvezko 2016, Int. J. Information Technology & Decision Making 15:267–283.
 */
export function cilosWeights(shares: Table): readonly number[] | null {
  const columns = columnsOf(shares);
  const bestRows = columns.map((xs) => xs.indexOf(Math.max(...xs)));
  const losses = bestRows.map((row) => columns.map((xs, j) => (xs[bestRows[j]!]! - xs[row]!) / xs[bestRows[j]!]!));
  const n = columns.length;
  const system = losses.map((row, i) =>
    row.map((value, j) => (i === j ? -sum(losses.map((other) => other[j]!)) : value)),
  );
  return nullVector(system, n);
}

/** The vector q ≥ 0 with A·q = 0 and sum 1, by elimination with full pivoting; null unless exactly one exists. */
function nullVector(matrix: readonly (readonly number[])[], n: number): readonly number[] | null {
  const rows = matrix.map((row) => [...row]);
  const order = Array.from({ length: n }, (_, j) => j);
  let rank = 0;
  for (; rank < n; rank += 1) {
    let [pr, pc] = [rank, rank];
    for (let i = rank; i < n; i += 1)
      for (let j = rank; j < n; j += 1) if (Math.abs(rows[i]![j]!) > Math.abs(rows[pr]![pc]!)) [pr, pc] = [i, j];
    if (Math.abs(rows[pr]![pc]!) < 1e-12) break;
    [rows[rank], rows[pr]] = [rows[pr]!, rows[rank]!];
    for (const row of rows) [row[rank], row[pc]] = [row[pc]!, row[rank]!];
    [order[rank], order[pc]] = [order[pc]!, order[rank]!];
    for (let i = 0; i < n; i += 1) {
      if (i === rank) continue;
      const factor = rows[i]![rank]! / rows[rank]![rank]!;
      for (let j = rank; j < n; j += 1) rows[i]![j]! -= factor * rows[rank]![j]!;
    }
  }
  if (rank !== n - 1) return null;
  const solution = new Array<number>(n).fill(0);
  solution[order[n - 1]!] = 1;
  for (let i = 0; i < n - 1; i += 1) solution[order[i]!] = -rows[i]![n - 1]! / rows[i]![i]!;
  return solution.every((value) => value >= -1e-12) ? toSumOne(solution.map((value) => Math.max(0, value))) : null;
}
