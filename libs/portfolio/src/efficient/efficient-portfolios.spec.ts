import fc from 'fast-check';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dice, everyPortfolio, objectiveOf, randomProblemFile } from '../../../../test/support/allocation-oracle';
import type { Choice } from '../optimise/choice';
import type { AllocationProblem, Objective } from '../problem/allocation-problem';
import { parseAllocationProblem } from '../problem/parse-allocation-problem';
import { taskObjective } from '../problem/task-objective';
import { highsSolver } from '../solver/highs-solver';
import type { MipSolver } from '../solver/mip-solver';
import { efficientByRepeatedSolving } from './by-repeated-solving';
import type { AimInput } from './efficient-aims';
import { efficientPortfolios, type EfficientOptions, type EfficientOutcome } from './efficient-portfolios';

const usual: EfficientOptions = { equal: 'all', list: 100_000, stateLimit: 1e8, markSupported: false };

let solver: MipSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

function read(file: unknown): AllocationProblem {
  const parsed = parseAllocationProblem(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

function efficient(problem: AllocationProblem, options: Partial<EfficientOptions>): EfficientOutcome {
  const outcome = efficientPortfolios(problem, { ...usual, ...options }, []);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

const keyOf = (levels: Choice) => JSON.stringify(Object.entries(levels).sort());

/** Aims of every kind but the two that only this room has, as the oracle knows them. */
function someAims(seed: number, linearOnly = false): AimInput[] {
  const { int, some } = dice(seed + 5);
  const all: AimInput[] = [
    'value',
    'a',
    'b',
    'c',
    'least_money',
    { objective: 'value_times_money', of: 'a' },
    { objective: 'sum_of_value', of: 'b', penaltyPerGrant: 2 },
    { objective: 'fewest_changes', baseline: ['p1', 'p2', 'p3'].slice(0, int(0, 3)) },
  ];
  const curved: AimInput[] = [
    { objective: 'maximin', over: ['a', 'b'] },
    { objective: 'minimax_regret', over: ['a', 'c'] },
    { objective: 'most_equal', measure: 'smallest_group', dimension: 'owner' },
    { objective: 'most_equal', measure: 'spread', dimension: 'owner' },
    {
      objective: 'most_equal',
      measure: 'distance_to_targets',
      dimension: 'owner',
      targets: { region: 100, kommun: 60, annan: 30 },
    },
  ];
  return some(linearOnly ? all : [...all, ...curved], int(1, 4));
}

function objectivesOf(problem: AllocationProblem, aims: readonly AimInput[]) {
  return aims.map((aim) => {
    const stated = aim === 'least_money' || typeof aim !== 'string' ? aim : { objective: 'sum_of_value', of: aim };
    const objective = taskObjective(problem, stated as Parameters<typeof taskObjective>[1], []);
    if (!objective.ok) throw new Error(JSON.stringify(objective.refusal));
    return objective.value as Exclude<Objective, { name: 'lexicographic' }>;
  });
}

/** Every efficient portfolio, by trying all of them. */
function byTrying(problem: AllocationProblem, aims: readonly AimInput[]): Set<string> {
  const all = everyPortfolio(problem);
  const objectives = objectivesOf(problem, aims);
  const rows = all.map((choice) => objectives.map((objective) => objectiveOf(problem, objective, choice, all)));
  const dominates = (a: number[], b: number[]) =>
    a.every((value, k) => value >= (b[k] as number)) && a.some((value, k) => value > (b[k] as number));
  return new Set(
    all.filter((_, i) => !rows.some((other) => dominates(other, rows[i] as number[]))).map((choice) => keyOf(choice)),
  );
}

const withGroups = (file: Record<string, unknown>) => {
  // Every problem gets all owner groups and at least three projects, so that any aim can be stated.
  const projects = file.projects as Record<string, unknown>[];
  const extra = ['region', 'kommun', 'annan'].map((owner, i) => ({
    ...{ id: `p${i + 20}`, value: i, values: { a: i, b: 1, c: 2 - i }, cost: {}, groups: { owner, theme: ['x'] } },
  }));
  const named = ['p1', 'p2', 'p3'].filter((id) => !projects.some((project) => project.id === id));
  return {
    ...file,
    projects: [
      ...projects,
      ...extra,
      ...named.map((id) => ({ id, value: 0, values: { a: 0, b: 0, c: 0 }, cost: {}, exclude: 'test' })),
    ],
  };
};

describe('efficientPortfolios', () => {
  it('finds the portfolios that trying every one finds, under any mix of limits and aims', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const problem = read(withGroups(randomProblemFile(seed, 6)));
        const aims = someAims(seed);
        const outcome = efficient(problem, { aims });
        const found = outcome.frontier.flatMap(({ portfolios }) => portfolios.map(({ levels }) => keyOf(levels)));
        expect(new Set(found)).toEqual(byTrying(problem, aims));
        expect(outcome.portfolioCount).toBe(found.length);
        const funded = (id: string) => found.filter((key) => key.includes(`["${id}",`)).length;
        for (const { project, coreIndex, decision } of outcome.projects) {
          expect(coreIndex).toBeCloseTo(funded(project) / found.length, 12);
          expect(decision === 'safe_yes').toBe(found.every((key) => key.includes(`["${project}",`)));
          expect(decision === 'safe_no').toBe(funded(project) === 0);
        }
      }),
      { numRuns: 80 },
    );
  }, 120_000);

  it('agrees with one solve of HiGHS per point and empty box', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e9 }), async (seed) => {
        // Few decimals: HiGHS fails on sums of nine-decimal values, and then nothing is proven.
        const problem = read({ ...withGroups(randomProblemFile(seed, 7)), valueDecimals: 1 });
        const aims = someAims(seed, true);
        const own = efficient(problem, { aims });
        const options = { aims, equal: 'all' as const, solveLimit: 1e6 };
        const other = await efficientByRepeatedSolving(problem, options, problem.solver, { solver }, []);
        if (!other.ok) throw new Error(JSON.stringify(other.refusal));
        const keys = (outcome: EfficientOutcome) =>
          outcome.frontier.map(({ values, portfolios }) => [
            values,
            new Set(portfolios.map(({ levels }) => keyOf(levels))),
          ]);
        expect(other.value.complete).toBe(true);
        expect(keys(other.value)).toEqual(keys(own));
        expect(other.value.projects).toEqual(own.projects);
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('marks the points that a weighted sum can find', () => {
    // Three points on a staircase; (4, 4) lies under the line from (10, 0) to (0, 10).
    const problem = read({
      projects: [
        { id: 'x', values: { a: 10, b: 0 }, cost: 1 },
        { id: 'y', values: { a: 4, b: 4 }, cost: 1 },
        { id: 'z', values: { a: 0, b: 10 }, cost: 1 },
      ],
      budget: 1,
    });
    const outcome = efficient(problem, { markSupported: true });
    expect(outcome.frontier.map(({ values, supported }) => [values, supported])).toEqual([
      [[10, 0], true],
      [[4, 4], false],
      [[0, 10], true],
    ]);
    expect([outcome.best, outcome.worst]).toEqual([
      [10, 10],
      [0, 0],
    ]);
  });

  it('takes the money of groups and the number of grants as aims', () => {
    const problem = read({
      projects: [
        { id: 'big', value: 5, cost: 100, group: 'region' },
        { id: 'small', value: 3, cost: 40, group: 'kommun' },
        { id: 'tiny', value: 3, cost: 30, group: 'kommun' },
      ],
      budget: 100,
    });
    const aims: AimInput[] = [
      'value',
      { objective: 'group_money', dimension: 'group', groups: ['kommun'] },
      { objective: 'grants' },
    ];
    const outcome = efficient(problem, { aims });
    expect(outcome.aims.map(({ direction }) => direction)).toEqual(['most', 'most', 'least']);
    expect(outcome.frontier.map(({ values }) => values)).toEqual([
      [6, 70, 2],
      [5, 0, 1],
      [3, 40, 1],
      [0, 0, 0],
    ]);
  });

  it('refuses what has no efficient set of portfolios', () => {
    const file = { budget: 10, value: [6, 5, 5], cost: [6, 5, 5] };
    const codes = (problem: AllocationProblem, aims?: AimInput[]) => {
      const outcome = efficientPortfolios(problem, { ...usual, aims }, ['tasks', 0]);
      return outcome.ok ? [] : outcome.refusal.map(({ code, path }) => [code, ...path]);
    };
    expect(codes(read({ ...file, partialGrants: 'marginal' }))).toEqual([['efficient-no-marginal', 'tasks', 0]]);
    expect(codes(read(file), ['value_per_krona'])).toEqual([['efficient-aim-not-possible', 'tasks', 0, 'aims', 0]]);
    expect(codes(read(file), ['nonsense'])).toEqual([['allocation-unknown-value', 'tasks', 0, 'aims', 0, 'of']]);
  });
});

// Gandibleux & Fréville (2000), instances 2KP50 of vOptLib, as checked in the shared cases; data is read where it lies.
const cases = join(__dirname, '../../../../../shared/cases');
const frontierCases = existsSync(cases) ? readdirSync(cases).filter((name) => /^(frontier|rpm)-/.test(name)) : [];
if (frontierCases.length === 0)
  process.stdout.write('skipped: ../shared/cases is not here, so the published frontiers are not compared\n');

(frontierCases.length > 0 ? describe : describe.skip)('published frontiers', () => {
  it.each(frontierCases)('%s', (name) => {
    const { input, expected } = JSON.parse(readFileSync(join(cases, name), 'utf8')) as {
      input: { value1: number[]; value2: number[]; cost: number[]; budget: number };
      expected: {
        frontier?: number[][];
        efficient_portfolios?: number;
        nondominated_portfolios?: number;
        core_index?: number[];
        core_projects?: number;
        exterior_projects?: number;
      };
    };
    const problem = read({
      values: { value1: input.value1, value2: input.value2 },
      cost: input.cost,
      budget: input.budget,
    });
    const outcome = efficient(problem, {});
    expect(outcome.portfolioCount).toBe(expected.efficient_portfolios ?? expected.nondominated_portfolios);
    if (expected.frontier) {
      const ascending = outcome.frontier.map(({ values }) => values).reverse();
      expect(ascending).toEqual(expected.frontier);
    }
    if (expected.core_index) {
      outcome.projects.forEach(({ coreIndex }, i) =>
        expect(coreIndex).toBeCloseTo(expected.core_index?.[i] as number, 5),
      );
      const count = (decision: string) => outcome.projects.filter((project) => project.decision === decision).length;
      expect([count('safe_yes'), count('safe_no')]).toEqual([expected.core_projects, expected.exterior_projects]);
    }
  });
});
