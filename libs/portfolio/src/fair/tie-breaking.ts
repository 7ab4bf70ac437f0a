import type { Election } from './election';
import { costAt, type Chooser, type TieBreaking, type TieKey } from './rule';
import { supporterCounts } from './satisfaction';

/**
 * A chooser that follows the keys in turn; projects alike in all of them go by their place in the list.
 *
 * @example chooserOf(election, { keys: ['more_supporters', 'id'], order: [] })([0, 2]) // => 0 or 1
 */
export function chooserOf(election: Election, ties: TieBreaking): Chooser {
  let supporters: readonly number[] | null = null;
  const places = new Map(ties.order.map((id, place) => [id, place]));
  const placeOf = (index: number) => places.get(idAt(election, index)) ?? places.size;
  const compare = (key: TieKey, a: number, b: number): number => {
    switch (key) {
      case 'index':
        return a - b;
      case 'id':
        return compareText(idAt(election, a), idAt(election, b));
      case 'id_numeric':
        return compareNumeric(idAt(election, a), idAt(election, b));
      case 'lower_cost':
        return costAt(election, a).compare(costAt(election, b));
      case 'higher_cost':
        return costAt(election, b).compare(costAt(election, a));
      case 'more_supporters':
        supporters ??= supporterCounts(election);
        return supporters[b]! - supporters[a]!;
      case 'order':
        return placeOf(a) - placeOf(b);
    }
  };
  return (tied) => {
    let best = 0;
    for (let place = 1; place < tied.length; place++) {
      const order = ties.keys.map((key) => compare(key, tied[place]!, tied[best]!)).find((sign) => sign !== 0);
      if ((order ?? tied[place]! - tied[best]!) < 0) best = place;
    }
    return best;
  };
}

const idAt = (election: Election, index: number): string => election.projects[index]!.id;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareNumeric(a: string, b: string): number {
  if (!/^\d+$/.test(a) || !/^\d+$/.test(b)) return compareText(a, b);
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : compareText(a, b);
}
