import * as fc from 'fast-check';
import { allocate } from '../allocate/allocate';
import { highsSolver } from '../solver/highs-solver';
import type { SplitSweepOutcome } from './sweep-task';

const solver = highsSolver();

async function sweepOf(file: object, options: object = {}): Promise<SplitSweepOutcome> {
  const answer = await allocate({ ...file, tasks: [{ task: 'split-sweep', ...options }] }, { solver: await solver });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.results[0]?.outcome as SplitSweepOutcome;
}

/** The slow, obvious oracle: every subset. */
function bestSubset(
  projects: readonly { value: number; cost: number; group: string }[],
  moved: number,
  others: number,
  budget: number,
): number {
  let best = 0;
  for (let set = 0; set < 1 << projects.length; set += 1) {
    let [value, own, rest] = [0, 0, 0];
    projects.forEach((project, i) => {
      if (!(set & (1 << i))) return;
      value += project.value;
      if (project.group === 'region') own += project.cost;
      else rest += project.cost;
    });
    if (own <= moved && rest <= others && own + rest <= budget) best = Math.max(best, value);
  }
  return best;
}

const project = fc.record({
  value: fc.integer({ min: 1, max: 50 }),
  cost: fc.integer({ min: 1, max: 30 }),
  group: fc.constantFrom('region', 'municipality', 'other'),
});
const small = fc
  .record({ projects: fc.array(project, { minLength: 2, maxLength: 9 }), budget: fc.integer({ min: 5, max: 120 }) })
  .filter(({ projects }) => projects.some(({ group }) => group === 'region'));
const fileOf = ({
  projects,
  budget,
}: {
  projects: readonly { value: number; cost: number; group: string }[];
  budget: number;
}) => ({
  budget,
  projects: projects.map(({ value, cost, group }, i) => ({ id: `p${i}`, value, cost, groups: { owner: group } })),
});

describe('the split sweep', () => {
  it('is at every share as good as trying every subset', async () => {
    await fc.assert(
      fc.asyncProperty(small, fc.constantFrom('pots' as const, 'ceiling' as const), async (problem, meaning) => {
        const sweep = await sweepOf(fileOf(problem), { group: 'region', meaning, steps: 10 });
        sweep.points.forEach((point, step) => {
          const moved = Math.floor((problem.budget * step) / 10);
          const others = meaning === 'pots' ? problem.budget - moved : problem.budget;
          expect(point.status).toBe('optimal');
          expect(point.value).toBe(bestSubset(problem.projects, moved, others, problem.budget));
        });
      }),
      { numRuns: 40 },
    );
  });

  it('never beats the free optimum, and its price is what it loses; a looser ceiling never costs value', async () => {
    await fc.assert(
      fc.asyncProperty(small, async (problem) => {
        const sweep = await sweepOf(fileOf(problem), { group: 'region', meaning: 'ceiling', steps: 20 });
        const free = sweep.free.certificate.objective ?? 0;
        const values = sweep.points.map((point) => point.value ?? -1);
        values.forEach((value, i) => {
          expect(value).toBeLessThanOrEqual(free);
          expect(sweep.points[i]?.price).toBe(free - value);
          if (i > 0) expect(value).toBeGreaterThanOrEqual(values[i - 1] as number);
        });
        expect(values.at(-1)).toBe(free);
      }),
      { numRuns: 30 },
    );
  });

  it('names who enters and leaves at each kink', async () => {
    const sweep = await sweepOf(
      {
        budget: 10,
        projects: [
          { id: 'own', value: 6, cost: 5, groups: { owner: 'region' } },
          { id: 'town', value: 5, cost: 6, groups: { owner: 'municipality' } },
        ],
      },
      { group: 'region', steps: 10 },
    );
    expect(sweep.points.map((point) => point.funded.map((grant) => grant.project).join('+'))).toEqual([
      'town',
      'town',
      'town',
      'town',
      'town',
      'own',
      'own',
      'own',
      'own',
      'own',
      'own',
    ]);
    expect(sweep.kinks).toEqual([0.5]);
    expect(sweep.points[5]?.againstPrevious).toEqual({ entering: ['own'], leaving: ['town'], changed: [] });
    expect(sweep.points[0]?.againstFree).toEqual({ entering: ['town'], leaving: ['own'], changed: [] });
  });

  it('refuses what it cannot split, naming the place', async () => {
    const file = { budget: 3, projects: [{ id: 'a', value: 1, cost: 1, groups: { owner: 'region' } }] };
    const codes = async (options: object, own: object = file) => {
      const answer = await allocate({ ...own, tasks: [{ task: 'split-sweep', ...options }] }, { solver: await solver });
      return answer.ok ? [] : answer.refusal.map((item) => [item.code, item.path.join('.')]);
    };
    expect(await codes({})).toEqual([['allocation-split-without-group', 'tasks.0.group']]);
    expect(await codes({ group: 'nobody' })).toEqual([['allocation-unknown-group', 'tasks.0.group']]);
    expect(await codes({ dimension: 'x', group: 'region' })).toEqual([
      ['allocation-unknown-dimension', 'tasks.0.dimension'],
    ]);
  });

  it('gives by its tables exactly what solving every share gives', async () => {
    await fc.assert(
      fc.asyncProperty(small, fc.constantFrom('pots' as const, 'ceiling' as const), async (problem, meaning) => {
        const file = fileOf(problem);
        const byTable = await sweepOf(file, { group: 'region', meaning, steps: 7 });
        const solved = await sweepOf(file, {
          group: 'region',
          meaning,
          steps: 7,
          solver: { method: 'branch-and-bound' },
        });
        expect(byTable.points.map(({ value, status }) => [value, status])).toEqual(
          solved.points.map(({ value, status }) => [value, status]),
        );
        expect(byTable.points.map(({ money }) => money)).toEqual(solved.points.map(({ money }) => money));
      }),
      { numRuns: 60 },
    );
  });
});
