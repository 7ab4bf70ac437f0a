import type { SampleStream } from './sample-stream';

/**
 * Additive scores: row × weights for every row of a table kept row by row. Four terms at a time; terms are added in the
 * criteria's order, so equal rows get equal scores.
 */
export function weightedScores(table: Float64Array, weights: Float64Array, scores: Float64Array): void {
  const criteria = weights.length;
  const blocked = criteria - (criteria % 4);
  let at = 0;
  for (let i = 0; i < scores.length; i++) {
    let score = 0;
    for (let c = 0; c < blocked; c += 4) {
      score += table[at]! * weights[c]!;
      score += table[at + 1]! * weights[c + 1]!;
      score += table[at + 2]! * weights[c + 2]!;
      score += table[at + 3]! * weights[c + 3]!;
      at += 4;
    }
    for (let c = blocked; c < criteria; c++) score += table[at++]! * weights[c]!;
    scores[i] = score;
  }
}

/**
 * Uniform cells in the layout `drawnScores` reads: four criteria at a time (the last block may be narrower), in each block row
 * after row, and of each cell its middle and its half width / 2^31.
 *
 * Shapes  low, high: rows × criteria, row by row.
 */
export function packIntervals(rows: number, criteria: number, low: Float64Array, high: Float64Array): Float64Array {
  const packed = new Float64Array(2 * rows * criteria);
  let at = 0;
  for (let block = 0; block < criteria; block += 4)
    for (let i = 0; i < rows; i++)
      for (let c = block; c < Math.min(block + 4, criteria); c++) {
        const cell = i * criteria + c;
        packed[at++] = (low[cell]! + high[cell]!) / 2;
        packed[at++] = (high[cell]! - low[cell]!) / 2 / 2147483648;
      }
  return packed;
}

/**
 * Additive scores of one draw in which every cell is uniform on its interval: one 32-bit word of the stream per cell, in the
 * order of `packIntervals`. The generator is written out four times with its state in local variables, because at two
 * nanoseconds a cell a call would cost more than the draw; a test holds it equal to `SampleStream.word`.
 */
export function drawnScores(
  packed: Float64Array,
  weights: Float64Array,
  stream: SampleStream,
  scores: Float64Array,
): void {
  const criteria = weights.length;
  scores.fill(0);
  let c = 0;
  for (; c + 4 <= criteria; c += 4) {
    const start = 2 * c * scores.length;
    addFour(packed, start, weights[c]!, weights[c + 1]!, weights[c + 2]!, weights[c + 3]!, stream, scores);
  }
  if (c < criteria) addRest(packed, 2 * c * scores.length, weights, c, stream, scores);
}

function addFour(
  packed: Float64Array,
  start: number,
  w0: number,
  w1: number,
  w2: number,
  w3: number,
  stream: SampleStream,
  scores: Float64Array,
): void {
  let { s0, s1, s2, s3 } = stream;
  let at = start;
  let sum = 0;
  let word = 0;
  let shifted = 0;
  let score = 0;
  for (let i = 0; i < scores.length; i++) {
    sum = (s0 + s3) | 0;
    word = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    score = w0 * (packed[at]! + packed[at + 1]! * word);

    sum = (s0 + s3) | 0;
    word = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    score += w1 * (packed[at + 2]! + packed[at + 3]! * word);

    sum = (s0 + s3) | 0;
    word = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    score += w2 * (packed[at + 4]! + packed[at + 5]! * word);

    sum = (s0 + s3) | 0;
    word = (((sum << 7) | (sum >>> 25)) + s0) | 0;
    shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    score += w3 * (packed[at + 6]! + packed[at + 7]! * word);

    at += 8;
    scores[i]! += score;
  }
  stream.s0 = s0;
  stream.s1 = s1;
  stream.s2 = s2;
  stream.s3 = s3;
}

function addRest(
  packed: Float64Array,
  start: number,
  weights: Float64Array,
  first: number,
  stream: SampleStream,
  scores: Float64Array,
): void {
  let at = start;
  for (let i = 0; i < scores.length; i++) {
    let score = 0;
    for (let c = first; c < weights.length; c++) {
      score += weights[c]! * (packed[at]! + packed[at + 1]! * stream.word());
      at += 2;
    }
    scores[i]! += score;
  }
}
