import * as fc from 'fast-check';
import { Fraction } from '../fair/fraction';
import { accepted, approvalElection, approvalElections } from '../../../../test/support/elections';
import { categoryProportionality } from './category-proportionality';
import { concentration, jainIndex, median, theilIndex, topShare } from './concentration';
import { electionStatistics } from './election-statistics';
import { gini, giniExact, giniPerHead } from './gini';
import { maxMinFairnessBound, priceOfFairness, proportionalFairnessBound } from './price-of-fairness';
import { satisfactionHistogram, satisfactionStatistics } from './satisfaction-statistics';

describe('published figures', () => {
  // pabutools, tests/test_analysis.py, test_gini.
  it('Gini: equal, half-empty, 75 ones and 25 nines', () => {
    expect(gini(Array.from({ length: 100 }, () => 100))).toBe(0);
    expect(gini([0, 0, 0, 100, 100, 100])).toBe(0.5);
    expect(gini([...Array.from({ length: 75 }, () => 1), ...Array.from({ length: 25 }, () => 9)])).toBeCloseTo(0.5, 12);
  });

  // US Department of Justice, HHI page (30/30/20/20); Wikipedia, Herfindahl index (six firms at 15 %, ten at 1 %).
  it('Herfindahl–Hirschman index', () => {
    expect(concentration([30, 30, 20, 20])!.points).toBe(2600);
    const sixteen = concentration([
      ...Array.from({ length: 6 }, () => 0.15),
      ...Array.from({ length: 10 }, () => 0.01),
    ])!;
    expect(sixteen.herfindahl).toBeCloseTo(0.136, 12);
    expect(sixteen.effectiveNumber).toBeCloseTo(7.352941176470588, 9);
    expect(sixteen.normalised).toBeCloseTo(0.0784, 12);
  });

  // Bertsimas, Farias & Trichakis 2011, theorems 1 and 2.
  it.each([
    [2, 0.0858, 0.1111],
    [3, 0.1786, 0.25],
    [4, 0.25, 0.36],
    [5, 0.3056, 0.4444],
    [10, 0.4675, 0.6694],
  ])('price of fairness with %i parties is at most', (parties, proportional, maxMin) => {
    expect(Math.abs(proportionalFairnessBound(parties) - proportional)).toBeLessThan(1e-4);
    expect(Math.abs(maxMinFairnessBound(parties) - maxMin)).toBeLessThan(1e-4);
  });

  // pabutools, tests/test_analysis.py, test_satisfaction_properties.
  const ten = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`${i}`, 10 + i]));
  const small = approvalElection(90, ten, [['0', '1', '2', '3'], ['0'], ['0'], ['5', '6'], ['8', '9']]);

  it('satisfaction: mean, share satisfied, Gini', () => {
    const byCost = satisfactionStatistics(small, [0, 1, 8, 9], 'cost');
    expect(byCost.exact.mean.toString()).toBe('78/5');
    expect(byCost.exact.shareSatisfied.toString()).toBe('4/5');
    expect(satisfactionStatistics(small, [0, 1, 8, 9], 'cardinality').exact.gini.toString()).toBe('1/3');
    expect(byCost).toMatchObject({ voters: 5, least: 0, most: 37, median: 10 });
  });

  it('satisfaction in steps', () => {
    const steps = satisfactionHistogram(small, [0, 1, 2, 5], 'relative_cardinality', Fraction.one, 11);
    expect(steps).toEqual([0.2, 0, 0, 0, 0, 0.2, 0, 0, 0.2, 0, 0.4]);
  });

  it('satisfaction by ranks (Borda)', () => {
    const ranked = accepted({
      budget: 90,
      ballotKind: 'ordinal',
      projects: Object.entries(ten).map(([id, cost]) => ({ id, cost })),
      ballots: [['0', '1', '2', '3'], ['0'], ['0'], ['5', '6'], ['8', '9']].map((projects) => ({ projects })),
    });
    expect(satisfactionStatistics(ranked, [0, 1, 8, 9], 'borda').exact.mean.toString()).toBe('6/5');
  });

  // pabutools, tests/test_analysis.py, test_category_properties: exp(−31/162).
  it('proportionality of categories', () => {
    const election = accepted({
      budget: 90,
      projects: [
        { id: 'p1', cost: 1, categories: ['c1', 'c2'] },
        { id: 'p2', cost: 2, categories: ['c2', 'c3'] },
        { id: 'p3', cost: 2 },
      ],
      ballots: [{ projects: ['p1', 'p2'] }, { projects: ['p1'] }, { projects: ['p2'] }],
    });
    const categories = ['c1', 'c2', 'c3', 'c4'];
    expect(categoryProportionality(election, [0, 2], categories)!.score).toBeCloseTo(0.8258368652275133, 12);
    expect(categoryProportionality(election, [], categories)).toBeNull();
    expect(categoryProportionality(election, [0, 2], [])).toBeNull();
  });

  // pabutools, tests/test_analysis.py, test_instance_properties.
  it('an election’s costs', () => {
    const election = approvalElection(8, { p1: 1, p2: 1, p3: 1, p4: 1, p5: 6 }, [['p1']]);
    const statistics = electionStatistics(election);
    expect(statistics).toMatchObject({
      meanCost: 2,
      medianCost: 1,
      costDeviation: 2,
      unsupported: ['p2', 'p3', 'p4', 'p5'],
    });
    expect(statistics.totalCost.toString()).toBe('10');
    expect(statistics.scarcity!.toString()).toBe('5/4');
  });

  // pabutools, tests/test_analysis.py, test_profile_properties.
  it('an election’s ballots', () => {
    const election = approvalElection(3, { p1: 1, p2: 2, p3: 3 }, [['p1', 'p2'], ['p1', 'p3'], ['p2'], ['p2'], ['p2']]);
    expect(electionStatistics(election)).toMatchObject({
      meanBallotLength: 7 / 5,
      meanBallotCost: 13 / 5,
      meanSupporters: 7 / 3,
    });
  });
});

describe('laws', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 });

  it('Gini lies in [0, (n − 1)/n], does not mind order or scale, and equals its definition', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 9 }), (values, factor) => {
        const value = gini(values)!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 - 1 / values.length + 1e-12);
        expect(gini([...values].reverse())).toBe(value);
        expect(gini(values.map((x) => x * factor))).toBeCloseTo(value, 12);
        const mean = values.reduce((a, b) => a + b, 0) / values.length;
        const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0);
        if (mean > 0) expect(value).toBeCloseTo(differences / (2 * values.length ** 2 * mean), 10);
        const units = values.map((x) => ({ value: Fraction.of(x), weight: 1 }));
        expect(giniExact(units)!.toNumber()).toBeCloseTo(value, 12);
      }),
    );
  });

  it('a weight counts as that many units', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 6 }),
        (pairs) => {
          const weighted = giniExact(pairs.map(([value, weight]) => ({ value: Fraction.of(value), weight })))!;
          const unfolded = pairs.flatMap(([value, weight]) => Array.from({ length: weight }, () => value));
          expect(weighted.toNumber()).toBeCloseTo(gini(unfolded)!, 12);
        },
      ),
    );
  });

  it('moving money from a larger to a smaller lowers Gini, Herfindahl and Theil, and raises Jain', () => {
    fc.assert(
      fc.property(amounts, fc.nat(11), fc.nat(11), (values, i, j) => {
        const [from, to] = [i % values.length, j % values.length];
        const gap = values[from]! - values[to]!;
        fc.pre(gap >= 2);
        const moved = values.map((x, k) =>
          k === from ? x - Math.floor(gap / 2) : k === to ? x + Math.floor(gap / 2) : x,
        );
        expect(gini(moved)!).toBeLessThan(gini(values)!);
        expect(concentration(moved)!.herfindahl).toBeLessThan(concentration(values)!.herfindahl);
        expect(theilIndex(moved)!).toBeLessThan(theilIndex(values)!);
        expect(jainIndex(moved)!).toBeGreaterThan(jainIndex(values)!);
      }),
    );
  });

  it('bounds of the indexes', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        fc.pre(values.some((x) => x > 0));
        const n = values.length;
        const index = concentration(values)!;
        expect(index.herfindahl).toBeGreaterThanOrEqual(1 / n - 1e-12);
        expect(index.herfindahl).toBeLessThanOrEqual(1 + 1e-12);
        expect(theilIndex(values)!).toBeLessThanOrEqual(Math.log(n) + 1e-9);
        expect(topShare(values, n)).toBeCloseTo(1, 12);
        expect(topShare(values, 1)!).toBeGreaterThanOrEqual(1 / n - 1e-12);
      }),
    );
  });

  it('nothing is not zero', () => {
    expect(gini([])).toBeNull();
    expect(gini([0, 0])).toBe(0);
    expect(concentration([0, 0])).toBeNull();
    expect(topShare([], 5)).toBeNull();
    expect(median([])).toBeNull();
    expect(median([4, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(theilIndex([])).toBeNull();
    expect(
      giniPerHead([
        { amount: 100, heads: 10 },
        { amount: 0, heads: 10 },
      ]),
    ).toBe(0.5);
    expect(giniPerHead([])).toBeNull();
    expect(() => gini([-1, 2])).toThrow('≥ 0');
    expect(() => gini([Number.NaN])).toThrow('≥ 0');
  });

  it('mean satisfaction over voters is total satisfaction over voters', () => {
    fc.assert(
      fc.property(approvalElections(), (election) => {
        const all = election.projects.map((_, p) => p);
        const { mean, shareSatisfied, gini: inequality } = satisfactionStatistics(election, all, 'cardinality');
        expect(mean).toBeCloseTo(electionStatistics(election).meanBallotLength, 12);
        expect(shareSatisfied).toBeLessThanOrEqual(1);
        expect(inequality).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  // Two parties with equal best values 1 and a divisible pot: what one can have falls along a concave curve as the other gets more.
  it('two parties that share a divisible pot pay at most the bound, and reach it', () => {
    const prices = (steepness: readonly number[]) => {
      const other = (u: number) => Math.min(1, ...steepness.map((k) => (1 - u) * k));
      const points = Array.from({ length: 6001 }, (_, i) => [i / 6000, other(i / 6000)] as const);
      const most = (score: (a: number, b: number) => number) =>
        points.reduce((top, point) => (score(...point) > score(...top) ? point : top), points[0]!);
      const total = (score: (a: number, b: number) => number) => most(score)[0] + most(score)[1];
      const best = total((a, b) => a + b);
      return {
        maxMin: priceOfFairness(best, total(Math.min))!,
        proportional: priceOfFairness(
          best,
          total((a, b) => a * b),
        )!,
      };
    };
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 9, noNaN: true }), { minLength: 1, maxLength: 3 }), (steepness) => {
        expect(prices(steepness).maxMin).toBeLessThanOrEqual(maxMinFairnessBound(2) + 1e-3);
        expect(prices(steepness).proportional).toBeLessThanOrEqual(proportionalFairnessBound(2) + 1e-3);
      }),
    );
    expect(prices([2]).maxMin).toBeCloseTo(maxMinFairnessBound(2), 3);
    expect(priceOfFairness(0, 0)).toBeNull();
    expect(() => priceOfFairness(1, 2)).toThrow('above the best');
  });
});
