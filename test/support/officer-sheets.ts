import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { readDelimited, writeDelimited } from '../../apps/api/src/intake/delimited';
import { zipEntries } from '../../apps/api/src/intake/sheet/zip';

/** The demonstration portfolio as a funding officer's spreadsheet, byte for byte. */
export function demoSheet(): Uint8Array {
  return readFileSync(resolve(__dirname, '../../demo/data/ansokningar-sv.csv'));
}

/** Rows of cells of a CSV text with semicolons. */
export function sheetRows(text: string): string[][] {
  const read = readDelimited(text, ';');
  if (!read.ok) throw new Error('unreadable');
  return read.value.map((row) => [...row.cells]);
}

/** Cells as CSV bytes in UTF-8. */
export function sheetBytes(rows: readonly (readonly string[])[], options = { delimiter: ';' }): Uint8Array {
  return new TextEncoder().encode(writeDelimited(rows, { ...options, lineEnd: '\r\n' }));
}

/** 25 applications as they come out of the case system, 4 of them with a cell that is wrong. */
export function faultySheet(): Uint8Array {
  const header = [
    'Ärendenummer',
    'Inkommen',
    'Projektnamn',
    'Sökande',
    'Projektstart',
    'Totalkostnad',
    'Sökt belopp',
    'Kommuner',
    'Projektslut',
    'Kostnad 2027',
    '1:1 2027',
  ];
  const rows = Array.from({ length: 25 }, (_, index) => [
    `RS-2026-${String(index + 1).padStart(3, '0')}`,
    '2026-02-12',
    `Projekt ${index + 1}`,
    index % 2 ? 'Flens kommun' : 'Mälardalens universitet',
    '2027-01',
    '500 000',
    '250 000',
    'Nyköping, Flen',
    '2027-12',
    '500 000',
    '250 000',
  ]);
  const faults: readonly [row: number, column: number, text: string][] = [
    [4, 5, 'se bilaga'],
    [9, 1, '2026-02-30'],
    [15, 6, '-250 000'],
    [21, 7, 'Nyköping, Atlantis'],
  ];
  for (const [row, column, text] of faults) (rows[row] as string[])[column] = text;
  return sheetBytes([header, ...rows]);
}

/** A ZIP file with one of its entries changed. */
export function zipped(bytes: Uint8Array, name: RegExp, change: (text: string) => string): Uint8Array {
  const entries = zipEntries(bytes);
  if (!entries) throw new Error('not a zip file');
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.read());
    const data = name.test(entry.name) ? Buffer.from(change(content.toString('utf8'))) : content;
    const packed = deflateRawSync(data);
    const file = Buffer.from(entry.name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(data.length, 18);
    fields.writeUInt16LE(file.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), fields, file, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, tail, file]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, central, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}
