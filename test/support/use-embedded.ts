import { join } from 'node:path';

process.env['FORDELA_TEST_DATABASE'] = 'embedded';
process.env['FORDELA_TYPESCRIPT_HOOK'] = join(__dirname, 'typescript-hook.cjs');
