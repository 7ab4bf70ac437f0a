import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { invariant, type Round } from '@fordela/domain';
import { readCommaFiles } from '../../apps/api/src/intake/comma-files';

const folder = resolve(__dirname, '../../demo/data');

/** The demonstration portfolio's comma files by name, without the officer's spreadsheet. */
export function demoFiles(): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv') && name !== 'ansokningar-sv.csv');
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The 42 fictitious applications of `demo/data` with everything around them. */
export function demoRound(): Round {
  const read = readCommaFiles(demoFiles());
  invariant(read.ok, `the demo files were refused: ${read.ok ? '' : JSON.stringify(read.refusal)}`);
  return read.value;
}
