import { annualHeadings, perspectives, riskCodes } from '@fordela/domain';
import { annualTexts } from './annual-texts';
import { followUpWording, perspectiveNames } from './follow-up';
import { sentence } from './sentence';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the wording of follow-up', () => {
  it('has a sentence for every reason a result is at risk, and a name for every heading and perspective', () => {
    expect(riskCodes.filter((code) => !followUpWording[code])).toEqual([]);
    expect(Object.keys(annualTexts)).toEqual([...annualHeadings]);
    expect(Object.keys(perspectiveNames)).toEqual([...perspectives]);
  });

  it('gives no percentage on too few, and says so', () => {
    const people = { women: 3, men: 1, notStated: 0, percent: null, smallest: 5, without: 2 };
    expect(sentence('annual-people', people, 'sv')).toContain('För få för en procentsats: färre än 5 med angivet kön.');
    expect(plain(sentence('annual-people', { ...people, percent: 66.7 }, 'sv'))).toContain(
      '66,7 procent kvinnor av dem med angivet kön.',
    );
  });
});
