import * as fc from 'fast-check';
import { allocate } from '../allocate/allocate';
import { highsSolver } from '../solver/highs-solver';
import type { OptimiseOutcome } from './optimise-task';

const solver = highsSolver();
const project = fc.record({
  value: fc.integer({ min: -3, max: 40 }),
  cost: fc.integer({ min: 0, max: 30 }),
  smallest: fc.integer({ min: 1, max: 30 }),
  group: fc.constantFrom('region', 'municipality', 'other'),
  exclude: fc.boolean(),
});
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const problems = fc
  .record({
    projects: fc.array(project, { minLength: 1, maxLength: 9 }),
    budget: fc.integer({ min: 0, max: 120 }),
    region: fc.tuple(share, share),
    municipality: share,
    partial: fc.boolean(),
    penalty: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ projects, budget, region, municipality, partial, penalty }) => ({
    budget,
    partialGrants: partial ? 'smallest_or_requested' : 'all_or_nothing',
    objective: { objective: 'sum_of_value', penaltyPerGrant: penalty },
    projects: projects.map(({ smallest, exclude, group, ...own }, i) => ({
      id: `p${i}`,
      ...own,
      groups: { owner: group },
      ...(smallest <= own.cost ? { smallestUseful: smallest } : {}),
      ...(exclude && i % 4 === 0 ? { exclude: 'by a person' } : {}),
    })),
    limits: [
      {
        dimension: 'owner',
        group: 'region',
        minShare: Math.min(...region) / 2,
        maxShare: Math.max(...region),
        of: 'budget',
      },
      { dimension: 'owner', group: 'municipality', maxShare: municipality, of: 'budget' },
    ].filter(({ group }) => projects.some((own) => own.group === group)),
  }));

async function certificateBy(file: object, method: string) {
  const answer = await allocate(
    { ...file, tasks: [{ task: 'optimise', solver: { method } }] },
    { solver: await solver },
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  const { certificate, portfolio } = answer.value.results[0]?.outcome as OptimiseOutcome;
  return { ...certificate, money: portfolio?.money };
}

describe('optima by tables', () => {
  it('are those of branch and bound and of HiGHS, with as little money', async () => {
    let byTables = 0;
    await fc.assert(
      fc.asyncProperty(problems, async (file) => {
        const table = await certificateBy(file, 'dynamic-programming');
        if (table.method === 'dynamic-programming') byTables += 1;
        const bound = await certificateBy(file, 'branch-and-bound');
        const highs = await certificateBy(file, 'highs');
        expect([table.status, table.objective, table.money]).toEqual([bound.status, bound.objective, bound.money]);
        expect([table.status, table.objective]).toEqual([highs.status, highs.objective]);
      }),
      { numRuns: 60 },
    );
    expect(byTables).toBeGreaterThan(40);
  });

  it('are left to others where more than money ties projects together', async () => {
    const linked = { budget: 10, ids: ['a', 'b'], value: [1, 2], cost: [3, 4], requires: [['a', 'b']] };
    expect((await certificateBy(linked, 'dynamic-programming')).method).toBe('branch-and-bound');
    const years = {
      years: [
        { year: 2026, ceiling: 5 },
        { year: 2027, ceiling: 5 },
      ],
      projects: [{ id: 'a', value: 1, cost: { 2026: 2, 2027: 3 } }],
    };
    expect((await certificateBy(years, 'dynamic-programming')).method).toBe('branch-and-bound');
  });
});
