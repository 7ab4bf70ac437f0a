import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { constraintsOf, type ConstraintSystem } from '../../optimise/constraints';
import type { AllocationProblem, PortfolioProject, Scored } from '../../problem/allocation-problem';
import type { WeightInformationInput } from '../../problem/problem-file';
import { ownValue } from '../../problem/read-objective';
import { choiceModelOf, type CompiledChoices } from '../choice-model-of';
import { scoreOf, weightsInQuestion } from '../robust/corner-values';
import type { WeightRegion } from '../weights/weight-region';
import { meanWeights, weightSimplices, type WeightSimplices } from '../weights/weight-simplices';
import { bootstrapMean, meanOf, oneOf, type Distribution, type Outcome } from './distribution';

/** What a task says of one uncertain score. Exactly one of the four ways. */
export interface ScoreInput {
  readonly project: string;
  /** The named value; the problem's own value when it has no names. */
  readonly value?: string;
  readonly uniform?: readonly [number, number];
  readonly triangular?: readonly [number, number, number];
  readonly outcomes?: readonly Outcome[];
  /** Reviewers' ratings: how the mean could have come out with other reviewers like these. */
  readonly reviews?: readonly number[];
  /** Who gave each of the reviews, so that leaving a reviewer out leaves out all of that reviewer's ratings. */
  readonly reviewerIds?: readonly string[];
}

/**
 * How reviews could have come out: the mean of as many reviewers drawn anew, the word of one of them, or the mean without one of
 * them. Each score by itself; but a reviewer known by id is left out of all scores at once.
 */
export const reviewerRules = ['bootstrap', 'one_reviewer', 'leave_one_out'] as const;
export type ReviewerRule = (typeof reviewerRules)[number];

export interface UncertaintyOptions {
  readonly weights: 'information' | 'stated';
  readonly weightInformation?: WeightInformationInput;
  /** How interval values of the problem are spread: evenly, or with their likeliest point as the peak; or taken at the point. */
  readonly intervals: 'uniform' | 'triangular' | 'point';
  readonly scores: readonly ScoreInput[];
  readonly reviewers: ReviewerRule;
}

/** One uncertain number, and what each level of its project is worth by it: intercept + slope · x, in value units. */
export interface UncertainScore {
  readonly project: string;
  readonly name: string;
  readonly nameIndex: number;
  readonly distribution: Distribution;
  /** The number when each reviewer of the panel is left out; null when it does not depend on the panel. */
  readonly byReviewer: readonly number[] | null;
  readonly levels: readonly { readonly column: number; readonly intercept: number; readonly slope: number }[];
}

export interface UncertainValues {
  readonly problem: AllocationProblem;
  readonly system: ConstraintSystem;
  readonly structure: CompiledChoices;
  readonly region: WeightRegion;
  readonly parts: WeightSimplices;
  readonly meanWeights: readonly number[];
  /** Expected value of every decision, by name: uncertain scores at their mean. */
  readonly expected: readonly Float64Array[];
  readonly scores: readonly UncertainScore[];
  /** Reviewers of whom one is left out at a time, by id; empty when nothing depends on it. */
  readonly panel: readonly string[];
  /** Whole units per value unit in which sampled totals are compared. */
  readonly scale: number;
}

/** Sums of sampled values stay below this, exact in doubles. */
const largestTotal = 2 ** 46;

/**
 * Everything uncertain about a problem's values, ready to draw from: weights evenly over the region that agrees with what is known,
 * interval scores, ratings still missing, and reviewers.
 *
 * Rule    The levels of one project rest on one and the same number: an interval's levels move together from low to high; a score
 *         stated here is that of the full request, and smaller levels keep their proportion to it.
 * Errors  uncertainty-unknown-project, allocation-unknown-value, uncertainty-stated-twice, uncertainty-not-a-distribution,
 *         uncertainty-region-too-fine, efficient-no-marginal, and those of the weights.
 */
export function uncertainValues(
  problem: AllocationProblem,
  options: UncertaintyOptions,
  path: Path,
): Result<UncertainValues> {
  if (problem.marginalPartFunding) return refuse([refusal('efficient-no-marginal', path)]);
  const system = constraintsOf(problem);
  const region = weightsInQuestion(system, options.weightInformation, options.weights, path);
  if (!region.ok) return region;
  const parts = weightSimplices(region.value);
  if (!parts) return refuse([refusal('uncertainty-region-too-fine', path, { corners: region.value.corners.length })]);
  const panel = panelOf(options);
  const scores = uncertainScores(system, region.value.names, options, panel, path);
  if (!scores.ok) return scores;
  const expected = region.value.names.map((name) =>
    Float64Array.from(system.columns, (_, j) => scoreOf(system, j, name).point),
  );
  for (const { nameIndex, distribution, levels } of scores.value) {
    const mean = meanOf(distribution);
    for (const { column, intercept, slope } of levels)
      (expected[nameIndex] as Float64Array)[column] = intercept + slope * mean;
  }
  return accept({
    problem,
    system,
    structure: choiceModelOf(system, [new Float64Array(system.columns.length)], [{ kind: 'linear', quantity: 0 }]),
    region: region.value,
    parts,
    meanWeights: meanWeights(parts),
    expected,
    scores: scores.value,
    panel,
    scale: scaleFor(expected, scores.value),
  });
}

function panelOf({ reviewers, scores }: UncertaintyOptions): readonly string[] {
  if (reviewers !== 'leave_one_out') return [];
  return [...new Set(scores.flatMap(({ reviews, reviewerIds }) => (reviews ? (reviewerIds ?? []) : [])))].sort();
}

function uncertainScores(
  system: ConstraintSystem,
  names: readonly string[],
  options: UncertaintyOptions,
  panel: readonly string[],
  path: Path,
): Result<readonly UncertainScore[]> {
  const refusals: Refusal[] = [];
  const stated = new Map<string, UncertainScore>();
  const byId = new Map(system.problem.projects.map((project) => [project.id, project]));
  options.scores.forEach((input, k) => {
    const place = [...path, 'scores', k];
    const project = byId.get(input.project);
    const name = input.value ?? (names.length === 1 ? (names[0] as string) : '');
    if (!project)
      refusals.push(refusal('uncertainty-unknown-project', [...place, 'project'], { project: input.project }));
    else if (!names.includes(name))
      refusals.push(refusal('allocation-unknown-value', [...place, 'value'], { value: name, choices: names }));
    else if (stated.has(`${project.id}|${name}`))
      refusals.push(refusal('uncertainty-stated-twice', place, { project: project.id, value: name }));
    else {
      const byReviewer = withoutEach(input, panel, system.problem.valueScale);
      const distribution = byReviewer
        ? oneOf(byReviewer)
        : distributionOf(input, options.reviewers, system.problem.valueScale);
      if (!distribution) refusals.push(refusal('uncertainty-not-a-distribution', place));
      else {
        const score = scoreFrom(system, project, name, names.indexOf(name), distribution);
        stated.set(`${project.id}|${name}`, { ...score, byReviewer });
      }
    }
  });
  if (refusals.length > 0) return refuse(refusals);
  const scores = system.problem.projects.flatMap((project) =>
    names.flatMap((name, nameIndex) => {
      const own = stated.get(`${project.id}|${name}`);
      if (own) return own.levels.length > 0 ? [own] : [];
      return options.intervals === 'point' ? [] : intervalScore(system, project, name, nameIndex, options.intervals);
    }),
  );
  return accept(scores);
}

function distributionOf(
  input: ScoreInput,
  reviewers: UncertaintyOptions['reviewers'],
  scale: number,
): Distribution | null {
  const { uniform, triangular, outcomes, reviews, reviewerIds } = input;
  if (reviewerIds && reviewerIds.length !== reviews?.length) return null;
  if ([uniform, triangular, outcomes, reviews].filter((way) => way !== undefined).length !== 1) return null;
  if (uniform)
    return uniform[0] <= uniform[1] ? { kind: 'uniform', low: uniform[0] * scale, high: uniform[1] * scale } : null;
  if (triangular) {
    const [low, mode, high] = triangular;
    return low <= mode && mode <= high
      ? { kind: 'triangular', low: low * scale, mode: mode * scale, high: high * scale }
      : null;
  }
  if (outcomes) {
    const total = outcomes.reduce((sum, { probability }) => sum + probability, 0);
    if (outcomes.length === 0 || Math.abs(total - 1) > 1e-9 || outcomes.some(({ probability }) => probability < 0))
      return null;
    return {
      kind: 'discrete',
      outcomes: outcomes.map(({ value, probability }) => ({ value: value * scale, probability })),
    };
  }
  const ratings = (reviews ?? []).map((rating) => rating * scale);
  if (ratings.length === 0 || ratings.length > mostReviews) return null;
  switch (reviewers) {
    case 'bootstrap':
      return bootstrapMean(ratings);
    case 'one_reviewer':
      return oneOf(ratings);
    case 'leave_one_out':
      return oneOf(ratings.map((_, left) => meanWithout(ratings, left)));
  }
}

/** The mean of all ratings but one; of a single rating itself, since nothing else is known. */
function meanWithout(ratings: readonly number[], left: number): number {
  const rest = ratings.length > 1 ? ratings.filter((_, k) => k !== left) : ratings;
  return rest.reduce((sum, rating) => sum + rating, 0) / rest.length;
}

/** The mean of the reviews when each reviewer of the panel is left out; null when the input does not name its reviewers. */
function withoutEach(
  { reviews, reviewerIds, ...others }: ScoreInput,
  panel: readonly string[],
  scale: number,
): readonly number[] | null {
  const stated = reviews ?? [];
  if (panel.length === 0 || !reviewerIds || reviewerIds.length !== stated.length || stated.length === 0) return null;
  if (others.uniform ?? others.triangular ?? others.outcomes) return null;
  const ratings = stated.map((rating) => rating * scale);
  return panel.map((reviewer) => meanWithout(ratings, reviewerIds.indexOf(reviewer)));
}

/** Reviewers of one score: beyond this the exact bootstrap has too many outcomes, and hardly any spread. */
const mostReviews = 12;

const columnsOf = (system: ConstraintSystem, project: PortfolioProject): readonly number[] =>
  system.columnsOf.get(project.id) ?? [];

function scoreFrom(
  system: ConstraintSystem,
  project: PortfolioProject,
  name: string,
  nameIndex: number,
  distribution: Distribution,
): UncertainScore {
  const points = project.levels.map((level) => pointOf(level.values[name], level.value, name));
  const full = points.at(-1) ?? 0;
  const levels = columnsOf(system, project).map((column, l) => ({
    column,
    intercept: 0,
    slope: full === 0 ? 1 : (points[l] as number) / full,
  }));
  return { project: project.id, name, nameIndex, distribution, byReviewer: null, levels };
}

const pointOf = (named: Scored | undefined, own: Scored, name: string): number =>
  (name === ownValue && !named ? own : named)?.point ?? 0;

/** A score the problem knows as an interval, as its place between low (0) and high (1). */
function intervalScore(
  system: ConstraintSystem,
  project: PortfolioProject,
  name: string,
  nameIndex: number,
  spread: 'uniform' | 'triangular',
): readonly UncertainScore[] {
  const columns = columnsOf(system, project);
  const levels = columns.map((column) => {
    const { low, high } = scoreOf(system, column, name);
    return { column, intercept: low, slope: high - low };
  });
  if (levels.every(({ slope }) => slope === 0)) return [];
  const widest = columns.reduce((best, column) => {
    const width = (j: number) => scoreOf(system, j, name).high - scoreOf(system, j, name).low;
    return width(column) > width(best) ? column : best;
  }, columns[0] as number);
  const { low, point, high } = scoreOf(system, widest, name);
  const distribution: Distribution =
    spread === 'uniform'
      ? { kind: 'uniform', low: 0, high: 1 }
      : { kind: 'triangular', low: 0, mode: (point - low) / (high - low), high: 1 };
  return [{ project: project.id, name, nameIndex, distribution, byReviewer: null, levels }];
}

function scaleFor(expected: readonly Float64Array[], scores: readonly UncertainScore[]): number {
  let mass = expected.reduce((sum, own) => sum + own.reduce((total, value) => total + Math.abs(value), 0), 0);
  for (const { distribution, levels } of scores) {
    const ends =
      distribution.kind === 'discrete'
        ? distribution.outcomes.map(({ value }) => value)
        : [distribution.low, distribution.high];
    for (const { intercept, slope } of levels) mass += Math.max(...ends.map((x) => Math.abs(intercept + slope * x)));
  }
  return mass > 0 ? 2 ** Math.floor(Math.log2(largestTotal / mass)) : 1;
}
