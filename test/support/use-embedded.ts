import { join } from 'node:path';

process.env['FORDELA_TEST_DATABASE'] = 'embedded';
// A busy machine is slow, and slow is no failure.
jest.setTimeout(120_000);
process.env['FORDELA_TYPESCRIPT_HOOK'] = join(__dirname, 'typescript-hook.cjs');
