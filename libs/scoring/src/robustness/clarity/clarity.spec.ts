import type { Cell } from '../../problem/cell';
import { rankingStatements } from '../region/statement';
import { fixedSpace, weightSpace } from '../region/weight-space';
import { smaaModel, type SmaaOptions } from '../smaa/smaa-model';
import { clarityAnswer, clarityChunk, clarityModel, type ClarityMeasure, type ClarityModel } from './clarity';

function made(
  rows: readonly (readonly (number | Cell)[])[],
  options: Partial<SmaaOptions>,
  measure: ClarityMeasure,
  parts?: number,
): ClarityModel {
  const cells = rows.map((row) =>
    row.map((cell): Cell => (typeof cell === 'number' ? { kind: 'number', value: cell } : cell)),
  );
  const model = smaaModel(cells, { seed: 1, separateIntervals: true, ...options });
  if (!model.ok) throw new Error(JSON.stringify(model.refusal));
  const clarity = clarityModel(model.value, measure, parts);
  if (!clarity.ok) throw new Error(JSON.stringify(clarity.refusal));
  return clarity.value;
}
const answer = (clarity: ClarityModel, draws = 8000) => clarityAnswer(clarity, clarityChunk(clarity, 0, draws));
const interval = (low: number, high: number): Cell => ({ kind: 'interval', low, high });

describe('the value of clarity', () => {
  it('is all of the uncertainty where one order of weights decides, and nothing for a score that cannot matter', () => {
    const clarity = made(
      [
        [1, 0],
        [0, 1],
        [interval(0, 0.05), interval(0, 0.05)],
      ],
      {},
      'first',
    );
    const { entropyNow, questions } = answer(clarity);
    expect(entropyNow).toBeCloseTo(1, 2);
    expect(questions[0]).toMatchObject({ question: { of: 'order', more: 0, less: 1 } });
    expect(questions[0]!.expectedEntropy).toBeLessThan(0.01);
    for (const { question, reduction } of questions)
      if (question.of === 'score') expect(Math.abs(reduction)).toBeLessThan(0.005);
  });

  it('is the mutual information in a case that can be worked out', () => {
    // One weight, two scores: U1 on [0, 1] against 0.5. Knowing the half of U1 settles it; knowing the third leaves the middle one.
    const halves = answer(made([[interval(0, 1)], [0.5]], {}, 'first', 2));
    expect(halves.entropyNow).toBeCloseTo(1, 3);
    expect(halves.questions[0]!.expectedEntropy).toBeCloseTo(0, 6);
    const thirds = answer(made([[interval(0, 1)], [0.5]], {}, 'first', 3));
    expect(thirds.questions[0]!.expectedEntropy).toBeCloseTo(1 / 3, 1);
    expect(Math.abs(thirds.questions[0]!.expectedEntropy - 1 / 3)).toBeLessThan(0.02);
    expect(thirds.questions[0]!.answers.reduce((sum, count) => sum + count, 0)).toBe(8000);
  });

  it('asks only what is open: no weights when they are fixed, no order that is already stated', () => {
    const fixed = made(
      [
        [interval(0, 1), 0],
        [0.5, 0.5],
      ],
      { space: fixedSpace([0.5, 0.5]) },
      'first',
    );
    expect(fixed.questions.map(({ of }) => of)).toEqual(['score']);
    const ranked = weightSpace(3, rankingStatements(3, [[0], [1]], 'equal', String));
    if (!ranked.ok) throw new Error('refused');
    const some = made(
      [
        [1, 0, 0],
        [0, 1, 0],
      ],
      { space: ranked.value },
      'first',
    );
    const orders = some.questions.filter(({ of }) => of === 'order');
    expect(orders).toEqual([
      { of: 'order', more: 0, less: 2 },
      { of: 'order', more: 1, less: 2 },
    ]);
  });

  it('measures being funded and ranks too, and adds up from parts', () => {
    const rows = [
      [1, 0.2],
      [0.4, interval(0.2, 0.9)],
      [0.3, 0.8],
    ];
    for (const measure of ['first', 'funded', 'ranks'] as const) {
      const clarity = made(rows, { line: { kind: 'count', count: 2 } }, measure);
      const whole = clarityChunk(clarity, 0, 600);
      const parts = [clarityChunk(clarity, 0, 250), clarityChunk(clarity, 250, 600)];
      expect(whole.every((count, k) => count === parts[0]![k]! + parts[1]![k]!)).toBe(true);
      const { entropyNow, questions } = answer(clarity);
      expect(entropyNow).toBeGreaterThan(0.5);
      expect(questions.every(({ expectedEntropy }) => expectedEntropy <= entropyNow + 0.01)).toBe(true);
      expect(questions.map(({ reduction }) => reduction)).toEqual(
        [...questions.map(({ reduction }) => reduction)].sort((a, b) => b - a),
      );
    }
  });

  it('refuses what makes no sense', () => {
    const model = smaaModel([[{ kind: 'number', value: 1 }]], { seed: 1 });
    if (!model.ok) throw new Error('refused');
    const codes = (measure: ClarityMeasure, parts?: number) => {
      const result = clarityModel(model.value, measure, parts);
      return result.ok ? [] : result.refusal.map(({ code }) => code);
    };
    expect(codes('first', 1)).toEqual(['clarity-parts']);
    expect(codes('funded')).toEqual(['clarity-needs-line']);
    const many = smaaModel(
      Array.from({ length: 1200 }, () => [interval(0, 1), interval(0, 1)]),
      { seed: 1, separateIntervals: true },
    );
    if (!many.ok) throw new Error('refused');
    const large = clarityModel(many.value, 'ranks');
    expect(large.ok ? [] : large.refusal.map(({ code }) => code)).toEqual(['clarity-too-large']);
  });
});
