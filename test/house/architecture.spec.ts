import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** The plan of the house as data: which room may import which rooms and which packages. Arrows only go down. */
interface Room {
  readonly folder: string;
  readonly rooms: readonly string[];
  readonly packages: readonly RegExp[];
}

const framework =
  /^(@nestjs\/|@apollo\/|graphql$|typeorm|reflect-metadata|rxjs|class-|dataloader|helmet|express|pg$|@electric-sql)/;
const rooms: readonly Room[] = [
  { folder: 'libs/domain', rooms: [], packages: [/^@noble\/hashes/] },
  { folder: 'libs/scoring', rooms: ['libs/domain'], packages: [/^mathjs$/, /^zod$/, /^highs$/] },
  { folder: 'libs/portfolio', rooms: ['libs/domain'], packages: [/^zod$/, /^highs$/] },
  { folder: 'libs/wording', rooms: ['libs/domain'], packages: [] },
  { folder: 'libs/charts', rooms: ['libs/domain', 'libs/wording'], packages: [/^react/, /^d3-/] },
  {
    folder: 'apps/web',
    rooms: ['libs/domain', 'libs/scoring', 'libs/portfolio', 'libs/wording', 'libs/charts'],
    packages: [/^react/, /^@tanstack\//, /^d3-/, /^vite$/, /^@vitejs\//],
  },
  {
    folder: 'apps/api',
    rooms: ['libs/domain', 'libs/scoring', 'libs/portfolio', 'libs/wording', 'libs/charts', 'migrations'],
    packages: [/.*/],
  },
  { folder: 'migrations', rooms: [], packages: [/^typeorm$/] },
];
const root = resolve(__dirname, '../..');

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'dist' ? [] : sourceFiles(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Import, export-from and dynamic import specifiers of a file, by reading its lines. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g,
    ),
  ].map((match) => (match[1] ?? match[2] ?? match[3]) as string);
}

const roomOf = (file: string) => rooms.find((room) => file.startsWith(`${room.folder}/`));

function resolveSpecifier(file: string, specifier: string): { room?: string; package?: string } {
  if (specifier.startsWith('@fordela/')) return { room: `libs/${specifier.split('/')[1]}` };
  if (specifier.startsWith('.')) {
    const target = relative(root, resolve(root, dirname(file), specifier))
      .split(sep)
      .join('/');
    return { room: roomOf(`${target}/`)?.folder ?? target };
  }
  return { package: specifier };
}

const existing = rooms.filter((room) => {
  try {
    return readdirSync(join(root, room.folder)).length > 0;
  } catch {
    return false;
  }
});

describe('the plan of the house', () => {
  it.each(existing.map((room) => [room.folder, room] as const))('%s imports only what lies below it', (_, room) => {
    const wrong: string[] = [];
    for (const file of sourceFiles(room.folder)) {
      const isSpec = /\.spec\.tsx?$/.test(file);
      for (const specifier of importsOf(file)) {
        const target = resolveSpecifier(file, specifier);
        const isOwnTest = isSpec && target.room?.startsWith('test/') === true;
        if (target.room && !isOwnTest && target.room !== room.folder && !room.rooms.includes(target.room))
          wrong.push(`${file} → ${specifier}`);
        if (target.package && !isSpec && !room.packages.some((allowed) => allowed.test(specifier)))
          wrong.push(`${file} → ${specifier}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keeps frameworks and Node out of the pure rooms', () => {
    const wrong = existing
      .filter((room) => room.folder.startsWith('libs/'))
      .flatMap((room) => sourceFiles(room.folder))
      .filter((file) => !/\.spec\.tsx?$/.test(file))
      .flatMap((file) => importsOf(file).map((specifier) => [file, specifier] as const))
      .filter(([, specifier]) => framework.test(specifier) || specifier.startsWith('node:'));
    expect(wrong).toEqual([]);
  });

  it('lets a capability of the API use another only through its service or module', () => {
    const wrong = sourceFiles('apps/api/src').flatMap((file) =>
      importsOf(file).flatMap((specifier) => {
        if (!specifier.startsWith('.')) return [];
        const target = relative(root, resolve(root, dirname(file), specifier))
          .split(sep)
          .join('/');
        const [own, other] = [file, target].map((path) => /^apps\/api\/src\/([^/]+)\//.exec(path)?.[1]);
        if (!own || !other || own === other) return [];
        if (own === 'platform') return [`${file} → ${specifier}`];
        if (other === 'platform' || own === 'cli') return [];
        return /\.(service|module|types)$/.test(specifier) ? [] : [`${file} → ${specifier}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
