import { at } from '@fordela/domain';
import type { Profile } from './ballots';

/** How many voters prefer the row's candidate to the column's. Ties on a ballot, and candidates it leaves out, count for neither. */
export function pairwiseCounts(profile: Profile): readonly (readonly number[])[] {
  const n = profile.candidates.length;
  const counts = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  for (const { count, groups } of profile.ballots)
    groups.forEach((group, place) => {
      for (const lower of groups.slice(place + 1))
        for (const a of group)
          for (const b of lower) {
            const row = at(counts, a);
            row[b] = at(row, b) + count;
          }
    });
  return counts;
}

/** One candidate's duels. */
export interface Duels {
  readonly wins: number;
  readonly losses: number;
  readonly ties: number;
}

/** Duels won, lost and tied by each candidate, in the order of the candidates. */
export function duelsOf(counts: readonly (readonly number[])[]): readonly Duels[] {
  return counts.map((row, a) => {
    const against = row
      .map((own, b) => (a === b ? null : Math.sign(own - at(at(counts, b), a))))
      .filter((x) => x !== null);
    return {
      wins: against.filter((sign) => sign > 0).length,
      losses: against.filter((sign) => sign < 0).length,
      ties: against.filter((sign) => sign === 0).length,
    };
  });
}

/** Copeland's score: wins − losses, or wins + ½ for each tie, or wins alone. */
export const copelandScorings = ['wins-minus-losses', 'wins-plus-half-ties', 'wins'] as const;
export type CopelandScoring = (typeof copelandScorings)[number];

/** Copeland scores in the order of the candidates. Source: A. H. Copeland (1951); Saari & Merlin, Economic Theory 8 (1996). */
export function copelandScores(counts: readonly (readonly number[])[], scoring: CopelandScoring): readonly number[] {
  return duelsOf(counts).map(({ wins, losses, ties }) => {
    if (scoring === 'wins-minus-losses') return wins - losses;
    return scoring === 'wins' ? wins : wins + ties / 2;
  });
}

export interface Condorcet {
  /** The candidate who beats every other; null when there is none. */
  readonly winner: string | null;
  /** The candidate who loses to every other; null when there is none. */
  readonly loser: string | null;
  /** Smith set: the smallest group whose members beat everyone outside it. One member: the winner. */
  readonly smithSet: readonly string[];
  /** A shortest cycle of majorities (each beats the next, the last the first) inside the Smith set; null when there is none. */
  readonly cycle: readonly string[] | null;
}

/** Whether the majorities have a winner, and if not, who goes round in circles. */
export function condorcet(candidates: readonly string[], counts: readonly (readonly number[])[]): Condorcet {
  const n = candidates.length;
  const beats = (a: number, b: number) => at(at(counts, a), b) > at(at(counts, b), a);
  const duels = duelsOf(counts);
  const all = candidates.map((_, index) => index);
  const winner = all.find((a) => at(duels, a).wins === n - 1);
  const loser = all.find((a) => at(duels, a).losses === n - 1);
  // Smith set: start from the most wins (ties count half) and add everyone who is not beaten by the whole set.
  const order = [...all].sort((a, b) => copelandOf(at(duels, b)) - copelandOf(at(duels, a)) || a - b);
  const smith = new Set<number>(order.slice(0, 1));
  for (let grown = true; grown;) {
    grown = false;
    for (const outside of all)
      if (!smith.has(outside) && [...smith].some((inside) => !beats(inside, outside))) {
        smith.add(outside);
        grown = true;
      }
  }
  const members = all.filter((index) => smith.has(index));
  const cycle = shortestCycle(members, beats);
  return {
    winner: winner === undefined ? null : at(candidates, winner),
    loser: loser === undefined ? null : at(candidates, loser),
    smithSet: members.map((index) => at(candidates, index)),
    cycle: cycle && cycle.map((index) => at(candidates, index)),
  };
}

const copelandOf = ({ wins, ties }: Duels): number => wins + ties / 2;

/** A shortest cycle of the relation, found breadth first from each member in turn; starts at its first member. */
function shortestCycle(members: readonly number[], beats: (a: number, b: number) => boolean): readonly number[] | null {
  let best: readonly number[] | null = null;
  for (const start of members) {
    const before = new Map<number, number>();
    const queue = [start];
    for (let head = 0; head < queue.length; head += 1) {
      const current = at(queue, head);
      if (current !== start && beats(current, start)) {
        const path = [current];
        while (at(path, 0) !== start) path.unshift(before.get(at(path, 0)) as number);
        if (!best || path.length < best.length) best = path;
        break;
      }
      for (const next of members)
        if (next !== start && !before.has(next) && beats(current, next)) {
          before.set(next, current);
          queue.push(next);
        }
    }
  }
  return best;
}
