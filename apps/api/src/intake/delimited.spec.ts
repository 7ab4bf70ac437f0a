import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { columnLetter, readDelimited, writeDelimited } from './delimited';

const cellsOf = (text: string, delimiter = ';') => {
  const read = readDelimited(text, delimiter);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value.map((row) => row.cells);
};

describe('readDelimited', () => {
  it('reads quoted cells with delimiters, quotes and line ends inside', () => {
    expect(cellsOf('a;"b;""c""\r\nd";e\r\nf')).toEqual([['a', 'b;"c"\r\nd', 'e'], ['f']]);
  });

  it('counts sheet rows and text lines apart when a cell spans lines', () => {
    const read = readDelimited('"x\ny";1\n\nz;2\n', ';');
    expect(read).toMatchObject({
      ok: true,
      value: [
        { row: 1, line: 1 },
        { row: 2, line: 3, cells: [''] },
        { row: 3, line: 4, cells: ['z', '2'] },
      ],
    });
  });

  it('keeps a quote inside an unquoted cell and text after a closing quote, as Excel does', () => {
    expect(cellsOf('5" bräda;"abc"def;g')).toEqual([['5" bräda', 'abcdef', 'g']]);
  });

  it('says where a quote that is never closed was opened', () => {
    const read = readDelimited('a;b\nc;"d;e\nf;g\n', ';');
    expect(read).toEqual({
      ok: false,
      refusal: [{ code: 'csv-quote-not-closed', path: [1, 1], params: { row: 2, line: 2, column: 2 } }],
    });
  });

  it('takes every kind of line end, also mixed, and no rows from empty text', () => {
    expect(cellsOf('a\r\nb\nc\rd')).toEqual([['a'], ['b'], ['c'], ['d']]);
    expect(cellsOf('')).toEqual([]);
    expect(cellsOf('a;')).toEqual([['a', '']]);
  });

  it('agrees with csv-parse on everything csv-parse accepts strictly', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'å', '"', ';', '\n', '\r', ' ', '1', ',') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const text = rows.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(';')).join('\n');
        const oracle = parse(text, { delimiter: ';', relax_column_count: true, record_delimiter: '\n' });
        expect(cellsOf(text)).toEqual(oracle);
      }),
    );
  });

  it('reads back what writeDelimited wrote', () => {
    const rows = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(rows, fc.constantFrom(';', ',', '\t'), fc.constantFrom('\n', '\r\n'), (table, delimiter, lineEnd) => {
        expect(cellsOf(writeDelimited(table, { delimiter, lineEnd }), delimiter)).toEqual(table);
      }),
    );
  });
});

it('names columns as a spreadsheet does', () => {
  expect([0, 25, 26, 46, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AU', 'ZZ', 'AAA']);
});
