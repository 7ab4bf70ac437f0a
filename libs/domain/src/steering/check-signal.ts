import { refusal, type Refusal } from '../result';

/** Signals are marked on this scale; the prioritisation matrix reads it as 0–1. */
export const signalScale = { least: 0, most: 5 } as const;

export interface StatedSignal {
  readonly title: string;
  readonly source: string;
  readonly date: string;
  readonly link: string | null;
  /** Whole numbers on `signalScale`; null when not marked. */
  readonly importance: number | null;
  readonly readiness: number | null;
}

/**
 * Why a signal cannot be as it is written; `[]` when it can. A deadline may have passed when it was seen: that is worth knowing too.
 *
 * Errors  `text-missing`, `date-in-future`, `link-form`, `mark-outside-scale`.
 */
export function signalRefusals(signal: StatedSignal, today: string): readonly Refusal[] {
  const problems: Refusal[] = [];
  for (const field of ['title', 'source'] as const)
    if (signal[field].trim() === '') problems.push(refusal('text-missing', [field], { field }));
  if (signal.date > today) problems.push(refusal('date-in-future', ['date'], { date: signal.date, today }));
  if (signal.link !== null && !/^https?:\/\/[^\s/]+\S*$/.test(signal.link))
    problems.push(refusal('link-form', ['link'], { link: signal.link }));
  for (const field of ['importance', 'readiness'] as const) {
    const mark = signal[field];
    if (mark !== null && !(mark >= signalScale.least && mark <= signalScale.most))
      problems.push(refusal('mark-outside-scale', [field], { mark, ...signalScale }));
  }
  return problems;
}

/**
 * A mark as a share of the scale, 0–1.
 * @example signalShare(4) // => 0.8
 */
export function signalShare(mark: number | null): number | null {
  return mark === null ? null : (mark - signalScale.least) / (signalScale.most - signalScale.least);
}
