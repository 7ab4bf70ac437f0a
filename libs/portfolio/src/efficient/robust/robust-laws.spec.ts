import fc from 'fast-check';
import { dice, everyPortfolio, randomProblemFile, valueOf } from '../../../../../test/support/allocation-oracle';
import type { AllocationProblem } from '../../problem/allocation-problem';
import { parseAllocationProblem } from '../../problem/parse-allocation-problem';
import { efficientPortfolios } from '../efficient-portfolios';
import { robustPortfolios, type RobustOptions, type RobustOutcome } from './robust-portfolios';

const usual: RobustOptions = { weights: 'information', money: 'limit', list: 100_000, stateLimit: 1e8 };

function read(file: unknown): AllocationProblem {
  const parsed = parseAllocationProblem(JSON.parse(JSON.stringify(file)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

function robust(file: unknown, options: Partial<RobustOptions> = {}): RobustOutcome {
  const outcome = robustPortfolios(read(file), { ...usual, ...options }, []);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

/** Each kind of limit by itself, over projects with two values and a cost in each of two years. */
const kinds: Readonly<Record<string, object>> = {
  'one budget': { budget: 260 },
  'yearly ceilings': {
    years: [
      { year: 2026, ceiling: 150 },
      { year: 2027, ceiling: 120 },
    ],
  },
  'a share of a group, at least and at most': {
    budget: 260,
    limits: [
      { dimension: 'group', group: 'kommun', minShare: 0.3 },
      { dimension: 'group', group: 'region', maxShare: 0.4 },
    ],
  },
  'requires and exclusive': {
    budget: 260,
    requires: [
      ['p1', 'p2'],
      ['p4', 'p7'],
    ],
    exclusive: [
      ['p2', 'p3'],
      ['p5', 'p6'],
    ],
  },
  'a smallest grant and a number of grants': { budget: 260, minimumGrant: 30, grants: { min: 2, max: 5 } },
  'aid to one undertaking': {
    budget: 260,
    jointLimits: [{ id: 'aid', limit: 60, history: 10, uses: { p1: 30, p3: 30, p5: 30 } }],
  },
};

function fileOf(seed: number, count: number, limits: object, levels = false): Record<string, unknown> {
  const { int } = dice(seed);
  const projects = Array.from({ length: count }, (_, i) => {
    const cost = { '2026': int(1, 6) * 10, '2027': int(0, 5) * 10 };
    return {
      id: `p${i + 1}`,
      cost: 'years' in limits ? cost : cost['2026'] + cost['2027'],
      values: { a: int(0, 20), b: int(0, 20) },
      group: ['region', 'kommun', 'annan'][int(0, 2)],
      ...(levels ? { smallestUseful: 'years' in limits ? undefined : 10 } : {}),
    };
  });
  return {
    projects,
    valueDecimals: 0,
    objective: { objective: 'sum_of_value', of: 'a' },
    ...(levels ? { partialGrants: 'smallest_or_requested', valueDecimals: 9 } : {}),
    ...limits,
  };
}

/** The share of the portfolios that no other dominates in both values, project by project: by trying all of them. */
function coresByTrying(problem: AllocationProblem): ReadonlyMap<string, number> {
  const all = everyPortfolio(problem).map((choice) => ({
    choice,
    values: problem.valueNames.map((name) => valueOf(problem, choice, name)),
  }));
  // One portfolio per value pair is enough to dominate: far fewer comparisons.
  const points = [...new Map(all.map(({ values }) => [values.join(), values])).values()];
  const efficient = new Set(
    points
      .filter((own) => !points.some((other) => other !== own && other.every((value, k) => value >= (own[k] as number))))
      .map((values) => values.join()),
  );
  const kept = all.filter(({ values }) => efficient.has(values.join()));
  return new Map(
    problem.projects.map(({ id }) => [
      id,
      kept.filter(({ choice }) => choice[id] !== undefined).length / Math.max(1, kept.length),
    ]),
  );
}

describe('the core index', () => {
  it.each(
    Object.entries(kinds).flatMap(([kind, limits]) => [
      [kind, limits, false] as const,
      [`${kind}, funding levels`, limits, true] as const,
    ]),
  )(
    'is 1 exactly when every efficient portfolio holds the project: %s',
    (_, limits, levels) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 7, max: levels ? 7 : 11 }), (seed, count) => {
          const file = fileOf(seed, count, limits, levels);
          const expected = coresByTrying(read(file));
          const efficient = efficientPortfolios(
            read(file),
            { equal: 'all', list: 1, stateLimit: 1e8, markSupported: false },
            [],
          );
          if (!efficient.ok) throw new Error(JSON.stringify(efficient.refusal));
          for (const { projects } of [robust(file), efficient.value])
            for (const { project, coreIndex, decision } of projects) {
              const share = expected.get(project) as number;
              expect(coreIndex).toBeCloseTo(share, 12);
              expect(decision).toBe(share === 1 ? 'safe_yes' : share === 0 ? 'safe_no' : 'discuss');
            }
        }),
        { numRuns: 6 },
      );
    },
    120_000,
  );

  it('is the same for twelve projects with every limit at once', () => {
    const limits = {
      ...kinds['a share of a group, at least and at most'],
      ...kinds['requires and exclusive'],
      grants: { max: 6 },
    };
    const file = fileOf(12, 12, limits);
    const expected = coresByTrying(read(file));
    expect(robust(file).projects.map(({ project, coreIndex }) => [project, coreIndex.toFixed(9)])).toEqual(
      [...expected].map(([project, share]) => [project, share.toFixed(9)]),
    );
  });
});

/** A random file whose values `a` and `b` are intervals of the stated half width for some projects; null: plain numbers. */
function intervalFile(seed: number, most: number, width: number | null): Record<string, unknown> {
  const { chance } = dice(seed + 11);
  const file = randomProblemFile(seed, most);
  const around = (likely: number) =>
    chance(50) && width !== null ? { low: likely - width, likely, high: likely + width } : likely;
  const projects = (file['projects'] as { values: { a: number; b: number } }[]).map((project) => ({
    ...project,
    smallestUseful: undefined,
    values: { a: around(project.values.a), b: around(project.values.b) },
  }));
  return { ...file, projects, valueDecimals: 0 };
}

describe('score intervals', () => {
  const portfoliosOf = ({ portfolios }: RobustOutcome) => portfolios.map(({ levels }) => JSON.stringify(levels)).sort();

  it('that are points answer as the points do', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const [points, intervals] = [null, 0].map((width) => robust(intervalFile(seed, 8, width)));
        expect(portfoliosOf(points!)).toEqual(portfoliosOf(intervals!));
        expect(points!.projects).toEqual(intervals!.projects);
        expect([points!.maximin?.figure, points!.minimaxRegret?.figure]).toEqual([
          intervals!.maximin?.figure,
          intervals!.minimaxRegret?.figure,
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('that are wider never lose a portfolio', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 3 }), (seed, width) => {
        const wider = new Set(portfoliosOf(robust(intervalFile(seed, 6, width + 2))));
        for (const own of portfoliosOf(robust(intervalFile(seed, 6, width)))) expect(wider.has(own)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('prove by example only what the whole search finds too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 3 }), (seed, width) => {
        const file = intervalFile(seed, 7, width);
        const whole = robust(file);
        const { complete, byExample } = robust(file, { stateLimit: 0 });
        if (complete || !byExample) return;
        expect(byExample.examples).toBeGreaterThan(0);
        expect(whole.discuss).toEqual(expect.arrayContaining([...byExample.discuss]));
        expect(byExample.alwaysIn).toEqual(expect.arrayContaining([...whole.safeYes]));
        expect(byExample.neverIn).toEqual(expect.arrayContaining([...whole.safeNo]));
        expect(whole.byExample).toBeNull();
      }),
      { numRuns: 25 },
    );
  });
});
