import { refusal, type Params, type Path, type Refusal } from '@fordela/domain';
import type { Observation } from './allocation-problem';
import { decimalsOf, fractionOf, roundToDecimals, type Fraction } from './fraction';

/** Finest unit of money: a millionth. Finer amounts are refused, not rounded. */
const mostMoneyDecimals = 6;

/** How many decimals amounts and values are counted in. */
export interface Scales {
  readonly moneyDecimals: number;
  readonly valueDecimals: number;
}

/**
 * One pass over a problem file. Amounts and values come back as whole units at the pass's scales; what would have needed a
 * finer scale is noted, so that a first pass finds the scales and a second one reads exactly.
 */
export interface Reading {
  readonly scales: Scales;
  readonly refusals: Refusal[];
  readonly observations: Observation[];
  readonly refuse: (code: string, path: Path, params?: Params) => void;
  readonly observe: (code: string, path: Path, params?: Params) => void;
  /** Whole money units; negative amounts are refused unless allowed. */
  readonly money: (value: number | string, path: Path, allowNegative?: boolean) => number;
  /** Whole value units, rounded to the nearest when the scale is too coarse. */
  readonly value: (value: Fraction) => number;
  /** Exact fraction of a decimal that zod has already accepted. */
  readonly exact: (value: number | string, path: Path) => Fraction;
  readonly needs: { moneyDecimals: number; valueDecimals: number; valuesExact: boolean };
}

export function startReading(scales: Scales, mostValueDecimals: number): Reading {
  const refusals: Refusal[] = [];
  const observations: Observation[] = [];
  const needs = { moneyDecimals: 0, valueDecimals: 0, valuesExact: true };
  const refuse = (code: string, path: Path, params: Params = {}) => void refusals.push(refusal(code, path, params));
  const exact = (value: number | string, path: Path): Fraction => {
    const parsed = fractionOf(value);
    if (parsed) return parsed;
    refuse('allocation-not-a-decimal', path, { value: String(value) });
    return { numerator: 0n, denominator: 1n };
  };
  const safe = (units: bigint, path: Path): number => {
    const number = Number(units);
    if (Number.isSafeInteger(number)) return number;
    refuse('allocation-amount-too-large', path, { value: String(units) });
    return 0;
  };
  return {
    scales,
    refusals,
    observations,
    needs,
    refuse,
    exact,
    observe: (code, path, params = {}) => void observations.push({ code, path, params }),
    money: (value, path, allowNegative = false) => {
      const parsed = exact(value, path);
      if (!allowNegative && parsed.numerator < 0n) refuse('allocation-negative-amount', path, { value: String(value) });
      const decimals = decimalsOf(parsed, mostMoneyDecimals);
      if (decimals === null) refuse('allocation-amount-too-fine', path, { value: String(value), mostMoneyDecimals });
      needs.moneyDecimals = Math.max(needs.moneyDecimals, decimals ?? 0);
      return safe(roundToDecimals(parsed, scales.moneyDecimals), path);
    },
    value: (value) => {
      const decimals = decimalsOf(value, mostValueDecimals);
      needs.valueDecimals = Math.max(needs.valueDecimals, decimals ?? mostValueDecimals);
      if (decimals === null || decimals > scales.valueDecimals) needs.valuesExact = false;
      return safe(roundToDecimals(value, scales.valueDecimals), []);
    },
  };
}

/** Ids in their natural order: whole numbers by size and before text, text by code unit. The last tie-break everywhere. */
export function compareIds(a: string, b: string): number {
  const [aNumber, bNumber] = [/^\d{1,15}$/.test(a), /^\d{1,15}$/.test(b)];
  if (aNumber && bNumber && Number(a) !== Number(b)) return Number(a) - Number(b);
  if (aNumber !== bNumber) return aNumber ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

export const sortedIds = (ids: Iterable<string>): readonly string[] => [...new Set(ids)].sort(compareIds);
