import { allocate } from '../allocate/allocate';
import { highsSolver } from '../solver/highs-solver';
import { fraction } from './fraction';
import { parseWeightStatement } from './weight-statement';

const names = ['tidig', 'tidig fas', 'delad-kapacitet'];

describe('parseWeightStatement', () => {
  it.each<[string, object]>([
    ['tidig >= delad-kapacitet', { tidig: fraction(1), 'delad-kapacitet': fraction(-1) }],
    ['tidig fas ≥ 2 tidig', { 'tidig fas': fraction(1), tidig: fraction(-2) }],
    ['w(tidig) - w(tidig fas) >= 0', { tidig: fraction(1), 'tidig fas': fraction(-1) }],
    ['2*tidig-1/3 delad-kapacitet>=0', { tidig: fraction(2), 'delad-kapacitet': fraction(-1, 3) }],
  ])('%s', (text, coefficients) => {
    expect(parseWeightStatement(text, names)).toEqual({ relation: '>=', coefficients, constant: fraction(0) });
  });

  it('a constant may stand on either side', () => {
    const expected = { relation: '<=', coefficients: { tidig: fraction(-1) }, constant: fraction(-1, 2) };
    expect(parseWeightStatement('0.5 <= tidig', names)).toEqual(expected);
    expect(parseWeightStatement('0 <= tidig - 0.5', names)).toEqual(expected);
  });

  it.each(['tidig', 'tidig >= sen', 'tidig > 0.5', '1 >= 0.5', 'tidig >= 0.5 >= 0', 'tidig tidig >= 1', '>= 1', ''])(
    '”%s” is none',
    (text) => expect(parseWeightStatement(text, names)).toBeNull(),
  );

  it('says the same as the statement in full, and bounds in thirds meet in a point', async () => {
    const file = {
      budget: 10,
      ids: ['a', 'b', 'c', 'd'],
      values: { early: [6, 5, 5, 1], shared: [1, 4, 6, 5] },
      cost: [6, 5, 5, 4],
      tasks: 'robust-portfolios',
    };
    const corners = async (weightInformation: object) => {
      const answer = await allocate({ ...file, weightInformation }, { solver: await highsSolver() });
      if (!answer.ok) return answer.refusal.map(({ code }) => code);
      return (answer.value.results[0]?.outcome as { weightCorners: unknown }).weightCorners;
    };
    const inFull = [{ coefficients: { early: 1, shared: -2 }, relation: '>=' }];
    expect(await corners({ statements: ['early >= 2 shared'] })).toEqual(await corners({ statements: inFull }));
    expect(await corners({ bounds: { early: [0, '2/3'], shared: [0, '1/3'] } })).toHaveLength(1);
    expect(await corners({ statements: ['early >= late'] })).toEqual(['allocation-weight-statement']);
  });
});
