import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Language } from '@fordela/wording';
import { CommandFailure, exitCodes } from './exit-codes';

const sentences = {
  missing: { sv: (file: string) => `Filen «${file}» finns inte.`, en: (file: string) => `There is no file "${file}".` },
  folder: {
    sv: (file: string) => `«${file}» är en mapp, inte en fil.`,
    en: (file: string) => `"${file}" is a folder, not a file.`,
  },
  unreadable: {
    sv: (file: string) => `Filen «${file}» går inte att läsa.`,
    en: (file: string) => `The file "${file}" cannot be read.`,
  },
  notUtf8: {
    sv: (file: string) =>
      `«${file}» är inte sparad som UTF-8, så å, ä och ö går inte att läsa. Spara om den som UTF-8.`,
    en: (file: string) => `"${file}" is not saved as UTF-8, so its letters cannot be read. Save it anew as UTF-8.`,
  },
  notJson: {
    sv: (file: string, where: string) => `«${file}» är inte giltig JSON: ${where}`,
    en: (file: string, where: string) => `"${file}" is not valid JSON: ${where}`,
  },
};

/** The bytes of a file, or of standard input when the file is `-`. CommandFailure when it cannot be read. */
export async function readBytes(file: string, language: Language): Promise<Uint8Array> {
  if (file === '-') return new TextEncoder().encode(await text(process.stdin));
  try {
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const sentence =
      code === 'ENOENT' ? sentences.missing : code === 'EISDIR' ? sentences.folder : sentences.unreadable;
    throw new CommandFailure([sentence[language](file)], exitCodes.noInput);
  }
}

/** The text of a file in UTF-8, a byte-order mark left out. CommandFailure when it is in another encoding. */
export async function readText(file: string, language: Language): Promise<string> {
  const bytes = await readBytes(file, language);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CommandFailure([sentences.notUtf8[language](file)], exitCodes.badInput);
  }
}

/** The JSON of a text. CommandFailure with line and column when it is not JSON. */
export function parseJson(content: string, file: string, language: Language): unknown {
  try {
    return JSON.parse(content) as unknown;
  } catch (error) {
    const message = (error as Error).message;
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? Number.NaN);
    const where =
      Number.isNaN(position) || /line \d+/.test(message) ? message : `${message} (${lineAndColumn(content, position)})`;
    throw new CommandFailure([sentences.notJson[language](file, where)], exitCodes.badInput);
  }
}

function lineAndColumn(content: string, position: number): string {
  const before = content.slice(0, position).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
