import { closureOf, type FormulaNode } from './formula-node';

export type Monotone = 'increasing' | 'decreasing';

/** Two points of the range that contradict the declared direction. */
export interface CounterExample {
  readonly x1: number;
  readonly value1: number;
  readonly x2: number;
  readonly value2: number;
}

/** `exact` where the formula is piecewise affine; otherwise `grid`, which may miss a dip between two grid points. */
export interface MonotoneCheck {
  readonly method: 'exact' | 'grid';
  /** How many points were compared. */
  readonly points: number;
  readonly counterExample: CounterExample | null;
}

const gridSteps = 4096;
const mostKinks = 256;
const slack = 1e-12;

/**
 * Whether a formula of one variable keeps its declared direction (weakly) between two ends.
 *
 * Method  If the formula is made of sums, constant multiples, min, max, abs and choices between affine parts, every kink is
 *         found and each piece is compared at its ends: exact up to rounding. Otherwise a grid of 4,097 equal steps.
 * Edges   A value that is not finite is itself a counter-example (the pair holds it twice).
 */
export function monotoneCheck(
  tree: FormulaNode,
  variable: string,
  [low, high]: readonly [number, number],
  direction: Monotone,
): MonotoneCheck {
  const closure = closureOf(tree);
  const valueAt = (x: number) => closure({ [variable]: x });
  const kinks = kinksOf(tree, variable, low, high);
  const method = kinks === null ? 'grid' : 'exact';
  const xs =
    kinks === null
      ? Array.from({ length: gridSteps + 1 }, (_, k) => low + ((high - low) * k) / gridSteps)
      : aroundKinks(kinks, low, high);
  let previous = { x: xs[0] as number, value: valueAt(xs[0] as number) };
  for (const x of xs) {
    const value = valueAt(x);
    const wrong = direction === 'increasing' ? previous.value - value : value - previous.value;
    if (!Number.isFinite(value) || wrong > slack * Math.max(1, Math.abs(value), Math.abs(previous.value)))
      return {
        method,
        points: xs.length,
        counterExample: { x1: previous.x, value1: previous.value, x2: x, value2: value },
      };
    previous = { x, value };
  }
  return { method, points: xs.length, counterExample: null };
}

/** Ends, kinks, and a point close to each side of every kink, so that jumps are seen. */
function aroundKinks(kinks: readonly number[], low: number, high: number): readonly number[] {
  const inner = sorted(kinks.filter((x) => x > low && x < high));
  const ends = [low, ...inner, high];
  const points = ends.flatMap((x, k) => {
    const next = ends[k + 1];
    return next === undefined ? [x] : [x, x + (next - x) * 1e-6, x + (next - x) / 2, next - (next - x) * 1e-6];
  });
  return sorted(points);
}

const sorted = (xs: readonly number[]): number[] => [...new Set(xs)].sort((a, b) => a - b);

/** Where a piecewise affine formula may change its slope; null when it is not (known to be) piecewise affine. */
function kinksOf(node: FormulaNode, variable: string, low: number, high: number): readonly number[] | null {
  const constant = (item: FormulaNode) => !mentions(item, variable);
  const kinks = (item: FormulaNode): readonly number[] | null => {
    if (constant(item) || item.kind !== 'call') {
      if (item.kind === 'choice' && !constant(item)) return all([item.test, item.then, item.otherwise]);
      return [];
    }
    const [first, second] = item.args as [FormulaNode, FormulaNode | undefined];
    switch (item.name) {
      case 'add':
      case 'subtract':
      case 'unaryMinus':
      case 'unaryPlus':
      case 'not':
      case 'and':
      case 'or':
        return all(item.args);
      case 'multiply':
        return second && (constant(first) || constant(second)) ? all(item.args) : null;
      case 'divide':
        return second && constant(second) ? all(item.args) : null;
      case 'abs':
      case 'sign':
        return withCrossings(all(item.args), [first, { kind: 'number', value: 0 }]);
      case 'min':
      case 'max':
        return withCrossings(all(item.args), item.args);
      case 'smaller':
      case 'smallerEq':
      case 'larger':
      case 'largerEq':
      case 'equal':
      case 'unequal':
        return withCrossings(all(item.args), item.args);
      default:
        return null;
    }
  };
  const all = (items: readonly FormulaNode[]): readonly number[] | null => {
    const lists = items.map(kinks);
    return lists.includes(null) ? null : sorted(lists.flatMap((list) => list ?? []));
  };
  /** Adds the points where two of the parts meet, found piece by piece from their values at two inner points. */
  const withCrossings = (known: readonly number[] | null, parts: readonly FormulaNode[]): readonly number[] | null => {
    if (known === null || known.length > mostKinks) return null;
    const closures = parts.map(closureOf);
    const ends = [low, ...sorted(known.filter((x) => x > low && x < high)), high];
    const found: number[] = [];
    for (let k = 0; k + 1 < ends.length; k += 1) {
      const [from, to] = [ends[k] as number, ends[k + 1] as number];
      const [u, v] = [from + (to - from) / 3, to - (to - from) / 3];
      const gaps = closures.flatMap((a, i) =>
        closures.slice(i + 1).map((b) => [u, v].map((x) => a({ [variable]: x }) - b({ [variable]: x }))),
      );
      for (const [atU, atV] of gaps as [number, number][]) {
        if (atU === atV) continue;
        const x = u + ((v - u) * atU) / (atU - atV);
        if (x > from && x < to) found.push(x);
      }
    }
    return sorted([...known, ...found]);
  };
  return kinks(node);
}

function mentions(node: FormulaNode, variable: string): boolean {
  if (node.kind === 'variable') return node.name === variable;
  if (node.kind === 'call') return node.args.some((arg) => mentions(arg, variable));
  return node.kind === 'choice' && [node.test, node.then, node.otherwise].some((part) => mentions(part, variable));
}
