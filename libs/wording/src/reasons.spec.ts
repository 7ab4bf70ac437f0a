import {
  changeSentence,
  reasonSentence,
  unsettledSentence,
  type ToldChange,
  type ToldFate,
  type Turn,
} from './reasons';

const base = {
  name: 'Flens energiplan',
  price: 0.08,
  others: ['Gnestas projekt'],
  decision: null,
  limits: [] as readonly string[],
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const limitKinds = ['ceiling', 'group-limit', 'grants'];

function change(kind: string, from: number | null, to: number | null, params: ToldChange['params'] = {}) {
  const code = limitKinds.includes(kind) ? 'change-limit' : `change-${kind}`;
  const say = (language: 'sv' | 'en', turn: Turn = 'in') =>
    plain(changeSentence({ kind, code, from, to, params }, turn, language));
  return { sv: say('sv'), en: say('en'), whole: say('sv', 'whole'), out: say('sv', 'out') };
}

describe('reasons in words', () => {
  it('say who stands in the place of a project, so that the applicant understands', () => {
    expect(reasonSentence({ ...base, fate: 'not-funded' }, 'sv')).toBe(
      '”Flens energiplan” är inte med. I dess plats står ”Gnestas projekt”; tas den ändå med blir värdet 0,08 lägre.',
    );
    expect(reasonSentence({ ...base, fate: 'not-funded' }, 'en')).toBe(
      '“Flens energiplan” is not included. In its place stands “Gnestas projekt”; were it included, the value would be 0.08 lower.',
    );
    expect(reasonSentence({ ...base, fate: 'not-funded', price: 0.00004 }, 'sv')).toContain('värdet 0,00004 lägre');
  });

  it('give a decision in words, also when the engine took it', () => {
    const excluded = (decision: string, language: 'sv' | 'en') =>
      reasonSentence({ ...base, fate: 'excluded', decision }, language);
    expect(excluded('drar tillbaka', 'sv')).toBe('”Flens energiplan” är undantagen: drar tillbaka.');
    expect(excluded('not-scored', 'sv')).toBe('”Flens energiplan” är undantagen: ansökan har inga poäng.');
    expect(excluded('not-scored', 'en')).toBe('“Flens energiplan” is left out: the application has no score.');
  });

  it('name the limits that forbid it, or the whole of it', () => {
    const limits = ['Utbetalningarna år 2026 får vara högst 10 kr.'];
    expect(reasonSentence({ ...base, fate: 'impossible', limits }, 'sv')).toBe(
      '”Flens energiplan” ryms inte i någon fördelning som håller alla gränser: Utbetalningarna år 2026 får vara högst 10 kr.',
    );
    expect(reasonSentence({ ...base, fate: 'indispensable', limits }, 'sv')).toContain('hållas: Utbetalningarna');
    expect(reasonSentence({ ...base, fate: 'funded-in-part', limits }, 'sv')).toBe(
      '”Flens energiplan” får en del av det som söks. Hela beloppet ryms inte: Utbetalningarna år 2026 får vara högst 10 kr.',
    );
  });

  it('call only what is done done, and have one sentence for every fate', () => {
    const fates: readonly ToldFate[] = [
      ...(['funded', 'funded-in-part', 'not-funded', 'tied', 'impossible', 'indispensable'] as const),
      ...(['excluded', 'must-fund', 'done'] as const),
    ];
    for (const language of ['sv', 'en'] as const) {
      const told = fates.map((fate) => reasonSentence({ ...base, fate }, language));
      expect(new Set(told).size).toBe(fates.length);
      expect(told.filter((text) => /genomförd|done already/.test(text))).toHaveLength(1);
    }
  });

  it('do not call a tie a loss', () => {
    for (const fate of ['funded', 'funded-in-part'] as const) {
      expect(reasonSentence({ ...base, fate, price: 0 }, 'sv')).toMatch(/precis lika bra/);
      expect(reasonSentence({ ...base, fate, price: 0 }, 'en')).toMatch(/exactly as good/);
    }
  });
});

describe('changes in words', () => {
  it('say when some were looked for without an answer', () => {
    expect([unsettledSentence(0, 'sv'), unsettledSentence(0, 'en')]).toEqual([null, null]);
    expect(unsettledSentence(2, 'sv')).toMatch(/^Sökningen tog slut innan/);
    expect(unsettledSentence(2, 'en')).toMatch(/^The search ended before/);
  });

  it('say the smallest change, with where it stands now', () => {
    expect(change('score', 0.55, 0.61).sv).toBe('Med poängen 0,61 i stället för 0,55 skulle ansökan komma med.');
    expect(change('cost', 900_000, 640_000).sv).toBe(
      'Om den sökte 640 000 kr i stället för 900 000 kr skulle ansökan komma med.',
    );
    expect(change('weight', 0.2, 0.2513, { criterionName: 'tidiga faser' }).sv).toBe(
      'Om vikten på tidiga faser vore 25,13 % i stället för 20 % skulle ansökan komma med.',
    );
    expect(change('score', 1, 2).en).toBe('With the score 2 instead of 1, the application would be included.');
  });

  it('say when no rating can give the score it would take', () => {
    const scale = { scoreScale: [0, 1] };
    expect(change('score', 0.829, 1.41241, scale).sv).toBe(
      'Inte ens högsta poäng, 1, räcker: det skulle behövas 1,413.',
    );
    expect(change('score', 0.829, 1.41241, scale).whole).toContain('räcker för hela beloppet: det');
    expect(change('score', 0.829, -0.2, scale).out).toBe('Även med lägsta poäng, 0, vore ansökan med.');
    expect(change('score', 0.829, 1, scale).sv).toBe('Med poängen 1 i stället för 0,829 skulle ansökan komma med.');
  });

  it('say what it does: bring in, give the whole, or drop', () => {
    const { sv, whole, out } = change('score', 0.55, 0.61);
    expect([sv, whole, out].map((text) => text.slice(text.indexOf('skulle')))).toEqual([
      'skulle ansökan komma med.',
      'skulle ansökan få hela beloppet.',
      'skulle ansökan falla bort.',
    ]);
  });

  it('round a score so that what is shown is enough, and never shows two scores as one', () => {
    expect(change('score', 0.55, 0.61041).sv).toContain('0,611 i stället för 0,55');
    expect(change('score', 0.61041, 0.55).sv).toContain('0,55 i stället för 0,61');
    expect(change('score', 0.55, 0.55003).sv).toContain('0,55003 i stället för 0,55');
  });

  const groups = { id: null, dimension: 'ägargrupp', groups: ['Regionens egna'] };
  it.each([
    ['ceiling', { limitCode: 'limit-ceiling-payments', year: 2028 }, 'Om ramen för 2028 vore 2 kr i stället för 1 kr'],
    ['ceiling', { limitCode: 'limit-ceiling-payments', year: null, sources: ['EU'] }, 'Om ramen från ”EU” vore 2 kr'],
    ['ceiling', { limitCode: 'limit-ceiling-payments', year: null, id: 'lokalt' }, 'Om ramen ”lokalt” vore 2 kr'],
    [
      'ceiling',
      { limitCode: 'limit-ceiling-carry-over', years: [2026, 2027, 2028] },
      'Om det som åren 2026–2028 får betala ut tillsammans vore 2 kr',
    ],
    ['ceiling', { limitCode: 'limit-ceiling-total' }, 'Om hela budgeten vore 2 kr'],
    [
      'ceiling',
      { limitCode: 'limit-ceiling-commitment', year: 2026 },
      'Om utrymmet för det som betalas ut efter 2026 vore 2 kr',
    ],
    ['ceiling', { limitCode: 'limit-ceiling-other', id: 'timmar' }, 'Om tillgången på ”timmar” vore 2 i stället för 1'],
    [
      'group-limit',
      { limitCode: 'limit-group-money-max', ...groups },
      'Om ”Regionens egna” (ägargrupp) fick få högst 2 kr i stället för 1 kr',
    ],
    [
      'group-limit',
      { limitCode: 'limit-group-share-of-budget-min', ...groups },
      'Om ”Regionens egna” (ägargrupp) måste få minst 2 kr i stället för 1 kr',
    ],
    [
      'group-limit',
      { limitCode: 'limit-group-money-max', ...groups, years: [2027], sources: ['EU'] },
      'Om ”Regionens egna” (ägargrupp) av pengarna för 2027 från ”EU” fick få högst 2 kr',
    ],
    [
      'group-limit',
      { limitCode: 'limit-group-count-max', ...groups },
      'Om ”Regionens egna” (ägargrupp) fick ha högst 2 i stället för 1 beviljade projekt',
    ],
    ['grants', { limitCode: 'limit-grants-max' }, 'Om antalet bidrag fick vara högst 2 i stället för 1'],
    ['grants', { limitCode: 'limit-grants-min' }, 'Om antalet bidrag måste vara minst 2 i stället för 1'],
  ])('name a %s of its own in words (%j)', (kind, params, start) => {
    const { sv, en } = change(kind, 1, 2, { id: null, ...params });
    expect(sv.slice(0, start.length)).toBe(start);
    expect(sv).toMatch(/ skulle ansökan komma med\.$/);
    for (const text of [sv, en]) expect(text).not.toMatch(/[?«»]|undefined|null|limit-| {2}/);
    expect(en.match(/“/g) ?? []).toHaveLength((en.match(/”/g) ?? []).length);
  });

  it('put a whole sentence about a dropped limit last, by itself', () => {
    const params = { limitCode: 'limit-link-requires', from: 'Flens plan', to: 'Gnestas plan' };
    const { sv, en } = change('without-limit', null, null, params);
    expect(sv).toBe(
      'Utan denna gräns skulle ansökan komma med: Flens plan kan bara väljas om Gnestas plan också väljs.',
    );
    expect(en).toMatch(/^Without this limit, the application would be included: Flens plan can be chosen only/);
  });

  it('leave out what is not known, and never show it as a question mark', () => {
    expect(change('ceiling', null, 2, { limitCode: 'limit-ceiling-total' }).sv).toBe(
      'Om hela budgeten vore 2 kr skulle ansökan komma med.',
    );
    for (const kind of ['score', 'cost', 'ceiling', 'all-ceilings', 'grants', 'weight'])
      for (const text of Object.values(change(kind, null, null, { criterion: 'x' })))
        expect(text).not.toMatch(/[?]|null/);
  });
});
