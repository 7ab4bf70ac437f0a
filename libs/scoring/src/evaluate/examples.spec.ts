import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { methodTasks } from '../methods/tasks';
import { figureAt } from '@fordela/domain';
import type { FormulaEngine } from '../structure/formula/formula-engine';
import { loadFormulaEngine } from '../structure/formula/load-formula-engine';
import { weightTasks } from '../weights/tasks';
import { evaluate, type Evaluation } from './evaluate';

const folder = join(__dirname, '../../../../docs/formats');
const text = readFileSync(join(folder, 'decision-problem.md'), 'utf8');
const files = [...new Set([...text.matchAll(/\(examples\/(decision-[a-z0-9-]+\.json)\)/g)].map((match) => match[1]!))];

let engine: FormulaEngine;
beforeAll(async () => {
  engine = await loadFormulaEngine();
});

function run(file: string): Evaluation {
  const result = evaluate(JSON.parse(readFileSync(join(folder, 'examples', file), 'utf8')), engine);
  if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** Numbers as the text rounds them: four decimals. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1e4) / 1e4 + 0;
  return Array.isArray(value) ? value.map(rounded) : value;
}

/** The figures the text promises, each with the example named last before it. */
function promisedFigures(): readonly (readonly [file: string, of: number, figure: string, is: unknown])[] {
  let file = '';
  return text.split('\n').flatMap((line) => {
    file = /\(examples\/(decision-[a-z0-9-]+\.json)\)/.exec(line)?.[1] ?? file;
    const match = /^- Result (\d+), `([^`]+)`: (.+)$/.exec(line);
    return match ? [[file, Number(match[1]), match[2]!, JSON.parse(match[3]!) as unknown] as const] : [];
  });
}

describe('the examples of the format', () => {
  it.each(files)('%s runs', (file) => {
    expect(run(file).results.length).toBeGreaterThan(0);
  });

  it.each(
    promisedFigures().map(
      ([file, of, figure, is]) => [`${file}, result ${of}: ${figure}`, file, of, figure, is] as const,
    ),
  )('gives what the text says: %s', (_, file, of, figure, is) => {
    expect(rounded(figureAt(run(file).results[of - 1], figure))).toEqual(is);
  });

  it('cover every method and task described here', () => {
    const used = new Set(files.flatMap((file) => run(file).results.map(({ task }) => task)));
    const names = [...methodTasks(), ...weightTasks()].map(({ name }) => name);
    expect(names.filter((name) => !used.has(name))).toEqual([]);
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('leave no example behind that no text speaks of', () => {
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    const all = readdirSync(join(folder, 'examples')).filter((name) => name.startsWith('decision-'));
    expect(all.filter((name) => !texts.includes(name))).toEqual([]);
    for (const [, target] of text.matchAll(/\]\(([^)#]+)\)/g)) expect(existsSync(join(folder, target!))).toBe(true);
  });

  it('name every option of every task described here', () => {
    const shared = ['task', 'label'];
    for (const { name, options } of [...methodTasks(), ...weightTasks()]) {
      const shape = (options() as unknown as { readonly shape: Record<string, unknown> }).shape;
      const unnamed = Object.keys(shape).filter((key) => !shared.includes(key) && !text.includes(`\`${key}\``));
      expect([name, unnamed]).toEqual([name, []]);
    }
  });
});
