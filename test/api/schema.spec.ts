import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
} from 'graphql';
import { describeOnDatabase } from '../support/database';
import { useTestApi } from '../support/test-api';

const file = resolve(__dirname, '../../apps/api/schema.graphql');
const heading =
  '# What the API answers. Written from the code by the test that compares them: UPDATE_SCHEMA=1 npm run test:api -- schema\n\n';

describeOnDatabase('the schema', () => {
  const api = useTestApi(null);
  const schema = (): GraphQLSchema => api().app.get(GraphQLSchemaHost, { strict: false }).schema;

  it('is the committed one', () => {
    const text = `${heading}${printSchema(lexicographicSortSchema(schema()))}\n`;
    if (process.env['UPDATE_SCHEMA'] === '1') writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
  });

  it('describes every type, field, argument and word', () => {
    const nameless: string[] = [];
    const check = (name: string, described: { readonly description?: string | null }) => {
      if (!described.description?.trim()) nameless.push(name);
    };
    for (const type of Object.values(schema().getTypeMap())) {
      if (type.name.startsWith('__') || ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name)) continue;
      // The roots are explained by the API as a whole.
      if (!['Query', 'Mutation'].includes(type.name)) check(type.name, type);
      if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
      if (isInputObjectType(type))
        for (const field of Object.values(type.getFields())) check(`${type.name}.${field.name}`, field);
      if (isObjectType(type) || isInterfaceType(type))
        for (const field of Object.values(type.getFields())) {
          check(`${type.name}.${field.name}`, field);
          for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument);
        }
    }
    expect(nameless).toEqual([]);
  });

  it('never lets a change that people make fail without reasons: every mutation may be refused as data', () => {
    const mutations = Object.values(schema().getMutationType()?.getFields() ?? {});
    const unions = mutations.map((field) => [field.name, String(field.type)]);
    expect(unions.length).toBeGreaterThan(0);
    for (const [name, type] of unions) {
      const payload = schema().getType(String(type).replace('!', ''));
      expect([name, payload && 'getTypes' in payload ? payload.getTypes().map(String) : null]).toEqual([
        name,
        expect.arrayContaining(['Refused']),
      ]);
    }
  });
});
