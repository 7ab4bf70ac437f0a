import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { constraintsOf } from '../optimise/constraints';
import type { AllocationProblem } from '../problem/allocation-problem';
import { choiceModelOf } from './choice-model-of';
import { coreIndexes, type ProjectCore } from './core-index';
import { compileAims, type AimInput, type NamedAim } from './efficient-aims';
import { checkedRecord, type PortfolioRecord } from './portfolio-record';
import { partialProof } from './search/open-regions';
import { efficientChoices, type EfficientSettings } from './search/efficient-choices';
import { supportedPoints } from './supported-points';

export interface EfficientOptions {
  readonly aims?: readonly AimInput[];
  /** All portfolios with the same values, or one for each value vector. */
  readonly equal: 'all' | 'one';
  /** Most portfolios listed per value vector. */
  readonly list: number;
  /** Most partial portfolios looked at. */
  readonly stateLimit: number;
  /** Mark the points that some weighted sum of the aims has as its optimum. */
  readonly markSupported: boolean;
}

/** A value vector no feasible portfolio dominates. */
export interface FrontierPoint {
  /** In the order of the aims, in the reader's units. */
  readonly values: readonly number[];
  /** Optimal for some positive weights of the aims; null when not asked for. */
  readonly supported: boolean | null;
  readonly portfolioCount: number;
  readonly portfolios: readonly PortfolioRecord[];
}

/** What is proven of a frontier that is not complete. */
export interface FrontierProof {
  /** Points that no portfolio can better in one aim without losing in another; which of them, in the order of the frontier. */
  readonly efficientPoints: number;
  readonly efficient: readonly boolean[];
  /** A bound on what any portfolio can have in each aim; null where there is none. */
  readonly bestPossible: readonly (number | null)[];
  /** For every portfolio some point loses at most this share of the points' range in any aim; null without points. */
  readonly within: number | null;
}

export interface EfficientOutcome {
  readonly aims: readonly NamedAim[];
  /** False: the search stopped at its limit. The points listed are feasible, but some may be dominated and others missing. */
  readonly complete: boolean;
  readonly frontierSize: number;
  readonly portfolioCount: number;
  readonly frontier: readonly FrontierPoint[];
  /** Best and worst value of each aim over the efficient portfolios; empty when there are none. */
  readonly best: readonly number[];
  readonly worst: readonly number[];
  /** What is proven all the same when the search stopped early; null when complete, and when the solver did the work. */
  readonly proof: FrontierProof | null;
  /** Core index of every project over the efficient portfolios; empty when incomplete. */
  readonly projects: readonly ProjectCore[];
  /** Partial portfolios looked at; null when the solver did the work. */
  readonly statesVisited: number | null;
  /** Problems the solver solved; null when the own search did the work. */
  readonly solves: number | null;
}

/**
 * All efficient portfolios of a problem under all its limits: those that no feasible portfolio matches in every aim and beats in
 * one, unsupported ones included.
 *
 * Rule    Values are compared exactly, in whole units (money per inhabitant to six decimals). Every portfolio listed is checked
 *         against the problem itself.
 * Edges   No feasible portfolio: an empty frontier. One aim: the optima.
 * Errors  Refusals of the aims; efficient-no-marginal for problems with continuous part-funding, whose portfolios are a continuum.
 * Source  See `efficientChoices`.
 */
export function efficientPortfolios(
  problem: AllocationProblem,
  options: EfficientOptions,
  path: Path,
  shouldStop?: () => boolean,
): Result<EfficientOutcome> {
  if (problem.marginalPartFunding) return refuse([refusal('efficient-no-marginal', path)]);
  const system = constraintsOf(problem);
  const aims = compileAims(system, options.aims, [...path, 'aims']);
  if (!aims.ok) return aims;
  const { named, quantities, constants, shown, wholeBy } = aims.value;
  const compiled = choiceModelOf(system, quantities, aims.value.aims, constants);
  const settings: EfficientSettings = {
    equal: options.equal,
    stateLimit: options.stateLimit,
    mostPerPoint: options.list,
    shouldStop,
  };
  const answer = compiled.feasible
    ? efficientChoices(compiled.model, settings)
    : { complete: true, points: [], inclusion: [], states: 0, open: [] };
  const proof = answer.complete
    ? null
    : partialProof(
        answer.points.map(({ values }) => values),
        answer.open,
        named.length,
      );
  const supported =
    options.markSupported && answer.complete
      ? supportedPoints(
          answer.points.map(({ values }) => values.map((value, k) => Math.round(value * (wholeBy[k] ?? 1)))),
        )
      : null;
  const frontier = answer.points.map(({ values, choices, count }): FrontierPoint => ({
    values: values.map((value, k) => shown(k, value)),
    supported: null,
    portfolioCount: count,
    portfolios: choices.map((own) => checkedRecord(problem, compiled.portfolioOf(own))),
  }));
  const portfolioCount = frontier.reduce((sum, point) => sum + point.portfolioCount, 0);
  return accept({
    ...describeFrontier(
      named,
      frontier.map((point, p) => ({ ...point, supported: supported?.[p] ?? null })),
      answer.complete,
    ),
    proof: proof && {
      efficientPoints: proof.efficient.filter(Boolean).length,
      bestPossible: proof.bestPossible.map((value, k) => (Number.isFinite(value) ? shown(k, value) : null)),
      within: proof.within,
      efficient: proof.efficient,
    },
    projects: answer.complete ? coreIndexes(system, compiled, answer.inclusion, portfolioCount) : [],
    statesVisited: answer.states,
    solves: null,
  });
}

/** What both methods tell about a frontier. */
export function describeFrontier(named: readonly NamedAim[], frontier: readonly FrontierPoint[], complete: boolean) {
  const extreme = (pick: 'most' | 'least') =>
    frontier.length === 0
      ? []
      : named.map(({ direction }, k) => {
          const values = frontier.map((point) => point.values[k] as number);
          return direction === pick ? Math.max(...values) : Math.min(...values);
        });
  return {
    aims: named,
    complete,
    frontierSize: frontier.length,
    portfolioCount: frontier.reduce((sum, point) => sum + point.portfolioCount, 0),
    frontier,
    best: extreme('most'),
    worst: extreme('least'),
  };
}
