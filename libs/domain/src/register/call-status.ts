import type { Call } from '../round';

export const callStatuses = ['upcoming', 'open', 'expired'] as const;
/** Kommande, öppen, utlöpt: the words of the case system. */
export type CallStatus = (typeof callStatuses)[number];

/**
 * How a call stands on a day, by its own dates.
 *
 * Rule    From the opening to the closing day, both included, it is open; after, expired; before, upcoming.
 * Edges   No opening day known: upcoming until the closing day has passed. No closing day: open until further notice.
 * @example callStatusOn({ openingDate: '2026-02-01', closingDate: '2026-03-31' }, '2026-03-31') // => 'open'
 */
export function callStatusOn(call: Pick<Call, 'openingDate' | 'closingDate'>, day: string): CallStatus {
  if (call.closingDate !== null && day > call.closingDate) return 'expired';
  return call.openingDate !== null && day >= call.openingDate ? 'open' : 'upcoming';
}
