// The generator and the workloads W1 and W2, with the answers they must give. Every time below counts only after its answer matched.

/** mulberry32: unsigned 32-bit words from a seed, drawn in the order written. */
export function generator(seed) {
  let a = seed >>> 0;
  const u32 = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return { u32, int: (lo, hi) => lo + (u32() % (hi - lo + 1)), real: () => u32() / 4294967296 };
}

/** Additive scoring: N × C performances, integer raw weights. */
export const w1 = [
  { size: 'S', rows: 100, criteria: 8, seed: 11, sum: 48.660990389, top: [34, 73, 20], best: 0.700780229998, last: 80 },
  {
    size: 'M',
    rows: 10_000,
    criteria: 12,
    seed: 12,
    sum: 4992.492670177,
    top: [5791, 6258, 5043],
    best: 0.853089615313,
    last: 4393,
  },
  {
    size: 'L',
    rows: 1_000_000,
    criteria: 16,
    seed: 13,
    sum: 500083.33113246,
    top: [296215, 686534, 298509],
    best: 0.85690875217,
    last: 704536,
  },
];

export function w1Data({ rows, criteria, seed }) {
  const { int, real } = generator(seed);
  const raw = Array.from({ length: criteria }, () => int(1, 100));
  const total = raw.reduce((sum, w) => sum + w, 0);
  const table = new Float64Array(rows * criteria);
  for (let k = 0; k < table.length; k++) table[k] = real();
  return { table, weights: raw.map((w) => w / total), maximise: raw.map((_, c) => c % 2 === 0) };
}

/** What is wrong with an answer to W1; empty when it matches. */
export function w1Faults(expected, { scores, order }) {
  const faults = [];
  let sum = 0;
  for (const score of scores) sum += score;
  const near = (a, b, within) => Math.abs(a - b) <= within;
  if (!near(sum, expected.sum, 1e-9 * Math.max(1, expected.sum))) faults.push(`sum ${sum}`);
  if ([0, 1, 2].some((k) => order[k] !== expected.top[k])) faults.push(`top ${[...order.slice(0, 3)]}`);
  if (!near(scores[order[0]], expected.best, 1e-11)) faults.push(`best ${scores[order[0]]}`);
  if (order[order.length - 1] !== expected.last) faults.push(`last ${order[order.length - 1]}`);
  return faults;
}

/** SMAA: first-rank shares, P(0 beats 1), P(0 beats 2), inclusion of 0 and 1. */
export const w2 = [
  {
    size: 'S',
    alternatives: 20,
    criteria: 6,
    seed: 21,
    extra: 0,
    free: {
      first: [
        [8, 0.29934],
        [15, 0.17621],
        [3, 0.11247],
        [13, 0.10002],
      ],
      wins: [0.53216, 0.31677],
      included: [0.10216, 0.04784],
    },
    ordinal: {
      first: [
        [10, 0.30414],
        [3, 0.28009],
        [16, 0.12927],
        [15, 0.12637],
      ],
      wins: [0.27921, 0.00485],
      included: [0.00001, 0.00094],
    },
  },
  {
    size: 'M',
    alternatives: 100,
    criteria: 8,
    seed: 22,
    extra: 0,
    free: {
      first: [
        [22, 0.12868],
        [25, 0.09862],
        [93, 0.09455],
        [21, 0.09009],
      ],
      wins: [0.56568, 0.84606],
      included: [0.00034, 0.0007],
    },
    ordinal: {
      first: [
        [67, 0.22945],
        [47, 0.15161],
        [93, 0.1291],
        [99, 0.10907],
      ],
      wins: [0.51083, 1],
      included: [0, 0.00536],
    },
  },
  {
    size: 'L',
    alternatives: 1000,
    criteria: 12,
    seed: 23,
    extra: 0.001,
    free: {
      first: [
        [704, 0.16694],
        [719, 0.10608],
        [804, 0.06468],
        [286, 0.06319],
      ],
      wins: [0.1379, 0.7914],
      included: [0.63588, 0.94155],
    },
    ordinal: {
      first: [
        [704, 0.8733],
        [559, 0.08961],
        [329, 0.00894],
      ],
      wins: [0, 0.00205],
      included: [0.00007, 1],
    },
  },
];
export const w2Draws = 10_000;

export function w2Data({ alternatives, criteria, seed }) {
  const { int, real } = generator(seed);
  const low = new Float64Array(alternatives * criteria);
  const high = new Float64Array(alternatives * criteria);
  const costs = [];
  for (let i = 0; i < alternatives; i++) {
    for (let c = 0; c < criteria; c++) {
      const mid = real();
      const half = 0.02 + 0.13 * real();
      low[i * criteria + c] = Math.max(0, mid - half);
      high[i * criteria + c] = Math.min(1, mid + half);
    }
    costs.push(int(10, 500));
  }
  return { low, high, costs, budget: Math.floor((3 * costs.reduce((sum, cost) => sum + cost, 0)) / 10) };
}

/**
 * What is wrong with an answer to W2: first[i], wins(i, j), included[i] as shares. Each must lie within 4 standard errors; where the
 * printed share itself is rounded (to 5 decimals) or estimated to be 0 or 1, half a unit of its last decimal is allowed besides.
 */
export function w2Faults(expected, extra, { first, wins, included }) {
  const faults = [];
  const check = (what, share, p) => {
    // The printed probabilities are rounded to five decimals: a "0" can be 0.000005.
    const spread = 4 * Math.sqrt(Math.max(p * (1 - p), 5e-6) / w2Draws) + extra;
    if (!(Math.abs(share - p) <= spread)) faults.push(`${what} ${share}, not ${p} ± ${spread.toFixed(5)}`);
  };
  for (const [i, p] of expected.first) check(`first ${i}`, first[i], p);
  expected.wins.forEach((p, k) => check(`0 beats ${k + 1}`, wins(0, k + 1), p));
  expected.included.forEach((p, i) => check(`included ${i}`, included[i], p));
  return faults;
}
