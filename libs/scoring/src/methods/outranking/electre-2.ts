import type { Edges } from './graph';

/** Concordance levels p0 ≥ p1 ≥ p2 and discordance levels q0 ≥ q1. */
export interface ElectreTwoLevels {
  readonly p0: number;
  readonly p1: number;
  readonly p2: number;
  readonly q0: number;
  readonly q1: number;
}

export interface ElectreTwoResult {
  readonly strong: Edges;
  readonly weak: Edges;
  /** Places from the best (forward) and from the worst (reverse), 1 = best; their mean orders the alternatives. */
  readonly forward: readonly number[];
  readonly reverse: readonly number[];
  readonly mean: readonly number[];
}

type Pairs = readonly (readonly (number | null)[])[];

/**
 * ELECTRE II: ranks by peeling off, again and again, those that nobody left outranks, strongly or weakly; forward and reverse.
 *
 * Shapes  concordance and discordance: m × m, null on the diagonal (see `electreOne`).
 * Rule    Where c(a, b) > c(b, a): strong when c ≥ p0 and d ≤ q0, or c ≥ p1 and d ≤ q1; weak when c ≥ p2 and d ≤ q0 and not strong.
 * Edges   When everybody left is outranked (a circuit), all of them share the place.
 * Source  Roy & Bertier 1971; Gomes, Araya & Carignano, Tomada de decisões em cenários complexos (2004).
 */
export function electreTwo(concordance: Pairs, discordance: Pairs, levels: ElectreTwoLevels): ElectreTwoResult {
  const slack = 1e-12;
  const relation = (holds: (c: number, d: number) => boolean) =>
    concordance.map((row, a) =>
      row.map((c, b) => a !== b && c! > concordance[b]![a]! + slack && holds(c! + slack, discordance[a]![b]! - slack)),
    );
  const isStrong = (c: number, d: number) => (c >= levels.p0 && d <= levels.q0) || (c >= levels.p1 && d <= levels.q1);
  const strong = relation(isStrong);
  const weak = relation((c, d) => c >= levels.p2 && d <= levels.q0 && !isStrong(c, d));
  const either = strong.map((row, a) => row.map((edge, b) => edge || weak[a]![b]!));
  const forward = peel(either);
  const backward = peel(either.map((_, a) => either.map((row) => row[a]!)));
  const last = Math.max(0, ...backward);
  const reverse = backward.map((place) => last + 1 - place);
  return { strong, weak, forward, reverse, mean: forward.map((place, i) => (place + reverse[i]!) / 2) };
}

/** Places by taking away, round by round, all that nobody left points to. */
function peel(edges: Edges): readonly number[] {
  const places = new Array<number>(edges.length).fill(0);
  let left = edges.map((_, i) => i);
  for (let place = 1; left.length > 0; place += 1) {
    const free = left.filter((b) => !left.some((a) => edges[a]![b]));
    const taken = free.length > 0 ? free : left;
    for (const i of taken) places[i] = place;
    left = left.filter((i) => !taken.includes(i));
  }
  return places;
}
