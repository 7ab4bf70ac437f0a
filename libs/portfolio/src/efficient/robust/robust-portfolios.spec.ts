import fc from 'fast-check';
import { dice, everyPortfolio, randomProblemFile } from '../../../../../test/support/allocation-oracle';
import { activeSynergies } from '../../optimise/check-portfolio';
import type { Choice } from '../../optimise/choice';
import type { AllocationProblem } from '../../problem/allocation-problem';
import { parseAllocationProblem } from '../../problem/parse-allocation-problem';
import { robustPortfolios, type RobustOptions, type RobustOutcome } from './robust-portfolios';

const usual: RobustOptions = { weights: 'information', money: 'limit', list: 100_000, stateLimit: 1e8 };

function read(file: unknown): AllocationProblem {
  const parsed = parseAllocationProblem(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

function robust(problem: AllocationProblem, options: Partial<RobustOptions> = {}): RobustOutcome {
  const outcome = robustPortfolios(problem, { ...usual, ...options }, []);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

const keyOf = (choice: Choice) => JSON.stringify(Object.entries(choice).sort());
const keysOf = (outcome: RobustOutcome) => new Set(outcome.portfolios.map(({ levels }) => keyOf(levels)));

/** A random problem whose values `a` and `b` are intervals for some projects, with some knowledge of the weights. */
function uncertainFile(seed: number, most: number, intervals: boolean): Record<string, unknown> {
  const { int, chance } = dice(seed + 11);
  const file = randomProblemFile(seed, most);
  const around = (value: number) =>
    intervals && chance(50) ? { low: value - int(0, 4), high: value + int(0, 4), likely: value } : value;
  const projects = (file.projects as { values: { a: number; b: number } }[]).map((project) => ({
    ...project,
    smallestUseful: undefined,
    values: { a: around(project.values.a), b: around(project.values.b) },
  }));
  const kind = int(0, 3);
  const weightInformation =
    kind === 0
      ? {}
      : kind === 1
        ? { order: ['a', 'b'] }
        : kind === 2
          ? { bounds: { a: ['0.3', '0.6'] } }
          : { statements: [{ coefficients: { a: 1, b: -2 }, relation: '<=' }] };
  return { ...JSON.parse(JSON.stringify({ ...file, projects })), weightInformation, valueDecimals: 0 };
}

/** Every combination of a corner of the weights with each uncertain score at its low or high end: values by portfolio. */
function valueRows(problem: AllocationProblem, all: readonly Choice[], corners: RobustOutcome['weightCorners']) {
  const scores = problem.projects.flatMap(({ id, levels }) =>
    levels.flatMap(({ id: level, values }) =>
      problem.valueNames.map((name) => ({ id, level, name, scored: values[name] ?? { low: 0, point: 0, high: 0 } })),
    ),
  );
  const open = scores.filter(({ scored }) => scored.low < scored.high);
  const rows: number[][] = [];
  for (const weights of corners)
    for (let code = 0; code < 2 ** open.length; code++) {
      const at = new Map(
        open.map(({ id, level, name, scored }, i) => [
          `${id}|${level}|${name}`,
          (code >> i) & 1 ? scored.high : scored.low,
        ]),
      );
      rows.push(
        all.map((choice) => {
          const ofLevels = scores.reduce(
            (sum, { id, level, name, scored }) =>
              choice[id] === level
                ? sum + (weights[name] as number) * (at.get(`${id}|${level}|${name}`) ?? scored.low)
                : sum,
            0,
          );
          return activeSynergies(problem, choice).reduce(
            (sum, { values }) =>
              problem.valueNames.reduce((total, name) => total + (weights[name] as number) * (values[name] ?? 0), sum),
            ofLevels,
          );
        }),
      );
    }
  return rows;
}

const slack = 1e-9;

/** The definition itself: at least as good in every combination, better in one. */
function byTrying(rows: readonly number[][], count: number): number[] {
  const dominates = (a: number, b: number) =>
    rows.every((row) => (row[a] as number) >= (row[b] as number) - slack) &&
    rows.some((row) => (row[a] as number) > (row[b] as number) + slack);
  const all = Array.from({ length: count }, (_, i) => i);
  return all.filter((b) => !all.some((a) => a !== b && dominates(a, b)));
}

describe('robustPortfolios', () => {
  it.each([
    ['exact scores', false],
    ['score intervals', true],
  ])(
    'keeps what the definition keeps, and the rules choose what it chooses: %s',
    (_, intervals) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
          const problem = read(uncertainFile(seed, intervals ? 4 : 7, intervals));
          const all = everyPortfolio(problem);
          const outcome = robust(problem);
          const rows = valueRows(problem, all, outcome.weightCorners);
          const expected = byTrying(rows, all.length);
          expect(keysOf(outcome)).toEqual(new Set(expected.map((i) => keyOf(all[i] as Choice))));
          if (all.length === 0) return;
          const worst = all.map((__, i) => Math.min(...rows.map((row) => row[i] as number)));
          const best = Math.max(...worst);
          expect(outcome.maximin?.figure).toBeCloseTo(best, 9);
          for (const { levels } of outcome.maximin?.portfolios ?? []) {
            const index = all.findIndex((choice) => keyOf(choice) === keyOf(levels));
            expect(worst[index]).toBeCloseTo(best, 9);
          }
          const regret = all.map((__, i) => Math.max(...rows.map((row) => Math.max(...row) - (row[i] as number))));
          expect(outcome.minimaxRegret?.figure).toBeCloseTo(Math.min(...regret), 9);
          for (const { project, coreIndex } of outcome.projects) {
            const share = expected.filter((i) => (all[i] as Choice)[project] !== undefined).length / expected.length;
            expect(coreIndex).toBeCloseTo(share, 12);
          }
        }),
        { numRuns: 60 },
      );
    },
    120_000,
  );

  it('never keeps more when more is known of the weights', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.boolean(), (seed, intervals) => {
        const file = uncertainFile(seed, 6, intervals);
        const known = robust(read({ ...file, weightInformation: { order: ['a', 'b'], bounds: { b: ['0.2', '1'] } } }));
        const less = keysOf(robust(read({ ...file, weightInformation: { order: ['a', 'b'] } })));
        const nothing = keysOf(robust(read({ ...file, weightInformation: {} })));
        // Both narrower regions have an inside of their own: on a mere edge, what was dominated could become an equal.
        for (const key of known.portfolios.map(({ levels }) => keyOf(levels))) expect(less.has(key)).toBe(true);
        for (const key of less) expect(nothing.has(key)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('never keeps more when score intervals shrink', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const wide = uncertainFile(seed, 6, true);
        const narrow = JSON.parse(
          JSON.stringify(wide),
          (key, value: { low?: number; high?: number; likely?: number }) =>
            key !== 'values' && value && typeof value === 'object' && 'likely' in value && 'low' in value
              ? {
                  low: ((value.low ?? 0) + 3 * (value.likely ?? 0)) / 4,
                  high: ((value.high ?? 0) + 3 * (value.likely ?? 0)) / 4,
                }
              : value,
        ) as Record<string, unknown>;
        const before = keysOf(robust(read({ ...wide, valueDecimals: 2 })));
        for (const key of keysOf(robust(read({ ...narrow, valueDecimals: 2 })))) expect(before.has(key)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps portfolios of every cost when money is an aim too', () => {
    const projects = [
      { id: 'x', value: 5, cost: 5 },
      { id: 'y', value: 4, cost: 2 },
      { id: 'z', value: [1, 3], cost: 4 },
    ];
    const outcome = robust(read({ projects, budget: 7 }), { money: 'aim' });
    expect(outcome.portfolios.map(({ levels }) => Object.keys(levels).join('')).sort()).toEqual([
      '',
      'x',
      'xy',
      'y',
      'yz',
    ]);
    const plain = robust(read({ projects, budget: 7 }));
    expect(plain.portfolios.map(({ levels }) => Object.keys(levels).join(''))).toEqual(['xy']);
    expect([plain.safeYes, plain.safeNo]).toEqual([['x', 'y'], ['z']]);
  });

  it('takes the stated weights when told to', () => {
    const file = { values: { a: [4, 0], b: [0, 3] }, cost: [1, 1], budget: 1, weights: { a: 0.5, b: 0.5 } };
    expect(robust(read(file)).portfolioCount).toBe(2);
    const stated = robust(read(file), { weights: 'stated' });
    expect(stated.weightCorners).toEqual([{ a: 0.5, b: 0.5 }]);
    expect(stated.safeYes).toEqual(['1']);
  });

  it('refuses weights that contradict each other, and stated weights that are not there', () => {
    const file = { values: { a: [4, 0], b: [0, 3] }, cost: [1, 1], budget: 1 };
    const codes = (problem: AllocationProblem, options: Partial<RobustOptions>) => {
      const outcome = robustPortfolios(problem, { ...usual, ...options }, ['tasks', 0]);
      return outcome.ok ? [] : outcome.refusal.map(({ code }) => code);
    };
    const bounds = { a: ['0.6', '1'] as [string, string], b: ['0.6', '1'] as [string, string] };
    expect(codes(read(file), { weightInformation: { bounds } })).toEqual(['weights-contradict']);
    expect(codes(read(file), { weights: 'stated' })).toEqual(['robust-no-stated-weights']);
  });

  it('says so when it stops before the end', () => {
    const outcome = robust(read(uncertainFile(3, 7, true)), { stateLimit: 2 });
    expect([outcome.complete, outcome.projects, outcome.maximin]).toEqual([false, [], null]);
  });
});

// Our own instance, checked by trying all 2^20 portfolios: benchmarks' workload W5 "S", seed 51, both weight sets.
describe('the workload of twenty projects', () => {
  const { int } = dice(51);
  const cost: number[] = [];
  const scores: number[][] = [[], [], []];
  for (let i = 0; i < 20; i++) {
    cost.push(int(10, 100));
    for (const own of scores) own.push(int(0, 100));
  }
  const file = {
    values: { a: scores[0], b: scores[1], c: scores[2] },
    cost,
    budget: Math.floor(cost.reduce((sum, amount) => sum + amount, 0) / 2),
  };

  it.each([
    ['no information', {}, 78, 5, 2, 12.205128],
    ['rank order', { order: ['a', 'b', 'c'] }, 8, 7, 4, 12.875],
  ])('%s', (_, weightInformation, portfolios, core, exterior, sum) => {
    const outcome = robust(read({ ...file, weightInformation }));
    expect(outcome.portfolioCount).toBe(portfolios);
    expect([outcome.safeYes.length, outcome.safeNo.length]).toEqual([core, exterior]);
    expect(outcome.projects.reduce((total, { coreIndex }) => total + coreIndex, 0)).toBeCloseTo(sum, 6);
  });
});
