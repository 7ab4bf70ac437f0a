import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { scoringWording } from './scoring';
import { hasSentence } from './sentence';

describe('the sentences of scoring', () => {
  it('cover every refusal and observation that is written in the code, and no other', () => {
    const folder = join(__dirname, '../../scoring/src');
    const rooms = /^(problem|structure|weights|methods|evaluate)\//;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => rooms.test(file) && file.endsWith('.ts') && !file.endsWith('.spec.ts'),
    );
    const pattern = /(?:refusal\(\s*|code: )'([a-z0-9-]+)'/g;
    const written = files.flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(pattern)]);
    const codes = [...new Set(written.map((match) => match[1]!))];
    expect(codes.filter((code) => !hasSentence(code))).toEqual([]);
    expect(Object.keys(scoringWording).filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('name the figures of the fault in both languages', () => {
    const wording = scoringWording['ahp-inconsistent']!;
    const params = { ratio: 0.229, limit: 0.1, row: 'a', column: 'b', stated: 7, consistent: 1.5 };
    expect(wording.sv(params)).toContain('0,23');
    expect(wording.en(params)).toMatch(/0\.23.*a against b.*7.*1\.5/);
    expect(scoringWording['weights-statements-conflict']!.sv({ statements: ['a >= b', 'b > a'] })).toContain(
      '”a >= b” och ”b > a”',
    );
  });
});
