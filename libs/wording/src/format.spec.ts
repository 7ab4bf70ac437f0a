import { formatList, formatSek, formatSekShort, formatShare } from './format';

describe('Swedish figures', () => {
  it('writes money with no-break spaces and a true minus sign', () => {
    expect(formatSek(-1234567, 'sv')).toBe('\u22121\u00a0234\u00a0567\u00a0kr');
    expect(formatSek(1234567, 'en')).toBe('SEK\u00a01,234,567');
  });

  it('shortens to tkr and mnkr, never to the locale data’s «mn»', () => {
    expect(formatSekShort(999, 'sv')).toBe('999\u00a0kr');
    expect(formatSekShort(450_000, 'sv')).toBe('450\u00a0tkr');
    expect(formatSekShort(2_600_000, 'sv')).toBe('2,6\u00a0mnkr');
    expect(formatSekShort(23_450_000, 'en')).toBe('SEK\u00a023.5m');
  });

  it('writes shares and lists', () => {
    expect(formatShare(0.425, 'sv')).toBe('42,5\u00a0%');
    expect(formatList(['Falun', 'Mora', 'Orsa'], 'sv')).toBe('Falun, Mora och Orsa');
  });
});
