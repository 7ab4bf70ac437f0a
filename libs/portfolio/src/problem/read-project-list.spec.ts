import * as fc from 'fast-check';
import { parseAllocationProblem } from './parse-allocation-problem';

const costsOf = (file: object) => {
  const read = parseAllocationProblem({ objective: 'sum_of_value', ...file });
  if (!read.ok) return read.refusal.map(({ code, path }) => [code, path.join('.')]);
  return read.value.projects.map(({ levels }) => Object.values(levels.at(-1)!.costs));
};
const table = (rows: number, columns: number) =>
  fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: columns, maxLength: columns }), {
    minLength: rows,
    maxLength: rows,
  });
const transposed = (rows: readonly (readonly number[])[]) => rows[0]!.map((_, j) => rows.map((row) => row[j]));

describe('a table of costs', () => {
  const cost = [
    [1, 2],
    [3, 4],
  ];
  const square = { value: [1, 2], budget: [9, 9], cost };

  it('is refused when it is square and does not say what its rows are, for it could be read both ways', () => {
    expect(costsOf(square)).toEqual([['allocation-cost-square', 'cost']]);
    expect(costsOf({ ...square, costRows: 'projects' })).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(costsOf({ ...square, costRows: 'resources' })).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it('needs no word where both readings are the same', () => {
    const same = [
      [1, 2],
      [2, 4],
    ];
    expect(costsOf({ ...square, cost: same })).toEqual(same);
    expect(costsOf({ value: [1], budget: [9], cost: [[3]] })).toEqual([[3]]);
  });

  it('refuses rows of resources that are not as long as the projects are many', () => {
    expect(costsOf({ ...square, cost: [[1, 2], [3]], costRows: 'resources' })).toEqual([
      ['allocation-column-length', 'cost.1'],
    ]);
  });

  it('means the same either way round, when the rows are named or the table is not square', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(
        sizes.chain(([n, m]) => table(n, m)),
        fc.boolean(),
        (rows, named) => {
          const [n, m] = [rows.length, rows[0]!.length];
          const say = (costRows: string) => (named || n === m ? { costRows } : {});
          const file = { value: Array.from({ length: n }, () => 1), budget: Array.from({ length: m }, () => 99) };
          const byProject = costsOf({ ...file, cost: rows, ...say('projects') });
          expect(byProject).toEqual(rows);
          expect(costsOf({ ...file, cost: transposed(rows), ...say('resources') })).toEqual(byProject);
        },
      ),
      { numRuns: 50 },
    );
  });
});
