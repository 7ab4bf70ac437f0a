import { costOf, type Ballot, type Election } from '../fair/election';
import { Fraction, sumFractions } from '../fair/fraction';
import type { PabulibNote } from './parse-pabulib';

/** The limits a `.pb` file may state for a ballot, and what each is a limit of. */
const limits: readonly {
  readonly key: string;
  readonly side: 'min' | 'max';
  readonly of: (election: Election, ballot: Ballot) => readonly Fraction[];
}[] = [
  { key: 'min_length', side: 'min', of: (_, ballot) => [Fraction.of(ballot.projects.length)] },
  { key: 'max_length', side: 'max', of: (_, ballot) => [Fraction.of(ballot.projects.length)] },
  { key: 'min_sum_cost', side: 'min', of: (election, ballot) => [costOf(election, ballot.projects)] },
  { key: 'max_sum_cost', side: 'max', of: (election, ballot) => [costOf(election, ballot.projects)] },
  { key: 'min_points', side: 'min', of: (_, ballot) => ballot.utilities ?? [] },
  { key: 'max_points', side: 'max', of: (_, ballot) => ballot.utilities ?? [] },
  { key: 'min_sum_points', side: 'min', of: (_, ballot) => (ballot.utilities ? [sumFractions(ballot.utilities)] : []) },
  { key: 'max_sum_points', side: 'max', of: (_, ballot) => (ballot.utilities ? [sumFractions(ballot.utilities)] : []) },
];

/**
 * Ballots outside the limits the file states for them, counted per limit. They are notes, not refusals: the city counted these
 * ballots.
 */
export function checkBallots(election: Election, meta: Readonly<Record<string, string>>): readonly PabulibNote[] {
  return limits.flatMap(({ key, side, of }) => {
    const limit = Fraction.parse(meta[key] ?? '');
    if (!limit) return [];
    const outside = election.ballots.filter((ballot) =>
      of(election, ballot).some((value) => (side === 'min' ? value.compare(limit) < 0 : value.compare(limit) > 0)),
    );
    const first = outside[0];
    if (!first) return [];
    return [
      {
        code: 'pabulib-ballots-outside-limit',
        params: { key, limit: meta[key] as string, ballots: outside.length, first: first.voterId },
      },
    ];
  });
}
