import { availableSek, type Round, type Sek } from '@fordela/domain';
import { fundedBy } from '../robustness/smaa/money-line';

/** What a round may grant over all years: the line `"envelope"`. A year that is overdrawn counts 0. */
export const envelopeSek = ({ budgetFrames }: Round): Sek =>
  budgetFrames.reduce((sum, frame) => sum + Math.max(0, availableSek(frame)), 0);

/**
 * Who is above the line `"envelope"` of a ranking: walking down it, each is funded in full whose request still fits; one that does
 * not fit is passed over. Not the best portfolio: that looks at limits and combinations too.
 *
 * Shapes  order: application ids, best first. Returns those funded, in that order; ids that the round does not hold are never funded.
 */
export function fundedDownRanking(round: Round, order: readonly string[]): readonly string[] {
  const requested = new Map(round.applications.map(({ id, requestedSek }) => [id, requestedSek]));
  const costs = order.map((id) => requested.get(id) ?? Infinity);
  const places = order.map((_, place) => place);
  const funded = fundedBy({ kind: 'budget', budget: envelopeSek(round), costs, rule: 'skip' }, places);
  return order.filter((_, place) => funded[place]);
}
