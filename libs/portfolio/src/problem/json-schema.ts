import { z } from 'zod';
import { registeredTasks } from '../allocate/registry';
import { writtenFileSchema } from './problem-file';

/** The JSON Schema of the file, with the strict options of every task; what docs/formats/allocation-problem.schema.json holds. */
export function allocationProblemJsonSchema(): object {
  const options = { io: 'input', reused: 'inline', unrepresentable: 'any' } as const;
  const outline = z.toJSONSchema(writtenFileSchema(), options) as { properties: Record<string, unknown> };
  const tasks = registeredTasks().map((task) => {
    const schema = z.toJSONSchema(task.options(), options) as {
      properties?: Record<string, unknown>;
      required?: string[];
    };
    return {
      ...schema,
      $schema: undefined,
      properties: { task: { const: task.name }, label: { type: 'string' }, ...schema.properties },
      required: ['task', ...(schema.required ?? [])],
    };
  });
  return {
    ...outline,
    title: 'Fördela allocation problem',
    properties: { ...outline.properties, tasks: { type: 'array', items: { oneOf: tasks } } },
  };
}
