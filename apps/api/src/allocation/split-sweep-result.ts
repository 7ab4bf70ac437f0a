import { invariant } from '@fordela/domain';
import type { PortfolioChange, SplitSweepOutcome } from '@fordela/portfolio';
import { wordedObservations } from '../platform/graphql/observation.types';
import type { GroupDimension } from './allocation-options.types';
import { grantsOf, type AnsweredProblem } from './allocation-result';
import type { Certificate, Grant } from './allocation.types';
import type { PortfolioDifference, SplitPoint, SplitSweep } from './split-sweep.types';

/** The sweep of a call as it is shown. */
export function splitSweepOf({ round, options, ruleBookVersion, roundProblem, answer }: AnsweredProblem): SplitSweep {
  const result = answer.results.find(({ task }) => task === 'split-sweep');
  invariant(result, 'the problem of a sweep asks for one');
  const outcome = result.outcome as SplitSweepOutcome;
  const free = grantsOf(round, outcome.free.funded);
  const points: SplitPoint[] = [];
  let previous: readonly Grant[] = [];
  for (const { money, unused, groups, funded, againstFree, againstPrevious, ...point } of outcome.points) {
    const grants = grantsOf(round, funded);
    points.push({
      ...point,
      grantedSek: money,
      unusedSek: unused,
      groups: groups.map(({ money: amountSek, ...group }) => ({ ...group, amountSek })),
      funded: grants,
      againstFree: difference(againstFree, free, grants),
      againstPrevious: againstPrevious && difference(againstPrevious, previous, grants),
    });
    previous = grants;
  }
  return {
    callId: round.call.id,
    isExample: round.call.isExample,
    engineVersion: answer.engineVersion,
    inputFingerprint: answer.inputFingerprint,
    method: result.method,
    conventions: { ...result.conventions, ownerAttribution: options.ownerAttribution, ruleBook: ruleBookVersion },
    dimension: outcome.dimension as GroupDimension,
    groups: outcome.groups,
    meaning: outcome.meaning,
    budgetSek: outcome.budget,
    free: {
      certificate: outcome.free.certificate as Certificate,
      value: outcome.free.certificate.objective,
      grantedSek: free.reduce((sum, grant) => sum + grant.grantedSek, 0),
      funded: free,
    },
    points,
    kinks: outcome.kinks,
    infeasible: outcome.infeasible,
    observations: wordedObservations([...roundProblem.observations, ...answer.observations, ...result.observations]),
    problem: roundProblem.problem,
  };
}

function difference(
  { entering, leaving, changed }: PortfolioChange,
  before: readonly Grant[],
  after: readonly Grant[],
): PortfolioDifference {
  const among = (grants: readonly Grant[], ids: readonly string[]) =>
    grants.filter(({ applicationId }) => ids.includes(applicationId));
  return { entering: among(after, entering), leaving: among(before, leaving), changed: among(after, changed) };
}
