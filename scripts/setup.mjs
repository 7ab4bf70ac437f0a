// What a fresh checkout lacks, made once: the locked packages and the build. Needs only Node and npm; no dependency of its own.
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a command in the project's folder with our own output; ends the process with its code when it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Fördela kräver Node 20.19 eller nyare; här körs ${process.versions.node}.`);
  console.error(`Fördela needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const textOf = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Installs the locked packages unless those of this very lock file are already there. */
export function ensureInstalled() {
  requireNode();
  const stamp = join(root, 'node_modules/.fordela-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (textOf(stamp) === lock) return;
  run(npm, ['ci', '--no-audit', '--no-fund']);
  writeFileSync(stamp, lock);
}

function sources(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path);
    return [path];
  });
}

/** Builds the service and the page unless the build on disk is of exactly these sources. */
export function ensureBuilt({ web = true } = {}) {
  const files = [
    'package-lock.json',
    'nest-cli.json',
    'tsconfig.json',
    ...['apps', 'libs', 'migrations'].flatMap(sources),
  ].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(root, file)));
  const print = hash.digest('hex');
  for (const [name, wanted] of [
    ['api', true],
    ['web', web],
  ]) {
    const stamp = join(root, `dist/.${name}-sources`);
    if (!wanted || textOf(stamp) === print) continue;
    run(npm, ['run', '--silent', `build:${name}`]);
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stamp, print);
  }
}

/** True when the path is a folder or file. */
export const exists = (path) => existsSync(join(root, path)) && statSync(join(root, path)) !== undefined;
