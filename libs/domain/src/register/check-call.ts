import { refusal, type Refusal } from '../result';
import type { Call } from '../round';
import { keyRefusals } from './key';

type Dated = 'firstKnownDate' | 'openingDate' | 'closingDate' | 'decisionDate';
/** Each pair: the first may not come after the second. Decisions may be made while a call is open; not before it opens. */
const order: readonly (readonly [Dated, Dated])[] = [
  ['firstKnownDate', 'openingDate'],
  ['openingDate', 'closingDate'],
  ['firstKnownDate', 'closingDate'],
  ['openingDate', 'decisionDate'],
];

/**
 * Why a call cannot be as it is written; `[]` when it can.
 *
 * Edges   Dates that are not known (null) are in no order.
 * Errors  `key-form`, `name-missing`, `call-dates-order` at the later of two dates, with both.
 */
export function callRefusals(call: Pick<Call, 'id' | 'name' | Dated>): readonly Refusal[] {
  const problems: Refusal[] = [...keyRefusals(call.id, ['id'])];
  if (call.name.trim() === '') problems.push(refusal('name-missing', ['name']));
  for (const [earlier, later] of order) {
    const [from, to] = [call[earlier], call[later]];
    const isTold = problems.some(({ code, path }) => code === 'call-dates-order' && path[0] === later);
    if (from !== null && to !== null && from > to && !isTold)
      problems.push(refusal('call-dates-order', [later], { earlier, later, from, to }));
  }
  return problems;
}
