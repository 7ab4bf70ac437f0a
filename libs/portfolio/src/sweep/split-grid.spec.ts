import * as fc from 'fast-check';
import { allocate } from '../allocate/allocate';
import { highsSolver } from '../solver/highs-solver';
import { neighbourFinder, simplexGrid } from './split-grid';
import type { SplitGridOutcome } from './split-grid-task';
import type { SplitSweepOutcome } from './sweep-task';

const solver = highsSolver();

async function ask<Outcome>(file: object, options: object): Promise<Outcome> {
  const answer = await allocate({ ...file, tasks: [options] }, { solver: await solver });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.results[0]?.outcome as Outcome;
}
const grid = (file: object, options: object = {}) => ask<SplitGridOutcome>(file, { task: 'split-grid', ...options });

const owners = ['region', 'municipality', 'other'] as const;
const project = fc.record({
  value: fc.integer({ min: 1, max: 50 }),
  cost: fc.integer({ min: 1, max: 30 }),
  owner: fc.constantFrom(...owners),
});
const problems = fc
  .record({
    projects: fc.array(project, { minLength: 4, maxLength: 9 }),
    budget: fc.integer({ min: 5, max: 120 }),
    linked: fc.boolean(),
    least: fc.integer({ min: 0, max: 25 }),
  })
  .filter(({ projects }) => owners.every((owner) => projects.some((own) => own.owner === owner)))
  .map(({ projects, budget, linked, least }) => ({
    budget,
    projects: projects.map(({ value, cost, owner }, i) => ({ id: `p${i}`, value, cost, groups: { owner } })),
    ...(least > 0 ? { limits: [{ dimension: 'owner', group: 'region', min: least }] } : {}),
    ...(linked ? { links: [{ type: 'mutually_exclusive', projects: ['p0', 'p1'] }] } : {}),
  }));
type Problem = {
  budget: number;
  links?: unknown;
  limits?: readonly { min: number }[];
  projects: { value: number; cost: number; groups: { owner: string } }[];
};

/** The slow, obvious oracle: every subset; null when none keeps the limits. */
function bestSubset({ projects, links, limits }: Problem, pots: Readonly<Record<string, number>>): number | null {
  const least = limits?.[0]?.min ?? 0;
  let best: number | null = null;
  for (let set = 0; set < 1 << projects.length; set += 1) {
    if (links && (set & 3) === 3) continue;
    const used: Record<string, number> = {};
    let value = 0;
    projects.forEach((own, i) => {
      if (!(set & (1 << i))) return;
      value += own.value;
      used[own.groups.owner] = (used[own.groups.owner] ?? 0) + own.cost;
    });
    const fits = Object.entries(used).every(([owner, money]) => money <= pots[owner]!);
    if (fits && (used['region'] ?? 0) >= least) best = Math.max(best ?? 0, value);
  }
  return best;
}

describe('the split between three', () => {
  it('visits every point of the simplex once', () => {
    const points = simplexGrid(3, 4);
    expect(points).toHaveLength(15);
    expect(new Set(points.map((point) => point.join())).size).toBe(15);
    expect(points.every((point) => point.reduce((sum, step) => sum + step, 0) === 4)).toBe(true);
  });

  it('finds the neighbours that measuring every distance finds, reading each point a few times only', () => {
    for (const [pots, steps] of [
      [2, 5],
      [3, 6],
      [4, 4],
    ] as const) {
      let reads = 0;
      const grid = simplexGrid(pots, steps);
      const points = grid.map((own) => ({
        get steps() {
          reads += 1;
          return own;
        },
      }));
      const neighboursOf = neighbourFinder(points);
      const found = grid.map((_, index) => neighboursOf(index));
      expect(reads).toBeLessThanOrEqual(2 * grid.length);
      const distance = (a: readonly number[], b: readonly number[]) =>
        a.reduce((sum, step, pot) => sum + Math.abs(step - b[pot]!), 0);
      grid.forEach((own, index) =>
        expect(found[index]).toEqual(grid.flatMap((other, k) => (distance(own, other) === 2 ? [k] : []))),
      );
    }
  });

  it('is at every point as good as trying every subset, by tables and by solving, also where nothing is feasible', async () => {
    const statuses = new Set<string>();
    await fc.assert(
      fc.asyncProperty(problems, async (file) => {
        const { points, free } = await grid(file, { steps: 4, pots: [...owners] });
        for (const { shares, value, price, status } of points) {
          const [region, municipality] = [shares['region']!, shares['municipality']!].map((share) =>
            Math.floor((file.budget * Math.round(share * 4)) / 4),
          ) as [number, number];
          const pots = { region, municipality, other: file.budget - region - municipality };
          statuses.add(status);
          const best = bestSubset(file as Problem, pots);
          expect([value, status]).toEqual([best, best === null ? 'infeasible' : 'optimal']);
          expect(price).toBe(best === null ? null : free.certificate.objective! - best);
        }
      }),
      { numRuns: 60 },
    );
    expect([...statuses].sort()).toEqual(['infeasible', 'optimal']);
  });

  it('is the two-way sweep where there are two pots', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (file) => {
        const two = await grid(file, { steps: 5, pots: ['region', ['municipality', 'other']] });
        const sweep = await ask<SplitSweepOutcome>(file, { task: 'split-sweep', group: 'region', steps: 5 });
        expect([...two.points].reverse().map(({ value }) => value)).toEqual(sweep.points.map(({ value }) => value));
      }),
      { numRuns: 30 },
    );
  });

  it('names who enters and leaves on the way to a neighbour', async () => {
    const file = {
      budget: 10,
      projects: owners.map((owner, i) => ({ id: owner, value: i + 1, cost: 10, groups: { owner } })),
    };
    const { points, best } = await grid(file, { steps: 1, pots: [...owners] });
    expect(points.map(({ funded }) => funded.map(({ project: id }) => id))).toEqual([
      ['region'],
      ['municipality'],
      ['other'],
    ]);
    expect(points[0]!.kinks[0]).toMatchObject({ entering: ['municipality'], leaving: ['region'] });
    expect(best).toEqual([{ region: 0, municipality: 0, other: 1 }]);
  });

  it('refuses what cannot be divided, with the place', async () => {
    const refused = async (options: object) => {
      const file = { budget: 10, ids: ['a', 'b'], value: [1, 2], cost: [3, 4], group: ['x', 'y'] };
      const answer = await allocate({ ...file, tasks: [{ task: 'split-grid', ...options }] }, { solver: await solver });
      return answer.ok ? [] : answer.refusal.map(({ code, path }) => `${code} ${path.join('.')}`);
    };
    expect(await refused({ pots: ['x', 'z'] })).toEqual(['allocation-unknown-group tasks.0.pots']);
    expect(await refused({ pots: ['x', ['x', 'y']] })).toEqual(['split-group-twice tasks.0.pots']);
    expect(await refused({ dimension: 'owner' })).toEqual(['allocation-unknown-dimension tasks.0.dimension']);
  });
});
