import { smallApplication, smallRound } from '../../../domain/src/rules/small-round.fixture';
import { envelopeSek, fundedDownRanking } from './envelope-line';

const frame = (year: number, frameSek: number, alreadyCommittedSek: number) => ({
  year,
  frameSek,
  alreadyCommittedSek,
  reservedSek: 0,
  commitmentAuthorisationSek: null,
});
const asking = (id: string, requestedSek: number) =>
  smallApplication({ id, requestedSek, requested: [{ year: 2027, amountSek: requestedSek }] }, { id });
const round = smallRound([asking('A', 60), asking('B', 50), asking('C', 30), asking('D', 10)], {
  budgetFrames: [frame(2027, 120, 20), frame(2028, 10, 50)],
});

describe('the line of the envelope', () => {
  it('is what may be granted: a year that is overdrawn takes nothing from another', () => {
    expect(envelopeSek(round)).toBe(100);
  });
  it('passes over what does not fit and goes on', () => {
    expect(fundedDownRanking(round, ['A', 'B', 'C', 'D'])).toEqual(['A', 'C', 'D']);
    expect(fundedDownRanking(round, ['B', 'A', 'D', 'C'])).toEqual(['B', 'D', 'C']);
  });
  it('never funds what is not in the round', () => {
    expect(fundedDownRanking(round, ['X', 'A'])).toEqual(['A']);
    expect(fundedDownRanking(round, [])).toEqual([]);
  });
});
