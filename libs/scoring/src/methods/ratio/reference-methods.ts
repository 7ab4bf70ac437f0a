import type { Direction } from '../../problem/criterion';

/**
 * Methods that measure against stated reference points. Shapes throughout: values m × n, weights and directions n; results in
 * the order of the rows.
 */
type Table = readonly (readonly number[])[];
type Range = readonly [low: number, high: number];

const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);
const columnOf = (table: Table, j: number): readonly number[] => table.map((row) => row[j]!);

/**
 * RIM: nearness to a reference ideal (a range) within a universe of discourse (a wider range).
 *
 * Rule    1 within the ideal, falling in straight lines to 0 at the ends of the range; relative closeness of the weighted values.
 * Source  Cables, Lamata & Verdegay 2016, Information Sciences 337–338:1–10.
 */
export function rim(values: Table, weights: readonly number[], ranges: readonly Range[], ideals: readonly Range[]) {
  const nearness = values.map((row) =>
    row.map((x, j) => {
      const [[low, high], [from, to]] = [ranges[j]!, ideals[j]!];
      if (x >= from && x <= to) return 1;
      return x < from ? 1 - (from - x) / (from - low) : 1 - (x - to) / (high - to);
    }),
  );
  const toIdeal = nearness.map((row) => Math.hypot(...row.map((y, j) => weights[j]! * (1 - y))));
  const toAntiIdeal = nearness.map((row) => Math.hypot(...row.map((y, j) => weights[j]! * y)));
  return { nearness, toIdeal, toAntiIdeal, score: toAntiIdeal.map((minus, i) => minus / (minus + toIdeal[i]!)) };
}

/**
 * ERVD: relative value distance, gains and losses counted from a reference point as in prospect theory. Column sums must be > 0.
 *
 * Rule    On shares of the column sum: gain^α, or −λ·loss^α; Manhattan distance to the best and the worst of these.
 * Source  Shyur, Yin, Shih & Cheng 2015, Foundations of Computing and Decision Sciences 40:299–315.
 */
export function ervd(
  values: Table,
  weights: readonly number[],
  directions: readonly Direction[],
  reference: readonly number[],
  lambda: number,
  alpha: number,
) {
  const totals = weights.map((_, j) => sum(columnOf(values, j)));
  const worth = values.map((row) =>
    row.map((x, j) => {
      const lead = ((directions[j] === 'maximise' ? 1 : -1) * (x - reference[j]!)) / totals[j]!;
      return lead > 0 ? lead ** alpha : -lambda * (-lead) ** alpha;
    }),
  );
  const distanceTo = (end: (...xs: number[]) => number) => {
    const point = weights.map((_, j) => end(...columnOf(worth, j)));
    return worth.map((row) => sum(row.map((v, j) => weights[j]! * Math.abs(v - point[j]!))));
  };
  const [toBest, toWorst] = [distanceTo(Math.max), distanceTo(Math.min)];
  return { worth, toBest, toWorst, score: toWorst.map((minus, i) => minus / (minus + toBest[i]!)) };
}

/**
 * RAM: the (2 + S⁻)th root of 2 + S⁺, with S⁺ and S⁻ the weighted shares of benefits and costs.
 * Source: Sotoudeh-Anvari 2023, Journal of Cleaner Production 423:138695.
 */
export function ram(normalised: Table, weights: readonly number[], directions: readonly Direction[]) {
  const part = (direction: Direction) =>
    normalised.map((row) => sum(row.map((x, j) => (directions[j] === direction ? weights[j]! * x : 0))));
  const [benefit, cost] = [part('maximise'), part('minimise')];
  return { benefit, cost, score: benefit.map((b, i) => (2 + b) ** (1 / (2 + cost[i]!))) };
}

/**
 * RAFSI: every criterion mapped from [anti-ideal, ideal] to one interval [n₁, n₂]. Free of rank reversal.
 *
 * Rule    s = n₁ + (n₂ − n₁)(x − low)/(high − low); benefits s / 2A, costs H / 2s with A the arithmetic and H the harmonic mean of the ends.
 * Source  Žižović, Pamučar, Albijanić, Chatterjee & Pribićević 2020, Mathematics 8:1015.
 */
export function rafsi(
  values: Table,
  weights: readonly number[],
  directions: readonly Direction[],
  ranges: readonly Range[],
  [n1, n2]: Range,
) {
  const [arithmetic, harmonic] = [(n1 + n2) / 2, 2 / (1 / n1 + 1 / n2)];
  const mapped = values.map((row) =>
    row.map((x, j) => {
      const [low, high] = ranges[j]!;
      const s = ((n2 - n1) * x + n1 * high - n2 * low) / (high - low);
      return directions[j] === 'maximise' ? s / (2 * arithmetic) : harmonic / (2 * s);
    }),
  );
  return { mapped, score: mapped.map((row) => sum(row.map((s, j) => weights[j]! * s))) };
}

/**
 * LMAW: logarithmic methodology of additive weights. Values > 0.
 * Source: Pamučar, Žižović, Biswas & Božanić 2021, Facta Universitatis, Mechanical Engineering 19:361–380.
 */
export function lmaw(values: Table, weights: readonly number[], directions: readonly Direction[]) {
  const columns = weights.map((_, j) => {
    const xs = columnOf(values, j);
    const [low, high] = [Math.min(...xs), Math.max(...xs)];
    const logs = xs.map((x) => Math.log(directions[j] === 'maximise' ? (x + high) / high : (x + low) / x));
    const total = sum(logs);
    return logs.map((log) => {
      const phi = log / total;
      return (2 * phi ** weights[j]!) / ((2 - phi) ** weights[j]! + phi ** weights[j]!);
    });
  });
  const weighted = values.map((_, i) => columns.map((column) => column[i]!));
  return { weighted, score: weighted.map(sum) };
}

/** What a limit of LoPM is: no lower than, no higher than, or as near as can be. */
export type PropertyLimit = { readonly kind: 'lower' | 'upper' | 'target'; readonly limit: number };

/**
 * LoPM, limits on properties: lower limits count limit/x, upper limits x/limit, targets |x/limit − 1|; lower is better.
 * Source: Farag, Materials and Process Selection for Engineering Design (2020), ch. 9.
 */
export function lopm(values: Table, weights: readonly number[], limits: readonly PropertyLimit[]) {
  const merit = values.map((row) =>
    row.map((x, j) => {
      const { kind, limit } = limits[j]!;
      const part = kind === 'lower' ? limit / x : kind === 'upper' ? x / limit : Math.abs(x / limit - 1);
      return weights[j]! * part;
    }),
  );
  return { merit, score: merit.map(sum) };
}
