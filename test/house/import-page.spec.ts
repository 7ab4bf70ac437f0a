import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { columnNames, derivedColumns, requiredColumns, sheetColumnIds } from '../../apps/api/src/intake/sheet/columns';
import { commaColumnsPage } from '../support/comma-columns-page';

const text = readFileSync(resolve(__dirname, '../../docs/formats/import.md'), 'utf8');
const marks = { begin: '<!-- columns: begin -->', end: '<!-- columns: end -->' };

describe('docs/formats/import.md', () => {
  /** When this fails after a change of the formats, put what it expected between the marks. */
  it('lists the columns of every comma file as they are read', () => {
    const [begin, end] = [text.indexOf(marks.begin), text.indexOf(marks.end)];
    expect(begin).toBeGreaterThan(0);
    expect(text.slice(begin + marks.begin.length, end).trim()).toBe(commaColumnsPage().trim());
  });

  it("names every column of the officer's spreadsheet, and which are needed", () => {
    const flat = text.replace(/\s+/gu, ' ');
    expect(sheetColumnIds.map((id) => columnNames[id][0]).filter((name) => !flat.includes(name))).toEqual([]);
    const needed = /\*\*Ärendenr.*?\*\* och \*\*.*?\*\*/u.exec(flat)?.[0] ?? '';
    expect(requiredColumns.map((id) => columnNames[id][0]).filter((name) => !needed.includes(name))).toEqual([]);
    expect(derivedColumns).toHaveLength(4);
  });
});
