import { compareWithPublished, type SelfTest } from '@fordela/domain';
import { allocate } from '../allocate/allocate';
import { highsSolver } from '../solver/highs-solver';
import { allocationSelfTest, publishedAllocationCases } from './self-test';

describe('the self-test against published examples of allocation', () => {
  let result: SelfTest;
  beforeAll(async () => {
    result = await allocationSelfTest(await highsSolver());
  });

  it('reproduces each of them, and names a source for each', () => {
    expect(result.cases.filter(({ ok }) => !ok)).toEqual([]);
    expect(result.reproduced).toBe(result.total);
    expect(new Set(result.cases.map(({ id }) => id)).size).toBe(result.total);
    for (const { source } of result.cases) expect(source.length).toBeGreaterThan(20);
  });

  it('notices every figure that is another', async () => {
    const solver = await highsSolver();
    for (const published of publishedAllocationCases()) {
      const answer = await allocate(published.problem, { solver });
      const spoilt = published.figures.map((figure) => ({ ...figure, is: 'something else' }));
      expect(spoilt.length).toBeGreaterThan(0);
      expect(compareWithPublished({ ...published, figures: spoilt }, answer).differences).toHaveLength(spoilt.length);
    }
  });
});
