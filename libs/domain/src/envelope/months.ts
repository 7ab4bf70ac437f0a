import { invariant } from '../invariant';

/** Months counted from year 0, so that they can be added and compared: `2026-10` is 24321. */
export function monthNumber(month: string): number {
  invariant(/^\d{4}-(0[1-9]|1[0-2])$/.test(month), `not a month: ${month}`);
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}

/** The year a counted month lies in. */
export function yearOfMonth(month: number): number {
  return Math.floor(month / 12);
}

/** A counted month as `YYYY-MM`. */
export function monthText(month: number): string {
  return `${String(yearOfMonth(month)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}
