import type { MipModel } from '../../libs/portfolio/src/solver/mip-solver';

/** mulberry32, as in the workloads' description: the same seed gives the same numbers everywhere. */
export function generator(seed: number) {
  let a = seed >>> 0;
  const u32 = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  return { u32, int: (low: number, high: number) => low + (u32() % (high - low + 1)) };
}

export const families = ['u', 'w', 's'] as const;
export type Family = (typeof families)[number];

export interface Workload {
  readonly costs: readonly number[];
  readonly values: Readonly<Record<Family, readonly number[]>>;
  /** 0 region, 1 municipality, 2 other. */
  readonly groups: readonly number[];
  readonly years: readonly (readonly number[])[];
  readonly requires: readonly (readonly [number, number])[];
  readonly exclusive: readonly (readonly number[])[];
}

/** The instance of W3 and W4: uncorrelated (u), weakly (w) and strongly (s) correlated values over the same costs. */
export function workload(n: number, seed: number, range: number): Workload {
  const { u32, int } = generator(seed);
  const d = Math.floor(range / 5);
  const costs: number[] = [];
  const values = { u: [] as number[], w: [] as number[], s: [] as number[] };
  const groups: number[] = [];
  const years: number[][] = [[], [], []];
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
  const requires: [number, number][] = [];
  for (let k = 0; k < Math.floor(n / 10); k += 1) {
    const a = int(1, n - 1);
    requires.push([a, int(0, a - 1)]);
  }
  const exclusive: number[][] = [];
  for (let k = 0; k < Math.floor(n / 20); k += 1) {
    const set: number[] = [];
    while (set.length < 3) {
      const i = int(0, n - 1);
      if (!set.includes(i)) set.push(i);
    }
    exclusive.push(set);
  }
  return { costs, values, groups, years, requires, exclusive };
}

interface Row {
  readonly entries: readonly (readonly [number, number])[];
  readonly lower: number;
  readonly upper: number;
}

export function modelOf(values: readonly number[], rows: readonly Row[]): MipModel {
  const n = values.length;
  const used = rows.filter((row) => row.entries.length > 0);
  const starts = new Int32Array(used.length + 1);
  used.forEach((row, i) => (starts[i + 1] = (starts[i] as number) + row.entries.length));
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

const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);

export const budgetOf = (load: Workload) => Math.floor((40 * sum(load.costs)) / 100);

/** Rows for years, prerequisites and exclusions. */
export function linkRows(load: Workload): Row[] {
  return [
    ...load.years.map((year, k) => ({
      entries: year.map((t, i) => [i, t] as const).filter(([, t]) => t > 0),
      lower: -Infinity,
      upper: Math.floor((([38, 42, 44][k] as number) * sum(year)) / 100),
    })),
    ...load.requires.map(([a, b]) => ({
      entries: [
        [a, 1],
        [b, -1],
      ] as const,
      lower: -Infinity,
      upper: 0,
    })),
    ...load.exclusive.map((set) => ({ entries: set.map((i) => [i, 1] as const), lower: -Infinity, upper: 1 })),
  ];
}

/** W3: one budget and group shares (`sep`); also years, prerequisites and exclusions (`full`). */
export function selectionModel(load: Workload, family: Family, kind: 'sep' | 'full'): MipModel {
  const budget = budgetOf(load);
  const all = load.costs.map((c, i) => [i, c] as const);
  const shares = [
    [30, 55],
    [30, 60],
    [0, 15],
  ] as const;
  const rows: Row[] = [
    { entries: all, lower: -Infinity, upper: budget },
    ...shares.map(([low, high], g) => ({
      entries: all.filter(([i]) => load.groups[i] === g),
      lower: Math.ceil((low * budget) / 100),
      upper: Math.floor((high * budget) / 100),
    })),
    ...(kind === 'full' ? linkRows(load) : []),
  ];
  return modelOf(load.values[family], rows);
}

export const sizes = { S: [50, 200], M: [200, 200], L: [1000, 200], X: [10_000, 2000] } as const;
export type Size = keyof typeof sizes;

/** The printed optima of W3. */
export const optima: Readonly<Record<'sep' | 'full', Readonly<Record<Size, Readonly<Record<Family, number>>>>>> = {
  sep: {
    S: { u: 3773, w: 2538, s: 3185 },
    M: { u: 15186, w: 10375, s: 13247 },
    L: { u: 72995, w: 51036, s: 66021 },
    X: { u: 7252897, w: 4962160, s: 6531408 },
  },
  full: {
    S: { u: 3598, w: 2486, s: 3145 },
    M: { u: 14502, w: 10302, s: 13087 },
    L: { u: 69818, w: 50234, s: 64941 },
    X: { u: 6969187, w: 4900939, s: 6441008 },
  },
};
