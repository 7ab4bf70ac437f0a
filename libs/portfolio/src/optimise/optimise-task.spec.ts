import fc from 'fast-check';
import {
  everyPortfolio,
  objectiveOf,
  randomProblemFile,
  someObjective,
} from '../../../../test/support/allocation-oracle';
import { allocate } from '../allocate/allocate';
import type { AllocationProblem } from '../problem/allocation-problem';
import { parseAllocationProblem } from '../problem/parse-allocation-problem';
import { highsSolver } from '../solver/highs-solver';
import type { MipSolver } from '../solver/mip-solver';
import { choiceKey, type Choice } from './choice';
import type { OptimiseOutcome } from './optimise-task';

let solver: MipSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

function read(file: unknown): AllocationProblem {
  const parsed = parseAllocationProblem(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

async function outcomeOf(
  file: Record<string, unknown>,
  options: Record<string, unknown> = {},
): Promise<OptimiseOutcome> {
  const answer = await allocate({ ...file, tasks: [{ task: 'optimise', ...options }] }, { solver });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.results[0]?.outcome as OptimiseOutcome;
}

describe('optimise', () => {
  it('lists every tied optimum, cheapest first, whichever solver', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e9 }), async (seed) => {
        const file = { ...randomProblemFile(seed, 7), objective: someObjective(seed) };
        const problem = read(file);
        const { objective } = problem;
        if (objective === null || objective.name === 'lexicographic') throw new Error('unexpected');
        const all = everyPortfolio(problem);
        const scores = all.map((choice) => objectiveOf(problem, objective, choice, all));
        const best = Math.max(...scores);
        const tied = all.filter((_, index) => Math.abs((scores[index] as number) - best) < 1e-9);
        for (const method of ['branch-and-bound', 'highs']) {
          const outcome = await outcomeOf(file, { ties: 1000, solver: { method } });
          if (best === -Infinity || all.length === 0) {
            expect(outcome.certificate.status).toBe('infeasible');
            continue;
          }
          expect(outcome.tied?.complete).toBe(true);
          expect(outcome.tied?.portfolios.map(choiceKey).sort()).toEqual(tied.map(choiceKey).sort());
          const money = (choice: Choice) => objectiveOf(problem, { name: 'least_money' }, choice, all);
          expect(money(outcome.choice ?? {})).toBe(Math.max(...tied.map(money)));
        }
      }),
      { numRuns: 60 },
    );
  }, 120_000);

  it('names the smallest set of limits that cannot hold together', async () => {
    const file = {
      budget: 100,
      projects: [
        { id: 'a', cost: 60, value: 5, mustFund: 'decided in 2024', group: 'x' },
        { id: 'b', cost: 50, value: 5, mustFund: true, group: 'y' },
        { id: 'c', cost: 10, value: 5, group: 'y', requires: ['d'] },
        { id: 'd', cost: 10, value: 5, exclude: true, group: 'x' },
      ],
      limits: [{ group: 'y', maxShare: 0.9 }],
    };
    const outcome = await outcomeOf(file);
    expect(outcome.certificate.status).toBe('infeasible');
    expect(outcome.portfolio).toBeNull();
    expect(outcome.conflict?.smallest).toBe(true);
    expect(outcome.conflict?.limits.map(({ limit }) => limit)).toEqual([
      { kind: 'ceiling', id: 'budget' },
      { kind: 'must-fund', project: 'a' },
      { kind: 'must-fund', project: 'b' },
    ]);
  });

  it('finds, for infeasible problems of any kind, a conflict none of whose limits can be spared', async () => {
    let seen = 0;
    for (let seed = 1; seed < 400; seed += 1) {
      const file = randomProblemFile(seed, 6);
      const outcome = await outcomeOf({
        ...file,
        limits: [...(file['limits'] as unknown[]), { dimension: 'owner', group: 'kommun', min: 90, id: 'much' }],
      });
      if (outcome.certificate.status !== 'infeasible') continue;
      seen += 1;
      expect(outcome.conflict?.limits.length).toBeGreaterThan(0);
      expect(outcome.conflict?.smallest).toBe(true);
    }
    expect(seen).toBeGreaterThan(20);
  }, 60_000);

  it('funds the marginal project in part: the continuous knapsack of the textbooks', async () => {
    // Cormen, Leiserson, Rivest & Stein, Introduction to Algorithms, 3rd ed., figure 16.2: 60 + 100 + 80 = 240.
    const file = { budget: 50, value: [60, 100, 120], cost: [10, 20, 30] };
    expect((await outcomeOf(file)).certificate.objective).toBe(220);
    const outcome = await outcomeOf({ ...file, partialGrants: 'marginal' });
    expect(outcome.certificate).toMatchObject({ status: 'optimal', objective: 240, bound: 240 });
    expect(outcome.marginalProject).toBe('3');
    expect(outcome.portfolio?.funded.map(({ project, money }) => [project, money])).toEqual([
      ['1', 10],
      ['2', 20],
      ['3', 20],
    ]);
  });

  it('counts a part of which there is only one at its own value', async () => {
    const outcome = await outcomeOf({ budget: 1, value: [1, 1], cost: [2, 1], partialGrants: 'marginal' });
    expect(outcome.certificate.objective).toBe(1);
    expect(outcome.choice).toEqual({ '2': 'requested' });
    const alone = await outcomeOf({ budget: 1, value: [1], cost: [2], partialGrants: 'marginal' });
    expect(alone.certificate).toMatchObject({ status: 'optimal', objective: 0.5 });
  });

  it('finds the best marginal grant among every whole number of kronor', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e9 }), async (seed) => {
        const file = randomProblemFile(seed, 5);
        const projects = (file['projects'] as Record<string, unknown>[]).map((project) => ({
          ...project,
          cost: Object.values(project['cost'] as Record<string, number>).reduce((sum, amount) => sum + amount, 0) / 10,
          smallestUseful: project['smallestUseful'] === undefined ? undefined : Number(project['smallestUseful']) / 10,
          groups: { owner: 'kommun' },
        }));
        const small = {
          projects,
          budget: 20,
          links: file['links'],
          limits: [{ group: 'kommun', max: 19 }],
        };
        const steps = projects.map((project) => {
          const levels = [];
          const least = project.smallestUseful ?? 1;
          const whole = Number(project.cost);
          const rule = (project as Record<string, unknown>)['partialValue'];
          const value = Number((project as Record<string, unknown>)['value']);
          for (let grant = least; grant < whole; grant += 1) {
            const part =
              project.smallestUseful === undefined && typeof rule === 'object'
                ? 0.4 + (0.6 * grant) / whole
                : rule === 'full'
                  ? 1
                  : typeof rule === 'object'
                    ? 0.4 + (0.6 * (grant - least)) / (whole - least)
                    : grant / whole;
            levels.push({ grant, value: value * part });
          }
          return [...levels, { grant: whole, value }];
        });
        const problem = read({ ...small, partialGrants: 'marginal' });
        let best = -Infinity;
        for (const candidate of projects.keys())
          for (const step of steps[candidate] ?? []) {
            const own = projects.map((project, index) =>
              index === candidate
                ? { ...project, cost: step.grant, value: step.value, smallestUseful: undefined }
                : project,
            );
            const tried = read({ ...small, projects: own, partialGrants: 'all_or_nothing' });
            for (const choice of everyPortfolio(tried)) {
              const objective = tried.objective as Exclude<typeof tried.objective, null | { name: 'lexicographic' }>;
              best = Math.max(best, objectiveOf(tried, objective, choice, []) / tried.valueScale);
            }
          }
        const outcome = await outcomeOf({ ...small, partialGrants: 'marginal' });
        expect(problem.marginalPartFunding).toBe(true);
        if (best === -Infinity) expect(outcome.certificate.status).toBe('infeasible');
        else expect(outcome.certificate.objective).toBeCloseTo(best, 6);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('does not depend on the order of the projects in the file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e9 }), async (seed) => {
        const file = { ...randomProblemFile(seed), objective: someObjective(seed) };
        const turned = { ...file, projects: [...(file as unknown as { projects: unknown[] }).projects].reverse() };
        const [a, b] = [await outcomeOf(file), await outcomeOf(turned)];
        expect(b).toEqual(a);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('follows lexicographic aims in their order: value, then equality, then fewest changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e9 }), async (seed) => {
        const file = randomProblemFile(seed, 7);
        const ids = (file['projects'] as { id: string }[]).map(({ id }) => id);
        const stages = [
          { objective: 'sum_of_value', tolerance: seed % 3 },
          {
            objective: 'most_equal',
            measure: (['spread', 'smallest_group', 'distance_to_targets'] as const)[seed % 3],
            dimension: 'owner',
            targets: { region: 40, kommun: 30, annan: 20 },
            tolerance: 10,
          },
          { objective: 'fewest_changes', baseline: ids.slice(0, 3) },
        ];
        const lexicographic = { objective: 'lexicographic', stages };
        const problem = read({ ...file, objective: lexicographic });
        if (problem.objective?.name !== 'lexicographic') throw new Error('unexpected');
        let left = everyPortfolio(problem);
        const reached: number[] = [];
        for (const { objective, tolerance } of problem.objective.stages) {
          const scores = left.map((choice) => objectiveOf(problem, objective, choice, left));
          const best = Math.max(...scores);
          reached.push(best);
          left = left.filter((_, index) => (scores[index] as number) >= best - tolerance);
        }
        const outcome = await outcomeOf({ ...file, objective: lexicographic }, { ties: 500 });
        if (left.length === 0) return expect(outcome.certificate.status).toBe('infeasible');
        expect(outcome.certificate.status).toBe('optimal');
        expect(left.map(choiceKey)).toContain(choiceKey(outcome.choice ?? {}));
        const best = reached.at(-1) as number;
        const objective = problem.objective.stages.at(-1)?.objective;
        const ties = left.filter((choice) => objective && objectiveOf(problem, objective, choice, left) === best);
        expect(outcome.tied?.portfolios.map(choiceKey).sort()).toEqual(ties.map(choiceKey).sort());
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
