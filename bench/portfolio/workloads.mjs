/** mulberry32, as in the workloads' description: the same seed gives the same numbers everywhere. */
export function generator(seed) {
  let a = seed >>> 0;
  const u32 = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return {
    u32,
    int: (low, high) => low + (u32() % (high - low + 1)),
  };
}
export const families = ['u', 'w', 's'];
/** The instance of W3 and W4: uncorrelated (u), weakly (w) and strongly (s) correlated values over the same costs. */
export function workload(n, seed, range) {
  const { u32, int } = generator(seed);
  const d = Math.floor(range / 5);
  const costs = [];
  const values = {
    u: [],
    w: [],
    s: [],
  };
  const groups = []; // 0 region, 1 municipality, 2 other
  const years = [[], [], []];
  for (let i = 0; i < n; i += 1) {
    const c = int(5, range);
    const z = u32();
    costs.push(c);
    values.u.push(1 + (z % range));
    values.w.push(Math.max(1, c + (z % (2 * d + 1)) - d));
    values.s.push(c + d);
    const q = int(0, 99);
    groups.push(q < 65 ? 0 : q < 90 ? 1 : 2);
    const [p1, p2] = [int(10, 60), int(20, 80)];
    const t1 = Math.floor((c * p1) / 100);
    const t2 = Math.floor(((c - t1) * p2) / 100);
    [t1, t2, c - t1 - t2].forEach((t, year) => years[year]?.push(t));
  }
  const requires = [];
  for (let k = 0; k < Math.floor(n / 10); k += 1) {
    const a = int(1, n - 1);
    requires.push([a, int(0, a - 1)]);
  }
  const exclusive = [];
  for (let k = 0; k < Math.floor(n / 20); k += 1) {
    const set = [];
    while (set.length < 3) {
      const i = int(0, n - 1);
      if (!set.includes(i)) set.push(i);
    }
    exclusive.push(set);
  }
  return {
    costs,
    values,
    groups,
    years,
    requires,
    exclusive,
  };
}
export function modelOf(values, rows) {
  const n = values.length;
  const used = rows.filter((row) => row.entries.length > 0);
  const starts = new Int32Array(used.length + 1);
  used.forEach((row, i) => (starts[i + 1] = starts[i] + row.entries.length));
  const flat = used.flatMap((row) => row.entries);
  return {
    columns: n,
    rows: used.length,
    objective: Float64Array.from(values),
    lower: new Float64Array(n),
    upper: new Float64Array(n).fill(1),
    integer: new Uint8Array(n).fill(1),
    rowLower: Float64Array.from(used, (row) => row.lower),
    rowUpper: Float64Array.from(used, (row) => row.upper),
    starts,
    indices: Int32Array.from(flat, ([j]) => j),
    coefficients: Float64Array.from(flat, ([, a]) => a),
  };
}
const sum = (numbers) => numbers.reduce((total, x) => total + x, 0);
export const budgetOf = (load) => Math.floor((40 * sum(load.costs)) / 100);
/** Rows for years, prerequisites and exclusions. */
export function linkRows(load) {
  return [
    ...load.years.map((year, k) => ({
      entries: year.map((t, i) => [i, t]).filter(([, t]) => t > 0),
      lower: -Infinity,
      upper: Math.floor(([38, 42, 44][k] * sum(year)) / 100),
    })),
    ...load.requires.map(([a, b]) => ({
      entries: [
        [a, 1],
        [b, -1],
      ],
      lower: -Infinity,
      upper: 0,
    })),
    ...load.exclusive.map((set) => ({
      entries: set.map((i) => [i, 1]),
      lower: -Infinity,
      upper: 1,
    })),
  ];
}
/** W3: one budget and group shares (`sep`); also years, prerequisites and exclusions (`full`). */
export function selectionModel(load, family, kind) {
  const budget = budgetOf(load);
  const all = load.costs.map((c, i) => [i, c]);
  const shares = [
    [30, 55],
    [30, 60],
    [0, 15],
  ];
  const rows = [
    {
      entries: all,
      lower: -Infinity,
      upper: budget,
    },
    ...shares.map(([low, high], g) => ({
      entries: all.filter(([i]) => load.groups[i] === g),
      lower: Math.ceil((low * budget) / 100),
      upper: Math.floor((high * budget) / 100),
    })),
    ...(kind === 'full' ? linkRows(load) : []),
  ];
  return modelOf(load.values[family], rows);
}
export const sizes = {
  S: [50, 200],
  M: [200, 200],
  L: [1000, 200],
  X: [10_000, 2000],
};
/** The printed optima of W3. */
export const optima = {
  sep: {
    S: {
      u: 3773,
      w: 2538,
      s: 3185,
    },
    M: {
      u: 15186,
      w: 10375,
      s: 13247,
    },
    L: {
      u: 72995,
      w: 51036,
      s: 66021,
    },
    X: {
      u: 7252897,
      w: 4962160,
      s: 6531408,
    },
  },
  full: {
    S: {
      u: 3598,
      w: 2486,
      s: 3145,
    },
    M: {
      u: 14502,
      w: 10302,
      s: 13087,
    },
    L: {
      u: 69818,
      w: 50234,
      s: 64941,
    },
    X: {
      u: 6969187,
      w: 4900939,
      s: 6441008,
    },
  },
};
/** W4: other has 15 % of the budget, the rest is split between region and municipality; `linked` (W4c) adds years and links. */
export function splitOf(load) {
  const budget = budgetOf(load);
  const other = Math.floor((15 * budget) / 100);
  return { other, together: budget - other };
}
export const regionPot = (together, s) => Math.floor((s * together) / 100);
/** The separate problem of one share, as every peer gets it: three upper limits, and the links when asked for. */
export function shareModel(load, family, s, linked) {
  const { other, together } = splitOf(load);
  const region = regionPot(together, s);
  const rows = [region, together - region, other].map((upper, g) => ({
    entries: load.costs.map((c, i) => [i, c]).filter(([i]) => load.groups[i] === g),
    lower: -Infinity,
    upper,
  }));
  return modelOf(load.values[family], [...rows, ...(linked ? linkRows(load) : [])]);
}
/** W4 as people would file it: two purses of money, the split moved by the task. */
export function splitFile(load, family, linked) {
  const { other, together } = splitOf(load);
  const names = ['region', 'municipality'];
  const money = ['split', 'split', 'other'];
  const id = (i) => `p${String(i).padStart(5, '0')}`;
  const years = ['y1', 'y2', 'y3'];
  const yearLimit = (k) => Math.floor(([38, 42, 44][k] * sum(load.years[k])) / 100);
  return {
    budget: { split: together, other },
    valueDecimals: 0,
    ...(linked && { otherResources: years.map((name, k) => ({ id: name, ceiling: yearLimit(k) })) }),
    projects: load.costs.map((cost, i) => ({
      id: id(i),
      value: load.values[family][i],
      cost: {
        [money[load.groups[i]]]: cost,
        ...(linked && Object.fromEntries(years.map((name, k) => [name, load.years[k][i]]))),
      },
      ...(load.groups[i] < 2 && { groups: { owner: names[load.groups[i]] } }),
    })),
    ...(linked && {
      requires: load.requires.map(([a, b]) => [id(a), id(b)]),
      exclusive: load.exclusive.map((set) => set.map(id)),
    }),
  };
}
/** The printed best values (at the first best share) and sums over all shares of W4 and W4c. */
export const sweeps = {
  W4: {
    S: { best: { u: [3746, 55], w: [2516, 55], s: [3181, 67] }, sum: { u: 341092, w: 237132, s: 307460 } },
    M: { best: { u: [15241, 72], w: [10360, 67], s: [13247, 67] }, sum: { u: 1342016, w: 924318, s: 1209491 } },
    L: { best: { u: [73331, 72], w: [51132, 73], s: [66101, 74] }, sum: { u: 6570110, w: 4775998, s: 6302592 } },
    X: {
      best: { u: [7261850, 72], w: [4971481, 73], s: [6538208, 72] },
      sum: { u: 657617180, w: 465708680, s: 626621329 },
    },
  },
  W4c: {
    S: { best: { u: [3593, 59], w: [2459, 65], s: [3134, 63] }, sum: { u: 321147, w: 231245, s: 302899 } },
    M: { best: { u: [14571, 71], w: [10275, 64] }, sum: { u: 1271292, w: 910871 } },
  },
};
/** W5: costs, raw scores and what the efficient portfolios must look like. */
export function robustInstance(n, q, seed) {
  const { int } = generator(seed);
  const costs = [];
  const scores = [];
  for (let i = 0; i < n; i += 1) {
    costs.push(int(10, 100));
    scores.push(Array.from({ length: q }, () => int(0, 100)));
  }
  return { costs, scores, budget: Math.floor(sum(costs) / 2) };
}
/** With "rank" the k-th objective is the sum of the first k scores. */
export const objectivesOf = (scores, information) =>
  information === 'none' ? scores : scores.map((own) => own.map((_, k) => sum(own.slice(0, k + 1))));
export const robust = [
  {
    size: 'S',
    n: 20,
    q: 3,
    seed: 51,
    information: 'none',
    portfolios: 78,
    core: 5,
    exterior: 2,
    cores: 12.205128,
    values: 171181,
  },
  {
    size: 'S',
    n: 20,
    q: 3,
    seed: 51,
    information: 'rank',
    portfolios: 8,
    core: 7,
    exterior: 4,
    cores: 12.875,
    values: 36054,
  },
  {
    size: 'M',
    n: 40,
    q: 3,
    seed: 52,
    information: 'none',
    portfolios: 257,
    core: 8,
    exterior: 2,
    cores: 25.758755,
    values: 1135392,
  },
  {
    size: 'L',
    name: 'L1',
    n: 80,
    q: 3,
    seed: 55,
    information: 'rank',
    portfolios: 116,
    core: 34,
    exterior: 15,
    cores: 50.706897,
    values: 2042569,
  },
  {
    size: 'L',
    name: 'L2',
    n: 60,
    q: 4,
    seed: 53,
    information: 'rank',
    portfolios: 619,
    core: 17,
    exterior: 5,
    cores: 36.508885,
    values: 12589193,
  },
];
