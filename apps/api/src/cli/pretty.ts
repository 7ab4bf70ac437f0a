/** Results as plain text for people: objects as named lines, lists of like objects and matrices as aligned tables. */
type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);
const isRecord = (value: unknown): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function scalarText(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (typeof value !== 'number') return String(value);
  if (Number.isInteger(value))
    return Number.isSafeInteger(value) ? value.toLocaleString('sv-SE').replaceAll('\u00a0', ' ') : String(value);
  return String(Number(value.toPrecision(6)));
}

/** Names of properties as words: `inputFingerprint` → `input fingerprint`. */
function words(key: string): string {
  return /[a-z][A-Z]/.test(key) ? key.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase() : key;
}

function table(header: readonly string[], rows: readonly (readonly (Json | undefined)[])[], indent: string): string[] {
  const cells = rows.map((row) => row.map((cell) => cellText(cell)));
  const numeric = header.map((_, column) =>
    rows.every((row) => typeof row[column] === 'number' || row[column] == null),
  );
  const widths = header.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const lineOf = (texts: readonly string[]) =>
    indent +
    texts
      .map((text, column) => (numeric[column] ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd();
  const head = header.some((name) => name !== '')
    ? [lineOf(header), indent + widths.map((width) => '─'.repeat(width)).join('  ')]
    : [];
  return [...head, ...cells.map(lineOf)];
}

function cellText(cell: Json | undefined): string {
  if (cell === undefined || isScalar(cell)) return scalarText(cell);
  if (Array.isArray(cell)) return cell.map((item) => cellText(item as Json)).join(' ');
  return Object.entries(cell as Record<string, Json>)
    .map(([key, value]) => `${words(key)} ${cellText(value)}`)
    .join(', ');
}

const shallow = (value: Json | undefined): boolean =>
  isScalar(value) ||
  value === undefined ||
  (Array.isArray(value) && value.every((item) => isScalar(item)) && value.length <= 12);

/** The lines of a JSON value. */
export function prettyLines(value: Json, indent = ''): string[] {
  if (isScalar(value)) return [indent + scalarText(value)];
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (items.length === 0) return [`${indent}–`];
    if (items.every(isScalar)) return [indent + items.map((item) => scalarText(item as string)).join('  ')];
    if (items.every((item) => Array.isArray(item) && item.every(isScalar)))
      return table(
        (items[0] as readonly Json[]).map(() => ''),
        items as readonly (readonly Json[])[],
        indent,
      );
    if (items.every((item) => isRecord(item) && Object.values(item).every(shallow))) {
      const keys = [...new Set(items.flatMap((item) => Object.keys(item as Record<string, Json>)))];
      return table(
        keys.map(words),
        items.map((item) => keys.map((key) => (item as Record<string, Json>)[key])),
        indent,
      );
    }
    return items.flatMap((item, index) => [`${indent}${index + 1}.`, ...prettyLines(item, `${indent}   `)]);
  }
  return Object.entries(value as Record<string, Json>).flatMap(([key, item]) => {
    if (item === undefined) return [];
    if (isScalar(item)) return [`${indent}${words(key)}: ${scalarText(item)}`];
    if (Array.isArray(item) && item.every(isScalar) && item.length <= 40)
      return [`${indent}${words(key)}: ${item.map((entry) => scalarText(entry as string)).join('  ') || '–'}`];
    return [`${indent}${words(key)}:`, ...prettyLines(item, `${indent}  `)];
  });
}
