import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { limitsWording } from './limits';
import { portfolioWording } from './portfolio';
import { hasSentence, sentence } from './sentence';

const folder = join(__dirname, '../../portfolio/src');
const rooms = /^(problem|allocate|optimise|sweep|solver|efficient|pabulib|fair|metrics)\//;
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => rooms.test(file) && file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => readFileSync(join(folder, file), 'utf8'));
const matches = (pattern: RegExp) =>
  new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!)));

/** The codes of limits that describe-limit.ts puts together from the kind of limit. */
const limitCodes = [
  ...['payments', 'carry-over', 'total', 'commitment', 'other'].map((kind) => `ceiling-${kind}`),
  ...['money', 'share-of-budget', 'share-of-spent', 'count'].flatMap((kind) => [
    `group-${kind}-min`,
    `group-${kind}-max`,
  ]),
  ...['grants-min', 'grants-max', 'minimum-grant', 'joint', 'must-fund', 'excluded'],
  ...['requires', 'requires-one-of', 'mutually-exclusive', 'choose', 'sequence'].map((type) => `link-${type}`),
].map((kind) => `limit-${kind}`);

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the sentences of allocation', () => {
  it('cover every refusal and observation that is written in the code', () => {
    const codes = matches(/(?:\brefusal\(\s*|\brefuse\(\s*|\bobserve\(\s*|\bcode: )'([a-z0-9-]+)'/g);
    expect(codes.size).toBeGreaterThan(90);
    expect([...codes].filter((code) => !hasSentence(code))).toEqual([]);
  });

  it('cover every limit, and no code that is not there', () => {
    expect(Object.keys(limitsWording).sort()).toEqual([...limitCodes].sort());
    const literals = matches(/'((?:allocation|limit|ceiling|resource)-[a-z0-9-]+)'/g);
    const own = Object.keys(portfolioWording);
    expect(own.filter((code) => !literals.has(code) && !limitCodes.includes(code))).toEqual([]);
    expect([...literals].filter((code) => !hasSentence(code))).toEqual([]);
  });

  it('show no figure as missing when only the id of a limit is known', () => {
    const params = { id: 'x', project: 'A', from: 'A', to: 'B', first: 'A', then: 'B', dimension: 'ägare', unit: '' };
    const money = { amount: 1, limit: 1, share: 0.5, count: 1, year: null, history: 0 };
    const lists = { groups: ['g'], projects: ['A', 'B'], anyOf: ['B'], min: 1, max: null, reason: null };
    for (const code of limitCodes)
      for (const language of ['sv', 'en'] as const)
        expect(sentence(code, { ...params, ...money, ...lists }, language)).not.toMatch(/[?]|undefined|null| {2}|\s\./);
  });

  it('write kronor, shares and groups as people do', () => {
    const params = { id: 'kommun', dimension: 'ägare', groups: ['Falun', 'Mora'], share: 0.125, amount: 1_250_000 };
    expect(plain(sentence('limit-group-share-of-budget-min', params, 'sv'))).toBe(
      '”Falun” och ”Mora” (ägare) tillsammans ska få minst 12,5 procent av budgeten, alltså 1 250 000 kr (”kommun”).',
    );
    expect(plain(sentence('limit-group-share-of-budget-min', params, 'en'))).toBe(
      '“Falun” and “Mora” (ägare) together must get at least 12.5% of the budget, which is SEK 1,250,000 (“kommun”).',
    );
    const year = { id: 'year-2026', year: 2026, limit: 10.5 };
    expect(plain(sentence('limit-ceiling-payments', year, 'sv'))).toBe(
      'Utbetalningarna år 2026 får vara högst 10,5 kr (”year-2026”).',
    );
  });

  it('say how many of several projects, and why one is left out', () => {
    const projects = ['A', 'B', 'C'];
    const choose = (min: number | null, max: number | null) =>
      sentence('limit-link-choose', { projects, min, max }, 'sv');
    expect(choose(1, 2)).toBe('Av A, B och C ska minst 1 och högst 2 väljas.');
    expect(choose(null, 2)).toBe('Av A, B och C ska högst 2 väljas.');
    expect(choose(2, 2)).toBe('Av A, B och C ska precis 2 väljas.');
    const excluded = (reason: string | null) => sentence('limit-excluded', { project: 'A', reason }, 'en');
    expect(excluded(null)).toBe('A may not be chosen.');
    expect(excluded('not-scored')).toBe('A may not be chosen: the application has no score.');
    expect(excluded('ineligible: x-1')).toBe('A may not be chosen: does not meet the conditions (x-1).');
    expect(excluded('The board said so')).toBe('A may not be chosen: The board said so.');
  });

  it('say what belongs in a place, in words', () => {
    expect(sentence('allocation-wrong-type', { expected: 'array' }, 'sv')).toBe('Här ska det stå en lista.');
    expect(sentence('allocation-not-understood', { expected: 'number, array, object' }, 'en')).toBe(
      'The value cannot be understood. Expected: a number or a list or an object.',
    );
    expect(sentence('allocation-too-small', { minimum: 2, what: 'array' }, 'sv')).toBe(
      'Listan är för kort: minst 2 poster.',
    );
    const without = { dimension: '', choices: ['kommun', 'tema'] };
    expect(sentence('allocation-unknown-dimension', without, 'sv')).toBe(
      'Ange vilken indelning som gäller: kommun och tema.',
    );
  });
});
