import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { catalogues, hasSentence } from '@fordela/wording';

const root = resolve(__dirname, '../..');

function files(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return path.endsWith('.ts') && !path.endsWith('.spec.ts') ? [path] : [];
  });
}

describe('the wording', () => {
  it('has a sentence for every refusal that is written in the code', () => {
    const missing = ['libs', 'apps/api/src'].flatMap(files).flatMap((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      const codes = [...text.matchAll(/\brefusal\(\s*'([a-z0-9-]+)'/g)].map((match) => match[1] as string);
      return codes.filter((code) => !hasSentence(code)).map((code) => `${file}: ${code}`);
    });
    expect(missing).toEqual([]);
  });

  it('has every code in one catalogue only', () => {
    const codes = catalogues.flatMap((catalogue) => Object.keys(catalogue));
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });
});
