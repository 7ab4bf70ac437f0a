import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the product: the nearest one above this file with a package.json, whether built or from the sources. */
export const productRoot = rootFrom(__dirname);

function rootFrom(folder: string): string {
  const parent = dirname(folder);
  return existsSync(join(folder, 'package.json')) || parent === folder ? folder : rootFrom(parent);
}
