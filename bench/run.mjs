// Runs the bench of every folder beside this file, one after another: npm run bench [-- --sizes S,M --rounds 3]
// Flags go to each of them; sizes are S and M unless stated.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const given = process.argv.slice(2);
const flags = given.includes('--sizes') ? given : ['--sizes', 'S,M', ...given];
let failed = 0;
for (const folder of readdirSync(here).sort()) {
  const file = join(here, folder, 'run.mjs');
  if (!existsSync(file)) continue;
  console.log(`\n== bench/${folder}\n`);
  if (spawnSync(process.execPath, [file, ...flags], { stdio: 'inherit' }).status !== 0) failed += 1;
}
process.exitCode = failed > 0 ? 1 : 0;
