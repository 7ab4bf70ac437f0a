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
        const { limits, dimensions, certificate, choice } = await ask<LimitPricesOutcome>(file, 'limit-prices', {
          step: 5,
        });
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
        // What costs is broken by the better portfolio, whatever it leaves unused today.
        for (const [id, group, most] of [
          ['own', 'region', file.budget * file.limits[0]!.maxShare!],
          ['theirs', 'municipality', file.budget / 2],
        ] as const) {
          const { price, entering, leaving } = of(id);
          if (price === 0) continue;
          const better = new Set([...Object.keys(choice), ...entering].filter((own) => !leaving.includes(own)));
          const used = file.projects.reduce(
            (sum, own) => sum + (better.has(own.id) && own.groups.owner === group ? own.cost : 0),
            0,
          );
          expect(used).toBeGreaterThan(most);
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

  it('may be 0 without anything unused, and above 0 with much of it', async () => {
    const file = {
      budget: 10,
      projects: [
        { id: 'a', value: 5, cost: 4, groups: { owner: 'region' } },
        { id: 'b', value: 9, cost: 9, groups: { owner: 'region' } },
        { id: 'c', value: 3, cost: 6, groups: { owner: 'municipality' } },
      ],
    };
    const price = async (most: number) => {
      const limits = [{ id: 'own', dimension: 'owner', group: 'region', max: most }];
      return (await ask<LimitPricesOutcome>({ ...file, limits }, 'limit-prices')).limits.find(
        ({ limit }) => limit.kind === 'group-limit',
      );
    };
    // a and c, 8, against b, 9, beyond 8: 4 of 8 unused, and it costs 1.
    expect(await price(8)).toMatchObject({ unused: 4, price: 1, entering: ['b'] });
    // b alone, 9, and the ceiling keeps out the rest: nothing unused, and it costs nothing.
    expect(await price(9)).toMatchObject({ unused: 0, price: 0 });
  });

  it('leaves limits stated as shares of the budget at their amounts when the budget grows', async () => {
    const file = {
      budget: 100,
      projects: [
        { id: 'own', value: 10, cost: 60, groups: { owner: 'region' } },
        { id: 'theirs', value: 1, cost: 50, groups: { owner: 'municipality' } },
      ],
      limits: [{ id: 'half', dimension: 'owner', group: 'region', maxShare: 0.5, of: 'budget' }],
    };
    const ceiling = ({ limits }: LimitPricesOutcome) => limits.find(({ limit }) => limit.kind === 'ceiling')!;
    const asked = await ask<LimitPricesOutcome>(file, 'limit-prices', { step: 20 });
    // At 120 half would be 60 and take the region's project; 50 stays 50.
    expect(ceiling(asked)).toMatchObject({ price: 0, perStep: { gain: 0 } });
    const restated = await ask<OptimiseOutcome>({ ...file, budget: 120 }, 'optimise');
    expect(restated.certificate.objective! - asked.certificate.objective!).toBe(11 - 1);
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
