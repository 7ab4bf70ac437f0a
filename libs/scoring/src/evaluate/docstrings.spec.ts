import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..');
const rooms = /^(lp|problem|structure|weights|methods|evaluate)\//;

/** Every `@example expression // => value` in the docstrings of these rooms, with the file that exports what it uses. */
function examples(): readonly (readonly [file: string, expression: string, value: string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => rooms.test(file) && file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8').replace(/\n \* {6,}/g, ' ');
      return [...text.matchAll(/@example (.+?)\s*\/\/ => (.+)/g)].map((match) => [file, match[1]!, match[2]!] as const);
    });
}

/** Numbers that differ in the last digits only are the same figure. */
function close(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1e12) / 1e12;
  if (Array.isArray(value)) return value.map(close);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, close(item)]));
}

describe('the examples in the docstrings', () => {
  it.each(examples())('%s: %s', async (file, expression, value) => {
    const names = (await import(join(folder, file))) as Record<string, unknown>;
    const run = new Function(...Object.keys(names), `return [${expression}, ${value}]`) as (
      ...parts: unknown[]
    ) => [unknown, unknown];
    const [got, said] = run(...Object.values(names));
    expect(close(got)).toEqual(close(said));
  });

  it('are there at all', () => {
    expect(examples().length).toBeGreaterThanOrEqual(14);
  });
});
