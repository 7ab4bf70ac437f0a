import fc from 'fast-check';
import { aimValues, choicesAllowed, quantitySums, type ChoiceAim, type ChoiceModel } from './choice-model';
import { efficientChoices, type EfficientSettings } from './efficient-choices';

const settings: EfficientSettings = { equal: 'all', stateLimit: 1e9, mostPerPoint: 1e6 };

function* everyChoice(model: ChoiceModel): Generator<number[]> {
  const sizes = model.blocks.map((block) => block.options.length);
  const total = sizes.reduce((product, size) => product * size, 1);
  for (let code = 0; code < total; code++) {
    let rest = code;
    yield sizes.map((size) => {
      const option = rest % size;
      rest = Math.floor(rest / size);
      return option;
    });
  }
}

/** The slow, obvious answer: try everything, keep what nothing dominates. */
function byTrying(model: ChoiceModel): Map<string, Set<string>> {
  const points = new Map<string, { values: number[]; choices: Set<string> }>();
  for (const choices of everyChoice(model)) {
    if (!choicesAllowed(model, choices)) continue;
    const values = aimValues(model.aims, quantitySums(model, choices));
    const entry = points.get(values.join()) ?? { values, choices: new Set<string>() };
    entry.choices.add(choices.join());
    points.set(values.join(), entry);
  }
  const all = [...points.values()];
  const dominated = ({ values }: { values: number[] }) =>
    all.some((other) => other.values !== values && other.values.every((value, k) => value >= (values[k] as number)));
  return new Map(all.filter((entry) => !dominated(entry)).map((entry) => [entry.values.join(), entry.choices]));
}

const amounts = (low: number, high: number, length: number) =>
  fc.array(fc.integer({ min: low, max: high }), { minLength: length, maxLength: length });

/** Models of every kind: several options, rows that give back, aims of all kinds, ties made likely by small numbers. */
const models = (): fc.Arbitrary<ChoiceModel> =>
  fc
    .record({
      quantityCount: fc.integer({ min: 1, max: 4 }),
      rowCount: fc.integer({ min: 0, max: 3 }),
      blockCount: fc.integer({ min: 0, max: 7 }),
      mixedRows: fc.boolean(),
      most: fc.constantFrom(2, 6, 40),
    })
    .chain(({ quantityCount, rowCount, blockCount, mixedRows, most }) =>
      fc
        .record({
          blocks: fc.array(
            fc.array(
              fc.record({
                quantities: amounts(-1, most, quantityCount),
                usage: amounts(mixedRows ? -2 : 0, 5, rowCount),
              }),
              { minLength: 1, maxLength: 3 },
            ),
            { minLength: blockCount, maxLength: blockCount },
          ),
          limits: amounts(-1, 12, rowCount),
          aims: fc.array(aims(quantityCount), { minLength: 1, maxLength: 4 }),
        })
        .map(({ blocks, limits, aims }): ChoiceModel => ({
          quantityCount,
          limits,
          aims,
          blocks: blocks.map((options) => ({
            options: options.map(({ quantities, usage }) => ({
              quantities,
              usage: usage.flatMap((amount, row) => (amount === 0 ? [] : [[row, amount] as const])),
            })),
          })),
        })),
    );

const aims = (quantityCount: number): fc.Arbitrary<ChoiceAim> => {
  const quantity = fc.nat(quantityCount - 1);
  const several = fc.uniqueArray(quantity, { minLength: 1, maxLength: quantityCount });
  return fc.oneof(
    { weight: 4, arbitrary: quantity.map((q): ChoiceAim => ({ kind: 'linear', quantity: q })) },
    fc
      .tuple(several, fc.constantFrom('smallest' as const, 'spread' as const), fc.boolean())
      .map(([quantities, kind, perHead]): ChoiceAim => ({
        kind,
        quantities,
        per: quantities.map((q) => (perHead ? q + 2 : 1)),
      })),
    several.map((quantities): ChoiceAim => ({
      kind: 'distance',
      quantities,
      targets: quantities.map((q) => 2 * q + 3),
    })),
  );
};

describe('efficientChoices', () => {
  it('finds exactly the choices that trying everything finds, equal ones included', () => {
    fc.assert(
      fc.property(models(), (model) => {
        const answer = efficientChoices(model, settings);
        expect(answer.complete).toBe(true);
        const found = new Map(answer.points.map((p) => [p.values.join(), new Set(p.choices.map((c) => c.join()))]));
        expect(found).toEqual(byTrying(model));
        for (const point of answer.points) expect(point.count).toBe(point.choices.length);
        const listed = answer.points.flatMap((point) => point.choices);
        if (listed.length > 0)
          expect(answer.inclusion).toEqual(
            model.blocks.map((block, b) =>
              block.options.map((_, o) => listed.filter((choices) => choices[b] === o).length),
            ),
          );
      }),
      { numRuns: 600 },
    );
  });

  it('finds the same when the search region is not cut finely', () => {
    fc.assert(
      fc.property(models(), fc.integer({ min: 1, max: 4 }), (model, mostBoxes) => {
        const answer = efficientChoices(model, { ...settings, mostBoxes });
        expect(answer.points).toEqual(efficientChoices(model, settings).points);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same wherever it starts, in whatever order it decides and however coarse its bounds', () => {
    fc.assert(
      fc.property(models(), fc.integer({ min: 1, max: 9 }), (model, mostBins) => {
        const plain = efficientChoices(model, settings);
        const start = plain.points.flatMap(({ choices }) => choices).slice(0, 2);
        const order = model.blocks.map((_, b) => b).reverse();
        expect(efficientChoices(model, { ...settings, start, order, mostBins }).points).toEqual(plain.points);
        const one = efficientChoices(model, { ...settings, equal: 'one' });
        expect(efficientChoices(model, { ...settings, equal: 'one', start }).points).toEqual(one.points);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps one choice per value vector when asked to', () => {
    fc.assert(
      fc.property(models(), (model) => {
        const answer = efficientChoices(model, { ...settings, equal: 'one' });
        const expected = byTrying(model);
        expect(answer.points.map((p) => p.values.join()).sort()).toEqual([...expected.keys()].sort());
        for (const point of answer.points) {
          expect(point.choices.length).toBe(1);
          expect(expected.get(point.values.join())?.has(point.choices[0]?.join() ?? '')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts all equal choices though it lists only as many as asked for', () => {
    const same = { quantities: [1], usage: [[0, 1]] as const };
    const blocks = Array.from({ length: 12 }, () => ({ options: [{ quantities: [0], usage: [] }, same] }));
    const model: ChoiceModel = { blocks, quantityCount: 1, limits: [6], aims: [{ kind: 'linear', quantity: 0 }] };
    const answer = efficientChoices(model, { ...settings, mostPerPoint: 5 });
    expect(answer.points).toHaveLength(1);
    expect(answer.points[0]?.count).toBe(924); // 12 choose 6
    expect(answer.points[0]?.choices).toHaveLength(5);
  });

  it('stops at the limit of states with allowed choices only, and says that it is incomplete', () => {
    fc.assert(
      fc.property(models(), fc.integer({ min: 1, max: 10 }), (model, stateLimit) => {
        const answer = efficientChoices(model, { ...settings, stateLimit });
        if (answer.complete) return;
        for (const point of answer.points)
          for (const choices of point.choices) {
            expect(choicesAllowed(model, choices)).toBe(true);
            expect(aimValues(model.aims, quantitySums(model, choices))).toEqual(point.values);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('stops when told to', () => {
    const blocks = Array.from({ length: 3 }, () => ({
      options: [
        { quantities: [0], usage: [] },
        { quantities: [1], usage: [] },
      ],
    }));
    const model: ChoiceModel = { blocks, quantityCount: 1, limits: [], aims: [{ kind: 'linear', quantity: 0 }] };
    expect(efficientChoices(model, { ...settings, shouldStop: () => true }).complete).toBe(false);
  });

  it('counts a wide row in coarser bins without losing a point', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 4_000_000 }), amounts(0, 9, 2)), { minLength: 1, maxLength: 9 }),
        (projects) => {
          const total = projects.reduce((sum, [cost]) => sum + cost, 0);
          const model: ChoiceModel = {
            quantityCount: 2,
            limits: [Math.floor(total / 2)],
            aims: [
              { kind: 'linear', quantity: 0 },
              { kind: 'linear', quantity: 1 },
            ],
            blocks: projects.map(([cost, quantities]) => ({
              options: [
                { quantities: [0, 0], usage: [] },
                { quantities, usage: [[0, cost]] },
              ],
            })),
          };
          const found = efficientChoices(model, settings).points.map((p) => [
            p.values.join(),
            new Set(p.choices.map((c) => c.join())),
          ]);
          expect(new Map(found as [string, Set<string>][])).toEqual(byTrying(model));
        },
      ),
      { numRuns: 100 },
    );
  });
});
