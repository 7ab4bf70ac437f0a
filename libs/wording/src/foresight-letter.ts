import type { CallStatus } from '@fordela/domain';
import type { Language } from './catalogue';
import { formatDay, formatList, formatMonth } from './format';
import { groupName } from './group-names';

/** What of a signal a letter says. */
export interface LetterSignal {
  readonly title: string;
  readonly source: string;
  readonly date: string;
  readonly deadline: string | null;
  readonly link: string | null;
}

export interface LetterCall {
  readonly name: string;
  readonly isExample: boolean;
  readonly status: CallStatus;
  readonly openingDate: string | null;
  readonly closingDate: string | null;
  readonly wantedMonths: number | null;
  /** Municipalities that had less than the wanted lead time. */
  readonly short: readonly { readonly municipality: string; readonly months: number }[];
  /** How many municipalities nothing is known of. */
  readonly unknown: number;
}

/** The figures of a week's or a month's horizon scanning. */
export interface ForesightFigures {
  readonly kind: 'week' | 'month';
  /** `2026-W13` or `2026-03`. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** The last day looked ahead to. */
  readonly until: string;
  readonly themes: readonly { readonly theme: string | null; readonly signals: readonly LetterSignal[] }[];
  readonly coming: readonly { readonly signal: LetterSignal; readonly days: number }[];
  readonly passed: readonly LetterSignal[];
  readonly calls: readonly LetterCall[];
}

export interface Letter {
  readonly subject: string;
  readonly sections: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  /** All of it as plain text, for an e-mail. */
  readonly text: string;
}

const statuses: Readonly<Record<CallStatus, readonly [sv: string, en: string]>> = {
  upcoming: ['kommande', 'upcoming'],
  open: ['öppen', 'open'],
  expired: ['utlöpt', 'expired'],
};

/**
 * The weekly list or monthly summary as a letter: what was seen, what must be done when, which calls are near and which
 * municipalities heard too late. Plain text without markup, so that it can be read in any e-mail program and by a screen reader.
 */
export function foresightLetter(figures: ForesightFigures, language: Language): Letter {
  const sv = language === 'sv';
  const day = (of: string) => formatDay(of, language);
  const period = periodName(figures, language);
  const subject = sv ? `Omvärldsbevakning ${period}` : `Horizon scanning ${period}`;
  const signalLine = ({ title, source, date, deadline, link }: LetterSignal) => {
    const until = deadline ? (sv ? ` Sista dag ${day(deadline)}.` : ` Deadline ${day(deadline)}.`) : '';
    const seen = sv ? `sett ${day(date)}` : `seen ${day(date)}`;
    return `${title} (${source}, ${seen}).${until}${link ? ` ${link}` : ''}`;
  };
  const seen = figures.themes.map(({ theme, signals }) => ({
    heading: theme === null ? (sv ? 'Utan tema' : 'Without a theme') : groupName('theme', theme, theme, language),
    lines: signals.map(signalLine),
  }));
  const nothing = {
    heading: sv ? 'Signaler' : 'Signals',
    lines: [sv ? 'Inga signaler under perioden.' : 'No signals in the period.'],
  };
  const coming = {
    heading: sv ? `Sista dagar till och med ${day(figures.until)}` : `Deadlines until ${day(figures.until)}`,
    lines: figures.coming.map(({ signal, days }) =>
      sv
        ? `${day(signal.deadline as string)}, om ${days} ${days === 1 ? 'dag' : 'dagar'}: ${signal.title}.`
        : `${day(signal.deadline as string)}, in ${days} ${days === 1 ? 'day' : 'days'}: ${signal.title}.`,
    ),
  };
  const passed = {
    heading: sv ? 'Sista dagar som passerade' : 'Deadlines that passed',
    lines: figures.passed.map((signal) => `${day(signal.deadline as string)}: ${signal.title}.`),
  };
  const calls = {
    heading: sv ? 'Utlysningar' : 'Calls',
    lines: figures.calls.flatMap((call) => callLines(call, language)),
  };
  const sections = [...(seen.length > 0 ? seen : [nothing]), coming, passed, calls].filter(
    ({ lines }) => lines.length > 0,
  );
  const body = sections.map(({ heading, lines }) => `${heading}\n${lines.map((line) => `- ${line}`).join('\n')}`);
  return { subject, sections, text: `${[subject, ...body].join('\n\n')}\n` };
}

function periodName({ kind, label }: ForesightFigures, language: Language): string {
  if (kind === 'month') return formatMonth(label, language);
  const [year, week] = label.split('-W') as [string, string];
  return language === 'sv' ? `vecka ${Number(week)} ${year}` : `week ${Number(week)}, ${year}`;
}

function callLines(call: LetterCall, language: Language): string[] {
  const sv = language === 'sv';
  const day = (of: string | null) => (of === null ? (sv ? 'okänd dag' : 'a day not known') : formatDay(of, language));
  const mark = call.isExample ? (sv ? ' [exempel]' : ' [example]') : '';
  const status = statuses[call.status][sv ? 0 : 1];
  const lines = [
    sv
      ? `${call.name}${mark}: ${status}, öppnar ${day(call.openingDate)}, stänger ${day(call.closingDate)}.`
      : `${call.name}${mark}: ${status}, opens ${day(call.openingDate)}, closes ${day(call.closingDate)}.`,
  ];
  if (call.short.length > 0) {
    const months = (count: number) => {
      if (count < 0) return sv ? 'efter sista dag' : 'after it closed';
      return sv ? `${count} mån` : `${count} ${count === 1 ? 'month' : 'months'}`;
    };
    const names = formatList(
      call.short.map((item) => `${item.municipality} (${months(item.months)})`),
      language,
    );
    lines.push(
      sv
        ? `Kortare framförhållning än ${call.wantedMonths} månader till ${call.name}: ${names}.`
        : `Less than ${call.wantedMonths} months of lead time to ${call.name}: ${names}.`,
    );
  }
  if (call.unknown > 0)
    lines.push(
      sv
        ? `När ${call.unknown} ${call.unknown === 1 ? 'kommun' : 'kommuner'} fick veta om ${call.name} är inte noterat.`
        : `When ${call.unknown} ${call.unknown === 1 ? 'municipality' : 'municipalities'} heard of ${call.name} is not noted.`,
    );
  return lines;
}
