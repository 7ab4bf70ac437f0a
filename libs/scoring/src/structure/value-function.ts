import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import type { Criterion } from '../problem/criterion';
import type { FormulaEngine } from './formula/formula-engine';
import { monotoneCheck } from './formula/monotone-check';
import type { OutOfRange, ValueSpec } from './value-spec';

/** A partial value function ready to use. */
export interface ValueFunction {
  /** Value of a performance; null when it is out of range and the policy is to refuse, or the formula has no value there. */
  readonly valueOf: (performance: number) => number | null;
  /** The performances it is declared on; null when every number is in range. */
  readonly range: readonly [low: number, high: number] | null;
  readonly outOfRange: OutOfRange;
  /** Whether a better performance never gets a lower value, and how that is known. */
  readonly monotone: 'increasing' | 'decreasing' | 'none';
  readonly monotoneProof: 'by-form' | 'exact' | 'grid' | 'none';
}

type Points = readonly (readonly [x: number, value: number])[];

/**
 * Makes the value function of a criterion: its own `value`, or else a line over its `scale` in its direction.
 *
 * Errors  `value-points-out-of-order` (break points must ascend), `value-range-empty`, `value-rho-invalid`,
 *         `value-direction-conflict` (declared direction against the function's), `formula-engine-needed`,
 *         `formula-one-variable`, `value-not-monotone` with a counter-example, `value-function-missing`.
 */
export function valueFunctionOf(
  criterion: Criterion,
  path: Path,
  formulas: FormulaEngine | null,
): Result<ValueFunction> {
  const { value: spec, scale, direction } = criterion;
  if (!spec) {
    if (!scale) return refuse([refusal('value-function-missing', path, { id: criterion.id })]);
    const [worst, best] = direction === 'maximise' ? [scale.min, scale.max] : [scale.max, scale.min];
    return linear({ type: 'linear', worst, best }, path);
  }
  const made = fromSpec(spec, [...path, 'value'], formulas);
  if (!made.ok) return made;
  // The function itself decides what is better; a criterion said to be minimised with a rising function tells two stories.
  if (direction === 'minimise' && made.value.monotone === 'increasing')
    return refuse([refusal('value-direction-conflict', [...path, 'value'], { id: criterion.id, direction })]);
  return made;
}

function fromSpec(spec: ValueSpec, path: Path, formulas: FormulaEngine | null): Result<ValueFunction> {
  switch (spec.type) {
    case 'identity':
      return accept({
        valueOf: (x) => x,
        range: null,
        outOfRange: 'extrapolate',
        monotone: 'increasing',
        monotoneProof: 'by-form',
      });
    case 'linear':
      return linear(spec, path);
    case 'piecewise':
      return piecewise(spec, path);
    case 'stepped':
      return stepped(spec, path);
    case 'exponential':
      return exponential(spec, path);
    case 'target':
      return target(spec, path);
    case 'levels':
      return levels(spec, path);
    case 'formula':
      return formula(spec, path, formulas);
  }
}

/** Applies the out-of-range policy around a function that is defined everywhere. */
function withRange(
  inside: (x: number) => number,
  range: readonly [number, number],
  outOfRange: OutOfRange,
  monotone: ValueFunction['monotone'],
  proof: ValueFunction['monotoneProof'] = 'by-form',
): ValueFunction {
  const [low, high] = range;
  const valueOf = (x: number): number | null => {
    if (x >= low && x <= high) return inside(x);
    if (outOfRange === 'refuse') return null;
    return inside(outOfRange === 'clip' ? Math.min(high, Math.max(low, x)) : x);
  };
  return { valueOf, range, outOfRange, monotone, monotoneProof: proof };
}

/** 0 at `worst`, 1 at `best`, a straight line between. */
function linear(
  { worst, best, outOfRange = 'clip' }: Extract<ValueSpec, { type: 'linear' }>,
  path: Path,
): Result<ValueFunction> {
  if (worst === best) return refuse([refusal('value-range-empty', path, { worst, best })]);
  const range: [number, number] = [Math.min(worst, best), Math.max(worst, best)];
  const direction = worst < best ? 'increasing' : 'decreasing';
  const line = worst < best ? (x: number) => (x - worst) / (best - worst) : (x: number) => (worst - x) / (worst - best);
  return accept(withRange(line, range, outOfRange, direction));
}

/** Straight lines between break points; beyond the ends the last piece goes on when the policy is to extrapolate. */
function piecewise(
  { points, outOfRange = 'clip' }: Extract<ValueSpec, { type: 'piecewise' }>,
  path: Path,
): Result<ValueFunction> {
  const wrong = points.findIndex(([x], k) => k > 0 && !(x > (points[k - 1] as [number, number])[0]));
  if (wrong > 0) return refuse([refusal('value-points-out-of-order', [...path, 'points', wrong])]);
  const range: [number, number] = [points[0]![0], points.at(-1)![0]];
  return accept(withRange((x) => interpolate(points, x), range, outOfRange, trend(points)));
}

function interpolate(points: Points, x: number): number {
  const after = points.findIndex(([at], k) => k > 0 && x <= at);
  const k = after < 0 ? points.length - 1 : after;
  const [[x0, v0], [x1, v1]] = [points[k - 1]!, points[k]!];
  return x === x1 ? v1 : v0 + ((v1 - v0) * (x - x0)) / (x1 - x0);
}

function trend(points: Points): ValueFunction['monotone'] {
  const rises = points.some(([, value], k) => k > 0 && value > points[k - 1]![1]);
  const falls = points.some(([, value], k) => k > 0 && value < points[k - 1]![1]);
  return rises && falls ? 'none' : falls ? 'decreasing' : 'increasing';
}

/** The value of the last step whose threshold the performance reaches; `below` (0) under the first. */
function stepped({ steps, below = 0 }: Extract<ValueSpec, { type: 'stepped' }>, path: Path): Result<ValueFunction> {
  const wrong = steps.findIndex(([x], k) => k > 0 && !(x > (steps[k - 1] as [number, number])[0]));
  if (wrong > 0) return refuse([refusal('value-points-out-of-order', [...path, 'steps', wrong])]);
  return accept({
    valueOf: (x) => steps.reduce((value, [from, next]) => (x >= from ? next : value), below),
    range: null,
    outOfRange: 'clip',
    monotone: trend([[-Infinity, below], ...steps]),
    monotoneProof: 'by-form',
  });
}

/**
 * v = (1 − e^(−t/ρ)) / (1 − e^(−1/ρ)) with t = (x − worst)/(best − worst). `rho` is relative to the range; positive bends upward
 * first (concave). `midpoint` is instead the performance worth 0.5. Source: Kirkwood, Strategic Decision Making (1997), ch. 4.
 */
function exponential(spec: Extract<ValueSpec, { type: 'exponential' }>, path: Path): Result<ValueFunction> {
  const { worst, best, outOfRange = 'clip' } = spec;
  if (worst === best) return refuse([refusal('value-range-empty', path, { worst, best })]);
  if ((spec.rho === undefined) === (spec.midpoint === undefined))
    return refuse([refusal('value-rho-invalid', path, { reason: 'one-of-rho-and-midpoint' })]);
  const middle = spec.midpoint === undefined ? null : (spec.midpoint - worst) / (best - worst);
  if (spec.rho === 0 || (middle !== null && !(middle > 0 && middle < 1)))
    return refuse([refusal('value-rho-invalid', path, { reason: spec.rho === 0 ? 'rho-zero' : 'midpoint-outside' })]);
  const rate = middle === null ? 1 / (spec.rho as number) : rateWithMidpoint(middle);
  const at = (t: number) => (Math.abs(rate) < 1e-12 ? t : Math.expm1(-rate * t) / Math.expm1(-rate));
  const range: [number, number] = [Math.min(worst, best), Math.max(worst, best)];
  const direction = worst < best ? 'increasing' : 'decreasing';
  return accept(withRange((x) => at((x - worst) / (best - worst)), range, outOfRange, direction));
}

/** The rate r with (1 − e^(−r·t)) / (1 − e^(−r)) = ½ at the given t, by bisection: the left side grows with r. */
function rateWithMidpoint(t: number): number {
  if (t === 0.5) return 0;
  let [low, high] = [-700, 700];
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    const value = Math.abs(middle) < 1e-12 ? t : Math.expm1(-middle * t) / Math.expm1(-middle);
    if (value < 0.5) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** 1 within the ideal, falling in straight lines to 0 at the ends of what is acceptable. */
function target({ ideal, acceptable }: Extract<ValueSpec, { type: 'target' }>, path: Path): Result<ValueFunction> {
  const [from, to] = typeof ideal === 'number' ? [ideal, ideal] : ideal;
  const [low, high] = acceptable;
  if (!(low <= from && from <= to && to <= high && low < high))
    return refuse([refusal('value-points-out-of-order', path, {})]);
  const inside = (x: number) => {
    if (x >= from && x <= to) return 1;
    return x < from ? (x - low) / (from - low) : (high - x) / (high - to);
  };
  return accept({
    valueOf: (x) => (x < low || x > high ? 0 : inside(x)),
    range: acceptable,
    outOfRange: 'clip',
    monotone: 'none',
    monotoneProof: 'by-form',
  });
}

/** A value for each rubric level; a performance between two levels is refused. */
function levels({ values }: Extract<ValueSpec, { type: 'levels' }>, path: Path): Result<ValueFunction> {
  const wrong = values.findIndex(([x], k) => k > 0 && !(x > (values[k - 1] as [number, number])[0]));
  if (wrong > 0) return refuse([refusal('value-points-out-of-order', [...path, 'values', wrong])]);
  return accept({
    valueOf: (x) => values.find(([level]) => level === x)?.[1] ?? null,
    range: [values[0]![0], values.at(-1)![0]],
    outOfRange: 'refuse',
    monotone: trend(values),
    monotoneProof: 'by-form',
  });
}

function formula(
  spec: Extract<ValueSpec, { type: 'formula' }>,
  path: Path,
  formulas: FormulaEngine | null,
): Result<ValueFunction> {
  if (!formulas) return refuse([refusal('formula-engine-needed', [...path, 'formula'])]);
  const compiled = formulas.compile(spec.formula, [...path, 'formula']);
  if (!compiled.ok) return compiled;
  const { variables, valueOf, tree } = compiled.value;
  const variable = variables[0];
  if (variables.length > 1 || variable === undefined)
    return refuse([refusal('formula-one-variable', [...path, 'formula'], { variables: [...variables] })]);
  const { range, monotone, outOfRange = 'clip' } = spec;
  if (range && !(range[0] < range[1])) return refuse([refusal('value-range-empty', [...path, 'range'], { range })]);
  if (monotone && !range) return refuse([refusal('value-monotone-needs-range', [...path, 'monotone'])]);
  const finite = (x: number) => valueOf({ [variable]: x });
  const check = monotone && range ? monotoneCheck(tree, variable, range, monotone) : null;
  if (check?.counterExample)
    return refuse([
      refusal('value-not-monotone', [...path, 'formula'], {
        formula: spec.formula,
        declared: monotone!,
        ...check.counterExample,
      }),
    ]);
  const proof = check ? check.method : 'none';
  const made: ValueFunction = range
    ? withRange(finite, range, outOfRange, monotone ?? 'none', proof)
    : { valueOf: finite, range: null, outOfRange: 'extrapolate', monotone: 'none', monotoneProof: 'none' };
  return accept({
    ...made,
    valueOf: (x) => {
      const value = made.valueOf(x);
      return value !== null && Number.isFinite(value) ? value : null;
    },
  });
}
