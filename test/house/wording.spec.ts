import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { usualAssumptions, usualPolicies } from '@fordela/portfolio';
import {
  assumptionGroups,
  assumptionUnitWords,
  assumptionWords,
  catalogues,
  hasSentence,
  usualPolicyWords,
} from '@fordela/wording';

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

  it('names every assumption of the policy model, its unit, and every usual policy', () => {
    expect(Object.keys(assumptionWords).sort()).toEqual(Object.keys(usualAssumptions).sort());
    expect(Object.values(assumptionGroups).flat().sort()).toEqual(Object.keys(usualAssumptions).sort());
    const units = new Set(Object.values(usualAssumptions).map(({ unit }) => unit));
    expect(Object.keys(assumptionUnitWords).sort()).toEqual([...units].sort());
    expect(Object.keys(usualPolicyWords).sort()).toEqual(usualPolicies.map(({ id }) => id).sort());
  });

  it('has a sentence for everything the policy model observes', () => {
    const text = readFileSync(join(root, 'libs/portfolio/src/policy/policy-observations.ts'), 'utf8');
    const codes = [...text.matchAll(/'(policy-[a-z-]+)'/g)].map((match) => match[1] as string);
    expect(codes.length).toBeGreaterThan(4);
    expect(codes.filter((code) => !hasSentence(code))).toEqual([]);
  });
});
