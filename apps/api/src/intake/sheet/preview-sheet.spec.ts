import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { checkRound, defaultRuleBook, fingerprint, sumSek, type Round } from '@fordela/domain';
import { hasSentence, intakeRemedies } from '@fordela/wording';
import { demoRound } from '../../../../../test/support/demo-round';
import { demoSheet, faultySheet, sheetBytes, sheetRows, zipped } from '../../../../../test/support/officer-sheets';
import { zipEntries } from './zip';
import { toWindows1252 } from './bytes';
import { commitRows, savableRowIds } from './commit-rows';
import { officerCsv, officerSheet } from './export-sheet';
import { officerXlsx } from './export-xlsx';
import type { ImportPreview, SheetImportOptions } from './preview.types';
import { previewSheet } from './preview-sheet';

const round = demoRound();
/** The region before the call has come in: what is known of places and organisations, and nothing else. */
const emptyRound: Round = { ...round, applications: [], dependencies: [], ratings: [] };

async function preview(bytes: Uint8Array, into = round, options: SheetImportOptions = {}): Promise<ImportPreview> {
  const result = await previewSheet(bytes, into, options);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

async function refusals(bytes: Uint8Array, options: SheetImportOptions = {}): Promise<readonly string[]> {
  const result = await previewSheet(bytes, round, options);
  return result.ok ? [] : result.refusal.map((item) => item.code);
}

/** `013 L month-rewritten sep 2026 → 2026-09`: everything that is said about rows, without the whole-county notes. */
function told(result: ImportPreview): readonly string[] {
  return result.rows
    .flatMap((row) => row.findings.map((found) => ({ row, found })))
    .filter(({ found }) => found.code !== 'municipalities-all')
    .map(({ row, found }) =>
      [
        row.applicationId?.slice(-3) ?? `rad ${row.row}`,
        found.columnLetter ?? '-',
        found.severity,
        found.code,
        found.understoodAs ?? '-',
      ].join(' '),
    );
}

function committed(result: ImportPreview, into: Round, options = { okOnly: false }) {
  const outcome = commitRows(result, savableRowIds(result, options), into);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}

describe("the officer's spreadsheet of the demonstration portfolio", () => {
  it('handles or reports every habit in it, and nothing else', async () => {
    const result = await preview(demoSheet());
    expect(result.counts).toEqual({ ok: 39, needs_attention: 3, error: 0, skipped: 5 });
    expect(told(result)).toEqual([
      'rad 1 - note row-above-header -',
      'rad 2 - note row-empty -',
      '006 N note amount-unit 1500000',
      'rad 16 - note row-repeated -',
      '013 L note month-rewritten 2026-09',
      '013 M note month-rewritten 2027-06',
      '019 AL note cell-tidied partly',
      '021 AL note cell-tidied no',
      'rad 30 - note row-empty -',
      '026 AB warning amount-approximate 800000',
      '029 B note date-rewritten 2026-03-22',
      '033 I warning municipality-suggested 0480|0481|0488',
      '041 AN warning cell-questioned partly',
      'rad 48 - note sum-row-checked -',
    ]);
    expect(result).toMatchObject({ format: 'csv', encoding: 'windows-1252', delimiter: ';', headerRow: 3 });
    expect(result.rows.find((row) => row.row === 37)?.values?.requestedSek).toBe(1_000_000);
    expect(result.proposedActors).toEqual([]);
  });

  it('names the cell, what was read and what it was understood as', async () => {
    const result = await preview(demoSheet(), round, { fileName: 'ansokningar-sv.csv' });
    const found = result.rows.flatMap((row) => row.findings).find((item) => item.code === 'municipality-suggested');
    expect(found).toEqual({
      code: 'municipality-suggested',
      severity: 'warning',
      certainty: 'uncertain',
      file: 'ansokningar-sv.csv',
      row: 38,
      column: 'Kommuner',
      columnLetter: 'I',
      applicationId: 'SRM-26-033',
      read: 'Nyköping, Oxelösundd, Trosa',
      understoodAs: '0480|0481|0488',
      params: { name: 'Oxelösundd', suggestion: 'Oxelösund' },
    });
  });

  it('changes only what the sheet says differently, and the second time nothing', async () => {
    const first = await preview(demoSheet());
    const changes = first.rows.flatMap((row) => row.changes.map((change) => `${row.applicationId} ${change.field}`));
    expect(changes).toEqual(['SRM-26-033 project.municipalityCodes', 'SRM-26-035 project.title']);
    const saved = committed(first, round);
    expect(saved).toMatchObject({ createdIds: [], updatedIds: ['SRM-26-033', 'SRM-26-035'], addedActorIds: [] });
    expect(saved.round.applications[34]?.project.title).toBe(
      'Gemensam upphandlingskompetens "cirkulära inköp"; delad specialist',
    );
    expect(saved.round.ratings).toEqual(round.ratings);
    const again = committed(await preview(demoSheet(), saved.round), saved.round);
    expect(again.updatedIds).toEqual([]);
    expect(fingerprint(again.round)).toBe(fingerprint(saved.round));
  });

  it('fills an empty round with 42 applications whose sums are the portfolio’s', async () => {
    const { round: filled, createdIds } = committed(await preview(demoSheet(), emptyRound), emptyRound);
    expect(createdIds).toHaveLength(42);
    expect(sumSek(filled.applications.map((item) => item.requestedSek))).toBe(63_720_000);
    for (const made of filled.applications) {
      const original = round.applications.find((item) => item.id === made.id);
      expect(made.requested).toEqual(original?.requested);
      expect(made.project.costs).toEqual(original?.project.costs);
      expect(made.project.themes).toEqual(original?.project.themes);
    }
    expect(filled.dependencies.map(({ description: _, ...link }) => link)).toEqual(
      round.dependencies.map(({ description: _, ...link }) => link),
    );
    const again = committed(await preview(demoSheet(), filled), filled);
    expect(again.unchangedIds).toHaveLength(42);
    expect(fingerprint(again.round)).toBe(fingerprint(filled));
  });

  it('gives the rules of the money the same errors of arithmetic as the comma files, where the sheet can tell', async () => {
    const { round: filled } = committed(await preview(demoSheet(), emptyRound), emptyRound);
    const errors = (of: Round) =>
      checkRound(of, defaultRuleBook)
        .filter((item) => item.severity === 'error')
        .map((item) => `${item.applicationId?.slice(-3)} ${item.ruleId}`);
    const onlyInCommaFiles = [
      'in_kind_mismatch',
      'partner_shares',
      'phase_costs',
      'rating_out',
      'conflict',
      'unknown_municipality',
      'de_minimis',
    ];
    const expected = errors(round).filter((item) => !onlyInCommaFiles.some((rule) => item.includes(rule)));
    // The sheet does not say which undertaking gets the aid; it must be asked for before de minimis can be counted.
    const undertakings = ['015', '018', '024', '026', '031'].map((id) => `${id} state_aid_undertaking_missing`);
    expect(errors(filled).sort()).toEqual([...expected, ...undertakings].sort());
  });

  it.each([
    ['UTF-8', (text: string) => new TextEncoder().encode(text)],
    ['UTF-8 with a byte order mark', (text: string) => new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16 little-endian', (text: string) => utf16(`\uFEFF${text}`, true)],
    ['UTF-16 big-endian', (text: string) => utf16(`\uFEFF${text}`, false)],
    ['UTF-16 without a byte order mark', (text: string) => utf16(text.length % 2 ? text : `${text}\n`, true)],
    [
      'UTF-8 once taken for Windows-1252',
      (text: string) =>
        new TextEncoder().encode(
          Buffer.from(text.replace(/[–”]/gu, '-'), 'utf8')
            .toString('latin1')
            .replace(/[\u0080-\u009f]/gu, (letter) => asWindows(letter)),
        ),
    ],
    ['tabs', (text: string) => sheetBytes(sheetRows(text), { delimiter: '\t' })],
    ['commas', (text: string) => sheetBytes(sheetRows(text), { delimiter: ',' })],
    ['a sep= line from Excel', (text: string) => Buffer.from(`sep=;\r\n${text}`)],
  ])('reads the same from %s', async (name, encode) => {
    const text = new TextDecoder('utf-8').decode(sheetBytes(sheetRows(latin(demoSheet())), { delimiter: ';' }));
    const result = await preview(encode(text));
    expect([result.counts.error, result.counts.ok + result.counts.needs_attention]).toEqual([0, 42]);
    const values = result.rows.flatMap((row) => (row.values ? [row.values.requestedSek] : []));
    expect(sumSek(values.map((value) => value ?? 0))).toBe(63_720_000);
    expect(
      result.rows
        .flatMap((row) => row.changes.map((change) => change.field))
        .filter((field) => field !== 'project.title'),
    ).toEqual(['project.municipalityCodes']);
    if (name.startsWith('UTF-8 once')) expect(result.findings.map((item) => item.code)).toContain('encoding-doubled');
  });
});

describe('acceptance: 25 rows of which 4 are faulty', () => {
  it('saves 21, explains 4 cell by cell, and changes nothing the second time', async () => {
    const result = await preview(faultySheet(), emptyRound);
    expect(result.counts).toEqual({ ok: 21, needs_attention: 0, error: 4, skipped: 0 });
    const explained = result.rows
      .filter((row) => row.status === 'error')
      .map((row) =>
        row.findings
          .filter((item) => item.severity === 'error')
          .map((item) => `${item.row} ${item.columnLetter} ${item.code} ${item.read}`),
      );
    expect(explained).toEqual([
      ['6 F amount-not-understood se bilaga'],
      ['11 B date-not-understood 2026-02-30'],
      ['17 G amount-below-zero -250 000'],
      ['23 H municipality-unknown Nyköping, Atlantis'],
    ]);
    const saved = committed(result, emptyRound, { okOnly: true });
    expect(saved.createdIds).toHaveLength(21);
    const second = await preview(faultySheet(), saved.round);
    expect(second.rows.filter((row) => row.effect === 'changes_nothing')).toHaveLength(21);
    const again = committed(second, saved.round, { okOnly: true });
    expect(fingerprint(again.round)).toBe(fingerprint(saved.round));
  });

  it('takes corrections of the faulty cells', async () => {
    const corrections = [
      { row: 6, columnId: 'totalCost', text: '500 000' },
      { row: 11, columnId: 'receivedDate', text: '2026-02-28' },
      { row: 17, columnId: 'requested', text: '250 000' },
      { row: 23, columnId: 'municipalities', text: 'Nyköping' },
      { row: 99, columnId: 'title', text: 'x' },
    ];
    const result = await preview(faultySheet(), emptyRound, { corrections });
    expect(result.counts).toMatchObject({ ok: 25, error: 0 });
    expect(result.rows.flatMap((row) => row.findings).filter((item) => item.code === 'cell-corrected')).toHaveLength(4);
    expect(result.findings.map((item) => item.code)).toContain('correction-lost');
  });
});

describe('columns', () => {
  const head = ['Ärendenr', 'Projektnamn', 'Projektägare', 'Total kostnad (kr)', 'Sökt 1:1 (kr)'];
  const line = ['A-1', 'Prov', 'Flens kommun', '1 000 000', '500 000'];

  it('are recognised by other names, near misspellings and what was remembered', async () => {
    const header = ['Dnr ärende', 'Projekttitel', 'Sökande', 'Totalkostnad', 'Sökt belop', 'Handläggare', 'Internt'];
    const bytes = sheetBytes([header, [...line, 'Anna', 'x']]);
    const mapping = { 'dnr  ÄRENDE': 'applicationId', internt: 'ignore' };
    const result = await preview(bytes, round, { mapping });
    expect(result.columns.map(({ columnId, match }) => [columnId, match])).toEqual([
      ['applicationId', 'remembered'],
      ['title', 'synonym'],
      ['leadActor', 'synonym'],
      ['totalCost', 'synonym'],
      ['requested', 'similar'],
      [null, 'unknown'],
      [null, 'ignored'],
    ]);
    expect(result.findings.map((item) => [item.code, item.columnLetter])).toEqual([
      ['file-read-as', null],
      ['column-suggested', 'E'],
      ['column-unknown', 'F'],
      ['column-ignored', 'G'],
    ]);
    expect(result.mapping).toEqual({
      'dnr ärende': 'applicationId',
      internt: 'ignore',
      projekttitel: 'title',
      sökande: 'leadActor',
      totalkostnad: 'totalCost',
    });
    const told = { ...result.mapping, handläggare: 'ignore', 'sökt belop': 'requested' };
    const next = await preview(bytes, round, { mapping: told });
    expect(next.findings.map((item) => item.code)).toEqual(['file-read-as', 'column-ignored', 'column-ignored']);
  });

  it('are refused when one that is needed is missing, when two are the same, and when there is no header', async () => {
    expect(await refusals(sheetBytes([head.slice(0, 4), line.slice(0, 4)]))).toEqual(['column-missing']);
    expect(
      await refusals(
        sheetBytes([
          [...head, 'Sökt belopp'],
          [...line, '1'],
        ]),
      ),
    ).toEqual(['column-twice']);
    expect(
      await refusals(
        sheetBytes([
          ['a', 'b'],
          ['c', 'd'],
        ]),
      ),
    ).toEqual(['header-not-found']);
  });

  it('without a name but with content are pointed out', async () => {
    const result = await preview(
      sheetBytes([
        [...head, ''],
        [...line, 'x'],
      ]),
    );
    expect(result.findings.map((item) => item.code)).toEqual(['file-read-as', 'column-nameless']);
  });
});

describe('rows', () => {
  const head = ['Ärendenr', 'Projektnamn', 'Projektägare', 'Total kostnad (kr)', 'Sökt 1:1 (kr)'];
  const line = (id: string, title = id) => [id, title, 'Flens kommun', '1 000 000', '500 000'];
  const codes = async (...rows: string[][]) => {
    const result = await preview(sheetBytes([head, ...rows]), emptyRound);
    return result.rows.map((row) => [row.status, ...row.findings.map((item) => item.code)].join(' '));
  };

  it('of one case with different data are both refused; repeated ones count once', async () => {
    expect(await codes(line('A-1'), line('A-2'), line('A-1', 'Annat'), line('A-2'))).toEqual([
      'error years-missing years-missing application-twice',
      'needs_attention years-missing years-missing',
      'error years-missing years-missing application-twice',
      'skipped row-repeated',
    ]);
  });

  it('that are too long are refused, too short flagged', async () => {
    const [long, short] = await codes([...line('A-1'), '', 'extra'], line('A-2').slice(0, 4));
    expect(long).toContain('error row-too-long');
    expect(short).toBe('error cell-required row-too-short');
  });

  it('without an id, of text, of headers and of sums are told apart', async () => {
    expect(
      await codes(
        ['', 'Utan nummer', 'Flens kommun', '1', '1'],
        ['Källa: Nyps', '', '', '', ''],
        head,
        ['Delsumma', '', '', '1', ''],
        ['', '', 'Källa', '', ''],
        ['Summa', '', '', '1 000 001', '2'],
      ),
    ).toEqual([
      'error cell-required',
      'error cell-required cell-required cell-required cell-required',
      'skipped header-repeated',
      'skipped sum-row-partial',
      'error cell-required cell-required cell-required cell-required actor-new',
      'skipped sum-row-differs',
    ]);
  });

  it('have their own sums checked', async () => {
    const header = [
      ...head,
      'Kostnad 2027',
      'Kostnad 2028',
      'Kommunal medfinansiering',
      'Summa finansiering',
      'Andel 1:1 (%)',
    ];
    const bytes = sheetBytes([header, [...line('A-1'), '400 000', '500 000', '500 000', '900 000', '45,0']]);
    const [row] = (await preview(bytes, emptyRound)).rows;
    expect(
      row?.findings.filter((item) => item.code === 'row-sum-differs').map((item) => [item.column, item.params]),
    ).toEqual([
      ['Total kostnad (kr)', { stated: 1_000_000, sum: 900_000 }],
      ['Summa finansiering', { stated: 900_000, sum: 1_000_000 }],
      ['Andel 1:1 (%)', { stated: 45, sum: 50 }],
    ]);
  });

  it('say what they could not be told: years, status and in-kind', async () => {
    const header = [...head, 'Startmånad', 'Slutmånad', 'Universitet', 'Varav annat än pengar'];
    const [row] = (
      await preview(sheetBytes([header, [...line('A-1'), '2027-07', '2028-06', '500 000', '300 000']]), emptyRound)
    ).rows;
    expect(row?.findings.map((item) => item.code)).toEqual([
      'years-spread',
      'years-spread',
      'financing-status-assumed',
      'in-kind-source-assumed',
    ]);
    const { round: saved } = committed(
      await preview(sheetBytes([header, [...line('A-1'), '2027-07', '2028-06', '500 000', '300 000']]), emptyRound),
      emptyRound,
    );
    expect(saved.applications[0]?.project.financing).toEqual([
      expect.objectContaining({
        financingNo: 1,
        sourceType: 'state_1_1',
        amounts: [
          { year: 2027, amountSek: 250_000 },
          { year: 2028, amountSek: 250_000 },
        ],
      }),
      expect.objectContaining({
        financingNo: 2,
        sourceType: 'university',
        kind: 'in_kind',
        status: 'intent',
        amounts: [
          { year: 2027, amountSek: 150_000 },
          { year: 2028, amountSek: 150_000 },
        ],
      }),
      expect.objectContaining({
        financingNo: 3,
        sourceType: 'university',
        kind: 'cash',
        amounts: [
          { year: 2027, amountSek: 100_000 },
          { year: 2028, amountSek: 100_000 },
        ],
      }),
    ]);
  });

  it('propose organisations that are new, and add them only with a row that is saved', async () => {
    const result = await preview(
      sheetBytes([
        head,
        ['A-1', 'Ett', 'Åkers Verkstad AB', '1 000 000', '500 000'],
        ['A-2', 'Två', 'åkers verkstad ab', '2', '1'],
      ]),
      emptyRound,
    );
    expect(result.proposedActors.map((actor) => actor.id)).toEqual(['NY-AKERS-VERKSTAD-AB']);
    const none = commitRows(result, [], emptyRound);
    expect(none.ok && fingerprint(none.value.round)).toBe(fingerprint(emptyRound));
    const one = commitRows(result, ['r3'], emptyRound);
    expect(one.ok && one.value.addedActorIds).toEqual(['NY-AKERS-VERKSTAD-AB']);
    expect(one.ok && one.value.round.applications[0]?.project.leadPartnerId).toBe('NY-AKERS-VERKSTAD-AB');
  });

  it('keep what is saved where a cell is empty, and say so', async () => {
    const header = [...head, 'Mottagare', 'Anmärkning'];
    const bytes = sheetBytes([
      header,
      ['SRM-26-001', 'Nytt namn', 'Region Sörmland, hållbar regional utveckling', '5 200 000', '2 600 000', '', ''],
    ]);
    const result = await preview(bytes);
    expect(result.rows[0]).toMatchObject({ status: 'ok', effect: 'updates', changes: [{ field: 'project.title' }] });
    expect(result.rows[0]?.findings.map((item) => [item.code, item.column])).toEqual([['empty-kept', 'Mottagare']]);
  });

  it('change the years of financing in proportion when a source changes, and keep everything else', async () => {
    const header = [...head, 'Universitet'];
    const bytes = sheetBytes([
      header,
      [
        'SRM-26-001',
        'Lättviktigt projektstöd Sörmland',
        'Region Sörmland, hållbar regional utveckling',
        '5 200 000',
        '2 600 000',
        '700 000',
      ],
    ]);
    const result = await preview(bytes);
    expect(result.rows[0]).toMatchObject({ status: 'needs_attention', changes: [{ field: 'project.financing' }] });
    const before = round.applications[0]?.project.financing.find((item) => item.sourceType === 'university');
    const after = committed(result, round).round.applications[0]?.project.financing.find(
      (item) => item.sourceType === 'university',
    );
    expect(after).toMatchObject({
      kind: before?.kind,
      status: before?.status,
      financierActorId: before?.financierActorId,
    });
    expect(sumSek(after?.amounts.map((item) => item.amountSek) ?? [])).toBe(700_000);
  });
});

describe('saving', () => {
  it('refuses all when one row cannot be saved, is unknown, or has changed since the preview', async () => {
    const result = await preview(faultySheet(), emptyRound);
    const codes = (rowIds: string[], into = emptyRound) => {
      const outcome = commitRows(result, rowIds, into);
      return outcome.ok ? [] : outcome.refusal.map((item) => [item.code, item.path]);
    };
    expect(codes(['r2', 'r6'])).toEqual([['import-row-not-savable', ['rowIds', 1]]]);
    expect(codes(['r2', 'r999'])).toEqual([['import-row-unknown', ['rowIds', 1]]]);
    const saved = committed(result, emptyRound, { okOnly: true }).round;
    expect(codes(['r2'], saved)).toEqual([['import-row-stale', ['rowIds', 0]]]);
  });
});

describe('Excel workbooks', () => {
  it('written by the export give back every application unchanged, as workbook and as CSV', async () => {
    const sheet = officerSheet(round);
    for (const bytes of [await officerXlsx(sheet), officerCsv(sheet)]) {
      const result = await preview(bytes);
      expect(result.counts).toEqual({ ok: 41, needs_attention: 1, error: 0, skipped: 3 });
      expect(result.rows.flatMap((row) => row.changes)).toEqual([]);
    }
  });

  it('with real dates and numbers say nothing but what is odd', async () => {
    const result = await preview(await officerXlsx(officerSheet(round)));
    expect(result).toMatchObject({ format: 'xlsx', sheetName: 'Ansökningar', headerRow: 3, encoding: null });
    expect(told(result)).toEqual([
      'rad 1 - note row-above-header -',
      'rad 2 - note row-empty -',
      '033 J warning municipality-code-unknown 0480|0489|0488',
      'rad 46 - note sum-row-checked -',
    ]);
  });

  it('with failed formulas refuse the cells instead of passing them as empty', async () => {
    const bytes = zipped(await officerXlsx(officerSheet(round)), /sheet1\.xml$/u, (xml) =>
      xml
        .replace(/<c r="P4"[^>]*>.*?<\/c>/su, '<c r="P4" t="e"><f>A1/0</f><v>#DIV/0!</v></c>')
        .replace(/<c r="P5"[^>]*>.*?<\/c>/su, '<c r="P5"><f>A1+B1</f></c>'),
    );
    const result = await preview(bytes);
    expect(
      result.rows
        .filter((row) => row.status === 'error')
        .map((row) =>
          row.findings
            .filter((item) => item.severity === 'error')
            .map((item) => [item.code, item.columnLetter, item.read]),
        ),
    ).toEqual([[['cell-excel-error', 'P', '#DIV/0!']], [['cell-excel-error', 'P', '#FORMEL']]]);
  });

  it('that are damaged, protected or something else are refused with what to do', async () => {
    const good = await officerXlsx(officerSheet(round));
    expect(await refusals(good.slice(0, good.length - 40))).toEqual(['xlsx-unreadable']);
    expect(await refusals(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toEqual(['file-is-xls']);
    expect(await refusals(Buffer.from('%PDF-1.7'))).toEqual(['file-is-pdf']);
    expect(await refusals(Buffer.from('PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheet'))).toEqual(
      ['file-is-ods'],
    );
    expect(await refusals(Buffer.from('PK\u0003\u0004readme.txt'))).toEqual(['file-is-zip']);
    expect(await refusals(Buffer.from('<html><table>'))).toEqual(['file-is-html']);
    expect(await refusals(Uint8Array.from([1, 0, 0, 0, 2, 0, 0]))).toEqual(['file-is-binary']);
    expect(await refusals(new Uint8Array())).toEqual(['file-empty']);
    expect(await refusals(new Uint8Array(20_000_001))).toEqual(['file-too-big']);
    expect(zipEntries(good)?.some((entry) => entry.name === 'xl/workbook.xml')).toBe(true);
  });
});

describe('whatever the bytes', () => {
  it('random bytes are refused with a code that has its sentence, and nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        for (const code of await refusals(bytes)) expect([code, hasSentence(code)]).toEqual([code, true]);
      }),
      { numRuns: 300 },
    );
  });

  it('a workbook with any bytes changed is read or refused, and nothing is thrown', async () => {
    const good = await officerXlsx(officerSheet({ ...round, applications: round.applications.slice(0, 2) }));
    const change = fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Uint8Array.from(good);
        for (const [at, byte] of changes) bytes[at] = byte;
        for (const code of await refusals(bytes)) expect(hasSentence(code)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('any cells under the right headers give a status for every row, a place for every finding and a sentence for every code', async () => {
    const header = sheetRows(latin(demoSheet()))[2] as string[];
    const original = sheetRows(latin(demoSheet())).slice(3, 8);
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('ca 5', '1-2', '#REF!', 'Nej?', '22/3 2026', '=1+1', '-5', 'mkr', '(', ';', '"'),
    );
    const change = fc.tuple(fc.nat(original.length - 1), fc.nat(header.length - 1), cell);
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 30 }), async (changes) => {
        const rows = original.map((row) => [...row]);
        for (const [row, column, text] of changes)
          (rows[row] as string[])[column] = text.replace(/[\0\ud800-\udfff]/gu, '');
        const result = await preview(sheetBytes([header, ...rows]));
        expect(result.rows).toHaveLength(rows.length);
        for (const row of result.rows) {
          expect(row.status === 'error' || row.status === 'skipped').toBe(row.values === null);
          for (const found of row.findings) {
            expect(found.row).toBe(row.row);
            expect([found.code, hasSentence(found.code), found.code in intakeRemedies]).toEqual([
              found.code,
              true,
              true,
            ]);
          }
        }
        const saved = committed(result, round);
        const again = await preview(sheetBytes([header, ...rows]), saved.round);
        expect(again.rows.flatMap((row) => row.changes)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('has a sentence for every code that the reading can give', () => {
    const folders = [resolve(__dirname), resolve(__dirname, '..')];
    const files = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /(?<!\.spec)\.ts$/u.test(name))
        .map((name) => resolve(folder, name)),
    );
    const call =
      /\b(?:cellNote|errorNote|misread(?:<[^>]*>)?|problem|noted\([^'()]*|report\([^'()]*(?:'[a-z_]+', )?'(?:error|warning|note)')[(,]\s*'([a-z0-9-]+)'/gu;
    const codes = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(call)].map((match) => match[1] as string),
    );
    expect(codes.length).toBeGreaterThan(60);
    expect([...new Set(codes)].filter((code) => !hasSentence(code))).toEqual([]);
  });
});

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/gu, (letter) => asWindows(letter));
}

function asWindows(letter: string): string {
  const table = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
  return table.charAt(letter.charCodeAt(0) - 0x80);
}

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return isLittle ? bytes : bytes.swap16();
}

it('writes Windows-1252 where it can and says when it cannot', () => {
  expect(toWindows1252('–åé€')).toEqual(Uint8Array.from([0x96, 0xe5, 0xe9, 0x80]));
  expect(toWindows1252('Ł')).toBeNull();
});
