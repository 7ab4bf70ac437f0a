import * as fc from 'fast-check';
import type { FormulaEngine } from './formula-engine';
import { closureOf } from './formula-node';
import { loadFormulaEngine } from './load-formula-engine';
import { monotoneCheck, type Monotone } from './monotone-check';

let engine: FormulaEngine;
beforeAll(async () => {
  engine = await loadFormulaEngine();
});

function check(text: string, range: [number, number], direction: Monotone) {
  const compiled = engine.compile(text, []);
  if (!compiled.ok) throw new Error(text);
  return monotoneCheck(compiled.value.tree, 'x', range, direction);
}

describe('the test of monotone formulas', () => {
  it.each<[string, [number, number], Monotone, 'exact' | 'grid', boolean]>([
    ['2 x + 1', [0, 10], 'increasing', 'exact', true],
    ['2 x + 1', [0, 10], 'decreasing', 'exact', false],
    ['abs(x - 5)', [0, 10], 'increasing', 'exact', false],
    ['abs(x - 5)', [5, 10], 'increasing', 'exact', true],
    ['min(1, x / 4)', [0, 10], 'increasing', 'exact', true],
    ['x < 3 ? x : x - 0.001', [0, 10], 'increasing', 'exact', false],
    ['x < 3 ? x : x + 5', [0, 10], 'increasing', 'exact', true],
    ['max(x, 3) - max(x, 3.0001) ', [0, 10], 'increasing', 'exact', true],
    ['x^2', [0, 10], 'increasing', 'grid', true],
    ['x^2', [-1, 10], 'increasing', 'grid', false],
    ['sqrt(x)', [0, 1], 'increasing', 'grid', true],
    ['1 / x', [1, 2], 'decreasing', 'grid', true],
    ['1 / x', [-1, 2], 'decreasing', 'grid', false],
    ['log(x)', [0, 1], 'increasing', 'grid', false],
    ['floor(x)', [0, 5], 'increasing', 'grid', true],
    ['3', [0, 1], 'increasing', 'exact', true],
  ])('%s on %j as %s: %s, %s', (text, range, direction, method, holds) => {
    const result = check(text, range, direction);
    expect(result.method).toBe(method);
    expect(result.counterExample === null).toBe(holds);
  });

  it('finds a dip far narrower than any grid when the formula is piecewise affine', () => {
    // A notch of width 1e-5 around x = 3.14159 in a rising line.
    const text = 'x - 100 * max(0, 0.000005 - abs(x - 3.14159))';
    expect(check(text, [0, 1000], 'increasing')).toMatchObject({ method: 'exact', counterExample: expect.anything() });
  });

  it('shows a counter-example that can be checked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: -5, max: 5 }),
        (a, b, c) => {
          const text = `max(${a} * x, ${b} * x + 1) - ${Math.abs(c)} * abs(x - ${c})`;
          const compiled = engine.compile(text, []);
          if (!compiled.ok) throw new Error(text);
          const { counterExample, method } = monotoneCheck(compiled.value.tree, 'x', [-6, 6], 'increasing');
          expect(method).toBe('exact');
          const f = closureOf(compiled.value.tree);
          if (counterExample) {
            expect(counterExample.x1).toBeLessThan(counterExample.x2);
            expect(f({ x: counterExample.x1 })).toBeGreaterThan(f({ x: counterExample.x2 }));
            return;
          }
          for (let x = -6; x < 6; x += 0.01) expect(f({ x: x + 0.01 })).toBeGreaterThanOrEqual(f({ x }) - 1e-9);
        },
      ),
    );
  });
});
