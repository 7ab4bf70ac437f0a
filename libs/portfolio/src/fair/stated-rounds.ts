import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import type { Election } from './election';
import { Fraction } from './fraction';
import type { MoneyRound } from './project-loss';

/** One purchase as a file states it: what every voter of each ballot had before it and after it, in the order of the ballots. */
export interface StatedRound {
  readonly project: string;
  readonly before: readonly Fraction[];
  readonly after: readonly Fraction[];
}

/**
 * Stated purchases, checked: every project is known and bought once, every ballot has its money, and nobody has more after a
 * purchase than before it, nor more before the next than after the last.
 *
 * Errors  fair-unknown-project, fair-project-twice, fair-money-per-ballot, fair-money-rises: all at once, each with its place.
 */
export function statedRounds(
  election: Election,
  stated: readonly StatedRound[],
  path: Path,
): Result<readonly MoneyRound[]> {
  const refusals: Refusal[] = [];
  const indexes = new Map(election.projects.map(({ id }, index) => [id, index]));
  const bought = new Set<string>();
  let had: readonly Fraction[] | null = null;
  stated.forEach(({ project, before, after }, k) => {
    if (!indexes.has(project)) refusals.push(refusal('fair-unknown-project', [...path, k, 'project'], { id: project }));
    else if (bought.has(project))
      refusals.push(refusal('fair-project-twice', [...path, k, 'project'], { id: project }));
    bought.add(project);
    for (const [side, money, most] of [
      ['before', before, had],
      ['after', after, before],
    ] as const) {
      if (money.length !== election.ballots.length)
        refusals.push(
          refusal('fair-money-per-ballot', [...path, k, side], {
            amounts: money.length,
            ballots: election.ballots.length,
          }),
        );
      const risen = money.findIndex((amount, ballot) => most?.[ballot] && amount.compare(most[ballot]) > 0);
      if (risen >= 0)
        refusals.push(
          refusal('fair-money-rises', [...path, k, side, risen], { voter: election.ballots[risen]?.voterId ?? '' }),
        );
    }
    had = after;
  });
  if (refusals.length > 0) return refuse(refusals);
  return accept(stated.map(({ project, ...money }) => ({ project: indexes.get(project)!, ...money })));
}
