import fc from 'fast-check';
import type { Cell } from '../../problem/cell';
import { intervalStatements, rankingStatements } from '../region/statement';
import { fixedSpace, freeSpace, weightSpace, type WeightSpace } from '../region/weight-space';
import { centralWeightsOf, confidenceChunk } from './confidence';
import { fundedBy } from './money-line';
import { rankingNumber } from './ranking-tally';
import { SampleRanking } from './sample-ranking';
import { mergeSmaaCounts, smaaChunk, smaaTransfer, type SmaaCounts } from './smaa-counts';
import { intervalModel, smaaModel, type SmaaModel, type SmaaOptions } from './smaa-model';
import { entropyBits, entropyEstimate, shareError, smaaResult } from './smaa-result';

const exact = (value: number): Cell => ({ kind: 'number', value });
const name = (criterion: number) => `w${criterion}`;

function modelOf(rows: readonly (readonly (number | Cell)[])[], options: SmaaOptions): SmaaModel {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? exact(cell) : cell)));
  const model = smaaModel(cells, options);
  if (!model.ok) throw new Error(JSON.stringify(model.refusal));
  return model.value;
}

function spaceOf(space: ReturnType<typeof weightSpace>): WeightSpace {
  if (!space.ok) throw new Error(JSON.stringify(space.refusal));
  return space.value;
}

const run = (model: SmaaModel, draws = 10_000) => smaaResult(model, smaaChunk(model, 0, draws));

/** Typed arrays as plain lists, so that equality is by content. */
const plain = (counts: SmaaCounts) =>
  JSON.stringify(counts, (_, value) => (ArrayBuffer.isView(value) ? [...(value as Uint32Array)] : value));

describe('SMAA-2 of two alternatives', () => {
  // Data: Tervonen, JSMAA, SMAA2SimulationTest.java (tommite/jsmaa d00ae14). Closed form: A is better where w1 + w3 > w2, which
  // is the simplex less its corner at w2 = 1: 3/4 of it.
  const rows = [
    [1, 0, 1],
    [0, 1, 0],
  ];

  it('reproduces the closed form for A = (1, 0, 1), B = (0, 1, 0)', () => {
    const result = run(modelOf(rows, { seed: 1, countPairs: true }), 40_000);
    const [a, b] = result.alternatives;
    expect(Math.abs(a!.first.share - 0.75)).toBeLessThan(0.005);
    expect(Math.abs(b!.first.share - 0.25)).toBeLessThan(0.005);
    const close = (weights: readonly number[] | null, expected: readonly number[]) =>
      expected.forEach((weight, c) => expect(Math.abs(weights![c]! - weight)).toBeLessThan(0.005));
    close(a!.centralWeights, [7 / 18, 4 / 18, 7 / 18]);
    close(b!.centralWeights, [1 / 6, 2 / 3, 1 / 6]);
    expect(result.pairwiseWinning![0]![1]).toBe(a!.first.share);
    expect(a!.expectedRank.rank).toBeCloseTo(2 - a!.first.share, 12);
    expect(a!.first.standardError).toBeCloseTo(Math.sqrt((0.75 * 0.25) / 40_000), 4);
    const [errorB = 0] = b!.centralWeightsErrors!;
    expect(errorB).toBeGreaterThan(0.001);
    expect(errorB).toBeLessThan(0.0015); // sd of w1 given B first is √(1/96 + …) ≈ 0.118 over 10,000 draws
  });

  it('gives all-equal alternatives the same first place and the central weights of the simplex', () => {
    const equal = [
      [1, 0, 1],
      [1, 0, 1],
    ];
    const shared = run(modelOf(equal, { seed: 1, ties: 'competition', countPairs: true }));
    for (const alternative of shared.alternatives) {
      expect(alternative.first.share).toBe(1);
      alternative.centralWeights!.forEach((weight) => expect(Math.abs(weight - 1 / 3)).toBeLessThan(0.01));
    }
    expect(shared.pairwiseWinning).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const tossed = run(modelOf(equal, { seed: 1, ties: 'random' }));
    expect(Math.abs(tossed.alternatives[0]!.first.share - 0.5)).toBeLessThan(0.02);
    const listed = run(modelOf(equal, { seed: 1 }));
    expect(listed.alternatives.map(({ first }) => first.share)).toEqual([1, 0]);
    expect(listed.alternatives[1]!.centralWeights).toBeNull();
  });
});

describe('entropy', () => {
  it('reproduces the decision entropy of the thrombolytics example', () => {
    // van Valkenhoef, R package smaa, tests/Examples/smaa-Ex.Rout.save (gertvv/rsmaa): smaa.entropy.choice and .ranking.
    expect(Math.abs(entropyBits([0.3504, 0.6496]) - 0.9344248)).toBeLessThan(5e-7);
  });

  it('states its error: that of the mean of −log2 p over the draws', () => {
    const { bits, standardError } = entropyEstimate([0.5, 0.25, 0.25], 400);
    expect(bits).toBeCloseTo(1.5, 12);
    expect(standardError).toBeCloseTo(0.5 / 20, 12); // −log2 p is 1 or 2, equally likely
  });

  it('counts whole rankings: as many bits as a fair die among all orders when nothing is known', () => {
    const free: Cell = { kind: 'interval', low: 0, high: 1 };
    const result = run(modelOf([[free], [free], [free]], { seed: 2, countRankings: true }), 20_000);
    expect(result.rankingEntropy!.bits).toBeCloseTo(Math.log2(6), 3);
    expect(result.choiceEntropy.bits).toBeCloseTo(Math.log2(3), 3);
    expect(result.alternatives[0]!.rankEntropy!.bits).toBeCloseTo(Math.log2(3), 3);
    const sure = run(modelOf([[1], [0.5], [0]], { seed: 2, countRankings: true }), 10);
    const nothing = { bits: 0, standardError: 0 };
    expect([sure.rankingEntropy, sure.choiceEntropy, sure.alternatives[1]!.rankEntropy]).toEqual([
      nothing,
      nothing,
      nothing,
    ]);
  });

  it('numbers the orders of a few things without collision', () => {
    const orders = [0, 1, 2, 3].flatMap((a) =>
      [0, 1, 2, 3].flatMap((b) => [0, 1, 2, 3].flatMap((c) => [0, 1, 2, 3].map((d) => [a, b, c, d]))),
    );
    const numbers = orders.filter((order) => new Set(order).size === 4).map(rankingNumber);
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual([...Array(24).keys()]);
  });

  it('tells rankings of more than 18 apart', () => {
    const uncertain = Array.from({ length: 25 }, (_, i): Cell[] => [{ kind: 'interval', low: i / 100, high: 1 }]);
    const result = run(modelOf(uncertain, { seed: 2, countRankings: true }), 500);
    expect(result.rankingEntropy!.bits).toBeCloseTo(Math.log2(500), 10);
  });
});

describe('uncertain scores', () => {
  const against = (cell: Cell, threshold: number, options: Partial<SmaaOptions> = {}) =>
    run(modelOf([[cell], [threshold]], { seed: 5, ...options }), 20_000).alternatives[0]!.first.share;

  it('draws each distribution so that the share above a threshold is its probability', () => {
    expect(against({ kind: 'interval', low: 0.2, high: 0.6 }, 0.5)).toBeCloseTo(0.25, 1);
    expect(Math.abs(against({ kind: 'interval', low: 0.2, high: 0.6 }, 0.5) - 0.25)).toBeLessThan(0.0125);
    expect(Math.abs(against({ kind: 'normal', mean: 0.5, sd: 0.1 }, 0.6) - 0.158655)).toBeLessThan(0.0105);
    expect(Math.abs(against({ kind: 'triangular', low: 0, mode: 0.5, high: 1 }, 0.75) - 0.125)).toBeLessThan(0.0095);
    const dice: Cell = {
      kind: 'discrete',
      outcomes: [
        [0.1, 0.3],
        [0.9, 0.7],
      ],
    };
    expect(Math.abs(against(dice, 0.5) - 0.7)).toBeLessThan(0.013);
  });

  it('puts a draw through the value table of its criterion', () => {
    const table = { performances: [0, 10, 20], values: [0, 1, 1] };
    const valued = { tableOf: (alternative: number) => (alternative === 0 ? table : null) };
    const cell: Cell = { kind: 'interval', low: 0, high: 20 };
    // Value above 0.5 when the performance is above 5: three quarters of the interval.
    expect(Math.abs(against(cell, 0.5, valued) - 0.75)).toBeLessThan(0.0125);
    // Straight part only: the value is uniform on [0, 1].
    expect(Math.abs(against({ kind: 'interval', low: 0, high: 10 }, 0.9, valued) - 0.1)).toBeLessThan(0.009);
    expect(against({ kind: 'number', value: 6 }, 0.59, valued)).toBe(1);
    expect(Math.abs(against({ kind: 'normal', mean: 5, sd: 2 }, 0.5, valued) - 0.5)).toBeLessThan(0.0145);
  });

  it('gives the same figures through cells as through typed arrays', () => {
    const [low, high] = [Float64Array.of(0.1, 0.2, 0.3, 0.4, 0, 0.9), Float64Array.of(0.4, 0.2, 0.9, 0.5, 1, 1)];
    const cells = [0, 1, 2].map((i) =>
      [0, 1].map((c): Cell => ({ kind: 'interval', low: low[2 * i + c]!, high: high[2 * i + c]! })),
    );
    expect(plain(smaaChunk(modelOf(cells, { seed: 3 }), 0, 500))).toBe(
      plain(smaaChunk(intervalModel(3, 2, low, high, { seed: 3 }), 0, 500)),
    );
  });
});

describe('the money line', () => {
  const scores = [[0.9], [0.8], [0.7], [0.6]];
  const funded = (line: NonNullable<SmaaOptions['line']>) =>
    run(modelOf(scores, { seed: 1, space: fixedSpace([1]), line }), 4).alternatives.map((a) => a.funded!.share);

  it('funds the first so many, or walks down the ranking with or without passing over what does not fit', () => {
    const costs = [50, 60, 30, 20];
    expect(funded({ kind: 'count', count: 2 })).toEqual([1, 1, 0, 0]);
    expect(funded({ kind: 'count', count: 9 })).toEqual([1, 1, 1, 1]);
    expect(funded({ kind: 'budget', budget: 100, costs, rule: 'skip' })).toEqual([1, 0, 1, 1]);
    expect(funded({ kind: 'budget', budget: 100, costs, rule: 'stop' })).toEqual([1, 0, 0, 0]);
    expect(funded({ kind: 'budget', budget: 0, costs: [0, 1, 0, 1], rule: 'skip' })).toEqual([1, 0, 1, 0]);
  });

  it('agrees with a walk written out', () => {
    const problems = fc
      .array(fc.nat(20), { minLength: 1, maxLength: 8 })
      .chain((costs) =>
        fc.tuple(fc.constant(costs), fc.shuffledSubarray([...costs.keys()], { minLength: costs.length }), fc.nat(60)),
      );
    fc.assert(
      fc.property(problems, ([costs, order, budget]) => {
        let left = budget;
        const expected = costs.map(() => false);
        for (const i of order)
          if (costs[i]! <= left) {
            left -= costs[i]!;
            expected[i] = true;
          }
        expect(fundedBy({ kind: 'budget', budget, costs, rule: 'skip' }, order)).toEqual(expected);
      }),
    );
  });
});

describe('smaaChunk', () => {
  const uncertain = (i: number, c: number): Cell =>
    (i + c) % 5 === 0
      ? { kind: 'normal', mean: 0.5, sd: 0.1 }
      : (i + c) % 5 === 1
        ? { kind: 'triangular', low: 0, mode: 0.3, high: 0.9 }
        : { kind: 'interval', low: ((i * 7 + c * 3) % 10) / 20, high: ((i * 7 + c * 3) % 10) / 20 + 0.3 };
  const table = Array.from({ length: 12 }, (_, i) => [0, 1, 2, 3, 4].map((c) => uncertain(i, c)));
  const intervals = spaceOf(
    weightSpace(
      5,
      [0, 1, 2, 3].flatMap((c) => intervalStatements(5, c, 0.19, 0.2, name(c))),
    ),
  );
  const spaces: readonly [string, WeightSpace][] = [
    ['free', freeSpace(5)],
    ['ranked', spaceOf(weightSpace(5, rankingStatements(5, [[0], [1], [2], [3], [4]], 'equal', name)))],
    [
      'partly ranked',
      spaceOf(
        weightSpace(
          5,
          rankingStatements(
            5,
            [
              [0, 1],
              [2, 3],
            ],
            'unordered',
            name,
          ),
        ),
      ),
    ],
    ['hit-and-run', intervals],
    ['fixed', fixedSpace([0.2, 0.2, 0.2, 0.2, 0.2])],
  ];

  it.each(spaces)('gives the same bytes in 1, 3 or 20 parts, in any order (%s weights)', (_, space) => {
    for (const ties of ['ordinal-by-id', 'competition', 'random'] as const) {
      const line = { kind: 'budget', budget: 50, costs: table.map((__, i) => 5 + i), rule: 'skip' } as const;
      const model = modelOf(table, { seed: 99, space, ties, line, countPairs: true, countRankings: true });
      const draws = 640;
      const whole = plain(smaaChunk(model, 0, draws));
      for (const parts of [3, 20]) {
        const cuts = Array.from({ length: parts + 1 }, (__, k) => Math.floor((k * draws) / parts));
        const chunks = cuts.slice(1).map((to, k) => smaaChunk(structuredClone(model), cuts[k]!, to));
        expect(plain(chunks.reduce(mergeSmaaCounts))).toBe(whole);
        expect(plain(chunks.reduceRight(mergeSmaaCounts))).toBe(whole);
      }
    }
  });

  it('hands over every buffer once', () => {
    const counts = smaaChunk(
      modelOf(table, { seed: 1, countPairs: true, countRankings: true, line: { kind: 'count', count: 2 } }),
      0,
      10,
    );
    const before = plain(counts);
    const buffers = smaaTransfer(counts);
    expect(new Set(buffers).size).toBe(9);
    expect(plain(structuredClone(counts, { transfer: buffers }))).toBe(before);
    expect(counts.ranks.length).toBe(0);
  });

  it('keeps the expected rank when only some ranks are counted', () => {
    for (const ties of ['ordinal-by-id', 'competition'] as const) {
      const full = run(modelOf(table, { seed: 4, ties }), 500);
      const shallow = run(modelOf(table, { seed: 4, ties, rankDepth: 3 }), 500);
      shallow.alternatives.forEach((alternative, i) => {
        const whole = full.alternatives[i]!;
        expect(alternative.expectedRank).toEqual(whole.expectedRank);
        expect(alternative.rankAcceptability).toEqual(whole.rankAcceptability.slice(0, 3));
        expect(alternative.rankEntropy).toBeNull();
      });
    }
  });

  it('agrees with a plain recount of the rankings', () => {
    const model = modelOf(table, { seed: 12, countPairs: true });
    const counts = smaaChunk(model, 30, 330);
    const ranking = new SampleRanking(model);
    const [ranks, pairs] = [new Uint32Array(144), new Uint32Array(144)];
    for (let sample = 30; sample < 330; sample++) {
      ranking.draw(sample);
      const place = (i: number) =>
        ranking.scores.reduce(
          (sum, score, k) => sum + (score > ranking.scores[i]! || (score === ranking.scores[i] && k < i) ? 1 : 0),
          0,
        );
      for (let i = 0; i < 12; i++) {
        ranks[i * 12 + place(i)]!++;
        for (let k = 0; k < 12; k++) if (place(i) < place(k)) pairs[i * 12 + k]!++;
      }
    }
    expect([...counts.ranks]).toEqual([...ranks]);
    expect([...counts.pairs]).toEqual([...pairs]);
  });
});

describe('laws', () => {
  const value = fc.integer({ min: 0, max: 10 }).map((v) => v / 10);
  const tables = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 4 }))
    .chain(([m, n]) => fc.array(fc.array(value, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }));

  it('rows and columns of the rank acceptabilities sum to 1, and the two sides of a pair too', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom('ordinal-by-id' as const, 'random' as const), (rows, ties) => {
        const result = run(modelOf(rows, { seed: 1, ties, countPairs: true }), 64);
        const shares = result.alternatives.map(({ rankAcceptability }) => rankAcceptability);
        shares.forEach((row) => expect(row.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12));
        shares.forEach((_, rank) => expect(shares.reduce((sum, row) => sum + row[rank]!, 0)).toBeCloseTo(1, 12));
        result.pairwiseWinning!.forEach((row, i) =>
          row.forEach((share, k) => {
            if (i !== k) expect(share + result.pairwiseWinning![k]![i]!).toBeCloseTo(1, 12);
          }),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('a dominated alternative never wins more than half against its dominator', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom('competition' as const, 'random' as const), (rows, ties) => {
        const worse = rows[0]!.map((v) => Math.max(0, v - 0.1));
        const result = run(modelOf([worse, ...rows], { seed: 3, ties, countPairs: true }), 256);
        const isEqual = worse.every((v, c) => v === rows[0]![c]);
        expect(result.pairwiseWinning![0]![1]).toBeLessThanOrEqual(isEqual && ties === 'random' ? 0.65 : 0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('confidence factors', () => {
  it('are 1 or 0 for exact scores, and the chance of being first under the central weights for uncertain ones', () => {
    const sure = modelOf(
      [
        [1, 0],
        [0, 1],
      ],
      { seed: 1 },
    );
    const central = centralWeightsOf(run(sure));
    expect(central.map(({ alternative }) => alternative)).toEqual([0, 1]);
    expect([...confidenceChunk(sure, central, 0, 50)]).toEqual([50, 50]);
    const half: Cell = { kind: 'interval', low: 0, high: 1 };
    const unsure = modelOf([[half], [half]], { seed: 1 });
    const counts = confidenceChunk(unsure, centralWeightsOf(run(unsure)), 0, 4000);
    expect(Math.abs(counts[0]! / 4000 - 0.5)).toBeLessThan(0.032);
    const parts = [
      confidenceChunk(unsure, centralWeightsOf(run(unsure)), 0, 1500),
      confidenceChunk(unsure, centralWeightsOf(run(unsure)), 1500, 4000),
    ];
    expect(parts[0]![0]! + parts[1]![0]!).toBe(counts[0]);
  });
});

describe('sampling error', () => {
  it('is that of a share in independent draws', () => {
    expect(shareError(0.5, 10_000)).toBe(0.005);
  });
});

describe('smaaModel', () => {
  const codes = (cells: readonly (readonly Cell[])[], options: Partial<SmaaOptions> = {}) => {
    const model = smaaModel(cells, { seed: 1, ...options });
    return model.ok ? [] : model.refusal.map(({ code, path }) => [code, ...path]);
  };
  const one = [[exact(1)], [exact(0)]];

  it('refuses what cannot be drawn from, with the place', () => {
    expect(codes([])).toEqual([['smaa-too-few']]);
    expect(codes([[]])).toEqual([['smaa-too-few']]);
    expect(codes([[{ kind: 'missing' }], [{ kind: 'cannot_judge' }]])).toEqual([
      ['smaa-missing-score', 0, 0],
      ['smaa-missing-score', 1, 0],
    ]);
    expect(codes(one, { seed: 1.5 })).toEqual([['smaa-seed', 'seed']]);
    const many = Array.from({ length: 5001 }, () => [exact(1)]);
    expect(codes(many)).toEqual([['smaa-too-large']]);
    expect(codes(many, { rankDepth: 10 })).toEqual([]);
    expect(codes(many, { rankDepth: 10, countPairs: true })).toEqual([['smaa-too-large']]);
    expect(codes(one, { rankDepth: 0 })).toEqual([['smaa-rank-depth', 'rankDepth']]);
    expect(codes(one, { space: freeSpace(2) })).toEqual([['smaa-weights-length']]);
    expect(codes(one, { line: { kind: 'count', count: 0 } })).toEqual([['smaa-line', 'line', 'count']]);
    expect(codes(one, { line: { kind: 'budget', budget: -1, costs: [1, 0.5], rule: 'skip' } })).toEqual([
      ['smaa-line', 'line', 'costs', 1],
      ['smaa-line', 'line', 'budget'],
    ]);
    expect(codes(one, { line: { kind: 'budget', budget: 1, costs: [1], rule: 'skip' } })).toEqual([
      ['smaa-line', 'line', 'costs'],
    ]);
  });
});
