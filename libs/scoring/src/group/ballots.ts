import { accept, at, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { compareIds } from '../methods/common/ranks';

/** One ranking and how many voters gave it: candidates best first, equals in a list of their own. */
export interface RankedBallot {
  readonly count: number;
  readonly ranking: readonly (string | readonly string[])[];
}

/**
 * What a ballot says about the candidates it leaves out: nothing may be left out (`refuse`); they come `last`, tied; or it says
 * nothing about them (`ignored`: no pair with them is counted, and they get no points).
 */
export const unrankedConventions = ['refuse', 'last', 'ignored'] as const;
export type UnrankedConvention = (typeof unrankedConventions)[number];

/** Ballots as indexes: groups of equals, best first; the candidates that a ballot leaves out are in none of its groups. */
export interface Profile {
  /** In code-unit order unless the caller listed them. */
  readonly candidates: readonly string[];
  readonly ballots: readonly { readonly count: number; readonly groups: readonly (readonly number[])[] }[];
  /** Sum of the counts. */
  readonly voters: number;
}

/**
 * Reads ranked ballots.
 *
 * Shapes  candidates: all of them, or null for those that occur. Counts are positive and finite; they may be weights.
 * Edges   Under `last` the candidates left out become one tied group at the end.
 * Errors  Refusals: `ballots-none`; `ballot-count`; `ballot-empty`; `ballot-repeats` a candidate; `ballot-unknown` candidate;
 *         `ballot-incomplete` under `refuse`; `ballots-one-candidate`; `candidate-repeated`.
 */
export function profileOf(
  ballots: readonly RankedBallot[],
  candidates: readonly string[] | null,
  unranked: UnrankedConvention,
): Result<Profile> {
  if (ballots.length === 0) return refuse([refusal('ballots-none')]);
  const named = candidates ?? [...new Set(ballots.flatMap((ballot) => ballot.ranking.flat()))].sort(compareIds);
  const indexOf = new Map(named.map((id, index) => [id, index]));
  const refusals: Refusal[] = [];
  const twice = named.find((id, index) => indexOf.get(id) !== index);
  if (twice !== undefined) refusals.push(refusal('candidate-repeated', ['candidates'], { id: twice }));
  if (named.length < 2) refusals.push(refusal('ballots-one-candidate', [], { candidates: named.length }));
  const read = ballots.map((ballot, index) => {
    const path: Path = [index];
    if (!(ballot.count > 0 && ballot.count < Infinity))
      refusals.push(refusal('ballot-count', [...path, 'count'], { count: String(ballot.count) }));
    if (ballot.ranking.length === 0) refusals.push(refusal('ballot-empty', [...path, 'ranking']));
    const seen = new Set<number>();
    const groups = ballot.ranking.map((entry, place) =>
      (typeof entry === 'string' ? [entry] : entry).flatMap((id) => {
        const candidate = indexOf.get(id);
        if (candidate === undefined) refusals.push(refusal('ballot-unknown', [...path, 'ranking', place], { id }));
        else if (seen.has(candidate)) refusals.push(refusal('ballot-repeats', [...path, 'ranking', place], { id }));
        else {
          seen.add(candidate);
          return [candidate];
        }
        return [];
      }),
    );
    const left = named.flatMap((_, candidate) => (seen.has(candidate) ? [] : [candidate]));
    if (left.length > 0 && unranked === 'refuse')
      refusals.push(
        refusal('ballot-incomplete', [...path, 'ranking'], { ids: left.map((candidate) => at(named, candidate)) }),
      );
    const all = left.length > 0 && unranked === 'last' ? [...groups, left] : groups;
    return { count: ballot.count, groups: all.filter((group) => group.length > 0) };
  });
  if (refusals.length > 0) return refuse(refusals);
  return accept({ candidates: named, ballots: read, voters: read.reduce((sum, ballot) => sum + ballot.count, 0) });
}

/**
 * Each reviewer's ratings as a ballot: higher ratings before lower ones (or the other way), equal ratings tied, candidates that
 * the reviewer has not rated left out. Reviewers without ratings give none.
 */
export function ballotsFromRatings(
  table: readonly (readonly (number | null)[])[],
  candidates: readonly string[],
  best: 'highest' | 'lowest',
): readonly RankedBallot[] {
  const reviewers = table[0]?.length ?? 0;
  return Array.from({ length: reviewers }, (_, reviewer) => {
    const values = [...new Set(table.map((row) => at(row, reviewer)).filter((rating) => rating !== null))];
    values.sort((a, b) => (best === 'highest' ? b - a : a - b));
    const ranking = values.map((value) => candidates.filter((__, unit) => at(at(table, unit), reviewer) === value));
    return { count: 1, ranking };
  }).filter((ballot) => ballot.ranking.length > 0);
}
