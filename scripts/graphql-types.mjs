// Types of the page's queries, from the committed schema: apps/web/src/gql/types.ts. With --check: fails when it is stale.
import { readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { buildSchema, parse, validate } from 'graphql';
import prettier from 'prettier';
import { root } from './setup.mjs';

const folder = join(root, 'apps/web/src/gql');
const target = join(folder, 'types.ts');
const schemaText = readFileSync(join(root, 'apps/api/schema.graphql'), 'utf8');
const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((name) => ({ location: name, document: parse(readFileSync(join(folder, name), 'utf8')) }));

const schema = buildSchema(schemaText);
for (const { location, document } of documents) {
  const errors = validate(schema, document);
  if (errors.length > 0) throw new Error(`${location}: ${errors.map((error) => error.message).join('; ')}`);
}
const config = {
  scalars: { Kronor: 'number', Json: 'unknown', Day: 'string', Month: 'string', Moment: 'string' },
  enumsAsTypes: true,
  skipTypename: false,
  useTypeImports: true,
  immutableTypes: true,
};
const output = await codegen({
  schema: parse(schemaText),
  documents,
  config,
  filename: target,
  plugins: [{ operations: {} }],
  pluginMap: { operations },
});
const banner =
  '// Made by scripts/graphql-types.mjs from apps/api/schema.graphql and the .graphql files beside it. Not edited by hand.\n';
const options = await prettier.resolveConfig(target);
const text = await prettier.format(banner + output, { ...options, parser: 'typescript' });
if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text)
    throw new Error('apps/web/src/gql/types.ts is stale: run npm run graphql:types');
} else {
  mkdirSync(folder, { recursive: true });
  writeFileSync(target, text);
}
