import * as fc from 'fast-check';
import type { Criterion } from '../problem/criterion';
import type { FormulaEngine } from './formula/formula-engine';
import { loadFormulaEngine } from './formula/load-formula-engine';
import { valueFunctionOf } from './value-function';
import type { ValueSpec } from './value-spec';

let engine: FormulaEngine;
beforeAll(async () => {
  engine = await loadFormulaEngine();
});

const criterion = (value: ValueSpec | null, rest: Partial<Criterion> = {}): Criterion => ({
  id: 'x',
  name: null,
  direction: 'maximise',
  groupIds: [],
  value,
  scale: null,
  formula: null,
  unit: null,
  path: ['criteria', 0],
  ...rest,
});
function values(value: ValueSpec | null, xs: readonly number[], rest: Partial<Criterion> = {}) {
  const made = valueFunctionOf(criterion(value, rest), ['criteria', 0], engine);
  return made.ok ? xs.map((x) => made.value.valueOf(x)) : made.refusal.map(({ code }) => code);
}

describe('value functions', () => {
  it('draw a line over the scale, in the direction of the criterion', () => {
    const scale = { min: 1, max: 5, levels: [] };
    expect(values(null, [1, 2, 5, 6, 0], { scale })).toEqual([0, 0.25, 1, 1, 0]);
    expect(values(null, [1, 2, 5], { scale, direction: 'minimise' })).toEqual([1, 0.75, 0]);
    expect(values(null, [1])).toEqual(['value-function-missing']);
  });

  it('treat what is out of range as told: clip, extrapolate or refuse', () => {
    const line = { type: 'linear', worst: 10, best: 0 } as const;
    expect(values(line, [12, -2, 5])).toEqual([0, 1, 0.5]);
    expect(values({ ...line, outOfRange: 'extrapolate' }, [12, -2])).toEqual([-0.2, 1.2]);
    expect(values({ ...line, outOfRange: 'refuse' }, [12, 5])).toEqual([null, 0.5]);
    const broken: ValueSpec = {
      type: 'piecewise',
      points: [
        [0, 0],
        [1, 0.5],
        [3, 1],
      ],
      outOfRange: 'extrapolate',
    };
    expect(values(broken, [-1, 0.5, 2, 5])).toEqual([-0.5, 0.25, 0.75, 1.5]);
  });

  it('step, target, range and levels', () => {
    expect(
      values(
        {
          type: 'stepped',
          steps: [
            [2, 0.4],
            [5, 1],
          ],
          below: 0.1,
        },
        [1, 2, 4.9, 5],
      ),
    ).toEqual([0.1, 0.4, 0.4, 1]);
    expect(values({ type: 'target', ideal: 5, acceptable: [0, 7] }, [0, 2.5, 5, 6, 7, 9])).toEqual([
      0, 0.5, 1, 0.5, 0, 0,
    ]);
    expect(values({ type: 'target', ideal: [4, 5], acceptable: [4, 6] }, [3.9, 4, 4.5, 5.5])).toEqual([0, 1, 1, 0.5]);
    expect(
      values(
        {
          type: 'levels',
          values: [
            [1, 0],
            [3, 0.7],
            [5, 1],
          ],
        },
        [1, 3, 4],
      ),
    ).toEqual([0, 0.7, null]);
  });

  it('bend exponentially, by rho or by the performance that is worth one half', () => {
    const byRho = values({ type: 'exponential', worst: 0, best: 10, rho: 0.5 }, [0, 5, 10]) as number[];
    expect(byRho[1]).toBeCloseTo((1 - Math.exp(-1)) / (1 - Math.exp(-2)), 12);
    expect(values({ type: 'exponential', worst: 0, best: 10, midpoint: 3 }, [3])[0]).toBeCloseTo(0.5, 12);
    expect(values({ type: 'exponential', worst: 10, best: 0, midpoint: 5 }, [7.5])[0]).toBeCloseTo(0.25, 12);
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (t) => {
        const [low, middle, high] = values({ type: 'exponential', worst: 0, best: 1, midpoint: t }, [
          0,
          t,
          1,
        ]) as number[];
        expect(low).toBeCloseTo(0, 9);
        expect(middle).toBeCloseTo(0.5, 9);
        expect(high).toBeCloseTo(1, 9);
      }),
    );
  });

  it('take a formula, tested on its range when it is declared monotone', () => {
    const formula = { type: 'formula', formula: '1 - (1 - x)^2', range: [0, 1] } as const;
    expect(values({ ...formula, range: [0, 1], monotone: 'increasing' }, [0, 0.5, 1, 2])).toEqual([0, 0.75, 1, 1]);
    expect(values({ ...formula, range: [0, 2], monotone: 'increasing' }, [1])).toEqual(['value-not-monotone']);
    expect(values({ type: 'formula', formula: 'x', monotone: 'increasing' }, [1])).toEqual([
      'value-monotone-needs-range',
    ]);
    expect(values({ type: 'formula', formula: 'log(x)' }, [0, 1])).toEqual([null, 0]);
    expect(values({ type: 'formula', formula: 'x + y' }, [1])).toEqual(['formula-one-variable']);
    const made = valueFunctionOf(criterion({ type: 'formula', formula: 'x' }), [], null);
    expect(made.ok ? [] : made.refusal.map(({ code }) => code)).toEqual(['formula-engine-needed']);
  });

  it('refuse what has no meaning', () => {
    expect(values({ type: 'linear', worst: 1, best: 1 }, [])).toEqual(['value-range-empty']);
    expect(
      values(
        {
          type: 'piecewise',
          points: [
            [1, 0],
            [1, 1],
          ],
        },
        [],
      ),
    ).toEqual(['value-points-out-of-order']);
    expect(
      values(
        {
          type: 'stepped',
          steps: [
            [2, 0],
            [1, 1],
          ],
        },
        [],
      ),
    ).toEqual(['value-points-out-of-order']);
    expect(values({ type: 'exponential', worst: 0, best: 1 }, [])).toEqual(['value-rho-invalid']);
    expect(values({ type: 'exponential', worst: 0, best: 1, midpoint: 1 }, [])).toEqual(['value-rho-invalid']);
    expect(values({ type: 'target', ideal: 9, acceptable: [0, 5] }, [])).toEqual(['value-points-out-of-order']);
    expect(values({ type: 'linear', worst: 0, best: 1 }, [], { direction: 'minimise' })).toEqual([
      'value-direction-conflict',
    ]);
  });
});
