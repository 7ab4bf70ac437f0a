import { costOf, votersIn, type Election } from '../fair/election';
import { Fraction, sumFractions } from '../fair/fraction';
import { supporterCounts } from '../fair/satisfaction';
import { median } from './concentration';

/** What an election is like before anything is decided. */
export interface ElectionStatistics {
  readonly projects: number;
  readonly voters: number;
  readonly totalCost: Fraction;
  readonly meanCost: number;
  readonly medianCost: number;
  /** Standard deviation of all the projects (divided by n). */
  readonly costDeviation: number;
  /** Total cost over the budget: how many times the money would be needed. Null for a budget of 0. */
  readonly scarcity: Fraction | null;
  readonly meanBallotLength: number;
  readonly meanBallotCost: number;
  readonly meanSupporters: number;
  /** Ids of projects that nobody supports. */
  readonly unsupported: readonly string[];
}

/** Statistics of the projects and ballots of an election with at least one project. Weights count as that many voters. */
export function electionStatistics(election: Election): ElectionStatistics {
  const costs = election.projects.map((project) => project.cost.toNumber());
  const totalCost = sumFractions(election.projects.map((project) => project.cost));
  const mean = totalCost.over(costs.length).toNumber();
  const supporters = supporterCounts(election);
  const voters = votersIn(election);
  const perVoter = (of: (ballot: Election['ballots'][number]) => Fraction): number =>
    sumFractions(election.ballots.map((ballot) => of(ballot).times(ballot.weight)))
      .over(voters)
      .toNumber();
  return {
    projects: costs.length,
    voters,
    totalCost,
    meanCost: mean,
    medianCost: median(costs) ?? mean,
    costDeviation: Math.sqrt(costs.reduce((sum, cost) => sum + (cost - mean) ** 2, 0) / costs.length),
    scarcity: election.budget.sign() > 0 ? totalCost.over(election.budget) : null,
    meanBallotLength: perVoter((ballot) => Fraction.of(ballot.projects.length)),
    meanBallotCost: perVoter((ballot) => costOf(election, ballot.projects)),
    meanSupporters: supporters.reduce((sum, count) => sum + count, 0) / costs.length,
    unsupported: election.projects.filter((_, index) => supporters[index] === 0).map((project) => project.id),
  };
}
