import { formatModelSek, formatModelSpan, formatRunShare, policyFinding, policyInWords } from './web-policy';

const plain = (text: string) => text.replace(/\u00a0/gu, ' ');
const finding = (name: string, aheadIn: number, change: object = {}) => ({
  ...{ name, aheadIn, aheadLow: aheadIn - 0.04, aheadHigh: aheadIn + 0.04, externalSek: 1e9, leastPer10000: 0.6 },
  ...change,
});
const said = (policies: readonly ReturnType<typeof finding>[], language: 'sv' | 'en' = 'sv') => {
  const words = policyFinding(policies, { years: 10, draws: 500 }, language);
  return Object.fromEntries(Object.entries(words).map(([key, text]) => [key, plain(text)])) as typeof words;
};

describe('what a comparison of policies says', () => {
  it('names who is ahead most often and in how many of the runs, whoever is listed first', () => {
    const { headline, verdict } = said([finding('B', 0.33), finding('A', 0.67)]);
    expect(headline).toBe('I modellen drar ”A” in mest extern finansiering i 67 % av 500 körningar, ”B” i 33 %.');
    expect(verdict).toContain('inte säkert');
    expect(said([finding('B', 0.33), finding('A', 0.67)], 'en').headline).toBe(
      'In the model “A” attracts most external funding in 67% of 500 runs, “B” in 33%.',
    );
  });

  it('says that the model cannot tell them apart when the intervals meet', () => {
    expect(said([finding('A', 0.52), finding('B', 0.48)]).verdict).toBe('Modellen kan inte skilja dem åt.');
    expect(said([finding('A', 0.55), finding('B', 0.45)]).verdict).not.toBe('Modellen kan inte skilja dem åt.');
  });

  it('says nearly all runs only when the lower end of the interval is', () => {
    const holds = 'Det håller nästan hur antagandena än står inom sina spann.';
    expect(said([finding('A', 0.95, { aheadLow: 0.9 }), finding('B', 0.05)]).verdict).toBe(holds);
    expect(said([finding('A', 0.95, { aheadLow: 0.89 }), finding('B', 0.05)]).verdict).not.toBe(holds);
    expect(said([finding('A', 1), finding('B', 0)]).headline).toContain('i alla 500 körningar');
  });

  it('says how much the likeliest run differs, and who has least capacity under which', () => {
    const both = [
      finding('A', 0.67, { externalSek: 1.356e9, leastPer10000: 0.59 }),
      finding('B', 0.33, { externalSek: 1.317e9, leastPer10000: 0.62 }),
    ];
    expect(said(both).likeliest).toBe(
      'Med alla antaganden på sitt troligaste drar ”A” in 1 356 mnkr på 10 år, 39 mnkr mer än ”B”.',
    );
    expect(said(both).capacity).toBe(
      'Kommunen med minst kapacitet får mest av ”B”: 0,62 årsarbetskrafter per 10 000 invånare, mot 0,59 av ”A”.',
    );
    const alike = [finding('A', 0.5), finding('B', 0.5)];
    expect(said(alike).likeliest).toContain('lika mycket');
    expect(said(alike).capacity).toContain('lika mycket av alla');
  });
});

describe('figures of a model', () => {
  it('have no more digits than anybody knows', () => {
    expect(plain(formatModelSek(1_356_203_771, 'sv'))).toBe('1 356 mnkr');
    expect(plain(formatModelSek(1_249_000, 'en'))).toBe('SEK 1.2m');
  });

  it('have spans with the unit once, and a word where a minus sign would be taken for a dash', () => {
    expect(plain(formatModelSpan(520.7e6, 2_867.9e6, 'sv'))).toBe('521–2 868 mnkr');
    expect(plain(formatModelSpan(-97e6, 155.9e6, 'sv'))).toBe('−97 till 156 mnkr');
    expect(plain(formatModelSpan(520.7e6, 2_867.9e6, 'en'))).toBe('SEK 521–2,868m');
    expect(plain(formatModelSpan(-97e6, 155.9e6, 'en'))).toBe('SEK -97m to SEK 156m');
  });

  it('never round a share of the runs to none or all', () => {
    expect([0, 0.002, 0.674, 0.998, 1].map((share) => plain(formatRunShare(share, 'sv')))).toEqual([
      '0 %',
      'under 1 %',
      '67 %',
      'över 99 %',
      '100 %',
    ]);
  });
});

describe('a policy in words', () => {
  it('says what is even only where it is, and leaves out what gets nothing', () => {
    const even = { early: 1, shared: 1, implementation: 1 };
    const run = { region: 8, municipal: 1, other: 1 };
    expect(plain(policyInWords({ use: even, run, grants: 20 }, 'sv'))).toBe(
      '20 bidrag per år · jämnt mellan ändamålen · regionen 80 %, kommunerna 10 %, andra 10 %',
    );
    const use = { early: 3, shared: 1, implementation: 0 };
    expect(plain(policyInWords({ use, run: { region: 2, municipal: 2, other: 2 }, grants: 6 }, 'en'))).toBe(
      '6 grants a year · early phases 75%, shared capacity 25% · evenly between the region, municipalities and others',
    );
  });
});
