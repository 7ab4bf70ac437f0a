import { SampleStream } from './sample-stream';
import { drawnScores, packIntervals, weightedScores } from './weighted-scores';

describe('weightedScores', () => {
  it.each([1, 2, 3, 4, 5, 8, 11, 12])('adds the terms of %d criteria in their order', (criteria) => {
    const stream = new SampleStream(1, 'draw');
    const table = Float64Array.from({ length: 7 * criteria }, () => stream.uniform());
    const weights = Float64Array.from({ length: criteria }, () => stream.uniform());
    const scores = new Float64Array(7);
    weightedScores(table, weights, scores);
    const plain = Array.from({ length: 7 }, (_, i) =>
      weights.reduce((sum, weight, c) => sum + weight * (table[i * criteria + c] ?? 0), 0),
    );
    expect([...scores]).toEqual(plain);
  });
});

describe('drawnScores', () => {
  it.each([1, 3, 4, 6, 9])('takes one word of the stream per cell of %d criteria, in the stated order', (criteria) => {
    const rows = 5;
    const numbers = new SampleStream(8, 'draw');
    const low = Float64Array.from({ length: rows * criteria }, () => numbers.uniform() / 2);
    const high = low.map((value) => value + numbers.uniform() / 2);
    const weights = Float64Array.from({ length: criteria }, () => numbers.uniform());
    const [stream, same] = [new SampleStream(8, 'scores', 3), new SampleStream(8, 'scores', 3)];
    const scores = new Float64Array(rows);
    drawnScores(packIntervals(rows, criteria, low, high), weights, stream, scores);
    const expected = new Array<number>(rows).fill(0);
    for (let block = 0; block < criteria; block += 4)
      for (let i = 0; i < rows; i++)
        for (let c = block; c < Math.min(block + 4, criteria); c++) {
          const [from = 0, to = 0] = [low[i * criteria + c], high[i * criteria + c]];
          expected[i]! += (weights[c] ?? 0) * ((from + to) / 2 + ((to - from) / 2) * (same.word() / 2147483648));
        }
    expected.forEach((score, i) => expect(scores[i]).toBeCloseTo(score, 13));
    expect(stream.word()).toBe(same.word());
  });
});
