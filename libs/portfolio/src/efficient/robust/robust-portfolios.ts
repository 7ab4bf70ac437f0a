import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { constraintsOf, type ConstraintSystem } from '../../optimise/constraints';
import { moneyWeights } from '../../optimise/objective-program';
import type { AllocationProblem } from '../../problem/allocation-problem';
import type { WeightInformationInput } from '../../problem/problem-file';
import { choiceModelOf, type CompiledChoices } from '../choice-model-of';
import { coreIndexes, type ProjectCore } from '../core-index';
import { checkedRecord, type PortfolioRecord } from '../portfolio-record';
import type { ChoiceAim } from '../search/choice-model';
import { efficientChoices } from '../search/efficient-choices';
import { robustValues, weightsInQuestion, type RobustValues } from './corner-values';
import { maximin, minimaxRegret, shownQuotient, worstValue, type CornerWorth, type RuleAnswer } from './decision-rules';
import { intervalChoices } from './interval-choices';
import { provenByExample, type ProvenByExample } from './proven-by-example';

export interface RobustOptions {
  readonly weights: 'information' | 'stated';
  readonly weightInformation?: WeightInformationInput;
  /** `aim`: a cheaper portfolio of the same value is better too, so portfolios of every cost are found. */
  readonly money: 'limit' | 'aim';
  readonly list: number;
  readonly stateLimit: number;
}

export interface NonDominatedPortfolio extends PortfolioRecord {
  /** Least and most value over all scores, at each corner of the weights. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly worst: number;
}

export interface RobustRule {
  readonly figure: number;
  readonly corner: number;
  readonly portfolioCount: number;
  readonly portfolios: readonly NonDominatedPortfolio[];
}

export interface RobustOutcome {
  readonly complete: boolean;
  /** The corners of the weights that agree with what is known. */
  readonly weightCorners: readonly Readonly<Record<string, number>>[];
  readonly exactScores: boolean;
  readonly portfolioCount: number;
  readonly portfolios: readonly NonDominatedPortfolio[];
  readonly projects: readonly ProjectCore[];
  readonly safeYes: readonly string[];
  readonly safeNo: readonly string[];
  readonly discuss: readonly string[];
  /** When incomplete: what examples prove all the same. Null when complete, or when there are none. */
  readonly byExample: ProvenByExample | null;
  /** Largest worst value; smallest largest regret. Null when incomplete, without portfolios, or not asked for by size. */
  readonly maximin: RobustRule | null;
  readonly minimaxRegret: RobustRule | null;
  readonly weightsRounded: boolean;
  readonly statesVisited: number;
}

/** Regret compares every pair of portfolios; with more portfolios than this it is not worked out. */
export const mostForRegret = 5_000;

/** Exact optima for drawn weights and scores, when not all portfolios could be found. */
const exampleDraws = 100;

/**
 * Robust portfolios: everything that can still be right when weights and scores are only partly known.
 *
 * Rule    A portfolio is dominated when another is worth at least as much for every allowed weight and score, and more for some.
 *         Scores of different levels of one project are taken as independent. All portfolios with equal values are kept.
 * Edges   Nothing said of weights: any weights. No named values: the problem's own value with weight 1.
 * Errors  weights-contradict, efficient-no-marginal, robust-no-stated-weights, and those of the weight information.
 * Source  Liesiö, Mild & Salo (2007, 2008), "Robust portfolio modeling".
 */
export function robustPortfolios(
  problem: AllocationProblem,
  options: RobustOptions,
  path: Path,
  shouldStop?: () => boolean,
): Result<RobustOutcome> {
  if (problem.marginalPartFunding) return refuse([refusal('efficient-no-marginal', path)]);
  const system = constraintsOf(problem);
  const region = weightsInQuestion(system, options.weightInformation, options.weights, path);
  if (!region.ok) return region;
  const values = robustValues(system, region.value);
  if (!values.ok) return values;
  const found = values.value.exactScores
    ? withExactScores(system, values.value, options, shouldStop)
    : withIntervals(system, values.value, options, shouldStop);
  const { corners } = values.value;
  const divisors = corners.map(({ divisor }) => divisor);
  const worths = found.portfolios.map(({ choices }) => worthOf(found.compiled, values.value, choices));
  const shown = (p: number): NonDominatedPortfolio => {
    const worth = worths[p] as CornerWorth;
    const units = (value: number, t: number) => value / Number(divisors[t]) / problem.valueScale;
    return {
      ...checkedRecord(problem, found.compiled.portfolioOf(found.portfolios[p]?.choices ?? [])),
      low: worth.low.map(units),
      high: worth.high.map(units),
      worst: shownQuotient(worstValue(worth, divisors).figure, problem.valueScale),
    };
  };
  const rule = (answer: RuleAnswer | null): RobustRule | null =>
    answer && {
      figure: shownQuotient(answer.figure, problem.valueScale),
      corner: answer.corner,
      portfolioCount: answer.best.length,
      portfolios: answer.best.slice(0, options.list).map(shown),
    };
  const byExample = found.complete ? null : provenByExample(problem, options, exampleDraws, path, shouldStop);
  const all = found.complete && found.allListed;
  const projects = found.complete ? coreIndexes(system, found.compiled, found.inclusion, found.count) : [];
  const named = (decision: ProjectCore['decision']) =>
    projects.filter((project) => project.decision === decision).map(({ project }) => project);
  return accept({
    complete: found.complete,
    weightCorners: region.value.corners.map((corner) => {
      const sum = corner.reduce((total, entry) => total + entry, 0n);
      return Object.fromEntries(region.value.names.map((name, i) => [name, Number(corner[i]) / Number(sum)]));
    }),
    exactScores: values.value.exactScores,
    portfolioCount: found.count,
    portfolios: found.portfolios.slice(0, options.list).map((_, p) => shown(p)),
    projects,
    safeYes: named('safe_yes'),
    safeNo: named('safe_no'),
    discuss: named('discuss'),
    byExample,
    maximin: found.complete ? rule(maximin(worths, divisors)) : null,
    minimaxRegret:
      all && worths.length <= mostForRegret
        ? rule(minimaxRegret(worths, divisors, widthOfShared(found, values.value)))
        : null,
    weightsRounded: values.value.weightsRounded,
    statesVisited: found.states,
  });
}

interface Found {
  readonly compiled: CompiledChoices;
  readonly complete: boolean;
  readonly portfolios: readonly { readonly choices: readonly number[] }[];
  /** False when equal portfolios were counted but not all listed. */
  readonly allListed: boolean;
  readonly count: number;
  readonly inclusion: readonly (readonly number[])[];
  readonly states: number;
}

/** Most portfolios with the same values that are listed one by one for the decision rules. */
const mostEqualListed = 1_000;

function withExactScores(
  system: ConstraintSystem,
  { corners }: RobustValues,
  options: RobustOptions,
  shouldStop?: () => boolean,
): Found {
  const quantities = corners.map(({ low }) => low);
  if (options.money === 'aim') quantities.push(moneyWeights(system).map((money) => -money));
  const aims = quantities.map((_, quantity): ChoiceAim => ({ kind: 'linear', quantity }));
  const compiled = choiceModelOf(system, quantities, aims);
  if (!compiled.feasible) return none(compiled);
  const settings = { equal: 'all' as const, stateLimit: options.stateLimit, mostPerPoint: mostEqualListed, shouldStop };
  const answer = efficientChoices(compiled.model, settings);
  const portfolios = answer.points.flatMap((point) => point.choices.map((choices) => ({ choices })));
  const count = answer.points.reduce((sum, point) => sum + point.count, 0);
  const { complete, inclusion, states } = answer;
  return { compiled, complete, portfolios, allListed: portfolios.length === count, count, inclusion, states };
}

function withIntervals(
  system: ConstraintSystem,
  { corners }: RobustValues,
  options: RobustOptions,
  shouldStop?: () => boolean,
): Found {
  const spending = options.money === 'aim' ? [moneyWeights(system).map((money) => -money)] : [];
  const quantities = [...corners.map(({ low }) => low), ...spending, ...corners.map(({ high }) => high), ...spending];
  const compiled = choiceModelOf(system, quantities, []);
  if (!compiled.feasible) return none(compiled);
  const answer = intervalChoices(compiled.model, corners.length + spending.length, {
    stateLimit: options.stateLimit,
    shouldStop,
  });
  const inclusion = compiled.columns.map((columns, b) =>
    columns.map((_, o) => answer.found.filter(({ choices }) => choices[b] === o).length),
  );
  const portfolios = [...answer.found].sort((a, b) => compareChoices(a.choices, b.choices));
  const count = portfolios.length;
  return { compiled, complete: answer.complete, portfolios, allListed: true, count, inclusion, states: answer.states };
}

const none = (compiled: CompiledChoices): Found => ({
  compiled,
  complete: true,
  portfolios: [],
  allListed: true,
  count: 0,
  inclusion: [],
  states: 0,
});

function compareChoices(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (b[i] as number) - (a[i] as number);
  return 0;
}

function worthOf({ columns }: CompiledChoices, { corners }: RobustValues, choices: readonly number[]): CornerWorth {
  const sum = (values: Float64Array) =>
    columns.reduce((total, own, b) => {
      const column = own[choices[b] as number] as number;
      return column < 0 ? total : total + (values[column] as number);
    }, 0);
  return { low: corners.map(({ low }) => sum(low)), high: corners.map(({ high }) => sum(high)) };
}

function widthOfShared({ compiled, portfolios }: Found, { corners, exactScores }: RobustValues) {
  if (exactScores) return () => 0;
  const widths = corners.map(({ low, high }) => high.map((value, j) => value - (low[j] as number)));
  return (p: number, other: number, t: number): number => {
    const [a, b] = [portfolios[p]?.choices ?? [], portfolios[other]?.choices ?? []];
    return compiled.columns.reduce((total, own, block) => {
      if (a[block] !== b[block]) return total;
      const column = own[a[block] as number] as number;
      return column < 0 ? total : total + (widths[t]?.[column] as number);
    }, 0);
  };
}
