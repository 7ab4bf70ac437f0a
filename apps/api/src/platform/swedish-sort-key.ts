/**
 * Text whose byte order is Swedish alphabetical order: case and accents do not matter, å, ä and ö come last in that order.
 * The databases' own Swedish order differs between them (the embedded one has none), so the order is made here.
 * @example ['Öl', 'zon', 'Ål', 'café'].sort((a, b) => (swedishSortKey(a) < swedishSortKey(b) ? -1 : 1)) // => ['café', 'zon', 'Ål', 'Öl']
 */
export function swedishSortKey(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[åäö]/g, (letter) => ({ å: '{', ä: '|', ö: '}' })[letter] as string)
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}
