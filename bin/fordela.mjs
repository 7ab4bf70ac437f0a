#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const entry = join(root, 'dist/apps/api/apps/api/src/cli/fordela.js');
if (!existsSync(entry)) {
  console.error('Fördela är inte byggt än. Kör «npm start» (eller «npm ci && npm run build») i projektets mapp först.');
  console.error(
    'Fördela is not built yet. Run "npm start" (or "npm ci && npm run build") in the project folder first.',
  );
  process.exit(70);
}
createRequire(import.meta.url)(entry);
