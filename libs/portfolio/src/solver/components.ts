import type { MipModel } from './mip-solver';

/** A part of a model whose columns share no row with any other column. */
export interface Component {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/**
 * The independent parts of a model, in the order of their first column.
 *
 * Edges   Rows in `ignored` tie nothing together and belong to no part; nor do rows without entries.
 */
export function componentsOf(model: MipModel, ignored: ReadonlySet<number> = new Set()): readonly Component[] {
  const leader = Int32Array.from({ length: model.columns }, (_, j) => j);
  const find = (j: number): number => {
    let root = j;
    while (leader[root] !== root) root = leader[root] as number;
    for (let k = j; leader[k] !== root;) {
      const next = leader[k] as number;
      leader[k] = root;
      k = next;
    }
    return root;
  };
  for (let i = 0; i < model.rows; i += 1) {
    if (ignored.has(i)) continue;
    const [from, to] = [model.starts[i] as number, model.starts[i + 1] as number];
    for (let p = from + 1; p < to; p += 1) {
      const [a, b] = [find(model.indices[from] as number), find(model.indices[p] as number)];
      if (a !== b) leader[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const parts = new Map<number, { columns: number[]; rows: number[] }>();
  for (let j = 0; j < model.columns; j += 1) {
    const root = find(j);
    const part = parts.get(root);
    if (part) part.columns.push(j);
    else parts.set(root, { columns: [j], rows: [] });
  }
  for (let i = 0; i < model.rows; i += 1) {
    const first = model.starts[i] as number;
    if (ignored.has(i) || first === (model.starts[i + 1] as number)) continue;
    parts.get(find(model.indices[first] as number))?.rows.push(i);
  }
  return [...parts.values()];
}

/** One part as a model of its own; columns and rows in the part's order. */
export function componentModel(model: MipModel, { columns, rows }: Component): MipModel {
  const place = new Map(columns.map((j, k) => [j, k]));
  const starts = new Int32Array(rows.length + 1);
  const indices: number[] = [];
  const coefficients: number[] = [];
  rows.forEach((i, k) => {
    for (let p = model.starts[i] as number; p < (model.starts[i + 1] as number); p += 1) {
      indices.push(place.get(model.indices[p] as number) as number);
      coefficients.push(model.coefficients[p] as number);
    }
    starts[k + 1] = indices.length;
  });
  const pick = (values: Float64Array, of: readonly number[]) => Float64Array.from(of, (j) => values[j] as number);
  return {
    columns: columns.length,
    rows: rows.length,
    objective: pick(model.objective, columns),
    lower: pick(model.lower, columns),
    upper: pick(model.upper, columns),
    integer: Uint8Array.from(columns, (j) => model.integer[j] as number),
    rowLower: pick(model.rowLower, rows),
    rowUpper: pick(model.rowUpper, rows),
    starts,
    indices: Int32Array.from(indices),
    coefficients: Float64Array.from(coefficients),
    ...(model.preference && { preference: pick(model.preference, columns) }),
  };
}
