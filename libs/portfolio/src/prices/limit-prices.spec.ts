import * as fc from 'fast-check';
import { allocate } from '../allocate/allocate';
import type { OptimiseOutcome } from '../optimise/optimise-task';
import { highsSolver } from '../solver/highs-solver';
import type { LimitPricesOutcome } from './tasks';

const solver = highsSolver();

async function ask<Outcome>(file: object, task: string, options: object = {}): Promise<Outcome> {
  const answer = await allocate({ ...file, tasks: [{ task, ...options }] }, { solver: await solver });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.results[0]?.outcome as Outcome;
}

const project = fc.record({
  value: fc.integer({ min: 1, max: 40 }),
  cost: fc.integer({ min: 1, max: 30 }),
  group: fc.constantFrom('region', 'municipality'),
});
const problems = fc
  .record({
    projects: fc.array(project, { minLength: 3, maxLength: 8 }),
    budget: fc.integer({ min: 20, max: 90 }),
    most: fc.integer({ min: 0, max: 10 }),
  })
  .filter(({ projects }) => ['region', 'municipality'].every((group) => projects.some((own) => own.group === group)))
  .map(({ projects, budget, most }) => ({
    budget,
    projects: projects.map((own, i) => ({
      id: `p${i}`,
      value: own.value,
      cost: own.cost,
      groups: { owner: own.group },
    })),
    limits: [
      { id: 'own', dimension: 'owner', group: 'region', maxShare: most / 10, of: 'budget' },
      { id: 'theirs', dimension: 'owner', group: 'municipality', max: budget / 2 },
    ],
    grants: { max: 4 },
    links: [{ type: 'mutually_exclusive', projects: ['p0', 'p1'] }],
  }));

describe('the prices of limits', () => {
  it('are the difference of two optima, each found by itself', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (file) => {
        const { limits, dimensions, certificate } = await ask<LimitPricesOutcome>(file, 'limit-prices', { step: 5 });
        const best = async (other: object) => (await ask<OptimiseOutcome>(other, 'optimise')).certificate.objective!;
        const priceWithout = async (change: object) => (await best({ ...file, ...change })) - certificate.objective!;
        const of = (id: string) => limits.find(({ limit }) => 'id' in limit && limit.id === id)!;
        expect(of('own').price).toBe(await priceWithout({ limits: [file.limits[1]] }));
        expect(of('theirs').price).toBe(await priceWithout({ limits: [file.limits[0]] }));
        expect(limits.find(({ limit }) => limit.kind === 'grants')?.price).toBe(await priceWithout({ grants: {} }));
        expect(limits.find(({ limit }) => limit.kind === 'link')?.price).toBe(await priceWithout({ links: [] }));
        expect(dimensions[0]?.price).toBe(await priceWithout({ limits: [] }));
        expect(of('theirs').perStep?.gain).toBe(
          await priceWithout({ limits: [file.limits[0], { ...file.limits[1], max: file.budget / 2 + 5 }] }),
        );
        for (const { price, entering, leaving } of limits) {
          expect(price).toBeGreaterThanOrEqual(0);
          if (price === 0) expect([entering, leaving]).toEqual([[], []]);
          else expect(entering.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('answers what a ceiling for the region’s own projects costs', async () => {
    const { limits } = await ask<LimitPricesOutcome>(
      {
        budget: 1_000_000,
        projects: [
          { id: 'egen', name: 'Eget projekt', value: 9, cost: 400_000, groups: { owner: 'region' } },
          { id: 'flen', value: 4, cost: 300_000, groups: { owner: 'municipality' } },
          { id: 'trosa', value: 3, cost: 600_000, groups: { owner: 'municipality' } },
        ],
        limits: [{ id: 'egen regi', dimension: 'owner', group: 'region', maxShare: 0.35, of: 'budget' }],
      },
      'limit-prices',
    );
    const own = limits.find(({ limit }) => limit.kind === 'group-limit')!;
    expect(own).toMatchObject({ price: 6, entering: ['egen'], leaving: ['trosa'], unused: 350_000 });
    expect(own.perStep).toMatchObject({ step: 100_000, gain: 6, entering: ['egen'] });
    expect(limits.find(({ limit }) => limit.kind === 'ceiling')).toMatchObject({ price: 0, unused: 100_000 });
  });

  it('keeps the direction of an objective that is to be small', async () => {
    const { limits } = await ask<LimitPricesOutcome>(
      { ids: ['a', 'b'], cost: [3, 4], value: [1, 1], budget: 10, grants: { min: 1 } },
      'limit-prices',
      { objective: 'least_money' },
    );
    expect(limits.find(({ limit }) => limit.kind === 'grants')).toMatchObject({ price: 3, leaving: ['a'] });
  });

  it('needs a proven optimum', async () => {
    const answer = await allocate(
      { budget: 1, ids: ['a'], value: [1], cost: [2], grants: { min: 1 }, tasks: [{ task: 'limit-prices' }] },
      { solver: await solver },
    );
    expect(answer).toMatchObject({ ok: false, refusal: [{ code: 'allocation-infeasible', path: ['tasks', 0] }] });
  });
});
