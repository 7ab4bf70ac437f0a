import { inflateRawSync } from 'node:zlib';

/** Room for a very large sheet; a file that swells beyond it was made to. */
const mostUnpackedBytes = 200_000_000;

export interface ZipEntry {
  readonly name: string;
  readonly unpackedBytes: number;
  read(): Uint8Array;
}

/**
 * The entries of a ZIP file by its central directory, or null when it has none that can be read or it would unpack to too much.
 * Source  PKWARE APPNOTE.TXT, sections 4.3.12 and 4.3.16. Only what spreadsheets use: stored and deflated entries, no ZIP64.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const [method, packed, unpackedBytes] = [
      view.getUint16(at + 10, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 24, true),
    ];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    const local = view.getUint32(at + 42, true);
    if (local + 30 > bytes.length) return null;
    const name = new TextDecoder('utf-8').decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const body = bytes.subarray(start, start + packed);
    const read = () => (method === 0 ? body : inflateRawSync(body, { maxOutputLength: mostUnpackedBytes }));
    entries.push({ name, unpackedBytes, read });
    at += 46 + nameLength + extraLength + commentLength;
  }
  const total = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  return total > mostUnpackedBytes ? null : entries;
}

function endOfDirectory(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return null;
}
