// npm test: installs and builds what is missing, then runs every test that needs no server and no browser.
// Further words go to the runner: npm test -- libs/scoring
import { ensureBuilt, ensureInstalled, run } from './setup.mjs';
import { mkdirSync } from 'node:fs';

ensureInstalled();
ensureBuilt({ web: false });
mkdirSync('reports', { recursive: true });
const report = ['--json', '--outputFile=reports/embedded.json'];
run(process.execPath, [
  'node_modules/jest/bin/jest.js',
  '--selectProjects',
  'libs',
  'house',
  'api-embedded',
  // All cores: by itself the runner leaves one idle, which on two halves its speed.
  '--maxWorkers=100%',
  ...report,
  ...process.argv.slice(2),
]);
