import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisionProblemJsonSchema } from './json-schema';

const file = join(__dirname, '../../../../docs/formats/decision-problem.schema.json');

describe('the published JSON Schema', () => {
  it('is the one the reader uses (run with UPDATE_SCHEMA=1 to write it anew)', () => {
    const text = `${JSON.stringify(decisionProblemJsonSchema(), null, 2)}\n`;
    if (process.env['UPDATE_SCHEMA']) writeFileSync(file, text);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(text));
  });
});
