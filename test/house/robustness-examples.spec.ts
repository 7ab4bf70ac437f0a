import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { evaluate, registeredTasks } from '@fordela/scoring';

const formats = resolve(__dirname, '../../docs/formats');
const page = readFileSync(resolve(formats, 'robustness.md'), 'utf8');
const linked = [...page.matchAll(/\(examples\/(decision-[a-z0-9-]+\.json)\)/g)].map((match) => match[1] as string);
const headings = [...page.matchAll(/^### `([a-z-]+)`/gm)].map((match) => match[1] as string);

describe('docs/formats/robustness.md', () => {
  it.each(linked)('%s runs', (name) => {
    const file: unknown = JSON.parse(readFileSync(resolve(formats, 'examples', name), 'utf8'));
    const result = evaluate(file);
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    // The answer is plain JSON: nothing is lost on the way to a file.
    expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value);
    expect(evaluate(file)).toEqual(result);
  });

  it('has a heading and an example for each of its tasks, all of them registered', () => {
    const registered = registeredTasks().map(({ name }) => name);
    const files = readdirSync(resolve(formats, 'examples'));
    expect(headings).toHaveLength(9);
    for (const heading of headings) {
      expect(registered).toContain(heading);
      expect(files).toContain(`decision-${heading}.json`);
      expect(linked).toContain(`decision-${heading}.json`);
    }
  });

  it('names every option of its tasks', () => {
    const tasks = registeredTasks().filter(({ name }) => headings.includes(name));
    const options = tasks.flatMap((task) => Object.keys((task.options() as unknown as { shape: object }).shape));
    expect(options.filter((option) => !page.includes(`\`${option}\``))).toEqual([]);
  });
});
