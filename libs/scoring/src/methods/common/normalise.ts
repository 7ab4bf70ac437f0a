import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import type { Direction } from '../../problem/criterion';

/**
 * How a column of performances is brought to a common measure, for a criterion to maximise:
 * `none` x; `vector` x/√Σx²; `sum` x/Σx; `max` x/max; `min-max` (x−min)/(max−min); `z-score` (x−mean)/sd;
 * `log` ln x / ln Πx; `nonlinear` (x/max)²; `enhanced-accuracy` 1−(max−x)/Σ(max−x); `lai-hwang` x/(max−min);
 * `zavadskas-turskis` 1−|max−x|/max.
 */
export const normalisations = [
  'none',
  'vector',
  'sum',
  'max',
  'min-max',
  'z-score',
  'log',
  'nonlinear',
  'enhanced-accuracy',
  'lai-hwang',
  'zavadskas-turskis',
] as const;
export type Normalisation = (typeof normalisations)[number];

/**
 * How a criterion to minimise is turned round: `complement` 1 − r (for `min-max`: (max−x)/(max−min)); `reciprocal` 1/x first,
 * then normalised (so `max` gives min/x and `sum` gives (1/x)/Σ(1/x)); `negate` −r; `own` the formula its authors gave for
 * cost criteria; `keep` not at all: the method itself heeds the direction.
 */
export const inversions = ['complement', 'reciprocal', 'negate', 'own', 'keep'] as const;
export type Inversion = (typeof inversions)[number];

/** What a constant column becomes where the formula divides by its spread: every value `one` or every value `zero`. */
export const constantColumns = ['one', 'zero'] as const;
export type ConstantColumn = (typeof constantColumns)[number];

/** The usual way round for each normalisation, taken when a task names none. */
export const usualInversion: Readonly<Record<Normalisation, Inversion>> = {
  none: 'negate',
  vector: 'complement',
  sum: 'reciprocal',
  max: 'reciprocal',
  'min-max': 'complement',
  'z-score': 'negate',
  log: 'own',
  nonlinear: 'own',
  'enhanced-accuracy': 'own',
  'lai-hwang': 'negate',
  'zavadskas-turskis': 'own',
};

export interface NormaliseOptions {
  readonly normalisation: Normalisation;
  readonly inversion: Inversion;
  readonly constant: ConstantColumn;
}

/**
 * A column normalised. After it, higher is better, except with the inversion `keep`.
 *
 * Errors  `normalise-not-positive` where logarithms, reciprocals or ratios need values > 0; `normalise-zero-total` where the sum,
 *         maximum or norm is 0. Parameters name the first value at fault.
 */
export function normaliseColumn(
  column: readonly number[],
  direction: Direction,
  { normalisation, inversion, constant }: NormaliseOptions,
): Result<readonly number[], Omit<Refusal, 'path'>> {
  const minimise = direction === 'minimise' && inversion !== 'keep';
  if (minimise && inversion === 'own') return ownCost(column, normalisation, constant);
  if (minimise && inversion === 'reciprocal') {
    const wrong = column.find((x) => !(x > 0));
    if (wrong !== undefined) return refuse(notPositive(normalisation, wrong));
    return benefit(
      column.map((x) => 1 / x),
      normalisation,
      constant,
    );
  }
  if (minimise && inversion === 'complement' && normalisation === 'min-max')
    return accept(spread(column, constant, (x, min, max) => (max - x) / (max - min)));
  const up = benefit(column, normalisation, constant);
  if (!up.ok || !minimise) return up;
  return accept(up.value.map((r) => (inversion === 'complement' ? 1 - r : r === 0 ? 0 : -r)));
}

const notPositive = (normalisation: string, value: number): Omit<Refusal, 'path'> => {
  const { code, params } = refusal('normalise-not-positive', [], { normalisation, value });
  return { code, params };
};
const zeroTotal = (normalisation: string): Omit<Refusal, 'path'> => {
  const { code, params } = refusal('normalise-zero-total', [], { normalisation });
  return { code, params };
};
const sum = (xs: readonly number[]): number => xs.reduce((total, x) => total + x, 0);

/** Applies a formula that divides by max − min; a constant column becomes the stated constant. */
function spread(
  column: readonly number[],
  constant: ConstantColumn,
  formula: (x: number, min: number, max: number) => number,
): readonly number[] {
  const [min, max] = [Math.min(...column), Math.max(...column)];
  if (min === max) return column.map(() => (constant === 'one' ? 1 : 0));
  return column.map((x) => formula(x, min, max));
}

function divided(
  column: readonly number[],
  divisor: number,
  normalisation: Normalisation,
): Result<readonly number[], Omit<Refusal, 'path'>> {
  return divisor === 0 ? refuse(zeroTotal(normalisation)) : accept(column.map((x) => x / divisor));
}

function benefit(
  column: readonly number[],
  normalisation: Normalisation,
  constant: ConstantColumn,
): Result<readonly number[], Omit<Refusal, 'path'>> {
  const max = Math.max(...column);
  switch (normalisation) {
    case 'none':
      return accept([...column]);
    case 'vector':
      return divided(column, Math.sqrt(sum(column.map((x) => x * x))), normalisation);
    case 'sum':
      return divided(column, sum(column), normalisation);
    case 'max':
      return divided(column, max, normalisation);
    case 'min-max':
      return accept(spread(column, constant, (x, low, high) => (x - low) / (high - low)));
    case 'lai-hwang':
      return accept(spread(column, constant, (x, low, high) => x / (high - low)));
    case 'z-score': {
      const mean = sum(column) / column.length;
      const sd = Math.sqrt(sum(column.map((x) => (x - mean) ** 2)) / column.length);
      return accept(spread(column, 'zero', (x) => (x - mean) / sd));
    }
    case 'log': {
      const logs = positiveLogs(column);
      return logs.ok ? divided(logs.value, sum(logs.value), normalisation) : logs;
    }
    case 'nonlinear':
      return max === 0 ? refuse(zeroTotal(normalisation)) : accept(column.map((x) => (x / max) ** 2));
    case 'enhanced-accuracy': {
      const total = sum(column.map((x) => max - x));
      return accept(column.map((x) => (total === 0 ? 1 : 1 - (max - x) / total)));
    }
    case 'zavadskas-turskis':
      return max === 0 ? refuse(zeroTotal(normalisation)) : accept(column.map((x) => 1 - Math.abs(max - x) / max));
  }
}

function positiveLogs(column: readonly number[]): Result<readonly number[], Omit<Refusal, 'path'>> {
  const wrong = column.find((x) => !(x > 0));
  return wrong === undefined ? accept(column.map(Math.log)) : refuse(notPositive('log', wrong));
}

/** The formulas that their authors gave for cost criteria; the usual ones for normalisations that have none of their own. */
function ownCost(
  column: readonly number[],
  normalisation: Normalisation,
  constant: ConstantColumn,
): Result<readonly number[], Omit<Refusal, 'path'>> {
  const min = Math.min(...column);
  switch (normalisation) {
    case 'log': {
      const logs = positiveLogs(column);
      if (!logs.ok) return logs;
      const total = sum(logs.value);
      if (total === 0 || column.length < 2) return refuse(zeroTotal(normalisation));
      return accept(logs.value.map((x) => (1 - x / total) / (column.length - 1)));
    }
    case 'nonlinear': {
      const wrong = column.find((x) => !(x > 0));
      return wrong === undefined
        ? accept(column.map((x) => (min / x) ** 3))
        : refuse(notPositive(normalisation, wrong));
    }
    case 'enhanced-accuracy': {
      const total = sum(column.map((x) => x - min));
      return accept(column.map((x) => (total === 0 ? 1 : 1 - (x - min) / total)));
    }
    case 'zavadskas-turskis':
      return min === 0 ? refuse(zeroTotal(normalisation)) : accept(column.map((x) => 1 - Math.abs(min - x) / min));
    default:
      return normaliseColumn(column, 'minimise', { normalisation, inversion: usualInversion[normalisation], constant });
  }
}
