import fc from 'fast-check';
import { columnReferences, rankReversals, withdrawalReports, type MethodRunner } from './rank-reversal';

/** Ranks by additive score over the table as it is: no reference to the set. */
const plainSum: MethodRunner<never> = (_, table) => ranked(table.map((row) => row.reduce((sum, x) => sum + x, 0)));
/** Equal weights on columns scaled by the range of the set at hand: an order can depend on a third alternative. */
const rangeScaled: MethodRunner<never> = (_, table) => {
  const references = columnReferences(table);
  return ranked(
    table.map((row) =>
      row.reduce((sum, x, c) => sum + (x - references[c]!.min) / (references[c]!.max - references[c]!.min || 1), 0),
    ),
  );
};
function ranked(scores: readonly number[]) {
  return {
    ok: true as const,
    value: scores.map((score) => 1 + scores.filter((other) => other > score + 1e-12).length),
  };
}
const set = (rows: Readonly<Record<string, readonly number[]>>) => ({
  ids: Object.keys(rows),
  table: Object.values(rows),
});

describe('rankReversals', () => {
  const all = { a: [10, 1], b: [6, 4], extreme: [0, 20] };
  const { extreme: _, ...two } = all;

  it('reports who moved when one was withdrawn, the range that changed, who had set it, and that this was the cause', () => {
    const report = rankReversals(rangeScaled, set(all), set({ ...two, c: [7, 2] }));
    if (!report.ok) throw new Error('refused');
    expect(report.value.withdrawn).toEqual(['extreme']);
    expect(report.value.added).toEqual(['c']);
    const plain = rankReversals(rangeScaled, set({ ...all, c: [7, 2] }), set({ ...two, c: [7, 2] }));
    if (!plain.ok) throw new Error('refused');
    // With the extreme: a 1.0, b 0.6 + 3/19, c 0.7 + 1/19. Without: a 1, b 1, c 0.25 + 1/3.
    expect(plain.value.reversals).toEqual([
      { ids: ['a', 'b'], ranksBefore: [1, 3], ranksAfter: [1, 1], kind: 'tie-made' },
    ]);
    expect(plain.value.referenceChanges).toContainEqual({
      criterion: 1,
      what: 'max',
      before: 20,
      after: 4,
      setBy: ['extreme'],
    });
    expect(plain.value.causes).toEqual([{ criterion: 1, explains: [['a', 'b']] }]);
    expect(plain.value.moved).toEqual([
      { id: 'a', placeBefore: 1, placeAfter: 1 },
      { id: 'b', placeBefore: 2, placeAfter: 1 },
    ]);
  });

  it('sees the same reversal the other way round when the alternative is added', () => {
    const without = set({ ...two, c: [7, 2] });
    const report = rankReversals(rangeScaled, without, set({ ...all, c: [7, 2] }));
    if (!report.ok) throw new Error('refused');
    expect(report.value.reversals.map(({ ids, kind }) => [...ids, kind])).toEqual([['a', 'b', 'tie-broken']]);
    expect(report.value.causes.length).toBeGreaterThan(0);
  });

  it('never finds a reversal for a method that looks at one alternative at a time', () => {
    const tables = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 3,
      maxLength: 7,
    });
    fc.assert(
      fc.property(tables, (rows) => {
        const reports = withdrawalReports(plainSum, { ids: rows.map((__, i) => `p${i}`), table: rows });
        expect(reports).toEqual({ ok: true, value: [] });
      }),
    );
  });

  it('withdraws each in turn, and passes on the method’s refusal', () => {
    const reports = withdrawalReports(rangeScaled, set({ ...all, c: [7, 2] }));
    if (!reports.ok) throw new Error('refused');
    expect(reports.value.map(({ withdrawn }) => withdrawn)).toContainEqual(['extreme']);
    expect(withdrawalReports(() => ({ ok: false, refusal: 'no' }), set(all))).toEqual({ ok: false, refusal: 'no' });
    expect(withdrawalReports(rangeScaled, set(two))).toEqual({ ok: true, value: [] });
  });
});
