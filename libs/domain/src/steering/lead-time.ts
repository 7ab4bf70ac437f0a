import type { Call, Municipality } from '../round';
import { parameterOn, type RuleBook } from '../rules/rule-book';

/** When a municipality first heard of a call. */
export interface CallKnownBy {
  readonly callId: string;
  readonly municipalityCode: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

export interface LeadTime {
  readonly callId: string;
  readonly municipalityCode: string;
  /** The day it heard; the call's own first-known or opening day when the municipality has none. Null when nothing is known. */
  readonly knownDate: string | null;
  readonly closingDate: string;
  /** Whole months from known to closing; null when the day is not known. Negative when it heard after closing. */
  readonly months: number | null;
  /** True when it had less than the figure asks for; null when the day is not known. */
  readonly isShort: boolean | null;
  readonly wantedMonths: number;
}

/**
 * How long each municipality has known of each call before it closes, against the half year the report asks for.
 *
 * Rule    Whole months: 2026-01-31 to 2026-07-30 is five, to 2026-07-31 six. The figure valid on `asOf` decides.
 * Edges   Calls without a closing date are left out: they have no lead time yet. No figure valid that day: an empty list.
 * Source  Kraftsamla Sörmland 2026, sections 4.1 and 4.2.
 */
export function leadTimes(
  calls: readonly Call[],
  municipalities: readonly Municipality[],
  knownBy: readonly CallKnownBy[],
  ruleBook: RuleBook,
  asOf: string,
): readonly LeadTime[] {
  const wantedMonths = parameterOn(ruleBook, 'call_lead_time_months', asOf)?.value;
  if (typeof wantedMonths !== 'number') return [];
  return calls.flatMap((call) => {
    const { closingDate } = call;
    if (closingDate === null) return [];
    return municipalities.map((municipality) => {
      const own = knownBy
        .filter((item) => item.callId === call.id && item.municipalityCode === municipality.code)
        .map((item) => item.date)
        .sort()[0];
      const knownDate = own ?? call.firstKnownDate ?? call.openingDate;
      const months = knownDate === null ? null : wholeMonths(knownDate, closingDate);
      return {
        callId: call.id,
        municipalityCode: municipality.code,
        knownDate,
        closingDate,
        months,
        isShort: months === null ? null : months < wantedMonths,
        wantedMonths,
      };
    });
  });
}

/** Whole months between two days; a month is full when its day has come again, or the month has no such day and has ended. */
function wholeMonths(from: string, to: string): number {
  if (to < from) return -wholeMonths(to, from);
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number) as [number, number, number];
  const [toYear, toMonth, toDay] = to.split('-').map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  const isFull = toDay >= Math.min(fromDay, lastDay);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (isFull ? 0 : 1);
}

/** Something seen in the world outside: a call, a change, a rumour. */
export interface Signal {
  readonly id: string;
  /** The day it was seen, `YYYY-MM-DD`. */
  readonly date: string;
  readonly title: string;
  readonly source: string;
  readonly theme: string | null;
  /** Last day to act; null when there is none. */
  readonly deadline: string | null;
  readonly callId: string | null;
}

export interface SignalSummary {
  readonly from: string;
  readonly to: string;
  /** Seen in the period, oldest first, by theme in order of name; those without a theme last. */
  readonly byTheme: readonly { readonly theme: string | null; readonly signalIds: readonly string[] }[];
  /** Of all signals: deadlines after the period, nearest first. */
  readonly comingDeadlines: readonly { readonly signalId: string; readonly deadline: string; readonly days: number }[];
  /** Deadlines that passed in the period. */
  readonly passedSignalIds: readonly string[];
}

/** The week's or the month's signals in one place: what was seen in the period (both days included) and what must be done when. */
export function signalSummary(signals: readonly Signal[], from: string, to: string): SignalSummary {
  const byDate = [...signals].sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id));
  const seen = byDate.filter((signal) => from <= signal.date && signal.date <= to);
  const themes = [...new Set(seen.map((signal) => signal.theme))].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : compare(a, b),
  );
  const known = byDate.filter((signal) => signal.date <= to && signal.deadline !== null);
  return {
    from,
    to,
    byTheme: themes.map((theme) => ({
      theme,
      signalIds: seen.filter((signal) => signal.theme === theme).map((signal) => signal.id),
    })),
    comingDeadlines: known
      .filter((signal) => (signal.deadline as string) > to)
      .sort((a, b) => compare(a.deadline as string, b.deadline as string) || compare(a.id, b.id))
      .map((signal) => ({
        signalId: signal.id,
        deadline: signal.deadline as string,
        days: daysBetween(to, signal.deadline as string),
      })),
    passedSignalIds: known
      .filter((signal) => from <= (signal.deadline as string) && (signal.deadline as string) <= to)
      .map((signal) => signal.id),
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
