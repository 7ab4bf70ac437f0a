import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { allocate, allocationProblemJsonSchema, highsSolver, registeredTasks } from '@fordela/portfolio';

const folder = resolve(__dirname, '../../docs/formats');
const examples = readdirSync(join(folder, 'examples')).filter((name) => name.startsWith('allocation-'));

describe('the documentation of the allocation-problem format', () => {
  it.each(examples)('%s runs', async (name) => {
    const problem = JSON.parse(readFileSync(join(folder, 'examples', name), 'utf8')) as unknown;
    const answer = await allocate(problem, { solver: await highsSolver() });
    expect(answer.ok ? [] : answer.refusal).toEqual([]);
  });

  it('links every example and names every task', () => {
    const text = readFileSync(join(folder, 'allocation-problem.md'), 'utf8');
    expect(examples.filter((name) => !text.includes(name))).toEqual([]);
    const names = registeredTasks().map((task) => task.name);
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('has the schema that the engine reads by (UPDATE_SCHEMA=1 writes it)', () => {
    const file = join(folder, 'allocation-problem.schema.json');
    const text = `${JSON.stringify(allocationProblemJsonSchema(), null, 2)}\n`;
    if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});
