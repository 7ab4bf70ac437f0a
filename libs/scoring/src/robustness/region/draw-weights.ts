import { invariant } from '@fordela/domain';
import { SampleStream } from '../../kernel/sample-stream';
import { dot } from '../linear/dense';
import type { HalfSpace } from './affine-hull';
import { LinearExtensions } from './linear-extensions';
import type { ExactSampler, HitAndRun, WeightSampler } from './sampler';

/** Writes the weights of one sample into `weights`. Samples may be asked for in any order; going forward is fastest. */
export type WeightDraw = (sample: number, weights: Float64Array) => void;

const { log, max, min } = Math;

/** Draws nobody gets: a pilot showed far more are kept, so reaching this is a bug. */
const mostAttempts = 1_000_000;

/**
 * The weights of sample k as a pure function of the sampler, the seed and k, whatever was drawn before.
 *
 * Errors  InvariantError when a rejection sampler keeps nothing in a million draws.
 */
export function weightDraw(sampler: WeightSampler, seed: number): WeightDraw {
  switch (sampler.kind) {
    case 'fixed':
      return (_, weights) => weights.set(sampler.weights);
    case 'hit-and-run':
      return walk(sampler, seed);
    case 'rejection': {
      const stream = new SampleStream(seed, 'weights');
      const propose = exactDraw(sampler.proposal);
      return (sample, weights) => {
        stream.startSample(sample);
        for (let attempt = 0; attempt < mostAttempts; attempt++) {
          propose(stream, weights);
          if (satisfies(weights, sampler.halfSpaces)) return;
        }
        invariant(false, 'a rejection sampler kept nothing');
      };
    }
    default: {
      const stream = new SampleStream(seed, 'weights');
      const draw = exactDraw(sampler);
      return (sample, weights) => {
        stream.startSample(sample);
        draw(stream, weights);
      };
    }
  }
}

/** True when the weights lie in every half-space. */
export function satisfies(weights: Float64Array, halfSpaces: readonly HalfSpace[], tolerance = 0): boolean {
  for (const { coefficients, bound } of halfSpaces) {
    let sum = 0;
    for (let c = 0; c < weights.length; c++) sum += coefficients[c]! * weights[c]!;
    if (sum > bound + tolerance) return false;
  }
  return true;
}

/** Draws from a sampler that never rejects. */
export function exactDraw(sampler: ExactSampler): (stream: SampleStream, weights: Float64Array) => void {
  if (sampler.kind === 'simplex') return simplexDraw(sampler.vertices);
  const extensions = new LinearExtensions(sampler.above);
  const order = new Int32Array(sampler.above.length);
  const shares = new Float64Array(sampler.above.length);
  return (stream, weights) => {
    uniformShares(stream, shares);
    shares.sort();
    extensions.draw(stream, order);
    for (let place = 0; place < order.length; place++) weights[order[place]!] = shares[order.length - 1 - place]!;
  };
}

/** A uniform point of the simplex spanned by the vertices; of the standard simplex the shares themselves. */
function simplexDraw(vertices: readonly (readonly number[])[]): (stream: SampleStream, weights: Float64Array) => void {
  const isStandard = vertices.every((vertex, k) => vertex.every((weight, c) => weight === (c === k ? 1 : 0)));
  if (isStandard) return uniformShares;
  const corners = vertices.length;
  const flat = Float64Array.from(vertices.flat());
  const shares = new Float64Array(corners);
  return (stream, weights) => {
    uniformShares(stream, shares);
    const criteria = weights.length;
    for (let c = 0; c < criteria; c++) {
      let weight = 0;
      for (let k = 0; k < corners; k++) weight += shares[k]! * flat[k * criteria + c]!;
      weights[c] = weight;
    }
  };
}

/**
 * A uniform point of the standard simplex: independent exponential numbers over their sum.
 *
 * Source  Rubinstein, "Generating random vectors uniformly distributed inside and on the surface of different regions", EJOR 10 (1982).
 */
function uniformShares(stream: SampleStream, shares: Float64Array): void {
  let sum = 0;
  for (let k = 0; k < shares.length; k++) {
    const share = -log(stream.uniform());
    shares[k] = share;
    sum += share;
  }
  for (let k = 0; k < shares.length; k++) shares[k]! /= sum;
}

/** Hit-and-run: from a point, a random line, a uniform point of its part inside the region; again and again. */
function walk(sampler: HitAndRun, seed: number): WeightDraw {
  const { centre, directions, halfSpaces, thinning, burnIn, chainLength } = sampler;
  const stream = new SampleStream(seed, 'walk');
  const dimensions = directions.length;
  const rows = halfSpaces.length;
  const along = Float64Array.from(halfSpaces.flatMap((row) => directions.map((d) => dot(row.coefficients, d))));
  const slackAtCentre = Float64Array.from(halfSpaces, (row) => row.bound - dot(row.coefficients, centre));
  const slack = new Float64Array(rows);
  const speed = new Float64Array(rows);
  const step = new Float64Array(dimensions);
  const position = new Float64Array(dimensions);
  let chain = -1;
  let place = -1;

  const move = () => {
    for (let d = 0; d < dimensions; d++) step[d] = stream.word() / 2147483648;
    let low = -Infinity;
    let high = Infinity;
    for (let r = 0; r < rows; r++) {
      let rate = 0;
      for (let d = 0; d < dimensions; d++) rate += along[r * dimensions + d]! * step[d]!;
      speed[r] = rate;
      if (rate > 0) high = min(high, slack[r]! / rate);
      else if (rate < 0) low = max(low, slack[r]! / rate);
    }
    const length = low + stream.uniform() * (high - low);
    if (!Number.isFinite(length)) return;
    for (let d = 0; d < dimensions; d++) position[d]! += length * step[d]!;
    for (let r = 0; r < rows; r++) slack[r] = max(0, slack[r]! - length * speed[r]!);
  };

  return (sample, weights) => {
    const wantedChain = Math.floor(sample / chainLength);
    const wantedPlace = sample % chainLength;
    if (wantedChain !== chain || wantedPlace < place) {
      chain = wantedChain;
      place = 0;
      stream.startSample(chain);
      position.fill(0);
      slack.set(slackAtCentre);
      for (let k = 0; k < burnIn; k++) move();
    }
    for (; place < wantedPlace; place++) for (let k = 0; k < thinning; k++) move();
    for (let c = 0; c < weights.length; c++) {
      let weight = centre[c]!;
      for (let d = 0; d < dimensions; d++) weight += position[d]! * directions[d]![c]!;
      weights[c] = max(0, weight);
    }
  };
}
