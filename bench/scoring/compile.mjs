// Compiles the pure rooms to CommonJS, file by file, so that a bench (and its worker threads) runs what the product runs.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Compiles the named rooms of `libs` into a folder of this run, `dist/<target>-<process>`, gone when it ends, and returns it. */
export function compileLibs(rooms, target) {
  const out = join(root, 'dist', `${target}-${process.pid}`);
  process.on('exit', () => rmSync(out, { recursive: true, force: true }));
  for (const room of rooms) compileFolder(join(root, 'libs', room), join(out, room), out);
  writeFileSync(join(out, 'package.json'), '{"type":"commonjs"}\n');
  return out;
}

function compileFolder(from, to, out) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory()) compileFolder(join(from, entry.name), join(to, entry.name), out);
    else if (/\.ts$/.test(entry.name) && !/\.(spec|d)\.ts$/.test(entry.name)) {
      const { code } = transformSync(readFileSync(join(from, entry.name), 'utf8'), {
        filename: join(from, entry.name),
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      });
      const linked = code.replaceAll(
        /require\("@fordela\/(\w+)"\)/g,
        (_, room) => `require("${relative(to, join(out, room, 'src/index.js')) || '.'}")`,
      );
      writeFileSync(join(to, entry.name.replace(/\.ts$/, '.js')), linked);
    }
  }
}
