import { at, refusal, refuse, accept, type Result } from '@fordela/domain';
import { choleskySolve } from '../numbers/cholesky';
import { gaussLegendre, type QuadratureRule } from '../numbers/gauss-legendre';
import { crossedPieces, dot, innerThroughUnits, throughUnits, type CrossedData } from '../strictness/crossed-algebra';

/**
 * Priors of the expected-rank model, in grades: each standard deviation is uniform from 0 to its limit; a reviewer's own level is
 * normal around 0.
 */
export interface ExpectedRankPriors {
  readonly residualLimit: number;
  readonly unitLimit: number;
  readonly reviewerLimit: number;
  readonly levelDeviation: number;
}

/** Those of Heyard, Ott, Salanti & Egger (2022) and the package ERforResearch, for grades from 1 to 6. */
export const snsfPriors: ExpectedRankPriors = {
  residualLimit: 2,
  unitLimit: 2,
  reviewerLimit: 2,
  levelDeviation: 0.5,
};

/**
 * A point of the integration grid: the standard deviation between units, and of a single grade around unit and reviewer level
 * (residual and reviewer-by-unit deviation together: the data cannot tell them apart), with its posterior weight.
 */
export interface HyperNode {
  readonly unitDeviation: number;
  readonly gradeDeviation: number;
  readonly weight: number;
}

/**
 * The logarithm of the prior density of √(σ² + τ²) at s, for σ and τ uniform up to their limits: the length of the quarter circle
 * of radius s inside the rectangle.
 */
function logGradePrior(s: number, { residualLimit, reviewerLimit }: ExpectedRankPriors): number {
  const angle = Math.asin(Math.min(1, reviewerLimit / s)) - Math.acos(Math.min(1, residualLimit / s));
  return angle > 0 ? Math.log((s * angle) / (residualLimit * reviewerLimit)) : -Infinity;
}

/** The logarithm of the posterior density, up to a constant, with all effects integrated out exactly. */
function logPosterior(
  data: CrossedData,
  grades: Float64Array,
  priors: ExpectedRankPriors,
  unitDeviation: number,
  gradeDeviation: number,
): number {
  const prior = logGradePrior(gradeDeviation, priors);
  if (prior === -Infinity) return -Infinity;
  const variance = gradeDeviation * gradeDeviation;
  const reviewerRatio = (priors.levelDeviation * priors.levelDeviation) / variance;
  const parts = crossedPieces(data, (unitDeviation * unitDeviation) / variance, reviewerRatio);
  const byReviewer = throughUnits(data, parts, grades);
  const square =
    innerThroughUnits(data, parts, grades, grades) -
    reviewerRatio * dot(byReviewer, choleskySolve(parts.factor, byReviewer));
  return prior - 0.5 * (grades.length * Math.log(variance) + parts.logDeterminant + square / variance);
}

interface Box {
  readonly unit: readonly [number, number];
  readonly grade: readonly [number, number];
}

/** Density below e^−20 of the highest (2e-9) is left outside. */
const depth = 20;
const scanPoints = 21;
const smallest = 1e-4;

/** The rectangle that holds the posterior: scanned coarsely, then again within, until it no longer shrinks. */
function posteriorBox(density: (unit: number, grade: number) => number, full: Box): Box {
  let box = full;
  for (let round = 0; round < 12; round += 1) {
    const axis = ([from, to]: readonly [number, number]) =>
      Array.from({ length: scanPoints }, (_, k) => from + ((to - from) * k) / (scanPoints - 1));
    const units = axis(box.unit);
    const grades = axis(box.grade);
    const values = units.map((unit) => grades.map((grade) => density(unit, grade)));
    const highest = Math.max(...values.flat());
    const reach = (kept: readonly boolean[], points: readonly number[]): [number, number] => {
      const from = Math.max(0, kept.indexOf(true) - 1);
      const to = Math.min(points.length - 1, kept.lastIndexOf(true) + 1);
      return [at(points, from), at(points, to)];
    };
    const inside = (value: number) => value > highest - depth;
    const next: Box = {
      unit: reach(
        values.map((row) => row.some(inside)),
        units,
      ),
      grade: reach(
        grades.map((_, k) => values.some((row) => inside(at(row, k)))),
        grades,
      ),
    };
    const size = (b: Box) => (b.unit[1] - b.unit[0]) * (b.grade[1] - b.grade[0]);
    const done = size(next) > 0.7 * size(box);
    box = next;
    if (done) break;
  }
  return box;
}

/** Gauss–Legendre over an interval, in pieces where the integrand has a kink; the points are shared out by length. */
function piecewiseRule(
  [from, to]: readonly [number, number],
  kinks: readonly number[],
  points: number,
): QuadratureRule {
  const cuts = [from, ...[...new Set(kinks)].filter((kink) => kink > from && kink < to).sort((a, b) => a - b), to];
  const rules = cuts.slice(1).map((end, piece) => {
    const start = at(cuts, piece);
    return gaussLegendre(Math.max(6, Math.round((points * (end - start)) / (to - from))), start, end);
  });
  return { nodes: rules.flatMap((rule) => rule.nodes), weights: rules.flatMap((rule) => rule.weights) };
}

/** The posterior of the two standard deviations, ready to be laid out on a grid of any fineness. */
export interface HyperPosterior {
  /** Weighted points whose weights sum to 1; about points² of them, fewer where the density vanishes. */
  readonly nodes: (points: number) => readonly HyperNode[];
}

/**
 * Finds where the posterior of the two standard deviations lies.
 *
 * Shapes  grades: one per rating of `data`, higher is better, with the overall mean taken off.
 * Errors  `expected-rank-no-residual` when the grades are a unit effect plus a reviewer effect exactly, so that the posterior has
 *         no finite peak.
 */
export function hyperPosterior(
  data: CrossedData,
  grades: Float64Array,
  priors: ExpectedRankPriors,
): Result<HyperPosterior> {
  const density = (unit: number, grade: number) => logPosterior(data, grades, priors, unit, grade);
  const half = priors.unitLimit / 2;
  const slope = (density(half, smallest * 10) - density(half, smallest)) / Math.log(10);
  if (slope < -0.5) return refuse([refusal('expected-rank-no-residual')]);
  const widest = Math.hypot(priors.residualLimit, priors.reviewerLimit);
  const box = posteriorBox(density, { unit: [0, priors.unitLimit], grade: [smallest, widest * (1 - 1e-12)] });
  const nodes = (points: number) => {
    const unitRule = gaussLegendre(points, box.unit[0], box.unit[1]);
    const gradeRule = piecewiseRule(box.grade, [priors.residualLimit, priors.reviewerLimit], points);
    const all = unitRule.nodes.flatMap((unitDeviation, a) =>
      gradeRule.nodes.map((gradeDeviation, b) => ({
        unitDeviation,
        gradeDeviation,
        log: density(unitDeviation, gradeDeviation) + Math.log(at(unitRule.weights, a) * at(gradeRule.weights, b)),
      })),
    );
    const highest = Math.max(...all.map((node) => node.log));
    const kept = all.filter((node) => node.log > highest - depth);
    const total = kept.reduce((sum, node) => sum + Math.exp(node.log - highest), 0);
    return kept.map(({ unitDeviation, gradeDeviation, log }) => ({
      unitDeviation,
      gradeDeviation,
      weight: Math.exp(log - highest) / total,
    }));
  };
  return accept({ nodes });
}
