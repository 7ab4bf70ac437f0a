import { accept, at, refusal, refuse, type Result } from '@fordela/domain';
import { SampleStream } from '../../kernel/sample-stream';
import { solveLp } from '../../lp/solve-lp';
import { affineHull, type AffineHull, type HalfSpace } from './affine-hull';
import { exactDraw, satisfies } from './draw-weights';
import { hitAndRun, type WalkOptions } from './hit-and-run';
import { mostOrdered } from './linear-extensions';
import type { ExactSampler, WeightSampler } from './sampler';
import { dot, solveSquare } from '../linear/dense';
import type { LinearStatement } from '../../weights/statements/linear-statement';
import { irreducibleConflict } from '../../weights/statements/weight-region';

/** All the weights (w ≥ 0, Σ w = 1) that agree with what has been said about them. Plain JSON. */
export interface WeightSpace {
  readonly criteria: number;
  readonly statements: readonly LinearStatement[];
  /** In how many directions the weights can move: criteria − 1 when nothing is said, 0 when they are fixed. */
  readonly dimensions: number;
  /** A point well inside. */
  readonly centre: readonly number[];
  readonly sampler: WeightSampler;
}

/** Draws of the pilot run that measures how many proposals a rejection sampler keeps. */
const pilotDraws = 4096;
/** Below this share kept, walking is cheaper than throwing away. */
const leastAcceptance = 0.02;

/**
 * The region of weights, with the best way to draw from it: exactly where the region is a simplex (nothing said, least weights,
 * a full ranking) or a partial order of at most 16 criteria; by rejection from one of those where at least 2 % are kept;
 * by hit-and-run otherwise.
 *
 * Shapes  criteria: number of weights; every statement has that many coefficients.
 * Errors  `weights-statements-conflict` names an irreducible set of statements that cannot hold together.
 */
export function weightSpace(
  criteria: number,
  statements: readonly LinearStatement[],
  options: WalkOptions = {},
): Result<WeightSpace> {
  if (statements.length === 0) return accept(freeSpace(criteria));
  const hull = affineHull(criteria, statements);
  if (hull === null) {
    const guilty = irreducibleConflict({ count: criteria, statements });
    const ids = guilty.map(({ id }) => id);
    return refuse([refusal('weights-statements-conflict', guilty[0]?.path ?? [], { statements: ids })]);
  }
  const sampler = samplerFor(criteria, statements, hull, options);
  return accept({ criteria, statements, dimensions: hull.basis.length, centre: hull.centre, sampler });
}

/** The region with nothing said about the weights. */
export function freeSpace(criteria: number): WeightSpace {
  const vertices = identity(criteria);
  const centre = new Array<number>(criteria).fill(1 / criteria);
  return { criteria, statements: [], dimensions: criteria - 1, centre, sampler: { kind: 'simplex', vertices } };
}

/** The region of one point. */
export function fixedSpace(weights: readonly number[]): WeightSpace {
  const criteria = weights.length;
  const statements = weights.map((rhs, c): LinearStatement => ({
    id: `w${c}`,
    coefficients: at(identity(criteria), c),
    relation: '=',
    rhs,
    path: [],
  }));
  return { criteria, statements, dimensions: 0, centre: weights, sampler: { kind: 'fixed', weights } };
}

function samplerFor(
  criteria: number,
  statements: readonly LinearStatement[],
  hull: AffineHull,
  options: WalkOptions,
): WeightSampler {
  if (hull.basis.length === 0) return { kind: 'fixed', weights: hull.centre };
  if (hull.basis.length === 1) return { kind: 'simplex', vertices: endsOfSegment(hull) };
  const vertices = simplexVertices(hull);
  if (vertices) return { kind: 'simplex', vertices };
  const proposals = proposalsFor(criteria, statements, hull);
  const exact = proposals.find(({ halfSpaces }) => halfSpaces.length === 0);
  if (exact) return exact.proposal;
  const tried = proposals
    .map((candidate) => ({
      ...candidate,
      acceptance: acceptanceOf(criteria, candidate.proposal, candidate.halfSpaces),
    }))
    .sort((a, b) => b.acceptance - a.acceptance);
  const best = tried[0];
  if (best && best.acceptance >= leastAcceptance) return { kind: 'rejection', ...best };
  return hitAndRun(hull, options);
}

interface Proposal {
  readonly proposal: ExactSampler;
  /** What the proposal does not guarantee by itself. */
  readonly halfSpaces: readonly HalfSpace[];
}

/** Larger regions that hold this one and can be drawn from exactly; only where the weights fill all dimensions. */
function proposalsFor(criteria: number, statements: readonly LinearStatement[], hull: AffineHull): readonly Proposal[] {
  if (hull.basis.length < criteria - 1) return [];
  const proposals: Proposal[] = [];
  const lower = new Array<number>(criteria).fill(0);
  for (const { coefficients, bound } of hull.halfSpaces) {
    const [only, ...others] = coefficients.flatMap((a, c) => (a === 0 ? [] : [c]));
    if (only !== undefined && others.length === 0 && at(coefficients, only) < 0)
      lower[only] = Math.max(at(lower, only), -bound);
  }
  const spare = 1 - lower.reduce((sum, low) => sum + low, 0);
  proposals.push({
    proposal: { kind: 'simplex', vertices: identity(criteria).map((v) => v.map((e, c) => at(lower, c) + spare * e)) },
    halfSpaces: hull.halfSpaces.filter((row) => !isLowerBound(row)),
  });
  const above = orderAmong(criteria, statements);
  if (above.some((bits) => bits !== 0) && criteria <= mostOrdered)
    proposals.push({
      proposal: { kind: 'linear-extension', above },
      halfSpaces: hull.halfSpaces.filter((row) => !isOrder(row) && !(isLowerBound(row) && row.bound === 0)),
    });
  return proposals;
}

const isLowerBound = ({ coefficients }: HalfSpace): boolean =>
  coefficients.filter((a) => a !== 0).length === 1 && coefficients.some((a) => a < 0);

const isOrder = ({ coefficients, bound }: HalfSpace): boolean =>
  bound === 0 &&
  coefficients.filter((a) => a === 1).length === 1 &&
  coefficients.filter((a) => a === -1).length === 1 &&
  coefficients.filter((a) => a !== 0).length === 2;

/** For each criterion the bits of those said to weigh at least as much, also by way of others. */
function orderAmong(criteria: number, statements: readonly LinearStatement[]): number[] {
  const above = new Array<number>(criteria).fill(0);
  if (criteria > mostOrdered) return above;
  for (const { coefficients, relation, rhs } of statements) {
    if (relation === '=' || rhs !== 0) continue;
    const places = coefficients.flatMap((a, c) => (a === 0 ? [] : [c]));
    const [first, second] = places;
    if (places.length !== 2 || first === undefined || second === undefined) continue;
    if (at(coefficients, first) !== -at(coefficients, second)) continue;
    const firstIsMore = at(coefficients, first) > 0 === (relation === '>=');
    const [more, less] = firstIsMore ? [first, second] : [second, first];
    above[less] = at(above, less) | (1 << more);
  }
  for (let middle = 0; middle < criteria; middle++)
    for (let c = 0; c < criteria; c++) if ((at(above, c) >> middle) & 1) above[c] = at(above, c) | at(above, middle);
  return above;
}

function acceptanceOf(criteria: number, proposal: ExactSampler, halfSpaces: readonly HalfSpace[]): number {
  const draw = exactDraw(proposal);
  const stream = new SampleStream(0, 'pilot');
  const weights = new Float64Array(criteria);
  let kept = 0;
  for (let k = 0; k < pilotDraws; k++) {
    stream.startSample(k);
    draw(stream, weights);
    if (satisfies(weights, halfSpaces)) kept++;
  }
  return kept / pilotDraws;
}

const identity = (size: number): number[][] =>
  Array.from({ length: size }, (_, r) => Array.from({ length: size }, (_, c) => (r === c ? 1 : 0)));

/** The two ends of a region that is a segment. */
function endsOfSegment({ centre, basis, halfSpaces }: AffineHull): number[][] {
  const direction = at(basis, 0);
  let low = -Infinity;
  let high = Infinity;
  for (const { coefficients, bound } of halfSpaces) {
    const rate = dot(coefficients, direction);
    const slack = Math.max(0, bound - dot(coefficients, centre));
    if (rate > 1e-12) high = Math.min(high, slack / rate);
    if (rate < -1e-12) low = Math.max(low, slack / rate);
  }
  return [low, high].map((length) => centre.map((w, c) => Math.max(0, w + length * at(direction, c))));
}

/**
 * The corners of the region when it is a simplex: exactly one more non-redundant half-space than dimensions, each corner being
 * where all but one of them hold with equality. Null when it is not.
 */
function simplexVertices(hull: AffineHull): number[][] | null {
  const dimensions = hull.basis.length;
  const needed = irredundant(hull);
  if (needed.length !== dimensions + 1) return null;
  const vertices: number[][] = [];
  for (const left of needed) {
    const rows = needed.filter((row) => row !== left);
    const matrix = rows.map((row) => hull.basis.map((direction) => dot(row.coefficients, direction)));
    const gaps = rows.map((row) => row.bound - dot(row.coefficients, hull.centre));
    const move = solveSquare(matrix, gaps);
    if (!move) return null;
    const corner = hull.centre.map((w, c) => w + move.reduce((sum, y, d) => sum + y * at(at(hull.basis, d), c), 0));
    vertices.push(corner.map((w) => (Math.abs(w) < 1e-15 ? 0 : Math.max(0, w))));
  }
  return vertices;
}

/** The half-spaces that bound the region: dropping one of these would let it grow. Of equal ones the first is kept. */
function irredundant({ centre, basis, halfSpaces }: AffineHull): readonly HalfSpace[] {
  const kept = [...halfSpaces];
  const inFlat = (row: HalfSpace) => basis.map((direction) => dot(row.coefficients, direction));
  for (const row of [...halfSpaces].reverse()) {
    const others = kept.filter((other) => other !== row);
    const solution = solveLp({
      objective: inFlat(row),
      maximise: true,
      constraints: others.map((other) => ({
        coefficients: inFlat(other),
        relation: '<=' as const,
        rhs: Math.max(0, other.bound - dot(other.coefficients, centre)),
      })),
      bounds: basis.map(() => [null, null] as const),
    });
    const slack = row.bound - dot(row.coefficients, centre);
    if (solution.status === 'optimal' && solution.objective <= slack + 1e-12) kept.splice(kept.indexOf(row), 1);
  }
  return kept;
}
