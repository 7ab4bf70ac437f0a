import { changeSentence, reasonSentence } from './reasons';

const base = { name: 'Flens energiplan', price: 0.08, others: ['Gnestas projekt'], decision: null };

describe('reasons in words', () => {
  it('say who stands in the place of a project, so that the applicant understands', () => {
    expect(reasonSentence({ ...base, fate: 'not-funded' }, 'sv')).toBe(
      'Flens energiplan är inte med. I dess plats står Gnestas projekt; med Flens energiplan blir värdet 0,08 lägre.',
    );
    expect(reasonSentence({ ...base, fate: 'not-funded' }, 'en')).toBe(
      'Flens energiplan is not included. In its place stands Gnestas projekt; with Flens energiplan the value is 0.08 lower.',
    );
    expect(reasonSentence({ ...base, fate: 'excluded', decision: 'drar tillbaka' }, 'sv')).toBe(
      'Flens energiplan är undantagen: drar tillbaka.',
    );
  });

  it('say the smallest change, with where it stands now', () => {
    const change = (kind: string, from: number, to: number, params = {}) =>
      changeSentence({ kind, from, to, params }, true, 'sv').replaceAll('\u00a0', ' ');
    expect(change('score', 0.55, 0.61)).toBe('Med poängen 0,61 i stället för 0,55 skulle ansökan komma med.');
    expect(change('cost', 900_000, 640_000)).toBe(
      'Om den sökte 640 000 kr i stället för 900 000 kr skulle ansökan komma med.',
    );
    expect(change('ceiling', 9_000_000, 9_200_000, { year: 2028 })).toBe(
      'Om ramen för 2028 vore 9 200 000 kr i stället för 9 000 000 kr skulle ansökan komma med.',
    );
    expect(change('weight', 0.2, 0.25, { criterionName: 'tidiga faser' })).toBe(
      'Om vikten på tidiga faser vore 25 % i stället för 20 % skulle ansökan komma med.',
    );
    expect(changeSentence({ kind: 'score', from: 1, to: 2, params: {} }, false, 'en')).toBe(
      'With the score 2 instead of 1, the application would fall out.',
    );
  });
});
