import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { evaluate, registeredTasks } from '@fordela/scoring';

const formats = resolve(__dirname, '../../docs/formats');
const page = readFileSync(resolve(formats, 'reviewers-and-groups.md'), 'utf8');
const linked = [...page.matchAll(/\(examples\/(decision-[a-z0-9-]+\.json)\)/g)].map((match) => match[1] as string);

describe('docs/formats/reviewers-and-groups.md', () => {
  it.each(linked)('%s runs', (name) => {
    const file: unknown = JSON.parse(readFileSync(resolve(formats, 'examples', name), 'utf8'));
    const result = evaluate(file);
    if (!result.ok) throw new Error(JSON.stringify(result.refusal));
    for (const { outcome } of result.value.results) expect(outcome).not.toEqual({});
    // The answer is plain JSON: nothing is lost on the way to a file.
    expect(JSON.parse(JSON.stringify(result.value))).toEqual(result.value);
  });
  it('has a heading and an example for each of its tasks, all of them registered', () => {
    const headings = [...page.matchAll(/^### `([a-z-]+)`/gm)].map((match) => match[1] as string);
    const registered = registeredTasks().map(({ name }) => name);
    for (const heading of headings) expect(registered).toContain(heading);
    const files = readdirSync(resolve(formats, 'examples'));
    expect(headings.map((heading) => `decision-${heading}.json`).filter((name) => !files.includes(name))).toEqual([]);
    expect(headings).toHaveLength(14);
  });
  it('names every option of its tasks', () => {
    for (const heading of [...page.matchAll(/^### `([a-z-]+)`/gm)].map((match) => match[1] as string)) {
      const schema = registeredTasks()
        .find(({ name }) => name === heading)
        ?.options() as unknown as { shape: object };
      for (const option of Object.keys(schema.shape)) expect(page).toContain(`\`${option}\``);
    }
  });
});
