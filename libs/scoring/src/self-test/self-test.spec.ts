import { agrees, figureAt } from '@fordela/domain';
import { publishedCases, selfTest } from './self-test';

describe('the self-test against published examples', () => {
  const result = selfTest();
  it.each(result.cases.map((outcome) => [outcome.id, outcome] as const))('%s', (_, { differences }) => {
    expect(differences).toEqual([]);
  });

  it('counts what it reproduces, and names a source for each', () => {
    expect(result.reproduced).toBe(result.total);
    expect(new Set(result.cases.map(({ id }) => id)).size).toBe(result.total);
    for (const { source } of result.cases) expect(source.length).toBeGreaterThan(20);
  });

  it('compares at least one figure per example, and notices a wrong one', () => {
    for (const { figures } of publishedCases()) expect(figures.length).toBeGreaterThan(0);
    expect(agrees([1, 2.0001], [1, 2], 1e-3)).toBe(true);
    expect(agrees([1, 2.01], [1, 2], 1e-3)).toBe(false);
    expect(agrees(undefined, 0, 1)).toBe(false);
    expect(agrees([1], [1, 2], 1)).toBe(false);
    expect(figureAt({ a: [{ b: 1 }, { b: 2 }] }, 'a[].b')).toEqual([1, 2]);
  });
});
