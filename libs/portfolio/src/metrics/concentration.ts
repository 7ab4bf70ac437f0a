import { invariant } from '@fordela/domain';

/** How concentrated money is on its recipients. */
export interface Concentration {
  /** Σ share², between 1/n and 1. */
  readonly herfindahl: number;
  /** The same with shares in percent: 10,000 is one recipient, the scale competition authorities use. */
  readonly points: number;
  /** (H − 1/n) / (1 − 1/n): 0 when all n have the same, 1 when one has all. Null for one recipient. */
  readonly normalised: number | null;
  /** 1 / H: as many recipients of equal size would be as concentrated. */
  readonly effectiveNumber: number;
  /** Recipients counted, also those with nothing. */
  readonly recipients: number;
}

/**
 * Herfindahl–Hirschman index of amounts.
 *
 * Shapes  One amount ≥ 0 per recipient. Recipients with 0 count in n and hence in `normalised` only.
 * Edges   Null when there is no money: shares of nothing.
 * Errors  InvariantError on a negative or non-finite amount.
 * Source  US Department of Justice, Herfindahl–Hirschman Index; Hirschman, The Paternity of an Index (AER 1964).
 * @example concentration([30, 30, 20, 20])!.points // => 2600
 */
export function concentration(amounts: readonly number[]): Concentration | null {
  for (const amount of amounts) invariant(amount >= 0 && amount < Infinity, `amounts must be ≥ 0, got ${amount}`);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return null;
  const squares = amounts.reduce((sum, amount) => sum + amount * amount, 0);
  const herfindahl = squares / (total * total);
  const n = amounts.length;
  return {
    herfindahl,
    points: (1e4 * squares) / (total * total),
    normalised: n > 1 ? (herfindahl - 1 / n) / (1 - 1 / n) : null,
    effectiveNumber: 1 / herfindahl,
    recipients: n,
  };
}

/**
 * The part of all money that the `count` largest amounts hold; null when there is no money.
 *
 * @example topShare([5, 3, 1, 1], 2) // => 0.8
 */
export function topShare(amounts: readonly number[], count: number): number | null {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return null;
  const largest = [...amounts].sort((a, b) => b - a).slice(0, count);
  return largest.reduce((sum, amount) => sum + amount, 0) / total;
}

/** The middle amount, or the mean of the two in the middle; null for none. */
export function median(amounts: readonly number[]): number | null {
  if (amounts.length === 0) return null;
  const sorted = [...amounts].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/**
 * Jain's index: (Σx)² / (n Σx²): 1 when all have the same, 1/n when one has all. Null when there is nothing.
 *
 * Source  Jain, Chiu & Hawe, A Quantitative Measure of Fairness (1984).
 * @example jainIndex([1, 1, 0, 0]) // => 0.5
 */
export function jainIndex(amounts: readonly number[]): number | null {
  const index = concentration(amounts);
  return index && 1 / (index.herfindahl * index.recipients);
}

/**
 * Theil's T: Σ (x / total) ln(x n / total): 0 when all have the same, ln n when one has all. Amounts of 0 add nothing.
 *
 * Source  Theil, Economics and Information Theory (1967). Null when there is nothing.
 * @example theilIndex([1, 1]) // => 0
 */
export function theilIndex(amounts: readonly number[]): number | null {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (!(total > 0)) return null;
  return amounts.reduce((sum, amount) => {
    const share = amount / total;
    return amount > 0 ? sum + share * Math.log(share * amounts.length) : sum;
  }, 0);
}
