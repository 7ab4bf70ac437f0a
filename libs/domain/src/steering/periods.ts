import { invariant } from '../invariant';
import { isDay } from '../rules/day';

/** A stretch of days, first and last included. */
export interface Period {
  /** `2026-W13` or `2026-03`. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;
const timeOf = (day: string): number => {
  invariant(isDay(day), `not a day: ${day}`);
  return Date.parse(`${day}T00:00:00Z`);
};
const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10);

/**
 * The week a day lies in, Monday to Sunday, named as ISO 8601 does: week 1 is the one with the year's first Thursday.
 * @example weekOf('2027-01-01') // => { label: '2026-W53', from: '2026-12-28', to: '2027-01-03' }
 */
export function weekOf(day: string): Period {
  const time = timeOf(day);
  const monday = time - ((new Date(time).getUTCDay() + 6) % 7) * dayMs;
  const thursday = new Date(monday + 3 * dayMs);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1;
  return {
    label: `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`,
    from: dayAt(monday),
    to: dayAt(monday + 6 * dayMs),
  };
}

/**
 * A calendar month, `YYYY-MM`.
 * @example monthPeriod('2028-02') // => { label: '2028-02', from: '2028-02-01', to: '2028-02-29' }
 */
export function monthPeriod(month: string): Period {
  const from = `${month}-01`;
  const [year, number] = month.split('-').map(Number) as [number, number];
  timeOf(from);
  return { label: month, from, to: dayAt(Date.UTC(year, number, 0)) };
}

/** The day some days after another; before it for a negative number. */
export function dayAfter(day: string, days: number): string {
  return dayAt(timeOf(day) + days * dayMs);
}
