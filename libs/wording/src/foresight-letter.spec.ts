import { foresightLetter, type ForesightFigures } from './foresight-letter';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const signal = (title: string, deadline: string | null) => ({
  title,
  source: 'vinnova.se',
  date: '2026-03-24',
  deadline,
  link: deadline ? 'https://www.vinnova.se/' : null,
});
const figures: ForesightFigures = {
  kind: 'week',
  label: '2026-W13',
  from: '2026-03-23',
  to: '2026-03-29',
  until: '2026-12-24',
  themes: [
    { theme: 'energy', signals: [signal('Energiutlysning', '2026-06-01')] },
    { theme: null, signals: [signal('Rykte', null)] },
  ],
  coming: [{ signal: signal('Energiutlysning', '2026-03-30'), days: 1 }],
  passed: [],
  calls: [
    {
      name: 'Våren',
      isExample: true,
      status: 'open',
      openingDate: '2026-02-01',
      closingDate: null,
      wantedMonths: 6,
      short: [
        { municipality: 'Flen', months: 4 },
        { municipality: 'Gnesta', months: -1 },
      ],
      unknown: 1,
    },
  ],
};

describe('the letter of horizon scanning', () => {
  it('says in plain text what was seen, what is near and who heard too late', () => {
    expect(plain(foresightLetter(figures, 'sv').text)).toBe(
      [
        'Omvärldsbevakning vecka 13 2026',
        '',
        'Energi',
        '- Energiutlysning (vinnova.se, sett 24 mars 2026). Sista dag 1 juni 2026. https://www.vinnova.se/',
        '',
        'Utan tema',
        '- Rykte (vinnova.se, sett 24 mars 2026).',
        '',
        'Sista dagar till och med 24 december 2026',
        '- 30 mars 2026, om 1 dag: Energiutlysning.',
        '',
        'Utlysningar',
        '- Våren [exempel]: öppen, öppnar 1 februari 2026, stänger okänd dag.',
        '- Kortare framförhållning än 6 månader till Våren: Flen (4 mån) och Gnesta (efter sista dag).',
        '- När 1 kommun fick veta om Våren är inte noterat.',
        '',
      ].join('\n'),
    );
    expect(foresightLetter(figures, 'en').subject).toBe('Horizon scanning week 13, 2026');
  });

  it('says so when nothing was seen', () => {
    const empty = { ...figures, kind: 'month' as const, label: '2026-03', themes: [], coming: [], calls: [] };
    expect(foresightLetter(empty, 'sv')).toEqual({
      subject: 'Omvärldsbevakning mars 2026',
      sections: [{ heading: 'Signaler', lines: ['Inga signaler under perioden.'] }],
      text: 'Omvärldsbevakning mars 2026\n\nSignaler\n- Inga signaler under perioden.\n',
    });
  });
});
