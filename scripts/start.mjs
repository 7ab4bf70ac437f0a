// npm start: installs, builds and runs the product on its embedded database with the demonstration portfolio.
import { ensureBuilt, ensureInstalled, root } from './setup.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';

ensureInstalled();
ensureBuilt();
const server = spawn(process.execPath, [join(root, 'bin/fordela.mjs'), 'serve', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 1));
