import { availableSek, invariant, type Round, type YearAmount } from '@fordela/domain';
import {
  portfolioShares,
  type AllocationAnswer,
  type OptimiseOutcome,
  type PortfolioReport,
  type PortfolioShares,
  type RoundAllocationOptions,
  type RoundProblem,
} from '@fordela/portfolio';
import { wordedObservations } from '../platform/graphql/observation.types';
import type { Allocation, AllocationShares, Certificate, Grant, GroupShare, LeftOut } from './allocation.types';
import { wordedLimit } from '../platform/limit-in-words';

/** What an allocation is made of: the call as it was, the problem made of it, and the engine's answer. */
export interface AnsweredProblem {
  readonly round: Round;
  readonly scoresFingerprint: string;
  readonly options: RoundAllocationOptions;
  readonly ruleBookVersion: string;
  readonly roundProblem: RoundProblem;
  readonly answer: AllocationAnswer;
}

/** The optimum of a call as it is shown and kept. Plain JSON. */
export function allocationOf({
  round,
  scoresFingerprint,
  options,
  ruleBookVersion,
  roundProblem,
  answer,
}: AnsweredProblem): Allocation {
  const result = answer.results.find(({ task }) => task === 'optimise');
  invariant(result, 'the problem of an allocation asks for the optimum');
  const { certificate, portfolio, tied, conflict } = result.outcome as OptimiseOutcome;
  const grants = grantsOf(round, portfolio?.funded ?? []);
  const grantedSek = grants.reduce((sum, grant) => sum + grant.grantedSek, 0);
  const available = round.budgetFrames.reduce((sum, frame) => sum + Math.max(0, availableSek(frame)), 0);
  const leftOut = leftOutOf(roundProblem);
  const impossible = new Set(leftOut.map(({ applicationId }) => applicationId));
  return {
    callId: round.call.id,
    isExample: round.call.isExample,
    engineVersion: answer.engineVersion,
    inputFingerprint: answer.inputFingerprint,
    scoresFingerprint,
    method: result.method,
    conventions: { ...result.conventions, ownerAttribution: options.ownerAttribution, ruleBook: ruleBookVersion },
    certificate: certificate as Certificate,
    grantedSek,
    unusedSek: available - grantedSek,
    value: portfolio?.value ?? 0,
    funded: grants,
    notFunded: (portfolio?.notFunded ?? []).filter((id) => !impossible.has(id)),
    leftOut,
    ceilings: portfolio ? [...portfolio.ceilings] : [],
    shares: namedShares(round, portfolioShares(round, grants, options.ownerAttribution)),
    tied: tied && {
      portfolios: tied.portfolios.map((choice) => Object.keys(choice).sort()),
      isComplete: tied.complete,
    },
    conflict:
      conflict &&
      conflict.limits.map(({ limit, code, params }) => ({
        limit,
        params,
        ...wordedLimit(round, { code, params }),
      })),
    observations: wordedObservations([...roundProblem.observations, ...answer.observations, ...result.observations]),
    problem: roundProblem.problem,
  };
}

/** The applications that could not be chosen, with the reasons. */
export const leftOutOf = ({ problem: { projects = [] } }: RoundProblem): LeftOut[] =>
  projects.flatMap(({ id, exclude }) =>
    typeof exclude === 'object' ? [{ applicationId: String(id), reason: exclude.reason ?? '' }] : [],
  );

/** What the engine funds, as grants to the round's applications. */
export function grantsOf(round: Round, funded: PortfolioReport['funded']): Grant[] {
  const applications = new Map(round.applications.map((application) => [application.id, application]));
  return funded.map(({ project, money, costs, full, value }) => {
    const application = applications.get(project);
    invariant(application, `the engine funded ${project}, which is not in the round`);
    const years = Object.entries(costs)
      .map(([year, amountSek]): YearAmount => ({ year: Number(year), amountSek }))
      .filter(({ year, amountSek }) => Number.isInteger(year) && amountSek !== 0);
    return {
      applicationId: project,
      title: application.project.title,
      grantedSek: money,
      requestedSek: application.requestedSek,
      isFull: full,
      years,
      score: value,
    };
  });
}

/** The shares with the names of the municipalities. */
export function namedShares(round: Round, shares: PortfolioShares): AllocationShares {
  const names = new Map(round.municipalities.map(({ code, name }) => [code, name]));
  const named = (groups: PortfolioShares['ownerGroups']): GroupShare[] =>
    groups.map((group) => ({ ...group, name: names.get(group.group) ?? group.group }));
  return {
    ownerGroups: named(shares.ownerGroups),
    phases: named(shares.phases),
    themes: named(shares.themes),
    municipalities: named(shares.municipalities),
    years: named(shares.years),
  };
}
