import { mkdir, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { exportFormats, ExportService } from '../intake/export.service';
import { AppError } from '../platform/errors/app-error';
import type { Language } from '@fordela/wording';
import { chosenCall, withApplication } from './open-application';
import { CommandFailure, exitCodes } from './exit-codes';

interface Options {
  readonly call?: string;
  readonly overwrite: boolean;
  readonly data?: string;
  readonly lang: Language;
}

const words = {
  noCall: { sv: 'Det finns ingen utlysning att ta ut.', en: 'There is no call to export.' },
  unknownCall: {
    sv: (call: string) => `Det finns ingen utlysning «${call}».`,
    en: (call: string) => `There is no call "${call}".`,
  },
  format: {
    sv: (name: string) => `Välj en fil som slutar på .csv, .xlsx eller .zip, eller en mapp. «${name}» är ingetdera.`,
    en: (name: string) => `Choose a file that ends in .csv, .xlsx or .zip, or a folder. "${name}" is neither.`,
  },
  exists: {
    sv: (path: string) => `«${path}» finns redan. Lägg till --overwrite för att skriva över.`,
    en: (path: string) => `"${path}" exists already. Add --overwrite to replace it.`,
  },
  unwritable: {
    sv: (path: string) => `Det går inte att skriva «${path}».`,
    en: (path: string) => `"${path}" cannot be written.`,
  },
  written: { sv: (path: string) => `Skrev ${path}`, en: (path: string) => `Wrote ${path}` },
};

/** `fordela export`: a call as the officer's spreadsheet (.csv, .xlsx) or as comma files (a folder, or .zip). */
export async function exportFiles(target: string, options: Options): Promise<void> {
  const ending = extname(target).slice(1).toLowerCase();
  const format = exportFormats.find((name) => name === ending);
  if (!format && ending !== '') throw new CommandFailure([words.format[options.lang](target)], exitCodes.usage);
  const files = await withApplication(options.data, async (app) => {
    const call = await chosenCall(app, options.call);
    if (call === undefined) throw new CommandFailure([words.noCall[options.lang]], exitCodes.badInput);
    return made(app, call, target, format, options.lang);
  });
  if (!format) await mkdir(target, { recursive: true });
  for (const [path, content] of files) await write(path, content, options);
  process.stdout.write(files.map(([path]) => `${words.written[options.lang](path)}\n`).join(''));
}

type Files = readonly (readonly [path: string, content: Uint8Array | string])[];

async function made(
  app: INestApplicationContext,
  call: string,
  target: string,
  format: (typeof exportFormats)[number] | undefined,
  language: Language,
): Promise<Files> {
  const exports = app.get(ExportService, { strict: false });
  try {
    if (format) return [[target, (await exports.file(call, format)).bytes]];
    const files = await exports.commaFiles(call);
    return Object.entries(files).map(([name, text]) => [join(target, name), text]);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND')
      throw new CommandFailure([words.unknownCall[language](call)], exitCodes.badInput);
    throw error;
  }
}

async function write(path: string, content: Uint8Array | string, { overwrite, lang }: Options): Promise<void> {
  try {
    await writeFile(path, content, { flag: overwrite ? 'w' : 'wx' });
  } catch (error) {
    const sentence = (error as NodeJS.ErrnoException).code === 'EEXIST' ? words.exists : words.unwritable;
    throw new CommandFailure([sentence[lang](path)], exitCodes.noInput);
  }
}
