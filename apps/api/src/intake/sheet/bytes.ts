import { accept, refuse, type Params, type Refusal, type Result } from '@fordela/domain';

/** Far above any real list of applications, far below what would trouble the server. */
export const mostFileBytes = 20_000_000;

export type FileKind = 'xlsx' | 'text';

/**
 * What kind of file the bytes are, by their first bytes; the name's ending is not trusted.
 * Errors  `file-empty`, `file-too-big`, and for known kinds that cannot be read the code that says what to do:
 *         `file-is-xls`, `file-is-ods`, `file-is-pdf`, `file-is-zip`, `file-is-html`, `file-is-binary`.
 */
export function fileKind(bytes: Uint8Array): Result<FileKind, readonly Refusal[]> {
  const problem = (code: string, params: Params = {}) => refuse([{ code, path: [], params }]);
  if (bytes.length === 0) return problem('file-empty');
  if (bytes.length > mostFileBytes) return problem('file-too-big', { bytes: bytes.length, most: mostFileBytes });
  const starts = (...prefix: readonly number[]) => prefix.every((byte, index) => bytes[index] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return problem('file-is-xls');
  if (starts(0x25, 0x50, 0x44, 0x46)) return problem('file-is-pdf');
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    const head = latin1(bytes.subarray(0, 4096));
    if (head.includes('application/vnd.oasis.opendocument')) return problem('file-is-ods');
    return latin1(bytes).includes('xl/workbook') ? accept('xlsx') : problem('file-is-zip');
  }
  if (/^\s*(?:<!doctype html|<html|<table)/iu.test(latin1(bytes.subarray(0, 512)).replace(/^\u00ef\u00bb\u00bf/u, '')))
    return problem('file-is-html');
  if (!isUtf16(bytes) && bytes.subarray(0, 4096).includes(0)) return problem('file-is-binary');
  return accept('text');
}

export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh';
  /** True when text saved as UTF-8 had been read as Windows-1252 before (`Ã¥` for `å`) and was put right. */
  readonly wasDoubled: boolean;
}

/**
 * The text of a CSV file, whichever program saved it.
 *
 * Rule    A byte order mark decides; UTF-16 without one shows by its zero bytes; bytes that are valid UTF-8 are UTF-8; the rest is
 *         Windows-1252, or Mac Roman when that gives more Swedish letters. UTF-8 that was once mistaken for Windows-1252 is put right.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const decode = (encoding: DecodedText['encoding'], isFatal = false) =>
    new TextDecoder(encoding, { fatal: isFatal, ignoreBOM: false }).decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: decode('utf-16le'), encoding: 'utf-16le', wasDoubled: false };
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: decode('utf-16be'), encoding: 'utf-16be', wasDoubled: false };
  if (isUtf16(bytes)) {
    const encoding = bytes[0] === 0 ? 'utf-16be' : 'utf-16le';
    return { text: decode(encoding), encoding, wasDoubled: false };
  }
  const utf8 = attempt(() => decode('utf-8', true));
  if (utf8 !== null) {
    const once = undoubled(utf8);
    return { text: once ?? utf8, encoding: 'utf-8', wasDoubled: once !== null };
  }
  const [windows, mac] = [fromWindows1252(bytes), decode('macintosh')];
  return swedishLetters(mac) > swedishLetters(windows)
    ? { text: mac, encoding: 'macintosh', wasDoubled: false }
    : { text: windows, encoding: 'windows-1252', wasDoubled: false };
}

/** Zero bytes in every other place, mostly: ASCII text in two bytes a letter. */
function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const sample = bytes.subarray(0, 400);
  if (sample.length < 8 || bytes.length % 2 !== 0) return false;
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] as number) + 1;
  });
  const half = sample.length / 2;
  return Math.max(...zeros) > half * 0.6 && Math.min(...zeros) < half * 0.1;
}

const swedishLetters = (text: string) => text.match(/[åäöÅÄÖ]/gu)?.length ?? 0;

/**
 * What Windows-1252 has in 0x80–0x9f; the other bytes are the code points of the same number. Five bytes are not used and stay
 * control characters. A table of our own: some versions of Node read this range as ISO 8859-1.
 * Source  unicode.org, VENDORS/MICSFT/WINDOWS/CP1252.TXT.
 */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(bytes: Uint8Array): string {
  return latin1(bytes).replace(/[\u0080-\u009f]/gu, (letter) => windows1252.charAt(letter.charCodeAt(0) - 0x80));
}

/** The text as Windows-1252 bytes, or null when a letter is not in that set. */
export function toWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const special = windows1252.indexOf(text.charAt(index));
    if (special >= 0) bytes[index] = 0x80 + special;
    else if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) bytes[index] = code;
    else return null;
  }
  return bytes;
}

/** The text read once less, when it is UTF-8 taken for Windows-1252: then `Ã` stands before the Swedish letters' second bytes. */
function undoubled(text: string): string | null {
  if (!/\u00c3[\u00a5\u00a4\u00b6\u2026\u201e\u2013]/u.test(text)) return null;
  const bytes = toWindows1252(text);
  return bytes && attempt(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

function attempt(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
