import { z } from 'zod';
import { decisionProblemSchema } from '../problem/decision-problem';
import { registeredTasks } from './registry';

type JsonSchema = Record<string, unknown>;

/**
 * The decision-problem format as a JSON Schema, made from the same schemas that read the file: the outline, and one branch per
 * task with its options. Editors can complete and check a file with it; what it cannot say (lengths that must agree, ids that
 * must exist) is refused when the file is read.
 */
export function decisionProblemJsonSchema(): JsonSchema {
  const outline = z.toJSONSchema(decisionProblemSchema(), { io: 'input', reused: 'inline' }) as JsonSchema;
  const properties = outline['properties'] as Record<string, JsonSchema>;
  const tasks = registeredTasks().map(({ name, options }) => {
    const schema = z.toJSONSchema(options(), { io: 'input', reused: 'inline' }) as JsonSchema;
    const { $schema: _, properties: own, required, ...rest } = schema;
    return {
      title: name,
      ...rest,
      properties: { task: { const: name }, label: { type: 'string' }, ...(own as JsonSchema | undefined) },
      required: ['task', ...((required as string[] | undefined) ?? [])],
    };
  });
  return withSharedParts({
    ...outline,
    $id: 'fordela/decision-problem@1',
    title: 'Fördela decision problem, version 1',
    properties: { ...properties, tasks: { type: 'array', items: { oneOf: tasks } } },
  });
}

/** Parts shorter than this are clearer where they stand. */
const shortestSharedPart = 400;

/** Every larger part that occurs more than once is written once, under `$defs`, named after the first key it was found at. */
function withSharedParts(schema: JsonSchema): JsonSchema {
  const counts = new Map<string, number>();
  const count = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const text = JSON.stringify(value);
    if (!Array.isArray(value) && text.length >= shortestSharedPart) counts.set(text, (counts.get(text) ?? 0) + 1);
    Object.values(value).forEach(count);
  };
  count(schema);
  const names = new Map<string, string>();
  const definitions: JsonSchema = { ...(schema['$defs'] as JsonSchema | undefined) };
  const share = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => share(item, key === 'items' ? 'item' : 'choice'));
    if (typeof value !== 'object' || value === null) return value;
    const text = JSON.stringify(value);
    const inside = () => Object.fromEntries(Object.entries(value).map(([name, item]) => [name, share(item, name)]));
    if (key === 'properties' || (counts.get(text) ?? 0) < 2) return inside();
    if (!names.has(text)) {
      let name = key;
      for (let next = 2; Object.hasOwn(definitions, name); next += 1) name = `${key}-${next}`;
      names.set(text, name);
      definitions[name] = {};
      definitions[name] = inside();
    }
    return { $ref: `#/$defs/${names.get(text)}` };
  };
  const { $defs, ...rest } = schema;
  const shared = share(rest, 'root') as JsonSchema;
  for (const [name, value] of Object.entries(($defs as JsonSchema | undefined) ?? {}))
    definitions[name] = share(value, name);
  return { ...shared, $defs: definitions };
}
