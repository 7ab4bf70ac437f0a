import type { LimitPricesOutcome, SplitGridOutcome } from '@fordela/portfolio';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { solvedLocally } from '../support/solved-locally';
import { useTestApi } from '../support/test-api';

const callId = demoRound().call.id;

interface Limit {
  readonly limit: object;
  readonly messageSv: string;
  readonly messageEn: string;
  readonly price: number;
  readonly unused: number | null;
  readonly entering: readonly { readonly title: string }[];
  readonly perStep: { readonly stepSek: number; readonly gain: number } | null;
}
interface Prices {
  readonly limits: readonly Limit[];
  readonly dimensions: readonly { readonly dimension: string; readonly price: number }[];
  readonly conflict: readonly { readonly messageSv: string }[] | null;
  readonly problem: object;
  readonly refusals?: readonly { readonly code: string; readonly path: readonly string[] }[];
}

describeOnDatabase('the price of each limit', () => {
  const api = useTestApi();
  const ask = async (options: object, step = 100_000) =>
    (
      await api().data<{ limitPrices: Prices }>(
        `query($o: AllocationOptionsInput!, $s: Kronor!) { limitPrices(callId: "${callId}", options: $o, stepSek: $s) {
          ... on Refused { refusals { code path } }
          ... on LimitPrices { certificate { status } limits { code limit messageSv messageEn price unused entering { title } leaving { title }
            perStep { stepSek gain entering { title } leaving { title } } } dimensions { dimension price entering { title } } conflict { messageSv messageEn } problem } } }`,
        { o: options, s: step },
      )
    ).limitPrices;
  const split = {
    objective: 'sum_of_value',
    limits: [
      { dimension: 'ownerGroup', groups: ['region_own'], maxSek: 3_000_000 },
      { dimension: 'ownerGroup', groups: ['municipal', 'other'], maxSek: 14_000_000 },
    ],
  };

  it('is the engine’s, dearest first, in words', async () => {
    const { limits, dimensions, problem, conflict } = await ask(split);
    const local = await solvedLocally<LimitPricesOutcome>(problem);
    expect(conflict).toBeNull();
    expect(limits.map(({ limit, price }) => [JSON.stringify(limit), price]).sort()).toEqual(
      local.limits.map(({ limit, price }) => [JSON.stringify(limit), price]).sort(),
    );
    const prices = limits.map(({ price }) => price);
    expect(prices).toEqual([...prices].sort((a, b) => b - a));
    expect(prices[0]).toBeGreaterThan(0);
    expect(limits[0]!.messageSv).not.toContain('limit-');
    expect(limits[0]!.entering.length).toBeGreaterThan(0);
    expect(dimensions.map(({ dimension, price }) => [dimension, price])).toEqual(
      local.dimensions.map(({ dimension, price }) => [dimension, price]),
    );
    // The two sides of a split together cost at least what the dearer does alone.
    expect(dimensions[0]!.price).toBeGreaterThanOrEqual(prices[0]!);
  });

  it('gives what a step more is worth: never negative, and more for a larger step', async () => {
    const [small, large] = [await ask(split, 100_000), await ask(split, 5_000_000)];
    const gains = ({ limits }: Prices) =>
      limits
        .filter(({ perStep }) => perStep)
        .map(({ limit, perStep }) => [JSON.stringify(limit), perStep!.gain] as const)
        .sort();
    gains(small).forEach(([limit, gain], index) => {
      const [same, larger] = gains(large)[index]!;
      expect(same).toBe(limit);
      expect(gain).toBeGreaterThanOrEqual(0);
      expect(larger).toBeGreaterThanOrEqual(gain);
    });
    expect(Math.max(...gains(large).map(([, gain]) => gain))).toBeGreaterThan(0);
  });

  it('says in words which limits cannot hold together instead', async () => {
    const { limits, conflict } = await ask({
      objective: 'sum_of_value',
      limits: [
        { dimension: 'ownerGroup', groups: ['region_own'], minSek: 20_000_000 },
        { dimension: 'ownerGroup', groups: ['region_own'], maxSek: 1_000_000 },
      ],
    });
    expect(limits).toEqual([]);
    expect(conflict!.length).toBeGreaterThan(0);
    expect(conflict!.map(({ messageSv }) => messageSv).join(' ')).toContain('Regionens egna');
  });

  it('refuses a step of nothing', async () => {
    expect((await ask(split, 0)).refusals).toEqual([{ code: 'number-outside-range', path: ['stepSek'] }]);
  });
});

describeOnDatabase('the three-way split', () => {
  const api = useTestApi();
  interface Grid {
    readonly budgetSek: number;
    readonly points: readonly {
      readonly pots: readonly { readonly pot: string; readonly share: number; readonly usedSek: number }[];
      readonly value: number | null;
      readonly price: number | null;
      readonly grantedSek: number;
      readonly isBest: boolean;
    }[];
    readonly problem: object;
    readonly refusals?: readonly { readonly code: string; readonly path: readonly string[] }[];
  }
  const ask = async (args: string) =>
    (
      await api().data<{ splitGrid: Grid }>(
        `{ splitGrid(callId: "${callId}", options: { objective: sum_of_value }, ${args}) { ... on Refused { refusals { code path } }
          ... on SplitGrid { dimension budgetSek free { objective } points { pots { pot share usedSek } status value price grantedSek unusedSek isBest
            applications { title } entering { title } leaving { title } } problem } } }`,
      )
    ).splitGrid;

  it('has every division with its proven best portfolio, as the engine does without a database', async () => {
    const { points, problem, budgetSek } = await ask('steps: 5');
    const local = await solvedLocally<SplitGridOutcome>(problem);
    expect(points).toHaveLength(21);
    expect(points.map(({ value, price }) => [value, price])).toEqual(
      local.points.map(({ value, price }) => [value, price]),
    );
    for (const { pots, grantedSek } of points) {
      expect(pots.map(({ pot }) => pot)).toEqual(['region_own', 'municipal', 'other']);
      expect(pots.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(pots.reduce((sum, { usedSek }) => sum + usedSek, 0)).toBe(grantedSek);
      for (const { share, usedSek } of pots) expect(usedSek).toBeLessThanOrEqual(Math.ceil(share * budgetSek));
    }
    const least = Math.min(...points.map(({ price }) => price!));
    expect(points.filter(({ isBest }) => isBest).every(({ price }) => price === least)).toBe(true);
    expect(points.some(({ isBest }) => isBest)).toBe(true);
  });

  it('refuses too many steps, and a group in two pots, with the place', async () => {
    expect((await ask('steps: 21')).refusals).toEqual([{ code: 'sweep-steps', path: ['steps'] }]);
    expect((await ask('pots: [["municipal"], ["municipal", "other"]]')).refusals).toEqual([
      { code: 'split-group-twice', path: ['pots'] },
    ]);
  });
});
