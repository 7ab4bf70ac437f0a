import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { compareIds } from '../methods/common/ranks';

/** The candidates one kind of voter approves of, and how many such voters there are. */
export interface ApprovalBallot {
  readonly count: number;
  readonly approves: readonly string[];
}

export interface ApprovalScores {
  readonly candidates: readonly string[];
  /** Voters who approve of each candidate, in the order of the candidates. */
  readonly scores: readonly number[];
  readonly voters: number;
}

/**
 * Approval voting: how many voters approve of each candidate.
 *
 * Edges   A ballot that approves of nobody counts as a voter. candidates null: those that occur, in code-unit order.
 * Errors  Refusals: `ballots-none`; `ballot-count`; `ballot-unknown`; `ballot-repeats`; `candidate-repeated`.
 * Source  Brams & Fishburn, American Political Science Review 72 (1978).
 */
export function approvalScores(
  ballots: readonly ApprovalBallot[],
  candidates: readonly string[] | null,
): Result<ApprovalScores> {
  if (ballots.length === 0) return refuse([refusal('ballots-none')]);
  const named = candidates ?? [...new Set(ballots.flatMap((ballot) => ballot.approves))].sort(compareIds);
  const scores = new Map(named.map((id) => [id, 0]));
  const refusals: Refusal[] = [];
  if (scores.size !== named.length) {
    const twice = named.find((id, index) => named.indexOf(id) !== index) as string;
    refusals.push(refusal('candidate-repeated', ['candidates'], { id: twice }));
  }
  ballots.forEach((ballot, index) => {
    if (!(ballot.count > 0 && ballot.count < Infinity))
      refusals.push(refusal('ballot-count', [index, 'count'], { count: String(ballot.count) }));
    ballot.approves.forEach((id, place) => {
      const score = scores.get(id);
      if (score === undefined) refusals.push(refusal('ballot-unknown', [index, 'approves', place], { id }));
      else if (ballot.approves.indexOf(id) !== place)
        refusals.push(refusal('ballot-repeats', [index, 'approves', place], { id }));
      else scores.set(id, score + ballot.count);
    });
  });
  if (refusals.length > 0) return refuse(refusals);
  return accept({
    candidates: named,
    scores: named.map((id) => scores.get(id) as number),
    voters: ballots.reduce((sum, ballot) => sum + ballot.count, 0),
  });
}
