import { allocate } from '../allocate/allocate';
import { highsSolver } from '../solver/highs-solver';
import { concentrationOverYears } from './earlier-years';
import { portfolioMetrics, type GrantedProject } from './portfolio-metrics';

const parts = (entries: Record<string, number>) => ({
  mode: 'parts' as const,
  parts: Object.entries(entries).map(([group, part]) => ({ group, part })),
});

describe('portfolioMetrics', () => {
  const grants: GrantedProject[] = [
    { id: 'a', amountSek: 100, groups: { municipality: parts({ Flen: 1, Gnesta: 1, Trosa: 1 }) } },
    { id: 'b', amountSek: 50, groups: { municipality: parts({ Flen: 1 }) } },
    { id: 'c', amountSek: 30, groups: {} },
  ];
  const inhabitants = { Flen: 10, Gnesta: 20, Trosa: 10, Vingåker: 10 };
  const municipality = { dimension: 'municipality', groups: ['Flen', 'Gnesta', 'Trosa', 'Vingåker'], inhabitants };
  const [measured] = portfolioMetrics(grants, [municipality]).dimensions;

  it('counts grants, their middle, and what the largest hold', () => {
    const { grants: spread } = portfolioMetrics(grants, []);
    expect(spread).toMatchObject({
      count: 3,
      total: 180,
      median: 50,
      mean: 60,
      largest: 100,
      smallest: 30,
      topFiveShare: 1,
    });
  });

  it('divides money between groups without losing a krona', () => {
    expect(measured!.rows.map((row) => [row.group, row.amount, row.grants])).toEqual([
      ['Flen', 84, 2],
      ['Gnesta', 33, 1],
      ['Trosa', 33, 1],
      ['Vingåker', 0, 0],
    ]);
    expect(measured!.withoutGroup).toBe(30);
  });

  it('tells who goes empty-handed, per group and per inhabitant', () => {
    expect(measured!.emptyHandedShare).toBe(0.25);
    expect(measured!.emptyHandedInhabitantsShare).toBe(0.2);
    expect(measured!.perInhabitant).toBe(3);
    expect(measured!.rows.map((row) => row.perInhabitant)).toEqual([8.4, 1.65, 3.3, 0]);
    // Half the mean absolute difference between two of the 50 inhabitants, over the mean of 3 kr.
    expect(measured!.giniPerInhabitant).toBeCloseTo(0.492, 12);
  });

  it('leaves out per-inhabitant figures when somebody’s inhabitants are unknown', () => {
    const [unknown] = portfolioMetrics(grants, [{ ...municipality, inhabitants: { Flen: 10 } }]).dimensions;
    expect(unknown).toMatchObject({ perInhabitant: null, giniPerInhabitant: null, emptyHandedInhabitantsShare: null });
  });

  it('of nothing is null, not zero', () => {
    expect(portfolioMetrics([], []).grants).toMatchObject({
      count: 0,
      median: null,
      topFiveShare: null,
      concentration: null,
      gini: null,
    });
  });

  it('treats a part of a krona as a bug', () => {
    expect(() => portfolioMetrics([{ id: 'a', amountSek: 0.5, groups: {} }], [])).toThrow('whole');
  });
});

describe('concentrationOverYears', () => {
  it('compares over the same groups in all years', () => {
    const compared = concentrationOverYears(
      [
        { year: 2025, amounts: { a: 100, b: 100 } },
        { year: 2024, amounts: { a: 100, b: 100, c: 0 } },
      ],
      { a: 200, d: 0 },
    );
    expect(compared.years.map(({ year, spread }) => [year, spread.count, spread.concentration?.herfindahl])).toEqual([
      [2024, 4, 0.5],
      [2025, 4, 0.5],
    ]);
    expect(compared.change).toMatchObject({ herfindahl: 0.5, topFiveShare: 0, medianAmount: -50 });
    expect(compared.change.gini).toBeCloseTo(0.25, 12);
    expect(compared.neverServed).toEqual(['c', 'd']);
  });

  it('states no change against nothing', () => {
    expect(concentrationOverYears([], { a: 1 }).change).toEqual({
      herfindahl: null,
      gini: null,
      topFiveShare: null,
      medianAmount: null,
    });
    expect(concentrationOverYears([{ year: 2025, amounts: { a: 0 } }], { a: 1 }).change.herfindahl).toBeNull();
  });
});

describe('metrics through allocate', () => {
  it('measures a portfolio, with inhabitants, levels and earlier years', async () => {
    const problem = {
      budget: 500,
      projects: [
        { id: 'a', cost: 200, smallestUseful: 100, value: 1, groups: { municipality: 'Flen', theme: ['x', 'y'] } },
        { id: 'b', cost: 100, value: 1, groups: { municipality: 'Gnesta', theme: ['x'] } },
      ],
      populations: { municipality: { Flen: 100, Gnesta: 100, Trosa: 100 } },
      earlierYears: [{ year: 2025, dimension: 'municipality', amounts: { Flen: 300 } }],
      tasks: [
        { task: 'portfolio-metrics', selection: { a: 'smallest', b: 'requested' } },
        { task: 'inequality', amounts: { a: 0, b: 0, c: 0, d: 100, e: 100, f: 100 } },
        { task: 'inequality', amounts: [30, 30, 20, 20] },
        { task: 'fairness-bounds', parties: [2] },
      ],
    };
    const answer = await allocate(problem, { solver: await highsSolver() });
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    const [metrics, half, firms, bounds] = answer.value.results.map((result) => result.outcome);
    expect(metrics).toMatchObject({
      grants: { count: 2, total: 200, median: 100 },
      dimensions: [
        { dimension: 'municipality', emptyHandedShare: 1 / 3, perInhabitant: 200 / 300 },
        {
          dimension: 'theme',
          rows: [
            { group: 'x', amount: 200 },
            { group: 'y', amount: 100 },
          ],
        },
      ],
      overYears: [{ dimension: 'municipality', change: { herfindahl: -0.5 }, neverServed: ['Trosa'] }],
    });
    expect(half).toMatchObject({ gini: 0.5, jain: 0.5 });
    expect(firms).toMatchObject({ concentration: { points: 2600 } });
    expect(bounds).toMatchObject([{ parties: 2, maxMin: 1 - 8 / 9 }]);
  });
});
