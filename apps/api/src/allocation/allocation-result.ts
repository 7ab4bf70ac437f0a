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
  const { funded, conventions, conflict, observations, ...parts } = partsOfAnswer(roundProblem.problem, answer);
  const grants = grantsOf(round, funded);
  const available = round.budgetFrames.reduce((sum, frame) => sum + Math.max(0, availableSek(frame)), 0);
  return {
    callId: round.call.id,
    isExample: round.call.isExample,
    scoresFingerprint,
    ...parts,
    conventions: { ...conventions, ownerAttribution: options.ownerAttribution, ruleBook: ruleBookVersion },
    unusedSek: available - parts.grantedSek,
    funded: grants,
    conflict:
      conflict &&
      conflict.map(({ limit, code, params }) => ({ limit, params, ...wordedLimit(round, { code, params }) })),
    shares: namedShares(round, portfolioShares(round, grants, options.ownerAttribution)),
    observations: wordedObservations([...roundProblem.observations, ...observations]),
    problem: roundProblem.problem,
  };
}

/** What of an allocation follows from its problem and the engine's answer alone: what a record can be computed again from. */
export function partsOfAnswer(
  problem: RoundProblem['problem'],
  answer: Pick<AllocationAnswer, 'engineVersion' | 'inputFingerprint' | 'observations' | 'results'>,
) {
  const result = answer.results.find(({ task }) => task === 'optimise');
  invariant(result, 'the problem of an allocation asks for the optimum');
  const { certificate, portfolio, tied, conflict } = result.outcome as OptimiseOutcome;
  const funded = portfolio?.funded ?? [];
  const leftOut = leftOutOf({ problem });
  const impossible = new Set(leftOut.map(({ applicationId }) => applicationId));
  return {
    engineVersion: answer.engineVersion,
    inputFingerprint: answer.inputFingerprint,
    method: result.method,
    conventions: result.conventions,
    certificate: certificate as Certificate,
    grantedSek: funded.reduce((sum, { money }) => sum + money, 0),
    value: portfolio?.value ?? 0,
    funded,
    notFunded: (portfolio?.notFunded ?? []).filter((id) => !impossible.has(id)),
    leftOut,
    ceilings: portfolio ? [...portfolio.ceilings] : [],
    tied: tied && {
      portfolios: tied.portfolios.map((choice) => Object.keys(choice).sort()),
      isComplete: tied.complete,
    },
    conflict: conflict && conflict.limits,
    observations: [...answer.observations, ...result.observations],
  };
}

/** The applications that could not be chosen, with the reasons. */
export const leftOutOf = ({ problem: { projects = [] } }: Pick<RoundProblem, 'problem'>): LeftOut[] =>
  projects.flatMap(({ id, exclude }) =>
    typeof exclude === 'object' ? [{ applicationId: String(id), reason: exclude.reason ?? '' }] : [],
  );

/** What the engine funds, as grants to the round's applications. */
export function grantsOf(round: Round, funded: PortfolioReport['funded']): Grant[] {
  const applications = new Map(round.applications.map((application) => [application.id, application]));
  return funded.map((item) => {
    const application = applications.get(item.project);
    invariant(application, `the engine funded ${item.project}, which is not in the round`);
    return grantOf(item, application.project.title, application.requestedSek);
  });
}

/** A grant to an application of this title, which asked for so much. */
export function grantOf(
  { project, money, costs, full, value }: PortfolioReport['funded'][number],
  title: string,
  requestedSek: number,
): Grant {
  const years = Object.entries(costs)
    .map(([year, amountSek]): YearAmount => ({ year: Number(year), amountSek }))
    .filter(({ year, amountSek }) => Number.isInteger(year) && amountSek !== 0);
  return { applicationId: project, title, grantedSek: money, requestedSek, isFull: full, years, score: value };
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
