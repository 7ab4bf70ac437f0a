import { accept, at, refusal, refuse, type Result } from '@fordela/domain';

/** The most candidates an exact Kemeny order is computed for: 2^18 subsets. */
export const kemenyLimit = 18;

export interface KemenyOrder {
  /** Candidate indexes, best first. */
  readonly order: readonly number[];
  /** Sum over all pairs of the voters who agree with the order. */
  readonly score: number;
  /** Sum over all pairs of the voters who disagree: what the order minimises. */
  readonly distance: number;
  /** How many orders are as good. With more than one, `order` is the first of them by the order of the candidates. */
  readonly optimalOrders: number;
}

/**
 * The Kemeny–Young order: the one that agrees with the voters on as many pairs as possible, exactly.
 *
 * Method  Dynamic programming over subsets: the best order of a set puts some member first, before the best order of the rest.
 * Shapes  counts[a][b]: voters who prefer a to b. Ties on ballots agree with neither order of the pair.
 * Errors  `kemeny-too-many` above 18 candidates: an inexact order would have to be called something else.
 * Source  Kemeny, Daedalus 88 (1959); Young, American Political Science Review 82 (1988). Cost O(2^n · n²).
 */
export function kemenyOrder(counts: readonly (readonly number[])[]): Result<KemenyOrder> {
  const n = counts.length;
  if (n > kemenyLimit) return refuse([refusal('kemeny-too-many', [], { candidates: n, most: kemenyLimit })]);
  const size = 2 ** n;
  const best = new Float64Array(size);
  const ways = new Float64Array(size);
  const first = new Int8Array(size);
  ways[0] = 1;
  for (let set = 1; set < size; set += 1) {
    best[set] = -Infinity;
    for (let a = 0; a < n; a += 1) {
      if ((set & (1 << a)) === 0) continue;
      const rest = set & ~(1 << a);
      const row = at(counts, a);
      let score = best[rest] as number;
      for (let b = 0; b < n; b += 1) if ((rest & (1 << b)) !== 0) score += row[b] as number;
      if (score > (best[set] as number)) {
        best[set] = score;
        first[set] = a;
        ways[set] = ways[rest] as number;
      } else if (score === best[set]) ways[set] = (ways[set] as number) + (ways[rest] as number);
    }
  }
  const order: number[] = [];
  for (let set = size - 1; set > 0; set &= ~(1 << at(order, order.length - 1))) order.push(first[set] as number);
  const total = counts.reduce(
    (sum, row, a) => sum + row.reduce((inner, count, b) => inner + (a === b ? 0 : count), 0),
    0,
  );
  const score = best[size - 1] as number;
  return accept({ order, score, distance: total - score, optimalOrders: ways[size - 1] as number });
}

/** How many voters, over all pairs, agree with an order: the score that `kemenyOrder` maximises. */
export function kemenyScore(counts: readonly (readonly number[])[], order: readonly number[]): number {
  let score = 0;
  order.forEach((a, place) => {
    for (const b of order.slice(place + 1)) score += at(at(counts, a), b);
  });
  return score;
}
