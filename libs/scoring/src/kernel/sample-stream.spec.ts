import { isSeed, largestSeed, SampleStream } from './sample-stream';

const take = (stream: SampleStream, count: number) => Array.from({ length: count }, () => stream.word() >>> 0);

describe('SampleStream', () => {
  it('continues as xoshiro128++ does', () => {
    // rand_xoshiro, reference test of xoshiro128++ from the state 1, 2, 3, 4 (made with the authors' C code).
    const stream = new SampleStream(1, 'weights');
    Object.assign(stream, { s0: 1, s1: 2, s2: 3, s3: 4 });
    expect(take(stream, 10)).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
    ]);
  });

  it('gives sample k the same numbers whatever was drawn before', () => {
    const direct = take(new SampleStream(2026, 'scores', 17), 5);
    const walked = new SampleStream(2026, 'scores', 3);
    take(walked, 11);
    walked.startSample(17);
    expect(take(walked, 5)).toEqual(direct);
  });

  it('gives other numbers for another seed, sample or purpose, also beyond 32 bits', () => {
    const starts = [
      take(new SampleStream(1, 'scores', 0), 2),
      take(new SampleStream(2, 'scores', 0), 2),
      take(new SampleStream(1, 'scores', 1), 2),
      take(new SampleStream(1, 'weights', 0), 2),
      take(new SampleStream(1 + 4294967296, 'scores', 0), 2),
      take(new SampleStream(largestSeed, 'scores', 0), 2),
    ];
    expect(new Set(starts.map(String)).size).toBe(starts.length);
  });

  it('draws uniform numbers strictly inside (0, 1) with the right mean, variance and no correlation of neighbours', () => {
    const stream = new SampleStream(5, 'weights');
    const draws = Array.from({ length: 100_000 }, () => stream.uniform());
    const mean = draws.reduce((sum, u) => sum + u, 0) / draws.length;
    const variance = draws.reduce((sum, u) => sum + (u - mean) ** 2, 0) / draws.length;
    const lag = draws.slice(1).reduce((sum, u, k) => sum + (u - mean) * ((draws[k] ?? 0) - mean), 0) / draws.length;
    expect(Math.min(...draws.slice(0, 50_000))).toBeGreaterThan(0);
    expect(Math.max(...draws.slice(0, 50_000))).toBeLessThan(1);
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / draws.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.001);
    expect(Math.abs(lag / variance)).toBeLessThan(4 / Math.sqrt(draws.length));
  });

  it('draws whole numbers below a bound evenly', () => {
    const stream = new SampleStream(9, 'draw');
    const counts = new Array<number>(7).fill(0);
    for (let k = 0; k < 70_000; k++) counts[stream.below(7)]! += 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(27.9); // 0.9999 quantile of chi-square with 6 degrees of freedom
  });

  it('refuses what is not a seed', () => {
    for (const seed of [-1, 0.5, NaN, Infinity, largestSeed + 1]) {
      expect(isSeed(seed)).toBe(false);
      expect(() => new SampleStream(seed, 'weights')).toThrow('is not a seed');
    }
  });
});
